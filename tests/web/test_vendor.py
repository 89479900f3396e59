"""What was taken from others lies here unchanged, with its licences, and says where it is from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

PDFJS = Path(__file__).resolve().parents[2] / "web" / "static" / "vendor" / "pdfjs"
NOTE = (PDFJS / "README.md").read_text(encoding="utf-8")


def test_every_file_of_pdfjs_is_the_one_its_note_names() -> None:
    noted = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", NOTE, re.MULTILINE)}
    files = [path for path in PDFJS.rglob("*") if path.is_file() and path.name != "README.md"]
    here = {path.relative_to(PDFJS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert here == noted


def test_library_and_worker_are_of_the_version_the_note_names() -> None:
    (version,) = re.findall(r"`pdfjs-dist` (\S+) ", NOTE)
    for name in ("pdf.min.mjs", "pdf.worker.min.mjs"):
        assert f"pdfjsVersion = {version}\n" in (PDFJS / name).read_text(encoding="utf-8"), name


def test_what_it_needs_is_sent_with_its_type(client) -> None:
    for name, kind in (
        ("pdf.min.mjs", "text/javascript; charset=utf-8"),
        ("wasm/openjpeg.wasm", "application/wasm"),
        ("standard_fonts/LiberationSans-Regular.ttf", "font/ttf"),
    ):
        answer = client.get(f"/static/vendor/pdfjs/{name}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert client.get("/static/vendor/pdfjs/README.md").status_code == 404


def test_only_the_worker_may_compile_webassembly(client) -> None:
    def policy(name: str) -> str:
        return client.get(f"/static/{name}").headers["content-security-policy"]

    worker = policy("vendor/pdfjs/pdf.worker.min.mjs")
    assert "script-src 'self' 'wasm-unsafe-eval';" in worker
    assert "'unsafe-eval'" not in worker
    assert "eval" not in policy("vendor/pdfjs/pdf.min.mjs")
    assert "eval" not in policy("proof.js")
