"""The lines of a PDF's pages with their places and sizes, within a budget of work."""

import math
import re
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader

from dragoman.reading.decode import LONGEST_TEXT

MOST_PAGES = 2_000
_MOST_STEPS = 5_000_000
_MOST_SECONDS = 60
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_DROPPED = dict.fromkeys([*(n for n in range(32) if n not in (9, 10)), *range(0x7F, 0xA0), 0x200B, 0xFEFF])


class TooMuchWork(Exception):  # noqa: N818 - it says what the file asks for
    """The file asks for more pages, drawing steps, characters or time than any report; its text says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: points from the left and from the bottom of its page (from 0), and the size of its letters."""

    text: str
    x: float
    y: float
    size: float
    page: int


@dataclass(slots=True)
class _Budget:
    """What may still be done for one file."""

    steps: int = _MOST_STEPS
    characters: int = LONGEST_TEXT
    end: float = field(default_factory=lambda: time.monotonic() + _MOST_SECONDS)

    def step(self, *_: object) -> None:
        """One operator is drawn."""
        self.steps -= 1
        if self.steps < 0:
            raise TooMuchWork(f"it draws more than {_MOST_STEPS:,} steps")
        if not self.steps % 1_000 and time.monotonic() > self.end:
            raise TooMuchWork(f"it takes more than {_MOST_SECONDS} seconds to read")

    def text(self, count: int) -> None:
        """So many characters were drawn."""
        self.characters -= count
        if self.characters < 0:
            raise TooMuchWork(f"it holds more than {LONGEST_TEXT:,} characters")


def page_lines(reader: PdfReader) -> list[Line]:
    """All lines in the order in which the pages draw them; raises TooMuchWork and whatever pypdf raises."""
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise TooMuchWork(f"it has {count:,} pages, more than {MOST_PAGES:,}")
    budget = _Budget()
    found: list[Line] = []
    for number in range(count):
        found += _lines(reader.pages[number], number, budget)
        budget.step()
        if time.monotonic() > budget.end:
            raise TooMuchWork(f"it takes more than {_MOST_SECONDS} seconds to read")
    return found


def _lines(page: PageObject, number: int, budget: _Budget) -> list[Line]:
    """The lines of one page; a line's place is that of its first letters."""
    found: list[Line] = []
    parts: list[str] = []
    place: list[tuple[float, float, float]] = []

    def end_line() -> None:
        text = _clean("".join(parts))
        if text and place:
            found.append(Line(text, *place[0], number))
        parts.clear()
        place.clear()

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: Any, size: float) -> None:
        budget.text(len(text))
        first, *rest = text.split("\n")
        for index, part in enumerate([first, *rest]):
            if index:
                end_line()
            if part.strip() and not place:
                place.append(_place(outer, inner, size))
            parts.append(part)

    page.extract_text(visitor_text=visit, visitor_operand_before=budget.step)
    end_line()
    return found


def _place(outer: Sequence[float], inner: Sequence[float], size: float) -> tuple[float, float, float]:
    """Where letters stand and how large they are, after both transformations."""
    x = outer[0] * inner[4] + outer[2] * inner[5] + outer[4]
    y = outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
    scale = abs((outer[0] * outer[3] - outer[1] * outer[2]) * (inner[0] * inner[3] - inner[1] * inner[2]))
    place = (float(x), float(y), float(abs(size)) * math.sqrt(scale))
    return place if all(math.isfinite(number) for number in place) else (0.0, 0.0, 0.0)


def _clean(text: str) -> str:
    text = text.translate(_LIGATURES).translate(_DROPPED)
    return re.sub(r"\s+", " ", text).strip()
