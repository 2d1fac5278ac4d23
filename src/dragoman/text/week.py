"""The weekdays that a report names, past ones told from those to come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.report import Section
from dragoman.model.time import Interval, Precision
from dragoman.text.opening import body_blocks, lead
from dragoman.text.printed_dates import weekday_number

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NOT_NEWS = re.compile(
    r"\b(?:next|last|previous|coming|until|before|by|since|through|due|scheduled|set|planned|each|every)\b"
)
AHEAD = re.compile(
    r"\b(?:will|would|shall|due|scheduled|slated|planned|plans?|planning|expected|expects?|next|before|deadline"
    r"|upcoming|ahead of|set (?:for|to)|until|through|hopes?|could|may|might)\b[^.!?]*$"
)
_SENTENCE = re.compile(r"(?<=[.!?][”\"’ ])\s*(?=[A-Z“\"])")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|due|scheduled|slated|expected|next|upcoming|set (?:for|to)|until)\b[^.!?;]*$"
)
REACH = 60
NEWS_LAG_DAYS = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday (0 is Monday) in a sentence of the body, and whether it lies ahead; None where that is not clear."""

    weekday: int
    sentence: str
    ahead: bool | None


def sentences(words: str) -> list[str]:
    """The sentences of a paragraph, roughly."""
    return [part.strip() for part in _SENTENCE.split(words) if part.strip()]


def weekdays(text: str, parts: Sequence[Section]) -> tuple[Named, ...]:
    """Every weekday that the body names, in order."""
    paragraphs = body_blocks(text, parts)
    return tuple(day for block in paragraphs for sentence in sentences(block.words) for day in weekdays_in(sentence))


def weekdays_in(sentence: str) -> Iterator[Named]:
    """Every weekday that a sentence names."""
    for found in _WEEKDAY.finditer(sentence):
        number = weekday_number(found.group())
        if number is not None:
            yield Named(number, sentence, _ahead(sentence[: found.start()]))


def news_weekday(text: str, parts: Sequence[Section]) -> int | None:
    """The weekday of which the first paragraphs tell their news (0 is Monday); None when they name none."""
    for block in lead(text, parts):
        for found in _WEEKDAY.finditer(block.words):
            if _ahead(block.words[: found.start()]) is False:
                return weekday_number(found.group())
    return None


def days_written_after(news: int, named: Sequence[Named]) -> int:
    """How many days after the weekday of its news a report was written at most: none where the next one is ahead."""
    return 0 if any(day.ahead and (day.weekday - news) % 7 == 1 for day in named) else 1


def news_days(news: date) -> Interval:
    """The days on which a report comes out whose news is of a day: that day or the two after it."""
    return Interval(news.isoformat(), (news + timedelta(days=NEWS_LAG_DAYS)).isoformat(), Precision.RANGE)


def _ahead(before: str) -> bool | None:
    # `Before dawn on Wednesday` is of Wednesday.
    reach = re.sub(r"\b[Bb]efore (?:dawn|sunrise|daybreak|noon|midday|midnight|daylight)\b", "", before[-REACH:])
    if _TO_COME.search(reach):
        return True
    return None if _NOT_NEWS.search(" ".join(reach.casefold().split()[-3:])) or AHEAD.search(reach) else False
