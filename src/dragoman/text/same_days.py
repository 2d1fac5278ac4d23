"""Two reports that tell of the same days: the weekdays of one are dated by those of the other."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from dragoman.text.week import Named

_WORD = re.compile(r"[^\W\d_][\w’'-]{4,}")
_FULL_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]+(?: (?:al-|el-)?[A-ZÀ-Þ][\w’-]+){1,3}")
SHARED_NAMES, SHARED_WORDS, SHARED_DAYS = 3, 4, 2
WEEK = 7
NEAR = 5


def full_names(words: str) -> frozenset[str]:
    """Names of two to four capitalised words."""
    return frozenset(_FULL_NAME.findall(words))


def news_day(news: int, named: Sequence[Named], *, told: date, others: Sequence[Named]) -> date | None:
    """The day of a report's news (`news` is its weekday), from another report that was published on `told`.

    Both must tell the same things of at least two weekdays. The news is then of the first such weekday on or after
    the last of those days, which must lie within five days of the other's publication.
    """
    shared = {
        day.weekday
        for day in named
        for other in others
        if day.ahead is False and other.ahead is False and day.weekday == other.weekday
        if len(_told(day.sentence) & _told(other.sentence)) >= SHARED_WORDS
    }
    if len(shared) < SHARED_DAYS:
        return None
    last = max(told - timedelta(days=(told.weekday() - weekday) % WEEK) for weekday in sorted(shared))
    day = last + timedelta(days=(news - last.weekday()) % WEEK)
    return day if abs((day - told).days) <= NEAR else None


@cache
def _told(sentence: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(sentence) if not word.endswith("day"))
