"""Recognises the pages of scans (OCR) by Tesseract and trueocr together, or by the one that is here.

Measured on five pages of the sample documents (200 dpi; ``bench/reading/scans.py`` draws and wears them).
"""
