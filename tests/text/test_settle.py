"""Reports of one piece of news date each other, in any order, and only where the same words stand in both."""

import io
from itertools import permutations

from dragoman.model.report import Report
from dragoman.model.time import Precision
from dragoman.read.files import read_inputs
from dragoman.text.dating import settle_together

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


def report(text: str, outlet: str = "") -> Report:
    return read_inputs(["-"], outlet=outlet or None, stdin=io.BytesIO(text.encode())).reports[0]


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
