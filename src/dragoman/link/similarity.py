"""Likeness of meaning between texts: finds candidates, and says nothing about agreement."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.link.material import Material
from dragoman.link.sentences import context_of, sentences

Similarity = Callable[[str, str], float]
"""Two texts to a cosine in [-1, 1]."""
Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""n sentences to n unit vectors."""


def texts_of(material: Material) -> tuple[str, ...]:
    """Every text that linking may compare: clauses, sentences of quotes, contents of positions and commitments."""
    texts: set[str] = {mention.clause.exact for mention in material.events}
    texts |= {part for quote in material.quotes for part in (quote.span.exact, *sentences(quote.span.exact))}
    texts |= {mention.content.exact for mention in material.positions}
    texts |= {mention.what.exact for mention in material.commitments}
    reports = {report.id: report for report in material.reports}
    texts |= {context_of(q.span, reports[q.span.report]) for q in material.quantities if q.span.report in reports}
    return tuple(sorted(texts))


def cosine(texts: Iterable[str], embed: Embed) -> Similarity:
    """A likeness over these texts, embedded once; a text that is not among them is like no other (0.0)."""
    ordered = sorted(set(texts))
    vectors = embed(ordered) if ordered else np.zeros((0, 1), dtype=np.float32)
    rows = {text: row for row, text in enumerate(ordered)}

    def similarity(a: str, b: str) -> float:
        if a not in rows or b not in rows:
            return 0.0
        return round(float(vectors[rows[a]] @ vectors[rows[b]]), 3)

    return similarity
