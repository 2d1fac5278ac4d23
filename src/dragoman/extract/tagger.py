"""The trained tagger of attributions: which words are cues, and which words around each are its parts."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.errors import ModelError
from dragoman.extract.cue_features import Around, around, candidates, cue_dense, cue_rows
from dragoman.extract.hashing import key
from dragoman.extract.network import Network
from dragoman.extract.part_features import Pairs, pairs, part_dense, part_rows, paths
from dragoman.extract.sheet import Floats, Ints, Keys, Sheet
from dragoman.text.models import verify

LABELS = ("outside", "source", "cue", "content")
_PARTS = ("table", "dense", "bias", "out", "out_bias")
_FORMAT = 1
_SURE = 1e4
MAJORITY = 0.5
"""Share of a quotation's tokens that must be content before all of it is."""


@dataclass(frozen=True)
class Tagger:
    """Lemmas that may head a cue beside verbs, the networks, the steps between labels, and the least log odds of a cue.

    Inside quotation marks a cue needs more: a speaker's own "I think" ascribes nothing anew.
    """

    heads: Keys
    cues: Network
    parts: Network
    steps: Floats
    least: float
    least_quoted: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution by tokens of a sheet: the cue's head, its log odds, and the tokens of each part, sorted."""

    head: int
    score: float
    source: Ints
    cue: Ints
    content: Ints


def tag(tagger: Tagger, sheet: Sheet, vectors: Floats) -> Iterator[Tagged]:
    """The attributions of a report, in order of their cues; those without content are left out."""
    if not len(sheet):
        return
    seen = around(sheet)
    at = candidates(sheet, tagger.heads)
    odds = cue_odds(tagger.cues, sheet, seen, at, vectors)
    inside = sheet.quoted[at] % 3 > 0
    chosen = odds > np.where(inside, tagger.least_quoted, tagger.least)
    cues, odds = at[chosen], odds[chosen]
    if not len(cues):
        return
    given, scores = part_scores(tagger.parts, sheet, seen, cues)
    for place, tokens, labels in _labelled(given, scores, tagger.steps):
        parts = [tokens[labels == label] for label in (1, 2, 3)]
        content = _whole_quotations(sheet, parts[2], parts[1])
        if len(content):
            source = _one_run(parts[0], int(cues[place]))
            yield Tagged(int(cues[place]), float(odds[place]), source, parts[1], content)


def cue_odds(network: Network, sheet: Sheet, seen: Around, at: Ints, vectors: Floats) -> Floats:
    """Log odds that each token heads a cue."""
    scores = network.scores(cue_rows(sheet, seen, at, bits=network.bits), cue_dense(sheet, at, vectors))
    odds: Floats = scores[:, 1] - scores[:, 0]
    return odds


def part_scores(network: Network, sheet: Sheet, seen: Around, cues: Ints) -> tuple[Pairs, Floats]:
    """Scores of the labels of every token around each cue; a head is always part of its cue."""
    given = pairs(sheet, cues)
    led = paths(sheet, given)
    scores = network.scores(part_rows(sheet, seen, given, led, bits=network.bits), part_dense(sheet, given, led))
    scores[given.token == given.cue, LABELS.index("cue")] += _SURE
    return given, scores


def _labelled(given: Pairs, scores: Floats, steps: Floats) -> Iterator[tuple[int, Ints, Ints]]:
    """For each cue its number, its tokens and their best labels as a chain."""
    labels = best_chains(scores, np.diff(given.first), steps)
    for place, (start, end) in enumerate(zip(given.first[:-1], given.first[1:], strict=True)):
        yield place, given.token[start:end], labels[start:end]


def best_chains(scores: Floats, lengths: Ints, steps: Floats) -> Ints:
    """The best labels of chains of these lengths, laid end to end (Viterbi, all chains at once, longest first)."""
    order = np.argsort(-lengths, kind="stable")
    ordered = lengths[order]
    first = (np.cumsum(lengths) - lengths)[order]
    running = np.searchsorted(-ordered, -np.arange(int(ordered[0])), side="left").tolist()
    best = scores[first].astype(np.float32)
    back = np.zeros((len(scores), scores.shape[1]), np.int8)
    for place, many in enumerate(running[1:], start=1):
        spot = first[:many] + place
        ways = best[:many, :, None] + steps
        back[spot] = ways.argmax(axis=1)
        best[:many] = ways.max(axis=1) + scores[spot]
    labels = np.zeros(len(scores), np.int64)
    now = best.argmax(axis=1)
    for place in range(len(running) - 1, -1, -1):
        many = running[place]
        spot = first[:many] + place
        labels[spot] = now[:many]
        now[:many] = back[spot, now[:many]] if place else now[:many]
    return labels


def _one_run(tokens: Ints, cue: int) -> Ints:
    """The run of tokens nearest the cue, the longer where two are as near."""
    if not len(tokens):
        return tokens
    runs = np.split(tokens, np.flatnonzero(np.diff(tokens) > 1) + 1)
    return min(runs, key=lambda run: (min(abs(int(run[0]) - cue), abs(int(run[-1]) - cue)), -len(run)))


def _whole_quotations(sheet: Sheet, content: Ints, cue: Ints) -> Ints:
    """The content with all of each quotation of which it holds most, marks included, but not the cue's own."""
    if not len(content):
        return content
    held = content
    for quotation in sorted({*sheet.quotation[content].tolist()} - {0, *sheet.quotation[cue].tolist()}):
        there = np.flatnonzero(sheet.quotation == quotation)
        looked_at = there[(there >= content[0] - 1) & (there <= content[-1] + 1)]
        if np.isin(looked_at, held).mean() > MAJORITY:
            held = np.union1d(held, there)
    return _worded(sheet, held, cue)


def _worded(sheet: Sheet, tokens: Ints, cue: Ints) -> Ints:
    """The tokens without commas at the edges of a run, and without runs of mere marks and small words.

    Where a whole quotation stands before its cue, what follows apart and unquoted is the outlet's again.
    """
    runs = [_trimmed(sheet, run) for run in np.split(tokens, np.flatnonzero(np.diff(tokens) > 1) + 1)]
    kept = [run for run in runs if not _small().issuperset(sheet.pos[run].tolist())]
    if kept and _is_quotation(sheet, kept[0]) and kept[0][-1] < cue[0]:
        kept = [run for run in kept if run[0] <= cue[-1] + 1 or sheet.quoted[run].all()]
    return np.concatenate(kept) if kept else tokens


def _trimmed(sheet: Sheet, run: Ints) -> Ints:
    first, end = 0, len(run)
    while first < end and _is_comma(sheet, run[first]):
        first += 1
    while end > first and _is_comma(sheet, run[end - 1]):
        end -= 1
    return run[first:end]


def _is_comma(sheet: Sheet, token: int) -> bool:
    return int(sheet.lower[token]) in _commas() and not sheet.quoted[token]


def _is_quotation(sheet: Sheet, run: Ints) -> bool:
    return bool(sheet.quoted[run[0]] == 1 and sheet.quoted[run[-1]] == 3)


@cache
def _commas() -> frozenset[int]:
    return frozenset(key(mark) for mark in (",", ";"))


@cache
def _small() -> frozenset[int]:
    return frozenset(key(part) for part in ("PUNCT", "SPACE", "CCONJ", "SCONJ", "ADP", "PART", "DET"))


@cache
def load_tagger(path: Path | None = None) -> Tagger:
    """The tagger in a file of weights, or the bundled one, verified by its hash; raises ModelError."""
    file = path or verify("attribution").path / "attribution.npz"
    try:
        with np.load(file, allow_pickle=False) as stored:
            if int(stored["format"]) != _FORMAT:
                raise ModelError(f"{file}: weights of format {int(stored['format'])}; this version reads {_FORMAT}")
            return Tagger(
                heads=stored["heads"],
                cues=Network(*(_weight(stored, f"cues_{name}") for name in _PARTS)),
                parts=Network(*(_weight(stored, f"parts_{name}") for name in _PARTS)),
                steps=stored["steps"],
                least=float(stored["least"]),
                least_quoted=float(stored["least_quoted"]),
            )
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{file}: no weights of an attribution tagger: {error}. See dragoman train") from error


def save_tagger(tagger: Tagger, path: Path) -> None:
    """Write the weights; tables as bytes with a scale for each column."""
    arrays: dict[str, Any] = {"format": np.int64(_FORMAT), "heads": tagger.heads, "steps": tagger.steps}
    arrays |= {"least": np.float64(tagger.least), "least_quoted": np.float64(tagger.least_quoted)}
    for part, network in (("cues", tagger.cues), ("parts", tagger.parts)):
        for name in _PARTS:
            weight = getattr(network, name)
            if name == "table":
                scale = np.maximum(np.abs(weight).max(axis=0), 1e-9) / 127
                arrays[f"{part}_{name}_scale"] = scale.astype(np.float32)
                weight = np.rint(weight / scale).astype(np.int8)
            arrays[f"{part}_{name}"] = weight
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def _weight(stored: "np.lib.npyio.NpzFile", name: str) -> Floats:
    weight = stored[name].astype(np.float32)
    return weight * stored[f"{name}_scale"] if f"{name}_scale" in stored else weight
