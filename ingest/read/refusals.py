"""Every refusal a reader can give, in words for people. No message holds anything of a file's text."""

from __future__ import annotations

from corpus.errors import Refusal, RefusalReason
from corpus.secrecy import Mark
from ingest.components import LIBREOFFICE, TESSERACT, TRUEOCR

_TAKEN = ".pdf, .docx, .doc, .rtf, .odt, .html, .md, .txt"
_MEGABYTE = 1024 * 1024
_WORD = (".wps", ".docm", ".dot", ".dotx")
_TABLES = (".xls", ".xlsx", ".ods", ".csv")
_SLIDES = (".ppt", ".pptx", ".odp")
_IMAGES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic")
_PACKED = (".zip", ".rar", ".7z", ".gz", ".tar")
# What to do with formats that people have and that are not read.
_WAYS_OUT = {
    _WORD: "Hãy mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi nạp lại.",
    _TABLES: "Nếu cần tra cứu phần chữ của bảng tính, hãy chép sang tệp .docx rồi nạp lại.",
    _SLIDES: "Hãy xuất bài trình chiếu thành PDF rồi nạp lại.",
    _IMAGES: "Hãy ghép các ảnh thành một tệp PDF rồi nạp lại; chữ trong ảnh sẽ được nhận dạng.",
    _PACKED: "Hãy giải nén rồi nạp từng tệp bên trong.",
}


def empty(name: str) -> Refusal:
    """A file of no bytes, or without a single word."""
    return Refusal(
        RefusalReason.EMPTY,
        f"Tệp «{name}» không có nội dung.",
        "Hãy kiểm tra lại bản gốc, chép lại rồi nạp lại.",
    )


def damaged(name: str) -> Refusal:
    """A file that is cut off or cannot be taken apart."""
    return Refusal(
        RefusalReason.DAMAGED,
        f"Tệp «{name}» bị hỏng hoặc bị cắt cụt nên không đọc được trọn vẹn.",
        "Hãy chép lại tệp từ nguồn, hoặc mở bằng phần mềm đã tạo ra nó, lưu lại rồi nạp lại.",
    )


def encrypted(name: str) -> Refusal:
    """A file that opens only with a password."""
    return Refusal(
        RefusalReason.ENCRYPTED,
        f"Tệp «{name}» được đặt mật khẩu.",
        "Hãy mở tệp bằng mật khẩu, lưu một bản không đặt mật khẩu rồi nạp lại.",
    )


def macros(name: str) -> Refusal:
    """A file with a program inside."""
    return Refusal(
        RefusalReason.MACROS,
        f"Tệp «{name}» có macro (chương trình chạy kèm văn bản).",
        "Hãy kiểm tra nguồn gốc tệp; nếu tin cậy thì mở bằng Word, lưu thành .docx không kèm macro rồi nạp lại.",
    )


def misnamed(name: str) -> Refusal:
    """A file whose name, or that of a folder around it, is no text."""
    return Refusal(
        RefusalReason.MISNAMED,
        f"Tên tệp «{name}» hoặc tên thư mục chứa tệp có ký tự không đọc được.",
        "Hãy đổi tên rồi nạp lại.",
    )


def mislabelled(name: str, suffix: str, really: str) -> Refusal:
    """A file whose content is not what its suffix says.

    Args:
        name: The file's name.
        suffix: Its suffix, e.g. ``.pdf``.
        really: What the content is, in Vietnamese.
    """
    return Refusal(
        RefusalReason.MISLABELLED,
        f"Tệp «{name}» có đuôi {suffix} nhưng nội dung là {really}.",
        f"Hãy đặt lại đuôi tệp cho đúng, hoặc lưu lại thành một trong các định dạng {_TAKEN} rồi nạp lại.",
    )


def unsupported(name: str, suffix: str) -> Refusal:
    """A format that is not read; the next step names the way out."""
    known = (way for suffixes, way in _WAYS_OUT.items() if suffix in suffixes)
    way_out = next(known, f"Các định dạng nhận được: {_TAKEN}.")
    what = f"định dạng {suffix}" if suffix else "định dạng không rõ (tên tệp không có đuôi)"
    return Refusal(RefusalReason.UNSUPPORTED, f"Tệp «{name}» thuộc {what}, chưa đọc được.", way_out)


def no_converter(name: str, suffix: str) -> Refusal:
    """A file that only LibreOffice can open, and it is not here."""
    return Refusal(
        RefusalReason.UNSUPPORTED,
        f"Tệp «{name}» thuộc định dạng {suffix}, cần {LIBREOFFICE.name} mới đọc được mà máy này chưa có.",
        f"Hãy {LIBREOFFICE.install} rồi nạp lại; hoặc mở tệp bằng Word, lưu thành .docx rồi nạp lại.",
    )


def not_converted(name: str) -> Refusal:
    """A file that LibreOffice did not open within its time."""
    return Refusal(
        RefusalReason.DAMAGED,
        f"{LIBREOFFICE.name} không mở được tệp «{name}» trong thời gian cho phép.",
        "Hãy mở tệp bằng Word, lưu thành .docx rồi nạp lại; tệp quá dài thì tách thành nhiều tệp.",
    )


def no_text(name: str, bare: int, pages: int) -> Refusal:
    """A scan on a machine that cannot recognise it: ``bare`` of ``pages`` pages hold no words."""
    return Refusal(
        RefusalReason.NO_TEXT,
        f"Tệp «{name}» là bản quét, {bare}/{pages} trang không có lớp chữ; máy này chưa có chương trình nhận dạng chữ.",
        f"Hãy cài {TESSERACT.name}: {TESSERACT.install}; hoặc cài {TRUEOCR.name}: {TRUEOCR.install}; rồi nạp lại.",
    )


def not_recognised(name: str, bare: int, pages: int) -> Refusal:
    """A file of pictures in which hardly a word can be read: ``bare`` of ``pages`` pages hold none."""
    return Refusal(
        RefusalReason.NO_TEXT,
        f"Tệp «{name}» hầu như không đọc được chữ nào ở {bare}/{pages} trang: trang trắng, ảnh, hoặc bản quét quá mờ.",
        "Hãy quét lại bản gốc ở 300 dpi, hoặc xin bản .docx, PDF xuất từ máy, rồi nạp lại.",
    )


def engine_fails(name: str) -> Refusal:
    """A scan on a machine whose recognition program does not work, or stopped in the middle."""
    return Refusal(
        RefusalReason.NO_TEXT,
        f"Không nhận dạng được bản quét «{name}»: chương trình nhận dạng chữ trên máy này không chạy được "
        "hoặc dừng giữa chừng.",
        f"Hãy nạp lại; nếu vẫn lỗi, hãy cài lại {TESSERACT.name}: {TESSERACT.install}.",
    )


def secret(name: str, mark: Mark) -> Refusal:
    """A file that carries the mark of a state secret."""
    return Refusal(
        RefusalReason.SECRET,
        f"Tệp «{name}» mang dấu «{mark.text}»: không nạp, không lưu bất cứ nội dung nào.",
        "Hãy quản lý tệp theo quy định về bảo vệ bí mật nhà nước; không đưa tệp lên máy nối mạng.",
    )


def restricted(name: str, mark: Mark) -> Refusal:
    """A file whose circulation is restricted beyond what this installation takes in."""
    return Refusal(
        RefusalReason.RESTRICTED,
        f"Tệp «{name}» mang dấu «{mark.text}»: bản cài đặt này chỉ nhận văn bản phổ biến công khai.",
        "Hãy nạp bản đã công bố; nếu mọi người dùng bản cài đặt này đều được đọc văn bản nội bộ thì đặt "
        "TRACUU_CLEARANCE=noi-bo rồi nạp lại.",
    )


def too_big(name: str, size: int, limit: int) -> Refusal:
    """A file of more than ``limit`` bytes."""
    return Refusal(
        RefusalReason.TOO_BIG,
        f"Tệp «{name}» lớn {_megabytes(size)} MB, quá mức cho phép {_megabytes(limit)} MB.",
        "Hãy giảm dung lượng hình ảnh trong tệp, hoặc tách thành nhiều tệp rồi nạp lại.",
    )


def too_many_pages(name: str, pages: int, limit: int) -> Refusal:
    """A PDF of more than ``limit`` pages."""
    return Refusal(
        RefusalReason.TOO_MANY_PAGES,
        f"Tệp «{name}» có {pages} trang, quá mức cho phép {limit} trang.",
        "Hãy tách thành nhiều tệp, mỗi văn bản một tệp, rồi nạp lại.",
    )


def archive_bomb(name: str) -> Refusal:
    """A package that unpacks to far more than it should."""
    return Refusal(
        RefusalReason.ARCHIVE_BOMB,
        f"Tệp «{name}» khi giải nén lớn bất thường, có thể gây treo máy.",
        "Hãy kiểm tra nguồn gốc tệp; nếu tin cậy thì mở bằng Word, lưu lại rồi nạp lại.",
    )


def endless(name: str) -> Refusal:
    """A PDF whose pages draw parts of themselves again and again."""
    return Refusal(
        RefusalReason.ENDLESS,
        f"Tệp «{name}» có hình vẽ lồng nhau hoặc lặp lại quá nhiều, đọc sẽ làm treo máy.",
        "Hãy kiểm tra nguồn gốc tệp; nếu tin cậy thì mở tệp, in lại thành PDF mới rồi nạp lại.",
    )


def nested(name: str) -> Refusal:
    """A web page whose elements are nested without end."""
    return Refusal(
        RefusalReason.ENDLESS,
        f"Tệp «{name}» có các thẻ HTML lồng nhau quá sâu, đọc sẽ làm treo máy.",
        "Hãy kiểm tra nguồn gốc tệp; nếu tin cậy thì mở trang bằng trình duyệt, in thành PDF rồi nạp lại.",
    )


def unreadable(name: str, valid: float) -> Refusal:
    """Text that is not Vietnamese in any known encoding; ``valid`` is the share of words that could be, 0 to 1."""
    return Refusal(
        RefusalReason.UNREADABLE_TEXT,
        f"Chữ trong tệp «{name}» không đọc được: chỉ {valid:.0%} số tiếng đúng là tiếng Việt.",
        "Các bảng mã cũ TCVN3, VNI, VPS, VISCII được tự động chuyển, nhưng tệp này không theo bảng mã nào trong số đó. "
        "Hãy chuyển tệp sang Unicode; nếu lớp chữ của PDF bị hỏng, hãy nhận dạng chữ lại; sau đó nạp lại.",
    )


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f}".replace(".", ",")
