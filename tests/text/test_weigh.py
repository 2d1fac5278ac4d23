"""Clues that contradict each other: the user's word wins, the impossible is not believed, and all is reported."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.report import Published
from dragoman.model.time import Precision
from dragoman.text.dating import Beside, date_report
from dragoman.text.sections import sections

HEAD = "Rebels free 30 prisoners in Ardana\n\n"
LEAD = "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement from Ardana.\n\n"
REST = (
    "The army confirmed that the men had been handed over to the Red Cross near the river Sul, and said that it would"
    " free 50 fighters next Thursday if the Front kept its word and held its fire along the road to the south.\n\n"
)
TEXT = HEAD + LEAD + REST
SITE = "https://news.example.org"


def dated(text: str = TEXT, **beside: str) -> Published:
    return date_report(text, sections(text), Beside(**beside))


def day(published: Published) -> str | None:
    return published.start if published.precision is Precision.DAY else None


def test_a_contradicted_address_is_reported() -> None:
    found = dated(stated="2031-10-07", address=f"{SITE}/2031/10/05/talks")
    assert (day(found), found.basis) == (
        "2031-10-07",
        "metadata 7 Oct 2031; weekday Tuesday agrees; but address 5 Oct 2031 does not agree",
    )


def test_the_users_word_stands_above_all_and_the_rest_is_reported() -> None:
    found = dated(
        given="2031-10-07", stated="2031-10-05", address=f"{SITE}/2031/10/05/talks", seen="2031-10-06T08:00:00Z"
    )
    assert day(found) == "2031-10-07"
    assert "but metadata 5 Oct 2031 and address 5 Oct 2031 do not agree" in found.basis


def test_what_the_user_gives_in_months_may_be_refined_and_is_never_left() -> None:
    assert day(dated(given="2031-10", stated="2031-10-07")) == "2031-10-07"
    other = dated(given="2031-10", stated="2031-11-07")
    assert (other.start, other.end) == ("2031-10-01", "2031-10-31")
    assert "but metadata 7 Nov 2031 does not agree" in other.basis


DAYS = st.dates(date(2001, 1, 1), date(2060, 12, 31))
MAYBE = st.one_of(st.just(""), DAYS.map(str))


@given(DAYS, MAYBE, MAYBE, MAYBE, MAYBE, DAYS)
def test_overriding_always_wins(user: date, stated: str, hinted: str, modified: str, seen: str, site: date) -> None:
    found = dated(
        given=str(user), stated=stated, hinted=hinted, modified=modified, seen=seen, address=f"{SITE}/{site:%Y/%m/%d}/x"
    )
    assert (found.start, found.end, found.precision) == (str(user), str(user), Precision.DAY)


@given(DAYS, MAYBE, MAYBE, st.one_of(st.just(""), DAYS.map(lambda d: f"{SITE}/{d:%Y/%m/%d}/x")))
def test_nothing_is_published_after_it_was_captured(seen: date, stated: str, hinted: str, address: str) -> None:
    found = dated(stated=stated, hinted=hinted, address=address, seen=str(seen))
    assert found.end is not None
    assert found.end <= str(seen + timedelta(days=1))


def test_a_date_after_the_capture_is_not_believed() -> None:
    found = dated(stated="2032-10-05", address=f"{SITE}/2031/10/05/talks", seen="20311006080000")
    assert day(found) == "2031-10-05"
    assert "but metadata 5 Oct 2032, after the capture on 6 Oct 2031, does not agree" in found.basis


def test_the_capture_alone_gives_an_upper_bound_and_no_day() -> None:
    found = dated(seen="2031-10-06T08:00:00Z")
    assert (found.start, found.end, found.precision, found.basis) == (
        None,
        "2031-10-06",
        Precision.OPEN,
        "captured 6 Oct 2031",
    )


def test_the_stamp_of_a_web_archive_is_a_capture() -> None:
    found = dated(address=f"https://web.archive.org/web/20311006080000/{SITE}/talks-resume")
    assert (found.start, found.end) == (None, "2031-10-06")


def test_a_capture_cuts_a_year() -> None:
    found = dated(TEXT + "Copyright 2031 The Daily Example.\n", seen="2031-10-06")
    assert (found.start, found.end, found.precision) == ("2031-01-01", "2031-10-06", Precision.RANGE)


def test_a_modified_time_alone_bounds_and_a_later_one_is_kept_apart() -> None:
    alone = dated(modified="2031-10-09T10:00:00Z")
    assert (alone.start, alone.end, alone.basis) == (None, "2031-10-09", "modified 9 Oct 2031")
    both = dated(stated="2031-10-07", modified="2031-10-09")
    assert (day(both), both.basis) == ("2031-10-07", "metadata 7 Oct 2031; weekday Tuesday agrees; changed 9 Oct 2031")
    before = dated(stated="2031-10-07", modified="2031-10-02")
    assert "but modified 2 Oct 2031 does not agree" in before.basis


def test_metadata_long_before_what_the_text_looks_back_on_is_not_believed() -> None:
    text = TEXT + "The two sides have met three times since March 4, 2031, when the last truce broke down.\n"
    found = dated(text, stated="2024-01-01")
    assert (found.start, found.end) == ("2031-03-04", None)
    assert "metadata 1 Jan 2024, long before 4 Mar 2031, on which the text looks back, does not agree" in found.basis
    assert day(dated(text, stated="2024-01-01", address=f"{SITE}/2031/10/07/talks")) == "2031-10-07"


def test_metadata_that_the_address_bears_out_is_believed_in_spite_of_a_later_insertion() -> None:
    text = TEXT + "The two sides have met three times since March 4, 2031, when the last truce broke down.\n"
    found = dated(text, stated="2024-01-01", address=f"{SITE}/2024/01/01/talks")
    assert day(found) == "2024-01-01"
    assert "a look back on 4 Mar 2031 does not agree" in found.basis


@pytest.mark.parametrize(
    ("stated", "site", "true"),
    [
        ("2031-10-05T02:30:00Z", "2031/10/04", "2031-10-04"),
        ("2031-10-05T20:30:00Z", "2031/10/06", "2031-10-06"),
        ("2031-10-05T20:30:00Z", "2031/10/04", "2031-10-05"),
        ("2031-10-05T02:30:00+03:00", "2031/10/04", "2031-10-05"),
    ],
)
def test_a_time_in_utc_is_of_the_local_day_that_the_address_tells(stated: str, site: str, true: str) -> None:
    assert day(dated(stated=stated, address=f"{SITE}/{site}/talks")) == true


def test_the_basis_says_where_only_utc_is_known() -> None:
    assert dated(stated="2031-10-07T20:30:00Z").basis.startswith("metadata 7 Oct 2031 UTC")


@pytest.mark.parametrize(
    ("beside", "true"),
    [
        ({"address": f"{SITE}/2031/10/05/talks"}, "2031-10-05"),
        ({"address": f"{SITE}/2031/05/10/talks"}, "2031-05-10"),
        ({"seen": "2031-06-01"}, "2031-05-10"),
    ],
)
def test_other_clues_tell_the_order_of_figures(beside: dict[str, str], true: str) -> None:
    assert day(dated(TEXT.replace(" on Tuesday", ""), stated="05/10/2031", **beside)) == true


def test_the_weekday_of_the_news_tells_the_order_of_figures() -> None:
    assert day(dated(stated="03/06/2031")) == "2031-06-03"


def test_figures_in_an_order_that_nothing_tells_give_a_range() -> None:
    found = dated(TEXT.replace(" on Tuesday", ""), stated="05/10/2031")
    assert (found.start, found.end, found.precision) == ("2031-05-10", "2031-10-05", Precision.RANGE)
    assert found.basis == "metadata 05/10/2031 (5 Oct 2031 or 10 May 2031)"


def test_a_day_and_month_exchanged_by_software_are_put_right_by_the_address() -> None:
    found = dated(stated="2031-07-10", address=f"{SITE}/2031/10/07/talks")
    assert day(found) == "2031-10-07"
    assert found.basis.startswith("metadata 10 Jul 2031 with day and month exchanged; address 7 Oct 2031")


def test_two_clues_that_agree_outweigh_the_metadata() -> None:
    text = HEAD + "Published October 7, 2031\n\n" + LEAD + REST
    found = dated(text, stated="2031-11-20", address=f"{SITE}/2031/10/07/talks")
    assert day(found) == "2031-10-07"
    assert "but metadata 20 Nov 2031 does not agree" in found.basis


def test_a_page_that_states_the_day_of_its_capture_is_believed_less_than_its_address() -> None:
    found = dated(stated="2031-12-01", address=f"{SITE}/2031/10/07/talks", seen="2031-12-01T10:00:00Z")
    assert day(found) == "2031-10-07"
    assert "but metadata 1 Dec 2031 does not agree" in found.basis


def test_a_day_of_the_past_in_the_lead_is_not_the_day_of_publication() -> None:
    text = HEAD + "The bridge near Ardana was destroyed on Wednesday, April 1, 2029, a court heard.\n\n" + REST
    assert dated(text) == Published()
    found = dated(text, seen="2031-10-09")
    assert (found.start, found.end, found.precision) == ("2029-04-01", "2031-10-09", Precision.RANGE)


def test_a_feeds_date_comes_after_the_pages_own() -> None:
    found = dated(stated="2031-10-07", hinted="Thu, 09 Oct 2031 10:00:00 GMT")
    assert day(found) == "2031-10-07"
    assert "feed 9 Oct 2031 UTC does not agree" in found.basis
    assert dated(hinted="Tue, 07 Oct 2031 10:00:00 GMT").basis.startswith("feed 7 Oct 2031 UTC")


def test_what_cannot_be_read_is_named_and_other_clues_are_used() -> None:
    found = dated(stated="2574-10-07", address=f"{SITE}/2031/10/07/talks")
    assert day(found) == "2031-10-07"
    assert found.basis.endswith("; but the stated date '2574-10-07' cannot be read")


@given(st.builds(Beside, *[st.text(max_size=40)] * 7))
def test_nothing_said_beside_a_text_is_too_strange(beside: Beside) -> None:
    found = date_report(TEXT, sections(TEXT), beside)
    assert found.basis
    assert found.start is None or found.end is None or found.start <= found.end


@given(DAYS, DAYS, DAYS)
def test_a_date_never_ends_before_it_begins(seen: date, modified: date, past: date) -> None:
    text = (
        TEXT
        + f"The two sides have met three times since {past:%B} {past.day}, {past.year}, when the truce broke down.\n"
    )
    found = dated(text, seen=str(seen), modified=str(modified))
    assert found.start is None or found.end is None or found.start <= found.end


def test_an_update_that_is_later_than_the_day_is_no_contradiction() -> None:
    text = HEAD + "Updated October 9, 2031\n\n" + LEAD + REST
    assert dated(text, stated="2031-10-07").basis == "metadata 7 Oct 2031; weekday Tuesday agrees"
    assert "date of an update 9 Oct 2031 does not agree" in dated(text, stated="2031-10-21").basis


def test_a_bracketed_today_is_a_day_of_writing_that_still_lacks_its_year() -> None:
    text = HEAD + LEAD.replace("on Tuesday", "today (Oct. 7)") + REST
    assert dated(text).basis == "today in the text 7 Oct without a year"
    assert day(dated(text + "Copyright 2031 The Daily Example.\n")) == "2031-10-07"
