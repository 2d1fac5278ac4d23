"""Quantities of single news sentences on NewsQuant (CQE_Evaluation): value, unit and change, as F1.

A reading and a marked quantity pair one to one within a sentence where their values are equal, to one part in 100,000
as in the published scorer; of several such pairs those that agree most in unit and change are taken first. Every
measure counts these pairs. The published scorer counts a change anew for every reading of the same value, so that its
sums may pass the number of readings; here a pair counts once.

Units agree when they are the same unit by dragoman's list of units, or the same noun counted, and count by the same
thing ("a month"). The set marks the whole noun phrase; its last noun is compared.

What the record holds and the set never marks is left out before scoring: ordinals, "no one" and other zeros in words,
one thing told with "a", "twice", lengths told with "a" ("lasted a year"), and "several" or "a few". The set writes
"dozens" as 12 to 120 and a share in words as a fraction of one; the record's bound and percent are put so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import isclose
from pathlib import Path

from dragoman.evaluate.newsquant_format import Marked, Sentence, read_newsquant
from dragoman.evaluate.newsquant_units import unit_keys
from dragoman.evaluate.score import Confusion, Measure, TaskScore, f1
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.numerals import pairs
from dragoman.model.quantity import Hedge, Quantity
from dragoman.model.quantity import Measure as Kind

_ANCHORS = {
    "value": "CQE .920, quantulum3 .730, on all 590 sentences",
    "value and unit": "CQE .856, quantulum3 .472, on all 590 sentences",
    "value and change": "CQE .881, on all 590 sentences",
}
_ALL = ("value", "value and unit", "value and change", "value, unit and change")
_EQUAL = 1e-5
_FROM_PLURAL = 0.5
_TO_PLURAL = 5.0
_HEDGED = {
    Hedge.ABOUT: "~",
    Hedge.NEARLY: "~",
    Hedge.AT_LEAST: ">",
    Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "<",
    Hedge.LESS_THAN: "<",
}
_FINEST_PART = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as the set would mark it: bounds, names of its unit, change, and its words."""

    low: float
    high: float
    units: frozenset[str]
    change: str
    words: str


@dataclass(slots=True)
class _Tally:
    """What the sentences add up to."""

    marked: int = 0
    shown: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_ALL, 0))
    misses: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _ALL})
    changes: list[tuple[str, str]] = field(default_factory=list)
    units: list[tuple[str, str]] = field(default_factory=list)


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the quantities of every sentence of the set."""
    sentences = read_newsquant(folder)
    pages = read(text_report(sentence.name, sentence.text) for sentence in sentences)
    tally = _Tally()
    for sentence, (_, found) in zip(sentences, pages, strict=True):
        _count(tally, sentence, [shown for quantity in found.quantities if (shown := as_shown(quantity))])
    return TaskScore(
        "newsquant",
        tuple(_measure(tally, name) for name in _ALL),
        (Confusion.of("changes", tally.changes), Confusion.of("units", tally.units)),
    )


def _measure(tally: _Tally, name: str) -> Measure:
    return f1(
        name,
        right=tally.right[name],
        shown=tally.shown,
        gold=tally.marked,
        anchor=_ANCHORS.get(name, ""),
        misses=tally.misses[name],
    )


def _count(tally: _Tally, sentence: Sentence, shown: Sequence[Shown]) -> None:
    """Add one sentence: its pairs, and what stays alone on either side."""
    tally.marked += len(sentence.marked)
    tally.shown += len(shown)
    left, right = list(sentence.marked), list(shown)
    for marked, reading in _paired(sentence.marked, shown):
        left.remove(marked)
        right.remove(reading)
        unit, change = _same_unit(marked, reading), marked.change == reading.change
        held = dict(zip(_ALL, (True, unit, change, unit and change), strict=True))
        for name, holds in held.items():
            tally.right[name] += holds
            if not holds:
                told = f"{marked.line}, shown {reading.words!r} as {sorted(reading.units)} ({reading.change})"
                tally.misses[name].append(f"{sentence.name}: {told} | {sentence.text}")
        tally.changes.append((marked.change, reading.change))
        if not unit:
            tally.units.append((marked.units[0], "/".join(sorted(reading.units))))
    tally.misses["value"] += [f"{sentence.name}: missed {one.line} | {sentence.text}" for one in left]
    tally.misses["value"] += [f"{sentence.name}: false {one.words!r} | {sentence.text}" for one in right]


def _paired(marked: Sequence[Marked], shown: Sequence[Shown]) -> Iterator[tuple[Marked, Shown]]:
    """Pairs of equal value, one to one, those first that agree most."""
    equal = [(m, s) for m in range(len(marked)) for s in range(len(shown)) if _same_value(marked[m], shown[s])]
    taken_m: set[int] = set()
    taken_s: set[int] = set()
    for m, s in sorted(equal, key=lambda pair: (-_agreement(marked[pair[0]], shown[pair[1]]), pair)):
        if m not in taken_m and s not in taken_s:
            taken_m.add(m)
            taken_s.add(s)
            yield marked[m], shown[s]


def _agreement(marked: Marked, shown: Shown) -> int:
    return 2 * _same_unit(marked, shown) + (marked.change == shown.change)


def _same_value(marked: Marked, shown: Shown) -> bool:
    bounds = ((marked.low, shown.low), (marked.high, shown.high))
    return all(isclose(one, other, rel_tol=_EQUAL, abs_tol=1e-8) for one, other in bounds)


def _same_unit(marked: Marked, shown: Shown) -> bool:
    return bool(unit_keys(marked.units) & shown.units)


def as_shown(quantity: Quantity) -> Shown | None:
    """A reading as the set would mark it; None for what the set never marks."""
    words = quantity.span.exact
    bounds = _bounds(quantity, words.casefold())
    if bounds is None:
        return None
    # "each" is read as by side, which the set does not mark.
    per = f" per {quantity.per}" if quantity.per and quantity.per != "side" else ""
    units = unit_keys(f"{name}{per}" for name in (quantity.unit, quantity.what) if name)
    return Shown(*bounds, units or frozenset("-"), quantity.change or _hedged(quantity, words.casefold()), words)


def _hedged(quantity: Quantity, words: str) -> str:
    if quantity.amount.hedge is Hedge.NEARLY and any(word in words for word in ("under", "below", "short")):
        return "<"
    return _HEDGED.get(quantity.amount.hedge, "=")


def _bounds(quantity: Quantity, words: str) -> tuple[float, float] | None:
    """The value as a pair of bounds, as the set writes it."""
    amount = quantity.amount
    figures = any(sign.isdigit() for sign in words)
    if quantity.measure is Kind.ORDINAL or (amount.value == 0 and not figures and "zero" not in words):
        return None
    if amount.value is None and amount.hedge is Hedge.VAGUE:
        if amount.low is None or not _says(words, pairs("numerals", "plural")):
            return None
        return amount.low * _FROM_PLURAL, amount.low * _TO_PLURAL
    if not figures and _by_article(words):
        return None
    if amount.value is None:
        return None if amount.low is None or amount.high is None else (amount.low, amount.high)
    if quantity.measure is Kind.SHARE and not figures and quantity.unit == "percent" and "cent" not in words:
        part = float(Fraction(amount.value / 100).limit_denominator(_FINEST_PART))
        return part, part
    return amount.value, amount.value


def _by_article(words: str) -> bool:
    """Whether the number is only an article or "twice": "a shepherd", "half an hour", "another month"."""
    number_words = {*pairs("numerals", "scales"), *pairs("numerals", "parts"), "couple"}
    return words.startswith(("a ", "an ", "another ", "half a", "twice", "thrice")) and not _says(words, number_words)


def _says(words: str, listed: Iterable[str]) -> bool:
    return not set(words.replace("-", " ").split()).isdisjoint(listed)
