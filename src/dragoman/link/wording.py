"""Two wordings of one sentence, aligned word by word."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from dragoman.link.words import fold

_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_KEPT = 2**14
"""Texts whose words are kept at hand, as each is compared with many."""
_ISLAND = 3
"""Fewer equal words than this between two differences belong to one difference."""


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, hyphens kept."""
    return tuple(fold(word) for word in _TOKEN.findall(text))


def likeness(a: str, b: str) -> float:
    """Share of words that two texts have in common, in order (0 to 1)."""
    return round(SequenceMatcher(None, tokens(a), tokens(b), autojunk=False).ratio(), 3)


def holds(fuller: str, part: str) -> bool:
    """Whether a text has another's words, all of them, in a row."""
    whole, words = tokens(fuller), tokens(part)
    return any(whole[i : i + len(words)] == words for i in range(len(whole) - len(words) + 1)) if words else False


def differences(a: str, b: str) -> tuple[str, ...]:
    """What differs, as "[words of a] / [words of b]", each cut from its text; words left out on one side are "[]"."""
    first, second = list(_TOKEN.finditer(a)), list(_TOKEN.finditer(b))
    matcher = SequenceMatcher(None, tokens(a), tokens(b), autojunk=False)
    regions: list[list[int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if regions and i1 - regions[-1][1] < _ISLAND and j1 - regions[-1][3] < _ISLAND:
            regions[-1][1], regions[-1][3] = i2, j2
        else:
            regions.append([i1, i2, j1, j2])
    return tuple(f"[{_cut(a, first[i1:i2])}] / [{_cut(b, second[j1:j2])}]" for i1, i2, j1, j2 in regions)


def _cut(text: str, found: list[re.Match[str]]) -> str:
    return text[found[0].start() : found[-1].end()] if found else ""
