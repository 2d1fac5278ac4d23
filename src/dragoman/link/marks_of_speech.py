"""Which parts of a text stand between quotation marks, and which are stock phrases: neither shows copying."""

import re
from bisect import bisect_right
from functools import cache
from itertools import chain

from dragoman.text.lexicon import load

Ranges = tuple[tuple[int, int], ...]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DOUBLE = re.compile("[“”„«»\"]|''|``")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d]|\[)[^‘“”\"\n]{2,1000}?[’'](?!\w)")


def quoted(text: str) -> Ranges:
    """Ranges between quotation marks, in order; to the end of a line where the marks are not closed before."""
    return tuple(chain.from_iterable(_in_line(text, line.start(), line.end()) for line in _LINE.finditer(text)))


def formulas(text: str) -> Ranges:
    """Ranges of stock phrases of news English (`text/data/formulas.toml`) and of addresses, in order, disjoint."""
    return tuple(match.span() for match in _formulas().finditer(text.replace("’", "'").replace("‘", "'")))


def _in_line(text: str, start: int, end: int) -> Ranges:
    found: list[tuple[int, int]] = []
    opened = -1
    for mark in _DOUBLE.finditer(text, start, end):
        if opened < 0:
            closes = (
                mark.start() > start and not text[mark.start() - 1].isspace() and text[mark.start() - 1] not in "([—–-"
            )
            if not closes:
                opened = mark.start()
        elif mark.group() not in "“„«``" or mark.group() == '"':
            found.append((opened, mark.end()))
            opened = -1
    if opened >= 0:
        found.append((opened, end))
    doubles = [begin for begin, _ in found]
    for mark in _SINGLE.finditer(text, start, end):
        before = bisect_right(doubles, mark.start()) - 1
        if before < 0 or mark.start() >= found[before][1]:
            found.append(mark.span())
    return tuple(sorted(found))


@cache
def _formulas() -> re.Pattern[str]:
    forms = (form.replace(" ", r"\s+") for form in load("formulas")["formulas"])
    return re.compile(rf"(?<!\w)(?:(?:https?://|www\.)\S+|{'|'.join(forms)})(?!\w)", re.IGNORECASE)
