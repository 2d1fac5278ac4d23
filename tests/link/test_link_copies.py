"""Copies: what is printed alike is compared once, whatever the order, and never against a refusal."""

from builders import COUNTRIES, LIKENESS, city, event, interval, report
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.chains import tell
from dragoman.link.copies import bundled
from dragoman.link.events import link_events
from dragoman.link.sides import Sides

SIDES = Sides.of(COUNTRIES)
UNITS = st.dictionaries(
    st.sampled_from([f"u-{n}" for n in range(6)]), st.frozensets(st.sampled_from("abcd"), min_size=1), max_size=6
)
PAIRS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda p: p[0] < p[1]), max_size=4)


def never(_: str, __: str) -> bool:
    return False


@given(UNITS, st.frozensets(st.sampled_from("abcd")), PAIRS, st.sets(st.sampled_from(["ab", "bc", "cd"])), st.randoms())
def test_order_makes_no_difference_and_no_bundle_holds_a_refused_pair(units, strong, apart, refusing, random):
    refused = [(f"u-{a}", f"u-{b}") for a, b in apart]
    first = bundled(units, strong, lambda a, b: a + b in refusing, refused).of
    turned = dict(random.sample(list(units.items()), len(units)))
    assert bundled(turned, strong, lambda a, b: a + b in refusing, refused[::-1]).of == first
    assert first.keys() == units.keys()
    assert not any(a in first and b in first and first[a] == first[b] for a, b in refused)


def test_equals_that_nothing_joins_are_each_by_itself_again():
    made = bundled({"u": {"weak"}, "v": {"weak"}, "w": {"other"}}, (), never, ())
    assert made.ids == ["u", "w"]
    assert sorted(made.spread([("u",), ("w",)])) == [("u",), ("v",), ("w",)]
    assert list(made.spread([("u", "w")])) == [("u", "v", "w")]


def test_what_one_unit_holds_together_does_not_part_its_copies():
    def refuses(a: str, b: str) -> bool:
        return (a, b) == ("early", "late")

    copies = {"u": {"early", "late"}, "v": {"early", "late"}}
    assert bundled(copies, {"early"}, refuses, ()).ids == ["u"]
    assert bundled({"u": {"raid", "early"}, "v": {"raid", "late"}}, {"raid"}, refuses, ()).ids == ["u", "v"]


def _copies(count: int):
    text = "Norvania shelled the port of Orsk on Sunday."
    told = {"time": interval("2031-03-09"), "place": city("Orsk", "SUD", 30.0, 30.0)}
    return [event(report(text, f"Outlet {n}"), "shelled", **told) for n in range(count)]


def test_every_copy_of_one_report_is_explained_by_one_link():
    links = link_events(tell(_copies(30), SIDES), (), LIKENESS)
    assert len(links.groups) == 1
    assert len(links.scores) == 29
    assert {m for link in links.scores for m in (link.a, link.b)} == set(links.groups[0])


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda p: p[0] < p[1]), max_size=3), st.randoms())
def test_copies_that_a_person_has_refused_stay_apart_in_any_order(apart, random):
    mentions = _copies(6)
    refused = frozenset(tuple(sorted((mentions[a].id, mentions[b].id))) for a, b in apart)
    groups = link_events(tell(mentions, SIDES), (), LIKENESS, cannot=refused).groups
    assert not any(a in group and b in group for group in groups for a, b in refused)
    random.shuffle(mentions)
    assert link_events(tell(mentions, SIDES), (), LIKENESS, cannot=refused).groups == groups
