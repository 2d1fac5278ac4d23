"""The annotation of what the parser was shown, carried over to the words as printed."""

from collections.abc import Callable, Sequence

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, SPACY, TAG

from dragoman.text.columns import BEGINS, INSIDE, OUTSIDE, Columns, Table

_PRINTED = (ORTH, LOWER, SPACY, IDX, LENGTH)
_ARTICLES = ("the", "The")


def carried(printed: Columns, seen: Columns, sizes: Sequence[int], respelt: Callable[[str], str]) -> Columns:
    """The columns of the printed tokens: each shown token's, or one's for all `sizes` tokens of a longer name.

    A longer name hangs together by its last word. `respelt` is how a printed word was spelt for the parser, if it was
    not masked: only then is the lemma that of the word that was shown.
    """
    columns = Columns(np.repeat(seen.table, sizes, axis=0), printed.vocab)
    for attribute in _PRINTED:
        columns[attribute][:] = printed[attribute]
    place = np.arange(len(columns))
    ends = np.cumsum(sizes) - 1
    own_end = np.repeat(ends, sizes)
    opens = np.append(True, own_end[1:] != own_end[:-1])
    heads = np.where(place == own_end, ends[np.repeat(seen.heads, sizes)], own_end)
    columns[HEAD][:] = (heads - place).astype(np.uint64)
    columns[SENT_START][~opens] = 0
    named = columns[ENT_TYPE] != 0
    begins = opens & (columns[ENT_IOB] == BEGINS)
    columns[ENT_IOB][:] = np.where(named, np.where(begins, BEGINS, INSIDE), OUTSIDE)
    _rename(columns, np.repeat(seen[ORTH], sizes), respelt)
    _tag_within(columns, np.flatnonzero(place != own_end).tolist())
    return columns


def _rename(columns: Columns, shown: Table, respelt: Callable[[str], str]) -> None:
    """Give the words that were masked their printed form as lemma."""
    strings = columns.vocab.strings
    for at in np.flatnonzero(columns[ORTH] != shown).tolist():
        if respelt(strings[columns[ORTH][at]]) != strings[shown[at]]:
            columns[LEMMA][at] = columns[ORTH][at]


def _tag_within(columns: Columns, inner: Sequence[int]) -> None:
    """Tag the words inside longer names, before their last."""
    strings = columns.vocab.strings
    for at in inner:
        for attribute, name in zip((TAG, POS, DEP), _tags(strings[columns[ORTH][at]]), strict=True):
            columns[attribute][at] = strings[name]


def _tags(text: str) -> tuple[str, str, str]:
    """Tag, part of speech and relation of a word inside a longer name."""
    if text in _ARTICLES:
        return "DT", "DET", "det"
    return ("NNP", "PROPN", "compound") if text[:1].isalnum() else ("HYPH", "PUNCT", "punct")
