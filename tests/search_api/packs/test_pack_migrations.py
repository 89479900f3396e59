"""The form of the database: made from nothing, brought forward, refused when it is a newer version's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from made_packs import OWNER, edit

from corpus.errors import PacksError
from search_api.packs import opening
from search_api.packs.opening import VERSION_TABLE, open_engine
from search_api.packs.store import PackStore
from search_api.packs.tables import METADATA

ROOT = Path(__file__).resolve().parents[3]
STEPS = Path(opening.__file__).parent / "migrations" / "versions"


def call_it(url: str, version: str) -> None:
    """Say that a database has another form."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.update(sa.table(VERSION_TABLE, sa.column("version_num"))).values(version_num=version))
    engine.dispose()


def test_the_steps_lead_to_the_tables_the_program_uses(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True, "target_metadata": METADATA}
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_opening_once_more_changes_nothing(url: str) -> None:
    with PackStore(url) as store:
        made = store.create(OWNER, edit(title="Một"), {}, "Lập")
    with PackStore(url) as store:
        assert store.held(made.row.id) == made


def test_an_older_database_is_brought_forward_with_what_it_holds(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with PackStore(url) as store:
        made = store.create(OWNER, edit(title="Một"), {}, "Lập")
    steps = with_one_more_step(tmp_path)
    monkeypatch.setattr(opening, "_MIGRATIONS", steps)
    with PackStore(url) as store:
        assert store.held(made.row.id) == made
    engine = sa.create_engine(url)
    assert "added_later" in {column["name"] for column in sa.inspect(engine).get_columns("packs")}
    engine.dispose()


def test_a_step_that_fails_leaves_the_database_as_it_was(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with PackStore(url) as store:
        made = store.create(OWNER, edit(title="Một"), {}, "Lập")
    with monkeypatch.context() as patched:
        patched.setattr(opening, "_MIGRATIONS", with_one_more_step(tmp_path, "raise RuntimeError('mất điện')"))
        with pytest.raises(RuntimeError, match="mất điện"):
            PackStore(url)
    with PackStore(url) as store:
        assert store.held(made.row.id) == made


def with_one_more_step(folder: Path, then: str = "pass") -> Path:
    steps = folder / "migrations"
    (steps / "versions").mkdir(parents=True)
    for path in (*STEPS.glob("*.py"), STEPS.parent / "env.py"):
        target = steps / path.relative_to(STEPS.parent)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (steps / "versions" / "later.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '0002'\ndown_revision = '0001'\n\n\n"
        f"def upgrade():\n    op.add_column('packs', sa.Column('added_later', sa.Integer))\n    {then}\n",
        encoding="utf-8",
    )
    return steps


def test_a_database_of_a_newer_version_is_refused_and_left_alone(url: str) -> None:
    PackStore(url).close()
    call_it(url, "9999")
    with pytest.raises(PacksError, match="mới hơn") as caught:
        PackStore(url)
    assert "cài phiên bản mới hơn" in caught.value.next_step
    call_it(url, "0001")
    PackStore(url).close()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "packs.sqlite").write_bytes(b"khong phai co so du lieu" * 100)
    with pytest.raises(PacksError, match="không mở được"):
        PackStore(f"sqlite:///{tmp_path}/packs.sqlite")


def test_processes_that_open_a_new_database_at_once_all_find_it_whole(url: str) -> None:
    program = (
        "import sys\n"
        "from search_api.packs.edit import PackEdit\n"
        "from search_api.packs.store import PackStore\n"
        "sys.stdin.read()\n"
        "with PackStore(sys.argv[1]) as store:\n"
        "    store.create('chu', PackEdit(), {}, 'Lập')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen([sys.executable, "-c", program, url], env=environment, stdin=subprocess.PIPE) for _ in range(3)
    ]
    # They wait for their input to end with everything imported.
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
    assert [process.wait(300) for process in started] == [0, 0, 0]
    with PackStore(url) as store:
        assert len(store.owned("chu")) == 3


def test_the_steps_are_part_of_the_package() -> None:
    assert all((folder / "__init__.py").is_file() for folder in (STEPS, STEPS.parent))
