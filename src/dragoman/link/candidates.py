"""Pairs of reports that share enough of their own wording to be compared word by word, found without comparing all."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.link.passages import Hashes, Running

FEWEST = 5
"""Shared runs of four words, three of them own, from which on a pair is looked at."""
_ALL_PAIRS = 12
"""Up to so many holders of one run are paired each with each; more are paired with their neighbours alone."""
_NEIGHBOURS = 2
_AT_ONCE = 1 << 22

Codes = NDArray[np.int64]


def candidates(texts: Sequence[Running]) -> list[tuple[Running, Running, int]]:
    """Pairs with the number of traces they share, sorted by position in `texts`.

    Memory grows with the words of the texts and with the pairs found, not with the square of the texts: what hundreds
    print alike is followed from neighbour to neighbour, which joins the same reports.
    """
    if len(texts) < 2:
        return []
    codes, counts = _counted(texts)
    sizes = np.array([len(text.traces) for text in texts], dtype=np.int64)
    first, second = np.divmod(codes, len(texts))
    shorter = np.minimum(sizes[first], sizes[second])
    kept = (counts >= FEWEST) | (2 * counts >= shorter)
    found = zip(first[kept].tolist(), second[kept].tolist(), counts[kept].tolist(), strict=True)
    return [(texts[a], texts[b], count) for a, b, count in found]


def common(texts: Sequence[Running]) -> Hashes:
    """Traces that more reports hold than are paired each with each, sorted: stock phrases, and much reprinted text."""
    if not texts:
        return np.zeros(0, dtype=np.uint64)
    traces, holders = np.unique(np.concatenate([text.traces for text in texts]), return_counts=True)
    often: Hashes = traces[holders > _ALL_PAIRS]
    return often


def _counted(texts: Sequence[Running]) -> tuple[Codes, Codes]:
    """Each pair as `first * len(texts) + second`, sorted, and how many traces it shares."""
    codes, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    for chunk in _chunks(_pairs(texts)):
        new, times = np.unique(chunk, return_counts=True)
        both = np.concatenate((codes, new))
        codes, where = np.unique(both, return_inverse=True)
        counts = np.bincount(where, weights=np.concatenate((counts, times)), minlength=len(codes)).astype(np.int64)
    return codes, counts


def _chunks(parts: Iterator[Codes]) -> Iterator[Codes]:
    held: list[Codes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _AT_ONCE:
            yield np.concatenate(held)
            held, size = [], 0
    if held:
        yield np.concatenate(held)


def _pairs(texts: Sequence[Running]) -> Iterator[Codes]:
    """Codes of the pairs that hold one trace, many traces at a time."""
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text.traces) for text in texts])
    traces = np.concatenate([text.traces for text in texts])
    order = np.argsort(traces, kind="stable")
    owners, traces = owners[order], traces[order]
    begins = np.flatnonzero(np.concatenate(([True], traces[1:] != traces[:-1])))
    lengths = np.diff(np.concatenate((begins, [len(traces)])))
    for size in range(2, _ALL_PAIRS + 1):
        starts = begins[lengths == size]
        for a in range(size - 1):
            for b in range(a + 1, size):
                yield owners[starts + a] * len(texts) + owners[starts + b]
    wide = np.repeat(lengths > _ALL_PAIRS, lengths)
    ends = np.repeat(begins + lengths, lengths)
    at = np.flatnonzero(wide)
    for step in range(1, _NEIGHBOURS + 1):
        inside = at[at + step < ends[at]]
        yield owners[inside] * len(texts) + owners[inside + step]
