"""The score of dates counts days, right ones and wrong ones apart, and reads each set in its published format."""

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.dates import Dated, evaluate_dates, score
from dragoman.evaluate.dates_sets import Known, known_sets
from dragoman.model.report import Published
from dragoman.model.time import Precision

TEXT = "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement from Ardana on the river Sul."
LABELS = "story\tarticle\tfirst\tlast\tfrom\ns1\t0\t2031-10-07\t2031-10-07\taddress and text\ns1\t1\t2031-10-07\t2031-10-08\ttext\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The three sets, each with a text or two."""
    data = tmp_path / "polnear" / "data"
    (data / "dev" / "text").mkdir(parents=True)
    (data / "metadata.tsv").write_text(
        "compartment\tfilename\tpublication_date\ndev\ta\t2031-10-07\n", encoding="utf-8"
    )
    (data / "dev" / "text" / "a.txt").write_text(f"Published 7 October 2031\n\n{TEXT}\n", encoding="utf-8")
    stories = tmp_path / "stories"
    stories.mkdir()
    articles = [_article("https://news.example.org/2031/10/07/a"), _article("https://news.example.org/2031/10/05/b")]
    (stories / "wikinews_medium.json").write_text(json.dumps([{"_id": {"$oid": "s1"}, "articles": articles}]))
    tokens = [("0", "Rebels"), ("0", "free"), ("0", "30"), ("1", "October"), ("1", "7"), ("1", ","), ("1", "2031")]
    lines = "".join(f'<token sentence="{n}">{word}</token>' for n, word in [*tokens, *(("2", w) for w in TEXT.split())])
    time = '<TIMEX3 functionInDocument="CREATION_TIME" value="2031-10-07"/>'
    (tmp_path / "meantime").mkdir()
    (tmp_path / "meantime" / "m.xml").write_text(f"<Document>{lines}<Markables>{time}</Markables></Document>")
    (tmp_path / "labels.tsv").write_text(LABELS, encoding="utf-8")
    return tmp_path


def _article(address: str) -> dict[str, object]:
    return {
        "title": "Rebels free 30",
        "text": TEXT,
        "ext_url": address,
        "created_at": {"$date": "2031-11-01T10:00:00Z"},
    }


def test_each_set_is_read_in_its_own_format(folder: Path) -> None:
    sets = known_sets(folder, folder / "labels.tsv")
    assert {name: len(texts) for name, texts in sets.items()} == {
        "polnear": 1,
        "meantime": 1,
        "meantime without its date lines": 1,
        "stories": 2,
        "stories with their capture times": 2,
        "stories without their addresses": 2,
    }
    assert sets["meantime"][0].text.split("\n\n")[1] == "October 7, 2031"
    assert "October" not in sets["meantime without its date lines"][0].text


def test_right_and_wrong_days_and_open_intervals_are_told_apart(folder: Path) -> None:
    found = evaluate_dates(folder, folder / "labels.tsv")
    assert found["polnear: the day is right"].ratio == 1.0
    assert (found["stories: dated to the day"].numerator, found["stories: the day is right"].numerator) == (2, 1)
    assert len(found.count("stories: wrong dates").lines) == 1
    assert TEXT not in found.count("stories: wrong dates").lines[0]
    assert found["stories without their addresses: dated to the day"].numerator == 0


def test_a_day_within_a_long_label_is_neither_right_nor_wrong() -> None:
    month = Known("a", TEXT, "2031-10-01", "2031-10-31")
    abilities, wrong = score("x", [Dated(month, Published("2031-10-07", "2031-10-07", Precision.DAY, "t"))])
    assert [one.numerator for one in abilities] == [0, 0, 1]
    assert wrong.lines == ()


def test_a_folder_without_any_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none of polnear"):
        known_sets(tmp_path)
