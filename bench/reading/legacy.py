"""How well files in old encodings are read: ``python -m bench.reading.legacy SHARED``.

Every .doc, .rtf and .pdf of ``real/legacy`` against its transcript, by the three numbers of its ``METRIC.md``,
read by us, by ``viparse.load`` and without any conversion. The alignment is not difflib's over the whole text
but one that finds a common subsequence fast (``alignment.py``); all three columns are counted by it.
Needs ``viparse``, which the product does not.

The spreadsheets and slides of that folder are formats we refuse; they are listed, not counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import viparse
from docx import Document
from docx.oxml.ns import qn

from bench.reading.alignment import matching
from corpus.errors import TraCuuError
from corpus.text import one_line
from ingest.components import libreoffice
from ingest.read import read_file
from ingest.read.libreoffice import to_docx

_READ = (".doc", ".rtf", ".pdf")


class Score(NamedTuple):
    """The numbers of ``METRIC.md``, and the first again with capitals and small letters taken for the same.

    The transcripts could not tell which lines ``.VnTimeH`` prints in capitals and leave them small, so correct
    capitals count as errors in the other three.
    """

    characters: float
    diacritics: float
    syllables: float
    characters_in_any_case: float


def score(read: str, truth: str) -> Score:
    """Score a reading against a transcript."""
    ours, theirs = _prepared(read), _prepared(truth)
    return Score(
        sum(1 for _ in matching(ours, theirs)) / len(theirs),
        _diacritics(ours, theirs),
        sum(1 for _ in matching(ours.split(), theirs.split())) / len(theirs.split()),
        sum(1 for _ in matching(ours.lower(), theirs.lower())) / len(theirs),
    )


def _prepared(text: str) -> str:
    return one_line(unicodedata.normalize("NFC", text))


def _diacritics(ours: str, theirs: str) -> float:
    bare_ours, bare_theirs = "".join(map(_bare, ours)), "".join(map(_bare, theirs))
    marked = sum(_bare(char) != char for char in theirs)
    right = sum(ours[a] == theirs[b] for a, b in matching(bare_ours, bare_theirs) if _bare(theirs[b]) != theirs[b])
    return right / marked if marked else 1.0


def _bare(char: str) -> str:
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    return unicodedata.normalize("NFD", char)[0]


def ours(path: Path) -> str:
    """The text as this project reads it, notes at the end."""
    reading = read_file(path)
    return "\n".join([*(line.text for line in reading.lines), *(note.text for note in reading.notes)])


def without_conversion(path: Path) -> str:
    """The text as readers hand it on that know nothing of old encodings."""
    if path.suffix == ".pdf":
        with pdfium.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    program = libreoffice()
    if program is None:
        raise FileNotFoundError("LibreOffice")
    body = Document(BytesIO(to_docx(path.read_bytes(), path.suffix, program))).element.body
    return "\n".join(_paragraph(paragraph) for paragraph in body.iter(qn("w:p")))


def _paragraph(paragraph: Any) -> str:
    held = {qn("w:softHyphen"): "\xad", qn("w:tab"): " "}
    return "".join(
        element.text or "" if element.tag == qn("w:t") else held.get(element.tag, "") for element in paragraph.iter()
    )


def by_viparse(path: Path) -> str:
    """The text as viparse reads it, detection by content allowed."""
    return "\n".join(document.text for document in viparse.load(path, encoding="auto"))


_READERS: dict[str, Callable[[Path], str]] = {
    "ours": ours,
    "viparse": by_viparse,
    "without conversion": without_conversion,
}


def figures(legacy: Path, readers: Iterable[str] = tuple(_READERS)) -> dict[str, Any]:
    """Means of each reader by encoding and on the files all could read, what each file scored, what was not read."""
    scored: dict[str, dict[str, dict[str, Score]]] = defaultdict(lambda: defaultdict(dict))
    refused: dict[str, dict[str, str]] = defaultdict(dict)
    for path in _files(legacy, _READ):
        truth = (legacy / "ground-truth" / f"{path.stem}.txt").read_text(encoding="utf-8")
        for name in readers:
            try:
                scored[name][path.parent.name][path.name] = score(_READERS[name](path), truth)
            except (TraCuuError, viparse.ViparseError) as error:
                refused[name][path.name] = str(error)
    return {
        "means": {
            name: {
                encoding: _means(list(files.values()))
                for encoding, files in (*found.items(), ("all", {k: v for f in found.values() for k, v in f.items()}))
            }
            for name, found in scored.items()
        },
        "means on files all could read": _means_in_common(scored),
        "files": {
            name: {f: s._asdict() for files in found.values() for f, s in files.items()}
            for name, found in scored.items()
        },
        "refused": refused,
        "formats not read": [path.name for path in _files(legacy, (".xls", ".ppt"))],
    }


def _means_in_common(scored: Mapping[str, Mapping[str, Mapping[str, Score]]]) -> dict[str, dict[str, float]]:
    by_file = {
        name: {file: score for files in found.values() for file, score in files.items()}
        for name, found in scored.items()
    }
    common = set.intersection(*(set(files) for files in by_file.values()))
    return {name: _means([files[file] for file in sorted(common)]) for name, files in by_file.items()}


def _files(legacy: Path, suffixes: Sequence[str]) -> list[Path]:
    return sorted(path for path in (legacy / "corpus").rglob("*") if path.suffix in suffixes)


def _means(scores: Sequence[Score]) -> dict[str, float]:
    return {"files": len(scores)} | {
        field: round(mean(getattr(each, field) for each in scores), 4) for field in Score._fields
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reader", action="append", choices=_READERS)
    arguments = parser.parse_args()
    found = figures(arguments.shared / "real" / "legacy", arguments.reader or tuple(_READERS))
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
