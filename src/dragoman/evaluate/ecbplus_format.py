"""ECB+ in the CoNLL form in which it is often passed on: tokens by sentence, chains of mentions in the last column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError

_DOCUMENT = re.compile(r"#begin document \((?P<topic>[^/]+)/(?P<subtopic>[^/]+)/(?P<name>[^)]+)\)")
_EVENT = re.compile(r"(?:Singleton_)?(?:ACT|NEG)")
_TIGHT_BEFORE = frozenset(".,;:!?%)]}'’") | {"n't", "'s", "’s", "...", "''"}
_TIGHT_AFTER = frozenset("([{$#") | {"``"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One marked event mention: its chain, and the half-open range of characters in its text."""

    id: str
    chain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldText:
    """One document: its topic and subtopic, its text with one paragraph a sentence, and its event mentions in order."""

    id: str
    topic: str
    subtopic: str
    text: str
    mentions: tuple[GoldMention, ...]


def ecbplus_texts(folder: Path) -> Iterator[GoldText]:
    """Every document of the .conll files under a folder, in the order of their names; raises InputError."""
    files = sorted(folder.rglob("*.conll"))
    if not files:
        raise InputError(f"{folder}: no .conll file of ECB+ is there")
    for file in files:
        yield from _documents(file)


def _documents(file: Path) -> Iterator[GoldText]:
    head: re.Match[str] | None = None
    rows: list[list[str]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#begin"):
            head, rows = _DOCUMENT.match(line), []
            if head is None:
                raise InputError(f"{file}, line {number}: '#begin document (topic/subtopic/name)' is expected")
        elif line.startswith("#end"):
            if head:
                yield _text(head, rows)
            head = None
        elif line.strip():
            rows.append(line.split("\t"))
            if len(rows[-1]) < 5:
                raise InputError(f"{file}, line {number}: five columns are expected, document to chain")
    if head:
        yield _text(head, rows)


def _text(head: re.Match[str], rows: list[list[str]]) -> GoldText:
    name = f"{head['topic']}/{head['subtopic']}/{head['name']}"
    text, starts, sentence, before = "", [], "", ""
    for _, number, _, token, *_ in rows:
        if text and number != sentence:
            text += "\n\n"
        elif text and token not in _TIGHT_BEFORE and before not in _TIGHT_AFTER:
            text += " "
        starts.append(len(text))
        text, sentence, before = text + token, number, token
    ends = [start + len(row[3]) for start, row in zip(starts, rows, strict=True)]
    return GoldText(name, head["topic"], head["subtopic"], text, tuple(_mentions(name, rows, starts, ends)))


def _mentions(name: str, rows: list[list[str]], starts: list[int], ends: list[int]) -> Iterator[GoldMention]:
    """Event mentions; a chain that is open twice closes its latest opening first."""
    opened: dict[str, list[int]] = {}
    found: list[tuple[int, int, str]] = []
    for at, row in enumerate(rows):
        for mark in row[4].split("|"):
            chain = mark.strip("()")
            if not _EVENT.match(chain):
                continue
            if mark.startswith("("):
                opened.setdefault(chain, []).append(at)
            if mark.endswith(")") and opened.get(chain):
                found.append((opened[chain].pop(), at, chain))
    for first, last, chain in sorted(found):
        yield GoldMention(f"{name}:{first}-{last}:{chain}", chain, starts[first], ends[last])
