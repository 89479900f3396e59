"""The command ``tracuu``: the one place where both sides, ingest and search, come together."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.markup import escape

from corpus.drafts import Draft, DraftReader
from corpus.errors import NotFound, SettingsError, TraCuuError
from corpus.runtime.settings import Settings

_INTERRUPTED = 130
_HELP = {
    "setup": "lập mô hình (chạy một lần sau khi cài đặt) và xem còn thiếu chương trình nào",
    "ingest": "nạp tệp hoặc thư mục văn bản vào kho",
    "remove": "gỡ một văn bản khỏi kho",
    "reindex": "lập lại kho từ các tệp gốc đã lưu",
    "parse": "xem một tệp được đọc và tách mục thế nào",
    "search": "tìm đoạn văn bản",
    "serve": "chạy máy chủ và trang tra cứu",
    "check": "soát trích dẫn của một bản thảo",
    "cite": "tìm các chỗ dẫn văn bản trong lời văn, hoặc dẫn một đoạn",
    "mcp": "phục vụ trợ lý qua MCP (vào ra chuẩn)",
    "status": "xem kho có những gì, tệp nào bị từ chối",
    "packs": "xem các tập tài liệu sinh hoạt đã lập",
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

    add("setup", _setup)
    command = add("ingest", _ingest)
    command.add_argument("paths", nargs="+", type=Path, metavar="ĐƯỜNG_DẪN", help="tệp hoặc thư mục")
    command = add("remove", _remove)
    command.add_argument("document", metavar="MÃ_VĂN_BẢN", help="mã ghi trong «tracuu status»")
    command.add_argument("--copy", metavar="TÊN_TỆP", help="chỉ gỡ bản đọc từ tệp này")
    command.add_argument(
        "--secret", action="store_true", help="gỡ vì lý do bảo mật: xoá cả lời trích của văn bản trong các tập tài liệu"
    )
    add("reindex", _reindex)
    command = add("parse", _parse)
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    command = add("search", _search)
    command.add_argument("query", nargs="?", metavar="CÂU_HỎI")
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    command.add_argument("--limit", type=int, default=5, metavar="N", help="số đoạn (1 đến 100)")
    command.add_argument(
        "--sort",
        choices=("relevance", "date"),
        default="relevance",
        help="sát câu hỏi nhất trước (relevance) hay mới nhất trước (date)",
    )
    command.add_argument("--stdin", action="store_true", help="mỗi dòng vào là một câu hỏi, mỗi dòng ra là một JSON")
    command = add("cite", _cite)
    command.add_argument("text", nargs="?", metavar="LỜI_VĂN", help="lời văn, tên tệp, hoặc - để đọc đầu vào chuẩn")
    command.add_argument("--passage", metavar="MÃ_ĐOẠN", help="dẫn đoạn này")
    command.add_argument(
        "--style",
        choices=("full", "short", "footnote", "bibtex", "csl"),
        default="full",
        help="lối dẫn: lần đầu, lần sau, chú thích, BibTeX, CSL-JSON",
    )
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    add("mcp", _mcp)
    add("serve", _serve)
    add("status", _status)
    command = add("check", _check)
    command.add_argument("file", type=Path, metavar="TỆP")
    command.add_argument("--json", action="store_true", help="in dưới dạng JSON")
    command.add_argument("--docx", type=Path, metavar="TỆP_WORD", help="ghi bản Word có ghi chú tại từng chỗ")
    command = add("packs", _packs)
    command.add_argument("--link", metavar="MÃ_TẬP", help="lập một liên kết sửa được tập này (khi trình duyệt đã quên)")
    return parser


# Each command imports its own side only: the server does without the readers of files and their 30 MB, and
# «tracuu parse» without the search.


def _setup(_given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from corpus.runtime.model.build import build_model  # noqa: PLC0415
    from ingest.components import component_lines  # noqa: PLC0415

    build_model(settings.model_dir, lambda line: console.print(line, highlight=False))
    for line in component_lines():
        console.print(line, highlight=False, markup=False)
    return 0


def _ingest(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from ingest import commands  # noqa: PLC0415

    return commands.ingest(settings, given.paths, console)


def _remove(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from ingest import commands  # noqa: PLC0415
    from search_api.commands import packs as pack_commands  # noqa: PLC0415

    if given.secret and given.copy is not None:
        raise SettingsError("--secret gỡ cả văn bản, không đi cùng --copy.", "Hãy bỏ một trong hai.")
    quoted = pack_commands.quoted_of(settings, given.document)
    erased = pack_commands.withdraw(settings, quoted, console) if given.secret else 0
    try:
        code = commands.remove(settings, given.document, given.copy, console)
    except NotFound:
        # It was removed before, and its quotations now.
        if not erased:
            raise
        return 0
    if given.copy is None and not given.secret:
        pack_commands.tell_quoted(settings, quoted, console)
    return code


def _reindex(_given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from ingest import commands  # noqa: PLC0415
    from search_api.commands import packs as pack_commands  # noqa: PLC0415

    return commands.reindex(settings, console, partial(pack_commands.withdraw_files, settings, console))


def _parse(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from ingest import commands  # noqa: PLC0415

    return commands.parse(settings, given.file, console, as_json=given.json)


def _serve(_given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.serve import serve  # noqa: PLC0415
    from web.pages import pages  # noqa: PLC0415

    return serve(settings, pages, _draft_reader(settings), console)


def _check(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.check import check  # noqa: PLC0415

    return check(settings, given.file, given.docx, _draft_reader(settings), console, as_json=given.json)


def _draft_reader(settings: Settings) -> DraftReader:
    def read_draft(name: str, data: bytes) -> Draft:
        # With the first draft: most servers read none.
        from ingest.draft_process import draft_reader  # noqa: PLC0415

        return draft_reader(settings)(name, data)

    return read_draft


def _status(_given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.status import status  # noqa: PLC0415

    return status(settings, console)


def _packs(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.packs import link, packs  # noqa: PLC0415

    return packs(settings, console) if given.link is None else link(settings, given.link, console)


def _search(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.search import search, search_lines  # noqa: PLC0415
    from search_api.ranking.finding import LARGEST_RESULT  # noqa: PLC0415

    if not 1 <= given.limit <= LARGEST_RESULT:
        raise SettingsError(f"--limit: {given.limit} không nằm trong khoảng 1 đến 100.", "Hãy chọn số khác.")
    if given.stdin:
        return search_lines(settings, sys.stdin, given.limit, given.sort, console)
    if given.query is None:
        raise SettingsError("Chưa có câu hỏi.", "Ví dụ: tracuu search «chuyển đổi số ở chi bộ».")
    return search(settings, given.query, given.limit, given.sort, console, as_json=given.json)


def _cite(given: argparse.Namespace, settings: Settings, console: Console) -> int:
    from search_api.commands.cite import cite_passage, cite_text  # noqa: PLC0415

    if (given.text is None) == (given.passage is None):
        raise SettingsError(
            "Cần một trong hai: lời văn, hoặc --passage MÃ_ĐOẠN.",
            "Ví dụ: tracuu cite «khoản 2 Điều 5 Quy định 24-QĐ/TW».",
        )
    if given.passage is not None:
        return cite_passage(settings, given.passage, given.style, console, as_json=given.json)
    return cite_text(settings, given.text, _draft_reader(settings), console, as_json=given.json)


def _mcp(_given: argparse.Namespace, settings: Settings, _console: Console) -> int:
    from search_api.mcp_server import serve_stdio  # noqa: PLC0415

    return serve_stdio(settings)


def _translated(message: str) -> str:
    """The errors of argparse a user of these commands can cause."""
    for english, vietnamese in (
        ("the following arguments are required:", "còn thiếu"),
        ("unrecognized arguments:", "không rõ tham số"),
        ("invalid int value:", "không phải số nguyên:"),
        ("argument LỆNH: invalid choice:", "không có lệnh"),
        ("invalid choice:", "không có lựa chọn"),
        ("argument", "tham số"),
        ("expected one argument", "cần một giá trị"),
        ("choose from", "chọn trong"),
    ):
        message = message.replace(english, vietnamese)
    return message


if __name__ == "__main__":
    sys.exit(main())
