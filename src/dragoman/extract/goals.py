"""Lists of aims in a party's own words: "First, a truce. Second, the release of prisoners"."""

import re
from collections.abc import Iterator

from dragoman.extract.bearers import Bearers
from dragoman.extract.found import Found
from dragoman.model.attribution import QuoteKind
from dragoman.model.entity import Entity
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_PURPOSE = re.compile(r"\s*(?:and\s+)?(?:in order )?to [^,]*,\s*", re.IGNORECASE)
_DASH = r"\s*(?:[—–:,-]|--)\s*"


def goal_items(page: Page, found: Found, paragraph: Paragraph, bearers: Bearers) -> Iterator[tuple[Entity, Span]]:
    """The items of an enumeration quoted from a party's speaker, with the party; only where aims are announced."""
    quotes = [
        q
        for q in found.speech.quotes
        if q.kind is not QuoteKind.INDIRECT and paragraph.start <= q.span.start < paragraph.end
    ]
    wanting = words("stances", "demand_nouns") | words("stances", "offer_nouns")
    if not any(token.lemma_.lower() in wanting for token in paragraph.doc):
        return
    started = False
    for quote in quotes:
        speaker = next((e for e in found.names.entities if e.id == quote.voice.entity), None)
        if speaker is None or not speaker.side:
            continue
        for start, end, counted in _sentences(quote.span):
            started = started or counted
            span = _without_edges(page, start, end)
            if started and span is not None and (counted or _verbless(page, span)):
                yield bearers.side_of(speaker), span


def _sentences(span: Span) -> Iterator[tuple[int, int, bool]]:
    """Stretches between full stops as (start, end, whether an ordinal opens it), the ordinal left out."""
    opening = re.compile(rf"(?:{'|'.join(sorted(words('stances', 'ordinals')))}){_DASH}", re.IGNORECASE)
    for match in re.finditer(r"[^.;!?]+", span.exact):
        text = match.group()
        lead = len(text) - len(text.lstrip())
        counted = opening.match(text, lead)
        start = counted.end() if counted else lead
        purpose = _PURPOSE.match(text, start)
        start = purpose.end() if purpose else start
        if text[start:].strip():
            yield span.start + match.start() + start, span.start + match.end(), counted is not None


def _without_edges(page: Page, start: int, end: int) -> Span | None:
    text = page.report.text[start:end]
    stripped = text.strip(" \t,;:—–-“”\"'")
    if not stripped:
        return None
    offset = start + text.index(stripped)
    return page.cut(offset, offset + len(stripped))


def _verbless(page: Page, span: Span) -> bool:
    """Whether the words are no full sentence but go on with the list."""
    tokens = page.tokens(span)
    return bool(tokens) and not any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.tag_ in ("VBD", "VBZ", "VBP") for t in tokens
    )
