"""The documents for people say what is so: commands, variables, links, paths, targets, messages.

The answer the README shows is compared with the samples in ``tests/relevance/test_samples.py``.
"""

from __future__ import annotations

import argparse
import ast
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import tracuu
from corpus.errors import TraCuuError
from corpus.runtime.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "huong-dan.md"
DOCS = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md")), *sorted(ROOT.glob("bench/**/*.md"))]
PACKAGES = ("corpus", "ingest", "search_api", "web")
EVERY_DOC = pytest.mark.parametrize("doc", DOCS, ids=[str(doc.relative_to(ROOT)) for doc in DOCS])

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def text(doc: Path) -> str:
    return doc.read_text(encoding="utf-8")


def prose(doc: Path) -> str:
    """A document without its fenced blocks."""
    return _FENCE.sub("", text(doc))


def code_lines(doc: Path) -> Iterator[str]:
    """Lines that show commands: those of fenced blocks, and those of the prose with what is in backticks only."""
    for _, block in _FENCE.findall(text(doc)):
        yield from block.splitlines()
    for line in prose(doc).splitlines():
        if codes := _CODE.findall(line):
            yield " ; ".join(codes)


# commands


@cache
def commands() -> dict[str, set[str]]:
    """Every command with its options."""
    (subparsers,) = (
        action
        for action in tracuu._parser()._actions  # the parser is the one place that knows
        if isinstance(action, argparse._SubParsersAction)
    )
    return {
        name: {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}
        for name, parser in subparsers.choices.items()
    }


def shown_commands(doc: Path) -> Iterator[tuple[str, set[str]]]:
    """Commands a document shows, each with the options on its line."""
    for line in code_lines(doc):
        for name in re.findall(r"(?:^|[\s/\\$])tracuu +([a-z][\w-]*)", line):
            yield name, set(re.findall(r"(?<![\w-])--[a-z][\w-]*", line.partition("tracuu")[2]))


@EVERY_DOC
def test_every_command_shown_exists_with_its_options(doc: Path) -> None:
    for name, options in shown_commands(doc):
        assert name in commands()
        assert options <= commands()[name], name


def test_every_command_and_option_is_in_the_guide() -> None:
    shown: dict[str, set[str]] = {}
    for name, options in shown_commands(GUIDE):
        shown.setdefault(name, set()).update(options)
    assert shown == commands()


def test_the_exit_codes_are_in_the_guide() -> None:
    def codes(error: type[TraCuuError]) -> set[int]:
        return {error.exit_code}.union(*map(codes, error.__subclasses__()))

    (sentence,) = re.findall(r"Mã thoát: (.*?)\.\n", text(GUIDE), re.DOTALL)
    listed = {int(code) for code in re.findall(r"(\d+) là", sentence)}
    assert listed - {tracuu._INTERRUPTED} == {0} | set().union(*map(codes, TraCuuError.__subclasses__()))


# settings


def variables() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {name for source in sources for name in re.findall(r'"(TRACUU_[A-Z_]+)"', source)}


@EVERY_DOC
def test_every_variable_named_exists(doc: Path) -> None:
    assert set(re.findall(r"\bTRACUU_[A-Z_]+", text(doc))) <= variables()


def test_every_variable_is_in_the_guide_with_its_default() -> None:
    rows = re.findall(r"^\| `(TRACUU_\w+)` \|.*\| (.*) \|$", text(GUIDE), re.MULTILINE)
    assert {name for name, _ in rows} == variables()
    defaults, plain = dict(rows), Settings.from_environment({})
    assert defaults["TRACUU_PORT"] == f"`{plain.port}`"
    assert defaults["TRACUU_HOST"] == f"`{plain.host}`"
    assert f"`{plain.data.name}`" in defaults["TRACUU_DATA"]
    assert f"`{plain.model_dir.name}`" in defaults["TRACUU_MODEL_DIR"]


# links, paths, targets


def slug(heading: str) -> str:
    """The anchor of a heading, as the usual viewers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@EVERY_DOC
def test_every_link_leads_somewhere(doc: Path) -> None:
    for link in _LINK.findall(prose(doc)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (doc.parent / path).resolve() if path else doc
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in {slug(heading) for heading in re.findall(r"^#+ (.*)$", prose(target), re.MULTILINE)}, link


def named_paths(doc: Path) -> Iterator[str]:
    """What stands in backticks and looks like a path of the repository: lower case, a folder or a known suffix."""
    for code in _CODE.findall(prose(doc)):
        in_folder = re.fullmatch(r"\.?[a-z0-9_][a-z0-9_.\-]*(?:/[a-z0-9_.\-]*)+", code)
        if in_folder or re.fullmatch(r"[\w\-]+\.(?:py|md|toml|lock|jsonl|source|typ)", code):
            yield code


@EVERY_DOC
def test_every_path_named_exists(doc: Path) -> None:
    for path in named_paths(doc):
        assert (ROOT / path).exists() or (doc.parent / path).exists(), path


def test_paths_are_seen() -> None:
    assert {"corpus/", "search_api/", "corpus/runtime/"} <= set(named_paths(ROOT / "README.md"))


@EVERY_DOC
def test_every_make_target_named_exists(doc: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {target for line in code_lines(doc) for target in re.findall(r"(?:^|[\s$])make ([a-z]+)", line)}
    assert named <= targets


def test_both_make_targets_are_in_the_readme() -> None:
    assert {"make run", "make test"} <= {" ".join(line.split()[1:3]) for line in code_lines(ROOT / "README.md")}


@EVERY_DOC
def test_addresses_of_the_interface_exist(doc: Path) -> None:
    from search_api import routes  # noqa: PLC0415 - the other tests here need no server

    modules = (import_module(f"{routes.__name__}.{found.name}") for found in pkgutil.iter_modules(routes.__path__))
    routers = [module.router for module in modules if hasattr(module, "router")]
    known = {"/api/openapi.json"} | {route.path.replace(":path", "") for router in routers for route in router.routes}
    for address in re.findall(r"(?<![\w.])/api/[\w/{}.\-]*", text(doc)):
        assert address in known


# messages


@cache
def messages() -> str:
    """All strings of the packages, one a line, with NUL for each part that is filled in."""
    found = []
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    parts = (part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
                    found.append("".join(map(str, parts)))
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.append(node.value)
    return "\n".join(found)


def test_every_message_in_the_guide_can_be_met() -> None:
    table = text(GUIDE).partition("| thông báo |")[2]
    rows = re.findall(r"^\| ([^|`-][^|]*) \|", table, re.MULTILINE)
    assert len(rows) >= 3
    for message in rows:
        words = (r"\x00" if word.isdigit() else re.escape(word) for word in message.strip().rstrip(".").split())
        # What is filled in may be left out of the guide: "Kho «…» đang được …".
        assert re.search(r"(?: «?\x00»?)? ".join(words), messages(), re.IGNORECASE), message


# the README's answer; what must not be there


def test_the_readme_shows_a_search_with_its_answer() -> None:
    shown = [
        block for _, block in _FENCE.findall(text(ROOT / "README.md")) if block.startswith("$ .venv/bin/tracuu search")
    ]
    assert len(shown) == 1
    assert len(shown[0].splitlines()) >= 3
    assert "@@" not in shown[0]


@EVERY_DOC
def test_no_picture_comes_from_elsewhere(doc: Path) -> None:
    assert not re.search(r"!\[[^\]]*\]\((?:https?:)?//|<(?:img|script|link)\b", text(doc))


def written_files() -> list[Path]:
    suffixes = {".py", ".md", ".toml", ".lock", ".html", ".css", ".js", ".typ", ".source"}
    folders = (*PACKAGES, "bench", "docs", "tests", ".ci")
    inside = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)
    return [
        path
        for path in (*ROOT.glob("*.*"), ROOT / "Makefile", *inside)
        if path.is_file() and "work" not in path.parts[len(ROOT.parts) :]
    ]


def test_no_path_of_a_machine_and_no_package_index_is_written_anywhere() -> None:
    # Put together here, so that this file does not hold them itself.
    machine = "|".join(f"/{folder}/" for folder in ("work", "tmp", "root", "home", "Users"))
    wrong = re.compile(rf"(?<![\w.*/)])(?:{machine})\w|--(?:extra-)?index-url|(?:^| @ )file:/", re.MULTILINE)
    for path in written_files():
        found = wrong.search(path.read_text(encoding="utf-8", errors="replace"))
        assert found is None, (path.relative_to(ROOT), found.group())
