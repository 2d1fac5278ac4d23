"""A store that grows holds what it would hold had all rows come at once, in whatever order, with all judgements."""

from dataclasses import replace

import duckdb
import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link import growing
from dragoman.link.clusters import Pair, pair
from dragoman.link.components import components
from dragoman.link.grouping import groups
from dragoman.link.growing import LinkStore, connected
from dragoman.link.linkage import parse
from dragoman.link.probabilistic import score

LINKAGE = parse("""
name = "boats"
version = 1
prior = -1
join = 1
hold = -0.5
unseen = -3

[[block]]
when = "l.ports = r.ports"
explode = ["ports"]

[[comparison]]
name = "colour"
basis = "invented"
levels = [{ when = "colour_l = colour_r", m = 0.8, u = 0.1 }, { when = "ELSE", m = 0.2, u = 0.9 }]

[[comparison]]
name = "sail"
basis = "invented"
levels = [{ when = "sail_l = sail_r", m = 0.6, u = 0.3 }, { when = "ELSE", m = 0.4, u = 0.7 }]
""")
NUMBER = 12
PORTS = st.lists(st.sampled_from("pqr"), min_size=1, max_size=2, unique=True)
ROWS = st.lists(
    st.tuples(PORTS, st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from("123456")),
    min_size=NUMBER,
    max_size=NUMBER,
)
ENDS = st.tuples(st.integers(0, NUMBER - 1), st.integers(0, NUMBER - 1)).filter(lambda ends: ends[0] != ends[1])


def _ends(judged: tuple[tuple[int, int], bool, int]) -> tuple[int, ...]:
    return tuple(sorted(judged[0]))


JUDGED = st.lists(st.tuples(ENDS, st.booleans(), st.integers(0, 2)), max_size=4, unique_by=_ends)


def _table(rows: list[tuple[list[str], str, str, str]]) -> pa.Table:
    names = ("ports", "colour", "sail", "log")
    told = [{"id": f"b-{n:02}", **dict(zip(names, one, strict=True))} for n, one in enumerate(rows)]
    kinds = [("id", pa.string()), ("ports", pa.list_(pa.string())), *((name, pa.string()) for name in names[1:])]
    return pa.Table.from_pylist(told, schema=pa.schema(kinds))


def _store(*, apart: str = "") -> LinkStore:
    return LinkStore(duckdb.connect(), LINKAGE, apart=apart)


def _pair(ends: tuple[int, int]) -> Pair:
    return pair(*(f"b-{n:02}" for n in ends))


@settings(max_examples=12, deadline=None)
@given(ROWS, st.permutations(range(NUMBER)), JUDGED)
def test_grown_in_any_order_is_built_from_nothing(rows, order, judged) -> None:
    table = _table(rows)
    whole, grown = _store(apart="log"), _store(apart="log")
    must = [_pair(ends) for ends, same, _ in judged if same]
    cannot = [_pair(ends) for ends, same, _ in judged if not same]
    whole.grow(table, must=must, cannot=cannot)
    for batch, places in enumerate((order[:5], order[5:6], order[6:])):
        grown.grow(
            table.take(places),
            must=[_pair(ends) for ends, same, when in judged if same and when == batch],
            cannot=[_pair(ends) for ends, same, when in judged if not same and when == batch],
        )
    assert grown.clusters() == whole.clusters()
    together = {frozenset(ends) for ends in cannot}
    together |= {
        frozenset((a["id"], b["id"])) for a in table.to_pylist() for b in table.to_pylist() if a["log"] == b["log"]
    }
    for group in grown.clusters():
        assert not any({a, b} in together for a in group for b in group if a != b)


@settings(max_examples=8, deadline=None)
@given(ROWS)
def test_built_from_nothing_is_the_average_link_of_all_scored_pairs(rows) -> None:
    table = _table(rows)
    store = _store()
    store.grow(table)
    assert store.clusters() == groups(LINKAGE, table["id"].to_pylist(), score(LINKAGE, table, least=LINKAGE.unseen))


def test_only_what_new_rows_are_linked_to_is_touched() -> None:
    rows = [(["p"], "a", "x", "1"), (["p"], "a", "x", "2"), (["q"], "a", "x", "3"), (["q"], "a", "x", "4")]
    store = _store()
    store.grow(_table(rows))
    grown = store.grow(_table([*rows, (["q"], "a", "x", "5")]))
    assert (grown.rows, grown.links, grown.touched) == (1, 2, 3)
    assert store.clusters() == (("b-00", "b-01"), ("b-02", "b-03", "b-04"))


def test_rows_that_are_there_change_nothing() -> None:
    table = _table([(["p"], "a", "x", "1"), (["p"], "a", "x", "2")])
    store = _store()
    store.grow(table)
    grown = store.grow(table)
    assert (grown.rows, grown.links, grown.touched) == (0, 0, 0)
    assert store.clusters() == (("b-00", "b-01"),)


def test_judgements_join_part_and_are_taken_back() -> None:
    table = _table([(["p"], "a", "x", "1"), (["p"], "a", "x", "2"), (["q"], "b", "y", "3")])
    store = _store()
    store.grow(table, must=[("b-02", "b-00")], cannot=[("b-00", "b-01")])
    assert store.clusters() == (("b-00", "b-02"), ("b-01",))
    store.grow(table, must=[("b-00", "b-01")], cannot=[("b-00", "b-02")])
    assert store.clusters() == (("b-00", "b-01"), ("b-02",))


def test_clustering_in_small_stretches_changes_nothing(monkeypatch) -> None:
    rows = [([port], colour, "x", "1") for port in "pqrstuv" for colour in "aab"]
    whole, cut = _store(), _store()
    whole.grow(_table(rows))
    monkeypatch.setattr(growing, "AT_ONCE", 3)
    cut.grow(_table(rows))
    assert cut.clusters() == whole.clusters()
    assert any(len(group) == 2 for group in cut.clusters())


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30))
def test_connected_numbers_are_those_of_components(links) -> None:
    a, b = (np.array([one[end] for one in links], dtype=np.int64) for end in (0, 1))
    root = connected(20, a, b)
    for group in components(map(str, range(20)), [(str(x), str(y)) for x, y in links]):
        numbers = sorted(map(int, group))
        assert {int(root[number]) for number in numbers} == {numbers[0]}


def test_a_linkage_whose_rules_have_no_lists_grows_too() -> None:
    plain = replace(LINKAGE, blocks=(replace(LINKAGE.blocks[0], when="l.colour = r.colour", explode=()),))
    store = LinkStore(duckdb.connect(), plain)
    table = _table([(["p"], "a", "x", "1"), (["q"], "a", "x", "2")])
    store.grow(table.slice(0, 1))
    store.grow(table.slice(1))
    assert store.clusters() == (("b-00", "b-01"),)
