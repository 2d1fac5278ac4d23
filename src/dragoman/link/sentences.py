"""Sentences of quoted words, by their punctuation alone."""

import re

from dragoman.model.report import Report
from dragoman.model.span import Span

_END = re.compile(r"(?<=[.!?…])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as printed."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence of a text that holds the characters `[start, end)`."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    ends = [line + match.end() for match in _END.finditer(text[line:stop])]
    begin = max((at for at in ends if at <= start), default=line)
    return begin, min((at for at in ends if at >= end), default=stop)


def sentence_of(span: Span, report: Report) -> Span:
    """The sentence in which a span stands."""
    start, end = around(report.text, span.start, span.end)
    return Span.cut(report.id, report.text, start, end)


def context_of(span: Span, report: Report) -> str:
    """The words of the sentence in which a span stands."""
    return sentence_of(span, report).exact
