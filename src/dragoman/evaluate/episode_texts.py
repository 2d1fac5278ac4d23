"""Where the gold's words stand in the texts of a record, and where a report's tail begins."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

_LOOSE = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}
_DASHES = "[-–—]"
_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)][.!?])[\"”’']*\s+|(?<=[.!?][\"”’])\s+|\n+")


class Place(NamedTuple):
    """A half-open range of characters in the text of a gold document."""

    document: str
    start: int
    end: int

    def overlap(self, other: "Place") -> int:
        """How many characters both hold."""
        if self.document != other.document:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Document:
    """A gold document as the record holds it; `tail` is where its tail begins in `text`, None without one."""

    id: str
    file: str
    text: str
    tail: int | None
    reports: tuple[str, ...]
    breaks: tuple[int, ...]
    """Where its sentences begin."""

    def find(self, phrase: str) -> tuple[Place, ...]:
        """Every place of a phrase before the tail; white space, quotes and dashes may differ in form."""
        parts = (_loosely(word) for word in phrase.split())
        pattern = re.compile(r"\s+".join(parts))
        end = len(self.text) if self.tail is None else self.tail
        if not phrase.strip():
            return ()
        return tuple(Place(self.id, *one.span()) for one in pattern.finditer(self.text, 0, end))

    def sentence(self, place: Place) -> str:
        """The sentence or sentences in which a place stands."""
        first = bisect_right(self.breaks, place.start) - 1
        last = bisect_left(self.breaks, place.end)
        end = self.breaks[last] if last < len(self.breaks) else len(self.text)
        return self.text[self.breaks[first] : end].rstrip()

    def in_tail(self, place: Place) -> bool:
        """Whether a place reaches into the tail."""
        return self.tail is not None and place.end > self.tail


def read_documents(record: Mapping[str, Any], gold: Mapping[str, Any], folder: Path) -> tuple[Document, ...]:
    """Join the gold's documents with the record's reports by the file name at the end of `path_or_url`."""
    reports = sorted(record.get("reports") or (), key=lambda report: str(report["id"]))
    entries = gold.get("documents") or ()
    files = frozenset(str(entry["file"]) for entry in entries)
    return tuple(_document(entry, [one for one in reports if _is_of(one, entry, files)], folder) for entry in entries)


def _document(entry: Mapping[str, Any], reports: list[Mapping[str, Any]], folder: Path) -> Document:
    path = folder / str(entry["file"])
    printed = _normal(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else ""
    text = next((str(report["text"]) for report in reports if report.get("text")), printed)
    offset = entry.get("tail_starts_at")
    tail = None if offset is None else _tail(text, printed, int(offset), entry["file"])
    return Document(
        id=str(entry["id"]),
        file=str(entry["file"]),
        text=text,
        tail=tail,
        reports=tuple(str(report["id"]) for report in reports),
        breaks=(0, *(mark.end() for mark in _SENTENCE_END.finditer(text))),
    )


def _is_of(report: Mapping[str, Any], entry: Mapping[str, Any], files: Iterable[str]) -> bool:
    address = re.split(r"[?#]", str(report.get("path_or_url") or ""))[0]
    name = address.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    if name in files:
        return name == str(entry["file"])
    return _bare(name) == _bare(str(entry["file"]))


def _bare(name: str) -> str:
    return re.sub(r"\.(txt|html?|xhtml)$", "", name, flags=re.IGNORECASE)


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _tail(text: str, printed: str, offset: int, file: str) -> int | None:
    """Where the tail begins in the record's text, by its first line that stands there; None if none does."""
    if not printed or text == printed:
        return min(offset, len(text))
    is_page = bool(re.search(r"\.x?html?$", file, flags=re.IGNORECASE))
    words = _page_words(printed[offset:]) if is_page else printed[offset:]
    lines = [line.strip() for line in words.splitlines() if len(line.strip()) >= 12]
    # Where the tail should begin if as much was taken out before it as after it.
    expected = len(text) * offset / max(1, len(printed))
    for line in lines[:20]:
        starts = [found.start() for found in re.finditer(re.escape(line), text)]
        if starts:
            return min(starts, key=lambda start: abs(start - expected))
    return None


class _Words(HTMLParser):
    """Gathers a page's words, a line for each piece of text."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def _page_words(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    parser.close()
    return "\n".join(" ".join(piece.split()) for piece in parser.pieces)


def _loosely(word: str) -> str:
    return "".join(_LOOSE.get(char, _DASHES if char in "-–—" else re.escape(char)) for char in word)
