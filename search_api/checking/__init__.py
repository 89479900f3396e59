"""Soát trích dẫn: the quotations and document numbers of a draft, held against the corpus."""
