"""Event links: one happening told twice joins; another night, round or reality does not."""

import pytest
from builders import COUNTRIES, KESTRIA, LIKENESS, NORVANIA, SUDRIA, city, event, interval, report

from dragoman.link.chains import tell
from dragoman.link.events import link_events
from dragoman.link.ruling import Ruling
from dragoman.link.sides import Sides
from dragoman.model.event import Modality
from dragoman.model.plover import EventType
from dragoman.model.time import Precision

SIDES = Sides.of(COUNTRIES)
TALKS = {"type": EventType.CONSULT, "by": (NORVANIA, SUDRIA), "on": ()}
VELM, ORSK = city("Velm", "KES", 10.0, 10.0), city("Orsk", "SUD", 30.0, 30.0)


def groups(*mentions):
    return link_events(tell(mentions, SIDES), (), LIKENESS).groups


def test_one_raid_in_two_reports_is_one_event_with_a_reason():
    a = event(
        report("Norvania launched a drone attack on Sudrian depots on Sunday.", "A"),
        "attack",
        time=interval("2031-03-09"),
        mode="drone",
    )
    b = event(
        report("A Norvanian drone attack hit several Sudrian depots.", "B"),
        "attack",
        time=interval("2031-03-09"),
        mode="drone",
    )
    links = link_events(tell((a, b), SIDES), (), LIKENESS)
    assert links.groups == (tuple(sorted((a.id, b.id))),)
    assert any(reason.startswith("time: 2031-03-09 in both") for reason in links.scores[0].reasons)


def test_two_nights_of_drones_stay_apart():
    nights = [
        event(
            report(f"Sudria launched {n} drones at Norvania overnight.", f"Outlet {n}"),
            "launched",
            by=(SUDRIA,),
            on=(NORVANIA,),
            mode="drone",
            time=interval(start, end, Precision.NIGHT),
        )
        for n, start, end in ((60, "2031-03-08", "2031-03-09"), (75, "2031-03-10", "2031-03-11"))
    ]
    assert len(groups(*nights)) == 2


def test_an_undated_barrage_with_another_number_does_not_join_a_dated_one():
    dated = event(
        report("Sudria launched 60 drones at Norvania overnight.", "A"),
        "launched",
        by=(SUDRIA,),
        on=(NORVANIA,),
        mode="drone",
        time=interval("2031-03-08"),
    )
    undated = event(
        report("Sudria launched 310 drones at Norvania.", "B"), "launched", by=(SUDRIA,), on=(NORVANIA,), mode="drone"
    )
    assert len(groups(dated, undated)) == 2


def test_an_undated_mention_joins_on_strong_words_only():
    dated = event(
        report("Norvania bombed the rail depot near the northern harbour on Sunday.", "A"),
        "bombed",
        time=interval("2031-03-09"),
    )
    strong = event(report("Norvania bombed the rail depot by the northern harbour.", "B"), "bombed")
    weak = event(report("Norvania bombed another town.", "C"), "bombed")
    assert groups(dated, strong) == (tuple(sorted((dated.id, strong.id))),)
    assert len(groups(dated, weak)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The delegations held the first round of talks.", "The delegations held the second round of talks."),
        (
            "The delegations met for talks at their last meeting in Velm.",
            "The next round of talks between them in Velm.",
        ),
    ],
)
def test_two_rounds_of_talks_stay_apart(one, other):
    a = event(report(one, "A"), "talks", place=VELM, **TALKS)
    b = event(report(other, "B"), "talks", place=VELM, **TALKS)
    assert len(groups(a, b)) == 2


def test_an_anniversary_is_not_the_attack():
    a = event(report("Norvania attacked the port of Orsk.", "A"), "attacked", time=interval("2031-03-09"), place=ORSK)
    b = event(
        report("On the anniversary of the attack on the port of Orsk.", "B"),
        "attack",
        time=interval("2031-03-09"),
        place=ORSK,
    )
    assert len(groups(a, b)) == 2


def test_plans_join_what_came_of_them_but_demands_and_forecasts_do_not():
    def talks(outlet, modality):
        text = "Norvania and Sudria talks in Velm on Monday about prisoners."
        return event(report(text, outlet), "talks", modality=modality, time=interval("2031-03-10"), place=VELM, **TALKS)

    held = talks("A", Modality.HAPPENED)
    assert len(groups(held, talks("B", Modality.PLANNED))) == 1
    for modality in (Modality.DEMANDED, Modality.CONDITIONAL, Modality.FORECAST):
        assert len(groups(held, talks("B", modality))) == 2


def test_the_other_way_round_or_another_party_is_another_event():
    day = interval("2031-03-09")
    a = event(report("Norvania shelled Sudria on Sunday.", "A"), "shelled", time=day)
    b = event(report("Sudria shelled Norvania on Sunday.", "B"), "shelled", by=(SUDRIA,), on=(NORVANIA,), time=day)
    c = event(report("Kestria shelled Sudria on Sunday.", "C"), "shelled", by=(KESTRIA,), time=day)
    assert len(groups(a, b, c)) == 3


def test_the_talks_taken_up_again_in_a_report_are_the_same_talks():
    told = report("Norvania and Sudria held talks in Velm on Monday.\nThe talks lasted one hour.", "A")
    first = event(
        told,
        "talks",
        clause="Norvania and Sudria held talks in Velm on Monday.",
        time=interval("2031-03-10"),
        place=VELM,
        **TALKS,
    )
    again = event(told, "talks", clause="The talks lasted one hour.", type=EventType.CONSULT, by=(), on=())
    assert len(groups(first, again)) == 1


def test_cannot_links_of_a_person_hold():
    day = interval("2031-03-09")
    a, b = (event(report("Norvania shelled Orsk port.", o), "shelled", time=day, place=ORSK) for o in ("A", "B"))
    refused = frozenset({tuple(sorted((a.id, b.id)))})
    assert len(groups(a, b)) == 1
    assert len(link_events(tell((a, b), SIDES), (), LIKENESS, ruling=Ruling(cannot=refused)).groups) == 2
