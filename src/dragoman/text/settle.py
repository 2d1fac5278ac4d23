"""Reports that help to date each other: one without a day takes that of a dated report of the same news."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.report import READ_SECTIONS, Published, Report
from dragoman.model.time import Interval, Precision
from dragoman.text.date_clues import dateline_dates, visible_dates
from dragoman.text.printed_dates import WEEKDAYS, PrintedDate
from dragoman.text.week import news_weekday

_WORD = re.compile(r"[^\W_][\w-]*(?:[.,]\d+)*")
_NAME = re.compile(r"(?<=[\w,;:’'\"“)—–-] )[A-Z][\w-]{2,}|\b[A-Z]{2,}\b")
_QUOTED = re.compile(r"[“\"]([^“”\"]{15,800})[”\"]")
_POSSESSIVE = re.compile(r"[’']s?\b")
# Shorter runs are quoted again months later; at eight words no dated pair of a year of reports was misled.
QUOTED_RUN = 8
COPIED_RUN = 12
SHARED_NAMES, SHARED_SHARE = 6, 0.25
MARGIN = 1.5
NEAR_DAYS = 10
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a report shares with others of the same news."""

    report: Report
    weekday: int | None
    names: frozenset[str]
    quoted: frozenset[Run]
    copied: frozenset[Run]
    yearless: tuple[PrintedDate, ...]


def settle_together(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Give a day to reports whose own clues give none, in the order given; the order changes no date.

    A report takes the day of one that is dated by its own clues when both tell news of the same weekday, name the
    same people and places, and quote the same words or carry the same passage; or when its dateline names a day
    without a year within ten days of that report. Pass reports as they were read, never settled ones: then a group
    that grows is dated as if it had been read at once.
    """
    anchors = [_read(r) for r in sorted(reports, key=lambda r: r.id) if _dated(r)]
    runs: dict[Run, list[_Reading]] = defaultdict(list)
    for anchor in anchors:
        for run in sorted(anchor.quoted | anchor.copied):
            runs[run].append(anchor)
    return tuple(r if _dated(r) or r.skipped_reason else _settled(_read(r), anchors, runs) for r in reports)


def _dated(report: Report) -> bool:
    return report.published.precision is Precision.DAY and report.published.start is not None


def _settled(reading: _Reading, anchors: Sequence[_Reading], runs: Mapping[Run, Sequence[_Reading]]) -> Report:
    if reading.yearless:
        return _with_year(reading, anchors)
    akin: dict[str, _Reading] = {}
    for run in reading.quoted | reading.copied:
        akin.update({anchor.report.id: anchor for anchor in runs.get(run, ())})
    found = [(_shared(reading, a), _day(a), a) for _, a in sorted(akin.items()) if _same_news(reading, a)]
    if found:
        best = max(found, key=lambda entry: (entry[0], entry[2].report.id))
        rivals = [score for score, day, _ in found if day != best[1]]
        if not rivals or best[0] >= MARGIN * max(rivals):
            return _as(reading, best[2], best[1], _reason(reading))
    return reading.report


def _with_year(reading: _Reading, anchors: Sequence[_Reading]) -> Report:
    """Complete a day printed without its year from reports that share names and lie within ten days of it."""
    options = {
        (day, a.report.id): a
        for printed in reading.yearless[:1]
        for a in anchors
        if _names_agree(reading, a)
        for year in (_day(a).year - 1, _day(a).year, _day(a).year + 1)
        if (day := _that_day(printed, year)) and abs((day - _day(a)).days) <= NEAR_DAYS and _allowed(reading, day)
    }
    if len({day for day, _ in options}) != 1:
        return reading.report
    (day, _), anchor = min(options.items(), key=lambda entry: (abs((entry[0][0] - _day(entry[1])).days), entry[0]))
    return _as(reading, anchor, day, f"{day.day} {day:%b} is printed")


def _same_news(reading: _Reading, anchor: _Reading) -> bool:
    weekday = reading.weekday is not None and reading.weekday == anchor.weekday
    quoted = bool(reading.quoted & anchor.quoted)
    copied = bool(reading.copied & anchor.copied) and reading.report.outlet != anchor.report.outlet
    return weekday and (quoted or copied) and _names_agree(reading, anchor) and _allowed(reading, _day(anchor))


def _names_agree(reading: _Reading, anchor: _Reading) -> bool:
    shared = len(reading.names & anchor.names)
    return shared >= SHARED_NAMES and shared >= SHARED_SHARE * min(len(reading.names), len(anchor.names))


def _allowed(reading: _Reading, day: date) -> bool:
    single = Interval(day.isoformat(), day.isoformat(), Precision.DAY)
    return reading.report.published.interval.meets(single)


def _shared(reading: _Reading, anchor: _Reading) -> int:
    return len(reading.names & anchor.names) + len((reading.quoted | reading.copied) & (anchor.quoted | anchor.copied))


def _reason(reading: _Reading) -> str:
    weekday = WEEKDAYS[reading.weekday] if reading.weekday is not None else ""
    return f"weekdays agree ({weekday}) and the same words stand in both"


def _as(reading: _Reading, anchor: _Reading, day: date, reason: str) -> Report:
    told = anchor.report
    basis = f"as {told.outlet} ({told.id}): {reason}; {reading.report.published.basis}"
    return replace(reading.report, published=Published(day.isoformat(), day.isoformat(), Precision.DAY, basis))


def _day(reading: _Reading) -> date:
    return date.fromisoformat(reading.report.published.start or "")


def _that_day(printed: PrintedDate, year: int) -> date | None:
    interval = printed.interval(year)
    return date.fromisoformat(interval.start) if interval and interval.start else None


def _read(report: Report) -> _Reading:
    body = "\n".join(report.text[p.start : p.end] for p in report.sections if p.kind in READ_SECTIONS)
    quoted = {run for quote in _QUOTED.findall(body) for run in _runs(quote, QUOTED_RUN)}
    clues = (dateline_dates, visible_dates)
    printed = [p for clue in clues for _, p in clue(report.text, report.sections)]
    return _Reading(
        report=report,
        weekday=news_weekday(report.text, report.sections),
        names=frozenset(_NAME.findall(_POSSESSIVE.sub("", body))) - frozenset(WEEKDAYS),
        quoted=frozenset(quoted),
        copied=frozenset(_runs(body, COPIED_RUN)),
        yearless=tuple(p for p in printed if p.year is None and p.day is not None),
    )


def _runs(words: str, length: int) -> Iterator[Run]:
    found = [word.casefold() for word in _WORD.findall(_POSSESSIVE.sub("", words))]
    return zip(*(found[start:] for start in range(length)), strict=False)
