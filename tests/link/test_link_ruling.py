"""What persons say holds in every cluster: what is one is together, what is two is apart, whatever the rules say."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.clusters import pair
from dragoman.link.components import components
from dragoman.link.ruling import Ruling

IDS = "abcdefgh"
PAIR = st.sets(st.sampled_from(IDS), min_size=2, max_size=2).map(lambda ends: tuple(sorted(ends)))


def ruling(same, different):
    """As judgements without contradictions give it: groups, and pairs spread over them."""
    must = [group for group in components(IDS, same) if len(group) > 1]
    group_of = {member: group for group in must for member in group}
    apart = [(a, b) for a, b in different if b not in group_of.get(a, ())]
    ends = {pair(x, y) for a, b in apart for x in group_of.get(a, (a,)) for y in group_of.get(b, (b,))}
    return Ruling(tuple(must), frozenset(ends))


@given(st.lists(PAIR, max_size=4), st.lists(PAIR, max_size=4), st.lists(PAIR, max_size=5), st.randoms())
def test_all_that_is_one_is_together_and_all_that_is_two_is_apart(same, different, linked, random):
    asked = ruling(same, different)
    loose = [ends for ends in linked if ends not in asked.cannot]
    groups = [
        group for group in components(IDS, loose) if not any(pair(a, b) in asked.cannot for a in group for b in group)
    ]
    groups += [(m,) for m in IDS if not any(m in group for group in groups)]
    made = asked.settled(groups)
    assert sorted(m for group in made for m in group) == sorted(IDS)
    assert all(any(set(must) <= set(group) for group in made) for must in asked.must)
    assert not any(a in group and b in group for group in made for a, b in asked.cannot)
    assert asked.settled(random.sample(groups, len(groups))) == made


def test_what_stands_with_either_comes_along_but_for_what_a_person_has_set_apart():
    groups = (("a", "c", "d"), ("b", "e"))
    assert Ruling((("a", "b"),)).settled(groups) == (("a", "b", "c", "d", "e"),)
    assert Ruling((("a", "b"),), frozenset({("d", "e")})).settled(groups) == (("a", "b", "c", "d"), ("e",))


def test_what_is_asked_of_parts_is_asked_of_the_units_that_hold_them():
    asked = Ruling((("a", "b"),), frozenset({("a", "c")})).of({"a": "x", "b": "y", "c": "z"})
    assert asked == Ruling((("x", "y"),), frozenset({("x", "z")}))
