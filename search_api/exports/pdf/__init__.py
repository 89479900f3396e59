"""A pack as a PDF to print, set with Typst."""

from search_api.exports.pdf.typeset import pdf_of

__all__ = ["pdf_of"]
