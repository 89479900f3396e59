"""Old word-processor files to DOCX by LibreOffice, one at a time on this computer, never for longer than allowed.

LibreOffice works in a folder of its own, with a profile made for this one file: nobody's settings, documents or
macros are touched, and all it wrote is gone afterwards, also if it hung and was killed with what it had started.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil

# The longest real file (110 pages of tables) takes 12 seconds on a slow machine.
_PATIENCE = 120.0
# How long others may keep the converter busy: some folders of files, each of which may hang.
_TURN_PATIENCE = 1800.0
# Windows frees the files of a killed process after a moment.
_CLEANING_TRIES, _CLEANING_PAUSE = 20, 0.25
_PREFIX = "tracuu-libreoffice-"
_FILTER = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
# No macro runs, no link is followed or updated, and whatever wants the network meets a closed door.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class ConversionError(ValueError):
    """LibreOffice did not make a DOCX of the file."""


class ConversionTimeoutError(ConversionError):
    """It did not come to an end in time, or others kept it busy for too long."""


def to_docx(data: bytes, suffix: str, program: Path, patience: float = _PATIENCE) -> bytes:
    """Convert a file; the fonts of its letters are kept.

    Args:
        data: The file.
        suffix: What it is, e.g. ``.doc``.
        program: LibreOffice.
        patience: Seconds it may take.

    Raises:
        ConversionTimeoutError: It took longer and was killed.
        ConversionError: It did not succeed.
    """
    with _turn(), _workplace() as folder:
        _sweep(folder)
        source = folder / f"van-ban{suffix}"  # the real name may tell more than anyone should know
        source.write_bytes(data)
        _write_profile(folder)
        _run([str(program), *_arguments(folder, source)], folder, patience)
        try:
            return source.with_suffix(".docx").read_bytes()
        except FileNotFoundError as error:
            raise ConversionError from error


def _arguments(folder: Path, source: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return [profile, *_OPTIONS, "--convert-to", _FILTER, "--outdir", str(folder), str(source)]


@contextmanager
def _turn() -> Iterator[None]:
    """Wait until no other process of this user converts; the lock is freed however its holder ends."""
    user = zlib.crc32(os.path.expanduser("~").encode())  # noqa: PTH111 - Path.home() fails where there is none
    file = Path(tempfile.gettempdir()) / f"{_PREFIX}{user:08x}.sqlite"
    with closing(sqlite3.connect(file, timeout=_TURN_PATIENCE, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise ConversionTimeoutError from error
        yield


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder that is gone afterwards, whatever happened in it."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        yield folder
    finally:
        _remove(folder)


def _sweep(own: Path) -> None:
    """Remove what is left of processes that were killed; none is at work now but this one."""
    for folder in own.parent.glob(f"{_PREFIX}*"):
        if folder != own and folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)


def _remove(folder: Path) -> None:
    for _ in range(_CLEANING_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_CLEANING_PAUSE)
    shutil.rmtree(folder)


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path, patience: float) -> None:
    # Its own temporary files go where they are removed with the rest.
    environment = os.environ | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    try:
        process = psutil.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise ConversionError from error
    try:
        process.wait(patience)
    except psutil.TimeoutExpired as error:
        raise ConversionTimeoutError from error
    finally:
        _kill(process)


def _kill(process: psutil.Popen) -> None:
    """End the process and all it started; the program named by ``command`` only starts the real one."""
    try:
        family = [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return
    for member in family:
        with suppress(psutil.NoSuchProcess):
            member.kill()
    psutil.wait_procs(family, timeout=10)
