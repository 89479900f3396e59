"""Measurements: labelled queries, figures of merit, and what a reader would otherwise use."""
