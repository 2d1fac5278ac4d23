"""Persons, organisations and places of re3d: F1 of what dragoman finds under the set's labels.

**What is compared.** The set marks names, pronouns and plain nouns alike, so all three count on both sides: the
mentions of named entities, the places, the pronouns and nouns that stand for people or bodies without a name.
Persons are Person; organisations, armed groups and plain bodies Organisation; places Location. A country is an
Organisation where it stands for its government (a metonym, or the subject of a verb), else a Location. An adjective
or noun of a people is Organisation where a noun, and Nationality where an adjective, which is not scored.

**Nested.** Of spans that hold each other only the longest counts, on both sides. **Strict** wants the same
characters, articles and possessive endings aside; **relaxed** one character in common. Both match one to one, the
closest first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.re3d_format import Marked, Text, texts
from dragoman.evaluate.re3d_shown import shown_in
from dragoman.evaluate.score import Confusion, Measure, TaskScore, f1
from dragoman.evaluate.texts import Reader, text_report

LABELS = ("Person", "Organisation", "Location")
_ANCHOR = "no published score of a system on this set"
_CONTEXT = 40
_EDGES = re.compile(r"^(?:(?:the|a|an)\s+)?(.*?)(?:['’]s?)?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A text with the gold and the shown spans of the scored labels, nested ones left out."""

    text: Text
    gold: tuple[Marked, ...]
    shown: tuple[Marked, ...]


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score each label, relaxed and strict, and their means."""
    known = texts(folder)
    pages = read(text_report(text.id, text.text, outlet=text.source) for text in known)
    pairs = [
        _Pair(text, _scored(text.marked), _scored(shown_in(page, found)))
        for text, (page, found) in zip(known, pages, strict=True)
    ]
    measures = [_measure(pairs, label, strict=strict) for strict in (False, True) for label in LABELS]
    means = [_mean("mean F1", measures[:3]), _mean("mean F1, strict", measures[3:])]
    return TaskScore("re3d", (*means, *measures), (Confusion.of("labels", _confused(pairs)),))


def _scored(spans: Iterable[Marked]) -> tuple[Marked, ...]:
    return outermost(span for span in spans if span.label in LABELS)


def outermost(spans: Iterable[Marked]) -> tuple[Marked, ...]:
    """The spans without those that lie inside another, and without repeats."""
    kept: list[Marked] = []
    for span in sorted(set(spans), key=lambda m: (m.start, -m.end, m.label)):
        if not any(other.holds(span) for other in kept):
            kept.append(span)
    return tuple(kept)


def _mean(name: str, measures: Sequence[Measure]) -> Measure:
    values = [m.value for m in measures if m.value is not None]
    return Measure(name, sum(values) / len(values) if values else None, sum(m.of for m in measures), anchor=_ANCHOR)


def _measure(pairs: Sequence[_Pair], label: str, *, strict: bool) -> Measure:
    right, shown, gold, misses = 0, 0, 0, list[str]()
    for pair in pairs:
        golds = [m for m in pair.gold if m.label == label]
        shows = [m for m in pair.shown if m.label == label]
        met = dict(matched(pair.text.text, golds, shows, strict=strict))
        right, shown, gold = right + len(met), shown + len(shows), gold + len(golds)
        misses += [f"missed {_line(pair.text, m)}" for m in golds if m not in met]
        misses += [f"false {_line(pair.text, m)}" for m in shows if m not in met.values()]
    name = f"{label}, strict" if strict else label
    return f1(name, right=right, shown=shown, gold=gold, anchor=_ANCHOR, misses=misses)


def matched(
    text: str, golds: Sequence[Marked], shows: Sequence[Marked], *, strict: bool
) -> Iterator[tuple[Marked, Marked]]:
    """Pairs of a gold and a shown span that meet, each at most once, the pair with most in common first."""
    meet = [(g, s) for g in golds for s in shows if (_bare(text, g) == _bare(text, s) if strict else g.overlaps(s))]
    done: set[tuple[str, Marked]] = set()
    for gold, show in sorted(meet, key=lambda pair: (-_shared(*pair), pair[0].start, pair[1].start)):
        if ("gold", gold) not in done and ("shown", show) not in done:
            done |= {("gold", gold), ("shown", show)}
            yield gold, show


def _shared(gold: Marked, show: Marked) -> float:
    common = min(gold.end, show.end) - max(gold.start, show.start)
    return common / (max(gold.end, show.end) - min(gold.start, show.start))


def _bare(text: str, span: Marked) -> tuple[int, int]:
    """Where the words begin and end without an article and a possessive ending."""
    found = _EDGES.match(text[span.start : span.end])
    return (span.start + found.start(1), span.start + found.end(1)) if found else (span.start, span.end)


def _confused(pairs: Sequence[_Pair]) -> Iterator[tuple[str, str]]:
    """The label of each gold span beside that of the closest shown one, '' for nothing on either side."""
    for pair in pairs:
        met = dict(matched(pair.text.text, pair.gold, pair.shown, strict=False))
        yield from ((gold.label, met[gold].label if gold in met else "") for gold in pair.gold)
        yield from (("", show.label) for show in pair.shown if show not in met.values())


def _line(text: Text, span: Marked) -> str:
    before, after = text.text[max(0, span.start - _CONTEXT) : span.start], text.text[span.end : span.end + _CONTEXT]
    context = f"{before}[{text.text[span.start : span.end]}]{after}"
    return f"{text.id}:{span.start} {' '.join(context.split())}"
