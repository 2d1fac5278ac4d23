"""The PLOVER root of a marked pair by a trained part: a few regressions over parse and sentence vectors, averaged."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.extract.pair_features import PairFeatures
from dragoman.extract.softmax import Matrix, fit, probabilities
from dragoman.text.models import locate, verify

Embed = Callable[[Sequence[str]], Matrix]
"""Sentence vectors, one row a text."""
MODEL = "pair_roots"
_FILE = "events.npz"
_RARE = 2
"""A name that fewer pairs of the training text bear teaches nothing."""


@dataclass(frozen=True, slots=True)
class Mix:
    """How much each kind of feature counts in one regression; 0 leaves it out."""

    rules: float = 0.0
    words: float = 0.0
    vectors: float = 0.0
    sentence: float = 0.0
    clause: float = 0.0


WITH_SENTENCES = (Mix(rules=0.7, words=0.7, vectors=1.5, sentence=3.0, clause=4.0),)
"""What ships: every kind of feature in one regression. Averages of several were no better on other sentences."""


@dataclass(frozen=True, slots=True)
class PairRoots:
    """A trained part: the roots, the names of the features that count, and the weights of each regression."""

    roots: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    parts: tuple[tuple[Mix, Matrix], ...]

    def shares(self, pairs: Sequence[PairFeatures], embed: Embed) -> Matrix:
        """How likely each root is for each pair, one row a pair, in the order of `roots`; a row adds up to one."""
        blocks = _blocks(pairs, self.names, embed, [mix for mix, _ in self.parts])
        told = [probabilities(_rows(blocks, mix) @ weights) for mix, weights in self.parts]
        mean: Matrix = np.mean(told, axis=0)
        return mean

    def best(self, pairs: Sequence[PairFeatures], embed: Embed) -> tuple[str, ...]:
        """The likeliest root of each pair."""
        if not pairs:
            return ()
        return tuple(self.roots[at] for at in self.shares(pairs, embed).argmax(axis=1))

    def save(self, path: Path) -> None:
        """Write it as .npz without pickled objects; the same weights give the same bytes."""
        mixes = np.array([[m.rules, m.words, m.vectors, m.sentence, m.clause] for m, _ in self.parts], np.float32)
        arrays: dict[str, Any] = {kind: _packed(listed) for kind, listed in self.names.items()}
        arrays |= {f"weights{at}": weights.astype(np.float16) for at, (_, weights) in enumerate(self.parts)}
        np.savez_compressed(path, roots=_packed(self.roots), mixes=mixes, **arrays)

    @classmethod
    def load(cls, path: Path) -> "PairRoots":
        """Read what `save` wrote; ModelError where the file is none or broken."""
        try:
            with np.load(path, allow_pickle=False) as file:
                mixes = [Mix(*(float(share) for share in row)) for row in file["mixes"]]
                parts = tuple((mix, file[f"weights{at}"].astype(np.float32)) for at, mix in enumerate(mixes))
                names = {kind: _unpacked(file[kind]) for kind in ("rules", "words")}
                return cls(_unpacked(file["roots"]), names, parts)
        except (OSError, EOFError, BadZipFile, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path}: no trained part for pairs: {error}. Train it again, or leave it out") from error


@functools.cache
def shipped() -> PairRoots:
    """The part that ships, checked against its hash; learned from texts written for the project only."""
    verify(MODEL)
    return PairRoots.load(locate(MODEL) / _FILE)


def learn(pairs: Sequence[PairFeatures], roots: Sequence[str], embed: Embed, mixes: Sequence[Mix]) -> PairRoots:
    """Learn from pairs and the root of each: one regression for each mix."""
    known = tuple(sorted(set(roots)))
    names = {kind: _frequent(getattr(pair, kind) for pair in pairs) for kind in ("rules", "words")}
    blocks = _blocks(pairs, names, embed, mixes)
    wanted = [known.index(root) for root in roots]
    return PairRoots(known, names, tuple((mix, fit(_rows(blocks, mix), wanted)) for mix in mixes))


def _frequent(told: Iterable[Mapping[str, float]]) -> tuple[str, ...]:
    count: dict[str, int] = {}
    for features in told:
        for name in features:
            count[name] = count.get(name, 0) + 1
    return tuple(sorted(name for name, number in count.items() if number >= _RARE))


def _blocks(
    pairs: Sequence[PairFeatures], names: Mapping[str, tuple[str, ...]], embed: Embed, mixes: Sequence[Mix]
) -> dict[str, Matrix]:
    """The rows of each kind of feature; sentences are embedded only where a regression looks at them."""
    blocks = {kind: _named([getattr(pair, kind) for pair in pairs], listed) for kind, listed in names.items()}
    blocks["vectors"] = np.stack([pair.vectors for pair in pairs])
    for kind in ("sentence", "clause"):
        if any(getattr(mix, kind) for mix in mixes):
            blocks[kind] = embed([getattr(pair, kind) for pair in pairs])
    return blocks


def _named(told: Sequence[Mapping[str, float]], names: Sequence[str]) -> Matrix:
    column = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(told), len(names)), dtype=np.float32)
    for row, features in zip(rows, told, strict=True):
        for name, value in features.items():
            if name in column:
                row[column[name]] = value
    return rows


def _rows(blocks: Mapping[str, Matrix], mix: Mix) -> Matrix:
    """The blocks that a regression looks at side by side, each by its share, and a column of ones."""
    shared = [blocks[kind] * np.float32(share) for kind in blocks if (share := getattr(mix, kind))]
    ones = np.ones((len(shared[0]), 1), dtype=np.float32)
    rows: Matrix = np.concatenate([*shared, ones], axis=1)
    return rows


def _packed(listed: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(listed).encode(), dtype=np.uint8)


def _unpacked(array: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(array.tobytes().decode().split("\n"))
