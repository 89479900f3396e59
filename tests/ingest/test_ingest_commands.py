"""The commands as a user types them: what they print, and with what they end."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from doubles import ENCODER, settings_in
from made_files import letter, put, secret

import corpus.runtime.opening
import tracuu
from corpus.pieces import pieces
from corpus.runtime.library import Library
from corpus.runtime.opening import spec_of
from search_api.packs.desk import PackDesk
from search_api.packs.store import PackStore
from search_api.service import Service

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``tracuu`` in an installation of its own; gives the exit code, what it printed, and its errors."""
    monkeypatch.setenv("TRACUU_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TRACUU_MODEL_DIR", str(tmp_path / "models"))
    for name in ("TRACUU_MODEL", "TRACUU_QDRANT_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(corpus.runtime.opening, "load_encoder", lambda *_: ENCODER)

    def typed(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
        capsys.readouterr()
        code = tracuu.main([str(argument) for argument in arguments])
        out, errors = capsys.readouterr()
        return code, out, errors

    return typed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "văn bản"
    put(made, "a.txt", letter("05-NQ/ĐU"))
    put(made, "b.txt", letter("06-NQ/ĐU"))
    return made


IDENTITY = "05-nq-du-ban-chap-hanh-dang-bo-xa-mau-2025-08-18"


def test_ingest_reports_every_file(run: Run, folder: Path) -> None:
    put(folder, "ảnh.png", "ảnh")
    code, out, _ = run("ingest", folder)
    assert code == 0
    assert "Đã đọc mới 2, thay 0, không đổi 0, từ chối 0 tệp; 2 trang." in out
    assert f"a.txt → {IDENTITY}" in out
    assert "Bỏ qua 1 tệp không phải văn bản: ảnh.png" in out


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
def test_a_name_with_line_breaks_forges_no_line_of_the_report(run: Run, folder: Path) -> None:
    put(folder, "x.txt\n  ✓ giả.txt → 01.txt", letter("07-NQ/ĐU"))
    put(folder, "y\r\n  ✓ giả.txt", "")
    _, out, _ = run("ingest", folder)
    assert not any(line.startswith("  ✓ giả") for line in out.splitlines())
    _, out, _ = run("status")
    assert not any(line.startswith("  ✓ giả") for line in out.splitlines())


def test_ingest_again_says_that_nothing_changed(run: Run, folder: Path) -> None:
    run("ingest", folder)
    code, out, _ = run("ingest", folder)
    assert code == 0
    assert "Đã đọc mới 0, thay 0, không đổi 2, từ chối 0 tệp" in out


def test_ingest_ends_with_the_code_of_a_refusal(run: Run, folder: Path) -> None:
    put(folder, "mat.txt", secret())
    code, out, _ = run("ingest", folder)
    assert code == 6
    assert "Đã đọc mới 2, thay 0, không đổi 0, từ chối 1 tệp" in out
    assert "✗ mat.txt" in out


def test_ingest_of_a_path_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    code, out, errors = run("ingest", tmp_path / "không có")
    assert code == 2
    assert out == ""
    assert "Không tìm thấy" in errors


def test_parse_prints_a_tree(run: Run, folder: Path) -> None:
    code, out, _ = run("parse", folder / "a.txt")
    assert code == 0
    assert out.startswith("Nghị quyết 05-NQ/ĐU\n")
    assert "Số hiệu       05-NQ/ĐU\n" in out
    assert "Trích yếu     về trồng cây trong thôn\n" in out
    assert "├─ khoản 1  Mỗi hộ trồng ba cây bàng.\n" in out
    assert "└─ ký  T/M BAN CHẤP HÀNH" in out
    assert out.endswith("Không có cảnh báo.\n")


def test_parse_says_what_to_check(run: Run, folder: Path) -> None:
    given = put(folder, "d.txt", letter("07-NQ/ĐU", "Một.", "Hai.").replace("2. Hai.", "3. Hai."))
    _, out, _ = run("parse", given)
    assert "1 cảnh báo\n! khoản 3: đứng ngay sau khoản 1: thiếu khoản 2\n" in out
    _, out, _ = run("parse", given, "--json")
    assert json.loads(out)["warnings"] == [
        {"place": "khoản 3", "what": "đứng ngay sau khoản 1: thiếu khoản 2", "page": None}
    ]
    _, out, _ = run("ingest", given)
    assert "(1 cảnh báo: xem «tracuu parse d.txt»)" in out


def test_parse_as_json(run: Run, folder: Path) -> None:
    code, out, _ = run("parse", folder / "a.txt", "--json")
    outline = json.loads(out)
    assert code == 0
    assert outline["metadata"]["number"] == "05-NQ/ĐU"
    assert outline["metadata"]["issued_on"] == "2025-08-18"
    assert outline["units"][1] == {
        "path": [["khoản", "1"]],
        "heading": None,
        "starts_with": "Mỗi hộ trồng ba cây bàng.",
        "page_start": None,
        "page_end": None,
    }


def test_parse_takes_nothing_in(run: Run, folder: Path, tmp_path: Path) -> None:
    run("parse", folder / "a.txt")
    assert not (tmp_path / "data").exists()


def test_parse_refuses_what_ingest_refuses(run: Run, folder: Path) -> None:
    code, out, errors = run("parse", put(folder, "mat.txt", secret()))
    assert code == 6
    assert out == ""
    assert "Không nhận tệp" in errors
    assert "lúa giống" not in errors


def test_parse_shows_brackets_as_they_are(run: Run, folder: Path) -> None:
    _, out, _ = run("parse", put(folder, "c.txt", letter("07-NQ/ĐU", "Trồng cây [bold]to[/bold] (xem [1]).")))
    assert "Trồng cây [bold]to[/bold] (xem [1])." in out


def test_remove(run: Run, folder: Path) -> None:
    run("ingest", folder)
    code, out, _ = run("remove", IDENTITY)
    assert code == 0
    assert f"Đã gỡ văn bản «{IDENTITY}» khỏi kho." in out
    code, _, errors = run("remove", IDENTITY)
    assert code == 5
    assert f"Trong kho không có văn bản «{IDENTITY}»" in errors
    assert "tracuu status" in errors


def test_reindex(run: Run, folder: Path) -> None:
    run("ingest", folder)
    code, out, _ = run("reindex")
    assert code == 0
    assert "Đã lập lại kho: 2 văn bản." in out
    assert "không đổi 2" in run("ingest", folder)[1]


def test_reindex_goes_on_without_an_original_that_is_gone(run: Run, folder: Path, tmp_path: Path) -> None:
    run("ingest", folder)
    min((tmp_path / "data" / "files").iterdir()).unlink()
    code, out, _ = run("reindex")
    assert code == 6
    assert "đã gỡ khỏi kho" in out
    assert "Đã lập lại kho: 1 văn bản." in out
    # The corpus opens again, and the file can be taken in anew from where it was.
    code, out, _ = run("ingest", folder)
    assert (code, "Đã đọc mới 1, thay 0, không đổi 1" in out) == (0, True)


def test_internal_documents_follow_the_setting(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    internal = put(folder, "noi-bo.txt", "LƯU HÀNH NỘI BỘ\n" + letter("09-KH/ĐU"))
    assert run("parse", internal)[0] == 6
    code, out, _ = run("ingest", folder)
    assert (code, "Đã đọc mới 2" in out, "TRACUU_CLEARANCE=noi-bo" in out) == (6, True, True)
    monkeypatch.setenv("TRACUU_CLEARANCE", "noi-bo")
    assert run("parse", internal)[0] == 0
    assert "Đã đọc mới 1, thay 0, không đổi 2" in run("ingest", folder)[1]
    assert "09-kh-du" in run("status")[1]
    assert run("search", "trồng cây bàng")[0] == 0
    monkeypatch.setenv("TRACUU_CLEARANCE", "cong-khai")
    code, out, errors = run("search", "trồng cây bàng")
    assert (code, out) == (4, "")
    assert "1 văn bản lưu hành hạn chế" in errors
    code, out, _ = run("status")
    assert "09-kh-du" not in out
    assert "1 văn bản lưu hành hạn chế không liệt kê ở đây" in out
    code, out, _ = run("reindex")
    assert (code, "noi-bo.txt" in out, "Đã lập lại kho: 2 văn bản." in out) == (6, True, True)
    assert run("search", "trồng cây bàng")[0] == 0
    assert internal.exists(), "only what the corpus kept of it is gone"
    left = [path for path in (tmp_path / "data").rglob("*") if path.is_file() and b"09-KH" in path.read_bytes()]
    assert left == []


def test_an_original_that_turns_out_to_be_secret_leaves_no_trace(run: Run, folder: Path, tmp_path: Path) -> None:
    run("ingest", folder)
    (original,) = [path for path in (tmp_path / "data" / "files").iterdir() if "06-NQ" in path.read_text("utf-8")]
    original.write_text("MẬT\n" + original.read_text("utf-8"), "utf-8")
    code, out, _ = run("reindex")
    assert (code, "b.txt" in out, "06-NQ" in out, str(folder) in out) == (6, True, False, False)
    left = [path for path in (tmp_path / "data").rglob("*") if path.is_file() and b"06-NQ" in path.read_bytes()]
    assert left == []


def test_reindex_of_an_empty_corpus(run: Run) -> None:
    code, out, _ = run("reindex")
    assert code == 0
    assert "Đã lập lại kho: 0 văn bản." in out


def test_help_is_in_vietnamese(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--help")
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert "nạp tệp hoặc thư mục văn bản vào kho" in out
    assert "các lệnh" in out


WRONG = {
    "no command": ((), "còn thiếu LỆNH"),
    "an unknown command": (("xoa",), "xoa"),
    "a missing argument": (("ingest",), "còn thiếu ĐƯỜNG_DẪN"),
    "an unknown option": (("reindex", "--nhanh"), "không rõ tham số --nhanh"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG.keys())
def test_wrong_arguments(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, errors = run(*arguments)
    assert code == 2
    assert out == ""
    assert errors.startswith("Cấu hình sai: Lệnh chưa đúng:")
    assert said in errors
    assert "tracuu --help" in errors
    assert "required" not in errors
    assert "invalid" not in errors


def test_status_lists_what_was_refused_until_it_is_taken_in(run: Run, folder: Path) -> None:
    broken = put(folder, "hong.txt", "")
    _, out, _ = run("ingest", folder)
    (line,) = [line for line in out.splitlines() if "✗ hong.txt" in line]
    _, out, _ = run("status")
    assert "1 tệp bị từ chối, đến nay chưa nạp được:" in out
    assert line in out.splitlines(), "as the run itself told it"
    put(folder, "hong.txt", letter("07-NQ/ĐU"))
    run("ingest", broken)
    assert "bị từ chối" not in run("status")[1]


def test_status_never_names_a_file_that_a_mark_keeps_out(run: Run, folder: Path) -> None:
    put(folder, "mat.txt", secret())
    put(folder, "noi-bo.txt", "LƯU HÀNH NỘI BỘ\n" + letter("09-KH/ĐU"))
    _, out, _ = run("ingest", folder)
    assert "mat.txt" in out
    _, out, _ = run("status")
    assert "mat.txt" not in out
    assert "noi-bo.txt" not in out


def quoted_in_a_pack(data: Path, document: str) -> str:
    """Quote the first item of a document in a pack; returns its words."""
    settings = settings_in(data)
    with PackStore(settings.packs_url) as store, closing(Library(settings, spec_of(ENCODER))) as library:
        body = library.catalogue.body(document)
        assert body is not None
        desk = PackDesk(store, Service(library, ENCODER))
        passage = f"{document}/{next(iter(pieces(body))).address}"
        return desk.create_from("a" * 43, "chuyen-de", "Cây", [passage]).content.passages[0].quote.text


def test_who_removes_a_document_is_told_which_packs_quote_it(run: Run, folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run("ingest", folder)
    name = next(line.split()[0] for line in run("status")[1].splitlines() if "06-nq" in line)
    words = quoted_in_a_pack(data, name)
    code, out, _ = run("remove", name)
    assert (code, "1 tập tài liệu có trích văn bản này" in out, "--secret" in out) == (0, True, True)
    assert words.encode() in b"".join(path.read_bytes() for path in data.glob("packs.sqlite*"))
    code, out, _ = run("remove", "--secret", name)
    assert (code, "Đã xoá lời trích của văn bản ấy trong 1 tập" in out) == (0, True)
    assert words.encode() not in b"".join(path.read_bytes() for path in data.glob("packs.sqlite*"))
    assert run("remove", "--secret", name)[0] == 5, "nothing of it is left anywhere"
    assert run("remove", "--secret", "--copy", "b.txt", name)[0] == 2


def test_quotations_of_an_original_that_turns_out_to_be_secret_go_too(run: Run, folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run("ingest", folder)
    name = next(line.split()[0] for line in run("status")[1].splitlines() if "06-nq" in line)
    words = quoted_in_a_pack(data, name)
    (original,) = [path for path in (data / "files").iterdir() if "06-NQ" in path.read_text("utf-8")]
    original.write_text("MẬT\n" + original.read_text("utf-8"), "utf-8")
    code, out, _ = run("reindex")
    assert (code, "trong 1 tập tài liệu" in out) == (6, True)
    assert words.encode() not in b"".join(path.read_bytes() for path in data.glob("packs.sqlite*"))
