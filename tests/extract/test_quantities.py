"""Numbers as the words give them: value, bounds, hedge, unit, what is counted, and what is no count at all."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quantities_of import only, read

from dragoman.extract.numerals import Kind, numerals
from dragoman.extract.quantities import QUANTITIES
from dragoman.model.quantity import Hedge, Measure


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "hedge"),
    [
        ("The shelling killed 12 farmers.", 12, 12, 12, Hedge.EXACT),
        ("More than 40 trucks were burned.", 40, 40, None, Hedge.MORE_THAN),
        ("At least seven miners were killed.", 7, 7, None, Hedge.AT_LEAST),
        ("No fewer than three bridges collapsed.", 3, 3, None, Hedge.AT_LEAST),
        ("Nearly 400 homes were destroyed.", 400, None, 400, Hedge.NEARLY),
        ("As many as 60 rebels were captured.", 60, None, 60, Hedge.AT_MOST),
        ("Fewer than 20 guards remained.", 20, None, 20, Hedge.LESS_THAN),
        ("About 200 soldiers deserted.", 200, None, None, Hedge.ABOUT),
        ("Several rockets were fired.", None, 2, None, Hedge.VAGUE),
        ("Tens of thousands of villagers fled.", None, 20_000, None, Hedge.VAGUE),
        ("Between 5 and 10 guards were wounded.", None, 5, 10, Hedge.RANGE),
        ("The army lost 30 soldiers or more.", 30, 30, None, Hedge.AT_LEAST),
    ],
)
def test_bounds_are_those_that_the_words_print(
    text: str, value: float | None, low: float | None, high: float | None, hedge: Hedge
) -> None:
    amount = only(text).amount
    assert (amount.value, amount.low, amount.high, amount.hedge) == (value, low, high, hedge)


def test_strict_bounds_are_marked() -> None:
    assert only("More than 40 trucks were burned.").amount.low_strict
    assert only("Fewer than 20 guards remained.").amount.high_strict
    assert not only("At least seven miners were killed.").amount.low_strict


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("The talks lasted an hour and a half.", Measure.DURATION, 1.5, "hour"),
        ("The raid took a year to plan.", Measure.DURATION, 1, "year"),
        ("The parties want a 30-day ceasefire.", Measure.DURATION, 30, "day"),
        ("The 3-year-old war goes on.", Measure.AGE, 3, "year"),
        ("They met two days after the raid.", Measure.GAP, 2, "day"),
        ("It was only the second meeting of the ministers.", Measure.ORDINAL, 2, "ordinal"),
        ("A third of the fleet was sunk.", Measure.SHARE, 33.3, "percent"),
        ("The camp lies 15 miles from the border.", Measure.DISTANCE, 15, "mile"),
        ("Donors pledged $1.2bn to the region.", Measure.MONEY, 1.2e9, "USD"),
    ],
)
def test_what_is_measured(text: str, measure: Measure, value: float, unit: str) -> None:
    found = only(text)
    assert (found.measure, found.amount.value, found.unit) == (measure, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "On the one hand, nobody came.",
        "It was one of the most violent nights of the war.",
        "No one knows when day one will be.",
        "An S-300 battery fired at the F-16 jets.",
        "The Visegrad Four met in 2019 on June 2nd.",
        "The Group of Seven welcomed Resolution 1701.",
        "The ship sank at 10:30 p.m. on 4 March 2030.",
        "The court ruled in a 6-3 decision.",
        "First, the guns must fall silent.",
        "She backs a two-state solution.",
    ],
)
def test_words_that_count_nothing_are_passed_over(text: str) -> None:
    assert read(text) == ()


def test_over_is_a_hedge_only_where_a_number_is_compared() -> None:
    assert only("The army lost over 40 tanks.").amount.hedge is Hedge.MORE_THAN
    drones, regions = read("The army shot down 90 drones over four provinces.")
    assert drones.scope == "shot down"
    assert (regions.amount.hedge, regions.amount.value) == (Hedge.EXACT, 4)


def test_a_number_per_side_is_kept_apart() -> None:
    assert only("They exchanged 300 prisoners per side.").per == "side"
    assert only("They exchanged 300 prisoners each.").per == "side"


def test_of_which_counts_the_things_said_before() -> None:
    drones, missiles, downed = read("The army launched 70 drones and six missiles, of which 41 were shot down.")
    assert (drones.what, missiles.what) == ("drones", "missiles")
    assert downed.what == "drones and missiles"
    assert downed.scope == "of which, shot down"


def test_killed_and_wounded_count_people_where_no_noun_is_said() -> None:
    killed, wounded = read("The blast left five dead and 12 wounded.")
    assert [(q.what, q.scope) for q in (killed, wounded)] == [("people", "killed"), ("people", "injured")]


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Radar saw 18 rockets rise. Eleven were intercepted.", 11, "rockets"),
        ("He saw 15 tents by the lake.\n\n“Thirty at least,” a nun said.", 30, "tents"),
        ("Of the 16 ferries, nine have sailed, the last two at dusk.", 2, "ferries"),
        ("The flood displaced 7,000 people. A new one could displace a thousand more.", 1_000, "people"),
        ("The district put the number of miners injured at 17.", 17, "miners"),
        ("The losses, put at 650 by the guild, are not known.", 650, "losses"),
        ("The mayor put the turnout at 2,200.", 2_200, "people"),
        ("The toll stood at 33 by dawn.", 33, "people"),
        ("Six of the wounded were nurses.", 6, "nurses"),
        ("They sent 60 guards, 12 of them women.", 12, "women"),
        ("A crew of 14 was rescued.", 14, "people"),
        ("A mine wounded a shepherd.", 1, "shepherd"),
        ("The gunners shot down a spotter plane.", 1, "spotter plane"),
        ("The sides met twice.", 2, "times"),
        ("One officer was shot.", 1, "officer"),
    ],
)
def test_what_no_noun_after_the_number_says_is_found(text: str, value: float, what: str) -> None:
    """Bare numbers count what their tally, their whole, their deed or the text before them names."""
    found = read(text)[-1]
    assert (found.amount.value, found.what, found.measure) == (value, what, Measure.COUNT)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("No one was injured.", "people"),
        ("Nobody died in the flood.", "people"),
        ("The guards wounded no pilgrims.", "pilgrims"),
        ("The ship came home without casualties.", "casualties"),
        ("None of the rockets reached the port.", "rockets"),
        ("Not one shell fell on the town.", "shell"),
    ],
)
def test_none_is_a_count_of_zero(text: str, what: str) -> None:
    found = only(text)
    assert (found.amount.value, found.amount.low, found.amount.high, found.what) == (0, 0, 0, what)


@pytest.mark.parametrize(
    "text", ["No one knows.", "There is no plan.", "A deal was struck.", "The army killed a plan.", "It is none other."]
)
def test_a_no_or_an_article_alone_counts_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ilse Marrun, 47, mends nets.", 47),
        ("He met a weaver of 63.", 63),
        ("“My uncle is 76,” he said.", 76),
        ("A girl aged 7 was found.", 7),
    ],
)
def test_ages_are_read_beside_a_person(text: str, value: float) -> None:
    found = read(text)[0]
    assert (found.measure, found.amount.value, found.unit) == (Measure.AGE, value, "year")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This was the seventh bridge mined since March.", 7),
        ("The siege entered its third month on Sunday.", 3),
        ("The pact would be the second signed since 2030.", 2),
        ("It was the fifth dam that the river had broken.", 5),
    ],
)
def test_ordinals_number_what_stands_in_a_row(text: str, value: float) -> None:
    found = only(text)
    assert (found.measure, found.amount.value) == (Measure.ORDINAL, value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The march lasted three hours and 12 minutes.", 3.2, "hour"),
        ("It took two years and a half.", 2.5, "year"),
        ("The guild asked for another month.", 1, "month"),
        ("“We gave them a year,” she said.", 1, "year"),
        ("It was the worst flood in a decade.", 1, "decade"),
    ],
)
def test_lengths_in_several_words_are_one_reading(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.amount.value, found.unit, found.measure) == (value, unit, Measure.DURATION)


def test_within_is_a_limit_and_suspended_hyphens_share_their_unit() -> None:
    limit = only("They must leave within eight days.").amount
    assert (limit.value, limit.low, limit.high, limit.hedge) == (8, None, 8, Hedge.AT_MOST)
    assert [(q.amount.value, q.unit) for q in read("Two- and three-day truces failed.")] == [(2, "day"), (3, "day")]


def test_names_of_units_and_known_pairs_hold_no_number() -> None:
    assert read("The 9th Mountain Regiment held Route 6 and Camp 3, and the two armies met.") == ()


def test_money_says_what_it_is_given_in() -> None:
    assert only("The kingdom pledged $12m in seed grain.").what == "seed grain"


def test_spans_say_the_words_and_ids_are_stable() -> None:
    text = "At least 12 “unarmed” farmers were killed; more than 30 houses burned."
    first, second = read(text), read(text)
    assert first == second
    assert all(text[q.span.start : q.span.end] == q.span.exact for q in first)
    assert QUANTITIES.yields == "quantities"


@given(st.integers(min_value=2, max_value=999_999_999))
def test_figures_with_separators_are_read_back(number: int) -> None:
    """Every whole number keeps its value, however it is grouped."""
    for written in (f"{number:,}", str(number)):
        found = numerals(f"they counted {written} shells")
        assert [n.value for n in found] == [float(number)]
        assert found[0].kind is Kind.POINT


@given(st.text(max_size=60))
def test_any_text_is_read_without_overlaps(text: str) -> None:
    found = numerals(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= n.start < n.end <= len(text) for n in found)
