"""A report that contradicts itself: two numbers of one thing, by one voice or in headline and text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.link.counted import HARM, Counted
from dragoman.link.ties import one_voice, revises, set_aside
from dragoman.link.when import apart
from dragoman.model.quantity import Hedge, Measure
from dragoman.model.report import Report, SectionKind
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.bounds import amount_of
from dragoman.reconcile.compare import allow
from dragoman.reconcile.digits import slip
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import amount, because

_MOVED = re.compile(
    r"\b(?:ros\w+|rise[ns]?|climb\w+|grew|increas\w+|up from|down from|later|earlier|previous\w*|initial\w*"
    r"|first|by (?:noon|evening|night|midday)|since then|so far|another|further|more|other|remaining|among|includ\w+"
    r"|in all|total|combined|both|each|correct\w*)\b",
    re.IGNORECASE,
)
"""Words by which a second number is another count, not a contradiction."""


_FEW, _TIMES, _SHARED = 3, 2.5, 2
"""Least number compared; how many times the other it may be, unless by a slip; words that both sentences say."""


def compare_within(linked: Linked, counted: Sequence[Counted]) -> tuple[Comparison, ...]:
    """Conflicts between two numbers of one report, sorted by id; numbers that add up are no contradiction."""
    by_report: dict[str, list[Counted]] = defaultdict(list)
    for c in sorted(counted, key=lambda c: (c.claim.span, c.id)):
        if _plain(c):
            by_report[c.report].append(c)
    found, seen = [], set()
    for report, told in sorted(by_report.items(), key=lambda r: (linked.order.get(r[0], ""), r[0])):
        for a, b in _pairs(linked.reports[report], told):
            # A reprint contradicts itself as its original does.
            key = a.claim.account, b.claim.account, amount_of(a.claim), amount_of(b.claim), a.things, a.done
            if key in seen:
                continue
            seen.add(key)
            reason = because("one-report", a=amount(a.claim), b=amount(b.claim), voice=a.claim.outlet)
            found.append(comparison(a.claim, b.claim, Verdict.CONFLICT, reason, order=linked.order))
    return tuple(sorted(found, key=lambda c: c.id))


def _plain(c: Counted) -> bool:
    """Whether it is an exact count of people harmed, of one side and of the whole."""
    claim = c.claim
    exact = claim.hedge == Hedge.EXACT and (amount_of(claim) or 0.0) >= _FEW and not claim.per
    whole = not (c.part or c.rest or c.added or c.moods or c.refuted)
    return bool(exact and whole and c.measure == Measure.COUNT and c.done & HARM and not _MOVED.search(c.context))


def _pairs(report: Report, told: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """The first contradiction of the headline by the text, and of one voice by itself, over each thing and deed."""
    heads = [c for c in told if _in_headline(c, report)]
    body = [c for c in told if not _in_headline(c, report)]
    for head in heads:
        same = [c for c in body if _one_count(head, c)]
        if same and not any(allow(head.claim, c.claim) for c in same) and not _adds_up(head, same):
            yield head, same[0]
    seen = set()
    for a, b in combinations(body, 2):
        key = a.things, a.done
        if key not in seen and _contradicts(a, b) and not _parts(a, b, told):
            seen.add(key)
            yield a, b


def _in_headline(c: Counted, report: Report) -> bool:
    return any(s.kind == SectionKind.HEADLINE and s.start <= c.claim.span.start < s.end for s in report.sections)


def _one_count(a: Counted, b: Counted) -> bool:
    """Whether both may be counts of one thing by their things, deeds, sides and sizes."""
    one, other = sorted((amount_of(a.claim) or 0.0, amount_of(b.claim) or 0.0))
    size = other <= _TIMES * one or bool(slip(a.claim, b.claim)[0])
    return size and a.things == b.things and a.done == b.done and a.claim.side == b.claim.side


def _contradicts(a: Counted, b: Counted) -> bool:
    """Whether one voice gives two numbers for one event, told in two sentences."""
    if not _one_count(a, b) or a.context == b.context or not one_voice(a.claim, b.claim) or allow(a.claim, b.claim):
        return False
    events = a.near | ({a.event} - {None}), b.near | ({b.event} - {None})
    elsewhere = bool(a.places and b.places and not a.places & b.places) or apart(a.when, b.when)
    shared = len((a.words & b.words) - a.things) >= _SHARED
    return shared and bool(events[0] & events[1]) and not elsewhere and not revises(a, b) and not set_aside(a, b)


def _adds_up(head: Counted, parts: Sequence[Counted]) -> bool:
    """Whether a headline's number is the sum of some of the text's."""
    sums = {0.0}
    for part in parts:
        sums |= {total + (amount_of(part.claim) or 0.0) for total in sums}
    return amount_of(head.claim) in sums


def _parts(a: Counted, b: Counted, told: Sequence[Counted]) -> bool:
    """Whether a third number of the report is what one of the two has more than the other."""
    more = abs((amount_of(a.claim) or 0.0) - (amount_of(b.claim) or 0.0))
    return any(amount_of(c.claim) == more for c in told if c not in (a, b))
