from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pptx
import pytest

from bench.sample_packs import course, short, thematic
from search_api.downloads import disposition
from search_api.exports import export
from search_api.exports.mentions import Mentions
from search_api.exports.names import file_name
from search_api.exports.paper import Look, Paragraph, Quotation, paper_of
from search_api.exports.signature import signature_of
from search_api.exports.worded import RECOGNISED, letterhead_of, place_and_date
from search_api.packs.content import Occasion, PackContent


def _texts(content: PackContent, look: Look, warnings: dict[int, str] | None = None) -> list[str]:
    blocks = paper_of(content, warnings or {}).blocks
    return [
        f"{block.lead} {''.join(piece.text for piece in block.pieces)}".strip()
        for block in blocks
        if isinstance(block, Paragraph) and block.look is look
    ]


def test_sections_are_numbered_without_those_that_are_empty() -> None:
    assert _texts(thematic(), Look.SECTION) == [
        "I- MỤC ĐÍCH, YÊU CẦU",
        "II- KẾ HOẠCH THỜI GIAN",
        "III- ĐỀ DẪN",
        "IV- NỘI DUNG QUÁN TRIỆT",
        "V- LIÊN HỆ THỰC TẾ",
        "VI- CÂU HỎI THẢO LUẬN",
        "VII- DỰ THẢO KẾT LUẬN",
    ]
    assert _texts(short(), Look.SECTION) == ["I- NỘI DUNG QUÁN TRIỆT"]
    assert paper_of(PackContent(), {}).blocks == ()


def test_quotation_is_the_passage_between_quotation_marks() -> None:
    content = course()
    quotations = [block for block in paper_of(content, {}).blocks if isinstance(block, Quotation)]
    assert ["\n".join(one.lines) for one in quotations] == [f"“{one.quote.text}”" for one in content.passages]
    assert any(len(one.lines) > 1 for one in quotations)


def test_first_mention_of_a_document_is_full_and_later_ones_are_short() -> None:
    first, second, third = thematic().passages[:3]
    assert second.quote.document.id == third.quote.document.id != first.quote.document.id
    mentions = Mentions(thematic().passages)
    pieces = mentions.marked("Việc này [2] đã rõ [2], [3]; xem [1].")
    assert [piece.text for piece in pieces] == ["Việc này", " đã rõ", ",", "; xem", "."]
    assert [piece.note for piece in pieces] == [
        second.quote.citation.footnote,
        f"{second.quote.citation.short}.",
        f"{third.quote.citation.short}.",
        first.quote.citation.footnote,
        "",
    ]


@pytest.mark.parametrize("text", ["Không có [99] trong tập.", "Dãy [a], [], [1.2], [ 1 ]", "[999999999999]"])
def test_brackets_that_name_no_passage_stay(text: str) -> None:
    assert "".join(piece.text for piece in Mentions(thematic().passages).marked(text)) == text


def test_marks_side_by_side_do_not_read_as_one_number() -> None:
    assert [piece.text for piece in Mentions(thematic().passages).marked("Xem [1][2] [3]")] == ["Xem", ", ", ", "]


def test_quotation_marks_and_brackets_of_a_source_are_not_mentions() -> None:
    content = thematic()
    passage = content.passages[0]
    quote = passage.quote.model_copy(update={"text": "Theo biểu [2] và “mẫu [1]”."})
    held = content.model_copy(update={"passages": (passage.model_copy(update={"quote": quote}),)})
    [quotation] = [block for block in paper_of(held, {}).blocks if isinstance(block, Quotation)]
    assert quotation.lines == ("“Theo biểu [2] và “mẫu [1]”.”",)


def test_every_quotation_names_its_source_and_none_says_it_twice() -> None:
    content = course().model_copy(update={"introduction": ""})
    blocks = [*paper_of(content, {}).blocks]
    noted: set[str] = set()
    for place, block in enumerate(blocks):
        if not isinstance(block, Quotation):
            continue
        heading = next(
            one.pieces[0].text
            for one in reversed(blocks[:place])
            if isinstance(one, Paragraph) and one.look is Look.ITEM
        )
        passage = content.passages[int(heading.partition(".")[0]) - 1]
        citation = passage.quote.citation
        assert block.note in ("", citation.footnote)
        # Without a footnote the heading gives the page as well.
        assert block.note or heading.endswith(citation.short)
        noted.add(block.note)
    assert len(noted) > 1
    assert "" in noted


def test_what_a_portal_wrote_is_no_title() -> None:
    [passage] = short().passages
    quote = passage.quote.model_copy(update={"trail": (">>> Tải về toàn văn", "II- MỤC TIÊU")})
    held = short().model_copy(update={"passages": (passage.model_copy(update={"quote": quote}),)})
    assert _texts(held, Look.TRAIL) == ["II- MỤC TIÊU"]


def test_a_line_that_leads_in_never_ends_a_page() -> None:
    content = PackContent(introduction="Về mục tiêu:\nTrồng cây.\n" + "Dài " * 60 + ":")
    heads = [one.is_head for one in paper_of(content, {}).blocks if isinstance(one, Paragraph)]
    assert heads == [True, True, False, False]


@pytest.mark.parametrize(
    ("superior", "branch", "occasion", "expected"),
    [
        ("Đảng uỷ xã Mẫu", "Chi bộ thôn Mẫu", "chuyen-de", ("Đảng uỷ xã Mẫu", "Chi bộ thôn Mẫu")),
        ("", "Chi bộ thôn Mẫu", "chuyen-de", ("", "Chi bộ thôn Mẫu")),
        ("Đảng uỷ xã Mẫu", "", "thuong-ky", ("Đảng uỷ xã Mẫu", "Chi bộ ……………………")),
        ("", "", "chuyen-de", ("Đảng bộ ……………………", "Chi bộ ……………………")),
        ("Trường Mẫu", "", "bai-giang", ("Trường Mẫu", "")),
    ],
)
def test_letterhead_leaves_room_for_what_is_not_known(
    superior: str, branch: str, occasion: str, expected: tuple[str, str]
) -> None:
    content = PackContent(superior=superior, branch=branch, occasion=Occasion(occasion))
    assert letterhead_of(content) == expected
    assert all("……" in line for line in letterhead_of(PackContent(occasion=Occasion.LESSON)))


def test_warnings_stand_at_their_passage() -> None:
    content = thematic()
    told = {2: "Văn bản nay đã hết hiệu lực.", 77: "Không có đoạn này."}
    assert _texts(content, Look.WARNING, told) == ["Lưu ý: Văn bản nay đã hết hiệu lực."]
    blocks = paper_of(content, told).blocks
    place = next(n for n, one in enumerate(blocks) if isinstance(one, Paragraph) and one.look is Look.WARNING)
    before = blocks[place - 1]
    assert isinstance(before, Quotation)
    assert before.lines == (f"“{content.passages[1].quote.text}”",)


def test_scan_and_force_at_the_time_are_told_without_a_warning() -> None:
    content = short()
    [passage] = content.passages
    document = passage.quote.document.model_copy(update={"validity": "hết hiệu lực từ 01/11/2025"})
    quote = passage.quote.model_copy(update={"recognised": True, "document": document})
    held = content.model_copy(update={"passages": (passage.model_copy(update={"quote": quote}),)})
    assert _texts(held, Look.WARNING) == [
        "Lưu ý: Hiệu lực của văn bản lúc trích: hết hiệu lực từ 01/11/2025.",
        f"Lưu ý: {RECOGNISED}",
    ]


@pytest.mark.parametrize(
    ("branch", "author", "occasion", "expected"),
    [
        ("Chi bộ thôn Mẫu", "Nguyễn Văn Mẫu, Bí thư chi bộ", "chuyen-de", ("T/M CHI BỘ", "BÍ THƯ", "Nguyễn Văn Mẫu")),
        ("Chi bộ thôn Mẫu", "Lê Ví Dụ, phó bí thư", "thuong-ky", ("T/M CHI BỘ", "PHÓ BÍ THƯ", "Lê Ví Dụ")),
        ("Chi bộ thôn Mẫu", "", "chuyen-de", ("T/M CHI BỘ", "BÍ THƯ", "")),
        ("Chi bộ thôn Mẫu", "Lê Ví Dụ, chi uỷ viên", "chuyen-de", ("NGƯỜI CHUẨN BỊ", "chi uỷ viên", "Lê Ví Dụ")),
        ("Chi bộ thôn Mẫu", "Lê Ví Dụ, bí thư", "bai-giang", ("NGƯỜI CHUẨN BỊ", "bí thư", "Lê Ví Dụ")),
        ("Đảng bộ xã Mẫu", "Lê Ví Dụ", "chuyen-de", ("NGƯỜI CHUẨN BỊ", "", "Lê Ví Dụ")),
        ("", "", "chuyen-de", ("NGƯỜI CHUẨN BỊ", "", "")),
    ],
)
def test_secretary_signs_for_a_branch(branch: str, author: str, occasion: str, expected: tuple[str, str, str]) -> None:
    content = PackContent(branch=branch, author=author, occasion=Occasion(occasion))
    signature = signature_of(content)
    assert (signature.head, signature.position, signature.name) == expected


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        ("Mẫu", date(2026, 12, 3), "Mẫu, ngày 03 tháng 12 năm 2026"),
        ("Mẫu", date(2026, 2, 10), "Mẫu, ngày 10 tháng 02 năm 2026"),
        ("Mẫu", date(2026, 3, 10), "Mẫu, ngày 10 tháng 3 năm 2026"),
        ("", date(2026, 3, 10), "Ngày 10 tháng 3 năm 2026"),
        ("Mẫu", None, "Mẫu, ngày …… tháng …… năm ………"),
    ],
)
def test_date_is_written_as_party_papers_do(place: str, day: date | None, expected: str) -> None:
    assert place_and_date(PackContent(place=place, held_on=day)) == expected


def test_sources_are_named_once_in_their_order() -> None:
    content = course()
    sources = paper_of(content, {}).sources
    ids = [passage.quote.document.id for passage in content.passages]
    assert [source.document.id for source in sources] == list(dict.fromkeys(ids))
    assert sum(len(source.passages) for source in sources) == 60


@pytest.mark.parametrize(
    ("title", "plain", "marked"),
    [
        ("Chuyển đổi số ở chi bộ", "chuyen-doi-so-o-chi-bo-2026-12-03.docx", "Chuyển đổi số ở chi bộ 2026-12-03.docx"),
        ("", "tap-tai-lieu-2026-12-03.docx", "Tập tài liệu 2026-12-03.docx"),
        ("con", "con-2026-12-03.docx", "con 2026-12-03.docx"),
        ("../../etc/passwd", "etc-passwd-2026-12-03.docx", "etc passwd 2026-12-03.docx"),
        ('a<b>:"c"|?*\\..', "a-b-c-2026-12-03.docx", "a b c 2026-12-03.docx"),
        ("😀…", "2026-12-03.docx", "😀… 2026-12-03.docx"),
    ],
)
def test_names_are_safe_everywhere(title: str, plain: str, marked: str) -> None:
    content = PackContent(title=title, held_on=date(2026, 12, 3))
    assert file_name(content, ".docx") == marked
    assert f'filename="{plain}";' in disposition(marked)


def test_longest_title_is_cut_in_the_properties_alone() -> None:
    content = PackContent(title="nghị quyết " * 27, author="Mẫu " * 75)
    word = docx.Document(BytesIO(export(content, "docx").body))
    assert word.core_properties.title.endswith("…")
    assert len(word.core_properties.title) == 255
    assert any(one.text.split() == content.title.split() for one in word.paragraphs)
    slides = pptx.Presentation(BytesIO(export(content, "pptx").body))
    assert slides.core_properties.title == word.core_properties.title


def test_names_of_long_titles_are_short() -> None:
    content = PackContent(title="nghị quyết " * 27)
    assert len(file_name(content, ".docx")) <= 100
