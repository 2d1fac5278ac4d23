"""A record grows without repeating work, keeps every original once, and can be read again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import SkippedInput
from dragoman.reading.asking import Asking
from dragoman.reading.document import Document
from dragoman.reading.inputs import documents
from dragoman.reading.stated import Stated
from dragoman.run.growth import as_of, read_again, seen_by, take, update
from dragoman.run.pipeline import Settings
from dragoman.store.record import Store
from dragoman.store.verify import verify
from growing import grow

SETTINGS = Settings(workers=1)
LATER = """Prisoners freed

Yemen's government freed 40 prisoners on Friday, the Health Ministry said. Saudi Arabia said that only 30 came home.
"""


def _steps(store: Store) -> list[str]:
    """What an update of the record does."""
    done: list[str] = []
    update(store, SETTINGS, lambda what, *_: done.append(what))
    return done


def test_the_same_again_changes_nothing_and_works_nothing(pair: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        first = take(store, documents([str(pair)]), SETTINGS)
        assert len(_steps(store)) == 2
        before = store.record()
        again = take(store, documents([str(pair)]), SETTINGS)
        assert (first.new, first.known, again.new, again.known) == (2, 0, 0, 2)
        assert _steps(store) == []
        assert store.record() == before


def test_what_cannot_be_read_is_named_each_time_and_for_each_name(pair: Path, tmp_path: Path) -> None:
    """Two bad inputs may be alike to the byte, and one that was kept unread is still bad the next time."""
    turkish = "Barış görüşmeleri sürüyor ve iki taraf bir araya geliyor, ama anlaşma yok ve bu bir sorun."
    for name in ("a", "b"):
        (tmp_path / f"empty-{name}.txt").write_bytes(b"")
        (tmp_path / f"turkish-{name}.txt").write_text(turkish, encoding="utf-8")
    with Store.open(tmp_path / "r", create=True) as store:
        for _ in range(2):
            taken = take(
                store,
                documents([str(tmp_path / f"{n}.txt") for n in ("empty-a", "empty-b", "turkish-a", "turkish-b")]),
                SETTINGS,
            )
            assert [Path(one.name).stem for one in taken.skipped] == ["empty-a", "empty-b", "turkish-a", "turkish-b"]


def test_a_verbatim_reprint_is_a_second_report_of_one_lineage_and_its_bytes_are_kept_once(
    pair: Path, tmp_path: Path
) -> None:
    path = tmp_path / "r"
    reprint = Asking(said=Stated(outlet="Eastern Star", published="2031-03-05"))
    (tmp_path / "copy.txt").write_bytes((pair / "north.txt").read_bytes())
    with Store.open(path, create=True) as store:
        grow(store, documents([str(pair / "north.txt")]), SETTINGS)
        record = grow(store, documents([str(tmp_path / "copy.txt")], reprint), SETTINGS).record
        assert verify(store) == ()
    assert {report.outlet for report in record.reports} == {"North Post", "Eastern Star"}
    assert len({report.lineage for report in record.reports}) == 1
    assert len({claim.account for claim in record.claims}) == 1
    with duckdb.connect(str(path), read_only=True) as raw:
        assert raw.execute("SELECT count(*) FROM contents").fetchone() == (1,)


def test_reading_again_replaces_what_another_version_read(pair: Path, tmp_path: Path) -> None:
    path = tmp_path / "r"
    with Store.open(path, create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        first = store.record()
        assert read_again(store, SETTINGS) == 0
    with duckdb.connect(str(path)) as raw:  # as an older version might have read it
        raw.execute("DELETE FROM meta WHERE key = 'state'; DELETE FROM layers")
        raw.execute("UPDATE originals SET body = replace(body::VARCHAR, 'Market hit in Sanaa', 'Another title')")
    with Store.open(path) as store:
        update(store, SETTINGS)
        assert "Another title" in {report.title for report in store.record().reports}
        assert read_again(store, SETTINGS) == 1
        update(store, SETTINGS)
        assert store.record() == first


def test_a_report_that_comes_out_under_another_id_takes_the_place_of_the_old_one(pair: Path, tmp_path: Path) -> None:
    """A user's table may give an outlet another name, and the name is part of the id."""
    table = tmp_path / "outlets.toml"
    table.write_text('[[outlet]]\nname = "The North Post"\naliases = ["North Post"]\n', encoding="utf-8")
    with Store.open(tmp_path / "r", create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        named = replace(SETTINGS, outlets=SETTINGS.outlets.with_list(table))
        assert read_again(store, named) == 1
        record = update(store, named).record
        assert verify(store) == ()
    assert {report.outlet for report in record.reports} == {"The North Post", "South Post"}


def test_as_of_and_seen_by_take_only_what_was_there(pair: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(LATER, encoding="utf-8")
    said = Asking(said=Stated(outlet="Eastern Star", published="2031-03-08"))
    with Store.open(tmp_path / "r", create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        take(store, documents([str(later)], said), SETTINGS)  # killed before its layers were made
        today = max(report.added for report in store.archive.reports())[:10]
        assert len(as_of(store, SETTINGS, "2031-03-07").record.reports) == 2
        assert len(as_of(store, SETTINGS, "2031-03-08").record.reports) == 3
        assert len(seen_by(store, SETTINGS, today).record.reports) == 3
        assert seen_by(store, SETTINGS, "2000-01-01").record.reports == ()


def test_what_was_read_before_an_interruption_is_kept(pair: Path, tmp_path: Path) -> None:
    def broken() -> Iterator[Document | SkippedInput]:
        yield from documents([str(pair)])
        raise KeyboardInterrupt

    path = tmp_path / "r"
    with Store.open(path, create=True) as store, pytest.raises(KeyboardInterrupt):
        take(store, broken(), SETTINGS)
    with Store.open(path) as store:
        assert len(store.archive.reports()) == 2
