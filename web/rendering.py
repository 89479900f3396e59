"""Templates into pages. Every value is escaped, and a value a template lacks is an error, never a blank."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from corpus.citation import written_date
from search_api.service import Service
from web import asked, pack_visit, words
from web.policy import POLICY

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {
    function.__name__: function
    for function in (
        asked.comparison_address,
        asked.copy_file_address,
        asked.file_address,
        asked.original_address,
        asked.reader_address,
        asked.similar_address,
        pack_visit.pack_address,
        pack_visit.export_address,
        pack_visit.check_address,
        words.beside,
        words.clock_time,
        words.day_in_words,
        words.file_name,
        words.format_name,
        words.in_doubt,
        words.in_force,
        words.marked,
        words.quotation,
        words.short_name,
        words.validity_badge,
        words.validity_detail,
        words.with_mentions,
        words.written_time,
        written_date,
    )
}

# What a page shows may change with the corpus, and may be for its reader alone: it is asked for each time.
_HEADERS = {"Cache-Control": "private, no-cache"}


def service_of(request: Request) -> Service:
    """What answers the questions of a page."""
    service: Service = request.app.state.service
    return service


def render(template: str, status: int = 200, policy: str = POLICY, **values: Any) -> HTMLResponse:
    """A template of ``templates`` as a page.

    Args:
        template: Its file name.
        status: HTTP status.
        policy: What a browser may do on it.
        values: What it shows.
    """
    headers = _HEADERS | {"Content-Security-Policy": policy}
    return HTMLResponse(_TEMPLATES.get_template(template).render(values), status, headers)
