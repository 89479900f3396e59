"""Text from before Unicode: tables of the old encodings, which font means which, conversion by font and by text.

The old encodings put Vietnamese letters where Latin-1 has others, and a font drew them; read without the
font, ``Cộng hòa`` is ``Céng hßa``. Own tables rather than a library's: viparse 0.1.31 lacks ``ẳ`` and ``ỵ``
in VNI (*khẳng định*, *thẳng*), judges a whole text at once and rewrites its blanks, so it can be used
neither on a mixed document nor where places in the text must hold (figures: ``bench/reading/legacy.py``).
"""
