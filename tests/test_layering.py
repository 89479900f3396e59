"""What the domain may lean on, and what it shows: import-linter holds the layers, this holds the two edges."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import corpus

FOLDER = Path(corpus.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")

EXPORTED = {
    "abbreviations": {"Abbreviation", "abbreviated", "in_full", "readings", "write_out"},
    "citation": {"Citation", "cited", "place_parts", "written_date"},
    "codec": {
        "document_from_json",
        "document_to_json",
        "indexed_from_json",
        "indexed_to_json",
        "outcome_from_json",
        "outcome_to_json",
        "pack_document",
        "standing_from_json",
        "standing_to_json",
        "unpack_document",
    },
    "completeness": {"missing_words"},
    "copies": {"Copy", "Standing", "alone", "contradict", "copies_overlap", "identity_key", "identity_of"},
    "differences": {"Difference", "MOST_WORDS", "Stretch", "differences", "stretches"},
    "doubts": {"find_doubts"},
    "drafts": {"Draft", "DraftNote", "DraftReader", "LARGEST_DRAFT", "pasted_draft"},
    "synonyms": {"in_other_words"},
    "endings": {
        "Ending",
        "amended_keys",
        "amendments_of",
        "ended_one",
        "ended_validity",
        "endings_of",
        "is_central",
        "named_one",
    },
    "errors": {
        "BadPack",
        "BadQuery",
        "Busy",
        "Conflict",
        "CorpusIndexError",
        "IndexBusy",
        "IndexMismatch",
        "ModelError",
        "NotAllowed",
        "NotFound",
        "PacksError",
        "Refusal",
        "RefusalReason",
        "SettingsError",
        "TooBig",
        "TooLong",
        "TooSlow",
        "TraCuuError",
    },
    "figures": {"DIGITS", "Figure", "SPELLED", "figures", "spelled_number", "typed_number"},
    "fidelity": {"Fidelity", "best_first", "fidelity"},
    "identity": {"addresses", "addresses_below", "document_id"},
    "law_titles": {"LAW_TITLES"},
    "lookalikes": {"plain"},
    "numbers": {
        "KINDS",
        "KIND_BY_FORM",
        "NumberMention",
        "codes_of_kind",
        "date_at",
        "find_dates",
        "find_numbers",
        "kind_at_start",
        "kind_of_code",
        "number_in_name",
        "number_key",
        "roman_value",
    },
    "numerals": {"BY_DIGITS", "COUNTED_OUT", "NUMERAL", "numeral_value"},
    "overlap": {"containment", "fingerprints", "shingles"},
    "pages": {"pages_of", "printed_labels", "rects_of", "words_in"},
    "pieces": {"Piece", "pieces"},
    "popular_names": {"Called", "PLENUMS", "POPULAR_NAMES"},
    "portals": {"is_of_portal"},
    "quality": {"Quality", "is_syllable", "plain_syllables", "quality"},
    "record": {"FILTER_FIELDS", "from_payload", "point_id", "to_payload"},
    "runs": {"FileNote", "Outcome", "Run"},
    "secrecy": {
        "Clearance",
        "DRAFT",
        "INTERNAL",
        "Level",
        "Mark",
        "NOT_PUBLISHED",
        "RECALLED",
        "RETURNED",
        "SECRET",
        "STRICTLY_SECRET",
        "TOP_SECRET",
    },
    "sentences": {"ends_sentence", "parts", "sentences"},
    "source_kinds": {"PLAIN", "SCAN", "TEXT_PDF", "WEB_PAGE", "WORD", "source_kind"},
    "spec": {"IndexSpec", "REBUILD", "SCHEMA_VERSION", "STRUCTURE_VERSION"},
    "stamps": {"secrecy_mark", "standing_mark"},
    "templates": {"names_replaced", "numbers_replaced"},
    "terms": {
        "B",
        "FOLDED_SHARE",
        "K1",
        "MEAN_LENGTH",
        "TERMS_VERSION",
        "certain_terms",
        "is_word",
        "pair_term",
        "passage_vector",
        "query_terms",
        "query_vector",
        "query_weights",
        "rarity",
        "said_terms",
        "spelled",
        "syllables",
        "term_id",
        "text_terms",
        "word_term",
    },
    "typing_slips": {"Decoded", "decode", "put_tone", "well_placed", "with_capitals"},
    "text": {
        "CONTROLS",
        "NO_CHARACTERS",
        "TEXT_VERSION",
        "clean",
        "fold",
        "has_marks",
        "marked_or_plain",
        "match_form",
        "old_tone",
        "one_line",
        "repaired",
        "slug",
        "squeezed",
        "trimmed",
        "words",
    },
    "types": {
        "Candidate",
        "Document",
        "DocumentRef",
        "Filters",
        "Furniture",
        "IndexedPassage",
        "Layout",
        "Listed",
        "Note",
        "PageRange",
        "Passage",
        "Path",
        "PlacedLine",
        "RecognisedWord",
        "Rect",
        "Reference",
        "Section",
        "Source",
        "Span",
        "SparseVector",
        "Stated",
        "Step",
        "Table",
        "TableCell",
        "TableRow",
        "UNKNOWN_VALIDITY",
        "Value",
    },
    "validity": {"DETAILS", "EXPIRED", "VALIDITIES", "validity_class"},
    "wording": {"SENTENCE_END", "packed_words", "word_id"},
}


def tree_of(module: str) -> ast.Module:
    return ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))


def imported(module: str) -> set[str]:
    """Modules a module imports, by their whole names."""
    names: set[str] = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            names.add(node.module or "")
    return names


def defined(module: str) -> set[str]:
    """Public names a module itself makes."""
    names: set[str] = set()
    for node in tree_of(module).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize("module", MODULES)
def test_the_domain_uses_the_standard_library_and_itself(module: str) -> None:
    others = {name for name in imported(module) if name.split(".")[0] not in sys.stdlib_module_names}
    assert others <= {f"corpus.{name}" for name in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_of_the_domain_is_meant_to_be_one(module: str) -> None:
    assert defined(module) == EXPORTED[module]


def test_the_package_itself_exports_nothing() -> None:
    assert imported("__init__") == set()
    assert defined("__init__") == set()
