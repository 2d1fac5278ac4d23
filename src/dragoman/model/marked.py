"""Attributions as a corpus marks them: ranges of characters, in pieces, with nobody resolved."""

from collections.abc import Iterable
from dataclasses import dataclass

Pieces = tuple[tuple[int, int], ...]
"""Half-open ranges of code points, in order."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution: source, cue and content, each possibly in pieces; the source empty where nobody is given."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the attributions marked in it, in the order of the file."""

    name: str
    text: str
    attributions: tuple[Marked, ...]


def pieces(text: str, ranges: Iterable[tuple[int, int]]) -> Pieces:
    """Ranges in order without blanks at their edges; those parted by blanks alone are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        words = text[start:end]
        begin = start + len(words) - len(words.lstrip())
        stop = begin + len(words.strip())
        if begin >= stop:
            continue
        if found and not text[found[-1][1] : begin].strip():
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((begin, stop))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ascribed:
    """An attribution that a trained part found: its ranges, the offset of its cue's main word, and how sure it is."""

    marked: Marked
    head: int
    score: float
    """Log odds of the cue, rounded; above 0 where it is more likely than not."""
