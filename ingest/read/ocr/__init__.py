"""Recognises the pages of scans (OCR) by Tesseract and trueocr together, or by the one that is here.

Measured on four pages of running text from the sample documents (200 dpi; ``bench/reading/scans.py`` draws and wears
them), share of wrong characters, layout included:

====== ============== ============== =============
level  Tesseract      trueocr        both
====== ============== ============== =============
clean  0.14 to 0.56 % 3.2 to 5.3 %   0.14 to 0.45 %
mild   0.23 to 0.73 % 2.7 to 4.0 %   0.19 to 0.56 %
hard   1.1 to 1.7 %   3.8 to 5.0 %   0.96 to 1.04 %
====== ============== ============== =============

The hard level after the cleaning of ``picture``; without it Tesseract is lost (11.8 to 100 %). On real scans the
order is the other way round: there Tesseract leaves out marks that trueocr sees. Seven pages of
a real scan took 28 seconds of processor time, loading included, which is four a page.

Whole documents, 16 pages of three samples at 200 dpi (``bench/reading/ocr.py``), lines and cells in any order: mild
0.29 %, worst page 0.67 %; hard 0.96 %, worst page 2.0 %.
"""
