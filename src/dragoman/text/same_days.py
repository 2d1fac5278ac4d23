"""Reports that tell of the same days: the weekdays of one are dated by those of another."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dragoman.model.report import Section
from dragoman.text.opening import body_blocks
from dragoman.text.week import weekdays_in

Told = Mapping[int, Sequence[frozenset[str]]]
"""For each weekday that a report names as past, the telling words of every paragraph that names it."""

_WORD = re.compile(r"(?<=[\w,;:’'\"“)(—–-] )[A-Z][\w-]{2,}|\b[A-Z]{2,}\b|\b[a-z][\w-]{5,}|\d[\d,.]*\d")
_POSSESSIVE = re.compile(r"[’']s?\b")
WEEK = 7
# In a year of reports on one campaign no pair beyond these bounds was of different days; below them, half were.
EACH, DAYS, WORDS = 3, 2, 12
ENOUGH_DAYS, FEWER_WORDS = 3, 9
NEAR_DAYS, AFTER_DAYS = 5, 3


def told_of(text: str, parts: Sequence[Section]) -> Told:
    """What a report tells of each weekday."""
    told: dict[int, list[frozenset[str]]] = {}
    for block in body_blocks(text, parts):
        named = {day.weekday for day in weekdays_in(block.words) if day.ahead is False}
        words = frozenset(w for w in _WORD.findall(_POSSESSIVE.sub("", block.words)) if not w.endswith("day"))
        for weekday in sorted(named):
            told.setdefault(weekday, []).append(words)
    return told


def last_shared_day(one: Told, other: Told, published: date) -> date | None:
    """The last past day of which two reports tell the same, counted from the day on which the other was published."""
    shared = {w: n for w in sorted(one) if w in other and (n := _most_shared(one[w], other[w])) >= EACH}
    total = sum(shared.values())
    if not (len(shared) >= DAYS and total >= WORDS) and not (len(shared) >= ENOUGH_DAYS and total >= FEWER_WORDS):
        return None
    return max(published - timedelta(days=(published.weekday() - weekday) % WEEK) for weekday in shared)


def news_day(weekday: int | None, last: date, published: date) -> date | None:
    """The day of a report's latest news, from the last day that it shares with a report published on another day.

    `weekday` is that of its own news: up to three days after the shared one, else before it. None beyond five days.
    """
    gap = (weekday - last.weekday()) % WEEK if weekday is not None else 0
    day = last + timedelta(days=gap if gap <= AFTER_DAYS else 0)
    return day if abs((day - published).days) <= NEAR_DAYS else None


def _most_shared(ones: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> int:
    """The most words that two paragraphs share, a name among them."""
    shared = (one & other for one in ones for other in others)
    return max((len(words) for words in shared if any(word[0].isupper() for word in words)), default=0)
