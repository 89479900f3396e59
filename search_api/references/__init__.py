"""References: every document a text names, where it names it, and what the corpus has under that name."""
