"""What amounts a claim leaves room for, in the base unit of its measure."""

import re
from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.quantity import Hedge
from dragoman.model.units import convert

_ABOUT, _NEARLY, _VAGUE = 0.15, 0.25, 0.8
"""How far "about" and "nearly" reach, and how far below its least number a vague plural may lie."""
_ROUND_FROM, _ROUND_NUMBER = 100, 0.05
_CLOCK_HOURS, _LONG_TIME, _OTHER_UNIT = 24.0, 0.15, 0.1
"""Days and hours are rounded to half a unit; longer times, and distances in other units, by a share."""
_CALENDAR = 0.02
"""Share by which two conversions of one length may differ (a month has 28 to 31 days)."""
_EXACT = 1e-9
_FRACTION = 2.5
"""Percentage points by which a share told as a fraction ("a third") may be off."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lowest and highest amount in the base unit, None when open; strict bounds are not reached themselves."""

    low: float | None
    high: float | None
    low_strict: bool = False
    high_strict: bool = False

    def excludes(self, other: "Bounds") -> bool:
        """Whether no amount lies in both."""
        return self.above(other) or other.above(self)

    def above(self, other: "Bounds") -> bool:
        """Whether all of this lies above all of the other."""
        if self.low is None or other.high is None:
            return False
        strict = self.low_strict or other.high_strict
        return self.low > other.high or (strict and self.low == other.high)

    def within(self, other: "Bounds") -> bool:
        """Whether this is a proper part of the other: no wider at either end, and not the same."""
        low = other.low is None or (self.low is not None and self.low >= other.low)
        high = other.high is None or (self.high is not None and self.high <= other.high)
        return low and high and self != other


def base_unit(claim: Claim) -> str:
    """The unit in which the claim's amounts compare."""
    return convert(1.0, claim.unit)[1]


def size(claim: Claim) -> float:
    """How many base units the claim's unit is."""
    return convert(1.0, claim.unit)[0]


def amount_of(claim: Claim) -> float | None:
    """The printed number in the base unit, or None."""
    return claim.value * size(claim) if isinstance(claim.value, int | float) else None


def stated(claim: Claim) -> Bounds:
    """The bounds as the claim states them, in the base unit."""
    low = None if claim.low is None else claim.low * size(claim)
    high = None if claim.high is None else claim.high * size(claim)
    return Bounds(low, high, claim.low_strict, claim.high_strict)


def room(claim: Claim, *, slack: float = 0.0) -> Bounds:
    """The bounds within which a careful reader would let the amount lie, an exact number up to `slack` off."""
    given, value = stated(claim), amount_of(claim)
    if claim.hedge == Hedge.VAGUE and given.low is not None:
        return Bounds(given.low * _VAGUE, given.high, given.low_strict, given.high_strict)
    if value is None:
        return given
    if claim.hedge == Hedge.ABOUT:
        return Bounds(value * (1 - _ABOUT), value * (1 + _ABOUT))
    if claim.hedge == Hedge.NEARLY:
        return Bounds(value * (1 - _NEARLY), value, high_strict=True)
    if claim.hedge in (Hedge.EXACT, None):
        return Bounds(value - slack, value + slack, slack > 0, slack > 0)
    return given


def rounding(claim: Claim, other: Claim) -> float:
    """By how much an exact number may be off because the other is told more finely; 0 when it is not."""
    value = amount_of(claim)
    if value is None or claim.hedge not in (Hedge.EXACT, None):
        return 0.0
    if claim.unit == other.unit == "percent" and not _DIGIT.search(claim.span.exact):
        return _FRACTION
    if size(claim) > size(other):
        if base_unit(claim) != "hour":
            return abs(value) * _OTHER_UNIT
        return size(claim) / 2 if size(claim) <= _CLOCK_HOURS else abs(value) * _LONG_TIME
    printed = claim.value if isinstance(claim.value, int | float) else 0
    round_number = printed >= _ROUND_FROM and _grain(claim) > max(1.0, _grain(other))
    return abs(value) * _ROUND_NUMBER if round_number else 0.0


def equal(a: Claim, b: Claim) -> bool:
    """Whether two claims state the same bounds; lengths of time in different units may differ by a calendar's grain."""
    first, second = stated(a), stated(b)
    grain = _CALENDAR if size(a) != size(b) and base_unit(a) == "hour" else _EXACT
    strict = (first.low_strict, first.high_strict) == (second.low_strict, second.high_strict)
    pairs = ((first.low, second.low), (first.high, second.high), (amount_of(a), amount_of(b)))
    return strict and a.hedge == b.hedge and all(_near(x, y, grain) for x, y in pairs)


def _near(x: float | None, y: float | None, grain: float) -> bool:
    if x is None or y is None:
        return x is y
    return abs(x - y) <= grain * max(abs(x), abs(y))


def _grain(claim: Claim) -> float:
    """The size of the last printed digit that is not zero (200 has 100, 196 has 1)."""
    value, grain = (claim.value, 1.0) if isinstance(claim.value, int | float) else (0.0, 1.0)
    while value and value % (grain * 10) == 0:
        grain *= 10
    return grain
