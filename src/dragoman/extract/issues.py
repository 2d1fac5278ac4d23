"""The issue that words are about, by a lexicon of the issue vocabulary."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dragoman.model.issues import ISSUE_BY_ID
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Token

_GAP = 3
_SILENT = frozenset({"-", "–", "—", "the", "a", "an", "'s", '"'})

# A pattern's "@name" stands for a place or any name, "@person" for a person's.
_NAMED = {"PERSON": "@person", "GPE": "@name", "LOC": "@name", "FAC": "@name"}

Pattern = tuple[str, ...]


@cache
def _patterns() -> Mapping[str, tuple[tuple[Pattern, str], ...]]:
    """Patterns by their first word, longest first."""
    by_first: dict[str, list[tuple[Pattern, str]]] = {}
    for issue, phrases in load("issues").items():
        if issue not in ISSUE_BY_ID:
            raise KeyError(issue)
        for phrase in phrases:
            pattern = tuple(phrase.split())
            by_first.setdefault(pattern[0], []).append((pattern, issue))
    return {first: tuple(sorted(found, key=lambda f: (-len(f[0]), f))) for first, found in by_first.items()}


def issues_in(tokens: Iterable[Token]) -> tuple[tuple[int, str, bool], ...]:
    """The issues that the words name, as (index of the token, issue id, whether the word is a weak sign of it)."""
    kept = [t for t in tokens if t.text not in _SILENT and not t.is_space]
    lemmas = [t.lemma_.lower() for t in kept]
    forms = [t.lower_ for t in kept]
    named = [_NAMED.get(t.ent_type_, "@name" if t.pos_ == "PROPN" else t.lower_) for t in kept]
    found: list[tuple[int, str, bool]] = []
    opening, end = _patterns(), 0
    for index, lemma in enumerate(lemmas):
        if index < end or not (lemma in opening or forms[index] in opening):
            continue
        hit = _match(lemmas, forms, named, index)
        if hit is not None:
            end = index + hit[0]
            weak = " ".join(lemmas[index:end]) in words("stances", "weak_issue_words")
            found.append((kept[index].i, hit[1], weak))
    return tuple(found)


def issue_of(tokens: Iterable[Token]) -> str | None:
    """The issue that the words name first, plain words of it before weak ones, or None when they name none."""
    found = issues_in(tokens)
    strong = [issue for _, issue, weak in found if not weak]
    return strong[0] if strong else found[0][1] if found else None


def _match(lemmas: Sequence[str], forms: Sequence[str], named: Sequence[str], start: int) -> tuple[int, str] | None:
    """How many words the longest pattern that begins here takes, and its issue."""
    for first in dict.fromkeys((lemmas[start], forms[start])):
        for pattern, issue in _patterns().get(first, ()):
            length = _length((lemmas, forms, named), start, pattern)
            if length:
                return length, issue
    return None


def _length(readings: tuple[Sequence[str], ...], start: int, pattern: Pattern) -> int:
    """How many words the pattern takes from here, 0 for none; `readings` are the ways to read each word."""
    lemmas, forms, named = readings
    size = len(lemmas)
    at = start
    gap = 0
    for word in pattern:
        if word == "*":
            gap = _GAP
            continue
        end = min(at + gap + 1, size)
        while at < end and word != lemmas[at] and word != forms[at] and word != named[at]:
            at += 1
        if at >= end:
            return 0
        at, gap = at + 1, 0
    return at - start
