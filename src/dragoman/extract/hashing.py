"""Hashed features: combinations of columns as rows of a table of weights."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from dragoman.extract.sheet import Ints, Keys

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)

Rows = NDArray[np.int32]


def key(word: str) -> int:
    """spaCy's hash of a string, the same in every vocabulary."""
    return int(get_string_id(word))


def keys(words: Iterable[str]) -> Keys:
    """The hashes of words, sorted."""
    return np.array(sorted({key(word) for word in words}), np.uint64)


def mixed(*columns: Ints | Keys | int) -> Keys:
    """One hash a row over columns and constants; their order matters."""
    found = np.uint64(0xC2B2AE3D27D4EB4F)
    result: Keys | np.uint64 = found
    for column in columns:
        part = np.uint64(column) if isinstance(column, int) else column.astype(np.uint64, copy=False)
        result = (result ^ part) * _STEP
        result = result ^ (result >> _FOLD)
    return np.asarray(result, np.uint64)


def rows(features: Iterable[Keys], *, bits: int) -> Rows:
    """Features as columns of row numbers of a table of `2 ** bits` rows; each column is salted by its place."""
    shift = np.uint64(64 - bits)
    found = [(mixed(column, place) >> shift).astype(np.int32) for place, column in enumerate(features, 1)]
    return np.stack(found, axis=1)


def classes(lists: Mapping[str, Iterable[str]]) -> tuple[Keys, Ints]:
    """Sorted hashes of all words with a bit for each list that holds them."""
    table: dict[int, int] = {}
    for bit, words in enumerate(lists.values()):
        for word in words:
            table[key(word)] = table.get(key(word), 0) | 1 << bit
    known = sorted(table)
    return np.array(known, np.uint64), np.array([table[k] for k in known], np.int64)


def looked_up(column: Keys, table: tuple[Keys, Ints]) -> Ints:
    """The value of each key by a sorted table; 0 where it is not there."""
    known, values = table
    place = np.minimum(np.searchsorted(known, column), len(known) - 1)
    return np.where(known[place] == column, values[place], 0)
