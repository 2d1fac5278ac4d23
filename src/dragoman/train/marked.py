"""Texts in which attributions are marked by hand: `{S1 The envoy} {C1 said} {K1 that talks failed}`.

The format and what is marked stand in `training/attribution/GUIDE.md`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model.marked import Marked, MarkedText, pieces

_TAG = re.compile(r"\{([SCK])(\d+) |\}")
_BETWEEN = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass
class _Open:
    """A mark that is not closed yet: its letter, its number and the offset of its first character."""

    letter: str
    number: int
    start: int


@dataclass
class _Parts:
    ranges: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {"S": [], "C": [], "K": []})


def read_marked(path: Path) -> Iterator[MarkedText]:
    """The texts of one file, parted by lines of `---`; raises InputError naming file, text and fault."""
    for name, part in marked_parts(path):
        yield unmark(part, name=name)


def marked_parts(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text, still with its marks, of each text of a file."""
    for index, part in enumerate(_BETWEEN.split(path.read_text(encoding="utf-8"))):
        if part.strip():
            yield f"{path.name}#{index}", part.strip()


def unmark(marked: str, *, name: str = "text") -> MarkedText:
    """Take the marks out of one text; raises InputError where they do not close or an attribution lacks a part."""
    plain: list[str] = []
    length, last = 0, 0
    opened: list[_Open] = []
    found: dict[int, _Parts] = {}
    for tag in _TAG.finditer(marked):
        words = marked[last : tag.start()]
        plain.append(words)
        length, last = length + len(words), tag.end()
        if tag.group(1):
            opened.append(_Open(tag.group(1), int(tag.group(2)), length))
            continue
        if not opened:
            raise InputError(f"{name}: a brace closes that was not opened: {_near(marked, tag.start())}")
        one = opened.pop()
        _check(name, "".join(plain)[one.start : length], _near(marked, tag.start()))
        found.setdefault(one.number, _Parts()).ranges[one.letter].append((one.start, length))
    if opened:
        raise InputError(f"{name}: mark {opened[-1].letter}{opened[-1].number} is not closed")
    text = "".join([*plain, marked[last:]])
    if "{" in text or "}" in text:
        raise InputError(f"{name}: a brace is no mark: {_near(text, text.find('{'))}")
    return MarkedText(name, text, tuple(_attribution(name, text, number, found[number]) for number in sorted(found)))


def _attribution(name: str, text: str, number: int, parts: _Parts) -> Marked:
    if not (parts.ranges["C"] and parts.ranges["K"]):
        raise InputError(f"{name}: attribution {number} needs a cue and a content")
    return Marked(*(pieces(text, parts.ranges[letter]) for letter in "SCK"))


def _check(name: str, words: str, near: str) -> None:
    if not words.strip():
        raise InputError(f"{name}: a mark holds no words: {near}")
    if words != words.strip():
        raise InputError(f"{name}: a mark begins or ends with a blank: {near}")


def _near(text: str, at: int) -> str:
    return repr(text[max(0, at - 40) : at + 20])
