"""When: calendar and relative times as day intervals counted from the report's own date."""

from dataclasses import replace

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.times import run
from dragoman.model.event import TimeMention
from dragoman.model.report import Published
from dragoman.model.time import Precision

WEDNESDAY = "2031-03-05"


def only(text: str, day: str | None = WEDNESDAY) -> TimeMention:
    found = run(page_of(text, day), Found())
    assert len(found) == 1, [m.span.exact for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The envoys met on Monday.", "2031-03-03", "2031-03-03"),
        ("The envoys met on Wednesday.", "2031-03-05", "2031-03-05"),
        ("The envoys met last Friday.", "2031-02-28", "2031-02-28"),
        ("The envoys will meet on Thursday.", "2031-03-06", "2031-03-06"),
        ("The envoys will meet next Monday.", "2031-03-10", "2031-03-10"),
        ("The town was shelled yesterday.", "2031-03-04", "2031-03-04"),
        ("The town was shelled overnight.", "2031-03-04", "2031-03-05"),
        ("Shelling went on overnight into Tuesday.", "2031-03-03", "2031-03-04"),
        ("The town fell last week.", "2031-02-24", "2031-03-02"),
        ("The town fell in mid-January.", "2031-01-11", "2031-01-20"),
        ("The town fell in November.", "2030-11-01", "2030-11-30"),
        ("The town fell in spring 2029.", "2029-03-01", "2029-05-31"),
        ("The town fell on 7 October 2029.", "2029-10-07", "2029-10-07"),
        ("The town fell on Tuesday, Feb. 4.", "2031-02-04", "2031-02-04"),
        ("The fair ran from June 20-30.", "2030-06-20", "2030-06-30"),
        ("The town fell in 2028.", "2028-01-01", "2028-12-31"),
        ("The town was bombed over the weekend.", "2031-03-01", "2031-03-02"),
        ("The town fell three days ago.", "2031-03-02", "2031-03-02"),
        ("The town was shelled in the past three years.", "2028-03-05", "2031-03-05"),
    ],
)
def test_interval(text: str, start: str, end: str) -> None:
    interval = only(text).interval
    assert (interval.start, interval.end) == (start, end)


def test_since_until_and_before_leave_one_end_open() -> None:
    since = only("The plan has been on the table since February 11.")
    assert (since.relation, since.interval.start, since.interval.end) == ("since", "2031-02-11", None)
    until = only("The army must withdraw by Friday.")
    assert (until.relation, until.interval.start, until.interval.end) == ("until", None, "2031-03-07")
    long_ago = only("The truce collapsed more than two weeks ago.")
    assert (long_ago.interval.end, long_ago.interval.precision) == ("2031-02-19", Precision.OPEN)


def test_without_a_date_of_the_report_relative_times_stay_unknown() -> None:
    assert only("The envoys met on Monday.", None).interval.precision is Precision.UNKNOWN
    assert only("The town fell on 7 October 2029.", None).interval.start == "2029-10-07"


def test_verbs_that_look_like_months_are_no_times() -> None:
    assert run(page_of("The troops may march on the capital."), Found()) == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The envoys met on Monday.", "2031-03-03", "2031-03-03"),
        ("The envoys met on Thursday.", "2031-03-06", "2031-03-06"),
        ("The envoys will meet on Thursday.", "2031-03-06", "2031-03-06"),
        ("The town was shelled yesterday.", "2031-03-04", "2031-03-06"),
        ("The town was shelled overnight.", "2031-03-04", "2031-03-07"),
        ("Shelling went on overnight into Tuesday.", "2031-03-03", "2031-03-04"),
    ],
)
def test_from_a_few_days_weekdays_are_still_days_and_other_times_span_what_they_may_mean(
    text: str, start: str, end: str
) -> None:
    page = page_of(text, WEDNESDAY)
    few = replace(page, report=replace(page.report, published=Published(WEDNESDAY, "2031-03-07", Precision.RANGE, "")))
    interval = run(few, Found())[0].interval
    assert (interval.start, interval.end) == (start, end)


def test_from_a_year_a_weekday_stays_unknown() -> None:
    page = page_of("The envoys met on Monday.", WEDNESDAY)
    year = replace(
        page, report=replace(page.report, published=Published("2031-01-01", "2031-12-31", Precision.YEAR, ""))
    )
    assert run(year, Found())[0].interval.precision is Precision.UNKNOWN
