"""Scoring of quantities in the format of NewsQuant: the arithmetic on readings given, and a floor on a small gold."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.newsquant import evaluate
from dragoman.evaluate.newsquant_units import unit_keys
from dragoman.evaluate.score import TaskScore
from dragoman.extract.found import Found
from dragoman.model.quantity import Amount, Hedge, Measure, Quantity
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.run.pipeline import Settings, read_pages
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Page
from dragoman.text.world import world

GOLD = Path(__file__).parent / "data" / "quantities"
FLOORS = {"value": 0.97, "value and unit": 0.95, "value and change": 0.95, "value, unit and change": 0.93}


def reading(words: str, value: float | None, unit: str, **more: Any) -> Mapping[str, Any]:
    return {"words": words, "value": value, "unit": unit} | more


def quantity(report: Report, told: Mapping[str, Any]) -> Quantity:
    words = str(told["words"])
    start = report.text.index(words)
    value = told["value"]
    assert value is None or isinstance(value, float | int)
    low, high = told.get("bounds", (value, value))
    return Quantity(
        id=words,
        span=Span.cut(report.id, report.text, start, start + len(words)),
        amount=Amount(value, low, high, hedge=Hedge(told.get("hedge", "exact"))),
        measure=Measure(told.get("measure", "count")),
        unit=str(told["unit"]),
        what=str(told["unit"]),
        per=str(told.get("per", "")),
        change=str(told.get("change", "")),
    )


def reader(readings: Sequence[Sequence[Mapping[str, Any]]], reports: Iterable[Report]) -> Iterator[tuple[Page, Found]]:
    """Yields readings that are given instead of read."""
    for report, told in zip(reports, readings, strict=True):
        yield (
            Page(report, (), Gazetteer(world())),
            Found(quantities=tuple(quantity(report, one) for one in told)),
        )


def marked(value: str, unit: str, change: str = "=") -> dict[str, str]:
    return {"value": value, "unit": unit, "normalized_unit": unit, "change": change, "referred_concepts": "-"}


def scored(folder: Path, *sentences: tuple[str, Sequence[dict[str, str]], Sequence[Mapping[str, Any]]]) -> TaskScore:
    published = [{"text": text, "quantities": list(gold)} for text, gold, _ in sentences]
    (folder / "NewsQuant.json").write_text(json.dumps(published), encoding="utf-8")
    return evaluate(folder, partial(reader, [told for _, _, told in sentences]))


def test_value_unit_and_change_are_counted_on_pairs_of_equal_value(tmp_path: Path) -> None:
    score = scored(
        tmp_path,
        (
            "Pay rose 3% to 40 crowns for 12 clerks.",
            [marked("3.0", "%", "up"), marked("40", "crowns"), marked("12", "clerks"), marked("9", "-")],
            [
                reading("3%", 3, "percent", measure="share", change="up"),
                reading("40 crowns", 40, "shilling"),
                reading("12 clerks", 12, "clerk", hedge="about"),
                reading("rose", 5, "rose"),
            ],
        ),
    )
    assert [score[name].value for name in FLOORS] == [3 / 4, 2 / 4, 2 / 4, 1 / 4]
    value = score["value"]
    assert any("missed 9 -" in line for line in value.misses)
    assert any("false 'rose'" in line for line in value.misses)
    assert score.confusions[0].pairs == (("=", "~", 1),)
    assert score.confusions[1].pairs == (("crowns", "shilling", 1),)


def test_equal_values_pair_where_they_agree_most_and_only_once(tmp_path: Path) -> None:
    readings = [reading("5 carts", 5, "cart"), reading("5 oxen", 5, "ox")]
    score = scored(tmp_path, ("With 5 carts and 5 oxen.", [marked("5", "oxen"), marked("5", "carts")], readings))
    assert score["value"].value == 1.0
    assert score["value and change"].value == 1.0


def test_ranges_plurals_and_shares_are_put_as_the_set_writes_them(tmp_path: Path) -> None:
    readings = [
        reading("4 - 6 carts", None, "cart", bounds=(4, 6), hedge="range"),
        reading("dozens of men", None, "man", bounds=(24, None), hedge="vague"),
        reading("a third of", 33.3, "percent", measure="share"),
    ]
    gold = [marked("4.0 - 6.0", "carts"), marked("12-120", "man"), marked(str(1 / 3), "percent")]
    score = scored(tmp_path, ("It has 4 - 6 carts, dozens of men and a third of the oats.", gold, readings))
    assert score["value, unit and change"].value == 1.0


def test_what_the_set_never_marks_is_left_out(tmp_path: Path) -> None:
    readings = [
        reading("third", 3, "ordinal", measure="ordinal"),
        reading("no one", 0, "people"),
        reading("several", None, "hut", bounds=(2, None), hedge="vague"),
        reading("a guard", 1, "guard"),
    ]
    score = scored(tmp_path, ("On the third day no one but a guard saw several huts.", [], readings))
    assert score["value"].of == 0
    assert score["value"].value is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("km", "kilometers"),
        ("$ a month", "dollar per month"),
        ("year-old", "year of age"),
        ("36 league games", "game"),
        ("boxes of tea", "box"),
        ("Nm", "newton metre"),
    ],
)
def test_units_are_the_same_under_many_names(one: str, other: str) -> None:
    assert unit_keys([one]) & unit_keys([other])


@pytest.mark.parametrize(("one", "other"), [("tonne", "ton"), ("nm", "Nm"), ("$", "HK$"), ("games", "goals")])
def test_other_units_stay_apart(one: str, other: str) -> None:
    assert not unit_keys([one]) & unit_keys([other])


@pytest.mark.parametrize(
    "content", ["{", '"text"', '[{"text": "Ten."}]', '[{"text": "T", "quantities": [{"unit": "-"}]}]']
)
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "NewsQuant.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"NewsQuant\.json"):
        evaluate(tmp_path, partial(reader, []))


def test_a_folder_without_the_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Give the folder"):
        evaluate(tmp_path, partial(reader, []))


@pytest.fixture(scope="module")
def small() -> TaskScore:
    return evaluate(GOLD, partial(read_pages, settings=Settings()))


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_on_the_small_gold_falls_below_its_floor(small: TaskScore, measure: str) -> None:
    value = small[measure].value
    assert value is not None
    assert value >= FLOORS[measure], "\n".join(small[measure].misses)
