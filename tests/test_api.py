"""The Python API as a data scientist meets it."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import InputError
from dragoman.reading.inputs import documents
from dragoman.run.pipeline import Settings
from dragoman.store.record import Store
from growing import grow


def test_exported_names_are_there() -> None:
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


def test_a_record_is_read_shown_and_explained(pair: Path) -> None:
    record = dragoman.read(pair)
    assert {report.outlet for report in record.reports} == {"North Post", "South Post"}
    assert record.skipped == ()
    explained = record.why(record.events[0].id)
    assert explained.grounds
    assert explained.grounds[0].span.exact in explained.text()


def test_items_become_a_table(pair: Path) -> None:
    table = dragoman.read(pair).claims.df()
    assert {"field", "value", "voice.kind", "span.exact"} <= set(table.columns)
    assert len(table) > 5


def test_items_are_sequences(pair: Path) -> None:
    claims = dragoman.read(pair).claims
    assert claims[:2][1] == claims[1]
    assert "<table>" in claims._repr_html_()


def test_a_record_on_disk_opens(pair: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        grow(store, documents([str(pair)]), Settings(workers=1))
    assert len(dragoman.open_record(tmp_path / "r").claims) == len(dragoman.read(pair).claims)


def _two(record: dragoman.Record) -> tuple[str, str]:
    """Two numbers of two outlets in one figure."""
    figure = next(f for f in record.figures if len({c.outlet for c in record.claims if c.id in f.claims}) > 1)
    first, *others = [c for c in record.claims if c.id in figure.claims]
    return first.id, next(c.id for c in others if c.outlet != first.outlet)


@pytest.mark.parametrize("kept", [True, False])
def test_a_record_is_judged_and_the_word_is_taken_back(pair: Path, tmp_path: Path, kept: bool) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        grow(store, documents([str(pair)]), Settings(workers=1))
    record = dragoman.open_record(tmp_path / "r") if kept else dragoman.read(pair)
    ids = _two(record)
    judged = record.judge(*ids, "different", by="Ann", why="two markets")
    assert not any(set(ids) <= set(figure.claims) for figure in judged.figures)
    (row,) = judged.judgements
    assert (row.verdict, row.by, row.why, row.effect) == ("different", "Ann", "two markets", "holds")
    assert "two markets" in judged.why(ids[0]).text()
    assert not any({doubt.a, doubt.b} == set(ids) for doubt in judged.doubts)
    assert judged.undo(row.id, by="Ann").data == record.data
    if kept:
        assert len(dragoman.open_record(tmp_path / "r").log) == 2
    with pytest.raises(InputError, match="no verdict"):
        record.judge(*ids, "maybe", by="Ann")


def test_nothing_to_read_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing could be read"):
        dragoman.read(tmp_path / "missing.txt")
