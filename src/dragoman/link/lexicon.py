"""Word lists for linking, loaded once as stems."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.link.words import stem
from dragoman.text.lexicon import load

Rows = Mapping[str, frozenset[str]]


@cache
def stems_of(topic: str) -> frozenset[str]:
    """The single words of one list of `linking`, as stems."""
    return frozenset(stem(word) for word in load("linking")[topic] if " " not in word)


@cache
def words_of(topic: str) -> frozenset[str]:
    """All entries of one list of `linking`, as printed there."""
    return frozenset(load("linking")[topic])


@cache
def phrases_of(topic: str) -> tuple[str, ...]:
    """All entries of one list of `linking`, as printed there, longest first."""
    return tuple(sorted(load("linking")[topic], key=lambda entry: (-len(entry), entry)))


@cache
def rows(name: str, topic: str) -> Rows:
    """Rows of a list: each stem to the first words of the rows in which it stands."""
    found: dict[str, set[str]] = {}
    for row in load(name)[topic]:
        first, *_ = row.split()
        for word in row.split():
            found.setdefault(stem(word.replace("-", "")), set()).add(first)
    return MappingProxyType({word: frozenset(firsts) for word, firsts in found.items()})
