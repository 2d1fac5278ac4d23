"""The spread of a figure: its readings as marks on one axis, open where they are open; data, whatever draws it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10

from dragoman.model.claim import Claim
from dragoman.model.event import Polarity
from dragoman.model.figure import Figure
from dragoman.model.units import comparable, convert

WIDE = 20.0
"""From so many times the lowest number on, the highest stands on a scale of powers of ten."""
_BEYOND = 1.1
"""How far the axis goes beyond a number that is open above, in times that number."""
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `start` to `end` in the figure's unit: linear from zero, or of powers of ten (`log`)."""

    start: float
    end: float
    log: bool

    def at(self, number: float) -> float:
        """Where a number lies, from 0 to 1."""
        if self.log:
            return (log10(number) - log10(self.start)) / (log10(self.end) - log10(self.start))
        return (number - self.start) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading by one voice: the number printed and its bounds in the figure's unit, None when open; see Claim."""

    whose: str
    value: float | None
    low: float | None
    high: float | None
    low_strict: bool
    high_strict: bool
    claim: Claim

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every number that it gives."""
        return tuple(n for n in (self.value, self.low, self.high) if n is not None)

    @property
    def amount(self) -> tuple[object, ...]:
        """What makes two readings the same."""
        return self.value, self.low, self.high, self.low_strict, self.high_strict


@dataclass(frozen=True, slots=True)
class Spread:
    """The readings of a figure (its id) that gives more than one, the lowest first."""

    figure: str
    what: str
    axis: Axis
    marks: tuple[Mark, ...]


def spread_of(figure: Figure, read: Iterable[tuple[Claim, str]]) -> Spread | None:
    """The spread of readings, each with whose it is; None where they do not differ or are in no common unit.

    What is denied is no reading, unless it is that there are none at all.
    """
    marks = sorted(_marks(figure, read), key=lambda m: (min(m.numbers), max(m.numbers), m.whose))
    if len({mark.amount for mark in marks}) < 2:
        return None
    beyond = [max(mark.numbers) * _BEYOND for mark in marks if mark.high is None]
    axis = axis_of([*(n for mark in marks for n in mark.numbers), *beyond])
    return Spread(figure.id, figure.what or figure.unit, axis, tuple(marks))


def axis_of(numbers: Sequence[float]) -> Axis:
    """Linear from zero to the next round number; of powers of ten where all are above zero and far apart."""
    lowest, highest = min(numbers), max(numbers)
    if lowest > 0 and highest >= WIDE * lowest:
        return Axis(10.0 ** floor(log10(lowest)), _round_above(highest), log=True)
    start = -_round_above(-lowest) if lowest < 0 else 0.0
    return Axis(start, _round_above(highest) if highest > 0 else max(highest, start + 1), log=False)


def _round_above(number: float) -> float:
    """The least of 1, 1.5, 2 ... times a power of ten that is not below a number above zero."""
    power = 10.0 ** floor(log10(number))
    return round(next((step for step in _STEPS if step * power >= number), 10.0) * power, 9)


def _marks(figure: Figure, read: Iterable[tuple[Claim, str]]) -> Iterator[Mark]:
    told: set[tuple[object, ...]] = set()
    for claim, whose in read:
        denied = claim.polarity == Polarity.DENIED and claim.value != 0
        if denied or not comparable(claim.unit, figure.unit):
            continue
        factor = convert(1.0, claim.unit)[0] / convert(1.0, figure.unit)[0]
        value = claim.value if isinstance(claim.value, int | float) else None
        value, low, high = (None if n is None else round(n * factor, 6) for n in (value, claim.low, claim.high))
        mark = Mark(whose, value, low, high, claim.low_strict, claim.high_strict, claim)
        if mark.numbers and (whose, *mark.amount) not in told:
            told.add((whose, *mark.amount))
            yield mark
