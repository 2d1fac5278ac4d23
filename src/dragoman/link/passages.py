"""The words of a report in a row, as they are compared with another report's to find copied passages."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS

from dragoman.link.marks_of_speech import Ranges, formulas, quoted
from dragoman.link.words import fold
from dragoman.model.report import READ_SECTIONS, Report
from dragoman.model.span import Span

GRAM = 4
"""Words in the runs by which shared passages are found."""
Hashes = NDArray[np.uint64]
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_OPENS = re.compile(r"(?:[.!?…:][\"”’')\]]*|[\"“‘(]|\n|^)\s*[\"“‘(]?$")
_BASE = np.uint64(0x9E3779B97F4A7C15)
_LOOK_BACK = 4


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """The words of a report's readable parts: hash and offsets of each, and whether it is the newsroom's own choice.

    A word is `plain` when it is no name and no number; `own` when it is also neither quoted nor of a stock phrase.
    `grams` are hashes of all runs of four words, `traces` those of them that hold at least three own words.
    """

    report: Report
    words: Hashes
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    own: NDArray[np.bool_]
    quoted: NDArray[np.bool_]
    grams: Hashes = field(init=False)
    traces: Hashes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "grams", _runs(self.words))
        total = np.concatenate(([0], np.cumsum(self.own)))
        held = total[GRAM:] - total[:-GRAM] if len(self) >= GRAM else total[:0]
        object.__setattr__(self, "traces", np.unique(self.grams[held >= GRAM - 1]))

    def __len__(self) -> int:
        return len(self.words)

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    def span(self, first: int, count: int) -> Span:
        """The span of `count` words from the word `first` on."""
        return Span.cut(self.id, self.report.text, int(self.starts[first]), int(self.ends[first + count - 1]))

    @property
    def body(self) -> Span:
        """From the first readable word to the last; IndexError for a report without any."""
        return self.span(0, len(self))


class _Kind(IntEnum):
    """Whether a printed word is the writer's choice: never (a name), always, or where it opens a sentence."""

    NAME = 0
    PLAIN = 1
    OPENING = 2


class Reader:
    """Reads reports as rows of words; keeps what it knows of each printed word, so that a word is folded once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, _Kind]] = {}

    def read(self, report: Report) -> Running:
        """The words of a report's headline, standfirst and body."""
        found = [
            match
            for section in report.sections
            if section.kind in READ_SECTIONS
            for match in _WORD.finditer(report.text, section.start, section.end)
        ]
        words = [self._word(match.group()) for match in found]
        starts = np.array([match.start() for match in found], dtype=np.int32)
        speech = _inside(starts, quoted(report.text))
        plain = np.array(
            [
                kind == _Kind.PLAIN or (kind == _Kind.OPENING and _opens(m))
                for (_, kind), m in zip(words, found, strict=True)
            ],
            dtype=np.bool_,
        )
        return Running(
            report,
            np.array([known for known, _ in words], dtype=np.uint64),
            starts,
            np.array([match.end() for match in found], dtype=np.int32),
            plain & ~speech & ~_inside(starts, formulas(report.text)),
            speech,
        )

    def read_all(self, reports: Iterable[Report]) -> list[Running]:
        """All reports that have words to read, sorted by id."""
        texts = (self.read(report) for report in sorted(reports, key=lambda r: r.id))
        return [text for text in texts if len(text)]

    def _word(self, word: str) -> tuple[int, _Kind]:
        known = self._known.get(word)
        if known is None:
            digest = hashlib.blake2b(fold(word).encode("utf-8", "surrogatepass"), digest_size=8).digest()
            known = self._known[word] = int.from_bytes(digest, "little"), _kind(word)
        return known


def _kind(word: str) -> _Kind:
    if word[0].isupper():
        return _Kind.OPENING if word.casefold() in STOP_WORDS else _Kind.NAME
    return _Kind.NAME if any(c.isdigit() for c in word) else _Kind.PLAIN


def _opens(match: re.Match[str]) -> bool:
    return bool(_OPENS.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()]))


def _inside(starts: NDArray[np.int32], ranges: Ranges) -> NDArray[np.bool_]:
    """Which of the offsets lie in one of the sorted ranges."""
    if not ranges:
        return np.zeros(len(starts), dtype=np.bool_)
    begins, ends = (np.array(side, dtype=np.int64) for side in zip(*_joined(ranges), strict=True))
    at = np.searchsorted(begins, starts, side="right") - 1
    inside: NDArray[np.bool_] = (at >= 0) & (starts < ends[np.maximum(at, 0)])
    return inside


def _joined(ranges: Ranges) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _runs(words: Hashes) -> Hashes:
    """A hash of each run of `GRAM` words."""
    count = len(words) - GRAM + 1
    if count <= 0:
        return words[:0]
    mixed = words[:count].copy()
    for offset in range(1, GRAM):
        mixed = (mixed * _BASE) ^ (words[offset : offset + count] + np.uint64(offset))
    return mixed
