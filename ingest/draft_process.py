"""A draft read in a process of its own: whatever somebody sends, the server goes on, and the reading ends in time.

Readers of PDF and Office files are large programs in C. What hangs or breaks them would hang or break the server, and
what keeps them busy would keep its other threads from running. The process costs half a second.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import Any

import psutil

from corpus.drafts import Draft, DraftNote, DraftReader
from corpus.errors import Refusal, RefusalReason
from corpus.runtime.settings import Settings
from corpus.secrecy import Clearance
from corpus.types import Span
from ingest.drafts import plain_name, read_draft

# A hundred pages take some seconds, by LibreOffice 12 more, as pictures of pages half a minute for ten.
_PATIENCE = 90.0
# What the process needs to take away what it laid down for LibreOffice.
_GRACE = 5.0
_PROJECT = Path(__file__).parents[1]
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from ingest.draft_process import main; main()"


def draft_reader(settings: Settings) -> DraftReader:
    """What reads drafts where these settings hold: of restricted circulation only what may be taken in here."""

    def read(name: str, data: bytes) -> Draft:
        return read_apart(name, data, settings.clearance)

    return read


def read_apart(name: str, data: bytes, clearance: Clearance, patience: float = _PATIENCE) -> Draft:
    """``read_draft`` in a process of its own.

    Args:
        name: What its writer calls the file.
        data: Its bytes.
        clearance: How restricted it may be.
        patience: Seconds it may take.

    Raises:
        Refusal: As ``read_draft``; also where reading takes longer or ends the process.
    """
    asked = json.dumps({"name": name, "clearance": clearance.value}).encode() + b"\n" + data
    # Isolated from the folder and the variables the server was started with; its messages may quote the draft.
    command = [sys.executable, "-I", "-c", _PROGRAM, str(_PROJECT)]
    with subprocess.Popen(  # noqa: S603 - our own program; nothing of the draft stands on its command line
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            answer, _ = process.communicate(asked, patience)
        except subprocess.TimeoutExpired:
            _end(process)
            raise Refusal(
                RefusalReason.ENDLESS,
                f"Tệp «{plain_name(name)}» đọc quá {patience:.0f} giây chưa xong nên đã dừng; không lưu gì của tệp.",
                "Hãy tách thành nhiều tệp, hoặc dán phần lời văn cần soát.",
            ) from None
    try:
        # No pickle: what a file has made of its reader is not to be believed more than the file.
        told = json.loads(answer)
    except ValueError:
        raise Refusal(
            RefusalReason.DAMAGED,
            f"Tệp «{plain_name(name)}» làm hỏng việc đọc giữa chừng; không lưu gì của tệp.",
            "Hãy mở bằng phần mềm đã tạo ra tệp, lưu lại rồi soát lại, hoặc dán lời văn cần soát.",
        ) from None
    if "reason" in told:
        raise Refusal(RefusalReason(told["reason"]), told["message"], told["next_step"])
    return _draft(told, data)


def main() -> None:
    """What the process does: reads a line of JSON and the file behind it, and writes the draft or the refusal."""
    signal.signal(signal.SIGTERM, _leave)
    # What a library writes to the standard output is no part of the answer.
    answering = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    asked, data = json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    told: dict[str, Any]
    try:
        told = asdict(read_draft(asked["name"], data, Clearance(asked["clearance"])))
        # The file itself is there already.
        told["word_file"] = told["word_file"] is not None
    except Refusal as refusal:
        told = {"reason": refusal.reason.value, "message": refusal.message, "next_step": refusal.next_step}
    with answering:
        answering.write(json.dumps(told).encode())


def _draft(told: dict[str, Any], data: bytes) -> Draft:
    notes = tuple(DraftNote(note["anchor"], Span(*note["span"])) for note in told["notes"])
    changed = {"notes": notes, "page_starts": tuple(told["page_starts"])}
    return Draft(**told | changed | {"word_file": data if told["word_file"] else None})


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(1)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it has started: kindly at first, so that it leaves nothing on the disk."""
    children = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.communicate(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
    for child in children:
        if child.is_running():
            child.kill()
