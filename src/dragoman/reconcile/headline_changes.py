"""Headlines that were changed, and by which listed rules one is softer or harder than the other."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.link.words import stem, words
from dragoman.reconcile.aligned import Sentence
from dragoman.reconcile.change import Change, ChangeKind, said
from dragoman.reconcile.two_versions import TwoVersions
from dragoman.text.lexicon import load

_MARKED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)‘([^’]+)’(?!\w)|(?<!\w)'([^']+)'(?!\w)")
_COLON = re.compile(r"^([^:“\"]{3,40}):\s|\s[-–—]\s([^-–—]{3,40})$")


def headline_changes(two: TwoVersions) -> Iterator[Change]:
    """At most one change: softened or hardened where the listed rules all point one way, else changed."""
    first, second = two.aligned.headlines
    if first is None or second is None or _same(first, second):
        return
    softer, harder = tuple(_softer(first, second)), tuple(_harder(first, second))
    kind, text = ChangeKind.HEADLINE_CHANGED, said("headline")
    if softer and not harder:
        kind, text = ChangeKind.HEADLINE_SOFTENED, said("softened", rules=", ".join(softer))
    elif harder and not softer:
        kind, text = ChangeKind.HEADLINE_HARDENED, said("hardened", rules=", ".join(harder))
    yield Change(kind, text, first.span, second.span)


def _same(first: Sentence, second: Sentence) -> bool:
    marks = [("?" in s.span.exact, len(_marked(s.span.exact))) for s in (first, second)]
    return first.words == second.words and marks[0] == marks[1]


def _softer(first: Sentence, second: Sentence) -> Iterator[str]:
    """Which rules make the second headline softer than the first."""
    yield from _rules(first.span.exact, second.span.exact, "added")
    yield from (said("rule-weaker", a=f"“{a}”", b=f"“{b}”") for a, b in _replaced(first.span.exact, second.span.exact))


def _harder(first: Sentence, second: Sentence) -> Iterator[str]:
    """The same rules the other way round."""
    yield from _rules(second.span.exact, first.span.exact, "removed")
    yield from (
        said("rule-stronger", a=f"“{b}”", b=f"“{a}”") for a, b in _replaced(second.span.exact, first.span.exact)
    )


def _rules(plain: str, soft: str, done: str) -> Iterator[str]:
    """What the softer wording has and the plainer one has not."""
    given = _listed(plain, "attributing") or _source(plain)
    if (source := _listed(soft, "attributing") or _source(soft)) and not given:
        yield said(f"rule-attribution-{done}", words=_shown(source))
    if hedges := [w for w in _listed(soft, "hedging") if w.casefold() not in words(plain)]:
        yield said(f"rule-hedge-{done}", words=_shown(hedges))
    if "?" in soft and "?" not in plain:
        yield said(f"rule-question-{done}")
    known = words(plain)
    if marked := [w for w in _marked(soft) if w not in _marked(plain) and _in_a_row(words(w), known)]:
        yield said(f"rule-marks-{done}", words=_shown(marked))


def _listed(text: str, topic: str) -> list[str]:
    """The words of a list that stand in a text, as printed."""
    return [word for word in re.findall(r"[^\W\d_]+", text) if word.casefold() in _list(topic)]


@cache
def _list(topic: str) -> frozenset[str]:
    return frozenset(load("softening")[topic])


def _source(text: str) -> list[str]:
    """A source set off by a colon before, or a dash after, what it says."""
    found = _COLON.search(text)
    return [part for part in found.groups() if part] if found else []


def _marked(text: str) -> list[str]:
    """The words between quotation marks."""
    return [next(part for part in found.groups() if part) for found in _MARKED.finditer(text)]


def _in_a_row(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(whole[i : i + len(part)]) == list(part) for i in range(len(whole) - len(part) + 1))


def _replaced(strong: str, weak: str) -> Iterator[tuple[str, str]]:
    """A strong word of the one headline for which a weak one of the same row stands in the other."""
    first, second = _stems(strong), _stems(weak)
    for heavy, light in _rows():
        lost = [word for key, word in first.items() if key in heavy and key not in second]
        got = [word for key, word in second.items() if key in light and key not in first]
        if lost and got and not any(key in heavy for key in second):
            yield lost[0], got[0]
            return


def _stems(text: str) -> dict[str, str]:
    return {stem(word): word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Each row as the stems of its strong and of its weak words."""
    pairs = (row.split(">") for row in load("softening")["strength"])
    return tuple((_stemmed(heavy), _stemmed(light)) for heavy, light in pairs)


def _stemmed(row: str) -> frozenset[str]:
    return frozenset(stem(word) for word in row.split())


def _shown(parts: Sequence[str]) -> str:
    return ", ".join(f"“{part}”" for part in dict.fromkeys(parts))
