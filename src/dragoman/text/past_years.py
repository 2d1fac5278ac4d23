"""The year of a day printed without one, told by its weekday and by the years on which the report looks back."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model.report import Section
from dragoman.text.opening import body_blocks
from dragoman.text.printed_dates import PrintedDate, printed_dates
from dragoman.text.week import AHEAD, sentences

_YEAR = re.compile(r"(?<![\d$£€.,/-])((?:19|20)\d{2})(?![\d%/-]|[.,]\d)")
_BOUND = re.compile(r"\b(?:by|until|till|through|for)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# The present year is seldom printed, the last ones often: beyond five years the weekday alone decides nothing.
WITHIN_YEARS = 5


def latest_past_year(text: str, parts: Sequence[Section]) -> int | None:
    """The latest year on which the body looks back, where it is printed with its month; else None."""
    years: list[int] = []
    dated: set[int | None] = set()
    for block in body_blocks(text, parts):
        for sentence in sentences(block.words):
            if AHEAD.search(sentence):
                continue
            years += [int(y[1]) for y in _YEAR.finditer(sentence) if not _BOUND.search(sentence[: y.start()])]
            dated |= {printed.year for printed in printed_dates(sentence)}
    latest = max(years, default=None)
    return latest if latest in dated else None


def days_by_weekday(printed: PrintedDate, *, news: int, since: int, gaps: Sequence[int]) -> list[date]:
    """The days within five years after `since` on which a day of writing fits the weekday of the news.

    `gaps` are the days that may lie between the news and the writing.
    """
    gaps = (0,) if printed.weekday is not None else gaps
    weekday = news if printed.weekday is None else printed.weekday
    days = [day for year in range(since, since + WITHIN_YEARS + 1) if (day := day_in(printed, year))]
    return [day for day in days if any((day - timedelta(days=gap)).weekday() == weekday for gap in gaps)]


def day_in(printed: PrintedDate, year: int) -> date | None:
    """The printed day in a year; None for no such day, or for a month."""
    interval = printed.interval(year)
    single = interval is not None and interval.start == interval.end
    return date.fromisoformat(interval.start) if interval and interval.start and single else None
