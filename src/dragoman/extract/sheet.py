"""A report's tokens as columns of numbers, so that a trained part can look at all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, TAG
from spacy.strings import get_string_id

from dragoman.text.columns import ATTRIBUTES
from dragoman.text.page import Page
from dragoman.text.parse import Doc

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]
_MARKS = ('"', "``", "''", "“", "”")
_WIDTH = 96
"""Columns of the shared token vectors of the bundled pipeline."""


@dataclass(frozen=True)
class Sheet:
    """Columns over the tokens of all paragraphs of a report, in order; `head`, `sentence` and `paragraph` are indexes.

    Keys are spaCy's hashes of strings, the same on every machine. `tensor` holds the parser's own token vectors,
    `row` the row of the word's static vector (-1 for none), `quoted` how the token stands to quotation marks:
    0 outside, 1 a mark that opens, 2 inside, 3 a mark that closes.
    """

    lemma: Keys
    lower: Keys
    tag: Keys
    pos: Keys
    dep: Keys
    entity: Keys
    head: Ints
    sentence: Ints
    paragraph: Ints
    start: Ints
    end: Ints
    row: Ints
    quoted: Ints
    tensor: Floats

    def __len__(self) -> int:
        return len(self.head)

    @cached_property
    def quotation(self) -> Ints:
        """A number for each quotation, marks included; 0 outside."""
        return np.where(self.quoted > 0, np.cumsum(self.quoted == 1), 0)

    @cached_property
    def depth(self) -> Ints:
        """Steps from each token up to its sentence's root."""
        depth = np.zeros(len(self), np.int64)
        above = self.head
        moving = above != np.arange(len(self))
        while moving.any():
            depth += moving
            moving = moving & (self.head[above] != above)
            above = self.head[above]
        return depth

    @cached_property
    def edges(self) -> tuple[Ints, Ints]:
        """First and last token of the words that hang on each token, itself included."""
        first, last = np.arange(len(self)), np.arange(len(self))
        for level in range(int(self.depth.max(initial=0)), 0, -1):
            there = np.flatnonzero(self.depth == level)
            np.minimum.at(first, self.head[there], first[there])
            np.maximum.at(last, self.head[there], last[there])
        return first, last


def sheet(page: Page) -> Sheet:
    """The sheet of a page."""
    docs = [paragraph.doc for paragraph in page.paragraphs]
    return sheet_of(docs, [paragraph.start for paragraph in page.paragraphs])


def sheet_of(docs: Sequence[Doc], starts: Sequence[int]) -> Sheet:
    """The sheet of parsed paragraphs that begin at these offsets of one text."""
    table = np.concatenate([doc.columns.table for doc in docs] or [_empty()])
    column = dict(zip(ATTRIBUTES, np.ascontiguousarray(table.T), strict=True))
    lengths = [len(doc) for doc in docs]
    offset = np.repeat(np.array(starts, np.int64), lengths)
    paragraph = np.repeat(np.arange(len(docs), dtype=np.int64), lengths)
    start = column[IDX].astype(np.int64) + offset
    begins = column[SENT_START].astype(np.int64) == 1
    return Sheet(
        lemma=column[LEMMA],
        lower=column[LOWER],
        tag=column[TAG],
        pos=column[POS],
        dep=column[DEP],
        entity=column[ENT_TYPE],
        head=np.arange(len(table)) + column[HEAD].astype(np.int64),
        sentence=np.cumsum(begins | (np.diff(paragraph, prepend=-1) > 0)),
        paragraph=paragraph,
        start=start,
        end=start + column[LENGTH].astype(np.int64),
        row=_rows(docs, column[ORTH]),
        quoted=_quoted(docs, column[ORTH], paragraph),
        tensor=np.concatenate([_tensor(doc) for doc in docs] or [np.zeros((0, _WIDTH), np.float32)]),
    )


def _empty() -> NDArray[Any]:
    return np.zeros((0, len(ATTRIBUTES)), np.uint64)


def _tensor(doc: Doc) -> Floats:
    """The parser's token vectors; zeros where another pipeline has none of that width."""
    given = doc.tensor
    fits = getattr(given, "shape", (0,)) == (len(doc), _WIDTH)
    return np.asarray(given, np.float32) if fits else np.zeros((len(doc), _WIDTH), np.float32)


def _rows(docs: Sequence[Doc], keys: Keys) -> Ints:
    known = docs[0].columns.vocab.vectors.key2row if docs else {}
    return np.array([known.get(key, -1) for key in keys.tolist()], np.int64)


def _quoted(docs: Sequence[Doc], orth: Keys, paragraph: Ints) -> Ints:
    """Marks open and close by turns; one left open runs to its paragraph's end."""
    marks = np.array([get_string_id(mark) for mark in _MARKS], np.uint64) if docs else np.zeros(0, np.uint64)
    is_mark = np.isin(orth, marks)
    passed = np.cumsum(is_mark)
    before = np.zeros(paragraph.max(initial=-1) + 2, np.int64)
    np.maximum.at(before, paragraph + 1, passed)
    passed = passed - np.maximum.accumulate(before)[paragraph]
    opened = passed % 2 == 1
    return np.where(is_mark, np.where(opened, 1, 3), np.where(opened, 2, 0)).astype(np.int64)
