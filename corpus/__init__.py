"""What a document is: values, Vietnamese text, numbers, citations, the index description.

Modules directly in this package use the standard library only and import nobody else of the project.
``corpus.runtime`` is the one home of what both sides need while running and is not domain: settings,
the encoder, Qdrant, the catalogue. ``corpus/documents`` holds the sample documents.
"""
