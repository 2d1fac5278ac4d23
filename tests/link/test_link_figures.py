"""Numbers of one thing find each other without a shared event, and numbers of two things never do."""

from collections.abc import Sequence

from builders import COUNTRIES, LIKENESS, interval, named, number, report

from dragoman.link.complete import completed
from dragoman.link.counted import count
from dragoman.link.figures import FigureLinks, link_figures
from dragoman.link.material import Material
from dragoman.link.sides import Sides
from dragoman.model.claim import Claim
from dragoman.model.event import Place, PlaceMention, TimeMention
from dragoman.model.quantity import Hedge, Measure, Quantity
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.time import Interval, Precision
from dragoman.reconcile.compare import allow

ARMY, OTHER = named("the army", "Norvania"), named("the ministry", "Sudria")
SUNDAY_NIGHT = Interval("2031-03-09", "2031-03-10", Precision.NIGHT)
MONDAY_NIGHT = Interval("2031-03-10", "2031-03-11", Precision.NIGHT)


def at(told: Report, words: str) -> Span:
    start = told.text.index(words)
    return Span.cut(told.id, told.text, start, start + len(words))


def link(
    readings: Sequence[tuple[Claim, Quantity]],
    reports: Sequence[Report],
    *,
    times: Sequence[TimeMention] = (),
    places: Sequence[PlaceMention] = (),
) -> tuple[FigureLinks, dict[str, Claim]]:
    by_id = {told.id: told for told in reports}
    claims = completed([claim for claim, _ in readings], by_id)
    material = Material(
        tuple(reports), COUNTRIES, claims=claims, quantities=tuple(q for _, q in readings), times=tuple(times),
        places=tuple(places),
    )  # fmt: skip
    counted = count(material, Sides.of(COUNTRIES), told={}, events={})
    return link_figures(counted, reports, LIKENESS, allow), {claim.id: claim for claim in claims}


def joined(links: FigureLinks, a: Claim, b: Claim) -> bool:
    return any({a.id, b.id} <= set(group) for group in links.groups)


def test_two_counts_of_one_night_are_one_figure_and_those_of_two_nights_are_not():
    a = report("Norvania launched 31 drones overnight into Monday, the army said.", "North Wire")
    b = report("It had launched only 12 drones overnight into Monday, the ministry said.", "Harbour Post")
    c = report("Norvania launched 17 drones overnight into Tuesday, the army said.", "North Wire", "2031-03-11")
    readings = [
        number(a, "31 drones", 31, "drone", scope="launched", voice=ARMY),
        number(b, "12 drones", 12, "drone", scope="launched", voice=OTHER),
        number(c, "17 drones", 17, "drone", scope="launched", voice=ARMY),
    ]
    times = [
        TimeMention(at(a, "overnight into Monday"), SUNDAY_NIGHT),
        TimeMention(at(b, "overnight into Monday"), SUNDAY_NIGHT),
        TimeMention(at(c, "overnight into Tuesday"), MONDAY_NIGHT),
    ]
    links, _ = link(readings, (a, b, c), times=times)
    first, second, third = (claim for claim, _ in readings)
    assert joined(links, first, second)
    assert not joined(links, first, third)
    assert not joined(links, second, third)


def test_the_dead_of_two_places_on_one_day_are_two_figures():
    a = report("Three people were killed in Velm on Sunday, the army said.", "North Wire")
    b = report("Five people were killed in Orstad on Sunday, the ministry said.", "Harbour Post")
    readings = [
        number(a, "Three people", 3, "people", scope="killed", voice=ARMY),
        number(b, "Five people", 5, "people", scope="killed", voice=OTHER),
    ]
    day = interval("2031-03-09")
    links, _ = link(
        readings,
        (a, b),
        times=[TimeMention(at(a, "Sunday"), day), TimeMention(at(b, "Sunday"), day)],
        places=[
            PlaceMention(at(a, "Velm"), Place("Velm", "KES", 1.0, 1.0, "city")),
            PlaceMention(at(b, "Orstad"), Place("Orstad", "KES", 5.0, 5.0, "city")),
        ],
    )
    assert not joined(links, readings[0][0], readings[1][0])


def test_a_bare_number_answers_the_one_before_it_but_a_second_toll_does_not():
    answered = report("Forty trucks were waiting, the council said. “Fifty at least,” a driver said.", "North Wire")
    readings = [
        number(answered, "Forty trucks", 40, "truck", voice=named("the council")),
        number(answered, "Fifty at least", 50, "", hedge=Hedge.AT_LEAST, voice=named("a driver")),
    ]
    links, claims = link(readings, (answered,))
    assert joined(links, readings[0][0], readings[1][0])
    assert claims[readings[1][0].id].unit == "truck"
    tolls = report("Forty people were killed, the council said. Sixty people were killed on the coast, he said.", "A")
    two = [
        number(tolls, "Forty people", 40, "people", scope="killed", voice=named("the council")),
        number(tolls, "Sixty people", 60, "people", scope="killed", voice=named("the mayor")),
    ]
    links, _ = link(two, (tolls,))
    assert not joined(links, two[0][0], two[1][0])


def test_a_number_that_is_set_aside_joins_the_one_that_sets_it_aside():
    a = report("Norvania sent 31 drones at the port, the army said.", "North Wire")
    b = report("It said 12 drones, not 31, had flown at the port.", "Harbour Post")
    readings = [
        number(a, "31 drones", 31, "drone", scope="sent", voice=ARMY),
        number(b, "12 drones", 12, "drone", voice=OTHER),
    ]
    links, _ = link(readings, (a, b))
    assert joined(links, readings[0][0], readings[1][0])


def test_each_and_in_all_and_a_part_and_its_whole_are_read_off_the_sentence():
    told = report("Eighty prisoners are to be freed in all, 40 from each side. It shot down 22 of the 31 drones.", "A")
    readings = [
        number(told, "Eighty prisoners", 80, "prisoner"),
        number(told, "40", 40, ""),
        number(told, "22", 22, "drone", scope="shot down"),
        number(told, "31 drones", 31, "drone", scope="shot down"),
    ]
    links, claims = link(readings, (told,))
    whole, each, shot, flown = (claims[claim.id] for claim, _ in readings)
    assert (whole.scope, each.per, each.unit) == ("in all", "side", "prisoner")
    assert (shot.scope, flown.scope) == ("shot down", "")
    assert not joined(links, whole, each)
    assert not joined(links, shot, flown)


def test_open_bounds_far_apart_are_no_agreement():
    a = report("At least 15 people were killed, the army said.", "North Wire")
    b = report("More than 8,600 people were killed, the ministry said.", "Harbour Post")
    readings = [
        number(a, "At least 15 people", 15, "people", hedge=Hedge.AT_LEAST, scope="killed"),
        number(b, "More than 8,600 people", 8600, "people", hedge=Hedge.MORE_THAN, scope="killed"),
    ]
    links, _ = link(readings, (a, b))
    assert not joined(links, readings[0][0], readings[1][0])


def test_a_window_is_no_length_and_lengths_of_two_kinds_stay_apart():
    a = report("They met for six hours of talks.", "North Wire")
    b = report("It was their second meeting in a month of talks.", "Harbour Post")
    readings = [
        number(a, "six hours", 6, "hour", measure=Measure.DURATION),
        number(b, "a month", 1, "month", measure=Measure.DURATION),
    ]
    links, _ = link(readings, (a, b))
    assert not joined(links, readings[0][0], readings[1][0])


def test_two_trains_and_two_bridges_are_not_one_number():
    a = report("Two trains were derailed on Sunday, the army said.", "North Wire")
    b = report("Two bridges were derailed on Sunday, the ministry said.", "Harbour Post")
    readings = [
        number(a, "Two trains", 2, "train", scope="derailed", voice=ARMY),
        number(b, "Two bridges", 2, "bridge", scope="derailed", voice=OTHER),
    ]
    links, _ = link(readings, (a, b))
    assert not joined(links, readings[0][0], readings[1][0])
