"""The day of which a count is told: by its clause, its event, or the sentence before."""

from bisect import bisect_left
from collections import defaultdict

from dragoman.link.material import Material
from dragoman.link.sentences import sentence_of
from dragoman.link.told import Told
from dragoman.model.claim import Claim
from dragoman.model.event import TimeMention
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.time import Interval, Precision

_FINE = frozenset({Precision.DAY, Precision.NIGHT, Precision.RANGE, Precision.WEEK})


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
        here = self._fine(inside or sentence)
        if inside is None:
            here = [t for t in here if self._narrowest(t.span) is None]
        if here:
            return min(here, key=lambda t: (_gap(t.span, claim.span), t.span)).interval
        if told and told.dated:
            return told.time
        return self._before(report, sentence)

    def _before(self, report: Report, sentence: Span) -> Interval:
        """The one time of the sentence before in the paragraph."""
        line = report.text.rfind("\n", 0, sentence.start) + 1
        if sentence.start - 2 <= line:
            return Interval()
        before = sentence_of(Span.cut(report.id, report.text, sentence.start - 2, sentence.start - 1), report)
        told = {t.interval for t in self._fine(before)}
        return next(iter(told)) if len(told) == 1 else Interval()

    def _fine(self, within: Span) -> list[TimeMention]:
        found = self._times[within.report]
        first = bisect_left(found, within.start, key=lambda t: t.span.start)
        last = bisect_left(found, within.end, key=lambda t: t.span.start)
        told = (t for t in found[first:last] if within.covers(t.span))
        return [t for t in told if t.interval.known and t.interval.precision in _FINE]

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

