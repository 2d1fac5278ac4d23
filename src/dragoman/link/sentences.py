"""Sentences of quoted words, by their punctuation alone."""

import re
from itertools import pairwise

from dragoman.model.report import Report
from dragoman.model.span import Span

_END = re.compile(r"(?<=[.!?…])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9])")
_SHORTENED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt"
    r"|Adm|Brig|Gov|Sen|Rep|Pres|St|Jr|Sr|No|vs|approx|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
"""A word whose point ends no sentence, at the end of a text."""
_LONGEST = 12
_WINDOW = 4_000
"""Characters on either side among which a sentence is sought: a text may be one line of a million."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as printed."""
    starts = [0, *(end for _, end in _ends(text)), len(text)]
    parts = (text[a:b].strip() for a, b in pairwise(starts))
    return [part for part in parts if part]


def _ends(text: str) -> list[tuple[int, int]]:
    """Where the gaps between sentences begin and end."""
    found = (match.span() for match in _END.finditer(text))
    return [gap for gap in found if not _SHORTENED.search(text[max(0, gap[0] - _LONGEST) : gap[0]])]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence of a text that holds the characters `[start, end)`, sought within `_WINDOW` of them."""
    first, last = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    line = max(first, text.rfind("\n", first, start) + 1)
    stop = text.find("\n", end, last)
    stop = last if stop < 0 else stop
    ends = [line + end for _, end in _ends(text[line:stop])]
    begin = max((at for at in ends if at <= start), default=line)
    return begin, min((at for at in ends if at >= end), default=stop)


def sentence_of(span: Span, report: Report) -> Span:
    """The sentence in which a span stands."""
    start, end = around(report.text, span.start, span.end)
    return Span.cut(report.id, report.text, start, end)


def context_of(span: Span, report: Report) -> str:
    """The words of the sentence in which a span stands."""
    return sentence_of(span, report).exact
