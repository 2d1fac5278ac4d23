"""By when a promise is to be kept: a day named, or so many days or weeks from the day on which it was given."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.extract.found import Found
from dragoman.model.span import Span
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Words

_COUNTS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS = {"hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30}
_NUMBER = r"(?P<count>\d{1,3}|an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|14|fourteen)"
_SPAN = rf"{_NUMBER}(?:\s+more)?[\s-]+(?P<unit>hour|day|night|week|fortnight|month)s?(?:['’])?"
_WITHIN = re.compile(rf"\b(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?{_SPAN}(?!\s+(?:of|ago|after))", re.IGNORECASE)
_GIVEN = re.compile(rf"\b{_SPAN}\s+to\s+(?P<deed>\w+)", re.IGNORECASE)
_SPOKEN = ("at", "on", "")


def due_of(page: Page, found: Found, paragraph: Paragraph, sentence: Words, span: Span) -> Interval:
    """The time by which the promise in the span is due; the words of its clause before those of its sentence."""
    told = page.words(paragraph, sentence)
    return _named(page, found, span) or _counted(page, found, told) or _limit(found, told) or Interval()


def _named(page: Page, found: Found, span: Span) -> Interval | None:
    """The time in the clause that lies on or after the day of the report, or that "by" and "before" bring."""
    day = page.report.published.day
    for mention in found.times:
        end = mention.interval.end
        ahead = mention.relation in ("until", "before") or (day is not None and end is not None and end >= day)
        if end is not None and ahead and span.covers(mention.span):
            return mention.interval
    return None


def _counted(page: Page, found: Found, told: Span) -> Interval | None:
    """ "within ten days", "a week to review it": counted from the day of speech."""
    start = _day_of_speech(page, found, told)
    for days in _lengths(told.exact):
        if start is not None:
            end = (date.fromisoformat(start) + timedelta(days=days)).isoformat()
            return Interval(start, end, Precision.RANGE)
    return None


def _lengths(text: str) -> Iterator[int]:
    for match in (*_WITHIN.finditer(text), *_GIVEN.finditer(text)):
        deed = match.groupdict().get("deed")
        if deed is not None and deed.lower() not in words("stances", "pondering"):
            continue
        count, unit = match["count"].lower(), match["unit"].lower()
        number = int(count) if count.isdigit() else _number(count)
        yield -(-number // 24) if unit == "hour" else number * _DAYS[unit]


def _number(word: str) -> int:
    if word in ("a", "an", "one", "another"):
        return 1
    return 14 if word == "fourteen" else _COUNTS.index(word) + 1


def _day_of_speech(page: Page, found: Found, told: Span) -> str | None:
    """The last day named in the sentence that lies in the week up to the report, else the day of the report."""
    day = page.report.published.day
    if day is None:
        return None
    first = (date.fromisoformat(day) - timedelta(days=7)).isoformat()
    ends = (m.interval.end for m in found.times if m.relation in _SPOKEN and told.covers(m.span))
    return max((end for end in ends if end is not None and first <= end <= day), default=day)


def _limit(found: Found, told: Span) -> Interval | None:
    """A limit set elsewhere in the sentence ("until Friday", "by noon on Friday")."""
    limits = (m.interval for m in found.times if m.relation in ("until", "before") and told.covers(m.span))
    return next((interval for interval in limits if interval.end is not None), None)
