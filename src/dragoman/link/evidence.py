"""What shows that two reports, or passages of them, come from one text, and what does not.

Two reporters of one event share names, numbers, titles and, from one press conference, whole quotes. What they do not
share by chance is their own wording. So only words count that are no name, no number, not quoted in either report and
no stock phrase, and only from the fifth such word of a stretch on: a stretch with nine adds five points.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.link.alignment import Stretch, align
from dragoman.link.passages import Hashes, Running
from dragoman.link.words import fold
from dragoman.model.lineage import Reason
from dragoman.model.span import Span

NEAR_COPY = 0.6
"""Share of a report's own words in stretches of another that makes it a copy as a whole."""
FREE = 4
"""Own words of a stretch that two reporters may well choose alike."""
POINTS, PER_WORDS = 6.0, 1000.0
"""Points needed, and one more for so many words of both: long texts meet by chance more often."""
QUOTED_POINTS, LONG_QUOTE, QUOTES = 2.0, 12, 2
"""So many points fewer are needed where so many quotes of so many words are the same in the same order."""
_CLEAR = 6
"""Own words from which on a stretch is shown as a passage of the lineage."""
_NEAR = 20
"""Words between a passage and another stretch, such as a quote that it introduces, that belongs to it."""
_ALL = 0.9
"""The share that is asked of texts too short to gather points."""
_END = 5


@dataclass(frozen=True, slots=True)
class Shared:
    """Passages of two reports, pairwise, that descend from one original; `whole` when both descend as a whole."""

    a: Running
    b: Running
    spans: tuple[tuple[Span, Span], ...]
    reason: Reason

    @property
    def whole(self) -> bool:
        """Whether each report as a whole is meant."""
        return self.reason in (Reason.COPY, Reason.BYTES, Reason.STATED, Reason.RETOLD)

    @classmethod
    def wholly(cls, a: Running, b: Running, reason: Reason) -> "Shared":
        """Two whole reports."""
        return cls(a, b, ((a.body, b.body),), reason)


def compare(a: Running, b: Running, common: Hashes) -> Shared | None:
    """What two reports share; None unless their own wording shows one origin (`common` as in `align`)."""
    stretches = [s for s in align(a, b, common) if not _footer(a, b, s)]
    telling = [s for s in stretches if s.own > FREE]
    points = sum(s.own - FREE for s in telling)
    needed = POINTS + (len(a) + len(b)) / PER_WORDS
    shares = _share(a, [s.a for s in stretches]), _share(b, [s.b for s in stretches])
    copy = min(shares) >= (NEAR_COPY if points >= needed else _ALL)
    if not copy and points < needed - (QUOTED_POINTS if _same_quotes(a, stretches) else 0):
        return None
    clear = [s for s in telling if s.own >= _CLEAR] or telling or stretches
    reason = Reason.QUOTES if points < needed else Reason.PASSAGES if len(clear) > 1 else Reason.PASSAGE
    reason = Reason.COPY if copy else reason
    passages = [_cut(a, b, passage) for passage in _grown(clear, stretches)]
    return Shared(a, b, tuple(passages), reason)


def likeness(a: Running, b: Running, common: Hashes) -> float:
    """Share of the shorter report's own words that stand in stretches of the other."""
    shorter = min((a, b), key=lambda text: (int(text.own.sum()), text.id))
    stretches = align(a, b, common)
    return _share(shorter, [s.a if shorter is a else s.b for s in stretches])


def _share(text: Running, ranges: Sequence[tuple[int, int]]) -> float:
    total = int(text.own.sum())
    return sum(int(text.own[first : first + count].sum()) for first, count in ranges) / total if total else 0.0


def _footer(a: Running, b: Running, stretch: Stretch) -> bool:
    """Whether one outlet's reports end alike: an address or an appeal, which shows nothing."""
    one_house = fold(a.report.outlet) == fold(b.report.outlet)
    ends = (len(text) - first - count <= _END for text, (first, count) in ((a, stretch.a), (b, stretch.b)))
    begins = stretch.a[0] <= _END and stretch.b[0] <= _END
    return one_house and all(ends) and not begins


def _same_quotes(a: Running, stretches: Sequence[Stretch]) -> bool:
    """Whether several long quotes are the same, in the same order."""
    runs = [
        run
        for stretch in stretches
        for run in stretch.runs
        if int(a.quoted[run.a : run.a + run.size].sum()) >= LONG_QUOTE
    ]
    return len(runs) >= QUOTES and runs == sorted(runs, key=lambda run: run.b)


def _grown(clear: Sequence[Stretch], stretches: Sequence[Stretch]) -> list[Stretch]:
    """The clear stretches, each joined with those near it in both reports, in order."""
    passages: list[Stretch] = []
    chosen = frozenset(clear)
    held = False
    for stretch in stretches:
        told = stretch in chosen
        if passages and _near(passages[-1], stretch):
            passages[-1] = Stretch(passages[-1].runs + stretch.runs)
            held = held or told
        else:
            if passages and not held:
                passages.pop()
            passages.append(stretch)
            held = told
    return passages if held else passages[:-1]


def _near(passage: Stretch, stretch: Stretch) -> bool:
    gaps = (after[0] - before[0] - before[1] for before, after in ((passage.a, stretch.a), (passage.b, stretch.b)))
    return all(0 <= gap <= _NEAR for gap in gaps)


def _cut(a: Running, b: Running, passage: Stretch) -> tuple[Span, Span]:
    return a.span(*passage.a), b.span(*passage.b)
