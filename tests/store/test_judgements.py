"""The log is added to and never changed, and what a shared file holds is checked line by line."""

import json
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import SkippedInput
from dragoman.model.judgement import Anchor, Answer, Judgement, Kind, judgement
from dragoman.store.judgements import rows_of, said
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
        ("[" * 100_000, "it is no judgement"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(line: str, reason: str) -> None:
    bad, good = rows_of(f"{line}\n{_line()}", "ann.jsonl")
    assert isinstance(bad, SkippedInput)
    assert "ann.jsonl, line 1" in str(bad)
    assert reason in str(bad)
    assert isinstance(good, Judgement)


def test_an_altered_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "r"
    with Store.open(path, create=True) as store:
        store.judgements.add([ROW], now="2031-03-10T08:00:00")
        assert verify(store) == ()
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE judgement_log SET body = replace(body::VARCHAR, 'Ann', 'Ben')")
    with Store.open(path) as store:
        assert [fault for fault in verify(store) if "Ben" in fault]
