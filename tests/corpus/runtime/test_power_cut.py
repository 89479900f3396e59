"""A replacement and a removal, cut off before each of their steps: readers see all or nothing of them.

What is tested is the order of the steps, so the passages lie in qdrant-client's engine in memory, which is
quick and outlives the library; ``test_kill`` cuts off the embedded engine with everything it has on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from doubles import SPEC, addresses_of, indexed_passages, look_up, made_document, plain_passages
from qdrant_client import QdrantClient

from corpus.copies import Copy, Standing, alone
from corpus.runtime.files import write_atomically
from corpus.runtime.library import Library, original_path
from corpus.runtime.settings import Settings
from corpus.runtime.store import server
from corpus.types import Document, Filters

pytestmark = [
    pytest.mark.filterwarnings("ignore:Payload indexes have no effect:UserWarning"),
    pytest.mark.filterwarnings("ignore:Local mode performs exact:UserWarning"),
]

OLD = made_document("Chi bộ họp hằng tháng.", "Đảng viên nộp đảng phí.")
NEW = made_document("Chi bộ họp hằng quý.", "Đảng viên đóng đảng phí.", "Điều khoản mới.")
OTHER = made_document("Chuyển đổi số.", number="57-NQ/TW", issuer="Bộ Chính trị", day=date(2024, 12, 22))
# The press page of OLD: the same words in another file, and without a date another id.
PRESS = replace(
    made_document(*OLD.text.split("\n"), day=None), source=replace(OLD.source, sha256="ba0" * 20, name="bao.html")
)
EVERY = (OLD, NEW, OTHER, PRESS)
ORIGIN, ELSEWHERE = "C:/vb/mau.pdf", "C:/vb/khac.pdf"

CATALOGUE_STEPS = ("announce", "switch", "arrange", "remove", "settle")
STORE_STEPS = ("create", "add", "drop")

Work = Callable[[Library], None]


@pytest.fixture
def settings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    engine = QdrantClient(":memory:")
    with monkeypatch.context() as patch:
        patch.setattr(server, "QdrantClient", lambda **_: engine)
        patch.setattr(server.ServerStore, "close", lambda _: None)
        yield replace(settings, qdrant_url="http://127.0.0.1:6333")
    engine.close()


class PowerCut(BaseException):
    """Nothing in the program may catch it."""


class Cut:
    """Lets some steps pass and cuts off before the next, or between a version's passages and its file."""

    def __init__(self, library: Library, patch: pytest.MonkeyPatch, after: int | None) -> None:
        self.moments = 0
        self._after = after
        for owner, names in ((library.catalogue, CATALOGUE_STEPS), (library.store, STORE_STEPS)):
            for name in names:
                patch.setattr(owner, name, self._step(name, getattr(owner, name)))

    def _step(self, name: str, work: Callable[..., None]) -> Callable[..., None]:
        def step(*given: object) -> None:
            self._moment()
            work(*given)
            if name == "drop":
                self._moment()

        return step

    def _moment(self) -> None:
        if self.moments == self._after:
            raise PowerCut
        self.moments += 1


def keep_files(settings: Settings, documents: list[Document]) -> None:
    """What ingest has kept before it replaces a document."""
    for document in documents:
        kept = original_path(settings.files_folder, document.source.sha256, "mau.pdf")
        write_atomically(kept, document.text.encode())


def kept_files(settings: Settings) -> set[str]:
    return {path.stem for path in settings.files_folder.glob("*")}


def put(document: Document, origin: str) -> Work:
    return lambda library: library.replace(document, indexed_passages(document), alone(document, origin))


def worse_copy(library: Library) -> None:
    """The press page comes in beside the signed file."""
    library.arrange(OLD.ref.id, Standing(both(OLD, PRESS), Copy(PRESS, ELSEWHERE), OLD.ref.id))


def better_copy(library: Library) -> None:
    """The signed file takes the place of the press page, which stays listed."""
    of = library.catalogue.known_as(PRESS.ref.id)
    library.replace(OLD, indexed_passages(OLD), Standing(both(OLD, PRESS), Copy(OLD, ORIGIN), of))


def only_press(library: Library) -> None:
    library.replace(PRESS, indexed_passages(PRESS), Standing(both(PRESS), None, OLD.ref.id))


def only_old(library: Library) -> None:
    library.arrange(OLD.ref.id, Standing(both(OLD), None, OLD.ref.id))


def both(*documents: Document) -> tuple[str, ...]:
    return tuple(document.source.sha256 for document in documents)


LISTED = {  # name: copies that are in the corpus beside what readers see, before the work and after it
    "a worse copy": ([], [PRESS]),
    "a better copy": ([], [PRESS]),
    "the better copy goes": ([PRESS], []),
    "the worse copy goes": ([PRESS], []),
    "all copies go": ([PRESS], []),
}
CASES: dict[str, tuple[list[tuple[Document, str] | Work], Work, list[Document], list[Document], int]] = {
    # name: what is there, the work, what readers see before it and after it, moments at which it can be cut off
    "first": ([], put(NEW, ORIGIN), [], [NEW], 5),
    "replace": ([(OLD, ORIGIN), (OTHER, ELSEWHERE)], put(NEW, ORIGIN), [OLD, OTHER], [NEW, OTHER], 8),
    "two at once": ([(OLD, ORIGIN), (OTHER, ELSEWHERE)], put(NEW, ELSEWHERE), [OLD, OTHER], [NEW], 12),
    "remove": (
        [(OLD, ORIGIN), (OTHER, ELSEWHERE)],
        lambda library: library.remove(OLD.ref.id),
        [OLD, OTHER],
        [OTHER],
        5,
    ),
    "a worse copy": ([(OLD, ORIGIN)], worse_copy, [OLD], [OLD], 1),
    "a better copy": ([(PRESS, ELSEWHERE)], better_copy, [PRESS], [OLD], 8),
    "the better copy goes": ([(PRESS, ELSEWHERE), better_copy], only_press, [OLD], [PRESS], 8),
    "the worse copy goes": ([(OLD, ORIGIN), worse_copy], only_old, [OLD], [OLD], 5),
    "all copies go": ([(OLD, ORIGIN), worse_copy], lambda library: library.remove(OLD.ref.id), [OLD], [], 9),
}
MOMENTS = [(name, moment) for name, case in CASES.items() for moment in range(case[4])]


@pytest.mark.parametrize("name", CASES)
def test_every_moment_is_counted(name: str, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    there, work, _, _, moments = CASES[name]
    fill(library, there)
    cut = Cut(library, monkeypatch, None)
    work(library)
    assert cut.moments == moments


@pytest.mark.parametrize(("name", "moment"), MOMENTS)
def test_readers_see_all_or_nothing(
    name: str, moment: int, library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, work, before, after, _ = CASES[name]
    listed_before, listed_after = LISTED.get(name, ([], []))
    keep_files(settings, [*before, *listed_before])
    fill(library, there)
    keep_files(settings, [*after, *listed_after])
    with monkeypatch.context() as patch:
        Cut(library, patch, moment)
        with pytest.raises(PowerCut):
            work(library)
    # The process that was cut off still sees one of the two, and so does the next, which clears up.
    during = seen_by(library)
    assert during in (names(before), names(after))
    library.close()
    again = Library(settings, SPEC)
    try:
        assert seen_by(again) == during
        assert copies_in(again) in (sorted(both(*before, *listed_before)), sorted(both(*after, *listed_after)))
        assert_clean(again, settings, before if during == names(before) else after)
        keep_files(settings, [*after, *listed_after])
        work_again(again, name)
        assert_clean(again, settings, after)
        assert copies_in(again) == sorted(both(*after, *listed_after))
        assert kept_files(settings) == set(both(*after, *listed_after))
    finally:
        again.close()


def fill(library: Library, there: list[tuple[Document, str] | Work]) -> None:
    for work in there:
        (put(*work) if isinstance(work, tuple) else work)(library)


def work_again(library: Library, name: str) -> None:
    """The user repeats the command; one that took something out already is not repeated."""
    takes_out = name == "remove" or name.endswith((" go", " goes"))
    if not takes_out or library.catalogue.entry(OLD.ref.id) is not None:
        CASES[name][1](library)


def copies_in(library: Library) -> list[str]:
    _, entries = library.catalogue.entries(Filters(), 0, 10)
    return sorted(copy.version for entry in entries for copy in library.catalogue.copies(entry.ref.id))


def names(documents: list[Document]) -> set[tuple[str, str]]:
    return {(document.ref.id, document.source.sha256) for document in documents}


def seen_by(library: Library) -> set[tuple[str, str]]:
    """Documents that readers see, each found whole and with nothing of another version."""
    documents = {d.ref.id: d for d in EVERY}
    versions = {d.source.sha256: d for d in EVERY}
    live = library.catalogue.live_versions(documents)
    for identity, version in live.items():
        document = versions[version]
        assert library.passages(identity, addresses_of(NEW)) == plain_passages(document)
    if library.store.spec() is not None:
        found = look_up(library, "chi bộ chuyển đổi số đảng phí")
        assert {(c.listed.ref.id, c.listed.version) for c in found} == set(live.items())
        assert len(found) == sum(len(versions[version].sections) for version in live.values())
    return set(live.items())


def assert_clean(library: Library, settings: Settings, documents: list[Document]) -> None:
    _, entries = library.catalogue.entries(Filters(), 0, 10)
    assert {(entry.ref.id, entry.version) for entry in entries} == names(documents)
    assert library.catalogue.unsettled() == []
    assert library.store.count() == library.catalogue.totals()[1] == sum(len(d.sections) for d in documents)
    # The file of a version that was cut off before it was announced lies there until the command is repeated.
    assert {document.source.sha256 for document in documents} <= kept_files(settings)
