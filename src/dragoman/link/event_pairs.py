"""Pairs of event mentions, weighed by the frozen linkage of events and explained."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from dragoman.link.clusters import LinkScore
from dragoman.link.event_reasons import facts
from dragoman.link.event_refusals import NEAR_TYPES
from dragoman.link.event_rows import BITS, EventRow, row_of, table
from dragoman.link.linkage import Linkage, load_linkage
from dragoman.link.probabilistic import Scored, score
from dragoman.link.similarity import Similarity
from dragoman.link.terms import Spelling, terms
from dragoman.link.told import Told
from dragoman.model.event import EventMention
from dragoman.model.report import Report


class EventPairs:
    """All that the pairs of some mentions are weighed by; `told` holds every mention that will be asked for."""

    def __init__(self, told: Iterable[Told], reports: Iterable[Report], similarity: Similarity) -> None:
        self.linkage: Linkage = load_linkage("events")
        self.similarity = similarity
        self._told = {t.id: t for t in told}
        self._texts = {report.id: report.told for report in reports}
        self._about = {report: terms().about(text) for report, text in self._texts.items()}
        self._rows: dict[str, EventRow] = {}

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling.of(self._texts.values())

    def scored(self, mentions: Iterable[str]) -> Iterator[Scored]:
        """The pairs of mentions that a blocking rule brings together, but for those that weigh less than any other."""
        rows = table(self._row(mention) for mention in mentions)
        return score(self.linkage, rows, least=self.linkage.unseen, bits=BITS)

    def explained(self, found: Scored) -> LinkScore:
        """The pair's weight with a line for each thing compared."""
        rows = self._row(found.a), self._row(found.b)
        said = facts(self._told[found.a], self._told[found.b], rows, self._spelling)
        return LinkScore(found.a, found.b, found.weight, self.linkage.reasons(found.reached, said))

    def _row(self, mention: str) -> EventRow:
        if mention not in self._rows:
            told = self._told[mention]
            self._rows[mention] = row_of(
                told, near=_near(told.mention), about=self._about.get(told.report, ()), similarity=self.similarity
            )
        return self._rows[mention]


def _near(mention: EventMention) -> Iterator[str]:
    """Keys of the types that may tell the same happening."""
    yield mention.type.value
    yield from (str(number) for number, near in enumerate(NEAR_TYPES) if mention.type in near)
