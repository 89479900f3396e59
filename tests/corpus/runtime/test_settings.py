from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest

from corpus.errors import SettingsError
from corpus.runtime import settings as module
from corpus.runtime.settings import Settings
from corpus.secrecy import Clearance

PROJECT = Path(__file__).resolve().parents[3]
VARIABLES = re.findall(r"``(TRACUU_\w+)``", module.__doc__ or "")


def read(**environment: str) -> Settings:
    return Settings.from_environment(environment)


def test_defaults() -> None:
    settings = read()
    assert settings == Settings(
        PROJECT / "data",
        PROJECT / "models",
        "",
        "",
        "",
        "127.0.0.1",
        8000,
        os.cpu_count() or 1,
        Clearance.PUBLIC,
        (),
        "",
        "",
        "",
        "",
    )
    assert settings == read(**dict.fromkeys(VARIABLES, "  ")), "blank means not set"


def test_everything_can_be_chosen(tmp_path: Path) -> None:
    settings = read(
        TRACUU_DATA=str(tmp_path / "kho"),
        TRACUU_MODEL_DIR=str(tmp_path / "mô hình"),
        TRACUU_MODEL="intfloat/khác",
        TRACUU_QDRANT_URL="https://qdrant.mau:6333",
        TRACUU_QDRANT_KEY=" khóa ",
        TRACUU_HOST="0.0.0.0",  # noqa: S104 - what a container listens on
        TRACUU_PORT="65535",
        TRACUU_THREADS="2",
        TRACUU_CLEARANCE=" noi-bo ",
        TRACUU_NAMES="tracuu.mau.vn, may-chu ,2001:db8::1,",
        TRACUU_DATABASE_URL=" postgresql://tracuu:bi-mat@may-chu:5432/tap ",
        TRACUU_GENERATOR_URL="http://may-chu:8080/v1",
        TRACUU_GENERATOR_KEY=" chìa-khóa ",
        TRACUU_GENERATOR_MODEL="mẫu",
    )
    assert settings == Settings(
        tmp_path / "kho",
        tmp_path / "mô hình",
        "intfloat/khác",
        "https://qdrant.mau:6333",
        "khóa",
        "0.0.0.0",  # noqa: S104
        65535,
        2,
        Clearance.INTERNAL,
        ("tracuu.mau.vn", "may-chu", "2001:db8::1"),
        "postgresql+psycopg://tracuu:bi-mat@may-chu:5432/tap",
        "http://may-chu:8080/v1",
        "chìa-khóa",
        "mẫu",
    )
    assert "chìa" not in repr(settings)
    assert settings.packs_url == settings.database_url
    assert "bi-mat" not in repr(settings)


def test_every_variable_is_described_and_every_setting_has_one() -> None:
    assert {name.removeprefix("TRACUU_").lower() for name in VARIABLES} == {field.name for field in fields(Settings)}


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    settings = read(TRACUU_DATA=str(tmp_path))
    assert settings.index_folder.parent == settings.files_folder.parent == tmp_path
    assert settings.catalogue_url == f"sqlite:///{tmp_path.as_posix()}/catalogue.sqlite"
    assert settings.packs_url == f"sqlite:///{tmp_path.as_posix()}/packs.sqlite"


def test_a_relative_folder_is_meant_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(TRACUU_DATA="kho").data == tmp_path / "kho"


def test_the_environment_is_read_when_asked_and_not_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACUU_PORT", "8123")
    assert Settings.from_environment().port == 8123


@pytest.mark.parametrize("value", ["0", "65536", "-1", "8000.0", "tám nghìn", "８０００", "8 000"])
@pytest.mark.parametrize("name", ["TRACUU_PORT", "TRACUU_THREADS"])
def test_numbers_out_of_range_are_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name) as caught:
        read(**{name: value})
    assert value in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize("value", ["mat", "nội bộ", "NOI-BO", "tat-ca"])
def test_a_clearance_there_is_none_of_is_named_with_the_choices(value: str) -> None:
    with pytest.raises(SettingsError, match="TRACUU_CLEARANCE") as caught:
        read(TRACUU_CLEARANCE=value)
    assert value in caught.value.message
    assert all(clearance in caught.value.next_step for clearance in Clearance)


@pytest.mark.parametrize("value", ["http://tracuu.mau.vn", "tracuu.mau.vn:8000", "may chu", "a..b", "*", "a/b"])
def test_names_that_are_none_are_named(value: str) -> None:
    with pytest.raises(SettingsError, match="TRACUU_NAMES") as caught:
        read(TRACUU_NAMES=f"tot.mau.vn,{value}")
    assert f"«{value}»" in caught.value.message
    assert "http://" in caught.value.next_step


@pytest.mark.parametrize(
    "value",
    [
        "127.0.0.1:6333",
        "ftp://qdrant:6333",
        "http://",
        "qdrant",
        "http://[::1",
        "http://qdrant:cổng",
        "http://qdrant:0",
    ],
)
def test_addresses_that_are_none_are_named(value: str) -> None:
    with pytest.raises(SettingsError, match="TRACUU_QDRANT_URL") as caught:
        read(TRACUU_QDRANT_URL=value)
    assert value in caught.value.message
    assert "http://" in caught.value.next_step


@pytest.mark.parametrize("value", ["http://127.0.0.1:6333", "https://qdrant", "http://[::1]:6333"])
def test_addresses(value: str) -> None:
    assert read(TRACUU_QDRANT_URL=value).qdrant_url == value


@pytest.mark.parametrize("name", ["TRACUU_DATA", "TRACUU_MODEL_DIR"])
def test_a_file_in_place_of_a_folder_is_named(name: str, tmp_path: Path) -> None:
    file = tmp_path / "tệp.txt"
    file.write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match=name) as caught:
        read(**{name: str(file)})
    assert "tệp.txt" in caught.value.message


@pytest.mark.parametrize(
    "value",
    [
        "postgresql+psycopg://tracuu@may-chu/tap",
        "postgres://tracuu:m%40t@[::1]:5432/tap",
        "postgresql:///tap?host=/var/run/postgresql",
    ],
)
def test_databases(value: str) -> None:
    assert read(TRACUU_DATABASE_URL=value).packs_url == f"postgresql+psycopg://{value.partition('://')[2]}"


@pytest.mark.parametrize(
    "value",
    [
        "tracuu:bi-mat@may-chu/tap",
        "mysql://tracuu:bi-mat@may-chu/tap",
        "sqlite:///bi-mat.sqlite",
        "postgresql+psycopg2://tracuu:bi-mat@may-chu/tap",
        "postgresql://tracuu:bi-mat@may-chu",
        "postgresql:///bi-mat",
        "postgresql://tracuu:bi-mat@may-chu:cổng/tap",
        "postgresql://tracuu:bi-mat@[::1/tap",
    ],
)
def test_databases_that_are_none_are_told_without_their_password(value: str) -> None:
    with pytest.raises(SettingsError, match="TRACUU_DATABASE_URL") as caught:
        read(TRACUU_DATABASE_URL=value)
    assert "bi-mat" not in str(caught.value)
    assert "postgresql://" in caught.value.next_step
