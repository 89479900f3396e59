"""How well documents are read: the annotated outlines, scored by the script that lies beside them."""

from __future__ import annotations

import importlib.util
import io
import json
from pathlib import Path
from typing import Any

from ingest.document import read_document
from ingest.outline_json import outline_json
from ingest.read.rules import Rules

FILES = {
    "57-NQ-TW": "party/57-NQ-TW_2024-12-22.md",
    "20-NQ-TW": "party/20-NQ-TW_2012-11-01.md",
    "294-QD-TW": "party/quydinh294.pdf",
    "383-QD-TW": "party/383-QD-TW_2025-11-19.md",
    "66-NQ-TW": "party/66-NQ-TW_2025-04-30.md",
    "45-CT-TW": "party/45-CT-TW_2025-04-14.md",
    "Luat-Hoa-chat-69-2025": "state/born_digital/01-luat__Luat-Hoa-chat-69-2025-QH15.docx",
    "ND-139-2025": "state/born_digital/ND-139-2025-phan-dinh-tham-quyen-2-cap-BCT.docx",
}
"""Annotated outline → the file it was made from, under ``real/``."""


def gold_outlines(shared: Path) -> dict[str, dict[str, Any]]:
    """The annotated outlines by their names."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "gold").glob("*.json"))
    }


def gold_scores(shared: Path) -> dict[str, Any]:
    """All the annotators' script says of our outlines, by document and together."""
    specification = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(shared / "gold" / "score.py")
    score = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(score)
    read = {name: outline_json(read_document(shared / "real" / file, Rules())) for name, file in FILES.items()}
    pairs = [(name, gold, read[name]) for name, gold in gold_outlines(shared).items()]
    result: dict[str, Any] = score.run(pairs, out=io.StringIO())
    return result
