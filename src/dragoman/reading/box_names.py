"""What the names of a box (`class`, `id`) say that it holds."""

import re
from functools import cache, lru_cache

from dragoman.text.lexicon import load, words

LONGEST = 300
_KINDS = ("dropped", "dropped_short", "hidden", "captions", "pull_quotes", "posts", "standfirsts", "bylines", "notes")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@lru_cache(maxsize=16_384)
def box_kinds(classes: str, identity: str) -> frozenset[str]:
    """The headings of the `pages` lexicon under which a box's names fall: `c-related_Posts` is `related`."""
    found: set[str] = set()
    for name in f"{classes} {identity}"[:LONGEST].split():
        parts = [part.casefold() for part in _PARTS.findall(name)]
        if parts and not words("pages", "unmeant").intersection(parts):
            spelled = f"-{'-'.join(parts)}-"
            found.update(kind for kind in _KINDS if _listed(kind).search(spelled))
    return frozenset(found)


@cache
def _listed(kind: str) -> re.Pattern[str]:
    names = sorted(load("pages")[kind], key=len, reverse=True)
    return re.compile(rf"-(?:{'|'.join(map(re.escape, names))})-")
