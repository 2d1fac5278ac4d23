"""The words of relative times, each with its reader: what they look like in a report."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.extract.dates import weekdays
from dragoman.extract.lengths_of_time import number_and_unit
from dragoman.extract.numerals import either
from dragoman.extract.relative import (
    Reader,
    ago,
    from_now,
    lone_season,
    near_day,
    overnight,
    period,
    recent,
    the_weekend,
    weekday,
    within,
)
from dragoman.text.lexicon import load


@dataclass(frozen=True, slots=True)
class Relative:
    """A kind of relative time: its pattern and reader, and words one of which stands in each (for speed)."""

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reader

    @property
    def lasts(self) -> bool:
        """Whether the words tell a length ("the past two years")."""
        return self.read in (recent, within)


@cache
def relatives() -> tuple[Relative, ...]:
    """The kinds of relative times, more specific ones first."""
    table = (*_of_days(), *_of_periods(), *_of_lengths())
    return tuple(
        Relative(tuple(hints.split("|")), re.compile(rf"(?<![\w-])(?:{source})(?![\w-])", re.IGNORECASE), read)
        for hints, source, read in table
    )


_Table = tuple[tuple[str, str, Reader], ...]
_WHICH = r"(?P<which>last|next|this past|this coming|this|the coming|coming|the previous|past)"


def _of_days() -> _Table:
    day = f"(?:{either(n for n in weekdays() if len(n) > _ABBREVIATION)})"
    parts, hours = either(load("calendar")["day_parts"]), r"(?:the )?(?:early|late|small) hours of "
    leading = r"(?:(?:from \w+ )?(?:into|to|through)|on into)(?: early| late)?"
    return (
        ("night", rf"(?:overnight|(?:the )?night) {leading} (?P<into>{day})(?: {parts})?(?P<of>)", overnight),
        ("night", rf"(?:overnight (?:on )?|(?:the )?night of )(?P<of>{day})(?P<into>)", overnight),
        ("night", rf"(?P<of>{day})[- ](?:night )?(?:into|to)[- ](?P<into>{day})(?= night| overnight)", overnight),
        (
            "overnight",
            r"overnight(?P<of>)(?P<into>)(?! (?:stay|bag|train|success|flight|bus|camp|sensation))",
            overnight,
        ),
        (
            "day",
            rf"(?:{_WHICH} |{hours})?(?:early |late )?(?P<weekday>{day})(?:[- ](?P<part>{parts}|overnight))?",
            weekday,
        ),
        (
            "day|tomorrow|night|this ",
            rf"(?:the )?day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: (?:{parts}))?"
            rf"|tonight|last night|(?:earlier |later )?today|(?:(?:earlier|later|early|late) )?this (?:{parts})",
            near_day,
        ),
    )


def _of_periods() -> _Table:
    calendar = load("calendar")
    seasons = either(calendar["seasons_named"])
    capital = either(season.capitalize() for season in calendar["seasons_named"])
    part = rf"(?:(?P<part>{either(w for n in ('early', 'mid', 'late') for w in calendar[n])})[- ])?"
    after = "|".join(
        rf"(?<=\b{word} )" for word in ("in", "by", "since", "until", "during", "through", "before", "after")
    )
    return (
        (
            "last |next |this |coming |past |previous ",
            rf"{part}(?:(?:earlier|later) (?:in )?)?(?<!\bthe )(?!past (?:week|month|year)\b){_WHICH} "
            rf"(?P<unit>weekend|week|month|year|decade|century|{seasons})",
            period,
        ),
        ("last |past ", rf"(?:the )?(?P<which>last|this past|past) (?P<unit>weekend|{seasons})(?P<part>)", period),
        ("weekend", r"(?:the )?weekend(?<=the weekend)|(?<=\bat )weekend", the_weekend),
        (
            "|".join(calendar["seasons_named"]),
            rf"(?:{after})(?:the )?{part}(?P<unit>{seasons})(?<!\w in fall)(?! (?:of (?!the year)|apart|out|into))"
            rf"|(?<=[a-z] )(?-i:(?P<unit2>{capital}))(?= [a-z]+s\b)",
            lone_season,
        ),
    )


def _of_lengths() -> _Table:
    length = number_and_unit()
    return (
        (" ago", rf"{length} ago", ago),
        (" from now| time", rf"{length}(?: from now|'s? time)", from_now),
        (
            "past |last |previous |recent |next |coming ",
            rf"(?:the )?(?P<way>past|last|previous|recent|next|coming) {length}",
            recent,
        ),
        ("within |in ", rf"(?:within|in under|in less than) (?:the (?P<way>next|coming) )?{length}", within),
    )


_ABBREVIATION = 5
