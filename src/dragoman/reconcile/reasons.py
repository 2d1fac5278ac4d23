"""The sentences that give a verdict's reason: listed templates, filled from fields."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.quantity import Hedge
from dragoman.model.units import UNITS

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "equal": "both give {a}",
        "equal-units": "{a} is {b}",
        "equal-kind": "{a} and {b}: the same number, not counted in the same words",
        "share": "{b}, counted of {side} alone, is the same as {a}",
        "each": "{a}, of two sides, are {b}",
        "each-not": "{a}, of two sides, would be {sum}, not {b}",
        "one-side": "{a} counts {side} alone, {b} both sides",
        "above": "{a} is above {b}: both cannot hold",
        "times": "{a} is {times} times {b}, the same digits but for a place: both cannot hold",
        "order": "{a} and {b} have the same digits in another order: both cannot hold",
        "copies": "reports of one account print {a} and {b}: both cannot hold",
        "one-report": "one report of {voice} gives {a} and {b}: both cannot hold",
        "conceded": "{voice} speaks only of {a}, {voice2} of {b}: both cannot hold",
        "allow": "both allow {range}",
        "rounded": "{a} and {b} agree once rounded",
        "inside": "{a} is a narrower reading of {b}",
        "contains": "{b} leaves room for {a}",
        "revised": "{voice} gave {a} on {date} and {b} on {date2}",
        "raised": "{a} and {b} are an older and a newer count of {voice}",
        "corrected": "{voice} gave {a}, and {b} in a later version",
        "toll": "{a} as of {date}, {b} as of {date2}: the count was still going on",
        "narrowed": "{a} is counted {scope}, {b} is not",
        "kind": "{a} are a part of those in {b}",
        "narrower": "{a} are of a narrower kind than {b}",
        "scopes": "{a} is counted {scope}, {b} {scope2}",
        "units": "{a} and {b} are not in one unit",
        "deed": "{a} and {b} count different fates of the same things",
        "thing": "{a} and {b} count different things of one event",
        "event": "{a} and {b} are counted in different events",
        "time": "{a} ({date}) and {b} ({date2}) are not known to be of one time",
        "denied": "{voice} denies what {voice2} asserts",
        "culprits": "{voice} names {a}, {voice2} names {b}",
        "targets": "{voice} speaks of “{a}”, {voice2} of “{b}”",
        "speakers": "{a} gives these words to {voice}, {b} gives them to {voice2}",
        "stance": "{voice} has {party} {a}, {voice2} has it {b}",
        "stance-later": "{party} {a} as of {date}, {b} as of {date2}",
        "stance-revised": "{voice} had {party} {a} on {date} and {b} on {date2}",
        "state": "{voice} has it under way, {voice2} has it ended",
        "day-inside": "{a} lies within {b}",
        "days": "{a} is not {b}: one happening has one time",
        "place-inside": "{a} lies in {b}",
        "places": "{a} is not {b}: one happening has one place",
    }
)
_HEDGES = {
    Hedge.ABOUT: "about ",
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_MOST: "at most ",
    Hedge.LESS_THAN: "less than ",
    Hedge.NEARLY: "nearly ",
}
_LONGEST = 60
_PLURAL = {
    "foot": "feet",
    "square foot": "square feet",
    "inch": "inches",
    "century": "centuries",
    "percent": "percent",
    "permille": "permille",
    "pound weight": "pounds",
}


def because(reason: str, **fields: str) -> str:
    """The sentence of a listed reason, filled."""
    return REASONS[reason].format(**fields)


def amount(claim: Claim) -> str:
    """A quantity in the report's own words, or, where those are long, its number with hedge and unit."""
    if len(claim.span.exact) <= _LONGEST:
        return f"“{' '.join(claim.span.exact.split())}”"
    thing = claim.what or claim.unit
    if isinstance(claim.value, float | int):
        return f"{_HEDGES.get(claim.hedge or Hedge.EXACT, '')}{number(claim.value)} {thing}".strip()
    if claim.low is not None and claim.high is not None:
        return f"{number(claim.low)} to {number(claim.high)} {thing}".strip()
    return f"an unstated number of {thing}".strip()


def number(value: float) -> str:
    """A number as people print it: thousands with commas, no needless decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def thing(claim: Claim, value: float) -> str:
    """What is counted, after a number: the report's own words, else the unit as the number asks for it."""
    return unit_name(claim.unit, value) or claim.what or claim.unit


def unit_name(unit: str, value: float) -> str:
    """A unit of measure as the number before it asks for it ("years"); "" for what is only counted."""
    if unit not in UNITS:
        return ""
    if value == 1 or unit in _PLURAL.values():
        return unit
    first, _, rest = unit.partition(" per ")
    many = _PLURAL.get(first, f"{first}s")
    return f"{many} per {rest}" if rest else many


def voice_name(claim: Claim) -> str:
    """Who speaks: the voice's name, else the outlet, marked where it passes on hearsay."""
    if claim.voice.kind == VoiceKind.HEARSAY:
        return f"{claim.outlet} (hearsay)"
    if claim.voice.kind == VoiceKind.OUTLET:
        return claim.outlet
    return claim.voice.name or f"someone unnamed in {claim.outlet}"


def day(claim: Claim) -> str:
    """The day for which a claim is said, or "undated"."""
    return written(claim.as_of)


def written(iso: str | None) -> str:
    """An ISO day as a person writes it ("10 Mar 2031"), or "undated"."""
    if not iso:
        return "undated"
    at = date.fromisoformat(iso)
    return f"{at.day} {at:%b} {at.year}"


def between_days(start: str | None, end: str | None) -> str:
    """An interval of days as a person writes it."""
    if not (start or end) or start == end:
        return written(start)
    if start is None or end is None:
        return f"since {written(start)}" if start else f"by {written(end)}"
    return f"{written(start)} to {written(end)}"
