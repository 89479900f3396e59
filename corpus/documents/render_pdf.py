"""Publish a sample document as PDF with Typst."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from corpus.documents.source import NATION_LINE, SAMPLE_MARK, Block, SampleDocument

TEMPLATE = Path(__file__).with_name("letter.typ")


def render_pdf(document: SampleDocument) -> bytes:
    """Return the PDF; the same document always gives the same bytes.

    System fonts are ignored: the fonts inside the Typst wheel have every Vietnamese mark and are the
    same on every machine.
    """
    compiler = typst.Compiler(ignore_system_fonts=True)
    made_at = datetime.combine(document.issued_on, time(8), tzinfo=UTC)
    content = compiler.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"document": json.dumps(_content(document), ensure_ascii=False)},
        timestamp=made_at,
    )
    if not isinstance(content, bytes):
        raise TypeError(f"{document.file_name}: Typst không trả về một tệp PDF")
    return content


def _content(document: SampleDocument) -> dict[str, object]:
    return {
        "mark": SAMPLE_MARK,
        "nation": NATION_LINE,
        "superior": document.superior,
        "body": document.body,
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        "place_and_date": document.place_and_date,
        "signed_for": document.signed_for,
        "position": document.position,
        "signer": document.signer,
        "recipients": _recipient_lines(document),
        "main": [_block(block) for block in document.main_blocks],
        "annexes": [_block(block) for block in document.annex_blocks],
    }


def _block(block: Block) -> dict[str, object]:
    return {"kind": block.kind.value, "text": block.text, "rows": block.rows}


def _recipient_lines(document: SampleDocument) -> list[str]:
    *others, last = document.recipients
    return [*(f"{line}," for line in others), f"{last}."]
