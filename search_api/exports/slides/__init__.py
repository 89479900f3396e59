"""A pack as slides for trainers: one point a slide, its source on it, the whole of it in the speaker's notes."""

from search_api.exports.slides.presentation import pptx_of

__all__ = ["pptx_of"]
