"""How well times are found and normalised, in the manner of TempEval-3: extents, types and values of TIMEX3."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.evaluate.score import Confusion, Measure, TaskScore, f1, share
from dragoman.evaluate.timex import Timex

TYPES = ("DATE", "TIME", "DURATION", "SET")
_ANCHOR = "HeidelTime .776, UWTime .824 on TempEval-3 platinum"
_AROUND = 45


@dataclass(frozen=True, slots=True)
class Timed:
    """A text with the times of the gold and those shown."""

    id: str
    text: str
    gold: tuple[Timex, ...]
    shown: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    text: Timed
    gold: Timex | None
    shown: Timex | None

    @property
    def line(self) -> str:
        """The place in the text with what the gold and what dragoman say."""
        at = self.gold or self.shown
        assert at is not None
        text = self.text.text
        around = f"{text[max(0, at.start - _AROUND) : at.start]}[{text[at.start : at.end]}]{text[at.end : at.end + 25]}"
        said = f"{self.shown.type} {self.shown.value}" if self.shown else "nothing"
        true = f"{self.gold.type} {self.gold.value}" if self.gold else "nothing"
        return f"{self.text.id}: {' '.join(around.split())}: {said}, not {true}"


def timex_score(task: str, texts: Iterable[Timed]) -> TaskScore:
    """Strict, relaxed and value F1, the accuracy of types, and the values by type of the gold."""
    pairs = [pair for text in texts for pair in _paired(text)]
    met = [pair for pair in pairs if pair.gold and pair.shown]
    gold, shown = sum(p.gold is not None for p in pairs), sum(p.shown is not None for p in pairs)
    same = [p for p in met if _strict(p)]
    right = [p for p in met if _valued(p)]
    wrong = [p.line for p in met if not _valued(p)]
    lost = [p.line for p in pairs if not (p.gold and p.shown)]
    measures = [
        f1("strict F1", right=len(same), shown=shown, gold=gold, misses=[p.line for p in met if not _strict(p)]),
        f1("relaxed F1", right=len(met), shown=shown, gold=gold, misses=lost),
        f1("value F1", right=len(right), shown=shown, gold=gold, anchor=_ANCHOR, misses=wrong),
        share("type of those found", right=sum(_typed(p) for p in met), of=len(met)),
        share("value of those found", right=len(right), of=len(met)),
        *(_by_type(pairs, kind) for kind in TYPES),
    ]
    types = ((p.gold.type if p.gold else "none", p.shown.type if p.shown else "none") for p in pairs)
    return TaskScore(task, tuple(measures), (Confusion.of("types", types),))


def _by_type(pairs: Sequence[_Pair], kind: str) -> Measure:
    gold = [p for p in pairs if p.gold and p.gold.type == kind]
    shown = [p for p in pairs if p.shown and p.shown.type == kind]
    right = sum(_typed(p) and _valued(p) for p in gold)
    return f1(f"{kind} with its value", right=right, shown=len(shown), gold=len(gold))


def _paired(text: Timed) -> Iterator[_Pair]:
    """Each time of the gold with one shown that it overlaps: the one of the same extent, else the first."""
    left = list(text.shown)
    met: dict[Timex, Timex] = {}
    for exact in (True, False):
        for gold in text.gold:
            if gold in met:
                continue
            fits = (s for s in left if (gold.start, gold.end) == (s.start, s.end) or (not exact and _overlap(gold, s)))
            if (one := next(fits, None)) is not None:
                met[gold] = one
                left.remove(one)
    yield from (_Pair(text, gold, met.get(gold)) for gold in text.gold)
    yield from (_Pair(text, None, shown) for shown in left)


def _overlap(a: Timex, b: Timex) -> bool:
    return a.start < b.end and b.start < a.end


def _strict(pair: _Pair) -> bool:
    gold, shown = pair.gold, pair.shown
    return gold is not None and shown is not None and (gold.start, gold.end) == (shown.start, shown.end)


def _typed(pair: _Pair) -> bool:
    return pair.gold is not None and pair.shown is not None and pair.gold.type == pair.shown.type


def _valued(pair: _Pair) -> bool:
    return pair.gold is not None and pair.shown is not None and pair.gold.value == pair.shown.value
