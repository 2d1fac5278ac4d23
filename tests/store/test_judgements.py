"""The log is added to and never changed, and what a shared file holds is checked line by line."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.model.judgement import Anchor, Answer, Judgement, Kind, judgement
from dragoman.store.judgements import SAID, rows_of, said
from dragoman.store.record import Store
from dragoman.store.verify import verify

ROW = judgement(
    Answer.DIFFERENT,
    (Anchor(Kind.FIGURE, "r-1", 4, 8, "nine", "The ", " men\n"), Anchor(Kind.FIGURE, "r-2", 0, 5, "“ten”", "", " men")),
    by="Ann",
    when="2031-03-09T10:00:00.000+00:00",
    why="two ships",
)


def _line(**changed: object) -> str:
    return json.dumps({**said(ROW), **changed}, ensure_ascii=False)


def test_rows_are_kept_once_and_come_back_as_they_were(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        assert store.judgements.add([ROW, ROW], now="2031-03-10T08:00:00") == (ROW,)
        assert store.judgements.add([ROW], now="2031-03-12T08:00:00") == ()
        assert store.judgements.rows() == (ROW,)
        assert store.judgements.rows(by="2031-03-10") == (ROW,)
        assert store.judgements.rows(by="2031-03-09") == ()


def test_what_is_shared_comes_back_as_it_was() -> None:
    assert list(rows_of(f"{_line()}\n\n{_line()}\n", "ann.jsonl")) == [ROW, ROW]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is no judgement"),
        ("[1]", "it does not have the fields"),
        (json.dumps({**said(ROW), "extra": 1}), "it does not have the fields"),
        (_line(verdict="maybe"), "maybe"),
        (_line(anchors=[]), "two anchors"),
        (_line(anchors="none"), "it is no judgement"),
        (_line(why="another reason"), "id is not that of what it says"),
        (_line(by=7), "it is no judgement"),
        (_line(by="\x1b[2JAnn"), "control characters"),
        (_line(why="\ud800"), "control characters"),
        ("[" * 100_000, "it is no judgement"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(line: str, reason: str) -> None:
    bad, good = rows_of(f"{line}\n{_line()}", "ann.jsonl")
    assert isinstance(bad, SkippedInput)
    assert "ann.jsonl, line 1" in str(bad)
    assert reason in str(bad)
    assert isinstance(good, Judgement)


def test_words_of_any_kind_are_kept_but_halves_of_characters_are_named(tmp_path: Path) -> None:
    def anchored(words: str) -> Judgement:
        anchors = (replace(ROW.anchors[0], prefix=words), ROW.anchors[1])
        return judgement(Answer.SAME, anchors, by="Ann", when="2031-03-09")

    odd = anchored("\x00 \u2028 \x1c ‘“ \U0001f54a")
    with Store.open(tmp_path / "r", create=True) as store:
        store.judgements.add([odd], now="2031-03-10T08:00:00")
        assert store.judgements.rows() == (odd,)
    (half,) = rows_of(json.dumps(said(anchored("\ud800"))), "ann.jsonl")
    assert isinstance(half, SkippedInput)


def _plain(row: Judgement) -> dict[str, object]:
    return json.loads(json.dumps(said(row)))


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5), st.sampled_from(SAID)
)
def test_no_line_ends_the_reading(value: object, field: str) -> None:
    plain = _plain(ROW)
    for changed in ({**plain, field: value}, {**plain, "anchors": [{**plain["anchors"][0], "start": value}] * 2}):
        (read,) = rows_of(json.dumps(changed), "ann.jsonl")
        assert isinstance(read, SkippedInput) or read == ROW


def test_an_altered_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "r"
    with Store.open(path, create=True) as store:
        store.judgements.add([ROW], now="2031-03-10T08:00:00")
        assert verify(store) == ()
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE judgement_log SET body = replace(body::VARCHAR, 'Ann', 'Ben')")
    with Store.open(path) as store:
        assert [fault for fault in verify(store) if "Ben" in fault]
