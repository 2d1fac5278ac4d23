"""Reports that help to date each other: one without a day takes that of a dated report of the same news."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.model.report import Published, Report
from dragoman.model.time import Interval, Precision
from dragoman.text.kin import Reading, Run, read_kin
from dragoman.text.printed_dates import WEEKDAYS
from dragoman.text.same_days import last_shared_day, news_day
from dragoman.text.week import news_days
from dragoman.text.yearless import day_alone, day_from_near, day_from_year

MARGIN = 1.5
# A range of a week or less is as good as its clues allow; a longer one is still to be narrowed.
SHORT_DAYS = 6


def settle_together(reports: Sequence[Report], *, by: str | None = None) -> tuple[Report, ...]:
    """Give a day, or a few, to reports whose own clues give none, in the order given; the order changes no date.

    With `by`, an ISO day, only reports that are published by then at the latest date others: what was known that day.

    First a day printed without its year is completed, from reports that share its names or from its weekday. Then a
    report takes the day of a dated one when both tell news of the same weekday, name the same people and places, and
    quote the same words or carry the same passage; or a few days, when both tell the same of several weekdays. Pass
    reports as they were read, never settled ones: then a group that grows is dated as if it had been read at once.
    """
    readings = {r.id: read_kin(r) for r in sorted(reports, key=lambda r: r.id) if not r.skipped_reason}
    waiting = [reading for reading in readings.values() if not _dated(reading.report)]
    dated = [r for r in readings.values() if _dated(r.report) and _out_by(r.report, by)]
    years = [r for r in readings.values() if r.year is not None and _out_by(r.report, by)]
    completed = {r.report.id: day for r in waiting if r.yearless and (day := _completed(r, dated, years)) is not None}
    whole = (replace(readings[name], report=one) for name, one in completed.items() if _out_by(one, by))
    anchors = sorted([*dated, *whole], key=lambda anchor: anchor.report.id)
    runs: dict[Run, list[Reading]] = defaultdict(list)
    for anchor in anchors:
        for run in sorted(anchor.quoted | anchor.copied):
            runs[run].append(anchor)
    settled = {r.report.id: _settled(r, anchors, runs) for r in waiting if r.report.id not in completed}
    return tuple(completed.get(r.id) or settled.get(r.id) or r for r in reports)


def published_by(reports: Sequence[Report], day: str) -> tuple[Report, ...]:
    """The reports that were published by an ISO day at the latest, dated with the help of none that came after it."""
    return tuple(report for report in settle_together(reports, by=day) if _out_by(report, day))


def _out_by(report: Report, day: str | None) -> bool:
    """Whether it had come out, as it reads now, by a day."""
    return day is None or (report.changed or report.published.end or "~") <= day


def _dated(report: Report) -> bool:
    return report.published.day is not None


def _completed(reading: Reading, dated: Sequence[Reading], years: Sequence[Reading]) -> Report | None:
    """A report with its printed day and the year that others, or its own weekday, tell; None where none does."""
    found = day_from_near(reading, dated) or day_from_year(reading, years)
    if found is not None:
        day, other = found
        return _as(reading, other, _one(day), f"{day.day} {day:%b} is printed")
    alone = day_alone(reading)
    if alone is None:
        return None
    day, basis = alone
    return replace(
        reading.report, published=Published(day.isoformat(), day.isoformat(), Precision.DAY, f"dateline {basis}")
    )


def _settled(reading: Reading, anchors: Sequence[Reading], runs: Mapping[Run, Sequence[Reading]]) -> Report:
    akin: dict[str, Reading] = {}
    for run in reading.quoted | reading.copied:
        akin.update({anchor.report.id: anchor for anchor in runs.get(run, ())})
    found = [(reading.shared(a), a.day, a) for _, a in sorted(akin.items()) if _same_news(reading, a)]
    if found and not reading.yearless:
        best = max(found, key=lambda entry: (entry[0], entry[2].report.id))
        rivals = [score for score, day, _ in found if day != best[1]]
        if not rivals or best[0] >= MARGIN * max(rivals):
            return _as(reading, best[2], _one(best[1]), _reason(reading))
    return reading.report if _short(reading.report.published) else _within_days(reading, anchors)


def _same_news(reading: Reading, anchor: Reading) -> bool:
    weekday = reading.weekday is not None and reading.weekday == anchor.weekday
    quoted = bool(reading.quoted & anchor.quoted)
    copied = bool(reading.copied & anchor.copied) and reading.report.outlet != anchor.report.outlet
    return weekday and (quoted or copied) and reading.names_agree(anchor) and reading.allows(anchor.day)


def _within_days(reading: Reading, anchors: Sequence[Reading]) -> Report:
    """The few days after the last of those of which a dated report tells the same, where all such reports agree."""
    days: dict[date, Reading] = {}
    for anchor in anchors:
        if not reading.names_agree(anchor):
            continue
        last = last_shared_day(reading.told, anchor.told, anchor.day)
        day = news_day(reading.weekday, last, anchor.day) if last is not None else None
        if day is not None and reading.allows(day):
            days.setdefault(day, anchor)
    if len(days) != 1:
        return reading.report
    day, anchor = next(iter(days.items()))
    within = news_days(day)
    within = replace(within, end=min(within.end or "~", reading.report.published.end or "~"))
    return _as(reading, anchor, within, f"both tell the same of several days, and its news is of {day:%A}")


def _short(published: Published) -> bool:
    if published.start is None or published.end is None:
        return False
    return (date.fromisoformat(published.end) - date.fromisoformat(published.start)).days <= SHORT_DAYS


def _reason(reading: Reading) -> str:
    weekday = WEEKDAYS[reading.weekday] if reading.weekday is not None else ""
    return f"weekdays agree: {weekday}; the same words in both"


def _as(reading: Reading, anchor: Reading, when: Interval, reason: str) -> Report:
    told = anchor.report
    named = f"{told.outlet}'s report" if told.outlet else "a report"
    of = f" of {anchor.day.day} {anchor.day:%b %Y}" if _dated(told) else ""
    basis = f"the same events as in {named}{of} ({reason}); {reading.report.published.basis}"
    return replace(reading.report, published=Published(when.start, when.end, when.precision, basis))


def _one(day: date) -> Interval:
    return Interval(day.isoformat(), day.isoformat(), Precision.DAY)
