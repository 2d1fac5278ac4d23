"""Who said it: the same words that outlets give to two speakers; the subject is the utterance."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.link.material import Material
from dragoman.link.twice_given import given_twice
from dragoman.model.attribution import Quote
from dragoman.model.claim import UTTERANCE, About, Claim, Field
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, voice_name


def compare_speakers(linked: Linked) -> tuple[Comparison, ...]:
    """A conflict over the actor of an utterance for each two speakers of the same words, sorted by id.

    The subject's id is that of a quote; every quote's id resolves to its utterance.
    """
    material = linked.material
    found = []
    for quotes in given_twice(material.quotes, material.reports, material.entities):
        ends = [(claim, quote) for quote in quotes if (claim := _claim(quote, material))]
        if len(ends) == len(quotes):
            found.append(_conflict(ends, linked))
    return tuple(sorted(found, key=lambda c: c.id))


def _claim(quote: Quote, material: Material) -> Claim | None:
    """The statement that holds the quote, on the word of its speaker."""
    held = [
        c
        for c in material.claims
        if c.about.kind == "statement"
        and c.field == Field.OCCURRENCE
        and c.span.overlaps(quote.span)
        and (c.voice.entity, c.voice.name) == (quote.voice.entity, quote.voice.name)
    ]
    return min(held, key=lambda c: (c.span, c.id), default=None)


def _conflict(ends: Sequence[tuple[Claim, Quote]], linked: Linked) -> Comparison:
    (a, quote), (b, _) = sorted(ends, key=lambda end: (linked.order.get(end[0].report, ""), end[0].id))
    said = {"a": a.outlet, "b": b.outlet, "voice": voice_name(a), "voice2": voice_name(b)}
    found = comparison(a, b, Verdict.CONFLICT, because("speakers", **said), order=linked.order)
    return replace(found, field=Field.ACTOR, subject=About(UTTERANCE, quote.id))
