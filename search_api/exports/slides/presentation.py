"""The PPTX file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide as PptxSlide
from pptx.text.text import TextFrame

from search_api.exports.packed import property_of, repacked, template
from search_api.exports.slides.deck import Deck, Slide, deck_of
from search_api.exports.slides.fitting import CUT, Fitted
from search_api.exports.slides.plan import add_plan
from search_api.exports.slides.writing import added, write, write_lines
from search_api.packs.content import PackContent

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "ppt/presentation.xml": "presentation.xml",
    "ppt/_rels/presentation.xml.rels": "presentation-rels.xml",
    "ppt/theme/theme1.xml": "theme.xml",
    "ppt/slideMasters/slideMaster1.xml": "master.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": "master-rels.xml",
    "ppt/slideLayouts/slideLayout1.xml": "opening.xml",
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": "layout-rels.xml",
    "ppt/slideLayouts/slideLayout2.xml": "content.xml",
    "ppt/slideLayouts/_rels/slideLayout2.xml.rels": "layout-rels.xml",
    "ppt/slideLayouts/slideLayout3.xml": "quotation.xml",
    "ppt/slideLayouts/_rels/slideLayout3.xml.rels": "layout-rels.xml",
}
_OPENING, _CONTENT, _QUOTATION = 0, 1, 2
# Numbers of the placeholders in parts/opening.xml, and in the two other layouts.
_TITLE, _KIND, _ABOUT = 0, 10, 11
_BODY, _WARNING, _SOURCE = 1, 10, 11
_REST_IN_NOTES = "(xem đầy đủ ở phần ghi chú)"
_NOTES = "Ghi chú của người nói"


def pptx_of(content: PackContent, warnings: Mapping[int, str]) -> bytes:
    """A printable pack as a PPTX file."""
    deck = deck_of(content, warnings)
    presentation = pptx.Presentation(template(Path(__file__).parent / "parts", _PARTS))
    presentation.core_properties.title = property_of(content.title or deck.kind.capitalize())
    presentation.core_properties.author = property_of(content.author)
    _add_opening(presentation, deck)
    for slide in deck.slides:
        _add_slide(presentation, slide)
    _name_notes(presentation)
    written = BytesIO()
    presentation.save(written)
    return repacked(written.getvalue())


def _add_opening(presentation: Presentation, deck: Deck) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[_OPENING])
    places = _places(slide)
    _fill(places[_TITLE], deck.title)
    write(places[_KIND].text_frame.paragraphs[0], deck.kind)
    _fill(places[_ABOUT], deck.about)
    _note(slide, deck.notes)


def _add_slide(presentation: Presentation, slide: Slide) -> None:
    layout = presentation.slide_layouts[_QUOTATION if slide.quoted else _CONTENT]
    made = presentation.slides.add_slide(layout)
    places = _places(made)
    _fill(places[_TITLE], slide.title)
    _fill(places[_BODY], slide.body)
    if slide.body.is_cut:
        _say_where_the_rest_is(places[_BODY].text_frame, quoted=slide.quoted)
    _fill(places[_WARNING], slide.warning)
    _fill(places[_SOURCE], slide.source)
    if slide.steps:
        add_plan(made, slide.first_step, slide.steps, slide.minutes)
    _note(made, slide.notes)


def _places(slide: PptxSlide) -> dict[int, SlidePlaceholder]:
    return {place.placeholder_format.idx: place for place in slide.placeholders}


def _fill(place: SlidePlaceholder, text: Fitted) -> None:
    """Write a text into its place; a place without text goes, for it would ask the editor for some."""
    if not text.size:
        place._element.getparent().remove(place._element)
        return
    write_lines(place.text_frame, text.paragraphs, text.size)
    if text.is_cut:
        write(place.text_frame.paragraphs[-1], f" {CUT}", text.size)


def _say_where_the_rest_is(frame: TextFrame, *, quoted: bool) -> None:
    if quoted:
        write(frame.paragraphs[-1], "”", frame.paragraphs[-1].runs[-1].font.size.pt)
    run = write(added(frame), _REST_IN_NOTES, 14)
    run.font.italic = True


def _note(slide: PptxSlide, texts: Sequence[str]) -> None:
    if texts:
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            write_lines(frame, [line for text in texts for line in text.split("\n")])


def _name_notes(presentation: Presentation) -> None:
    """The master of the notes comes from python-pptx, in English."""
    for place in presentation.notes_master.placeholders:  # type: ignore[misc]  # its type is said wrong
        if place.placeholder_format.type is PP_PLACEHOLDER.BODY:
            place.text_frame.clear()
            write_lines(place.text_frame, [_NOTES])
