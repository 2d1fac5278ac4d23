"""What the pipeline says of a paragraph's tokens, a column an attribute; strings stand as spaCy's hashes of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as SpacyDoc
from spacy.vocab import Vocab

ATTRIBUTES = (ORTH, LOWER, LEMMA, TAG, POS, DEP, ENT_TYPE, ENT_IOB, SPACY, HEAD, SENT_START, IDX, LENGTH)
_NAMED = len((ORTH, LOWER, LEMMA, TAG, POS, DEP, ENT_TYPE))
_KEPT = 200_000
"""Strings that are kept by their hashes: the words of many reports."""
INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""How a token stands to a name, in the column ENT_IOB."""

Table = NDArray[np.uint64]
Described = tuple[str, str, str, str, str, str, str]
"""Text, text in lower case, lemma, tag, part of speech, relation to the head, and kind of name ("" for none)."""


class _Strings(dict[int, str]):
    """Strings by their hashes; a vocabulary makes a string anew each time that it is asked."""

    def __init__(self, vocab: Vocab) -> None:
        self._store = vocab.strings

    def __missing__(self, key: int) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[key] = found = str(self._store[key])
        return found


@lru_cache(maxsize=4)
def _strings(vocab: Vocab) -> _Strings:
    return _Strings(vocab)


@dataclass(frozen=True)
class Columns:
    """The table of a paragraph, a row a token and the columns `ATTRIBUTES`; `HEAD` is the distance to the head."""

    table: Table
    vocab: Vocab

    @classmethod
    def of(cls, doc: SpacyDoc) -> "Columns":
        """The columns of what the pipeline made."""
        table: Table = doc.to_array(list(ATTRIBUTES)).reshape(len(doc), len(ATTRIBUTES))  # type: ignore[assignment]
        return cls(table, doc.vocab)

    def __len__(self) -> int:
        return len(self.table)

    def __getitem__(self, attribute: int) -> Table:
        """One column."""
        return self.table[:, ATTRIBUTES.index(attribute)]

    @cached_property
    def heads(self) -> NDArray[np.int64]:
        """The index of each token's head; a root's is its own."""
        return np.arange(len(self)) + self[HEAD].astype(np.int64)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the paragraph."""
        starts: list[int] = self[IDX].tolist()
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends in the paragraph."""
        ends: list[int] = (self[IDX] + self[LENGTH]).tolist()
        return ends

    def described(self) -> Iterator[Described]:
        """What each token is called."""
        named = _strings(self.vocab).__getitem__
        return zip(*(map(named, column) for column in self.table[:, :_NAMED].T.tolist()), strict=True)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """First token and end of each sentence."""
        begins = np.flatnonzero(self[SENT_START][1:] == 1) + 1
        return pairwise([0, *begins.tolist(), len(self)]) if len(self) else iter(())

    def names(self) -> Iterator[tuple[int, int]]:
        """First token and end of each name that the pipeline saw."""
        inside = (self[ENT_TYPE] != 0) & (self[ENT_IOB] != OUTSIDE)
        begins = np.flatnonzero(inside & (self[ENT_IOB] == BEGINS))
        goes_on = np.append(inside & (self[ENT_IOB] == INSIDE), False)
        for begin in begins.tolist():
            end = begin + 1
            while goes_on[end]:
                end += 1
            yield begin, end
