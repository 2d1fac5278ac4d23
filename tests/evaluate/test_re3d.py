"""Scoring of re3d: labels, nested spans, strict and relaxed, on an invented text in the published format."""

import json
from functools import partial
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.re3d import evaluate, matched, outermost
from dragoman.evaluate.re3d_format import Marked, texts
from dragoman.run.pipeline import Settings, read_pages

TEXT = (
    "Kenya accused rebels in Chad. President Paul Okello of Uganda left Nakuru. Kenyan police searched the old bridge."
)
GOLD = (
    ("Kenya", "Organisation", 1),
    ("rebels", "Organisation", 1),
    ("Chad", "Location", 0.98),
    ("President Paul Okello", "Person", 1),
    ("Okello", "Person", 1),
    ("Uganda", "Person", 0),
    ("Kenyan police", "Organisation", 1),
    ("Kenyan", "Nationality", 1),
    ("the old bridge", "Location", 1),
    ("searched", "Person", 1),
)


def marked(words: str, label: str) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"documentId": "d1", "begin": begin, "end": begin + len(words), "type": label}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "Invented Source"
    inside.mkdir()
    document = {"_id": "d1", "sourceName": "Invented Source", "title": "News", "text": TEXT}
    (inside / "documents.json").write_text(json.dumps(document) + "\n", encoding="utf-8")
    lines = [json.dumps({**marked(w, label), "confidence": c}) for w, label, c in GOLD]
    (inside / "entities.json").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_each_label_is_scored_with_its_misses_in_context(folder: Path) -> None:
    score = evaluate(folder, partial(read_pages, settings=Settings()))
    people, bodies, places = score["Person"], score["Organisation"], score["Location"]
    assert (people.of, people.recall, people.precision) == (2, 0.5, 1.0)
    assert people.misses[0].endswith("Nakuru. Kenyan police [searched] the old bridge.")
    assert (bodies.value, bodies.of, bodies.misses) == (1.0, 3, ())
    assert (places.recall, places.of) == (1.0, 2)
    assert any("[Nakuru]" in miss and miss.startswith("false") for miss in places.misses)
    assert ("Person", "", 1) in score.confusions[0].pairs
    assert score["Person, strict"].value == people.value


def test_a_folder_of_one_source_is_read_and_spans_nobody_stood_by_are_left_out(folder: Path) -> None:
    alone = texts(folder / "Invented Source")
    assert [t.id for t in alone] == ["d1"]
    assert Marked(TEXT.index("Uganda"), TEXT.index("Uganda") + 6, "Person") not in alone[0].marked


def test_of_nested_spans_the_outermost_counts() -> None:
    outer, inner, other = Marked(0, 9, "Person"), Marked(4, 9, "Organisation"), Marked(12, 15, "Location")
    assert outermost([inner, other, outer, outer]) == (outer, other)


def test_strict_spans_may_differ_by_article_and_possessive_only() -> None:
    text = "the army's camp"
    gold, show = Marked(0, 8, "Organisation"), Marked(4, 10, "Organisation")
    assert list(matched(text, [gold], [show], strict=True)) == [(gold, show)]
    assert not list(matched(text, [gold], [Marked(4, 15, "Organisation")], strict=True))
    assert list(matched(text, [gold], [Marked(4, 15, "Organisation")], strict=False))


def test_each_span_matches_once() -> None:
    gold, shows = Marked(0, 8, "Person"), [Marked(0, 3, "Person"), Marked(4, 8, "Person")]
    assert list(matched("the army", [gold], shows, strict=False)) == [(gold, shows[1])]


@pytest.mark.parametrize("text", [None, "no json", '{"_id": "d1"}'])
def test_a_wrong_folder_or_broken_file_says_so(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "documents.json").write_text(text, encoding="utf-8")
        (tmp_path / "entities.json").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="re3d"):
        texts(tmp_path)
