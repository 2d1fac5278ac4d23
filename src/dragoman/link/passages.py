"""Words that two reports print alike: long runs of identical words, and near copies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from dragoman.link.words import fold
from dragoman.model.report import READ_SECTIONS, Report
from dragoman.model.span import Span

SHINGLE = 5
LONG_RUN, OWN_WORDS = 25, 12
"""Identical words in a row that make a passage a copy, and how many of them must stand outside quotation marks."""
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_FEWEST_SHARED = LONG_RUN - SHINGLE + 1
_COMMON = 60
"""A run of words in more reports than this is a formula, not a trace of copying."""


@dataclass(frozen=True, slots=True)
class Running:
    """The words of a report's readable parts in a row, with their offsets and whether each is quoted."""

    report: Report
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """All runs of five words that are not wholly a speaker's."""
        firsts = range(len(self.words) - SHINGLE + 1)
        return frozenset(self.words[i : i + SHINGLE] for i in firsts if not all(self.quoted[i : i + SHINGLE]))

    def span(self, first: int, count: int) -> Span:
        """The span of `count` words from the word `first` on."""
        return Span.cut(self.report.id, self.report.text, self.starts[first], self.ends[first + count - 1])


def running(report: Report) -> Running:
    """Read a report's headline, standfirst and body as one row of words."""
    marks = [match.span() for match in _QUOTED.finditer(report.text)]
    found = [
        match
        for section in report.sections
        if section.kind in READ_SECTIONS
        for match in _WORD.finditer(report.text, section.start, section.end)
    ]
    quoted, at = [], 0
    for match in found:
        while at < len(marks) and marks[at][1] <= match.start():
            at += 1
        quoted.append(at < len(marks) and marks[at][0] <= match.start() < marks[at][1])
    return Running(
        report,
        tuple(fold(match.group()) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        tuple(quoted),
    )


def sharing(texts: Sequence[Running]) -> Iterator[tuple[Running, Running, float]]:
    """Pairs that share enough runs of five words to look at, with the share of the shorter that is in the longer."""
    shingles: Mapping[str, frozenset[tuple[str, ...]]] = {text.report.id: text.shingles for text in texts}
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts:
        for shingle in shingles[text.report.id]:
            where[shingle].append(text.report.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for holders in where.values():
        if 1 < len(holders) <= _COMMON:
            for a, b in combinations(sorted(holders), 2):
                shared[a, b] += 1
    by_id = {text.report.id: text for text in texts}
    for (a, b), count in sorted(shared.items()):
        shorter = max(1, min(len(shingles[a]), len(shingles[b])))
        if count >= _FEWEST_SHARED or count >= shorter / 2:
            yield by_id[a], by_id[b], round(count / shorter, 3)


def long_runs(a: Running, b: Running) -> list[tuple[Span, Span]]:
    """Passages of 25 identical words or more, enough of them the reports' own and not a speaker's."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    return [
        (a.span(block.a, block.size), b.span(block.b, block.size))
        for block in matcher.get_matching_blocks()
        if block.size >= LONG_RUN and _own(a.quoted[block.a : block.a + block.size]) >= OWN_WORDS
    ]


def _own(quoted: Iterable[bool]) -> int:
    return sum(not inside for inside in quoted)
