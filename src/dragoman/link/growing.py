"""A store of rows, links and clusters that grows: adding rows touches only what they are linked to.

All lies in tables of DuckDB: `rows`, `links` (pairs that weigh more than unseen ones, in thousandths), `judged` (pairs
that must or cannot be one) and `placed` (each row's component and cluster). A component is what links that join, or
judgements, connect; it is clustered as a whole, so the clusters are those that all rows at once would have, in
whatever order they came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from dragoman.link.clusters import Pair, pair
from dragoman.link.grouping import groups
from dragoman.link.linkage import THOUSANDTHS, Block, Linkage
from dragoman.link.probabilistic import SLACK, Scored, load, opened

Numbers = NDArray[np.int64]
MUST = 1e6
"""Weight of a pair that must be one: above all that is found, so that it is joined first."""
AT_ONCE = 50_000
"""Rows that are clustered in one go; the memory that clustering takes is that of so many."""

_TABLES = """
CREATE TABLE IF NOT EXISTS links (a VARCHAR, b VARCHAR, weight INTEGER);
CREATE TABLE IF NOT EXISTS judged (a VARCHAR, b VARCHAR, same BOOLEAN);
CREATE TABLE IF NOT EXISTS placed (id VARCHAR, component VARCHAR, cluster VARCHAR);
CREATE OR REPLACE TABLE new_links AS FROM links LIMIT 0;
CREATE OR REPLACE TABLE new_judged AS FROM judged LIMIT 0;
"""
_TOUCHED = """
CREATE OR REPLACE TABLE touched AS
WITH pairs AS (
    SELECT a, b FROM new_links WHERE weight >= ?
    UNION ALL SELECT a, b FROM new_judged
    UNION ALL SELECT a, b FROM judged WHERE a IN (SELECT id FROM fresh) OR b IN (SELECT id FROM fresh)
), ends AS (SELECT a AS id FROM pairs UNION SELECT b FROM pairs),
reached AS (SELECT DISTINCT component FROM placed SEMI JOIN ends USING (id)),
all_ids AS (SELECT id FROM placed SEMI JOIN reached USING (component) UNION ALL SELECT id FROM fresh)
SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM all_ids
"""
_EDGES = """
SELECT x.number AS x, y.number AS y
FROM (SELECT a, b FROM links WHERE weight >= ? UNION ALL SELECT a, b FROM judged WHERE same) AS edges
JOIN touched AS x ON edges.a = x.id JOIN touched AS y ON edges.b = y.id
"""
_ROOTED = """
CREATE OR REPLACE TABLE rooted AS
SELECT id, root, size FROM touched JOIN found USING (number) ORDER BY root
"""
_INSIDE = """
CREATE OR REPLACE TABLE inside AS
SELECT x.root, links.a, links.b, links.weight
FROM links JOIN rooted AS x ON links.a = x.id JOIN rooted AS y ON links.b = y.id
WHERE x.root = y.root ORDER BY x.root
"""


@dataclass(frozen=True, slots=True)
class Growth:
    """What adding rows took: how many were new, the pairs that were kept as links, the rows clustered again."""

    rows: int
    links: int
    touched: int


class LinkStore:
    """Rows of one linkage in a database; rows that share the column `apart` are never one thing."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, linkage: Linkage, *, apart: str = "", bits: Sequence[str] = ()
    ) -> None:
        self._connection, self._linkage, self._apart, self._bits = connection, linkage, apart, bits

    def grow(self, rows: pa.Table, *, must: Iterable[Pair] = (), cannot: Iterable[Pair] = ()) -> Growth:
        """Add rows (those whose id is there are passed over) and judgements; a pair judged again is judged anew.

        A judgement may speak of rows that come later.
        """
        run = self._connection.execute
        run(_TABLES)
        load(self._connection, rows, bits=self._bits, name="fresh")
        run("CREATE TABLE IF NOT EXISTS rows AS FROM fresh LIMIT 0")
        run("DELETE FROM fresh WHERE id IN (SELECT id FROM rows)")
        self._judge(must, cannot)
        self._score()
        run("INSERT INTO rows FROM fresh; INSERT INTO links FROM new_links")
        run(_TOUCHED, [self._join])
        grown = Growth(self._count("fresh"), self._count("new_links"), self._count("touched"))
        self._place()
        run("DROP TABLE fresh; DROP TABLE new_links; DROP TABLE new_judged; DROP TABLE touched")
        return grown

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """All clusters, each sorted, and so are they all."""
        found: dict[str, list[str]] = defaultdict(list)
        for row, cluster in self._connection.execute("SELECT id, cluster FROM placed ORDER BY id").fetchall():
            found[cluster].append(row)
        return tuple(sorted(map(tuple, found.values())))

    @property
    def _join(self) -> int:
        return round(self._linkage.join * THOUSANDTHS)

    def _count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])

    def _judge(self, must: Iterable[Pair], cannot: Iterable[Pair]) -> None:
        told = {pair(a, b): True for a, b in must} | {pair(a, b): False for a, b in cannot}
        if told:
            self._connection.executemany("INSERT INTO new_judged VALUES (?, ?, ?)", [[*k, v] for k, v in told.items()])
            self._connection.execute("DELETE FROM judged WHERE (a, b) IN (SELECT (a, b) FROM new_judged)")
            self._connection.execute("INSERT INTO judged FROM new_judged")

    def _score(self) -> None:
        """Links among the new rows, and between them and those old ones that a blocking rule can bring to them."""
        linker, api = opened(self._linkage, self._connection, "fresh")
        least: dict[str, Any] = {"threshold_match_weight": self._linkage.unseen - SLACK, "warning_mode": "never"}
        self._keep(linker.inference.predict_within(api.register("fresh"), **least))
        near = " OR ".join(f"({_reachable(block)})" for block in self._linkage.blocks)
        self._connection.execute(f"CREATE OR REPLACE TABLE near AS FROM rows WHERE {near}")
        if self._count("near"):
            self._keep(linker.inference.predict_between(api.register("near"), api.register("fresh"), **least))
        self._connection.execute("DROP TABLE near")

    def _keep(self, found: Any) -> None:
        parts = [f"round({THOUSANDTHS} * mw_{c.name})::INTEGER" for c in self._linkage.comparisons]
        weight = " + ".join([str(round(self._linkage.prior * THOUSANDTHS)), *parts])
        self._connection.execute(
            "INSERT INTO new_links SELECT * FROM (SELECT least(id_l, id_r), greatest(id_l, id_r), "
            f"{weight} AS weight FROM {found.physical_name}) WHERE weight > ?",
            [round(self._linkage.unseen * THOUSANDTHS)],
        )
        found.drop_table_from_database_and_remove_from_cache()

    def _place(self) -> None:
        """Cluster anew all components that were touched, and put the rows there."""
        run = self._connection.execute
        edges = run(_EDGES, [self._join]).fetchnumpy()
        a, b = (np.asarray(edges[end], dtype=np.int64) for end in ("x", "y"))
        root = connected(self._count("touched"), a, b)
        sizes = np.bincount(root, minlength=len(root))[root]
        found = pa.table({"number": np.arange(len(root)), "root": root, "size": sizes})
        self._connection.register("found", found)
        run(_ROOTED)
        self._connection.unregister("found")
        run(_INSIDE)
        run("DELETE FROM placed WHERE id IN (SELECT id FROM touched)")
        run("INSERT INTO placed SELECT id, id, id FROM rooted WHERE size = 1")
        for first, last in _stretches(root, sizes):
            self._cluster(first, last)
        run("DROP TABLE rooted; DROP TABLE inside")

    def _cluster(self, first: int, last: int) -> None:
        """Cluster the components whose roots lie between two numbers."""
        query = f"""SELECT id, root, {self._apart or "id"} FROM rooted JOIN rows USING (id)
            WHERE size > 1 AND root BETWEEN ? AND ? ORDER BY id"""
        members = self._connection.execute(query, [first, last]).fetchall()
        component: dict[int, str] = {}
        for row, root, _ in members:
            component.setdefault(root, row)
        ids = [row for row, _, _ in members]
        scored = [*self._links(first, last), *(Scored(a, b, (), MUST) for a, b in self._judged(first, last, same=True))]
        cannot = {*self._judged(first, last, same=False), *_sharing(members)}
        made = groups(self._linkage, ids, scored, cannot=cannot)
        cluster = {row: group[0] for group in made for row in group}
        placed = pa.table(
            {
                "id": ids,
                "component": [component[root] for _, root, _ in members],
                "cluster": [cluster[row] for row in ids],
            }
        )
        self._connection.register("placed_now", placed)
        self._connection.execute("INSERT INTO placed FROM placed_now")
        self._connection.unregister("placed_now")

    def _links(self, first: int, last: int) -> Iterator[Scored]:
        query = "SELECT a, b, weight FROM inside WHERE root BETWEEN ? AND ?"
        for a, b, weight in self._connection.execute(query, [first, last]).fetchall():
            yield Scored(a, b, (), weight / THOUSANDTHS)

    def _judged(self, first: int, last: int, *, same: bool) -> list[Pair]:
        query = """SELECT judged.a, judged.b FROM judged JOIN rooted AS x ON judged.a = x.id
            JOIN rooted AS y ON judged.b = y.id WHERE x.root = y.root AND same = ? AND x.root BETWEEN ? AND ?"""
        return [(a, b) for a, b in self._connection.execute(query, [same, first, last]).fetchall()]


def connected(size: int, a: Numbers, b: Numbers) -> Numbers:
    """The smallest number of the component of each of `size` numbers that pairs connect."""
    root = np.arange(size)
    while True:
        low = np.minimum(root[a], root[b])
        new = root.copy()
        np.minimum.at(new, root[a], low)
        np.minimum.at(new, root[b], low)
        while (shorter := new[new]).tobytes() != new.tobytes():
            new = shorter
        if np.array_equal(new, root):
            return root
        root = new


def _reachable(block: Block) -> str:
    """What an old row must share with any new one for a rule to hold, as far as the rule's lists tell."""
    shared = (
        f"list_has_any({column}, (SELECT list(DISTINCT one) FROM (SELECT unnest({column}) AS one FROM fresh)))"
        for column in block.explode
    )
    return " AND ".join(shared) or "TRUE"


def _stretches(root: Numbers, sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Ranges of roots whose components hold about `AT_ONCE` rows together, without those that stand alone."""
    numbers = np.unique(root[sizes > 1])
    if not len(numbers):
        return
    ends = np.cumsum(sizes[numbers]) // AT_ONCE
    for part in np.split(numbers, np.flatnonzero(np.diff(ends)) + 1):
        yield int(part[0]), int(part[-1])


def _sharing(members: Collection[tuple[str, int, str | None]]) -> Iterator[Pair]:
    """Pairs of one component that share the value which keeps rows apart."""
    alike: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row, root, value in members:
        if value is not None:
            alike[root, value].append(row)
    for rows in alike.values():
        yield from (pair(a, b) for a, b in combinations(rows, 2))
