"""What a report shares with others of the same news: names, quoted words, copied passages, weekdays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model.report import READ_SECTIONS, Report
from dragoman.model.time import Interval, Precision
from dragoman.text.date_clues import dateline_dates, today_dates, visible_dates
from dragoman.text.printed_dates import WEEKDAYS, PrintedDate
from dragoman.text.same_days import Told, told_of
from dragoman.text.week import news_weekday

_WORD = re.compile(r"[^\W_][\w-]*(?:[.,]\d+)*")
_NAME = re.compile(r"(?<=[\w,;:’'\"“)—–-] )[A-Z][\w-]{2,}|\b[A-Z]{2,}\b")
_QUOTED = re.compile(r"[“\"]([^“”\"]{15,800})[”\"]")
_POSSESSIVE = re.compile(r"[’']s?\b")
# Shorter runs are quoted again months later; at eight words no dated pair of a year of reports was misled.
QUOTED_RUN = 8
COPIED_RUN = 12
SHARED_NAMES, SHARED_SHARE = 6, 0.25
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with what it shares; `yearless` are the days that it prints without a year, `told` its weekdays."""

    report: Report
    weekday: int | None
    names: frozenset[str]
    quoted: frozenset[Run]
    copied: frozenset[Run]
    yearless: tuple[PrintedDate, ...]
    told: Told

    @property
    def day(self) -> date:
        """The first day of its publication; only for reports that have one."""
        return date.fromisoformat(self.report.published.start or "")

    @property
    def year(self) -> int | None:
        """The year in which it was published, where nothing more need be known."""
        start, end = self.report.published.start, self.report.published.end
        return int(start[:4]) if start and end and start[:4] == end[:4] else None

    def allows(self, day: date) -> bool:
        """Whether its own clues leave room for a day."""
        return self.report.published.interval.meets(Interval(day.isoformat(), day.isoformat(), Precision.DAY))

    def names_agree(self, other: "Reading") -> bool:
        """Whether two reports name the same people and places."""
        shared = len(self.names & other.names)
        return shared >= SHARED_NAMES and shared >= SHARED_SHARE * min(len(self.names), len(other.names))

    def shared(self, other: "Reading") -> int:
        """How many names and runs of words two reports share."""
        return len(self.names & other.names) + len((self.quoted | self.copied) & (other.quoted | other.copied))


def read_kin(report: Report) -> Reading:
    """Read what a report may share with others."""
    body = "\n".join(report.text[p.start : p.end] for p in report.sections if p.kind in READ_SECTIONS)
    quoted = {run for quote in _QUOTED.findall(body) for run in _runs(quote, QUOTED_RUN)}
    printed = [
        p for clue in (dateline_dates, visible_dates, today_dates) for _, p in clue(report.text, report.sections)
    ]
    return Reading(
        report=report,
        weekday=news_weekday(report.text, report.sections),
        names=frozenset(_NAME.findall(_POSSESSIVE.sub("", body))) - frozenset(WEEKDAYS),
        quoted=frozenset(quoted),
        copied=frozenset(_runs(body, COPIED_RUN)),
        yearless=tuple(p for p in printed if p.year is None and p.day is not None),
        told=told_of(report.text, report.sections),
    )


def _runs(words: str, length: int) -> Iterator[Run]:
    found = [word.casefold() for word in _WORD.findall(_POSSESSIVE.sub("", words))]
    return zip(*(found[start:] for start in range(length)), strict=False)
