"""What both sides need while running and is not domain: settings, encoder, Qdrant, catalogue.

``ingest`` and ``search_api`` both stand on this package and never on each other.
"""
