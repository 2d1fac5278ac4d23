"""Pairs of readings, weighed by the frozen linkage of figures and explained."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from dragoman.link.clusters import LinkScore, Pair, pair
from dragoman.link.counted import Counted
from dragoman.link.event_reasons import listed, when
from dragoman.link.figure_rows import BITS, FigureRow, row_of, table
from dragoman.link.linkage import THOUSANDTHS, Linkage, load_linkage, odds
from dragoman.link.probabilistic import Scored, score
from dragoman.link.refusals import answers, vouched
from dragoman.link.similarity import Similarity
from dragoman.link.terms import Spelling, terms
from dragoman.link.ties import one_voice
from dragoman.model.report import Report, first_versions

_ANSWER, _VOUCHED = 5000, 2000
"""What the rules of `ties` weigh, in thousandths, set by hand: they look at two readings together, as no row can."""


class FigurePairs:
    """The weights of all pairs of some readings; `equal` are those that print the same in the same words, by kind."""

    def __init__(
        self, equal: Mapping[str, Sequence[Counted]], reports: Iterable[Report], similarity: Similarity
    ) -> None:
        self._similarity = similarity
        self.linkage: Linkage = load_linkage("figures")
        self._reports = [c.name for c in self.linkage.comparisons].index("reports")
        known = tuple(reports)
        self._texts = {report.id: report.told for report in known}
        self._versions = first_versions(known)
        self._kinds = {c.id: kind for kind, same in equal.items() for c in same}
        asked = [c for same in equal.values() for c in (same[0], _twin(same)) if c is not None]
        rows = rows_of(asked, self._texts, similarity)
        self._rows: dict[str, FigureRow] = {row.id: row for row in rows}
        scored = score(self.linkage, table(rows), least=self.linkage.unseen - _ANSWER / THOUSANDTHS, bits=BITS)
        self._known: dict[Pair, Scored] = {}
        for found in scored:
            self._known.setdefault(pair(self._kinds[found.a], self._kinds[found.b]), found)

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling.of(self._texts.values())

    @property
    def likely(self) -> list[Pair]:
        """The kinds of which pairs are weighed, sorted."""
        return sorted(self._known)

    def weigh(self, a: Counted, b: Counted) -> Scored | None:
        """The pair's weight; None where no blocking rule brings its like together.

        What is equal weighs the same, but for whether it stands in one report.
        """
        found = self._known.get(pair(self._kinds[a.id], self._kinds[b.id]))
        if found is None:
            return None
        level = found.reached[self._reports]
        level = 0 if a.report == b.report else max(1, level)
        reached = (*found.reached[: self._reports], level, *found.reached[self._reports + 1 :])
        weight = self.linkage.weight(reached) + sum(points for points, _ in self._ties(a, b)) / THOUSANDTHS
        return Scored(*pair(a.id, b.id), reached, round(weight, 3))

    def explained(self, found: Scored, a: Counted, b: Counted) -> LinkScore:
        """The pair's weight with a line for each thing compared."""
        x, y = (self._rows[self._row_id(c)] for c in (a, b))
        facts = _facts(a, b, (x, y), self._spelling)
        ties = (f"{words}: {odds(points)}" for points, words in self._ties(a, b))
        return LinkScore(found.a, found.b, found.weight, (*self.linkage.reasons(found.reached, facts), *ties))

    def _ties(self, a: Counted, b: Counted) -> Iterator[tuple[int, str]]:
        if answers(a, b):
            yield _ANSWER, "answer: one number answers the other"
        elif self._told_anew(a, b):
            yield _ANSWER, "version: one version of a report has it for the other's"
        elif vouched(a, b, self._similarity):
            yield _VOUCHED, "tie: told of one event, position, scene or teller"

    def _row_id(self, c: Counted) -> str:
        return c.id if c.id in self._rows else self._kinds[c.id]

    def _told_anew(self, a: Counted, b: Counted) -> bool:
        """Whether two versions of one report give one voice's number of the same things."""
        first, second = (self._versions.get(c.report, c.report) for c in (a, b))
        return a.report != b.report and first == second and one_voice(a.claim, b.claim) and bool(a.things & b.things)


def rows_of(counted: Iterable[Counted], texts: Mapping[str, str], similarity: Similarity) -> list[FigureRow]:
    """The rows of some readings; `texts` holds what is read of each report, by its id."""
    about = {report: terms().about(text) for report, text in texts.items()}
    return [row_of(c, about=about.get(c.report, ()), similarity=similarity) for c in counted]


def _twin(same: Sequence[Counted]) -> Counted | None:
    """Another of some equal readings, of another report where there is one."""
    return next((c for c in same if c.report != same[0].report), same[1] if len(same) > 1 else None)


def _facts(a: Counted, b: Counted, rows: tuple[FigureRow, FigureRow], spelling: Spelling) -> Mapping[str, str]:
    """What both share or what sets them apart, by the names that the levels of `data/figures.toml` use."""
    x, y = rows
    return {
        "noun": a.claim.what or a.claim.unit,
        "nouns": f"{a.claim.what or a.claim.unit} and {b.claim.what or b.claim.unit}",
        "done": listed(sorted(set(x.done) & set(y.done))),
        "deeds": f"{listed(x.done)} and {listed(y.done)}",
        "words": listed(spelling(set(x.words) & set(y.words))),
        "about": listed(spelling(set(x.about) & set(y.about))),
        "time": a.when.end or "",
        "times": f"{when(a.when)} and {when(b.when)}",
        "places": listed(sorted(set(x.places) & set(y.places))),
        "value": f"{a.claim.value:,g}" if isinstance(a.claim.value, int | float) else "",
        "voice": a.claim.voice.name,
    }
