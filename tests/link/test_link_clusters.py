"""Clusters: deterministic, whatever the order, and never against a refusal."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.clusters import LinkScore, clusters, roots

IDS = [f"e-{n}" for n in range(7)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), st.floats(0, 8)).filter(lambda p: p[0] < p[1]),
    max_size=15,
    unique_by=lambda p: p[:2],
)


@given(PAIRS, st.randoms(), st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4))
def test_order_makes_no_difference_and_refused_pairs_never_meet(pairs, random, refused):
    scores = [LinkScore(a, b, value, ()) for a, b, value in pairs]
    cannot = frozenset((min(p), max(p)) for p in refused if p[0] != p[1])
    first = clusters(IDS, scores, join=4, hold=2, cannot=cannot)
    random.shuffle(scores)
    assert clusters(random.sample(IDS, len(IDS)), scores, join=4, hold=2, cannot=cannot) == first
    assert sorted(member for group in first for member in group) == IDS
    assert not any(a in group and b in group for group in first for a, b in cannot)


def test_a_chain_of_good_links_breaks_where_its_ends_do_not_hold_together():
    scores = [LinkScore("a", "b", 4.0, ()), LinkScore("b", "c", 4.0, ())]
    assert clusters("abc", scores, join=4, hold=3.5) == (("a", "b"), ("c",))
    assert clusters("abc", scores, join=4, hold=2) == (("a", "b", "c"),)


def test_every_member_resolves_to_the_smallest():
    assert roots([("b", "a"), ("c",)]) == {"a": "a", "b": "a", "c": "c"}
