"""Roots of given pairs by the trained part: as it ships, and learned from the set itself in five folds."""

import hashlib
from collections.abc import Sequence

from dragoman.evaluate.pair_material import Remembered
from dragoman.evaluate.plv_format import MarkedPair
from dragoman.extract.pair_features import PairFeatures
from dragoman.extract.pair_roots import WITH_SENTENCES, learn, shipped

FOLDS = 5


def shown_by_shipped(features: Sequence[PairFeatures], embed: Remembered) -> tuple[str, ...]:
    """The root of each pair by the part that ships, which never saw the set."""
    return shipped().best(features, embed)


def shown_across_folds(
    pairs: Sequence[MarkedPair], features: Sequence[PairFeatures], embed: Remembered
) -> tuple[str, ...]:
    """The root of each pair by a part learned from the other folds; no sentence stands on both sides.

    Nothing is chosen by the folds: the mixes are those of the part that ships.
    """
    folds = _folds([pair.text for pair in pairs])
    told = [""] * len(pairs)
    for fold in sorted(set(folds)):
        taught = [at for at, other in enumerate(folds) if other != fold]
        asked = [at for at, other in enumerate(folds) if other == fold]
        if not taught:
            continue
        model = learn([features[at] for at in taught], [pairs[at].root for at in taught], embed, WITH_SENTENCES)
        for at, root in zip(asked, model.best([features[at] for at in asked], embed), strict=True):
            told[at] = root
    return tuple(told)


def _folds(texts: Sequence[str]) -> list[int]:
    """A fold for each text: the same for the same words, as good as drawn by chance, alike on every machine."""
    drawn = sorted(set(texts), key=lambda text: hashlib.sha256(text.encode()).hexdigest())
    fold = {text: at % FOLDS for at, text in enumerate(drawn)}
    return [fold[text] for text in texts]
