"""Likeness of meaning between texts: finds candidates, and says nothing about agreement."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.link.material import Material
from dragoman.link.sentences import context_of, sentences
from dragoman.model.event import EventMention

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""n sentences to n unit vectors."""


class Similarity(Protocol):
    """What texts mean, as far as they can be set beside each other."""

    def __call__(self, a: str, b: str) -> float:
        """Two texts to a cosine in [-1, 1]."""
        ...

    def bits(self, text: str) -> str | None:
        """The signs of a text's vector as 0 and 1: texts of one meaning differ in few. None for an unknown text."""
        ...


def texts_of(material: Material) -> tuple[str, ...]:
    """Every text that linking may compare: clauses, sentences of quotes, contents of positions and commitments."""
    texts: set[str] = set()
    for mention in material.events:
        texts |= {mention.clause.exact, mention.trigger.exact.lower(), phrase_of(mention)}
    texts |= {part for quote in material.quotes for part in (quote.span.exact, *sentences(quote.span.exact))}
    texts |= {mention.content.exact for mention in material.positions}
    texts |= {mention.what.exact for mention in material.commitments}
    reports = {report.id: report for report in material.reports}
    texts |= {context_of(q.span, reports[q.span.report]) for q in material.quantities if q.span.report in reports}
    return tuple(sorted(texts))


def phrase_of(mention: EventMention) -> str:
    """An event in its fewest words: who, what, to whom."""
    spans = (mention.actor_words, mention.trigger, mention.recipient_words)
    return " ".join(span.exact.lower() for span in spans if span)


class Cosine:
    """Likeness over some texts, embedded once; a text that is not among them is like no other (0.0)."""

    def __init__(self, texts: Iterable[str], embed: Embed) -> None:
        ordered = sorted(set(texts))
        self._vectors = embed(ordered) if ordered else np.zeros((0, 1), dtype=np.float32)
        self._rows = {text: row for row, text in enumerate(ordered)}

    def __call__(self, a: str, b: str) -> float:
        """The cosine of two texts, to three decimals."""
        if a not in self._rows or b not in self._rows:
            return 0.0
        return round(float(self._vectors[self._rows[a]] @ self._vectors[self._rows[b]]), 3)

    def bits(self, text: str) -> str | None:
        """The signs of a text's vector, one character each."""
        if text not in self._rows:
            return None
        return "".join("1" if value > 0 else "0" for value in self._vectors[self._rows[text]].tolist())
