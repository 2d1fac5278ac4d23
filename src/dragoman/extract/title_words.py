"""Titles as they stand in a paragraph ("foreign minister", "Lt. Gen."), found once for each parse."""

from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.text.lexicon import load
from dragoman.text.parse import KEPT, Doc


@cache
def titles() -> dict[str, str]:
    """PLOVER role by title, longest titles first."""
    pairs = ((title, code) for code, entries in load("titles").items() for title in entries)
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _longest_title() -> int:
    return max(len(title.split()) for title in titles())


def title_before(doc: Doc, end: int) -> tuple[int, str] | None:
    """Start and words of the longest title whose last token is just before `end`."""
    return _titles_in(doc).before.get(end)


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles that stand in a paragraph: the longest up to each end, and all from each start, longest first."""

    before: dict[int, tuple[int, str]]
    after: dict[int, list[tuple[int, str]]]


@lru_cache(maxsize=KEPT)
def _titles_in(doc: Doc) -> _Titles:
    found, reach, lower = _Titles({}, {}), _longest_title() + 2, doc.lower
    for index, token in enumerate(doc):
        if lower[index] not in _title_ends() and token.lemma_.lower() not in _title_ends():
            continue
        end = index + 1
        for start in range(max(0, end - reach), end):
            title = _as_title(doc, start, end) if start == index or lower[start] in _title_openings() else ""
            if title:
                found.before.setdefault(end, (start, title))
                found.after.setdefault(start, []).insert(0, (end, title))
    return found


@cache
def _title_ends() -> frozenset[str]:
    """Everything with which a title can end; a word that is none of it ends no title."""
    return frozenset(title[i:] for title in titles() for i in range(len(title)))


@cache
def _title_openings() -> frozenset[str]:
    """Everything with which a title can begin; a word that is none of it opens no title of several words."""
    return frozenset(title[:i] for title in titles() for i in range(1, len(title) + 1))


def _as_title(doc: Doc, start: int, end: int) -> str:
    text = doc.cut(start, end).lower()
    if text in titles():
        return text
    singular = doc.before(start, end - 1).lower() + doc[end - 1].lemma_.lower()
    return singular if singular in titles() else ""


def title_within(doc: Doc, start: int, end: int) -> tuple[int, int, str] | None:
    """Start, end and words of the first and longest title inside `[start, end)`."""
    for begin in range(start, end):
        for stop, title in _titles_in(doc).after.get(begin, ()):
            if stop <= end:
                return begin, stop, title
    return None
