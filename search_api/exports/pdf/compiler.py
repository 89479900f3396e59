"""The process that Typst runs in: JSON in, PDF out. Run by its path, so that it loads nothing but Typst."""

import sys
from pathlib import Path

import typst

_HERE = Path(__file__).parent


def main() -> None:
    """Set the paper that standard input describes.

    System fonts are ignored: the fonts beside this package have every Vietnamese letter and are the same everywhere.
    """
    compiler = typst.Compiler(font_paths=[str(_HERE.parent / "fonts")], ignore_system_fonts=True)
    content = sys.stdin.buffer.read().decode()
    made = compiler.compile((_HERE / "paper.typ").read_bytes(), format="pdf", sys_inputs={"paper": content})
    if not isinstance(made, bytes):
        raise TypeError("Typst returned no PDF")
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
