"""How exactly files are read: ``python -m bench.reading SHARED`` prints tables and writes them to ``bench/work``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.reading.born_digital import Checked, check, files
from bench.reading.gold import FILES, gold_outlines, gold_scores
from bench.reading.independent import pdf_pages, recall, word_text, words
from bench.reading.stock import haystack_chunks, page_attribution, pypdf_pages

WORK = Path(__file__).resolve().parents[1] / "work"
FIELDS = ("number", "kind", "issuer", "issued_on", "title", "signer", "place", "secrecy")


def gold_table(shared: Path) -> Iterator[str]:
    """Units, pages, headings, metadata and relations against the annotated outlines."""
    scores = gold_scores(shared)
    whole, metadata = scores["all"], scores["metadata"]
    yield "### Annotated outlines\n"
    yield "| units | unit F1 | path | first page | last page | headings | relations F1 |"
    yield "|---" * 7 + "|"
    figures = (whole[key] for key in ("units_F1", "path_acc", "page_start_acc", "page_end_acc", "heading_acc"))
    shown = (f"{figure:.3f}" for figure in (*figures, metadata["relations_PRF"][2]))
    yield f"| {whole['gold']} | {' | '.join(shown)} |\n"
    yield f"| {' | '.join(FIELDS)} |"
    yield "|---" * len(FIELDS) + "|"
    yield f"| {' | '.join(f'{metadata[field]:.3f}' for field in FIELDS)} |\n"


def page_table(shared: Path) -> Iterator[str]:
    """First pages of units, beside what stock readers say of the same file."""
    yield "### First page of a unit\n"
    yield "| file | units | Tra Cứu | pypdf alone | Haystack converter and splitter |"
    yield "|---" * 5 + "|"
    scores = gold_scores(shared)["docs"]
    for name, gold in gold_outlines(shared).items():
        path = shared / "real" / FILES[name]
        if path.suffix == ".pdf":
            ours = scores[name]["units"]["page_start_acc"]
            alone, stock = (page_attribution(gold["units"], read(path)) for read in (pypdf_pages, haystack_chunks))
            yield f"| {path.name} | {alone.units} | {ours:.3f} | {alone.share:.3f} | {stock.share:.3f} |"
    yield ""


def born_digital_table(shared: Path) -> Iterator[str]:
    """Words kept and passages found, beside stock readers on the same files."""
    paths = files(shared)
    checked = list(check(paths))
    yield "### Files that programs made\n"
    yield f"{len(checked)} of {len(paths)} PDF and Word files of Party and state are read, the others refused.\n"
    yield "| | files | words kept, mean | worst file | passages | text of their pages | found by other means, too |"
    yield "|---" * 7 + "|"
    for suffix, recognised in ((".pdf", False), (".pdf", True), (".docx", False)):
        of_kind = [one for one in checked if (one.path.suffix, one.recognised) == (suffix, recognised)]
        yield _checked_row(f"{suffix}, in part from pictures" if recognised else suffix, of_kind)
    yield ""
    as_stated = [one for one in checked if not one.recognised]
    yield from _stock_table([one.path for one in as_stated])
    yield from _speed(as_stated)


def _checked_row(kind: str, checked: Sequence[Checked]) -> str:
    kept, worst = sum(one.recall for one in checked) / len(checked), min(checked, key=lambda one: one.recall)
    passages = sum(one.passages for one in checked)
    exact, printed = (sum(getattr(one, name) for one in checked) for name in ("exact", "printed"))
    return (
        f"| {kind} | {len(checked)} | {kept:.4f} | {worst.recall:.4f} ({worst.path.name}) | {passages} "
        f"| {exact} ({exact / passages:.3f}) | {printed} ({printed / passages:.3f}) |"
    )


def _stock_table(paths: Sequence[Path]) -> Iterator[str]:
    """The share of words the stock readers keep of the files we read without recognising pictures."""
    readers = {"pypdf alone": pypdf_pages, "Haystack's converters": haystack_chunks}
    yield "| stock reader | format | files | words kept, mean | worst file |"
    yield "|---" * 5 + "|"
    for name, read in readers.items():
        for suffix in (".pdf",) if read is pypdf_pages else (".pdf", ".docx"):
            kept = []
            for path in (path for path in paths if path.suffix == suffix):
                wanted = "\n".join(pdf_pages(path)) if suffix == ".pdf" else word_text(path)
                kept.append(recall(words(wanted), words("\n".join(piece.text for piece in read(path)))))
            yield f"| {name} | {suffix} | {len(kept)} | {sum(kept) / len(kept):.4f} | {min(kept):.4f} |"
    yield ""


def _speed(checked: Sequence[Checked]) -> Iterator[str]:
    paged = [one for one in checked if one.path.suffix == ".pdf"]
    seconds, pages = sum(one.seconds for one in paged), sum(one.pages for one in paged)
    yield f"PDF without pictures read: {pages} in {seconds:.0f} s, {pages / seconds:.1f} pages a second, one process.\n"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    shared: Path = parser.parse_args().shared
    start = time.perf_counter()
    lines = []
    for table in (gold_table, page_table, born_digital_table):
        for line in table(shared):
            print(line, flush=True)
            lines.append(line)
    WORK.mkdir(exist_ok=True)
    (WORK / "reading.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
