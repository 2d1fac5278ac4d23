"""Training the tagger of attributions on texts in which they are marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from dragoman.errors import InputError
from dragoman.evaluate.attribution import Read, measures
from dragoman.evaluate.polnear_format import polnear_part, read_polnear
from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.texts import text_report
from dragoman.extract.ascriptions import as_ascribed, static_vectors
from dragoman.extract.sheet import Floats, sheet
from dragoman.extract.tagger import LABELS, Tagger, tag
from dragoman.model.marked import MarkedText
from dragoman.text.annotate import annotate, pipeline
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Page
from dragoman.text.roster import Roster
from dragoman.text.world import world
from dragoman.train.attribution_examples import Lesson, cue_examples, heads_beside_verbs, part_examples
from dragoman.train.chains import fit_chains
from dragoman.train.fitting import Examples, Manner, fit
from dragoman.train.marked import read_marked

CUES = Manner(labels=2, bits=15, hidden=32, passes=10, batch=256, table_step=0.02, drop_features=0.3)
PARTS = Manner(labels=len(LABELS), bits=15, hidden=64, passes=6, batch=8, table_step=0.02, drop_features=0.2)
"""Batches of the parts count chains."""
IN_NEWS = 0.18
"""Share of the words that may head a cue that do so in running news; texts written to teach hold more of them."""
WAGER = -0.2
"""Log odds at which F1 is highest, below even since a missed cue costs as much as a false one."""
LEAST_QUOTED = 99.0
"""Log odds that a cue needs inside quotation marks: none is taken there, as annotators of news take none."""
HELD_OUT = "-heldout.txt"

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Taught:
    """Texts to learn from, and texts kept apart to score on."""

    learn: tuple[MarkedText, ...]
    score: tuple[MarkedText, ...]
    lean_cues: bool
    """Whether those spoken to, time and place are to be taken off the cues: by hand they are marked now so, now so."""


def taught(data: Path, dev: Path | None = None) -> Taught:
    """The texts of a folder: PolNeAR with its parts, or marked texts with those named `*-heldout.txt` kept apart."""
    if polnear_part(data, "train"):
        learn = tuple(read_polnear(data, part="train"))
        beside = dev or (data if polnear_part(data, "dev") != polnear_part(data, "train") else None)
        return Taught(learn, tuple(_texts(beside)) if beside else (), lean_cues=False)
    learn = tuple(_texts(data, held_out=False))
    if not learn:
        raise InputError(f"{data}: no marked texts (*.txt) are there, and no train part of PolNeAR")
    return Taught(learn, tuple(_texts(dev) if dev else _texts(data, held_out=True)), lean_cues=True)


def _texts(folder: Path, *, held_out: bool | None = None) -> Iterator[MarkedText]:
    if polnear_part(folder, "dev"):
        yield from read_polnear(folder)
        return
    for path in sorted(folder.rglob("*.txt")):
        if held_out is None or path.name.endswith(HELD_OUT) == held_out:
            yield from read_marked(path)


def train(texts: Sequence[MarkedText], *, lean_cues: bool = True, seed: int = 0, told: Told = lambda _: None) -> Tagger:
    """Fit a tagger to texts; the same texts in the same order give the same weights on one machine."""
    told(f"reading {len(texts)} texts")
    lessons = [
        Lesson.of(text, sheet(page), lean_cues=lean_cues) for text, page in zip(texts, pages(texts), strict=True)
    ]
    heads = heads_beside_verbs(lessons)
    cues = cue_examples(lessons, heads, _vectors(), bits=CUES.bits)
    told(f"cues: {int(cues.labels.sum())} of {len(cues)} words that may head one")
    cue_network = fit(cues, replace(CUES, seed=seed), lambda turn, loss: told(f"  pass {turn}: loss {loss:.4f}"))
    parts, first = part_examples(lessons, bits=PARTS.bits)
    told(f"parts: {len(parts)} words around {len(first) - 1} cues")
    chained = fit_chains(
        parts, first, replace(PARTS, seed=seed), lambda turn, loss: told(f"  pass {turn}: loss {loss:.4f}")
    )
    return Tagger(heads, cue_network, chained.network, chained.steps, _least(cues), LEAST_QUOTED)


def _least(cues: Examples) -> float:
    """Log odds from which a word of running news is taken to head a cue, given how often words did in training.

    Somewhat below even odds, where F1 is highest.
    """
    share = float(np.clip(cues.labels.mean(), 0.01, 0.99))
    return round(float(np.log(share / (1 - share)) - np.log(IN_NEWS / (1 - IN_NEWS)) + WAGER), 2)


def pages(texts: Sequence[MarkedText]) -> Iterator[Page]:
    """The texts parsed, each as a report that is read whole."""
    return annotate((text_report(one.name, one.text) for one in texts), Gazetteer(world(), Roster()))


def _vectors() -> Floats:
    table: Floats = pipeline().vocab.vectors.data
    return table


def score(tagger: Tagger, texts: Sequence[MarkedText]) -> TaskScore:
    """Score the tagger alone on marked texts."""
    found = []
    for text, page in zip(texts, pages(texts), strict=True):
        columns = sheet(page)
        shown = (as_ascribed(text.text, columns, one).marked for one in tag(tagger, columns, static_vectors(page)))
        found.append(Read(text, page, tuple(shown)))
    return TaskScore("attribution", measures(found))
