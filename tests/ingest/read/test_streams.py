"""Pages that cannot be unpacked to their end are noticed, wherever the damage is."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from corpus.documents.render import FOLDER
from corpus.errors import Refusal, RefusalReason
from ingest.read import read_file
from ingest.read.streams import has_broken_page

SAMPLE = FOLDER / "02-ct-du-2025-09-15.pdf"


def contents(data: bytes, page: int) -> tuple[int, int]:
    """Where the packed content of a page lies in its file."""
    packed = pypdf.PdfReader(BytesIO(data)).pages[page]["/Contents"].get_object()._data
    start = data.find(packed)
    assert start > 0
    return start, start + len(packed)


def zeroed(data: bytes, start: int, end: int) -> bytes:
    middle = (start + end) // 2
    return data[:middle] + bytes(64) + data[middle + 64 :]


def flipped(data: bytes, start: int, end: int) -> bytes:
    middle = (start + end) // 2
    return data[:middle] + bytes([data[middle] ^ 0x10]) + data[middle + 1 :]


def cut(data: bytes, start: int, end: int) -> bytes:
    # The rest of the stream is blanks: as long as it says, and without its end.
    return data[: (start + end) // 2] + b" " * (end - (start + end) // 2) + data[end:]


@pytest.mark.parametrize("page", [0, 2])
@pytest.mark.parametrize("damage", [zeroed, flipped, cut])
def test_a_page_damaged_in_the_middle_refuses_the_file(
    damage: Callable[[bytes, int, int], bytes], page: int, tmp_path: Path
) -> None:
    whole = SAMPLE.read_bytes()
    path = tmp_path / "hong.pdf"
    path.write_bytes(damage(whole, *contents(whole, page)))
    with pytest.raises(Refusal) as refused:
        read_file(path)
    assert refused.value.reason is RefusalReason.DAMAGED


def test_a_whole_file_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "nguyen-ven.pdf"
    path.write_bytes(SAMPLE.read_bytes())
    assert read_file(path).pages == 4


@pytest.mark.parametrize(("megabytes", "refused"), [(100, False), (300, True)])
def test_what_unpacks_without_end_does_not_fill_the_memory(megabytes: int, refused: bool) -> None:
    stream = pypdf.generic.StreamObject()
    stream[pypdf.generic.NameObject("/Filter")] = pypdf.generic.NameObject("/FlateDecode")
    packing, blanks = zlib.compressobj(1), bytes(1024 * 1024)
    stream._data = b"".join(packing.compress(blanks) for _ in range(megabytes)) + packing.flush()
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    page[pypdf.generic.NameObject("/Contents")] = stream
    tracemalloc.start()
    broken = has_broken_page(writer)  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert broken is refused
    assert peak < 8 * 1024 * 1024
