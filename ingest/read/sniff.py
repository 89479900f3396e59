"""What a file really is, told from its bytes."""

from __future__ import annotations

import codecs
import re
from enum import Enum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

# The PDF header may come after some bytes of rubbish; readers look for it in the first kilobyte.
_PDF_HEADER_WITHIN = 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_WORD = "WordDocument".encode("utf-16-le")
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
# Enough of a page to tell by; a letterhead of scripts is longer than any page says before it says "html".
_PAGE_HEAD = 4096
# The first part of every Office package; all that may be left of one that was cut off.
_OFFICE_LIST = "[Content_Types].xml"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
# Without going back: twenty comments before something else could be cut up in a million ways.
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    rb"</?(?:p|div|span|br|hr|table|t[rdh]|h[1-6]|ul|ol|li|article|main|section|b|strong|i|em|a|font)\b", re.IGNORECASE
)


class Kind(Enum):
    """A kind of content; the value names it to people."""

    PDF = "tài liệu PDF"
    WORD = "tài liệu Word (.docx)"
    EXCEL = "bảng tính Excel"
    SLIDES = "bài trình chiếu PowerPoint"
    ARCHIVE = "tệp nén"
    OLD_WORD = "tài liệu Word đời cũ (.doc)"
    OLD_OFFICE = "tệp Office đời cũ (.xls, .ppt)"
    OPEN_TEXT = "văn bản OpenDocument (.odt)"
    LOCKED_OFFICE = "tệp Office đặt mật khẩu"
    RICH_TEXT = "văn bản RTF"
    IMAGE = "hình ảnh"
    HTML = "trang web HTML"
    TEXT = "văn bản thường"
    BINARY = "dữ liệu không phải văn bản"


_STARTS = (
    (b"{\\rtf", Kind.RICH_TEXT),
    (_IMAGES, Kind.IMAGE),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def sniff(data: bytes) -> Kind:
    """The kind of content, by its signature; text where no signature fits and no byte forbids it."""
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Kind.PDF
    for starts, kind in _STARTS:
        if data.startswith(starts):
            return kind
    if data.startswith(_UTF16):
        return Kind.HTML if opens_as_html(data) else Kind.TEXT
    return _text_kind(data)


def _ole_kind(data: bytes) -> Kind:
    if _OLE_ENCRYPTED in data:
        return Kind.LOCKED_OFFICE
    return Kind.OLD_WORD if _OLE_WORD in data else Kind.OLD_OFFICE


def _text_kind(data: bytes) -> Kind:
    if b"\x00" in data:
        return Kind.BINARY
    return Kind.HTML if opens_as_html(data) or _HTML_TAG.search(data) else Kind.TEXT


def opens_as_html(data: bytes) -> bool:
    """Whether a text begins as a web page does, and does not only hold some tags."""
    if data.startswith(_UTF16):
        data = data[:_PAGE_HEAD].decode("utf-16", "ignore").encode()
    return _HTML_START.match(data.removeprefix(codecs.BOM_UTF8)) is not None


def _zip_kind(data: bytes) -> Kind:
    """What a ZIP holds; a cut-off one is judged by the names left in it."""
    if _OPEN_TEXT in data[:_PAGE_HEAD]:  # packed first and as it is, so that it can be found here
        return Kind.OPEN_TEXT
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = "\n".join(archive.namelist())
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, LookupError):
        names = data.decode("latin-1")
    for part, kind in (("word/", Kind.WORD), ("xl/", Kind.EXCEL), ("ppt/", Kind.SLIDES)):
        if part in names:
            return kind
    return Kind.WORD if _OFFICE_LIST in names else Kind.ARCHIVE
