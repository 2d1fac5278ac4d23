"""Every kind of quantity that a report gives, each with its bounds, unit, thing counted, scope and change."""

import pytest
from quantities_of import only, read

from dragoman.model.quantity import Hedge, Measure


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("several", 2),
        ("multiple", 2),
        ("a few", 3),
        ("a handful of", 3),
        ("dozens of", 24),
        ("scores of", 40),
        ("hundreds of", 200),
        ("thousands of", 2000),
        ("tens of thousands of", 20_000),
        ("hundreds of thousands of", 200_000),
        ("millions of", 2_000_000),
        ("several hundred", 200),
        ("a few thousand", 3000),
    ],
)
def test_each_vague_word_has_its_lower_bound_and_no_upper_one(words: str, low: float) -> None:
    amount = only(f"The flood drowned {words} sheep.").amount
    assert (amount.value, amount.low, amount.high, amount.hedge) == (None, low, None, Hedge.VAGUE)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Rents rose 3%.", "up"),
        ("Rents fell by 3%.", "down"),
        ("Rents tumbled 17.2 per cent.", "down"),
        ("Rents are up 12 crowns.", "up"),
        ("The fund was -1.3%.", "down"),
        ("The fund was +0.4%.", "up"),
        ("The guard was cut by 300.", "down"),
        ("Deaths rose by 12 sheep.", "up"),
        ("Rents rose to 3%.", ""),
        ("Rents stand at 3%.", ""),
        ("Women make up 40% of the crew.", ""),
        ("Rents edged up 2%.", "up"),
        ("Losses grew fivefold.", "up"),
    ],
)
def test_change_is_how_far_not_where(text: str, change: str) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    ("text", "unit", "values"),
    [
        ("Visits rose to 3 million guests, up from 2.4 million.", "guest", [3e6, 2.4e6]),
        ("Pay rose to $7.3bn from 6.1bn.", "USD", [7.3e9, 6.1e9]),
        ("It fell to 7.4 million tonnes, compared with 6.9 million.", "tonne", [7.4e6, 6.9e6]),
        ("They gave 40 crowns in May and 60 crowns in June.", "crown", [40, 60]),
    ],
)
def test_a_unit_is_carried_over_to_what_it_is_compared_with(text: str, unit: str, values: list[float]) -> None:
    found = read(text)
    assert [q.amount.value for q in found] == values
    assert {q.unit for q in found} == {unit}


def test_what_is_said_again_in_another_unit_keeps_hedge_and_change() -> None:
    miles, kilometres = read("The wall is just under 40 miles (64 km) long.")
    assert (miles.amount.hedge, kilometres.amount.hedge) == (Hedge.NEARLY, Hedge.NEARLY)
    assert (kilometres.amount.low, kilometres.amount.high, kilometres.unit) == (None, 64, "kilometre")
    points, share = read("The index was down 17 points, or 0.2%.")
    assert (points.change, share.change) == ("down", "down")
    first, second = read("The wall is about 40 miles long and (in part) 3 metres high.")
    assert (first.amount.hedge, second.amount.hedge) == (Hedge.ABOUT, Hedge.EXACT)


@pytest.mark.parametrize(
    ("text", "value", "measure", "unit"),
    [
        ("They walked half a mile.", 0.5, Measure.DISTANCE, "mile"),
        ("Add 1/2 pound of salt.", 0.5, Measure.OTHER, "pound weight"),
        ("The march took 2 1/2 hours.", 2.5, Measure.DURATION, "hour"),
        ("He won by .112 of a second.", 0.112, Measure.DURATION, "second"),
        ("About 3/4 of the men left.", 75, Measure.SHARE, "percent"),
        ("Two thirds of the fleet burned.", 66.7, Measure.SHARE, "percent"),
        ("Eight of ten voters agree.", 80, Measure.SHARE, "percent"),
        ("Pay fell by a third.", 33.3, Measure.SHARE, "percent"),
        ("It was minus 12 degrees.", -12, Measure.OTHER, "degree"),
        ("The fund owes -$5bn.", -5e9, Measure.MONEY, "USD"),
        ("It cost HK $30 a seat.", 30, Measure.MONEY, "HKD"),
        ("The ship sails at 14 knots.", 14, Measure.RATE, "knot"),
        ("The lamp needs 5 W of power.", 5, Measure.OTHER, "watt"),
        ("She will be 35 by June.", 35, Measure.AGE, "year"),
        ("He met a girl who was 10.", 10, Measure.AGE, "year"),
    ],
)
def test_fractions_signs_and_units_are_read(text: str, value: float, measure: Measure, unit: str) -> None:
    found = only(text)
    assert (found.amount.value, found.measure, found.unit) == (value, measure, unit)


@pytest.mark.parametrize(
    ("text", "per", "value"),
    [
        ("They swap 240 captives per side.", "side", 240),
        ("They freed 300 captives each.", "side", 300),
        ("Some 40 lorries a day pass.", "day", 40),
        ("The pump burns 170kg/h.", "hour", 170),
        ("Bread is 6 crowns a loaf or 9 a sack.", "", 6),
    ],
)
def test_what_a_number_is_counted_by(text: str, per: str, value: float) -> None:
    found = read(text)[0]
    assert (found.per, found.amount.value) == (per, value)


def test_parts_are_of_the_whole_before_them() -> None:
    whole, part, share = read("The fleet lost 52 barges, of which 12 burned; a third of the fleet is gone.")
    assert (whole.what, part.what, part.scope.split(", ")[0]) == ("barges", "barges", "of which")
    assert (share.amount.value, share.what) == (33.3, "fleet")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The board wrote a 12-page report.", ["page"]),
        ("A 30 room inn stood there.", ["room"]),
        ("They built two- and three-wheel carts.", ["wheel", "wheel"]),
        ("A 40-truck convoy left.", ["truck"]),
        ("They lost 40 supply trucks.", ["truck"]),
        ("The 12 combat aircraft left.", ["aircraft"]),
    ],
)
def test_a_number_joined_to_a_noun_counts_that_noun(text: str, units: list[str]) -> None:
    assert [q.unit for q in read(text)] == units


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The army lost control of over nine provinces.", Hedge.MORE_THAN),
        ("Drones flew over nine provinces.", Hedge.EXACT),
        ("Radar was switched off over nine regions.", Hedge.EXACT),
        ("Trees were planted over four valleys.", Hedge.EXACT),
        ("The keepers counted over 90 hives.", Hedge.MORE_THAN),
        ("Barely 200 guests stayed.", Hedge.ABOUT),
    ],
)
def test_over_compares_or_says_where(text: str, hedge: Hedge) -> None:
    assert only(text).amount.hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "He bought the Tarn 40 Ultra.",
        "The COVID-19 tests and wards were paid for.",
        "A T-72 and a Su-25 stood beside the AK-47 racks.",
        "The caller dialled 911 and 999 operators heard.",
        "The camp lies at 12.5075°N 7.2213611°E.",
        "Her number is 1470067200.",
        "It was not one wall but a row.",
        "The aim is twofold.",
        "He beat the two and then a third.",
        "They met on 1/2 and 3/4.",
    ],
)
def test_names_addresses_and_idioms_hold_no_quantity(text: str) -> None:
    assert [q.span.exact for q in read(text) if q.span.exact not in ("two",)] == []


def test_a_dash_with_blanks_around_it_ends_what_is_counted() -> None:
    assert only("About 500 weavers - women among them - came.").what == "weavers"


def test_ranges_keep_their_currency_scale_and_sign() -> None:
    for text, bounds in (
        ("It paid between $US21 million and $US34 million.", (21e6, 34e6)),
        ("It costs $80 to $90 billion.", (80e9, 90e9)),
        ("It is down from the $41 to $47 billion of May.", (41e9, 47e9)),
        ("It will be -10 to -5 degrees.", (-10, -5)),
    ):
        amount = only(text).amount
        assert (amount.low, amount.high, amount.hedge) == (*bounds, Hedge.RANGE)
    assert [q.amount.value for q in read("It fell from $50 to $41.")] == [50, 41]
