"""The one way in: checks before reading, the reader of the format, checks of what was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from zipfile import BadZipFile

from corpus.errors import NotFound
from corpus.quality import quality
from corpus.secrecy import Clearance
from corpus.stamps import secrecy_mark
from ingest.components import LIBREOFFICE, libreoffice
from ingest.read import refusals
from ingest.read.archive import BombError, LockedError, check_archive
from ingest.read.decode import Decoded, decode
from ingest.read.legacy.markup import unicode_markup
from ingest.read.legacy.paragraphs import unicode_lines
from ingest.read.libreoffice import ConversionError, ConversionTimeoutError, to_docx
from ingest.read.limits import Limits
from ingest.read.markdown_notes import markdown_with_notes
from ingest.read.nesting import NestedError, check_nesting
from ingest.read.old_word import (
    DamagedWordError,
    LockedWordError,
    NoWordError,
    check_doc,
    check_open_text,
    check_rich_text,
)
from ingest.read.page_tail import without_tail
from ingest.read.pdf import bare_pages
from ingest.read.pdf_file import read_pdf_file
from ingest.read.plain import plain_lines
from ingest.read.raw import RawReading
from ingest.read.rules import Rules
from ingest.read.sniff import Kind, opens_as_html, sniff
from ingest.read.unseen import unseen_in_markdown
from ingest.read.webpage import read_webpage
from ingest.read.word import DAMAGE, read_word
from ingest.reading import Reading

_KINDS = {
    ".pdf": (Kind.PDF,),
    ".docx": (Kind.WORD,),
    # What programs call .doc and Word opens without a word: RTF, web pages, files of today's Word.
    ".doc": (Kind.OLD_WORD, Kind.RICH_TEXT, Kind.HTML, Kind.WORD),
    ".rtf": (Kind.RICH_TEXT,),
    ".odt": (Kind.OPEN_TEXT,),
    ".html": (Kind.HTML,),
    ".htm": (Kind.HTML,),
    ".md": (Kind.TEXT,),
    ".txt": (Kind.TEXT,),
}
SUFFIXES = tuple(_KINDS)
"""What is taken from a folder; other suffixes are refused by name."""

# Missing, unreadable, links in a circle (RuntimeError before Python 3.13), a NUL in the name.
_NO_FILE = (OSError, RuntimeError, ValueError)
# A page of a scan holds no words, at most a number or a stamp.
_FEWEST_WORDS = 5


def read_file(path: Path, rules: Rules | None = None) -> Reading:
    """Read a file into lines.

    Args:
        path: A file of one of ``SUFFIXES``.
        rules: What is refused here, and what a single file may ask for.

    Raises:
        Refusal: The file is not taken in; ``reason`` says which rule refused it.
        NotFound: There is no such file, or it cannot be opened.
    """
    rules = rules or Rules()
    check_file(path, rules.limits)
    return read_data(path.name, _bytes(path), rules)


def read_data(name: str, data: bytes, rules: Rules) -> Reading:
    """Read what a file holds into lines; nothing of it is written to the disk but by programs that convert it.

    Args:
        name: Name of the file; its suffix is one of ``SUFFIXES``.
        data: Its bytes.
        rules: What is refused here, and what a single file may ask for.

    Raises:
        Refusal: The file is not taken in; ``reason`` says which rule refused it.
    """
    suffix = Path(name).suffix.lower()
    _check(name, suffix, len(data), rules.limits)
    kind = _kind(name, suffix, data)
    raw = _READERS[kind](name, suffix, data, rules)
    return _checked(name, raw, rules.clearance)


def check_file(path: Path, limits: Limits) -> None:
    """The checks that need no reading: the file is there, of a known suffix, neither empty nor too big.

    Raises:
        Refusal: UNSUPPORTED, EMPTY or TOO_BIG.
        NotFound: There is no such file, it is a folder, or it cannot be opened.
    """
    try:
        if path.is_dir():
            raise NotFound(f"«{path.name}» là thư mục, không phải tệp.", "Hãy chỉ rõ tệp cần đọc.")
        size = path.stat().st_size
    except _NO_FILE as error:
        raise _cannot_open(path) from error
    _check(path.name, path.suffix.lower(), size, limits)


def _check(name: str, suffix: str, size: int, limits: Limits) -> None:
    if suffix not in _KINDS:
        raise refusals.unsupported(name, suffix)
    if size == 0:
        raise refusals.empty(name)
    if size > limits.bytes:
        raise refusals.too_big(name, size, limits.bytes)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except _NO_FILE as error:
        raise _cannot_open(path) from error


def _cannot_open(path: Path) -> NotFound:
    return NotFound(f"Không mở được tệp «{path.name}».", "Hãy kiểm tra đường dẫn, liên kết tắt và quyền đọc tệp.")


def _kind(name: str, suffix: str, data: bytes) -> Kind:
    """What the file is, after refusing what its suffix does not allow."""
    kind, expected = sniff(data), _KINDS[suffix]
    if kind is Kind.LOCKED_OFFICE:
        raise refusals.encrypted(name)
    if kind is Kind.HTML and expected[0] is not Kind.HTML and not opens_as_html(data):
        kind = Kind.TEXT  # with some tags in it
    if kind not in expected:
        raise refusals.mislabelled(name, suffix, kind.value)
    return kind


def _checked(name: str, raw: RawReading, clearance: Clearance) -> Reading:
    """The reading with its mark, after refusing what may not be kept and what cannot be read."""
    reading = raw.reading
    mark = secrecy_mark(raw.seen, (*raw.stamps, *(piece.text for piece in reading.furniture)))
    if mark is not None and mark.secret:
        raise refusals.secret(name, mark)
    if mark is not None and not clearance.admits(mark.text):
        raise refusals.restricted(name, mark)
    if reading.visual and reading.pages:
        bare = bare_pages(raw, _FEWEST_WORDS)
        if bare * 2 > reading.pages:
            raise refusals.not_recognised(name, bare, reading.pages)
    if not any(char.isalnum() for line in reading.lines for char in line.text):
        raise refusals.empty(name)
    score = quality("\n".join(line.text for line in reading.lines))
    if not score.readable:
        raise refusals.unreadable(name, score.valid)
    return replace(reading, mark=mark.text if mark else None)


def _read_word(name: str, suffix: str, data: bytes, rules: Rules) -> RawReading:
    del suffix
    try:
        check_archive(data, rules.limits)
        return read_word(data)
    except BombError as error:
        raise refusals.archive_bomb(name) from error
    except LockedError as error:
        raise refusals.encrypted(name) from error
    except DAMAGE as error:
        raise refusals.damaged(name) from error


@dataclass(frozen=True, slots=True)
class _Old:
    """A format that LibreOffice opens: its usual suffix, its media type, and what can be told beforehand."""

    suffix: str
    media_type: str
    check: Callable[[bytes], None]


def _read_old(old: _Old, name: str, suffix: str, data: bytes, rules: Rules) -> RawReading:
    try:
        if old.suffix == ".odt":
            check_archive(data, rules.limits)
        old.check(data)
        program = libreoffice()
        if program is None:
            raise refusals.no_converter(name, old.suffix)
        raw = _read_word(name, suffix, to_docx(data, old.suffix, program), rules)
    except NoWordError as error:
        raise refusals.mislabelled(name, suffix, Kind.OLD_OFFICE.value) from error
    except BombError as error:
        raise refusals.archive_bomb(name) from error
    except (LockedError, LockedWordError) as error:
        raise refusals.encrypted(name) from error
    except ConversionTimeoutError as error:
        raise refusals.not_converted(name) from error
    except (BadZipFile, DamagedWordError, ConversionError) as error:
        raise refusals.damaged(name) from error
    converted = replace(raw.reading, media_type=old.media_type, reader=f"{LIBREOFFICE.name} + {raw.reading.reader}")
    return replace(raw, reading=converted)


def _read_webpage(name: str, suffix: str, data: bytes, rules: Rules) -> RawReading:
    del suffix, rules
    decoded = _text(name, data)
    try:
        check_nesting(decoded.text)
    except NestedError as error:
        raise refusals.nested(name) from error
    source, encodings = unicode_markup(decoded.text)
    raw = read_webpage(source)
    return replace(raw, reading=_without_tail(replace(raw.reading, encodings=decoded.encodings or encodings)))


def _read_text(name: str, suffix: str, data: bytes, rules: Rules) -> RawReading:
    del rules
    decoded = _text(name, data)
    source, encodings = unicode_lines(decoded.text)
    if suffix == ".md":
        lines, notes = markdown_with_notes(source)
        reading = Reading(lines, "text/markdown", 0, (), "markdown-it-py", notes=notes)
    else:
        reading = Reading(tuple(plain_lines(source)), "text/plain", 0, (), "plain")
    seen = (*(line.text for line in reading.lines), *(note.text for note in reading.notes))
    stamps = tuple(filter(None, unseen_in_markdown(source))) if suffix == ".md" else ()
    return RawReading(_without_tail(replace(reading, encodings=decoded.encodings or encodings)), seen, stamps)


def _without_tail(reading: Reading) -> Reading:
    lines, tail = without_tail(reading.lines)
    return replace(reading, lines=lines, furniture=(*reading.furniture, *tail))


def _text(name: str, data: bytes) -> Decoded:
    try:
        return decode(data)
    except UnicodeError as error:
        raise refusals.unreadable(name, 0.0) from error


_READERS: dict[Kind, Callable[[str, str, bytes, Rules], RawReading]] = {
    Kind.PDF: read_pdf_file,
    Kind.WORD: _read_word,
    Kind.OLD_WORD: partial(_read_old, _Old(".doc", "application/msword", check_doc)),
    Kind.RICH_TEXT: partial(_read_old, _Old(".rtf", "application/rtf", check_rich_text)),
    Kind.OPEN_TEXT: partial(_read_old, _Old(".odt", "application/vnd.oasis.opendocument.text", check_open_text)),
    Kind.HTML: _read_webpage,
    Kind.TEXT: _read_text,
}
