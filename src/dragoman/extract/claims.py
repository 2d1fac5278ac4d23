"""Claims: each event, quantity, position, commitment and statement of a report, on the word of its voice."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.assertion import assertion
from dragoman.extract.found import Extractor, Found
from dragoman.extract.voices import voice_of
from dragoman.model.attribution import Manner, Voice, VoiceKind
from dragoman.model.claim import About, Claim, Field
from dragoman.model.event import EventMention, Modality, Polarity
from dragoman.model.ids import content_id
from dragoman.model.position import Status
from dragoman.model.quantity import Quantity
from dragoman.model.span import Span
from dragoman.model.time import Interval
from dragoman.text.page import Page
from dragoman.text.parse import Token

VERSION = "1"
_AS_OF = re.compile(r"\bas (?:of|at)\b", re.IGNORECASE)
_LOOSE = ' \n,;:—–-“”«»"’'
_STATED = {
    Manner.SPEECH: Modality.HAPPENED,
    Manner.DENIAL: Modality.HAPPENED,
    Manner.ATTITUDE: Modality.HAPPENED,
    Manner.FORECAST: Modality.FORECAST,
}
_SETTLED = frozenset({Status.KEPT, Status.PARTLY_KEPT, Status.BROKEN})


def claims(page: Page, found: Found) -> tuple[Claim, ...]:
    """All claims of one report, in order of the text; accounts and clusters are filled in when linked."""
    made = [
        *_of_events(page, found),
        *_of_quantities(page, found),
        *_of_positions(page, found),
        *_of_commitments(page, found),
        *_of_statements(page, found),
    ]
    unique = {claim.id: claim for claim in made}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.span, claim.field, claim.id)))


def written(interval: Interval) -> str:
    """An interval as ISO 8601 writes it: one day alone, else `start/end` with `..` for an open end."""
    if interval.start and interval.start == interval.end:
        return interval.start
    return f"{interval.start or '..'}/{interval.end or '..'}"


def event_of(page: Page, found: Found, quantity: Quantity) -> EventMention | None:
    """The event that a quantity measures: the one whose trigger is nearest above or below it in the parse."""
    paragraph, tokens = page.paragraph_of(quantity.span), page.tokens(quantity.head or quantity.span)
    if paragraph is None or not tokens:
        return None
    head = min(tokens, key=lambda token: (len(list(token.ancestors)), token.i))
    around = page.words(paragraph, head.sent)
    near = (
        (steps, mention.trigger.start, mention.id, mention)
        for mention in found.events
        if around.overlaps(mention.trigger) and (steps := _steps(head, page.tokens(mention.trigger))) is not None
    )
    nearest = min(near, default=None, key=lambda path: path[:3])
    return nearest[3] if nearest else None


def _claim(page: Page, found: Found, about: About, field: Field, span: Span, voice: Voice) -> Claim:
    return Claim(
        id=content_id("c", page.report.id, span.start, span.end, field, about.kind, about.id),
        about=about,
        event_mention=about.id if about.kind == "event" else None,
        field=field,
        voice=voice,
        outlet=page.report.outlet,
        report=page.report.id,
        as_of=_as_of(page, found, span) or page.report.published.day,
        span=span,
        extractor=f"{about.kind}/{VERSION}",
    )


def _as_of(page: Page, found: Found, span: Span) -> str | None:
    """The day of "as of Sunday" in the sentence of a claim."""
    for when in found.times:
        if when.interval.start and _AS_OF.search(page.report.text, max(0, when.span.start - 6), when.span.end):
            told = next((one for one in page.tokens(when.span)), None)
            if told is not None and any(told.sent == token.sent for token in page.tokens(span)):
                return when.interval.start
    return None


def _of_events(page: Page, found: Found) -> Iterator[Claim]:
    for mention in found.events:
        about = About("event", mention.id)
        told: list[tuple[Field, Span, str]] = [(Field.OCCURRENCE, _own_words(page, found, mention), mention.type.value)]
        for when in found.times:
            if mention.time.known and when.interval == mention.time and mention.clause.overlaps(when.span):
                told.append((Field.TIME, when.span, written(when.interval)))
        for where in found.places:
            if where.place == mention.place and mention.clause.overlaps(where.span):
                told.append((Field.PLACE, where.span, where.place.name))
        for field, span, value in told:
            claim = _claim(page, found, about, field, span, mention.voice)
            yield replace(claim, value=value, polarity=mention.polarity, modality=mention.modality)


def _own_words(page: Page, found: Found, mention: EventMention) -> Span:
    """The clause without what another voice says in it, and up to its first number, which is a claim of its own.

    Who accuses is the outlet's word, of what is the accuser's; that it hit is one claim, how many another.
    """
    start, end = mention.clause.start, mention.clause.end
    numbers = [quantity.span.start for quantity in found.quantities if mention.trigger.end <= quantity.span.start < end]
    end = min([end, *numbers])
    for said in found.speech.attributions:
        for content in said.content:
            if said.voice == mention.voice or content.overlaps(mention.trigger):
                continue
            if mention.trigger.end <= content.start < end:
                end = content.start
            elif start < content.end <= mention.trigger.start:
                start = content.end
    words = page.report.text[start:end]
    if not words.strip(_LOOSE):
        # Others' words and numbers take up all but the word that names it.
        return mention.trigger
    start += len(words) - len(words.lstrip(_LOOSE))
    return page.cut(start, start + len(words.strip(_LOOSE)))


def _of_quantities(page: Page, found: Found) -> Iterator[Claim]:
    for quantity in found.quantities:
        event = event_of(page, found, quantity)
        about = About("event", event.id) if event else About("statement", quantity.id)
        claim = _claim(page, found, about, Field.QUANTITY, quantity.span, voice_of(page, found, quantity.span))
        polarity, modality = (event.polarity, event.modality) if event else _assertion(page, quantity)
        amount = quantity.amount
        yield replace(
            claim,
            value=amount.value,
            low=amount.low,
            low_strict=amount.low_strict,
            high=amount.high,
            high_strict=amount.high_strict,
            hedge=amount.hedge,
            unit=quantity.unit,
            what=quantity.what,
            scope=quantity.scope,
            side=quantity.side,
            per=quantity.per,
            polarity=polarity,
            modality=modality,
            extractor=f"quantity/{VERSION}",
        )


def _steps(head: Token, trigger: tuple[Token, ...]) -> int | None:
    """Steps up the tree from the counted word to the trigger, or down to it; None when neither governs the other."""
    for steps, token in enumerate((head, *head.ancestors)):
        if token in trigger:
            return steps
    below = [steps for token in trigger for steps, up in enumerate(token.ancestors, start=1) if up == head]
    return min(below, default=None)


def _assertion(page: Page, quantity: Quantity) -> tuple[Polarity, Modality]:
    span = quantity.head or quantity.span
    paragraph, tokens = page.paragraph_of(span), page.tokens(span)
    return assertion(paragraph, tokens[-1]) if paragraph and tokens else (Polarity.ASSERTED, Modality.HAPPENED)


def _of_positions(page: Page, found: Found) -> Iterator[Claim]:
    for position in found.positions:
        claim = _claim(page, found, About("position", position.id), Field.STANCE, position.span, position.voice)
        yield replace(claim, value=position.stance.value, what=position.issue, modality=Modality.ONGOING)


def _of_commitments(page: Page, found: Found) -> Iterator[Claim]:
    for promise in found.commitments:
        claim = _claim(page, found, About("commitment", promise.id), Field.OCCURRENCE, promise.span, promise.voice)
        modality = Modality.HAPPENED if promise.status in _SETTLED else Modality.PLANNED
        yield replace(claim, value=promise.status.value, modality=modality)


def _of_statements(page: Page, found: Found) -> Iterator[Claim]:
    """What someone says is a claim even where no event stands in it; so is hearsay without a source."""
    for said in found.speech.attributions:
        if said.manner in _STATED:
            for span in _whole(page, said.content):
                claim = _claim(page, found, About("statement", said.id), Field.OCCURRENCE, span, said.voice)
                denied = said.manner == Manner.DENIAL
                polarity = Polarity.DENIED if denied else Polarity.ASSERTED
                yield replace(claim, modality=_STATED[said.manner], polarity=polarity)
    for paragraph, sentence in page.sentences():
        voice = voice_of(page, found, page.words(paragraph, sentence.root))
        if voice.kind == VoiceKind.HEARSAY:
            span = page.words(paragraph, sentence)
            about = About("statement", content_id("s", page.report.id, span.start, span.end))
            yield _claim(page, found, about, Field.OCCURRENCE, span, voice)


def _whole(page: Page, content: tuple[Span, ...]) -> list[Span]:
    """Stretches of a content with nothing but marks between them are one statement ("said X “did Y”")."""
    whole: list[Span] = []
    for span in sorted(content):
        between = page.report.text[whole[-1].end : span.start] if whole else "-"
        if whole and not any(c.isalnum() or c == "\n" for c in between):
            whole[-1] = page.cut(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return [_closed(page, span) for span in whole]


def _closed(page: Page, span: Span) -> Span:
    """The span with the mark that closes a quotation opened in it."""
    after = page.report.text[span.end : span.end + 1]
    return page.cut(span.start, span.end + 1) if after == "”" and "“" in span.exact else span


CLAIMS = Extractor(
    "claims",
    VERSION,
    needs=("names", "places", "times", "speech", "quantities", "events", "positions", "commitments"),
    yields="claims",
    run=claims,
)
