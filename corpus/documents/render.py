"""Publish the sample documents: ``python -m corpus.documents.render``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.documents.render_docx import render_docx
from corpus.documents.render_pdf import render_pdf
from corpus.documents.render_web import render_html, render_text
from corpus.documents.source import SampleDocument, load_sources

FOLDER = Path(__file__).parent
SOURCES = FOLDER / "sources"
RENDERERS: dict[str, Callable[[SampleDocument], bytes]] = {
    "pdf": render_pdf,
    "docx": render_docx,
    "html": render_html,
    "txt": render_text,
}


def render_all(target: Path = FOLDER, sources: Path = SOURCES) -> tuple[Path, ...]:
    """Write every published file into ``target`` and return their paths, ordered by name."""
    return tuple(_render(document, target) for document in load_sources(sources))


def _render(document: SampleDocument, target: Path) -> Path:
    path = target / document.file_name
    path.write_bytes(RENDERERS[document.file_format](document))
    return path


if __name__ == "__main__":
    render_all()
