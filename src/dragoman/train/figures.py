"""The linkage of figures, learned from episodes of which it is known which readings count one thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluate.episode_pairs import NOT_COMPARED, gold_pairs
from dragoman.evaluate.episode_readings import Key, read_figures
from dragoman.evaluate.episode_view import View
from dragoman.link.counted import Counted
from dragoman.link.figure_pairs import rows_of
from dragoman.link.figure_rows import BITS, table
from dragoman.link.linkage import Linkage
from dragoman.link.probabilistic import Scored, score
from dragoman.link.similarity import Similarity
from dragoman.model.report import Report
from dragoman.train.linking import fit

_EVERY = -1000.0
_OTHER_THINGS = frozenset({"different_scope", NOT_COMPARED})
_OTHER_TIME = "different_time"
"""Of one thing at two times where the gold also accepts that it was revised or has changed, else of two things."""


@dataclass(frozen=True, slots=True)
class Taught:
    """One episode: its gold beside its record, the readings that linking compares, and what they are compared by."""

    view: View
    counted: Sequence[Counted]
    reports: Sequence[Report]
    similarity: Similarity


def learn(linkage: Linkage, episodes: Iterable[Taught]) -> Linkage:
    """The linkage with all its probabilities learned; pairs of which the gold leaves it open teach nothing."""
    known = [pair for episode in episodes for pair in labelled(linkage, episode)]
    return fit(linkage, [found.reached for found, _ in known], [same for _, same in known])


def labelled(linkage: Linkage, episode: Taught) -> Iterator[tuple[Scored, bool]]:
    """The pairs that a blocking rule brings together, each with whether both count one thing."""
    figures = read_figures(episode.view)
    first = {key: reading.keys[0] for reading in figures.readings for key in reading.keys}
    accepted: dict[frozenset[Key], set[str]] = defaultdict(set)
    for pair in gold_pairs(episode.view):
        accepted[frozenset((first[pair.a], first[pair.b]))].update(pair.accepted)
    texts = {report.id: report.told for report in episode.reports}
    rows = table(rows_of(episode.counted, texts, episode.similarity))
    for found in score(linkage, rows, least=_EVERY, bits=BITS):
        one, other = (figures.told.get(claim, frozenset[Key]()) for claim in (found.a, found.b))
        if (same := _same(one, other, first, accepted)) is not None:
            yield found, same


def _same(
    one: frozenset[Key], other: frozenset[Key], first: Mapping[Key, Key], accepted: Mapping[frozenset[Key], set[str]]
) -> bool | None:
    """Whether two claims count one thing by the readings that they tell; None where the gold leaves it open."""
    if one & other:
        return True
    ends = (frozenset((first[a], first[b])) for a in one for b in other)
    verdicts = {verdict for pair in ends for verdict in accepted.get(pair, ())}
    if verdicts:
        of_one = verdicts - _OTHER_THINGS - {_OTHER_TIME}
        return None if verdicts & _OTHER_THINGS and of_one else bool(of_one)
    return None if {name for name, _ in one} & {name for name, _ in other} else False
