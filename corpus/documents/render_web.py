"""Publish a sample document as a self-contained web page or as plain text."""

from __future__ import annotations

from html import escape

from corpus.documents.source import NATION_LINE, SAMPLE_MARK, Block, BlockKind, SampleDocument

STYLE = (
    "body{font:1.1rem/1.6 'Times New Roman',Tinos,serif;max-width:46rem;margin:1rem auto;padding:0 1rem}"
    ".mau{border:1px solid;padding:.4rem;text-align:center;font-style:italic}"
    ".dau{display:grid;grid-template-columns:1fr 1fr;text-align:center}"
    ".dau p,.ky p{margin:.2rem}h1,.chu{text-align:center}h1{font-size:1.25rem}"
    "h2,h3{font-size:1.1rem}p{text-align:justify}p.chu{text-align:center}.dau p,.ky p{text-align:inherit}"
    ".ky{display:grid;grid-template-columns:1fr 1fr;margin-top:2rem}.ky>div:last-child{text-align:center}"
    ".ten{padding-top:4rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.3rem}"
)
TAGS = {
    BlockKind.CENTRED: '<h2 class="chu">{}</h2>',
    BlockKind.HEADING: "<h2>{}</h2>",
    BlockKind.SUBHEADING: "<h3>{}</h3>",
    BlockKind.NOTE: '<p class="chu"><em>{}</em></p>',
    BlockKind.PARAGRAPH: "<p>{}</p>",
}


def render_html(document: SampleDocument) -> bytes:
    """Return the web page: no script, no outside file, the mark as its first line."""
    parts = [
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
        f"<title>{escape(document.number)} {escape(document.title)}</title>",
        f"<style>{STYLE}</style>\n</head>\n<body>",
        f'<p class="mau" role="note">{SAMPLE_MARK}</p>\n<article>',
        _html_letterhead(document),
        *map(_html_block, document.main_blocks),
        _html_signature(document),
        *map(_html_block, document.annex_blocks),
        "</article>\n</body>\n</html>\n",
    ]
    return "\n".join(part for part in parts if part).encode()


def _html_letterhead(document: SampleDocument) -> str:
    left = (document.superior, document.body, "*", f"Số {document.number}")
    right = (NATION_LINE, document.place_and_date)
    return (
        f'<header>\n<div class="dau">\n<div>\n{_paragraphs(left)}\n</div>\n<div>\n{_paragraphs(right)}\n'
        f"</div>\n</div>\n<h1>{escape(document.kind.upper())}</h1>\n"
        f'<p class="chu"><strong>{escape(document.title)}</strong></p>\n</header>'
    )


def _html_signature(document: SampleDocument) -> str:
    recipients = "\n".join(f"<li>{escape(line)}</li>" for line in document.recipients)
    return (
        f'<footer class="ky">\n<div>\n<p>Nơi nhận:</p>\n<ul>\n{recipients}\n</ul>\n</div>\n'
        f"<div>\n{_paragraphs((document.signed_for, document.position))}\n"
        f'<p class="ten">{escape(document.signer)}</p>\n</div>\n</footer>'
    )


def _html_block(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return _html_table(block.rows)
    if block.kind is BlockKind.ANNEX:
        return "<hr>"
    return TAGS[block.kind].format(escape(block.text))


def _html_table(rows: tuple[tuple[str, ...], ...]) -> str:
    head, *others = rows
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in others]
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines)


def render_text(document: SampleDocument) -> bytes:
    """Return plain text in UTF-8: one paragraph a line, an empty line between paragraphs."""
    letterhead = (document.superior, document.body, "*", f"Số {document.number}")
    recipients = ("Nơi nhận:", *(f"- {line}" for line in document.recipients))
    groups = (
        (SAMPLE_MARK,),
        letterhead,
        (NATION_LINE, document.place_and_date),
        (document.kind.upper(), document.title, "-----"),
        *((_text_block(block),) for block in document.main_blocks),
        (document.signed_for, document.position, document.signer),
        recipients,
        *((_text_block(block),) for block in document.annex_blocks if block.kind is not BlockKind.ANNEX),
    )
    return ("\n\n".join("\n".join(group) for group in groups) + "\n").encode()


def _text_block(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return "\n".join(" | ".join(row) for row in block.rows)
    return block.text
