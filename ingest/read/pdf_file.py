"""A PDF file on its way in: pictures of pages are recognised, what cannot be read is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.read import refusals
from ingest.read.drawn_forms import TangledError
from ingest.read.page_choice import PageReading
from ingest.read.painter import StuckError
from ingest.read.pdf import (
    DamagedPdfError,
    LockedPdfError,
    NoEngineError,
    Recognise,
    TooManyPagesError,
    read_pdf,
)
from ingest.read.raw import RawReading
from ingest.read.rules import Rules


def read_pdf_file(name: str, _suffix: str, data: bytes, rules: Rules) -> RawReading:
    """Read a PDF by the rules of an installation.

    Raises:
        Refusal: It is damaged, locked, too long, secret, drawn without end, or a scan that cannot be recognised here.
    """
    try:
        return read_pdf(data, rules.limits.pages, _recognise(name, data, rules))
    except DamagedPdfError as error:
        raise refusals.damaged(name) from error
    except (TangledError, StuckError) as error:
        raise refusals.endless(name) from error
    except LockedPdfError as error:
        raise refusals.encrypted(name) from error
    except TooManyPagesError as error:
        raise refusals.too_many_pages(name, error.pages, rules.limits.pages) from error
    except NoEngineError as error:
        raise refusals.no_text(name, error.bare, error.pages) from error


def _recognise(name: str, data: bytes, rules: Rules) -> Recognise:
    """How the pages of a file that are pictures are read."""

    def recognise(wanted: Sequence[int], seen: Sequence[str]) -> Mapping[int, PageReading] | None:
        # Only here, for most files have text: what works on pictures takes a second to load, and 100 MB.
        from ingest.read.ocr.pages import RecognitionError, recogniser  # noqa: PLC0415

        reads = recogniser(data, rules)
        try:
            return None if reads is None else reads.pages(wanted, seen)
        except RecognitionError as error:
            raise refusals.engine_fails(name) from error

    return recognise
