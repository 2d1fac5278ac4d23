"""What dragoman reads of times and lengths, written as TIMEX3: DATE, TIME, DURATION or SET with a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.extract.found import Found
from dragoman.extract.measures import time_units
from dragoman.extract.periods import iso_period
from dragoman.model.event import TimeMention, TimeSort
from dragoman.model.quantity import Measure, Quantity
from dragoman.model.time import Interval, Precision

UNKNOWN = "XXXX-XX-XX"
_VAGUE = {TimeSort.PAST: "PAST_REF", TimeSort.PRESENT: "PRESENT_REF", TimeSort.FUTURE: "FUTURE_REF"}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_WITHIN = re.compile(r"(?:within|in (?:under|less than)) (?=\w)", re.IGNORECASE)
_AGO = re.compile(r"(\w+?)s? (?:ago|earlier|before)$")
_VAGUE_NUMBER = re.compile(r"(?:just |only )?(?:several|many|a few|few|some|\w+s (?:ago|earlier|before)$)")
_FISCAL = re.compile(r"\b(?:fiscal|financial|FY)", re.IGNORECASE)
_LENGTH = re.compile(rf"(?:within (?:the (?:next|first|coming) |just |only )?)?(?P<said>.*?\b{time_units()})\b")


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """Characters `[start, end)` of a text with type and value in the manner of TIMEX3."""

    start: int
    end: int
    type: str
    value: str


def timexes(found: Found) -> tuple[Timex, ...]:
    """The times of a report, and its lengths where no time stands, in order of the text."""
    times = [_of_time(mention) for mention in found.times]
    lengths = (timex for quantity in found.quantities for timex in _of_length(quantity))
    free = [one for one in lengths if not any(one.start < t.end and t.start < one.end for t in times)]
    return tuple(sorted({*times, *free}))


def _of_time(mention: TimeMention) -> Timex:
    start, end = mention.span.start, mention.span.end
    if mention.period and (within := _WITHIN.match(mention.span.exact)):
        start += within.end()
    if mention.sort is TimeSort.REPEATED:
        return Timex(start, end, "SET", mention.period)
    if mention.sort in _VAGUE:
        return Timex(start, end, "DATE", _VAGUE[mention.sort])
    if mention.period:
        return Timex(start, end, "DURATION", mention.period)
    value = calendar_value(mention.named, mention.span.exact.casefold())
    if _FISCAL.search(mention.span.exact) and mention.named.end:
        return Timex(start, end, "DATE", f"FY{mention.named.end[:4]}")
    if mention.named.precision is Precision.NIGHT:
        return Timex(start, end, "TIME", f"{value}TNI")
    if mention.clock and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return Timex(start, end, "TIME", f"{value}T{_PARTS.get(mention.clock, mention.clock)}")
    return Timex(start, end, "DATE", value)


def calendar_value(when: Interval, words: str = "") -> str:
    """An interval as the day, week, month, quarter, season, year or decade that it is, else by its first known end.

    What is open is as coarse as its words: "more than a year ago" ends in a year; "years ago" is only past.
    """
    if when.start is None or when.end is None:
        return _open_value(when.start or when.end or UNKNOWN, words)
    first, last = date.fromisoformat(when.start), date.fromisoformat(when.end)
    if when.precision is Precision.WEEK:
        return _week(first)
    if when.precision in (Precision.MONTH, Precision.PART_OF_MONTH):
        return when.start[:7]
    if when.precision is Precision.SEASON:
        return f"{when.start[:4]}-{_SEASONS[first.month]}"
    if when.precision is Precision.YEAR:
        return when.start[:4]
    return _range(first, last) if when.precision is Precision.RANGE else when.start


def _open_value(end: str, words: str) -> str:
    ago = _AGO.search(words)
    if ago is None or end == UNKNOWN:
        return end
    if _VAGUE_NUMBER.match(words):
        return "PAST_REF"
    return end[: {"year": 4, "decade": 4, "month": 7}.get(ago[1], 10)]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _range(first: date, last: date) -> str:
    """The value of a stretch of days: a weekend, a quarter, a part of a year, a decade, a century."""
    days = (last - first).days + 1
    whole_months = first.day == 1 and last.month != (last.replace(day=28) if last.day < 28 else _next(last)).month
    if days == 2 and first.isoweekday() == 6:
        return f"{_week(first)}-WE"
    if not whole_months:
        return first.isoformat()
    if first.year == last.year:
        length = last.month - first.month + 1
        part = {3: f"-Q{last.month // 3}", 6: f"-H{last.month // 6}"}.get(length, "")
        return f"{first.year}{part if last.month % length == 0 else ''}"
    years = last.year - first.year + 1
    return str(first.year)[:3] if years == 10 else str(first.year)[:2] if years == 100 else str(first.year)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _of_length(quantity: Quantity) -> Iterator[Timex]:
    if quantity.measure not in (Measure.DURATION, Measure.GAP):
        return
    said = _LENGTH.match(quantity.span.exact.casefold().replace("\n", " "))
    if said is None:
        return
    amount = quantity.amount
    number = amount.value if amount.value is not None else amount.high
    start = quantity.span.start
    yield Timex(start + said.start("said"), start + said.end("said"), "DURATION", iso_period(number, quantity.unit))
