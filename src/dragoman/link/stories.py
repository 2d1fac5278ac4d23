"""Reports that tell one story: one event and what follows from it.

Each report is the 150 words that tell best what it is about: said often in it and seldom elsewhere, by the frozen
table of words, so that no report moves the likeness of two others. Reports are put together
by their mean likeness, with one threshold for all (`docs/benchmarks.md` says how it was chosen).

Nothing in the record rests on these groups: the linkage of events compares what two reports are about by itself
(`link/event_pairs.py`). They stand beside the reports in `dragoman show reports`, where a folder of many matters falls
into its parts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import sqrt

from dragoman.link.clusters import LinkScore, clusters, pair
from dragoman.link.terms import terms
from dragoman.model.report import READ_SECTIONS, Report

JOIN = 0.15
"""Mean likeness from which reports tell one story."""
_MOST = 150


def link_stories(reports: Iterable[Report], *, join: float = JOIN) -> tuple[tuple[str, ...], ...]:
    """Groups of report ids, each one story, sorted; a report that is like no other stands alone."""
    worth = {report.id: _unit(terms().worth(_read(report), most=_MOST)) for report in reports}
    likeness = (LinkScore(a, b, value, ()) for (a, b), value in _likeness(worth).items())
    return clusters(worth, likeness, join=join, hold=join)


def _read(report: Report) -> str:
    parts = [section for section in report.sections if section.kind in READ_SECTIONS]
    return "\n".join(report.text[part.start : part.end] for part in parts) if parts else report.text


def _unit(worth: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in worth.values()))
    return {word: value / length for word, value in worth.items()}


def _likeness(worth: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, str], float]:
    """The cosines of all reports that have a word in common, summed up word by word in the words' order."""
    holding: dict[str, list[str]] = defaultdict(list)
    for report in sorted(worth):
        for word in worth[report]:
            holding[word].append(report)
    found: dict[tuple[str, str], float] = defaultdict(float)
    for word in sorted(holding):
        for a, b in combinations(holding[word], 2):
            found[pair(a, b)] += worth[a][word] * worth[b][word]
    return found
