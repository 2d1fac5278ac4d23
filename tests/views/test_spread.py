"""The spread of a figure: its axis, its marks, and the strip that a page draws of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.claim import About, Claim, Field
from dragoman.model.event import Polarity, Standing
from dragoman.model.figure import Figure
from dragoman.model.quantity import Hedge
from dragoman.model.span import Span
from dragoman.model.verdict import Verdict
from dragoman.run.pipeline import Built
from dragoman.views.render import render
from dragoman.views.spread import axis_of, spread_of
from dragoman.views.strip import Line, strip

OPEN = {
    Hedge.EXACT: ("value", "value"),
    Hedge.ABOUT: (None, None),
    Hedge.AT_LEAST: ("value", None),
    Hedge.MORE_THAN: ("value", None),
    Hedge.LESS_THAN: (None, "value"),
}


def reading(
    value: float | None, hedge: Hedge = Hedge.EXACT, whose: str = "the army", **fields: object
) -> tuple[Claim, str]:
    low, high = ((value if end else None) for end in OPEN.get(hedge, (None, None)))
    given = {"low": low, "high": high, "value": value, "hedge": hedge, "unit": "truck", **fields}
    strict = {"low_strict": hedge == Hedge.MORE_THAN, "high_strict": hedge == Hedge.LESS_THAN}
    return Claim(
        id=f"c-{whose}-{value}-{hedge}",
        about=About("statement", "s"),
        field=Field.QUANTITY,
        voice=Voice(VoiceKind.NAMED, name=whose),
        outlet="Harbour Post",
        report="r",
        span=Span("r", 0, 3, "one"),
        extractor="test/1",
        **strict,
        **given,  # type: ignore[arg-type]
    ), whose


def figure(unit: str = "truck") -> Figure:
    return Figure("f", (), None, "trucks", unit, "", "", Verdict.CONFLICT, Standing.DISPUTED, None, None, None, ())


def test_one_reading_has_no_spread_however_many_give_it() -> None:
    assert spread_of(figure(), [reading(12), reading(12, whose="the mayor")]) is None


def test_each_voice_has_its_mark_and_a_repetition_none() -> None:
    spread = spread_of(figure(), [reading(31), reading(12, whose="the mayor"), reading(31)])
    assert spread
    assert [(mark.whose, mark.value) for mark in spread.marks] == [("the mayor", 12), ("the army", 31)]


def test_a_denied_number_is_no_reading() -> None:
    assert spread_of(figure(), [reading(12), reading(31, polarity=Polarity.DENIED)]) is None


def test_marks_are_in_the_unit_of_the_figure_and_other_units_are_left_out() -> None:
    told = [reading(1, unit="day"), reading(30, unit="hour"), reading(5, unit="truck")]
    spread = spread_of(figure("hour"), told)
    assert spread
    assert [mark.value for mark in spread.marks] == [24, 30]


@pytest.mark.parametrize(
    ("numbers", "start", "end", "log"),
    [
        ((12, 31), 0, 40, False),
        ((387, 400), 0, 400, False),
        ((0, 5000), 0, 5000, False),
        ((24, 479), 0, 500, False),
        ((24, 480), 10, 500, True),
        ((2, 20_000), 1, 20_000, True),
        ((0, 0), 0, 1, False),
        ((-3, 9), -3, 10, False),
    ],
)
def test_the_scale_is_linear_from_zero_unless_numbers_are_far_apart(
    numbers: tuple[float, ...], start: float, end: float, log: bool
) -> None:
    axis = axis_of(numbers)
    assert (axis.start, axis.end, axis.log) == (start, end, log)


@given(st.lists(st.floats(0, 1e9).map(lambda n: round(n, 6)), min_size=1, max_size=6))
def test_every_number_lies_on_the_axis_in_its_order(numbers: list[float]) -> None:
    axis = axis_of(numbers)
    places = [axis.at(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert places[0] >= -1e-9
    assert places[-1] <= 1 + 1e-9


def lines(*readings: tuple[Claim, str]) -> list[Line | None]:
    spread = spread_of(figure(), readings)
    assert spread
    return [one.line for one in strip(spread).readings]


def test_an_open_end_runs_to_the_edge_with_an_arrow_and_a_closed_one_stops() -> None:
    exact, above = lines(reading(12), reading(40, Hedge.MORE_THAN))
    assert exact is None
    assert above
    assert (above.left_end, above.right_end, above.right) == ("", "arrow", 100.0)
    below = lines(reading(12, Hedge.LESS_THAN), reading(40))[0]
    assert below
    assert (below.left, below.left_end, below.right_end) == (0.0, "arrow", "")
    between = lines(reading(12), reading(None, Hedge.RANGE, low=30.0, high=40.0))[1]
    assert between
    assert (between.left_end, between.right_end, between.dashed) == ("tick", "tick", False)


def test_what_is_only_about_right_is_dashed_and_hollow() -> None:
    spread = spread_of(figure(), [reading(200, Hedge.ABOUT), reading(196)])
    assert spread
    exact, about = strip(spread).readings
    assert (exact.hollow, about.hollow) == (False, True)
    assert about.line
    assert about.line.dashed


def test_a_number_that_is_open_above_leaves_room_for_its_arrow() -> None:
    line = lines(reading(40), reading(50, Hedge.AT_LEAST))[1]
    assert line
    assert line.right - line.left > 10


def test_the_strip_says_in_words_what_it_shows() -> None:
    spread = spread_of(figure(), [reading(12), reading(40, Hedge.MORE_THAN, "the mayor")])
    assert spread
    drawn = strip(spread)
    assert drawn.title == "2 readings of trucks, from 12 to 40, on a linear scale"
    assert [one.words for one in drawn.readings] == ["12: the army", "more than 40: the mayor"]


def test_the_page_draws_what_differs_escaped_and_without_inline_style(built: Built) -> None:
    page = render(built.record, "html")
    (drawn,) = re.findall(r'<svg class="strip".*?\n</svg>', page, re.DOTALL)
    title, told = re.search(r'aria-labelledby="(\S+) (\S+)"', drawn).groups()  # type: ignore[union-attr]
    assert re.search(rf'<title id="{title}">\d readings of people', drawn)
    assert "at least 12: " in re.search(rf'<desc id="{told}">(.*?)</desc>', drawn).group(1)  # type: ignore[union-attr]
    assert "style=" not in page
    assert "<script" not in page
    assert len(re.findall(r'\bid="([^"]+)"', page)) == len(set(re.findall(r'\bid="([^"]+)"', page)))


def test_the_text_says_low_best_and_high(built: Built) -> None:
    assert "low 9, best 9, high 12; 2 accounts" in " ".join(render(built.record).split())
