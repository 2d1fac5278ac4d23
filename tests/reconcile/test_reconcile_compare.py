"""Amounts: what agrees, what is finer, what is rounding, and what contradicts."""

import pytest
from builders import OUTLET, named, number, report
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.quantity import Hedge, Measure
from dragoman.model.verdict import Verdict
from dragoman.reconcile.compare import compare_amounts

E, MORE, LESS, ABOUT, NEARLY = Hedge.EXACT, Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.ABOUT, Hedge.NEARLY
LEAST, MOST, VAGUE = Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.VAGUE


def reading(value, hedge=E, unit="plane", *, outlet="A", voice=OUTLET, day="2031-03-10", low=None, **fields):
    told = report(f"It was a number of things, by {outlet}.", outlet, day)
    return number(told, "a number of things", value, unit, hedge=hedge, voice=voice, low=low, **fields)[0]


def verdict(a, b, **keywords):
    return compare_amounts(a, b, **keywords)[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((40, MORE), (40, MORE), Verdict.SAME),
        ((200, ABOUT), (196, E), Verdict.COMPATIBLE),
        ((400, NEARLY), (387, E), Verdict.COMPATIBLE),
        ((40, MORE), (43, E), Verdict.COMPATIBLE),
        ((7, LEAST), (7, E), Verdict.COMPATIBLE),
        ((200, E), (196, E), Verdict.COMPATIBLE),
        ((400, NEARLY), (43, E), Verdict.CONFLICT),
        ((40, MORE), (31, E), Verdict.CONFLICT),
        ((40, MORE), (40, E), Verdict.CONFLICT),
        ((80, E), (77, E), Verdict.CONFLICT),
        ((472, E), (479, E), Verdict.CONFLICT),
        ((300, MOST), (120, E), Verdict.COMPATIBLE),
    ],
)
def test_counts(one, other, expected):
    assert verdict(reading(*one), reading(*other, outlet="B")) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((18, "month", E), (1.5, "year", E), Verdict.SAME),
        ((18, "month", E), (1, "year", E), Verdict.CONFLICT),
        ((1, "day", E), (24, "hour", LESS), Verdict.COMPATIBLE),
        ((1, "hour", E), (50, "minute", E), Verdict.COMPATIBLE),
        ((1, "hour", E), (3, "hour", E), Verdict.CONFLICT),
        ((60, "mile", E), (97, "kilometre", E), Verdict.COMPATIBLE),
        ((34, "percent", E), (34, "plane", E), Verdict.DIFFERENT_SCOPE),
        ((5, "USD", E), (5, "EUR", E), Verdict.DIFFERENT_SCOPE),
        ((5, "plane", E), (5, "aircraft", E), Verdict.SAME),
    ],
)
def test_units(one, other, expected):
    a = reading(one[0], one[2], one[1])
    b = reading(other[0], other[2], other[1], outlet="B")
    assert verdict(a, b) == expected


def test_a_vague_plural_is_widened_by_a_number_but_contradicted_by_the_other_sides_many():
    several = reading(None, VAGUE, low=2, voice=named("the ministry", "Sudria"))
    many = reading(40, MORE, outlet="B", voice=named("the army", "Norvania"))
    own = reading(40, MORE, outlet="B", voice=named("the air force", "Sudria"))
    found, reason = compare_amounts(several, many)
    assert (found, "the ministry speaks only of" in reason) == (Verdict.CONFLICT, True)
    assert verdict(several, own) == Verdict.FINER
    assert verdict(several, reading(5, outlet="B")) == Verdict.FINER


def test_one_voice_that_says_another_number_later_has_revised_it():
    army = named("the army", "Norvania")
    early = reading(12, voice=army, day="2031-03-09")
    late = reading(15, voice=army, day="2031-03-10", outlet="B")
    order = {early.report: "2031-03-09", late.report: "2031-03-10"}
    found, reason = compare_amounts(late, early, order=order)
    assert found == Verdict.REVISED
    assert "on 9 Mar 2031" in reason
    assert verdict(early, reading(15, outlet="B", day="2031-03-09")) == Verdict.CONFLICT


def test_a_toll_that_has_risen_by_the_next_day_is_no_contradiction():
    early = reading(12, unit="person", what="people killed", day="2031-03-09")
    late = reading(15, unit="person", what="people killed", outlet="B", day="2031-03-10")
    assert verdict(early, late) == Verdict.DIFFERENT_TIME
    fallen = reading(9, unit="person", what="people killed", outlet="B", day="2031-03-10")
    assert verdict(early, fallen) == Verdict.CONFLICT


def test_a_narrower_count_is_of_another_scope():
    whole = reading(80)
    part = reading(52, outlet="B", scope="in the harbour")
    assert verdict(whole, part) == Verdict.DIFFERENT_SCOPE


@given(
    st.sampled_from([E, MORE, LESS, ABOUT, NEARLY, LEAST, MOST]),
    st.sampled_from([E, MORE, LESS, ABOUT, NEARLY, LEAST, MOST]),
    st.integers(1, 2000),
    st.integers(1, 2000),
)
def test_the_verdict_does_not_depend_on_which_comes_first(one, other, x, y):
    a, b = reading(x, one), reading(y, other, outlet="B")
    assert compare_amounts(a, b) == compare_amounts(b, a) or verdict(a, b) == verdict(b, a)


def test_a_length_says_what_both_allow():
    a = reading(1, E, "day", measure=Measure.GAP)
    b = reading(24, LESS, "hour", outlet="B", measure=Measure.GAP)
    assert compare_amounts(a, b)[1]
