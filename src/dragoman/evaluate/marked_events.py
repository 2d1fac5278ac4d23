"""Running texts on which others have marked events: MEANTIME (CAT XML) and re3d (JSON lines)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from dragoman.errors import InputError

_CLOSE = re.compile(r"[,.;:!?)\]%]|['’](?:s|re|ve|ll|d|m)?|n['’]t|''")
_OPEN = re.compile(r"[(\[$£€#]|``")
_BETWEEN_ACTORS = frozenset({"FightingAgainst", "CommWith", "Likes", "Dislikes", "AlliesOf"})


@dataclass(frozen=True, slots=True)
class Mark:
    """The range of words that name an event; `denied`, and `real` where it is told as come about for certain.

    Both are None where the set does not say.
    """

    start: int
    end: int
    denied: bool | None = None
    real: bool | None = None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, its headline's length, how far it is annotated, and the events marked on it."""

    id: str
    text: str
    headline: int
    annotated: int
    marks: tuple[Mark, ...]


def meantime_texts(folder: Path) -> tuple[MarkedText, ...]:
    """The English texts of MEANTIME under the folder (each once), perhaps none; InputError if one is broken."""
    found = {path.name: path for path in sorted(folder.rglob("*.xml"))}
    return tuple(text for _, path in sorted(found.items()) if (text := _meantime(path)) is not None)


def re3d_texts(folder: Path) -> tuple[MarkedText, ...]:
    """The texts of re3d under the folder with its relations between actors as marks; InputError if a file is broken."""
    return tuple(text for path in sorted(folder.rglob("documents.json")) for text in _re3d(path))


def _meantime(path: Path) -> MarkedText | None:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise InputError(f"{path}: no readable CAT XML: {error}. Give the file as it is published") from error
    marked = root.find("Markables")
    if root.tag != "Document" or marked is None:
        return None
    text, at, headline = _printed(root)
    anchored = [
        (one, [at[a.get("t_id", "")] for a in one.iter("token_anchor") if a.get("t_id") in at]) for one in marked
    ]
    annotated = max((places[-1][1] for _, places in anchored if places), default=0)
    events = (_mark(one, places) for one, places in anchored if one.tag == "EVENT_MENTION" and places)
    return MarkedText(path.stem, text, headline, annotated, tuple(events))


def _printed(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]], int]:
    """The text put together again as it is printed, the range of each token, and the length of the headline."""
    text, at, headline, sentence, before = "", {}, 0, "", ""
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence", "")
        if number != sentence:
            headline = headline or len(text)
            text += "\n\n" if text else ""
        elif text and not _CLOSE.fullmatch(word) and not _OPEN.fullmatch(before):
            text += " "
        at[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text, sentence, before = text + word, number, word
    return text, at, headline


def _mark(event: ElementTree.Element, places: list[tuple[int, int]]) -> Mark:
    if not event.get("polarity") or not event.get("certainty") or not event.get("time"):
        return Mark(places[0][0], places[-1][1])
    plain = event.get("certainty") == "CERTAIN" and event.get("time") == "NON_FUTURE"
    return Mark(
        places[0][0],
        places[-1][1],
        denied=event.get("polarity") == "NEG",
        real=plain and event.get("special_cases") in ("NONE", "", None),
    )


def _re3d(path: Path) -> Iterator[MarkedText]:
    relations: dict[str, list[Mark]] = {}
    for one in _lines(path.with_name("relations.json")):
        if one["type"] in _BETWEEN_ACTORS:
            ends = [one[key] for key in ("begin", "end", "sourceBegin", "sourceEnd", "targetBegin", "targetEnd")]
            relations.setdefault(one["documentId"], []).append(Mark(min(ends), max(ends)))
    for document in _lines(path):
        text = document["text"]
        yield MarkedText(document["_id"], text, 0, len(text), tuple(relations.get(document["_id"], ())))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no readable JSON lines: {error}. Give the folder as it is published") from error
