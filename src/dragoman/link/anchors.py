"""Anchors: words of a report with those around them, found again where the text or its reading has changed."""

from collections.abc import Iterator

from dragoman.model.judgement import Anchor, Kind
from dragoman.model.span import Span

CONTEXT = 32
"""Characters kept on each side of the words."""
GONE = "the words are no longer there"
ELSEWHERE = "the words stand there only among others"
SEVERAL = "the words stand there in several places alike"


def anchor_at(kind: Kind, span: Span, text: str) -> Anchor:
    """The anchor of a span of a report with this text."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Anchor(kind, span.report, span.start, span.end, span.exact, before, after)


def locate(anchor: Anchor, report: str, text: str) -> tuple[Span | None, str]:
    """Where the words of an anchor stand in a text of a report or one of its versions, or None and why not.

    Of several places the one is taken that has most of the words around it; half of them must be there. The old place
    decides only between places that are alike, and only in the report itself.
    """
    fits = {at: _around(anchor, text, at) for at in _places(anchor.exact, text)}
    if not fits:
        return None, GONE
    most = max(fits.values())
    if 2 * most < len(_bare(anchor.prefix)) + len(_bare(anchor.suffix)):
        return None, ELSEWHERE
    best = [at for at, fit in fits.items() if fit == most]
    if len(best) > 1:
        best = [at for at in best if report == anchor.report and at == anchor.start]
    if not best:
        return None, SEVERAL
    return Span.cut(report, text, best[0], best[0] + len(anchor.exact)), ""


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _around(anchor: Anchor, text: str, at: int) -> int:
    """How many characters around the words at a place are those of the anchor; blanks do not count."""
    end = at + len(anchor.exact)
    before, after = text[max(0, at - 2 * CONTEXT) : at], text[end : end + 2 * CONTEXT]
    return _shared(_bare(anchor.prefix)[::-1], _bare(before)[::-1]) + _shared(_bare(anchor.suffix), _bare(after))


def _shared(a: str, b: str) -> int:
    """Length of the beginning that two strings share."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _bare(text: str) -> str:
    return "".join(text.split())
