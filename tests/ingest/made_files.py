"""Files to take in, written for the tests."""

from __future__ import annotations

from pathlib import Path

GUARDED_WORDS = "Kế hoạch phòng thủ kho lúa giống của hợp tác xã"


def letter(number: str = "05-NQ/ĐU", *items: str) -> str:
    """A resolution with a letterhead and a signature."""
    numbered = "\n".join(f"{place}. {item}" for place, item in enumerate(items or ("Mỗi hộ trồng ba cây bàng.",), 1))
    return (
        "ĐẢNG BỘ TỈNH MẪU\nĐẢNG ỦY XÃ MẪU\nSố " + number + "\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Mẫu, ngày 18 tháng 8 năm 2025\nNGHỊ QUYẾT\nvề trồng cây trong thôn\n"
        f"Đảng ủy xã quyết nghị như sau:\n{numbered}\nT/M BAN CHẤP HÀNH\nBÍ THƯ\nTrần Văn Mẫu\n"
    )


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def secret() -> str:
    return "TỐI MẬT\n" + letter("09-KH/ĐU", f"{GUARDED_WORDS}.")
