"""Reports of one piece of news date each other, in any order, and only where the same words stand in both."""

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.ids import content_id
from dragoman.model.report import Report
from dragoman.model.time import Precision
from dragoman.text.dating import date_report
from dragoman.text.sections import sections
from dragoman.text.settle import published_by, settle_together

NAMES = "Foreign Minister Ana Orlova of Velmora and General Karim Odel of the Northern Front met at the Harbour Palace"
AGAIN = (
    "General Karim Odel and Velmora's Foreign Minister, Ana Orlova, saw each other at the Harbour Palace of the Front"
)
QUOTE = "“We shall not leave this table without the names of our prisoners,” Orlova said."
DATED = f"Talks resume in Port Sul\n\nsul_talks_060225112233\n\n{NAMES} on Monday.\n\n{QUOTE}\n\n© 2025 Example News\n"
UNDATED = (
    f"Velmora and rebels hold brief talks\n\nPORT SUL (Ardana Wire) – {AGAIN} for one hour on Monday.\n\n"
    "“We shall not leave this table without the names of our prisoners,” Orlova told reporters.\n\n"
    "Copyright 1999-2025 Ardana Wire.\n"
)


def report(text: str, outlet: str = "Example News") -> Report:
    parts = sections(text)
    published = date_report(text, parts)
    name = content_id("r", text, outlet)
    return Report(name, name, text, "", outlet, published=published, sections=parts)


def test_a_report_takes_the_day_of_one_that_quotes_the_same_words_of_the_same_weekday() -> None:
    first, second = report(DATED), report(UNDATED)
    assert second.published.precision is Precision.YEAR
    settled = settle_together([first, second])[1].published
    assert (settled.start, settled.precision) == ("2025-06-02", Precision.DAY)
    said = "the same events as in Example News's report of 2 Jun 2025 (weekdays agree: Monday; the same words in both)"
    assert settled.basis.startswith(said)
    assert first.id not in settled.basis


def test_the_order_changes_nothing() -> None:
    group = [report(DATED), report(UNDATED), report(UNDATED.replace("brief", "short"), "Radio Ardana")]
    results = {
        tuple(sorted((r.id, r.published.start) for r in settle_together(order))) for order in permutations(group)
    }
    assert len(results) == 1


def test_other_weekdays_years_or_words_do_not_date() -> None:
    first = report(DATED)
    for changed in (
        UNDATED.replace("Monday", "Friday"),
        UNDATED.replace("1999-2025", "1999-2024"),
        UNDATED.replace("We shall not leave this table without the names", "They brought no list with all the names"),
    ):
        other = report(changed)
        assert settle_together([first, other])[1] == other


def test_dated_reports_that_disagree_leave_it_open() -> None:
    first = report(DATED)
    later = report(DATED.replace("060225", "061625"), "Radio Ardana")
    other = report(UNDATED)
    assert settle_together([first, later, other])[2] == other


def test_a_dateline_without_a_year_takes_the_year_of_reports_near_it() -> None:
    wire = report(f"Talks resume\n\nPORT SUL, June 2 (Reuters) - {AGAIN} on Monday, the two sides said afterwards.\n")
    assert wire.published.start is None
    settled = settle_together([report(DATED), wire])[1].published
    assert settled.start == "2025-06-02"
    assert "2 Jun is printed" in settled.basis


WIRE = f"Talks resume\n\nPORT SUL, June 3 (Reuters) - {AGAIN} on Tuesday, the two sides said afterwards.\n"
LOOKS_BACK = "The war, which broke out in March 2021, has driven two million people from their homes.\n"


def test_a_dateline_without_a_year_takes_the_year_of_another_reports_copyright() -> None:
    paper = report(f"Talks resume\n\n{NAMES} on Tuesday, officials of both sides said.\n\n© 2025 Example Post\n")
    settled = settle_together([paper, report(WIRE)])
    assert (settled[1].published.start, settled[1].published.precision) == ("2025-06-03", Precision.DAY)
    wrong = report(f"Talks resume\n\n{NAMES} on Tuesday, officials of both sides said.\n\n© 2023 Example Post\n")
    assert settle_together([wrong, report(WIRE)])[1].published.start is None


def test_a_dateline_alone_takes_the_only_year_after_the_latest_past_one_that_fits_its_weekday() -> None:
    alone = settle_together([report(f"{WIRE}\n{LOOKS_BACK}\nMediators will meet them again on Wednesday.\n")])[0]
    assert (alone.published.start, alone.published.precision) == ("2025-06-03", Precision.DAY)
    assert (
        "2025 is the only year from 2021, the latest it looks back on, to 2026 that fits Tuesday"
        in alone.published.basis
    )


def test_a_dateline_alone_stays_open_where_two_years_fit_or_none_is_looked_back_on() -> None:
    # Written on the day of the news it is of 2025, a day later of 2026.
    assert settle_together([report(f"{WIRE}\n{LOOKS_BACK}")])[0].published.start is None
    assert settle_together([report(WIRE)])[0].published.start is None


DAYS = (
    "On Sunday the Northern Front shelled the grain harbour at Cape Ostrel and sank the tug Merisa, the army said.\n\n"
    "The 40 engineers of the Harbour Palace repaired the lighthouse beacon and the radio tower there on Monday.\n\n"
)
SAME_DAYS = (
    "The beacon of the lighthouse and the radio tower there were repaired on Monday by 40 engineers of the Harbour Palace.\n\n"
    "The tug Merisa lay on the ground of the grain harbour at Cape Ostrel, where it sank on Sunday when shells of the"
    " Northern Front hit it.\n\n"
)


def test_reports_of_the_same_weekdays_date_each_other_to_a_few_days() -> None:
    dated = report(f"Talks resume\n\nPublished 3 June 2025\n\n{NAMES} on Tuesday, both sides said.\n\n{DAYS}")
    other = report(f"Envoys talk\n\n{AGAIN} again on Wednesday.\n\n{SAME_DAYS}")
    assert dated.published.start == "2025-06-03"
    settled = settle_together([dated, other])[1].published
    assert (settled.start, settled.end, settled.precision) == ("2025-06-04", "2025-06-06", Precision.RANGE)
    assert settle_together([dated, report(f"Envoys talk\n\n{AGAIN} again on Wednesday.\n")])[1].published.start is None


EARLY = report(DATED)
WAITING = report(UNDATED, "Ardana Wire")
ALONE = report(f"{WIRE}\n{LOOKS_BACK}\nMediators will meet them again on Wednesday.\n", "Radio Ardana")
NEAR = report(
    f"Talks resume\n\nPORT SUL, June 2 (Reuters) - {AGAIN} on Monday, the two sides said afterwards.\n", "Sul Post"
)
GROUP = (EARLY, WAITING, ALONE, NEAR, report(DATED.replace("060225", "060925"), "Vell Monitor"))


@given(st.permutations(GROUP), st.integers(1, len(GROUP)))
def test_a_group_in_any_order_and_one_that_grows_are_dated_as_if_read_at_once(group: list[Report], first: int) -> None:
    whole = {one.id: one.published for one in settle_together(GROUP)}
    settle_together(group[:first])
    assert {one.id: one.published for one in settle_together(group)} == whole
    assert [one.id for one in settle_together(group)] == [one.id for one in group]


@given(st.permutations(GROUP), st.dates(date(2025, 5, 30), date(2025, 6, 12)))
def test_what_was_known_by_a_day_needs_nothing_that_came_later(group: list[Report], day: date) -> None:
    by = day.isoformat()
    later = [one for one in group if one.published.start and one.published.start > by]
    known = published_by(group, by)
    assert all(one.published.end is not None and one.published.end <= by for one in known)
    assert {one.id: one.published for one in known} == {
        one.id: one.published for one in published_by([one for one in group if one not in later], by)
    }


def test_a_later_report_does_not_date_an_earlier_one_as_it_was_known() -> None:
    group = (EARLY, WAITING)
    assert {one.id for one in published_by(group, "2025-06-02")} == {EARLY.id, WAITING.id}
    assert published_by(group, "2025-06-01") == ()
    assert settle_together(group, by="2025-06-01")[1] == WAITING
