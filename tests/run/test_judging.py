"""Judgements in a record on disk: applied on every rebuild without reading again, undone, shared and merged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.model.judgement import Answer, Effect, Judgement
from dragoman.model.record import RecordData
from dragoman.reading.asking import Asking
from dragoman.reading.inputs import documents
from dragoman.reading.stated import Stated
from dragoman.run import growth
from dragoman.run.growth import as_of, relink, seen_by, take, update
from dragoman.run.judging import Judging, apply
from dragoman.run.pipeline import Settings
from dragoman.store.record import Store
from dragoman.store.verify import verify
from growing import grow

SETTINGS = Settings(workers=1)
LATER = """Market struck again

Shells hit the market in Sanaa again on Thursday, Yemen's Health Ministry said. Four people were killed.
"""
Say = Callable[[Judging], tuple[Judgement, ...]]


def _said(store: Store, say: Say, by: str = "Ann") -> RecordData:
    """The record after a person's word."""
    built = apply(store, say(Judging.of(store, by=by)))[1]
    assert built is not None
    return built.record


def _two(record: RecordData) -> tuple[str, str]:
    """Two numbers of two outlets in one figure."""
    figure = next(f for f in record.figures if len({c.outlet for c in record.claims if c.id in f.claims}) > 1)
    first, *others = [c for c in record.claims if c.id in figure.claims]
    return first.id, next(c.id for c in others if c.outlet != first.outlet)


def _of(record: RecordData) -> tuple[object, ...]:
    return record.events, record.figures, record.comparisons, record.utterances, record.judgements


@pytest.fixture
def store(pair: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record", create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        yield store


def test_a_word_holds_at_once_and_is_applied_by_every_later_reading(store: Store, tmp_path: Path) -> None:
    before = store.record()
    ids = _two(before)
    judged = _said(store, lambda person: person.judge(Answer.DIFFERENT, ids))
    assert not any(set(ids) <= set(figure.claims) for figure in judged.figures)
    assert [row.effect for row in judged.judgements] == [Effect.HOLDS]
    assert update(store, SETTINGS).record == store.record() == judged
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    said = Asking(said=Stated(outlet="Eastern Star", published="2031-03-06"))
    grown = grow(store, documents([str(tmp_path / "later.txt")], said), SETTINGS).record
    assert not any(set(ids) <= set(figure.claims) for figure in grown.figures)
    assert [claim for claim in grown.claims if claim.id in ids] == [c for c in judged.claims if c.id in ids]
    assert verify(store) == ()


def test_growing_equals_building_from_nothing_with_the_same_log(pair: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "grown", create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        _said(store, lambda person: person.judge(Answer.DIFFERENT, _two(person.record)))
        log = store.judgements.rows()
        grown = store.record()
    with Store.open(tmp_path / "whole", create=True) as store:
        store.judgements.add(log, now="2031-03-12")
        take(store, documents([str(pair / "south.txt")]), SETTINGS)
        update(store, SETTINGS)
        take(store, documents([str(pair / "north.txt")]), SETTINGS)
        assert _of(update(store, SETTINGS).record) == _of(grown)


def test_no_report_is_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the record was read with other lists than those at hand now: the layers are taken as they are."""
    monkeypatch.setattr(growth, "extract", None)
    before = store.record()
    judged = _said(store, lambda person: person.judge(Answer.DIFFERENT, _two(before)))
    assert judged.generator == before.generator
    assert relink(store) is not None


def test_undone_the_record_is_what_it_was_and_the_log_keeps_both_rows(store: Store) -> None:
    before = store.record()
    _said(store, lambda person: person.judge(Answer.DIFFERENT, _two(before)))
    (row,) = store.judgements.rows()
    assert _said(store, lambda person: person.undo(row.id)) == before
    assert {one.verdict for one in store.judgements.rows()} == {Answer.DIFFERENT, Answer.WITHDRAWN}
    with pytest.raises(InputError, match="taken back already"):
        Judging.of(store, by="Ann").undo(row.id)
    with pytest.raises(InputError, match="no judgement has this id"):
        Judging.of(store, by="Ann").undo("j-unknown")


def test_the_same_again_is_one_row_and_another_word_of_the_same_person_takes_the_first_back(store: Store) -> None:
    ids = _two(store.record())
    for verdict in (Answer.DIFFERENT, Answer.DIFFERENT, Answer.UNSURE):
        _said(store, lambda person, verdict=verdict: person.judge(verdict, ids))
    assert [row.verdict for row in store.record().judgements] == [Answer.UNSURE]
    assert len(store.judgements.rows()) == 3


def test_two_analysts_merge_their_logs_and_get_one_record_with_their_disagreement_shown(
    pair: Path, tmp_path: Path
) -> None:
    logs, records = [], []
    for name, verdict in (("Ann", Answer.SAME), ("Ben", Answer.DIFFERENT)):
        with Store.open(tmp_path / name, create=True) as store:
            grow(store, documents([str(pair)]), SETTINGS)
            _said(store, lambda person, verdict=verdict: person.judge(verdict, _two(person.record)), name)
            logs.append(store.judgements.rows())
    for name, theirs in (("Ann", logs[1]), ("Ben", logs[0])):
        with Store.open(tmp_path / name) as store:
            assert len(apply(store, theirs)[0]) == 1
            assert apply(store, theirs)[0] == ()
            records.append(store.record())
    assert _of(records[0]) == _of(records[1])
    assert {row.by: row.effect for row in records[0].judgements} == {
        "Ann": Effect.CONTRADICTED,
        "Ben": Effect.CONTRADICTED,
    }


def test_a_figure_is_split_and_joined_as_a_whole_again(store: Store) -> None:
    before = store.record()
    first, part = _two(before)
    apart = _said(store, lambda person: person.split(first, [part]))
    assert not any({first, part} <= set(figure.claims) for figure in apart.figures)
    with pytest.raises(InputError, match="no part of"):
        Judging.of(store, by="Ann").split(first, ["c-unknown"])
    with pytest.raises(InputError, match="nothing would be left"):
        Judging.of(store, by="Ann").split(part, [part])
    joined = _said(store, lambda person: person.join([part, first]))
    assert any({first, part} <= set(figure.claims) for figure in joined.figures)
    assert [row.verdict for row in joined.judgements] == [Answer.SAME]  # the own word before it is taken back


@pytest.mark.parametrize("ids", [("em-unknown", "em-other"), ("FIGURE", "EVENT"), ("FIGURE", "FIGURE")])
def test_what_makes_no_sense_is_refused_and_leaves_no_row(store: Store, ids: tuple[str, str]) -> None:
    record = store.record()
    known = {"FIGURE": record.figures[0].id, "EVENT": record.events[0].id}
    with pytest.raises(InputError):
        Judging.of(store, by="Ann").judge(Answer.SAME, [known.get(one, one) for one in ids])
    with pytest.raises(InputError, match="who judged"):
        Judging.of(store, by=" ").judge(Answer.SAME, _two(record))
    assert store.judgements.rows() == ()


def test_looks_back_apply_what_was_judged(store: Store) -> None:
    ids = _two(store.record())
    _said(store, lambda person: person.judge(Answer.DIFFERENT, ids))
    today = max(report.added for report in store.archive.reports())[:10]
    for built in (as_of(store, SETTINGS, "2031-03-04"), seen_by(store, SETTINGS, today)):
        assert not any(set(ids) <= set(figure.claims) for figure in built.record.figures)
    assert seen_by(store, SETTINGS, "2000-01-01").record.judgements == ()


def test_a_record_that_is_not_up_to_date_keeps_the_word_for_its_next_reading(store: Store, tmp_path: Path) -> None:
    ids = _two(store.record())
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    take(store, documents([str(tmp_path / "later.txt")], Asking(said=Stated(outlet="Eastern Star"))), SETTINGS)
    rows = Judging.of(store, by="Ann").judge(Answer.DIFFERENT, ids)
    assert apply(store, rows) == (rows, None)
    assert [row.effect for row in update(store, SETTINGS).record.judgements] == [Effect.HOLDS]
