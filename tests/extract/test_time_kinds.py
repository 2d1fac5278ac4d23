"""Kinds of times beside plain days: parts of years, clock times, what recurs, what is vague, what another time anchors."""

from dataclasses import replace
from textwrap import fill

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.times import run
from dragoman.model.event import TimeMention, TimeSort
from dragoman.model.report import Published
from dragoman.model.time import Precision
from dragoman.run.pipeline import Settings, extract

WEDNESDAY = "2031-03-05"


def times(text: str, day: str | None = WEDNESDAY) -> dict[str, TimeMention]:
    return {mention.span.exact: mention for mention in run(page_of(text, day), Found())}


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Trade fell in the third quarter.", "the third quarter", "2030-07-01", "2030-09-30"),
        ("Trade fell in the first half of 2029.", "the first half of 2029", "2029-01-01", "2029-06-30"),
        ("The vote is planned for the fourth quarter.", "the fourth quarter", "2031-10-01", "2031-12-31"),
        ("Trade fell in Q2 2030.", "Q2 2030", "2030-04-01", "2030-06-30"),
        ("They met in the last week of January.", "the last week of January", "2031-01-27", "2031-02-02"),
        ("The town fell last September.", "last September", "2030-09-01", "2030-09-30"),
        ("The town will fall in October of next year.", "October of next year", "2032-10-01", "2032-10-31"),
        ("The fort stood in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31"),
        ("The fort fell in the 1960s.", "the 1960s", "1960-01-01", "1969-12-31"),
        ("The fort fell in '98.", "'98", "1998-01-01", "1998-12-31"),
        ("It spent more in fiscal 2030.", "fiscal 2030", "2029-01-01", "2030-12-31"),
        ("The river froze in winter.", "winter", "2030-12-01", "2031-02-28"),
        ("Shells fell in the night to Monday.", "the night to Monday", "2031-03-02", "2031-03-03"),
        ("It was signed on 03/15/2029.", "03/15/2029", "2029-03-15", "2029-03-15"),
        ("It was signed on 15/03/2029.", "15/03/2029", "2029-03-15", "2029-03-15"),
        ("It was signed on 15.03.2029.", "15.03.2029", "2029-03-15", "2029-03-15"),
        ("The raid lasted from 1–3 March.", "1–3 March", "2031-03-01", "2031-03-03"),
        ("The gate will open in two weeks' time.", "two weeks' time", "2031-03-19", "2031-03-19"),
        ("By the end of the month the army must leave.", "the end of the month", None, "2031-03-31"),
    ],
)
def test_interval(text: str, words: str, start: str | None, end: str | None) -> None:
    interval = times(text)[words].interval
    assert (interval.start, interval.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The truce of 10 February broke down a day later.", "a day later", "2031-02-11", "2031-02-11"),
        ("The gate shut on Feb. 10. It opened two weeks later.", "two weeks later", "2031-02-24", "2031-02-24"),
        ("The fort was built in 1998. The following year it fell.", "The following year", "1999-01-01", "1999-12-31"),
        ("The envoys met on Monday; that day the gate shut.", "that day", "2031-03-03", "2031-03-03"),
        (
            "Trade in February was below the same month last year.",
            "the same month last year",
            "2030-02-01",
            "2030-02-28",
        ),
        ("The truce broke three days after Sunday's raid.", "three days", "2031-03-05", "2031-03-05"),
        ("They met less than 24 hours after the raid of 2 March.", "less than 24 hours", "2031-03-02", "2031-03-03"),
        ("They met a week before the March 4 vote.", "a week", "2031-02-25", "2031-02-25"),
    ],
)
def test_times_counted_from_another_one(text: str, words: str, start: str, end: str) -> None:
    mention = times(text)[words]
    assert (mention.interval.start, mention.interval.end, mention.relation) == (start, end, "at")


def test_what_hangs_on_a_time_that_is_not_told_is_found_and_left_open() -> None:
    assert not times("The gate opened two days later.")["two days later"].interval.known
    earlier = times("The gate had opened two days earlier.")["two days earlier"]
    assert (earlier.relation, earlier.interval.start, earlier.interval.end) == ("before", None, WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "clock", "day"),
    [
        ("The raid began at 6:40 p.m. on Monday.", "18:40", "2031-03-03"),
        ("The raid began at 0800 GMT Tuesday.", "08:00", "2031-03-04"),
        ("The raid began on Sunday at 18.40 GMT.", "18:40", "2031-03-02"),
        ("The raid began at 12:15 am.", "00:15", WEDNESDAY),
        ("They met on Monday. The raid began at noon.", "12:00", "2031-03-03"),
        ("The raid began at 7 o'clock this evening.", "19:00", WEDNESDAY),
        ("The raid began on Friday morning.", "morning", "2031-02-28"),
    ],
)
def test_clock_times_belong_to_the_day_told(text: str, clock: str, day: str) -> None:
    found = [mention for mention in times(text).values() if mention.clock]
    assert [(m.clock, m.interval.start, m.interval.end) for m in found] == [(clock, day, day)]


@pytest.mark.parametrize(
    ("text", "words", "sort", "period"),
    [
        ("The council sits every Monday.", "every Monday", TimeSort.REPEATED, "XXXX-WXX-1"),
        ("The council sits on Thursdays.", "Thursdays", TimeSort.REPEATED, "XXXX-WXX-4"),
        ("The council sits twice a week.", "twice a week", TimeSort.REPEATED, "P1W"),
        ("The council sits every two weeks.", "every two weeks", TimeSort.REPEATED, "P2W"),
        ("A monthly list was printed.", "monthly", TimeSort.REPEATED, "P1M"),
        ("The gate has been shut for years.", "years", TimeSort.LENGTH, "PXY"),
        ("The army recently left.", "recently", TimeSort.PAST, ""),
        ("The town is quiet now.", "now", TimeSort.PRESENT, ""),
        ("The army will leave soon.", "soon", TimeSort.FUTURE, ""),
        ("The town was shelled in the past three years.", "the past three years", TimeSort.NAMED, "P3Y"),
    ],
)
def test_what_names_no_day_says_how_often_or_how_long(text: str, words: str, sort: TimeSort, period: str) -> None:
    mention = times(text)[words]
    assert (mention.sort, mention.period) == (sort, period)
    assert mention.interval.known == (sort is TimeSort.NAMED)


@pytest.mark.parametrize(
    "text",
    [
        "As soon as it ended, the shelling began.",
        "The past nine votes were close.",
        "The Veldan Daily printed it.",
        "The most recent round was short.",
    ],
)
def test_words_that_only_look_like_vague_times(text: str) -> None:
    assert times(text) == {}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A 30 March deadline was set.", "2031-03-30"),
        ("An April 12 vote was announced.", "2031-04-12"),
        ("The envoys arrive on March 12.", "2031-03-12"),
        ("The June 3 raid killed two.", "2030-06-03"),
        ("The town fell in April.", "2030-04-01"),
        ("A meeting is being prepared for April.", "2031-04-01"),
        ("Both sides agreed to stop firing for 14 days from midnight on Saturday.", "2031-03-08"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_unless_the_clause_says_otherwise(text: str, start: str) -> None:
    *_, mention = times(text).values()
    assert mention.interval.start == start


def test_a_limit_that_was_reached_is_past() -> None:
    assert times("By Tuesday morning the fire was out.")["Tuesday morning"].interval.end == "2031-03-04"
    assert times("The answer was due by Tuesday.")["Tuesday"].interval.end == "2031-03-11"
    assert times("The army must leave by Tuesday.")["Tuesday"].interval.end == "2031-03-11"


def test_nearness_says_nothing_where_the_report_may_be_of_any_day_of_a_year() -> None:
    page = page_of("The prisoners were exchanged in a swap that May.", WEDNESDAY)
    year = Published("2031-01-01", "2031-12-31", Precision.YEAR, "")
    dated = replace(page, report=replace(page.report, published=year))
    assert [m.interval.start for m in run(dated, Found())] == []
    page = page_of("The prisoners were exchanged in May.", WEDNESDAY)
    dated = replace(page, report=replace(page.report, published=year))
    assert [m.interval.start for m in run(dated, Found())] == ["2031-05-01"]


def test_the_words_alone_are_kept_beside_what_their_preposition_opens() -> None:
    since = times("The gate has been shut since February 11.")["February 11"]
    assert (since.interval.end, since.named.start, since.named.end) == (None, "2031-02-11", "2031-02-11")


def test_an_event_is_not_dated_by_words_that_name_no_day() -> None:
    def day(text: str) -> str | None:
        found = extract(page_of(text).report, settings=Settings())
        return next(e.time.start for e in found.events if e.trigger.exact == "shelled")

    assert day("Veldan guns shelled the town of Brenn on Monday.") == "2031-03-03"
    assert day("Veldan guns shelled the town of Brenn every Monday.") is None
    assert day("On Monday, Veldan guns, now in the hills, shelled the town of Brenn.") == "2031-03-03"


@pytest.mark.parametrize("text", ["a " * 5000 + "day later.", "the first " * 3000, "12 " * 5000 + "years ago"])
def test_absurd_texts_are_read_in_bounded_time(text: str) -> None:
    run(page_of(text), Found())


_LONG = (
    "The envoys of Talveth and Quessara met in Port Nessa on Tuesday, 4 March 2031, and the gate that had been shut "
    "since the last week of January was opened two days later by a crew of nine men who had come down from the hills "
    "in the past three years. A vote is planned for mid-April, and the two sides may meet again on 12-14 April."
)


def shown(text: str) -> list[tuple[str, str | None, str | None, str]]:
    mentions = run(page_of(text), Found())
    return [(" ".join(m.span.exact.split()), m.interval.start, m.interval.end, m.period) for m in mentions]


@pytest.mark.parametrize("width", [50, 72])
def test_lines_broken_by_hand_change_nothing(width: int) -> None:
    text = f"{_LONG} The crew had asked for nine lorries and got four, and no one would say why. {_LONG}"
    assert shown(fill(text, width, break_on_hyphens=False)) == shown(text)
    assert len(shown(text)) == 12


@pytest.mark.parametrize(("month", "days"), [("‑", "–"), ("‐", "–"), ("–", "-")])
def test_dash_styles_change_nothing(month: str, days: str) -> None:
    printed = _LONG.replace("mid-April", f"mid{month}April").replace("12-14", f"12{days}14")
    assert [rest for _, *rest in shown(printed)] == [rest for _, *rest in shown(_LONG)]


def test_british_and_american_dates_are_one() -> None:
    british, american = (
        "They met on Tuesday 4 March 2031 at 18.40 GMT.",
        "They met on Tuesday, March 4, 2031 at 6:40 p.m.",
    )
    (first,), (second,) = times(british).values(), times(american).values()
    assert (first.interval, first.clock) == (second.interval, second.clock)


def test_a_clock_time_takes_the_day_told_last_before_it() -> None:
    found = times("It began at 6 p.m. on Monday. Envoys met on Wednesday. Shells fell at noon.")
    assert found["noon"].interval == found["Wednesday"].interval
