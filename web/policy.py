"""What browsers may do on our pages: the Content-Security-Policy of each kind of answer."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""Of every page and every file."""

PROOF_POLICY = f"{POLICY}; worker-src 'self'"
"""Of the page proof, which draws PDF files with a worker."""

WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
"""Of that worker, which decodes the pictures of scans with WebAssembly; a worker goes by the policy of its own file."""
