"""A linkage read from its file, the weights of its levels, and the words by which a pair is explained."""

from math import log2

import pytest

from dragoman.link.linkage import known_linkages, load_linkage, odds, parse

SMALL = """
name = "boats"
version = 1
prior = -3.0
join = 0.0
hold = -1.0
unseen = -6.0

[[block]]
when = "l.port = r.port"

[[block]]
when = "l.crew = r.crew"
explode = ["crew"]

[[comparison]]
name = "name"
basis = "set"
levels = [
  { when = "name_l = name_r", m = 0.8, u = 0.1, says = "both are called {name}" },
  { when = "ELSE", m = 0.2, u = 0.9, says = "other names" },
]

[[comparison]]
name = "mark"
basis = "set"
levels = [
  { when = "bit_count(xor(mark_l, mark_r)) <= 1", m = 0.5, u = 0.25 },
  { when = "ELSE", m = 0.5, u = 0.75 },
]
"""
BOATS = parse(SMALL)


def test_a_weight_is_the_prior_and_what_each_level_says():
    assert BOATS.weight((0, 1)) == pytest.approx(-3 + log2(8) + log2(2 / 3), abs=0.002)


def test_a_pair_is_explained_by_its_levels_that_have_words():
    assert BOATS.reasons((0, 1), {"name": "Sela"}) == (
        "name: both are called Sela: 8.0 times as likely for one and the same",
    )
    assert BOATS.reasons((1, 0), {}) == ("name: other names: 4.5 times as likely for two different ones",)


def test_what_tells_nothing_is_said_to_tell_nothing():
    assert odds(0) == "speaks neither way"


def test_two_levels_of_one_weight_are_refused_for_they_could_not_be_told_apart():
    with pytest.raises(ValueError, match="name: two levels have one weight"):
        parse(SMALL.replace("m = 0.2, u = 0.9", "m = 0.8, u = 0.1"))


@pytest.mark.parametrize("name", ["events"])
def test_what_ships_is_made_of_probabilities(name):
    linkage = load_linkage(name)
    assert linkage.unseen < linkage.hold <= linkage.join
    for comparison in linkage.comparisons:
        assert all(0 < level.m < 1 and 0 < level.u < 1 for level in comparison.levels), comparison.name
        assert comparison.levels[-1].when == "ELSE"


def test_a_record_names_the_linkages_that_made_it():
    known = known_linkages()
    assert sorted(known) == ["linkage of events", "linkage of figures"]
    assert all(" sha256:" in told for told in known.values())
