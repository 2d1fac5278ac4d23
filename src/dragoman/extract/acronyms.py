"""Initials that a report introduces: "Long Name (LN)", "Long Name, or LN," and "Long Name, known as LN"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.text.parse import Doc

_LETTERS = re.compile(r"[A-Z][A-Za-z0-9&./-]*[A-Z0-9]")
LONGEST = 4
"""Most tokens of initials ("SPLM-N" is three)."""
_SMALL = 3
"""Words without a letter of their own that the name may hold between two that have one."""
_KNOWN = (("known", "as"), ("called",), ("or",), ("known", "by", "its", "initials"))


@dataclass(frozen=True, slots=True)
class Introduced:
    """Letters for the tokens `[start, end)`; `start` is None where the words before do not spell the letters."""

    letters: str
    start: int | None
    end: int


def introduced(doc: Doc) -> Iterator[Introduced]:
    """Every introduction of initials in a paragraph, in order."""
    for index in range(1, len(doc)):
        if doc.lower[index] == "(":
            letters = _up_to(doc, index + 1, (")",))
            if letters:
                yield Introduced(letters, _spelt(doc, index, letters), index)
        elif doc.lower[index] == ",":
            letters = _after_words(doc, index + 1)
            start = _spelt(doc, index, letters) if letters else None
            if start is not None:
                yield Introduced(letters, start, index)


def _up_to(doc: Doc, start: int, closing: tuple[str, ...]) -> str:
    """The initials that stand from a token on up to a closing mark, or ''."""
    for end in range(start + 1, min(len(doc), start + 1 + LONGEST)):
        if doc.lower[end] in closing:
            text = doc.cut(start, end)
            return text if _LETTERS.fullmatch(text) else ""
    return ""


def _after_words(doc: Doc, start: int) -> str:
    """The initials behind 'or', 'known as' and the like, up to the next comma, or ''."""
    lower = doc.lower
    if start < len(doc) and lower[start] in ("also", "better", "widely", "commonly"):
        start += 1
    for words in _KNOWN:
        begin = start + len(words)
        if lower[start:begin] == words:
            begin += begin < len(doc) and lower[begin] == "the"
            return _up_to(doc, begin, (",", ".", ";", ")", "—", "–"))
    return ""


def _spelt(doc: Doc, end: int, letters: str) -> int | None:
    """Where the name before `end` begins whose capitals spell the letters, or None."""
    wanted, small = [c for c in letters if c.isupper()], 0
    first = doc[end - 1].sent.start
    for index in range(end - 1, first - 1, -1):
        word = doc.cut(index, index + 1)
        if word[:1].isupper() and word[0] == wanted[-1]:
            wanted.pop()
            small = 0
            if not wanted:
                return index
        elif word[:1].islower() and small < _SMALL and index < end - 1:
            small += 1
        elif word not in ("-", "'s"):
            return None
    return None
