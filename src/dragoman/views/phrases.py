"""The listed templates: every phrase of the brief that is not a report's own words."""

from collections.abc import Iterable
from datetime import date

from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.claim import UTTERANCE, Field
from dragoman.model.entity import Actor
from dragoman.model.event import Place
from dragoman.model.figure import Figure
from dragoman.model.quantity import Hedge
from dragoman.model.time import Interval, Precision
from dragoman.model.units import convert
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.reasons import unit_name

UNDATED = "undated"
SUBJECTS = {
    Field.OCCURRENCE: "whether it happened",
    Field.ACTOR: "who did it",
    Field.RECIPIENT: "to whom or to what",
    Field.TIME: "when",
    Field.PLACE: "where",
}
"""What accounts differ over, where the field's own name does not say it."""
SPEAKER, STATE = "who said it", "what state"
MEASURES = {"hour": "how long", "metre": "how far", "percent": "what share"}
"""What is measured, by base unit, where no counted thing says it."""
ENDS = (("low {}", "open below"), ("best {}", "best not a number"), ("high {}", "open above"))
HEDGES = {
    Hedge.EXACT: "{value}",
    Hedge.ABOUT: "about {value}",
    Hedge.AT_LEAST: "at least {value}",
    Hedge.MORE_THAN: "more than {value}",
    Hedge.AT_MOST: "at most {value}",
    Hedge.LESS_THAN: "less than {value}",
    Hedge.NEARLY: "nearly {value}",
    Hedge.RANGE: "{low} to {high}",
    Hedge.VAGUE: "{low} or more, not counted",
}


def subject_of(comparison: Comparison) -> str:
    """What two claims differ over."""
    if comparison.field == Field.ACTOR and comparison.subject.kind == UTTERANCE:
        return SPEAKER
    if comparison.field == Field.OCCURRENCE and comparison.verdict == Verdict.CHANGED:
        return STATE
    return SUBJECTS.get(comparison.field, plain(comparison.field))


def measured(what: str, unit: str, scope: str = "") -> str:
    """What a number counts or measures, with what narrows it."""
    how = MEASURES.get(convert(1.0, unit)[1], "")
    counted = "" if how and what.removesuffix("s") in ("", unit) else what or unit
    parts = (counted, how, scope.replace("of which, ", "of which "))
    return ", ".join(part for part in parts if part)


def day(iso: str) -> str:
    """`2025-06-02` as "2 Jun 2025"."""
    at = date.fromisoformat(iso)
    return f"{at.day} {at:%b} {at.year}"


def when(interval: Interval) -> str:
    """An interval as a person writes it."""
    start, end = interval.start, interval.end
    if start is None and end is None:
        return UNDATED
    if end is None:
        return f"since {day(str(start))}"
    if start is None:
        return f"by {day(end)}"
    if start == end:
        return day(start)
    if interval.precision == Precision.YEAR or (start[5:], end[5:]) == ("01-01", "12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}-{end[:4]}"
    if interval.precision == Precision.MONTH and start[:7] == end[:7]:
        return f"{date.fromisoformat(start):%b %Y}"
    return _between(date.fromisoformat(start), date.fromisoformat(end))


def _between(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{end.day} {end:%b} {end.year}"
    if start.year == end.year:
        return f"{start.day} {start:%b} - {end.day} {end:%b} {end.year}"
    return f"{start.day} {start:%b} {start.year} - {end.day} {end:%b} {end.year}"


def names(actors: Iterable[Actor]) -> str:
    """Names of actors in a row, or that none is named."""
    return ", ".join(actor.name for actor in actors) or "not named"


def where(place: Place | None) -> str:
    """A place with its country's code, where it has one and is none itself."""
    if place is None:
        return ""
    return f"{place.name} ({place.country})" if place.country and place.precision != "country" else place.name


def voice(of: Voice, outlet: str) -> str:
    """Who stands behind a claim, through whom."""
    through = "".join(f", told through {actor.name}" for actor in of.chain)
    if of.kind == VoiceKind.OUTLET:
        return f"{outlet} in its own voice{through}"
    if of.kind == VoiceKind.HEARSAY:
        return f"hearsay, no source named{through}"
    unnamed = " (not named)" if of.kind == VoiceKind.UNNAMED else ""
    return f"{of.name}{unnamed}{through}"


def number(value: float | None) -> str:
    """A number without needless decimals."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def amount(value: float | None, low: float | None, high: float | None, hedge: Hedge | None) -> str:
    """A value with its hedge."""
    template = HEDGES[hedge or Hedge.EXACT]
    if hedge == Hedge.VAGUE and low is None:
        return "not counted"
    return template.format(value=number(value), low=number(low), high=number(high))


def ends(figure: Figure) -> str:
    """Low, best and high of a figure with its unit of measure; an end that no reading closes is said to be open."""
    numbers = (figure.low, figure.best, figure.high)
    return ", ".join(
        none if value is None else words.format(f"{number(value)} {unit_name(figure.unit, value)}".rstrip())
        for value, (words, none) in zip(numbers, ENDS, strict=True)
    )


def plain(identifier: str) -> str:
    """A vocabulary's word as it is read: `accepts_with_conditions` as "accepts with conditions"."""
    return identifier.replace("_", " ")


def in_marks(words: str) -> str:
    """Words between quotation marks; single ones where the words hold double ones."""
    return f"‘{words}’" if any(mark in words for mark in '“”"') else f"“{words}”"


def on_one_line(words: str, most: int = 300) -> str:
    """The exact words with line breaks as spaces; longer ones are cut at a word, with a mark."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " [...]"
