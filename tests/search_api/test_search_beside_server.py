"""The command ``tracuu search`` beside a running server."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from doubles import SPEC
from rich.console import Console
from serving import served
from small_corpus import fill

from corpus.errors import SettingsError
from corpus.runtime.library import Library
from corpus.runtime.settings import Settings
from corpus.secrecy import Clearance
from search_api.commands.search import search, search_lines


def test_what_a_server_of_another_clearance_shows_is_not_printed(settings: Settings) -> None:
    internal, printed = replace(settings, clearance=Clearance.INTERNAL), io.StringIO()
    library = Library(internal, SPEC)
    fill(library, internal)
    console = Console(file=printed)
    with served(library, internal):
        with pytest.raises(SettingsError, match=r"TRACUU_CLEARANCE=noi-bo, lệnh này với cong-khai"):
            search(settings, "chi bộ", 5, "relevance", console, as_json=False)
        with pytest.raises(SettingsError, match="TRACUU_CLEARANCE"):
            search_lines(settings, ["chi bộ"], 5, "relevance", console)
        assert printed.getvalue() == ""
        search(internal, "chi bộ", 5, "relevance", console, as_json=False)
    library.close()
    assert "1. " in printed.getvalue()
