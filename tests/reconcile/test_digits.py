"""A number that looks like another misprinted is shown as that, and never settled."""

import pytest
from builders import named, number, report

from dragoman.model.verdict import Verdict
from dragoman.reconcile.compare import compare_amounts
from dragoman.reconcile.digits import slip

MAYOR = named("the mayor")


def count(value, outlet="North Wire", **fields):
    return number(report(f"It was so many people, by {outlet}.", outlet), "so many people", value, "person", **fields)[
        0
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (1600, 16000, ("times", 10)),
        (3, 300, ("times", 100)),
        (1324, 1234, ("order", 0)),
        (12, 21, ("order", 0)),
        (12, 31, ("", 0)),
        (100, 200, ("", 0)),
        (123, 321, ("", 0)),
        (5, 5, ("", 0)),
    ],
)
def test_a_place_too_many_and_digits_changed_round(one, other, expected):
    assert slip(count(one), count(other)) == slip(count(other), count(one)) == expected


def test_the_reason_of_a_conflict_names_the_slip():
    verdict, reason = compare_amounts(count(1600), count(16000, "Harbour Post"))
    assert verdict == Verdict.CONFLICT
    assert "10 times" in reason
    assert "the same digits but for a place" in reason


def test_a_reprint_that_is_off_by_a_digit_is_no_revision_by_the_one_quoted():
    early, late = count(1600, voice=MAYOR), count(16000, "Harbour Post", voice=MAYOR, account="North Wire")
    order = {early.report: "2031-03-09", late.report: "2031-03-10"}
    assert compare_amounts(early, late, order=order)[0] == Verdict.CONFLICT
    grown = count(1700, "Harbour Post", voice=MAYOR, account="North Wire")
    assert compare_amounts(early, grown, order=order | {grown.report: "2031-03-10"})[0] == Verdict.REVISED
