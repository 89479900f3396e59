"""The commands that read the corpus and its study packs, a module each."""
