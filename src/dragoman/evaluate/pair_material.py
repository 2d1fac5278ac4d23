"""Marked pairs made ready for the trained part: parsed, their features taken, their sentences embedded once."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.evaluate.plv_format import MarkedPair, Range
from dragoman.evaluate.texts import text_report
from dragoman.extract.pair_features import PairFeatures, pair_features
from dragoman.text.annotate import annotate, pipeline
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Page
from dragoman.text.parse import Doc
from dragoman.text.roster import Roster
from dragoman.text.vectors import embed
from dragoman.text.world import world


class Remembered:
    """Sentence vectors that are computed once for each text, however often they are asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, NDArray[np.float32]] = {}

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text, in order."""
        new = sorted(set(texts) - self._known.keys())
        self._known.update(zip(new, embed(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def material(pairs: Sequence[MarkedPair]) -> list[PairFeatures]:
    """The features of each pair, each sentence parsed as a report of its own."""
    reports = [text_report(pair.id, pair.text) for pair in pairs]
    pages = annotate(reports, Gazetteer(world(), Roster()))
    return [features_on(page, pair) for page, pair in zip(pages, pairs, strict=True)]


def features_on(page: Page, pair: MarkedPair) -> PairFeatures:
    """The features of a pair on its parsed page; of the paragraph in which its first mark stands."""
    marks = sorted((*pair.sources, *pair.targets))
    inside = page.paragraph_of(page.cut(*marks[0])) if marks else None
    if inside is None:
        return pair_features(Doc.of(pipeline().make_doc(pair.text)), (), ())
    return pair_features(
        inside.doc,
        tuple(_shifted(pair.sources, inside.start, inside.end)),
        tuple(_shifted(pair.targets, inside.start, inside.end)),
    )


def _shifted(ranges: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    return ((max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and b > start)
