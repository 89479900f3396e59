"""The command ``tracuu``: the one place where both sides, ingest and search, come together."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.markup import escape

import ingest.commands
import search_api.commands
from corpus.errors import SettingsError, TraCuuError
from corpus.runtime.model.build import build_model
from corpus.runtime.settings import Settings
from web.pages import pages

_INTERRUPTED = 130
_HELP = {
    "setup": "lập mô hình (chạy một lần sau khi cài đặt)",
    "ingest": "nạp tệp hoặc thư mục văn bản vào kho",
    "remove": "gỡ một văn bản khỏi kho",
    "reindex": "lập lại kho từ các tệp gốc đã lưu",
    "parse": "xem một tệp được đọc và tách mục thế nào",
    "search": "tìm đoạn văn bản",
    "serve": "chạy máy chủ và trang tra cứu",
    "status": "xem kho có những gì",
}


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Vietnamese where a user meets it."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(f"Lệnh chưa đúng: {_translated(message)}.", "Hãy xem cách dùng bằng «tracuu --help».")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Vietnamese in and out, whatever code page the terminal of an office PC has.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    console, errors = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace, Settings, Console], int] = options.run
        return run(options, Settings.from_environment(), console)
    except TraCuuError as error:
        errors.print(f"[bold red]{error.title}:[/] {escape(str(error))}", highlight=False)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="tracuu", description="Tra cứu nghị quyết, chỉ thị của Đảng.")
    commands = parser.add_subparsers(title="các lệnh", metavar="LỆNH", required=True, parser_class=_Parser)

    def add(name: str, run: Callable[[argparse.Namespace, Settings, Console], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=_HELP[name], description=_HELP[name])
        command.set_defaults(run=run)
        return command

    add("setup", lambda _, settings, console: _setup(settings, console))
    command = add("ingest", lambda given, settings, console: ingest.commands.ingest(settings, given.paths, console))
    command.add_argument("paths", nargs="+", type=Path, metavar="ĐƯỜNG_DẪN", help="tệp hoặc thư mục")
    command = add("remove", lambda given, settings, console: ingest.commands.remove(settings, given.document, console))
    command.add_argument("document", metavar="MÃ_VĂN_BẢN", help="mã ghi trong «tracuu status»")
    add("reindex", lambda _, settings, console: ingest.commands.reindex(settings, console))
    command = add("parse", lambda given, _, console: ingest.commands.parse(given.file, console, as_json=given.json))
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    command = add("search", _search)
    command.add_argument("query", nargs="?", metavar="CÂU_HỎI")
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    command.add_argument("--limit", type=int, default=5, metavar="N", help="số đoạn (1 đến 100)")
    command.add_argument("--stdin", action="store_true", help="mỗi dòng vào là một câu hỏi, mỗi dòng ra là một JSON")
    add("serve", lambda _, settings, console: search_api.commands.serve(settings, pages(), console))
    add("status", lambda _, settings, console: search_api.commands.status(settings, console))
    return parser


def _setup(settings: Settings, console: Console) -> int:
    build_model(settings.model_dir, lambda line: console.print(line, highlight=False))
    return 0


def _search(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    if not 1 <= given.limit <= search_api.commands.LARGEST_RESULT:
        raise SettingsError(f"--limit: {given.limit} không nằm trong khoảng 1 đến 100.", "Hãy chọn số khác.")
    if given.stdin:
        return search_api.commands.search_lines(settings, sys.stdin, given.limit, console)
    if given.query is None:
        raise SettingsError("Chưa có câu hỏi.", "Ví dụ: tracuu search «chuyển đổi số ở chi bộ».")
    return search_api.commands.search(settings, given.query, given.limit, console, as_json=given.json)


def _translated(message: str) -> str:
    """The errors of argparse a user of these commands can cause."""
    for english, vietnamese in (
        ("the following arguments are required:", "còn thiếu"),
        ("unrecognized arguments:", "không rõ tham số"),
        ("invalid int value:", "không phải số nguyên:"),
        ("invalid choice:", "không có lệnh"),
        ("argument", "tham số"),
        ("expected one argument", "cần một giá trị"),
        ("choose from", "chọn trong"),
    ):
        message = message.replace(english, vietnamese)
    return message


if __name__ == "__main__":
    sys.exit(main())
