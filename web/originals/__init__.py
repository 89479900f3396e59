"""Originals that have no pages, cleaned so that a page of ours can show them: web pages, Word files, texts."""

from __future__ import annotations

from web.originals.cleaned import cleaned
from web.originals.marking import Marked, marked

__all__ = ["Marked", "cleaned", "marked"]
