"""Which judgements contradict each other: exactly those on some chain between what is told apart."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.contradictions import contradictions

THINGS = "abcde"
SAYING = st.sets(st.sampled_from(THINGS), min_size=2, max_size=3)
PAIR = st.sets(st.sampled_from(THINGS), min_size=2, max_size=2).map(lambda pair: tuple(sorted(pair)))


def chained(same, a, b):
    """Every judgement on a chain of different judgements over different things from one to the other, by trial."""
    found = set()
    for length in range(1, len(same) + 1):
        for names in permutations(sorted(same), length):
            stack = [(a, (a,), 0)]
            while stack:
                here, seen, used = stack.pop()
                if used == length:
                    found |= set(names) if here == b else set()
                    continue
                stack += [
                    (x, (*seen, x), used + 1) for x in same[names[used]] if here in same[names[used]] and x not in seen
                ]
    return found


def test_two_who_disagree_contradict_each_other_and_nobody_else():
    found = contradictions({"ann": "ab", "cid": "cd"}, [("ben", ("a", "b"))])
    assert found == {"ann": {"ben"}, "ben": {"ann"}}


def test_a_chain_of_sames_contradicts_a_different_but_what_hangs_aside_does_not():
    same = {"one": "ab", "two": "bc", "aside": "bd", "twice": "bd"}
    assert contradictions(same, [("ben", ("a", "c"))])["ben"] == {"one", "two"}


@given(st.dictionaries(st.sampled_from(["j1", "j2", "j3", "j4"]), SAYING, max_size=4), PAIR)
def test_all_and_only_those_of_a_chain_are_named(same, pair):
    found = contradictions(same, [("no", pair)])
    assert found.get("no", frozenset()) == chained(same, *pair)
    assert all(found[name] == {"no"} for name in found.get("no", ()))
