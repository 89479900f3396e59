from __future__ import annotations

import os
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from ingest.read.libreoffice import ConversionError, ConversionTimeoutError, to_docx

Made = Callable[[str], Path]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs that stand in for LibreOffice are scripts")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Makes a program that stands in for LibreOffice; its last argument is the file to convert."""
    temporary = tmp_path / "tạm"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def make(code: str) -> Path:
        program = tmp_path / f"{len(list(tmp_path.iterdir()))}.py"
        imports = "import os, subprocess, sys, time\nfrom pathlib import Path"
        head = f"#!{sys.executable}\n{imports}\nfile = Path(sys.argv[-1])\n"
        program.write_text(head + textwrap.dedent(code), encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


def left(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "tạm").iterdir() if path.suffix != ".sqlite"]


def test_the_file_is_handed_over_and_the_result_taken(made: Made, tmp_path: Path) -> None:
    program = made("file.with_suffix('.docx').write_bytes(file.read_bytes()[::-1] + os.environ['TMPDIR'].encode())")
    converted = to_docx(b"abc", ".doc", program)
    assert converted.startswith(b"cba" + str(tmp_path / "tạm").encode())
    assert left(tmp_path) == []


def test_it_works_in_a_profile_of_its_own_without_macros(made: Made) -> None:
    program = made("""
        from urllib.parse import unquote, urlsplit
        option = next(a for a in sys.argv if a.startswith("-env:UserInstallation="))
        settings = Path(unquote(urlsplit(option.partition("=")[2]).path), "user", "registrymodifications.xcu")
        file.with_suffix(".docx").write_text(settings.read_text())
    """)
    settings = to_docx(b"abc", ".doc", program).decode()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings


@pytest.mark.parametrize("code", ["", "sys.exit(1)"])
def test_a_file_that_gives_nothing_is_an_error_and_leaves_nothing(code: str, made: Made, tmp_path: Path) -> None:
    with pytest.raises(ConversionError):
        to_docx(b"abc", ".rtf", made(code))
    assert left(tmp_path) == []


def test_a_program_that_cannot_be_started_is_an_error(made: Made, tmp_path: Path) -> None:
    del made
    with pytest.raises(ConversionError):
        to_docx(b"abc", ".rtf", tmp_path / "không có")
    assert left(tmp_path) == []


def test_what_hangs_is_killed_with_what_it_started(made: Made, tmp_path: Path) -> None:
    told = tmp_path / "con"
    program = made(f"""
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        Path({str(told)!r}).write_text(str(child.pid))
        time.sleep(60)
    """)
    with pytest.raises(ConversionTimeoutError):
        to_docx(b"abc", ".doc", program, patience=2)
    assert not psutil.pid_exists(int(told.read_text()))
    assert left(tmp_path) == []


def test_what_a_killed_process_left_is_removed_by_the_next(made: Made, tmp_path: Path) -> None:
    old = tmp_path / "tạm" / "tracuu-libreoffice-cu"
    old.mkdir()
    (old / "van-ban.doc").write_bytes(b"abc")
    to_docx(b"abc", ".doc", made("file.with_suffix('.docx').write_bytes(b'')"))
    assert left(tmp_path) == []


def test_one_file_at_a_time(made: Made, tmp_path: Path) -> None:
    log = tmp_path / "nhật ký"
    program = made(f"""
        with open({str(log)!r}, "a") as log:
            print("vào", file=log, flush=True)
            time.sleep(0.3)
            print("ra", file=log, flush=True)
        file.with_suffix(".docx").write_bytes(b"")
    """)
    threads = [threading.Thread(target=to_docx, args=(b"abc", ".doc", program)) for _ in range(3)]
    for thread in threads:
        thread.start()
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    assert log.read_text().split() == ["vào", "ra"] * 3
