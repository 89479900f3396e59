"""What an index was made with. Written into the index; compared at start-up; a mismatch is a clear error."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from corpus.errors import IndexMismatch
from corpus.terms import TERMS_VERSION
from corpus.text import TEXT_VERSION

SCHEMA_VERSION = 3
"""Version of the passage record as it lies in Qdrant (``corpus.record``)."""

STRUCTURE_VERSION = 3
"""Version of the structure rules: raise when the same file would give other units."""

_NAMES = {
    "encoder": "mô hình",
    "fingerprint": "dấu vân tay của mô hình",
    "dimension": "số chiều vectơ",
    "query_prefix": "tiền tố câu hỏi",
    "passage_prefix": "tiền tố đoạn",
    "terms_version": "quy tắc tách từ",
    "text_version": "quy tắc đọc chữ",
    "structure_version": "quy tắc tách mục",
    "schema_version": "cấu trúc bản ghi",
}


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """Everything that must agree between the side that wrote an index and the side that searches it."""

    encoder: str
    fingerprint: str
    dimension: int
    query_prefix: str
    passage_prefix: str
    terms_version: int = TERMS_VERSION
    text_version: int = TEXT_VERSION
    structure_version: int = STRUCTURE_VERSION
    schema_version: int = SCHEMA_VERSION

    def to_record(self) -> dict[str, str | int]:
        """As it is written into the index."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, str | int]) -> IndexSpec:
        """From what ``to_record`` wrote.

        Raises:
            IndexMismatch: The record lacks a field: another version of the program wrote it.
        """
        missing = [field.name for field in fields(cls) if field.name not in record]
        if missing:
            raise IndexMismatch(f"Mô tả của kho thiếu mục {', '.join(missing)}.", REBUILD)
        return cls(**{field.name: record[field.name] for field in fields(cls)})  # type: ignore[arg-type]

    def require(self, wanted: IndexSpec) -> None:
        """Check that this index can be searched by ``wanted``.

        Raises:
            IndexMismatch: Names every part that differs, and the command that mends it.
        """
        ours, theirs = self.to_record(), wanted.to_record()
        differing = [f"{_NAMES[key]} («{ours[key]}» khác «{theirs[key]}»)" for key in ours if ours[key] != theirs[key]]
        if differing:
            raise IndexMismatch(f"Kho được lập với thiết lập khác: {'; '.join(differing)}.", REBUILD)


REBUILD = "Hãy chạy «tracuu reindex» để lập lại kho từ các tệp gốc đã lưu."
