"""Names in capitals, in the letters the document itself uses for them."""

from __future__ import annotations

import pytest

from ingest.letters import small_letters

CASES = {
    "as the text writes it": ("CHI BỘ THÔN ĐÔNG", "Hôm nay Chi bộ thôn Đông họp.", "Chi bộ thôn Đông"),
    "run by run": ("TRỒNG CÂY Ở THÔN ĐÔNG", "Người thôn Đông lo trồng cây.", "trồng cây ở thôn Đông"),
    "mostly": ("NHÀ VĂN HÓA", "Sửa nhà văn hóa, quét nhà văn hóa, mở Nhà văn hóa.", "nhà văn hóa"),
    "the other tone": ("NHÀ VĂN HÓA", "Sửa nhà văn hoá.", "nhà văn hoá"),
    "not as a sentence begins": ("TRỒNG CÂY", "Trồng cây là vui.", "trồng cây"),
    "not as capitals": ("TRỒNG CÂY", "Việc TRỒNG CÂY là vui.", "trồng cây"),
    "part of another word is none": ("HỌC HÀNH", "Lo học hành chính.", "học hành"),
    "by rule after xã": ("ĐẢNG ỦY XÃ BẾN MẪU", "", "Đảng ủy xã Bến Mẫu"),
    "by rule for the country": ("NGƯỜI VIỆT NAM", "", "người Việt Nam"),
}


@pytest.mark.parametrize(("capitals", "text", "written"), CASES.values(), ids=CASES.keys())
def test_small_letters(capitals: str, text: str, written: str) -> None:
    assert small_letters(capitals, text) == written
