"""MEANTIME as published: texts as CAT XML, one token an element, with the times of their first six sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.errors import InputError
from dragoman.evaluate.timex import Timex
from dragoman.evaluate.xml_tree import xml_tree

# Times are marked only in the first six sentences: the headline, the line with the date, and four more.
MARKED = 6
_CLOSING = frozenset({".", ",", ":", ";", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "’", "''"})
_OPENING = frozenset({"(", "[", "$", "£", "€", "``"})
_QUOTES = {"``": '"', "''": '"'}
# Hand-made values: "PY5" says "P5Y", "14-05-2009" the day, and a clock time ends with a Z whatever its zone.
_BACKWARD = re.compile(r"P([DWMY])(\d+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_FIRST = re.compile(r"(\d\d)-(\d\d)-(\d{4})")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the ISO day of its creation, the length of its headline, and its times up to `until`.

    `lines` are characters that only print the day of creation, where nothing is scored.
    """

    id: str
    text: str
    headline: int
    day: str | None
    times: tuple[Timex, ...]
    until: int
    lines: tuple[tuple[int, int], ...] = ()


def meantime_texts(folder: Path) -> Iterator[Marked]:
    """Each text of a folder once, from the part marked across documents; raises InputError where there is none."""
    paths = {path.name: path for path in sorted(folder.rglob("*.xml"), key=lambda p: "cross-doc" in str(p))}
    texts = [_text(path, root) for _, path in sorted(paths.items()) if (root := xml_tree(path)).tag == "Document"]
    if not texts:
        raise InputError(f"{folder}: no CAT XML of MEANTIME is there; give the folder as it is published")
    yield from texts


def _text(path: Path, root: etree._Element) -> Marked:
    text, places, sentences = _joined(root)
    times: list[Timex] = []
    lines: list[tuple[int, int]] = []
    day = None
    for element in root.iter("TIMEX3"):
        anchors = [places[a.get("t_id")] for a in element.iter("token_anchor") if a.get("t_id") in places]
        start, end = min((s for s, _ in anchors), default=0), max((e for _, e in anchors), default=0)
        value = _value(element.get("value", ""))
        if element.get("functionInDocument") == "CREATION_TIME":
            day = value if _DAY.fullmatch(value) else day
            lines.append((start, end))
        elif anchors:
            times.append(Timex(start, end, element.get("type", ""), value))
    if day is None:
        # Where no creation time is marked, it is the time that fills the line with the date.
        day = next((t.value for t in times if (t.start, t.end) in sentences[1:2] and _DAY.fullmatch(t.value)), None)
    until = sentences[min(MARKED, len(sentences)) - 1][1]
    marked = tuple(sorted({t for t in times if t.start < until}))
    return Marked(path.stem, text, sentences[0][1], day, marked, until, tuple(lines))


def _value(value: str) -> str:
    value = _BACKWARD.sub(r"P\2\1", value.removesuffix("Z"))
    return _DAY_FIRST.sub(r"\3-\2-\1", value)


def _joined(root: etree._Element) -> tuple[str, dict[str | None, tuple[int, int]], list[tuple[int, int]]]:
    """The tokens put together as they are printed: the text, the place of each token and of each sentence.

    The headline and the line with the date stand alone; the rest is one paragraph.
    """
    text = ""
    places: dict[str | None, tuple[int, int]] = {}
    sentences: dict[str, tuple[int, int]] = {}
    last = ""
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence", "")
        if number not in sentences and text:
            text += "\n\n" if len(sentences) < 3 else " "
        elif text and word not in _CLOSING and last not in _OPENING:
            text += " "
        shown = _QUOTES.get(word, word)
        places[token.get("t_id")] = (len(text), len(text) + len(shown))
        text, last = text + shown, word
        sentences[number] = (sentences.get(number, (len(text) - len(shown), 0))[0], len(text))
    return text, places, list(sentences.values())
