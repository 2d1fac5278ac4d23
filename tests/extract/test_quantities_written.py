"""A quantity reads the same however its text is wrapped, quoted, dashed, spaced or spelt."""

import textwrap
from collections.abc import Callable

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.quantities import run

SENTENCES = (
    'The mill shut for 20-30 days and "about 1,200 weavers" lost their pay.',
    "At least 14 barges and 3,500 tonnes of slate went down, 12 km from the lock.",
    "A 30-day pause was agreed; the guild wants 2,400 coats per side.",
    "Pay rose 2.5% to $18,400 a year, up from $17,950, for a third of the clerks.",
    "The 62-year-old baker's shop, 400 metres from the mill, lost 40-50 litres of oil.",
    'Tens of thousands of readers came two days after the first meeting, "more than 12,000,000" in all.',
    "It's 5-7 degrees below the mean, said the keepers' guild, and three-quarters of the hives are empty.",
    "Nobody was hurt. Of the 16 ferries, nine have sailed; the town's 2,040 guests wait.",
)


def readings(text: str) -> list[tuple[object, ...]]:
    """What is read, without where it stands."""
    return [
        (q.amount, q.measure, q.unit, "".join(c for c in q.what if c.isalnum()), q.scope, q.per, q.change)
        for q in run(page_of(text), Found())
    ]


def curly(text: str) -> str:
    parts = text.replace("'", "’").split('"')
    return "".join(part + ("" if i == len(parts) - 1 else "“”"[i % 2]) for i, part in enumerate(parts))


WAYS: dict[str, Callable[[str], str]] = {
    "curly": curly,
    "hyphens that do not break": lambda text: text.replace("-", "\u2011"),
    "true hyphens": lambda text: text.replace("-", "\u2010"),
    "no-break spaces after figures": lambda text: text.replace(" km", "\u00a0km").replace(" tonnes", "\u00a0tonnes"),
    "American": lambda text: text.replace("metres", "meters").replace("litres", "liters"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", SENTENCES)
def test_readings_do_not_change_with_the_way_of_writing(text: str, way: str) -> None:
    assert readings(WAYS[way](text)) == readings(text) != []


@pytest.mark.parametrize("width", [44, 60, 76])
def test_readings_do_not_change_with_lines_broken_at_a_width(width: int) -> None:
    whole = "\n\n".join(" ".join(SENTENCES[i : i + 2]) for i in range(0, len(SENTENCES), 2))
    broken = "\n\n".join(
        textwrap.fill(paragraph, width, break_on_hyphens=False, break_long_words=False)
        for paragraph in whole.split("\n\n")
    )
    assert readings(broken) == readings(whole) != []


@pytest.mark.parametrize("dash", ["–", "—", "−", "\u2011", " – ", " - ", " to "])
@pytest.mark.parametrize("text", ["It took 20-30 days.", "Some 40-50 barges sank.", "Rents fell 3-4%."])
def test_a_range_is_one_with_any_dash(text: str, dash: str) -> None:
    dashed = text.replace("0-", f"0{dash}").replace("3-", f"3{dash}")
    assert readings(dashed) == readings(text)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2007"])
@pytest.mark.parametrize(
    "text", ["Some 1,200 weavers came.", "It cost 3,500,000 crowns.", "They sank 12,000 tonnes of slate."]
)
def test_thousands_are_grouped_by_comma_or_space(text: str, space: str) -> None:
    assert readings(text.replace(",", space)) == readings(text)


def test_plain_blanks_group_thousands_only_where_two_groups_show_it() -> None:
    assert readings("It cost 3 500 000 crowns.") == readings("It cost 3,500,000 crowns.")
    assert [reading[0].value for reading in readings("On Flight 12 300 people died.")] in ([300], [])


@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff", "\u200e"])
@pytest.mark.parametrize("text", SENTENCES)
def test_marks_without_width_between_words_change_nothing(text: str, mark: str) -> None:
    assert readings(text.replace(". ", f".{mark} ") + mark) == readings(text)
    assert readings(f"{mark}{text}") == readings(text)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("12 kilometres", "12 kilometers"),
        ("40 litres of oil", "40 liters of oil"),
        ("3 per cent of the hives", "3 percent of the hives"),
        ("60 kilometres per hour", "60 kilometers per hour"),
        ("5 centimetres of rain", "5 centimeters of rain"),
        ("2 kilogrammes of salt", "2 kilograms of salt"),
    ],
)
def test_units_are_the_same_on_both_sides_of_the_ocean(british: str, american: str) -> None:
    assert readings(f"They measured {british}.") == readings(f"They measured {american}.") != []


def test_a_tonne_and_a_ton_stay_two_units() -> None:
    assert [r[2] for r in readings("They sent 12 tonnes of salt and 12 tons of rope.")] == ["tonne", "ton"]
    assert [r[2] for r in readings("It is 12 nm off; the motor has 12 Nm.")] == ["nautical mile", "newton metre"]


def test_spans_still_say_their_words_in_odd_marks() -> None:
    text = "Some 1\u202f200 \u201cold\u201d weavers lost 20\u201130 days\u200b of pay."
    found = run(page_of(text), Found())
    assert [q.amount.value for q in found] == [1200, None]
    assert all(text[q.span.start : q.span.end] == q.span.exact for q in found)
