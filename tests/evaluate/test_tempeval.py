"""Times of TimeML files: extents, types and values against a tiny set written for the test."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.tempeval import evaluate, timeml_texts
from dragoman.evaluate.timex import Timex
from reading import read

TEXT = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-05" functionInDocument="CREATION_TIME">Wednesday, March 5</TIMEX3></DCT>
<TEXT>The envoys <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-03-03">Monday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three hours</TIMEX3> &amp; left. They came back
<TIMEX3 tid="t3" type="DATE" value="2031-02-11">last Tuesday</TIMEX3>, and again on Sunday. The
<TIMEX3 tid="t4" type="DATE" value="PAST_REF">Brenn years</TIMEX3> are over.
</TEXT></TimeML>"""


def test_each_measure_counts_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TEXT, encoding="utf-8")
    score = evaluate(tmp_path, read)
    # Shown: Monday, three hours, last Tuesday with another value, and Sunday, which the file does not mark.
    assert (score["strict F1"].precision, score["strict F1"].recall) == (0.75, 0.75)
    assert (score["relaxed F1"].value, score["value F1"].value) == (0.75, 0.5)
    assert (score["type of those found"].value, score["value of those found"].of) == (1.0, 3)
    assert "[last Tuesday], and again on Sunday" in score["value F1"].misses[0]
    assert "DATE 2031-03-04, not DATE 2031-02-11" in score["value F1"].misses[0]
    assert any("[Sunday]" in line and line.endswith("not nothing") for line in score["relaxed F1"].misses)
    assert score["DURATION with its value"].value == 1.0


def test_text_and_places_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TEXT, encoding="utf-8")
    (one,) = timeml_texts(tmp_path)
    assert one.day == "2031-03-05"
    assert [one.text[t.start : t.end] for t in one.times] == ["Monday", "three hours", "last Tuesday", "Brenn years"]
    assert one.times[1] == Timex(one.text.index("three"), one.text.index("three") + 11, "DURATION", "PT3H")


def test_entities_of_a_file_are_never_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE T [<!ENTITY a "boom">]><TimeML><TEXT>On Monday &a;</TEXT></TimeML>'
    (tmp_path / "one.tml").write_text(bomb, encoding="utf-8")
    with pytest.raises(InputError, match="entities of its own"):
        list(timeml_texts(tmp_path))


@pytest.mark.parametrize(("name", "text"), [("a.txt", "x"), ("a.tml", "<TimeML/>"), ("a.tml", "no XML")])
def test_what_is_no_timeml_is_said(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=str(tmp_path)):
        list(timeml_texts(tmp_path))
