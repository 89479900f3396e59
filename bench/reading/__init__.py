"""Measurements of reading: how exactly files become text and units."""
