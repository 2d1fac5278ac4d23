"""Units brought to one scale, and whether a shown number says what a gold reading says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.evaluate.episode_words import plain, tokens

_HOUR, _DAY = 3600.0, 86400.0
_YEAR = 365.25 * _DAY
_KINDS: dict[str, dict[str, float]] = {
    "time": {
        "second": 1.0,
        "sec": 1.0,
        "minute": 60.0,
        "min": 60.0,
        "hour": _HOUR,
        "hr": _HOUR,
        "day": _DAY,
        "night": _DAY,
        "week": 7 * _DAY,
        "fortnight": 14 * _DAY,
        "month": _YEAR / 12,
        "quarter": _YEAR / 4,
        "year": _YEAR,
        "yr": _YEAR,
        "decade": 10 * _YEAR,
        "century": 100 * _YEAR,
        "centurie": 100 * _YEAR,
    },
    "length": {
        "centimetre": 0.01,
        "centimeter": 0.01,
        "cm": 0.01,
        "foot": 0.3048,
        "feet": 0.3048,
        "ft": 0.3048,
        "yard": 0.9144,
        "metre": 1.0,
        "meter": 1.0,
        "m": 1.0,
        "kilometre": 1000.0,
        "kilometer": 1000.0,
        "km": 1000.0,
        "mile": 1609.344,
        "mi": 1609.344,
    },
    "mass": {"kilogram": 1.0, "kilo": 1.0, "kg": 1.0, "pound": 0.45359237, "ton": 1000.0, "tonne": 1000.0},
    "share": {"percent": 1.0, "%": 1.0, "pct": 1.0},
    "ordinal": {"ordinal": 1.0, "rank": 1.0},
    "date": {"date": 1.0},
    "money": {"dollar": 1.0, "usd": 1.0, "$": 1.0},
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Months and years have no fixed number of days: between them and shorter units this share of error is none.
_LOOSE_TIME = 0.035
_CONVERTED = 0.005


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's kind ("time", "length", ... or "count") and how much of the kind's base one of it is."""

    kind: str
    factor: float

    @property
    def measured(self) -> bool:
        """Whether it is a unit of measure and not a thing counted."""
        return self.kind != "count"


def read_unit(text: str) -> Unit:
    """The unit that a text names; "count" where it names a thing counted or nothing."""
    words = plain(text).replace("per cent", "percent").replace("-", " ").split()
    scale = 1.0
    square = any(word in ("square", "sq") for word in words)
    for word in words:
        scale *= _SCALES.get(word, _SCALES.get(word.removesuffix("s"), 1.0))
    for word in words:
        for kind, table in _KINDS.items():
            factor = table.get(word, table.get(word.removesuffix("s")))
            if factor is not None and square and kind == "length":
                return Unit("area", factor * factor * scale)
            if factor is not None:
                return Unit(kind, factor * scale)
    return Unit("count", scale)


def unit_of_claim(claim: Mapping[str, Any]) -> Unit:
    """The unit of a quantity claim; by the thing counted where the unit is empty."""
    unit = str(claim.get("unit") or "")
    return read_unit(unit) if unit else read_unit(" ".join(tokens(str(claim.get("what") or ""))[-2:]))


def number(value: Any) -> float | None:
    """A JSON number, or None for anything else."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def same_number(gold: Any, unit: Unit, shown: Any, shown_unit: Unit) -> bool:
    """Whether two numbers are the same once brought to one scale; None equals None only."""
    one, other = number(gold), number(shown)
    if one is None or other is None:
        return one is None and other is None
    if unit.kind != shown_unit.kind:
        return False
    first, second = one * unit.factor, other * shown_unit.factor
    error = 1e-9
    if unit.factor != shown_unit.factor:
        error = _LOOSE_TIME if _loose(unit, shown_unit) else _CONVERTED
    return abs(first - second) <= error * max(abs(first), abs(second))


def _loose(one: Unit, other: Unit) -> bool:
    return one.kind == "time" and min(one.factor, other.factor) <= 14 * _DAY < max(one.factor, other.factor)


def bounds_right(reading: Mapping[str, Any], unit: Unit, claim: Mapping[str, Any], shown: Unit) -> bool:
    """Whether value, both bounds and their strictness are the gold's; an open bound must be open."""
    if unit.kind == "date":
        return reading.get("value") is None or str(reading["value"]) in str(claim.get("value"))
    if not has_number(reading):
        # "Hundreds of miles": no number is given, so none may be made; a least one that the word means may.
        return number(claim.get("value")) is None and number(claim.get("high")) is None
    if not same_number(reading.get("value"), unit, claim.get("value"), shown):
        return False
    return all(_bound_right(reading, unit, claim, shown, side) for side in ("low", "high"))


def _bound_right(reading: Mapping[str, Any], unit: Unit, claim: Mapping[str, Any], shown: Unit, side: str) -> bool:
    if not same_number(reading.get(side), unit, claim.get(side), shown):
        return False
    strict = f"{side}_strict"
    return reading.get(side) is None or bool(reading.get(strict)) == bool(claim.get(strict))


def has_number(item: Mapping[str, Any]) -> bool:
    """Whether an item gives a value or a bound."""
    return any(number(item.get(key)) is not None for key in ("value", "low", "high"))
