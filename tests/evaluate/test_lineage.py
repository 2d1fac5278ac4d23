"""Scoring of lineage: wires by agency, pairs of labelled articles by half, relays left out of both."""

import json

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.lineage import evaluate, evaluate_pairs, read_stories

WIRE = (
    "Negotiators from Norvania and Sudria ended a third day of meetings in Velm without any sign that the two "
    "governments were ready to sign the draft which Kestria had put before them on Friday evening."
)
OWN = "Our correspondent counted empty shops along the harbour and long lines at the only bakery still open that day."
MORE = "Residents of the old town spoke of sleepless nights, closed schools and a shortage of clean drinking water."
COLUMNS = ("a", "b", "half", "label", "sure")


@pytest.fixture
def stories(tmp_path):
    texts = {"one": f"{WIRE}\n{OWN}", "two": f"{MORE}\n{WIRE}", "three": MORE, "four": OWN.replace("empty", "many")}
    articles = [
        {"title": name.title(), "ext_url": f"https://www.{name}.example/1", "text": t} for name, t in texts.items()
    ]
    (tmp_path / "events.json").write_text(json.dumps([{"articles": articles}]), encoding="utf-8")
    return tmp_path


def table(folder, *rows):
    path = folder / "labels.tsv"
    path.write_text("\n".join("\t".join(row) for row in (COLUMNS, *rows)) + "\n", encoding="utf-8")
    return path


def test_pairs_are_scored_by_half_and_sureness(stories):
    one, two, three, four = read_stories(stories / "events.json")
    labels = table(
        stories,
        (one, two, "tune", "passage", "1"),
        (two, three, "tune", "independent", "0"),
        (one, three, "tune", "independent", "1"),
        (three, four, "tune", "relay", "1"),
        (three, four, "test", "reprint", "1"),
    )
    score = evaluate(stories, labels)
    assert score["recall, tune"].ratio == 1.0
    assert (score["precision, tune"].numerator, score["precision, tune"].denominator) == (1, 2)
    assert score["precision, tune, sure labels"].ratio == 1.0
    assert score["recall, test"].misses == (f"missed: {three} {four} (reprint)",)
    assert score.as_dict()["schema"] == "dragoman/lineage-score/1"


def test_any_linker_can_be_scored(stories):
    one, two, *_ = read_stories(stories / "events.json")
    labels = table(stories, (one, two, "test", "reprint", "1"))
    assert evaluate_pairs(stories / "events.json", labels, lambda reports: ())["recall, test"].ratio == 0.0


def test_wires_are_scored_from_the_text_and_with_the_author(tmp_path):
    rows = [
        ("compartment", "filename", "publisher", "author", "title", "wire"),
        ("dev", "a", "Post", "None", "Talks end", "AP"),
        ("dev", "b", "Post", "Reuters", "Talks go on", "reuters"),
        ("dev", "c", "Post", "Jane Doe", "Talks fail", "None"),
    ]
    (tmp_path / "data" / "dev" / "text").mkdir(parents=True)
    (tmp_path / "data" / "metadata.tsv").write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
    for name, text in (("a", f"VELM (AP) — {WIRE}"), ("b", WIRE), ("c", WIRE)):
        (tmp_path / "data" / "dev" / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    text, author = evaluate(tmp_path).abilities
    assert (text.numerator, text.denominator) == (1, 2)
    assert text.misses == ("b: reuters, shown none",)
    assert author.ratio == 1.0


def test_a_folder_without_either_is_the_users_mistake(tmp_path):
    with pytest.raises(InputError, match=r"metadata\.tsv"):
        evaluate(tmp_path)
