"""Learning how rows of coded reports are linked, from rows whose events are known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.evaluate.coreference import pairs
from dragoman.evaluate.maverick_format import events_of, read_rows
from dragoman.link.clusters import Pair, roots
from dragoman.link.coded_rows import Row, apart, columns
from dragoman.link.grouping import groups
from dragoman.link.linkage import Linkage, load_linkage
from dragoman.link.probabilistic import Scored, score
from dragoman.train.linking import fit

STRENGTH = 2.0
THRESHOLDS = tuple(half / 2 for half in range(2, -7, -1))
EVEN = 0.0
_ALL = -1000.0


def train_coded_rows(folder: Path) -> Linkage:
    """The linkage learned from all rows of a folder with MAVERICK's table."""
    return learn(read_rows(folder))


def learn(rows: Sequence[Row]) -> Linkage:
    """The linkage `coded_rows` with its numbers learned from rows with their events.

    Probabilities come from the pairs that the rules bring together, the threshold that mergers must hold is the one by
    which these rows are clustered best, by the F of pairs. Two rows start a cluster at even odds or better: a chain
    of doubtful pairs would make one component of thousands of rows.
    """
    linkage, table, gold = load_linkage("coded_rows"), columns(rows), events_of(rows)
    scored = list(score(linkage, table, least=_ALL))
    fitted = fit(linkage, [s.reached for s in scored], [gold[s.a] == gold[s.b] for s in scored], strength=STRENGTH)
    weighed = [replace(one, weight=fitted.weight(one.reached)) for one in scored]
    cannot = apart(table)
    choices = [replace(fitted, join=max(threshold, EVEN), hold=threshold) for threshold in THRESHOLDS]
    return max(choices, key=lambda choice: _f1(choice, gold, weighed, cannot))


def _f1(linkage: Linkage, gold: Mapping[str, str], scored: Sequence[Scored], cannot: frozenset[Pair]) -> float:
    return pairs(gold, roots(groups(linkage, gold, scored, cannot=cannot))).f1
