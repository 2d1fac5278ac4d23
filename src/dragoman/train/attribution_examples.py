"""Marked texts as examples for the tagger: which tokens head a cue, and the part of every token around each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.extract.ascriptions import ranges
from dragoman.extract.cue_features import around, candidates, cue_rows
from dragoman.extract.hashing import key
from dragoman.extract.part_features import pairs, part_rows, paths
from dragoman.extract.sheet import Floats, Ints, Keys, Sheet
from dragoman.extract.tagger import LABELS
from dragoman.model.marked import Marked, MarkedText, Pieces
from dragoman.train.fitting import Examples, Gathered
from dragoman.train.lean_cues import lean

LEAST_HEADS, LEAST_SHARE = 2, 0.01
"""A lemma that is no verb may head a cue where it did so this often, and in this share of the times it was met."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as a sheet with the marked attribution of each token that heads a cue."""

    sheet: Sheet
    marked: dict[int, Marked]

    @classmethod
    def of(cls, text: MarkedText, sheet: Sheet, *, lean_cues: bool) -> "Lesson":
        """Attributions whose cue lies in no token of the sheet are left out; of two with one head the first stays.

        `lean_cues` takes those spoken to, time and place off the marked cues.
        """
        marked: dict[int, Marked] = {}
        for one in text.attributions:
            cue = tokens_in(sheet, one.cue)
            if len(cue):
                head = head_of(sheet, cue)
                own = ranges(text.text, sheet, lean(sheet, cue, head)) if lean_cues else one.cue
                marked.setdefault(head, replace(one, cue=own))
        return cls(sheet, marked)


def tokens_in(sheet: Sheet, given: Pieces) -> Ints:
    """The tokens that ranges of characters touch."""
    inside = np.zeros(len(sheet), bool)
    for start, end in given:
        inside |= (sheet.start < end) & (sheet.end > start)
    return np.flatnonzero(inside)


def head_of(sheet: Sheet, tokens: Ints) -> int:
    """The token on which the others hang: of those whose head lies outside the one highest in its sentence."""
    outer = tokens[~np.isin(sheet.head[tokens], tokens) | (sheet.head[tokens] == tokens)]
    return int(outer[np.argmin(sheet.depth[outer])])


def heads_beside_verbs(lessons: Iterable[Lesson]) -> Keys:
    """Sorted hashes of the lemmas, verbs apart, that head cues often enough."""
    verbs = np.array([key("VERB"), key("AUX")], np.uint64)
    heading: Counter[int] = Counter()
    met: Counter[int] = Counter()
    for lesson in lessons:
        others = ~np.isin(lesson.sheet.pos, verbs)
        met.update(lesson.sheet.lemma[others].tolist())
        heads = np.array(sorted(lesson.marked), np.int64)
        heading.update(lesson.sheet.lemma[heads[others[heads]]].tolist())
    often = (lemma for lemma, n in heading.items() if n >= LEAST_HEADS and n >= LEAST_SHARE * met[lemma])
    return np.array(sorted([*often, key(":")]), np.uint64)


def cue_examples(lessons: Sequence[Lesson], heads: Keys, vectors: Floats, *, bits: int) -> Examples:
    """Each token that may head a cue, with whether it does."""
    rows, tokens, above, static, labels = [], [], [], [], []
    offset = 0
    for lesson in lessons:
        sheet = lesson.sheet
        at = candidates(sheet, heads)
        rows.append(cue_rows(sheet, around(sheet), at, bits=bits))
        tokens.append(at + offset)
        above.append(sheet.head[at] + offset)
        static.append(sheet.row[at])
        labels.append(np.isin(at, sorted(lesson.marked)).astype(np.int64))
        offset += len(sheet)
    tensor = np.concatenate([lesson.sheet.tensor for lesson in lessons])
    known = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])
    indexes = tuple(np.concatenate(each) for each in (tokens, above, static))
    return Examples(np.concatenate(rows), Gathered((tensor, tensor, known), indexes), np.concatenate(labels))


def part_examples(lessons: Sequence[Lesson], *, bits: int) -> tuple[Examples, Ints]:
    """Every token around each cue with its part, and where each cue's tokens begin."""
    rows, tokens, cues, branches, labels, lengths = [], [], [], [], [], []
    offset = 0
    for lesson in lessons:
        sheet = lesson.sheet
        heads = np.array(sorted(lesson.marked), np.int64)
        given = pairs(sheet, heads)
        led = paths(sheet, given)
        rows.append(part_rows(sheet, around(sheet), given, led, bits=bits))
        tokens.append(given.token + offset)
        cues.append(given.cue + offset)
        branches.append(led.branch + offset)
        lengths.append(np.diff(given.first))
        for head, start, end in zip(heads.tolist(), given.first[:-1], given.first[1:], strict=True):
            labels.append(_labels(sheet, lesson.marked[head])[given.token[start:end]])
        offset += len(sheet)
    tensor = np.concatenate([lesson.sheet.tensor for lesson in lessons])
    indexes = tuple(np.concatenate(each) for each in (tokens, cues, branches))
    first = np.concatenate([[0], np.cumsum(np.concatenate(lengths))])
    return Examples(np.concatenate(rows), Gathered((tensor,) * 3, indexes), np.concatenate(labels)), first


def _labels(sheet: Sheet, marked: Marked) -> Ints:
    labels = np.zeros(len(sheet), np.int64)
    for name in ("content", "source", "cue"):
        labels[tokens_in(sheet, getattr(marked, name))] = LABELS.index(name)
    return labels
