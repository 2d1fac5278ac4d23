"""Printed lines put together as paragraphs, hyphens at line ends undone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dragoman.reading.pdf_lines import Line

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•·▪►▶●○◦–—]|\(?\d{1,2}[.)])\s")
_BROKEN = re.compile(r"(\w+)([-‐\u00ad])$")
_LONGEST_WORD = 60
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
# Ends of English words that are no words themselves: what stands before them was cut by a hyphen for certain.
_ENDINGS = re.compile(
    r"(?:[bcdfglmnprstvz]{0,2}(?:ing|ings|ers?|ed|ly|ies|ity|ties|ments?|ness|tions?|tional|sions?|tives?|ically|ables?"
    r"|ibles?|ences?|ances?|ations?|ational|ators?|ated|ating|ates|ized|ised|izing|ising|ists?|isms?|tures?|tured|ously"
    r"|cious|tious|tial|cial|cian|cians|ary|aries|ership|erned|ernment))"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph, the size of its letters and the page on which it begins."""

    text: str
    size: float
    page: int


def paragraphs(lines: Sequence[Line]) -> list[Printed]:
    """The paragraphs of all pages in the order of the lines, which are without running heads."""
    if not lines:
        return []
    body = _body_size(lines)
    gap = _usual_gap(lines)
    width = _usual_width(lines, body)
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    groups: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, body=body, gap=gap, width=width):
            groups.append([])
        groups[-1].append(line)
    return [Printed(_joined((line.text for line in group), known), group[0].size, group[0].page) for group in groups]


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual distance of two lines of a paragraph, in sizes of its letters."""
    gaps = Counter(
        round((a.y - b.y) / a.size, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and a.size and abs(a.size - b.size) < 0.5 and 0.8 * a.size <= a.y - b.y <= 3 * a.size
    )
    # Of two distances that are about as frequent the smaller one is that within paragraphs.
    most = max(gaps.values(), default=0)
    return min((gap for gap, count in gaps.items() if count >= 0.5 * most), default=1.2)


def _usual_width(lines: Sequence[Line], body: float) -> float:
    return median([len(line.text) for line in lines if abs(line.size - body) < 0.5] or [80])


def _begins(before: Line, line: Line, *, body: float, gap: float, width: float) -> bool:
    """Whether a line begins a paragraph."""
    size = max(line.size, 1.0)
    if abs(before.size - line.size) > 0.1 * size or _ITEM.match(line.text):
        return before.y != line.y or before.page != line.page
    down = before.y - line.y
    ended = bool(_SENTENCE_END.search(before.text[-20:]))
    if before.page != line.page or down < -0.5 * size or down > 6 * gap * size:
        return ended or (line.text[:1].isupper() and len(before.text) < 0.6 * width)
    if down > 1.25 * gap * size:
        return True
    if size > 1.15 * body or down < 0.5 * size:
        return False
    indented = line.x - before.x > 0.5 * size
    return ended and (indented or len(before.text) < 0.7 * width)


def _joined(lines: Iterable[str], known: Counter[str]) -> str:
    """The lines as one; a hyphen at an end stays where it is not sure that it only broke the line."""
    parts: list[str] = []
    for line in lines:
        cut = _BROKEN.search(parts[-1][-_LONGEST_WORD:]) if parts else None
        rest = _WORD.match(line[:_LONGEST_WORD])
        if cut and rest and rest[0][:1].islower():
            whole, hyphened = f"{cut[1]}{rest[0]}".casefold(), f"{cut[1]}-{rest[0]}".casefold()
            sure = cut[2] == "\u00ad" or (
                not known[hyphened] and (known[whole] or bool(_ENDINGS.fullmatch(rest[0].casefold())))
            )
            parts[-1] = parts[-1][:-1] + ("" if sure else "-")
        elif parts:
            parts.append(" ")
        parts.append(line)
    return "".join(parts).replace("\u00ad", "")
