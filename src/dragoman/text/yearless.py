"""A day printed without its year, completed from other reports or, alone, from its weekday."""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.text.date_clues import dateline_dates, today_dates
from dragoman.text.kin import Reading
from dragoman.text.past_years import WITHIN_YEARS, day_in, days_by_weekday, latest_past_year
from dragoman.text.printed_dates import WEEKDAYS
from dragoman.text.week import days_written_after, weekdays

NEAR_DAYS = 10


def day_from_near(reading: Reading, dated: Sequence[Reading]) -> tuple[date, Reading] | None:
    """The day that lies within ten days of reports with the same names, and the nearest of them."""
    options = [
        (abs((day - other.day).days), day, other)
        for printed in reading.yearless[:1]
        for other in dated
        if reading.names_agree(other)
        for year in (other.day.year - 1, other.day.year, other.day.year + 1)
        if (day := day_in(printed, year)) and abs((day - other.day).days) <= NEAR_DAYS and reading.allows(day)
    ]
    if len({day for _, day, _ in options}) != 1:
        return None
    _, day, other = min(options, key=lambda option: (option[0], option[2].report.id))
    return day, other


def day_from_year(reading: Reading, others: Sequence[Reading]) -> tuple[date, Reading] | None:
    """The day in the year of reports with the same names, if it falls on the weekday of the news or the day after."""
    options = [
        (other.report.id, day, other)
        for printed in reading.yearless[:1]
        for other in others
        if other.year is not None and reading.names_agree(other)
        if (day := day_in(printed, other.year)) and _near(day, other) and reading.allows(day)
        if reading.weekday in (day.weekday(), (day - timedelta(days=1)).weekday())
    ]
    if len({day for _, day, _ in options}) != 1:
        return None
    _, day, other = min(options, key=lambda option: option[0])
    return day, other


def _near(day: date, other: Reading) -> bool:
    """Whether a day lies within another report's own interval, or ten days of its beginning."""
    return other.allows(day) or abs((day - other.day).days) <= NEAR_DAYS


def day_alone(reading: Reading) -> tuple[date, str] | None:
    """The day in the only one of the years after the latest past one that fits its weekday, and why."""
    report = reading.report
    text, parts = report.text, report.sections
    since = latest_past_year(text, parts)
    # Only a dateline's day and a bracketed today are those of writing; a date line's may come days after the news.
    written = (p for clue in (dateline_dates, today_dates) for _, p in clue(text, parts))
    printed = next((p for p in written if p in reading.yearless), None)
    if printed is None or since is None or reading.weekday is None or reading.year is not None:
        return None
    gaps = range(days_written_after(reading.weekday, weekdays(text, parts)) + 1)
    fitting = days_by_weekday(printed, news=reading.weekday, since=since, gaps=gaps)
    days = [day for day in fitting if reading.allows(day)]
    if len(days) != 1:
        return None
    day, last = days[0], min(since + WITHIN_YEARS, int((report.published.end or "9999")[:4]))
    years = f"the only year from {since}, the latest it looks back on, to {last}"
    return day, f"{day.day} {day:%b} without a year; {day.year} is {years} that fits {WEEKDAYS[reading.weekday]}"
