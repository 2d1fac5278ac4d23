"""The same words given to two speakers: one outlet has misattributed them, unless both did say them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.link.lexicon import phrases_of
from dragoman.link.sentences import sentences
from dragoman.link.wording import likeness, tokens
from dragoman.link.words import content, fold, words
from dragoman.model.attribution import Quote, QuoteKind, VoiceKind
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.report import Report

_WORDS, _TELLING = 8, 4
"""Words, and among them telling ones, of a sentence that two speakers hardly say alike by chance."""
_ALIKE, _DAYS, _SPEAKERS = 0.85, 4, 2
"""Likeness of two wordings; days between reports; more speakers than these share a slogan."""
_GRAM = 4


@dataclass(frozen=True, slots=True)
class _Given:
    """One sentence of a quote with its speaker."""

    quote: Quote
    speaker: str
    words: tuple[str, ...]
    text: str
    report: Report


def given_twice(
    quotes: Iterable[Quote], reports: Iterable[Report], entities: Iterable[Entity]
) -> tuple[tuple[Quote, Quote], ...]:
    """Pairs of quotes with the same words and two speakers, one for each sentence and two speakers, sorted by ids."""
    by_report = {report.id: report for report in reports}
    known = {entity.id: entity for entity in entities}
    given = sorted(_given(quotes, by_report), key=lambda g: (g.words, g.report.published.end or "~", g.quote.id))
    found: dict[tuple[object, ...], tuple[Quote, Quote]] = {}
    for same in _alike(given):
        if len({g.speaker for g in same}) != _SPEAKERS:
            continue
        first = same[0]
        for other in same[1:]:
            if other.speaker != first.speaker and _near(first.report, other.report) and _differ(first, other, known):
                key = first.words, *sorted((first.speaker, other.speaker))
                ends = sorted((first.quote, other.quote), key=lambda q: q.id)
                found.setdefault(key, (ends[0], ends[1]))
    return tuple(sorted(found.values(), key=lambda pair: (pair[0].id, pair[1].id)))


def _given(quotes: Iterable[Quote], reports: Mapping[str, Report]) -> Iterator[_Given]:
    for quote in quotes:
        named = quote.voice.kind == VoiceKind.NAMED and (quote.voice.entity or quote.voice.name)
        report = reports.get(quote.span.report)
        if not named or report is None or quote.kind == QuoteKind.INDIRECT:
            continue
        if not _said_here(quote, report) or _joint().search(_paragraph(quote, report)):
            continue
        for text in sentences(quote.span.exact):
            if len(tokens(text)) >= _WORDS and len(content(text)) >= _TELLING:
                yield _Given(quote, str(named), tokens(text), text, report)


def _said_here(quote: Quote, report: Report) -> bool:
    """Whether the speaker's name stands in the quote's own paragraph: a speaker carried over may be our own error."""
    name = words(quote.voice.name)[-1:]
    return bool(name) and name[0] in words(_paragraph(quote, report))


def _paragraph(quote: Quote, report: Report) -> str:
    """The words around a quote in its paragraph."""
    start = report.text.rfind("\n", 0, quote.span.start) + 1
    end = report.text.find("\n", quote.span.end)
    return f"{report.text[start : quote.span.start]} {report.text[quote.span.end : end if end >= 0 else None]}"


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases_of('jointly')))})\b", re.IGNORECASE)


def _alike(given: Iterable[_Given]) -> Iterator[list[_Given]]:
    """Sentences that are nearly the same, each beside the first of its kind."""
    groups: list[list[_Given]] = []
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    exact: dict[tuple[str, ...], int] = {}
    for one in given:
        at = exact.get(one.words)
        if at is None:
            grams = [one.words[i : i + _GRAM] for i in range(len(one.words) - _GRAM + 1)]
            near = sorted({place for gram in grams for place in places[gram]})
            at = next((p for p in near if likeness(groups[p][0].text, one.text) >= _ALIKE), None)
            if at is None:
                at = len(groups)
                groups.append([])
            for gram in grams:
                places[gram].append(at)
            exact[one.words] = at
        groups[at].append(one)
    return iter(groups)


def _near(a: Report, b: Report) -> bool:
    first, second = a.published.end, b.published.end
    return not first or not second or abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= _DAYS


def _differ(a: _Given, b: _Given, known: Mapping[str, Entity]) -> bool:
    """Whether one cannot have spoken for the other: two persons, or voices of two sides."""
    one, other = a.quote.voice, b.quote.voice
    if words(one.name)[-1:] == words(other.name)[-1:] or {fold(one.name), fold(other.name)} & _hands(a, b):
        return False
    if one.side and other.side and one.side != other.side:
        return True
    entities = (known.get(voice.entity or "") for voice in (one, other))
    return all(entity is not None and entity.kind == EntityKind.PERSON for entity in entities)


def _hands(a: _Given, b: _Given) -> set[str]:
    """Through whom the words came: who passes on what another said has not said it."""
    return {fold(actor.name) for g in (a, b) for actor in g.quote.voice.chain}
