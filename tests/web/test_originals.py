"""Originals without pages: cleaned so that they can do nothing, and marked only where it is sure."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from corpus.text import squeezed
from search_api.showing.proof import Wording
from web.originals import cleaned, marked

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HOSTILE = """
<html><head><title>Chiếm quyền</title><base href="https://xau.example/"><meta http-equiv="refresh" content="0;url=/x">
<style>body { display: none }</style><link rel="stylesheet" href="https://xau.example/a.css"></head>
<body onload="alert(1)" style="color:red" id="noi-dung" class="masthead">
<script>window.hacked = 1</script><scr<script>ipt>window.hacked = 2</scr</script>ipt>
<img src=x onerror="window.hacked = 3"><svg onload="window.hacked = 4"><script>window.hacked = 5</script></svg>
<iframe src="javascript:parent.hacked = 6"></iframe><object data="x"></object><embed src="x">
<form action="https://xau.example/"><input name="q"><button>Gửi</button></form>
<a href="javascript:window.hacked = 9">bấm vào đây</a> <p id="doan" onclick="x()">1. Mỗi hộ trồng ba cây bàng.</p>
<table><tr><td colspan="2" rowspan="x" style="x" onclick="x">ô</td></tr></table>
<ol start="3"><li value="7">mục</li></ol><h1>TIÊU ĐỀ</h1><p hidden>giấu</p><p style="display:none">giấu</p>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hacked=7&gt;">
</table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=window.hacked=8>"></noscript>
</body></html>
"""


def clean(folder: Path, name: str, content: str | bytes, media_type: str):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return cleaned(path, media_type)


def whole(original) -> str:
    return "".join(original.words)


def wording(words: str, before: int = 0, times: int = 1) -> Wording:
    return Wording(squeezed(words), before, times)


def marks(shown) -> str:
    """The marked words, as they are shown, without blanks."""
    return squeezed("".join(re.findall(r"<mark[^>]*>(.*?)</mark>", shown.markup, re.DOTALL)))


def test_hostile_markup_comes_out_harmless(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", HOSTILE, "text/html")
    harmless = re.compile(
        r"</?(?:p|div|table|tbody|tr|td|ol|li|br|b|i)>|<div class=\"heading\">|<td colspan=\"2\">|<ol start=\"3\">|"
        r"<li value=\"7\">"
    )
    assert [tag for tag in original.tags if not harmless.fullmatch(tag)] == []
    markup = marked(original, ()).markup
    assert markup.count("<") == sum(tag.count("<") for tag in original.tags), "all else is escaped"
    text = whole(original)
    for word in ("hacked", "Chiếm quyền", "display", "giấu", "Gửi"):
        assert word not in re.sub(r"ipt>.*", "", text), word
    assert "bấm vào đây" in text
    assert "1. Mỗi hộ trồng ba cây bàng." in text
    assert original.left_out == ("hình ảnh",)


@pytest.mark.parametrize("name", ["title", "lang"])
def test_no_tag_ends_what_it_did_not_begin(tmp_path: Path, name: str) -> None:
    page = f"<h1 {name}='7'>a</h1><section {name}='7'>b</section><p {name}='7'>c</p>"
    original = clean(tmp_path, "x.html", page, "text/html")
    assert original.tags == ('<div class="heading">', "</div>", "<div>", "</div>", "<p>", "</p>")


def test_a_passage_is_marked_over_tags_and_blanks(tmp_path: Path) -> None:
    page = "<p>Trước.</p><p><b>1.</b> Mỗi&nbsp;hộ\n trồng <i>ba</i> cây</p><p>bàng &amp; nhãn.</p><p>Sau.</p>"
    original = clean(tmp_path, "x.html", page, "text/html")
    shown = marked(original, (wording("1. Mỗi hộ trồng ba cây\nbàng & nhãn."),))
    assert shown.outcome == "found"
    assert marks(shown) == "1.Mỗihộtrồngbacâybàng&amp;nhãn."
    assert shown.markup.count('id="doan"') == 1
    assert re.sub(r"</?mark[^>]*>", "", shown.markup) == marked(original, ()).markup, "nothing else changes"


def test_letters_of_two_codes_and_unseen_signs_are_found_alike(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", "<p>Ða\u0309ng\u200b u\u0309y tr\u00ad\u01b0\u01a1\u0300ng</p>", "text/html")
    assert marked(original, (wording("Đảng ủy trường"),)).outcome == "found"


def test_what_is_not_there_word_for_word_is_not_marked(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", "<p>Mỗi hộ trồng bốn cây bàng.</p>", "text/html")
    shown = marked(original, (wording("Mỗi hộ trồng ba cây bàng."),))
    assert (shown.outcome, "<mark" in shown.markup) == ("absent", False)


def test_of_words_that_stand_there_several_times_the_right_ones_are_marked(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", "<p>Như trên.</p><p>khác</p><p>Như trên.</p>", "text/html")
    shown = marked(original, (wording("Như trên.", before=1, times=2),))
    assert shown.outcome == "found"
    assert shown.markup.index("<mark") > shown.markup.index("khác")
    for told in (wording("Như trên.", times=1), wording("Như trên.", before=2, times=3)):
        shown = marked(original, (told,))
        assert (shown.outcome, "<mark" in shown.markup) == ("several", False)


def test_a_number_that_the_browser_draws_is_no_part_of_the_text(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", "<ol><li>Trồng cây.</li><li>Tưới cây.</li></ol>", "text/html")
    assert marks(marked(original, (wording("2. Tưới cây."), wording("Tưới cây.")))) == "Tướicây."


def test_the_mark_of_a_note_does_not_stand_in_the_way(tmp_path: Path) -> None:
    original = clean(tmp_path, "x.html", "<p>Trồng cây<sup>1</sup> bàng.</p>", "text/html")
    assert marks(marked(original, (wording("Trồng cây bàng."),))) == "Trồngcâybàng."
    squared = clean(tmp_path, "y.html", "<p>Trồng 5 m<sup>2</sup> bàng.</p>", "text/html")
    assert marked(squared, (wording("Trồng 5 m2 bàng."),)).outcome == "found"


def test_text_and_markdown_stay_what_they_are(tmp_path: Path) -> None:
    plain = clean(tmp_path, "x.txt", "1. Trồng <b>cây</b>\n   bàng.", "text/plain")
    assert whole(plain) == "1. Trồng <b>cây</b>\n   bàng."
    markdown = clean(tmp_path, "x.md", "## Mục **I**\n\n1. Trồng <script>cây</script>\n", "text/markdown")
    assert marked(markdown, (wording("Trồng <script>cây</script>"),)).outcome == "found"
    assert '<div class="heading">' in markdown.tags


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Đảng ủy".encode("utf-16"), True),
        ("Đảng ủy".encode("utf-8-sig"), True),
        ("Ða\u0309ng u\u0309y".replace("Ð", "Đ").encode("cp1258"), True),
        (b"\xff\xfe\x00\xd8\x00", False),
    ],
)
def test_a_text_is_read_by_its_encoding_or_not_at_all(tmp_path: Path, content: bytes, found: bool) -> None:
    original = clean(tmp_path, "x.txt", content, "text/plain")
    assert (original is not None and whole(original) == "Đảng ủy") is found


def test_kinds_that_cannot_be_shown_are_told_apart(tmp_path: Path) -> None:
    assert clean(tmp_path, "x.doc", b"\xd0\xcf", "application/msword") is None
    assert clean(tmp_path, "x.docx", b"PK\x03\x04", DOCX) is None
    assert clean(tmp_path, "x.txt", "a" * 4_000_001, "text/plain") is None


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("x.html", b"<p hidden>" + b"a" * 17_000_000 + b"</p><p>b</p>", "text/html"),
        ("x.md", b"a " * 500_001, "text/markdown"),
    ],
)
def test_what_takes_too_long_to_read_is_not_read(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    assert clean(tmp_path, name, content, media_type) is None


def word_file(folder: Path, body: str, notes: str = ""):
    path = folder / "x.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        if notes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {WORD}>{notes}</w:footnotes>")
    return cleaned(path, DOCX)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def shown(original) -> str:
    return marked(original, ()).markup


def test_a_word_file_is_shown_as_it_is_written(tmp_path: Path) -> None:
    raised = run("2", "<w:vertAlign w:val='superscript'/>")
    plain = run(" Trồng cây", "<w:b w:val='0'/>")
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{run('ô')}</w:p></w:tc>"
    body = (
        f"<w:p>{run('Điều 1.', '<w:b/>')}{plain}<w:r><w:br/></w:r>{run('m')}{raised}</w:p>"
        f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    )
    assert shown(word_file(tmp_path, body)) == (
        "<p><b>Điều 1.</b> Trồng cây<br>m<sup>2</sup></p>"
        '<table><tbody><tr><td colspan="2"><p>ô</p></td></tr></tbody></table>'
    )


def test_what_word_does_not_show_is_not_shown(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:ins>{run('thêm ')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        f"{run('giấu', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('giữ')}</w:p>"
    )
    assert shown(word_file(tmp_path, body)) == "<p>thêm giữ</p>"


def test_notes_of_a_word_file_follow_its_text(tmp_path: Path) -> None:
    body = f"<w:p>{run('Trồng cây')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' bàng.')}</w:p>"
    notes = f"<w:footnote w:type='separator' w:id='0'/><w:footnote w:id='2'><w:p>{run('Cây.')}</w:p></w:footnote>"
    original = word_file(tmp_path, body, notes)
    assert shown(original) == "<p>Trồng cây<sup>[2]</sup> bàng.</p><p><sup>[2]</sup></p><p>Cây.</p>"
    assert marks(marked(original, (wording("Trồng cây bàng."),))) == "Trồngcâybàng."


def test_what_a_word_file_has_and_the_page_does_not_is_told(tmp_path: Path) -> None:
    numbered = f"<w:p><w:pPr><w:numPr/></w:pPr>{run('Trồng cây.')}<w:r><w:drawing/></w:r></w:p>"
    assert word_file(tmp_path, numbered).left_out == ("hình ảnh", "số thứ tự do Word tự đánh")


def test_a_word_file_that_unpacks_without_end_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><!--{' ' * 33_000_000}--></w:document>")
    assert cleaned(path, DOCX) is None


def test_a_word_file_nested_without_end_is_not_shown(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 400 + f"<w:p>{run('ô')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 400
    assert word_file(tmp_path, deep) is None


def test_entities_of_a_word_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "khoa.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    path = tmp_path / "x.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
            f"<w:document {WORD}><w:body><w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>",
        )
    original = cleaned(path, DOCX)
    assert original is None or "mật khẩu" not in whole(original)
