"""Best, low and high of a figure, as the codebook's section 17 has them."""

import pytest
from builders import named, number, report
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.claim import About, Field
from dragoman.model.event import Polarity
from dragoman.model.quantity import Hedge
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.extent import End, extent

TEXT = "Trucks: {} were counted."
HEDGED = [Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY]


def told(words, value, hedge=Hedge.EXACT, day="2031-03-10", outlet="Harbour Post", **fields):
    """A reading of trucks in a report of its own: the claim, and when the report came out."""
    printed = report(TEXT.format(words), outlet, day)
    return number(printed, words, value, fields.pop("unit", "truck"), hedge=hedge, **fields)[0], day


def of(*readings, comparisons=()):
    claims = [claim for claim, _ in readings]
    return extent(claims, comparisons, order={claim.report: day for claim, day in readings})


def ends(*readings, comparisons=()):
    """Low, best and high, an end that is open as "open"."""
    found = of(*readings, comparisons=comparisons)
    low, high = ("open" if e is None or e.open else e.number for e in (found.low, found.high))
    return low, found.value, high


MORE = told("more than 40", 40, Hedge.MORE_THAN, outlet="A")
LEAST = told("at least 40", 40, Hedge.AT_LEAST, outlet="B")
FORTY = told("exactly 40", 40, outlet="C")
HIGHER = told("a full 52", 52, outlet="D")
LOWER = told("just 30", 30, outlet="E")
ABOUT = told("about 200", 200, Hedge.ABOUT, outlet="F")
BELOW = told("fewer than 200", 200, Hedge.LESS_THAN, outlet="G")
NEARLY = told("nearly 400", 400, Hedge.NEARLY, outlet="H")
DOZENS = told("dozens", None, Hedge.VAGUE, low=24, outlet="I")


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ((MORE,), (40, 40, "open")),
        ((MORE, HIGHER), (40, 52, 52)),
        ((MORE, LOWER), (30, 30, "open")),
        ((LEAST, FORTY), (40, 40, 40)),
        ((MORE, FORTY), (40, 40, "open")),
        ((ABOUT,), ("open", 200, "open")),
        ((ABOUT, told("all 196", 196)), (196, 196, "open")),
        ((ABOUT, told("all 196", 196), BELOW), (196, 196, 200)),
        ((NEARLY, told("all 387", 387)), (387, 387, 400)),
        ((DOZENS,), (24, None, "open")),
        ((DOZENS, HIGHER), (52, 52, 52)),
        ((DOZENS, told("only 15", 15)), (15, 15, "open")),
    ],
    ids=lambda value: "-".join(c.span.exact for c, _ in value) if isinstance(value[0], tuple) else None,
)
def test_an_end_is_open_only_where_no_reading_closes_it(readings, expected):
    assert ends(*readings) == expected


def test_the_best_is_what_most_accounts_give_and_not_what_most_reports_print():
    once = told("exactly 40", 40, outlet="A"), told("still 40", 40, outlet="B")
    copies = [told("52 " + mark, 52, outlet=mark, account="Wire") for mark in "XYZ"]
    assert of(*once, *copies).value == 40


def test_a_number_counts_for_the_best_however_it_is_hedged():
    hedged = told("at least 52", 52, Hedge.AT_LEAST, outlet="A"), told("52 dead", 52, outlet="B")
    assert of(*hedged, told("now 40", 40, outlet="C", day="2031-03-14")).value == 52


def test_among_equals_the_exact_then_the_newest_then_the_lowest_is_best():
    late, early = told("52 now", 52, day="2031-03-12"), told("40 then", 40, day="2031-03-09")
    assert of(late, early).value == 52
    assert of(late, told("some 30", 30, Hedge.ABOUT, day="2031-03-14")).value == 52
    assert of(HIGHER, LOWER).value == 30


def revised(a, b, verdict=Verdict.REVISED):
    return Comparison("x", About("event", "e"), Field.QUANTITY, a[0].id, b[0].id, verdict, "")


def test_a_count_that_its_own_voice_has_replaced_no_longer_counts():
    army = named("the army", "Norvania")
    then, now = (
        told(words, n, day=day, voice=army)
        for words, n, day in (("23 in all", 23, "2031-03-09"), ("24 in all", 24, "2031-03-10"))
    )
    assert ends(then, now, comparisons=[revised(then, now)]) == (24, 24, 24)
    assert ends(then, now) == (23, 24, 24)


def test_what_counts_other_things_sets_no_end():
    part, whole = told("9 of them", 9, outlet="A"), told("27 in all", 27, outlet="B")
    also = told("27 once more", 27, outlet="C")
    assert ends(part, whole, also, comparisons=[revised(part, whole, Verdict.DIFFERENT_SCOPE)]) == (27, 27, 27)


def test_what_is_denied_is_no_reading_but_that_there_was_none_is():
    denied = told("31 were not", 31, polarity=Polarity.DENIED)
    none = told("none", 0, polarity=Polarity.DENIED)
    assert ends(denied, LOWER) == (30, 30, 30)
    assert ends(none, LOWER)[0] == 0


def test_ends_are_in_the_unit_of_the_best():
    day = told("one day", 1, unit="day", outlet="A")
    hours = told("30 hours", 30, unit="hour", outlet="B", day="2031-03-09")
    assert ends(day, hours) == (1, 1, 1.25)


@given(st.lists(st.tuples(st.integers(1, 60), st.sampled_from(HEDGED)), min_size=1, max_size=6), st.randoms())
def test_ends_hold_every_number_and_any_order_gives_the_same(numbers, random):
    readings = [told(f"{n} ({h}, {at})", n, h, outlet=str(at)) for at, (n, h) in enumerate(numbers)]
    found = of(*readings)
    assert isinstance(found.low, End)
    assert isinstance(found.high, End)
    assert found.low.number == min(n for n, _ in numbers)
    assert found.high.number == max(n for n, _ in numbers)
    mixed = list(readings)
    random.shuffle(mixed)
    assert of(*mixed) == found
