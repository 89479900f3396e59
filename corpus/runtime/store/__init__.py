"""Passages in Qdrant, behind one narrow protocol: embedded in this process, or on a server."""

from corpus.runtime.store.protocol import PassageStore

__all__ = ["PassageStore"]
