"""The voice behind any words of a report."""

from dragoman.extract.acts import MAJORITY
from dragoman.extract.found import Found
from dragoman.model.attribution import Attribution, Voice, VoiceKind
from dragoman.model.span import Span
from dragoman.text.page import Page

OUTLET = Voice(VoiceKind.OUTLET)


def voice_of(page: Page, found: Found, span: Span) -> Voice:  # noqa: ARG001
    """Who stands behind these words: the innermost attribution that holds most of them, else the outlet.

    Words with nobody behind them ("reportedly", "was reported") are attributions too, to hearsay.
    """
    attribution = attribution_of(found, span)
    return attribution.voice if attribution else OUTLET


def attribution_of(found: Found, span: Span) -> Attribution | None:
    """The innermost attribution that holds most of the words, or None where the outlet itself speaks."""
    holding = [a for a in found.speech.attributions if _share(a, span) > MAJORITY]
    return min(holding, key=_rank) if holding else None


def _rank(attribution: Attribution) -> tuple[int, int, int]:
    """Smaller contents first; of equal ones that of the origin, which has the longer chain."""
    return _size(attribution), -len(attribution.voice.chain), attribution.content[0].start


def _share(attribution: Attribution, span: Span) -> float:
    start, end, inside = span.start, span.end, 0
    for said in attribution.content:
        if said.start < end and start < said.end:
            inside += min(end, said.end) - max(start, said.start)
    return inside / (end - start)


def _size(attribution: Attribution) -> int:
    return sum(s.end - s.start for s in attribution.content)
