"""A pack as a Word file in the form Party papers have."""

from search_api.exports.word.document import docx_of

__all__ = ["docx_of"]
