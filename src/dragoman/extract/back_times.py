"""Times counted from another time told before: "that day", "two days later", "the following week", "a year earlier"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.extract.lengths_of_time import length_of, number_and_unit, shifted
from dragoman.extract.measures import time_units
from dragoman.extract.numerals import either
from dragoman.extract.periods import iso_period
from dragoman.extract.spans_of_time import Anchor, interval, month_of, one_day, quarter_of, week_of, year_of
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.event import TimeSort
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load

_FINE = frozenset({Precision.DAY, Precision.NIGHT})
_DAYLIKE = frozenset({"day", "night", "morning", "afternoon", "evening"})
_EDGES = {"start": "early", "beginning": "early", "middle": "mid", "end": "late", "close": "late"}
_BACKWARD = ("before", "earlier", "previous", "preceding", "prior")


_BEFORE_THE_DAY = (
    "for",
    "in",
    "during",
    "end",
    "ends",
    "ended",
    "ending",
    "finish",
    "finished",
    "closed",
    "opened",
    "began",
)


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Each with words one of which stands in what it matches: they are quick to look for."""
    parts = either(load("calendar")["day_parts"])
    unit = rf"(?P<unit>day|week|month|year|quarter|{parts})"
    ends = r"(?=[.,;:)!?\"]|$| (?:and|but|in|at|on)\b)"
    of_day = r"(?:(?:the )?(?:start|beginning|end|close) of |(?:late|early|later|earlier) in )"
    ending = "|".join(rf"(?<=\b{word} )" for word in _BEFORE_THE_DAY)
    sources = (
        (
            "same |that ",
            rf"(?P<same>the same|that same|that very|that) (?P<unit>day|week|month|year|{parts})"
            rf"(?! (?:before|after|of|a year|last year))|(?:(?<=\bby )|(?<=\bsince )|(?<=\bbefore ))that time",
        ),
        (
            "next |following |previous |preceding |prior ",
            rf"(?:the )?(?P<way>next|following|previous|preceding|prior) {unit}(?:'s(?= ))?",
        ),
        (
            " earlier| later| after| before| prior| previously",
            rf"{number_and_unit()} (?P<way>earlier|later|afterwards?|before|after|prior|previously)"
            r"(?P<than> than (?:originally |first |initially )?(?:planned|scheduled|expected))?"
            rf"(?:(?<=earlier)|(?<=later)|(?<=planned)|(?<=scheduled)|(?<=expected)|{ends})",
        ),
        (
            " earlier| later| after| before| previous| prior",
            rf"(?:the )?{unit} (?P<way>earlier|later|after|before|previous|prior){ends}",
        ),
        (
            "same ",
            r"(?:the )?same (?P<period>period|month|quarter|week|time) (?:of |in )?(?:the )?"
            r"(?:last year|a year (?:ago|earlier|before)|(?:previous|prior|preceding) year|year (?:before|earlier))",
        ),
        (
            "the day",
            rf"{of_day}the day(?<!at the end of the day)"
            rf"|(?:{ending})the day(?! (?:of|that|when|after|before|he|she|they|it|to|on which|in which)\b)",
        ),
        (
            "of the |the entire |the whole |the full ",
            r"(?:(?:the )?(?P<edge>start|beginning|middle|end|close|rest|remainder) of the|the (?:entire|whole|full)) "
            r"(?P<unit>week|month|year)(?! (?:of|that|when|after|before|earlier|later|to)\b)",
        ),
        (
            "the ",
            rf"(?:(?<=\bin )|(?<=\bduring ))the (?:(?:early|late) )?(?P<unit>{parts})(?<!night)",
        ),
    )
    return tuple(
        (tuple(hints.split("|")), re.compile(rf"(?<![\w-])(?:{source})(?![\w-])", re.IGNORECASE))
        for hints, source in sources
    )


@dataclass(frozen=True, slots=True)
class _Point:
    """Where a paragraph is read: times before in it (or in the one before), latest last; the report's day."""

    earlier: Sequence[Interval]
    told: Anchor

    def fine(self) -> Interval | None:
        """The last single day or night told."""
        return next((when for when in reversed(self.earlier) if when.precision in _FINE), None)

    def any(self) -> Interval | None:
        """The last time told whose both ends are known."""
        return next((when for when in reversed(self.earlier) if when.start and when.end), None)


def back_times(text: str, found: Sequence[TimeDraft], before: Sequence[TimeDraft], told: Anchor) -> Iterator[TimeDraft]:
    """Times of a paragraph that point to another one in it, or in the paragraph `before`, where none was read yet."""
    read = list(found)
    if not _POINTING.search(text):
        return
    plain = text.casefold()
    for hints, pattern in _patterns():
        for match in pattern.finditer(text) if any(hint in plain for hint in hints) else ():
            start, end = match.span()
            if not is_free(read, start, end):
                continue
            named = sorted((d for d in read if d.end <= start), key=lambda d: d.start)
            told_before = [d.interval for d in (*before, *named) if d.sort is TimeSort.NAMED]
            when = _counted(match, _Point(told_before, told))
            if when is None:
                continue
            draft = TimeDraft(
                start,
                end,
                interval=when,
                clock=_clock(match),
                counted=when.known and when.precision is not Precision.OPEN,
            )
            read.append(draft)
            yield draft


# What some pattern above needs: most paragraphs hold none of it, and lengths are dear to look for.
_UNITS = rf"(?<![^\W\d_])(?:{time_units()}|quarters?|centur(?:y|ies))"  # never inside a word, for speed
_POINTING = re.compile(
    rf"{_UNITS} (?:earlier|later|after|before|prior|previous)|\b(?:same|that|next|following|previous|preceding|prior) "
    r"|\bthe (?:day|week|month|year|entire|whole|full|morning|afternoon|evening|early|late)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"{_UNITS} (?:after|before) ", re.IGNORECASE)


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){number_and_unit()}(?= (?P<way>after|before) )", re.IGNORECASE)


_ANCHORED = re.compile(r" (?:after|before) (?:[^\s.,;:—–]+ ){0,5}$")


def gaps(text: str, found: Sequence[TimeDraft]) -> Iterator[TimeDraft]:
    """Lengths that lead to a day right after them ("two days after Monday's attack"): on what day they end or begin."""
    for match in _gap().finditer(text) if found and _LEADING.search(text) else ():
        ahead = (d for d in found if d.start > match.end() and d.interval.precision in _FINE)
        anchor = min(ahead, key=lambda draft: draft.start, default=None)
        if anchor is None or not _ANCHORED.match(text[match.end() : anchor.start]) or not is_free(found, *match.span()):
            continue
        length, when = length_of(match), _some_later(match, _Point([anchor.interval], Anchor(None, None)))
        if when is not None and when.known:
            period = iso_period(length.number, length.unit)
            yield TimeDraft(*match.span(), interval=when, period=period, counted=True)


def _clock(match: re.Match[str]) -> str:
    unit = (match.groupdict().get("unit") or "").casefold()
    return unit if unit in load("calendar")["day_parts"] else ""


def _counted(match: re.Match[str], point: _Point) -> Interval | None:
    """The interval of a match, unknown where what it points to was not told; None where it is no time at all."""
    part = match.groupdict()
    if part.get("number") is not None or part.get("units"):
        return _some_later(match, point)
    if part.get("period"):
        return _year_before(point)
    if part.get("way"):
        return _next_to(part["way"].casefold(), part["unit"].casefold(), point)
    unit = (part.get("unit") or "day").casefold()
    if unit in ("week", "month", "year") and not part.get("same"):
        return _part_of(point, unit, _EDGES.get((part.get("edge") or "").casefold(), ""))
    if part.get("same") or "time" in match.group().casefold():
        base = point.fine() if unit in _DAYLIKE else point.any()
        return _around(base, unit) if base else Interval()
    return _around(_day_told(point), unit)


def _day_told(point: _Point) -> Interval | None:
    """The last day told, else the report's."""
    return point.fine() or (one_day(point.told.day) if point.told.day else None)


def _part_of(point: _Point, unit: str, part: str) -> Interval:
    """The week, month or year of the time told last, else of the report, or its early, mid or late part."""
    base = point.any() or (one_day(point.told.latest) if point.told.latest else None)
    if base is None or base.start is None:
        return Interval()
    day = date.fromisoformat(base.start)
    if unit == "year":
        return year_of(day.year, part)
    return month_of(day.year, day.month, part) if unit == "month" else week_of(day)


def _around(base: Interval | None, unit: str, shift: int = 0) -> Interval:
    """The day, week, month or year in which an interval begins, or one so many of them off."""
    if base is None or base.start is None:
        return Interval()
    day = date.fromisoformat(base.start)
    if unit == "week":
        return week_of(day + timedelta(days=7 * shift))
    if unit == "year":
        return year_of(day.year + shift)
    if unit in ("month", "quarter"):
        moved = shifted(day, -shift * (3 if unit == "quarter" else 1), "month")
        return (
            quarter_of(moved.year, (moved.month + 2) // 3) if unit == "quarter" else month_of(moved.year, moved.month)
        )
    moved = day + timedelta(days=shift)
    return interval(moved, moved + timedelta(days=1), Precision.NIGHT) if unit == "night" else one_day(moved)


def _next_to(way: str, unit: str, point: _Point) -> Interval | None:
    """The unit right before or after the one told last; "the next week" without any is left to others."""
    shift = -1 if way in _BACKWARD else 1
    if unit in _DAYLIKE:
        base = point.fine()
        whole_day = unit != "day" and way in ("before", "after", "earlier", "later") and base is None
        return None if whole_day else _around(base, unit, shift)
    base = point.any()
    if base is None and point.told.latest is not None and shift < 0:
        base = one_day(point.told.latest) if unit == "year" or point.told.day else None
    return _around(base, unit, shift)


def _some_later(match: re.Match[str], point: _Point) -> Interval | None:
    """So many days, months or years before or after the time told last; coarser than that where it is coarse."""
    length = length_of(match)
    back = match["way"].casefold() in (*_BACKWARD, "previously")
    fine, base = point.fine(), point.any()
    if length.unit not in ("month", "year", "decade", "quarter"):
        base = fine
    if base is None or base.start is None or length.number is None or match.groupdict().get("than"):
        return _before_report(point) if back and not match.groupdict().get("than") else Interval()
    sign = 1 if back else -1
    then = shifted(date.fromisoformat(base.start), sign * length.number, length.unit)
    if length.hedge == "less":
        edge = date.fromisoformat(base.start)
        return interval(min(edge, then), max(edge, then), Precision.RANGE)
    if length.hedge == "more":
        return (
            Interval(None, then.isoformat(), Precision.OPEN)
            if back
            else Interval(then.isoformat(), None, Precision.OPEN)
        )
    if length.unit in ("year", "decade"):
        if base.precision is Precision.MONTH:
            return month_of(then.year, then.month)
        return year_of(then.year)
    return month_of(then.year, then.month) if length.unit in ("month", "quarter") else one_day(then)


def _year_before(point: _Point) -> Interval:
    """The same month or quarter of the year before."""
    base = point.any()
    if base is None or base.start is None or base.end is None:
        return Interval()
    first, last = date.fromisoformat(base.start), date.fromisoformat(base.end)
    if base.precision in (Precision.MONTH, Precision.PART_OF_MONTH):
        return month_of(first.year - 1, first.month)
    if base.precision is Precision.RANGE and (last - first).days > 27:
        return interval(shifted(first, 12, "month"), shifted(last, 12, "month"), Precision.RANGE)
    return year_of(first.year - 1)


def _before_report(point: _Point) -> Interval:
    """All that is known of "three days earlier" when nothing says than what: it lies before the report."""
    return Interval(None, point.told.latest.isoformat(), Precision.OPEN) if point.told.latest else Interval()
