"""A spread as shapes: dots, lines and ends in percent of a strip's width, with the words beside them."""

from dataclasses import dataclass

from dragoman.model.quantity import Hedge
from dragoman.views.phrases import amount, number
from dragoman.views.spread import Axis, Mark, Spread

TITLE = "{count} readings of {what}, from {low} to {high}, on {scale}"
LINEAR, LOG = "a linear scale", "a scale of powers of ten"
_ROUGH = 2.5
"""Percent by which the line of a number that is only about right reaches to either side."""
_LONGEST = 64
TOP, STEP, FOOT = 6, 32, 22
"""Pixels above the readings, for each, and below them."""


@dataclass(frozen=True, slots=True)
class Line:
    """From `left` to `right`; an end is "tick", "arrow" where it is open, or "" where a dot stands or nothing does."""

    left: float
    right: float
    left_end: str
    right_end: str
    dashed: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One mark of a strip: its words, their short form, its top in pixels, its dot (hollow: not reached), its line."""

    words: str
    short: str
    y: int
    dot: float | None
    hollow: bool
    line: Line | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the axis, where it stands, and on which side of it its words begin."""

    at: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """All that is drawn, and what is said to those who do not see it; `id` is one of its own on a page."""

    id: str
    title: str
    readings: tuple[Reading, ...]
    ticks: tuple[Tick, ...]
    height: int


def strip(spread: Spread) -> Strip:
    """The strip of a spread."""
    axis = spread.axis
    numbers = [n for mark in spread.marks for n in mark.numbers]
    title = TITLE.format(
        count=len(spread.marks),
        what=spread.what,
        low=number(min(numbers)),
        high=number(max(numbers)),
        scale=LOG if axis.log else LINEAR,
    )
    readings = tuple(_reading(mark, axis, TOP + STEP * row) for row, mark in enumerate(spread.marks))
    return Strip(f"spread-{spread.figure}", title, readings, _ticks(axis), TOP + STEP * len(readings) + FOOT)


def _reading(mark: Mark, axis: Axis, y: int) -> Reading:
    words = f"{amount(mark.value, mark.low, mark.high, mark.claim.hedge)}: {mark.whose}"
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    hollow = mark.low_strict or mark.high_strict or mark.claim.hedge == Hedge.ABOUT
    dot = None if mark.value is None else _percent(axis, mark.value)
    return Reading(words, short, y, dot, hollow, _line(mark, axis))


def _line(mark: Mark, axis: Axis) -> Line | None:
    """What a reading leaves room for: none for one number, to the edge where it is open, dashed where it is rough."""
    if mark.low is None and mark.high is None:
        at = _percent(axis, mark.numbers[0])
        return Line(max(0.0, at - _ROUGH), min(100.0, at + _ROUGH), "", "", dashed=True)
    if mark.low == mark.high:
        return None
    left = 0.0 if mark.low is None else _percent(axis, mark.low)
    right = 100.0 if mark.high is None else _percent(axis, mark.high)
    rough = mark.claim.hedge in (Hedge.NEARLY, Hedge.VAGUE)
    return Line(left, right, _end(mark.low, mark.value), _end(mark.high, mark.value), rough)


def _end(bound: float | None, value: float | None) -> str:
    if bound is None:
        return "arrow"
    return "" if bound == value else "tick"


def _percent(axis: Axis, value: float) -> float:
    """Where a number stands, with room at both edges for a dot."""
    return round(2 + 96 * axis.at(value), 2)


def _ticks(axis: Axis) -> tuple[Tick, ...]:
    """The ends of the axis, and the powers of ten between them."""
    ends = [Tick(_percent(axis, axis.start), number(axis.start), "start")]
    power = axis.start * 10
    while axis.log and power < axis.end:
        if axis.at(power) < 0.9:
            ends.append(Tick(_percent(axis, power), number(power), "middle"))
        power *= 10
    return (*ends, Tick(_percent(axis, axis.end), number(axis.end), "end"))
