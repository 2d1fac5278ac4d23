"""The day of which a count is told: by its clause, its event, or the sentence before."""

import re
from bisect import bisect_left
from collections import defaultdict

from dragoman.link.deeds import CLAUSE_BREAK, JOINT
from dragoman.link.material import Material
from dragoman.link.sentences import sentence_of
from dragoman.link.told import Told
from dragoman.model.claim import Claim
from dragoman.model.event import TimeMention
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.time import Interval, Precision

_FINE = frozenset({Precision.DAY, Precision.NIGHT, Precision.RANGE, Precision.WEEK})

_DATELINE = re.compile(r"[A-Z][^\n]{0,70}?\([^()\n]{2,40}\) [—–-]+ ")
"""Place, day and agency before the first sentence of a report, which say when it was sent."""
_FRONT = 24
"""Characters from the head of a sentence within which a time is said of all that follows."""


class Times:
    """The times and attributed contents of each report, for look-up by place in the text."""

    def __init__(self, material: Material) -> None:
        self._times: dict[str, list[TimeMention]] = defaultdict(list)
        self._contents: dict[str, list[Span]] = defaultdict(list)
        for time in sorted(material.times, key=lambda t: (t.span, repr(t))):
            self._times[time.span.report].append(time)
        for content in sorted({span for said in material.attributions for span in said.content}):
            self._contents[content.report].append(content)

    def of(self, claim: Claim, report: Report, told: Told | None) -> Interval:
        """The time of a count, unknown when nothing near says it."""
        sentence = sentence_of(claim.span, report)
        inside = self._narrowest(claim.span)
        # "12 were killed on Sunday, the ministry said on Monday": Monday, outside what was said, is when it was said.
        whole = inside or sentence
        told_there = [t for t in self._fine(whole) if inside or self._narrowest(t.span) is None]
        here = [t for t in told_there if self._together(whole, t.span, claim.span)]
        if here:
            return min(here, key=lambda t: (_gap(t.span, claim.span), t.span)).interval
        if told and told.dated:
            return told.time
        head = [t for t in self._fine(sentence) if t.span.start - sentence.start < _FRONT and t.span < claim.span]
        bare = claim.unit.casefold()[:4] not in claim.span.exact.casefold()
        if head or (bare and told_there):
            return min(head or told_there, key=lambda t: (_gap(t.span, claim.span), t.span)).interval
        return Interval() if told_there else self._before(report, sentence)

    def _together(self, whole: Span, time: Span, claim: Span) -> bool:
        """Whether a time stands in the clause of a count, or at the head of the sentence before it."""
        first, second = sorted((time, claim))
        between = whole.exact[max(0, first.end - whole.start) : max(0, second.start - whole.start)]
        fronted = time.start - whole.start < _FRONT and time.start < claim.start
        breaks = [b.group() for b in CLAUSE_BREAK.finditer(between) if not JOINT.match(b.group())]
        return len(breaks) <= (1 if fronted else 0)

    def _before(self, report: Report, sentence: Span) -> Interval:
        """The one time of the sentence before in the paragraph."""
        line = report.text.rfind("\n", 0, sentence.start) + 1
        if sentence.start - 2 <= line:
            return Interval()
        before = sentence_of(Span.cut(report.id, report.text, sentence.start - 2, sentence.start - 1), report)
        told = {t.interval for t in self._fine(before) if t.relation == "at"}
        return next(iter(told)) if len(told) == 1 else Interval()

    def _fine(self, within: Span) -> list[TimeMention]:
        found = self._times[within.report]
        first = bisect_left(found, within.start, key=lambda t: t.span.start)
        last = bisect_left(found, within.end, key=lambda t: t.span.start)
        told = (t for t in found[first:last] if within.covers(t.span))
        head = _DATELINE.match(within.exact)
        told = (t for t in told if not head or t.span.start - within.start >= head.end())
        return [t for t in told if t.interval.precision in _FINE or (t.relation == "until" and t.interval.end)]

    def _narrowest(self, span: Span) -> Span | None:
        held = [content for content in self._contents[span.report] if content.covers(span)]
        return min(held, key=lambda c: (len(c.exact), c.start), default=None)


def apart(a: Interval, b: Interval) -> bool:
    """Whether two times cannot be one: no day in common, or two nights that begin on different evenings."""
    if not a.meets(b):
        return True
    nights = a.precision == b.precision == Precision.NIGHT
    return nights and a.start != b.start


def _gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
