"""Reports, and passages of reports, that descend from one original; versions of one report."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from dragoman.link.agencies import agency_of, credited_passages
from dragoman.link.candidates import candidates, common
from dragoman.link.components import components
from dragoman.link.derivations import made_from
from dragoman.link.evidence import NEAR_COPY, Shared, compare, likeness
from dragoman.link.originals import Originals
from dragoman.link.passages import Reader, Running
from dragoman.link.relays import Relay, relays
from dragoman.link.rewrites import rewrites
from dragoman.link.words import fold
from dragoman.model.ids import content_id
from dragoman.model.lineage import WHOLE, Lineage, LineageMember, Reason
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as listed

_T = TypeVar("_T")
_STRENGTH = tuple(Reason)


def link_lineages(reports: Iterable[Report], outlets: Outlets | None = None) -> tuple[Lineage, ...]:
    """Lineages sorted by id: of whole reports, of passages, and of what reports say they have from another."""
    table = outlets or listed()
    texts = Reader().read_all(reports)
    known = {text.id: text.report for text in texts}
    often = common(texts)
    found = [shared for a, b, _ in candidates(texts) if (shared := compare(a, b, often))]
    sources = made_from(known.values())
    credited = {name: agency for name, report in known.items() if (agency := agency_of(report, table))}
    told = relays(list(known.values()), table)
    retold = {report: source for report, source in rewrites(known, told).items() if report not in sources}
    originals = Originals(known, credited, {**sources, **retold}, table, retold=frozenset(retold))
    by_id = {text.id: text for text in texts}
    rewritten = [Shared.wholly(by_id[a], by_id[b], Reason.RETOLD) for a, b in retold.items()]
    wholes = _wholes(texts, [*found, *_same_bytes(texts), *_stated(texts, sources), *rewritten], originals)
    roots = {member.report: lineage.original for lineage in wholes for member in lineage.members}
    joined = {member.report: lineage.id for lineage in wholes for member in lineage.members}
    passages = _passages(found, replace(originals, roots=roots), joined)
    named = [*_signed(known.values(), table), *_relayed(told, credited, retold)]
    return tuple(sorted((*wholes, *passages, *named), key=lambda lineage: lineage.id))


def root_of(lineages: Iterable[Lineage], span: Span) -> str | None:
    """The original (a report's id or an agency's name) from which a span's words descend, or None.

    Of several passages that hold most of the span, the shortest tells most.
    """
    held = [
        (passage.end - passage.start, lineage.id, lineage.original)
        for lineage in lineages
        for member in lineage.members
        if member.report == span.report
        for passage in member.spans
        if 2 * (min(passage.end, span.end) - max(passage.start, span.start)) > len(span.exact)
    ]
    return min(held)[2] if held else None


def versions(reports: Iterable[Report]) -> dict[str, str]:
    """Later version to the one it supersedes: one outlet, and one address or a near copy at a later time."""
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_outlet[report.outlet].append(report)
    found: dict[str, str] = {}
    for same in by_outlet.values():
        earlier = _at_one_address(same)
        for later, before in _near_copies(same):
            known = earlier.get(later.id)
            if known is None or _when(known) < _when(before):
                earlier[later.id] = before
        found |= {later: before.id for later, before in earlier.items()}
    return found


def placed(reports: Iterable[Report], lineages: Sequence[Lineage]) -> tuple[Report, ...]:
    """Reports with the lineage of which they are a whole member, and with the version they supersede."""
    later = versions(reports := tuple(reports))
    whole: Mapping[str, str] = {
        member.report: lineage.id
        for lineage in reversed(lineages)
        for member in lineage.members
        if lineage.reason in WHOLE
    }
    return tuple(
        replace(r, lineage=r.lineage or whole.get(r.id), supersedes=r.supersedes or later.get(r.id)) for r in reports
    )


def _when(report: Report) -> tuple[str, str, str, str]:
    return report.changed or report.published.end or "", report.seen, report.added, report.id


def _at_one_address(reports: Sequence[Report]) -> dict[str, Report]:
    """Each later report at an address to the one before it."""
    by_address: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=_when):
        if report.address:
            by_address[report.address].append(report)
    return {later.id: earlier for same in by_address.values() for earlier, later in pairwise(same)}


def _near_copies(reports: Sequence[Report]) -> list[tuple[Report, Report]]:
    """Pairs of near copies of which the first came later."""
    if len(reports) < 2:
        return []
    texts = Reader().read_all(reports)
    often = common(texts)
    near = [
        (a.report, b.report)
        for a, b, _ in candidates(texts)
        if _one_report(a.report, b.report) and likeness(a, b, often) >= NEAR_COPY
    ]
    ordered = [sorted(pair, key=_when, reverse=True) for pair in near]
    return [(later, earlier) for later, earlier in ordered if _when(earlier)[:3] < _when(later)[:3]]


def _one_report(a: Report, b: Report) -> bool:
    """Whether near copies of one outlet may be versions: daily bulletins differ in address and headline."""
    if a.title and fold(a.title) == fold(b.title):
        return True
    elsewhere = bool(a.address and b.address) and a.address != b.address
    return not elsewhere and a.published.day is not None and a.published.day == b.published.day


def _same_bytes(texts: Sequence[Running]) -> list[Shared]:
    by_hash: dict[str, list[Running]] = defaultdict(list)
    for text in texts:
        if text.report.text_sha256:
            by_hash[text.report.text_sha256].append(text)
    return [Shared.wholly(a, b, Reason.BYTES) for same in by_hash.values() for a, b in pairwise(same)]


def _stated(texts: Sequence[Running], sources: Mapping[str, str]) -> list[Shared]:
    """Each report with the one it says it was made from, and those made from one text that is not at hand."""
    by_id = {text.id: text for text in texts}
    children: dict[str, list[Running]] = defaultdict(list)
    for report, source in sorted(sources.items()):
        children[source].append(by_id[report])
    rows = [([by_id[source]] if source in by_id else []) + made for source, made in children.items()]
    return [Shared.wholly(a, b, Reason.STATED) for row in rows for a, b in pairwise(row)]


def _wholes(texts: Sequence[Running], found: Sequence[Shared], originals: Originals) -> list[Lineage]:
    """Lineages of whole reports: copies of one another, and what credits an agency or states a source."""
    by_id = {text.id: text for text in texts}
    links = [shared for shared in found if shared.whole]
    reasons = _reasons((text.id, shared.reason) for shared in links for text in (shared.a, shared.b))
    alike = (shared for shared in links if shared.reason is not Reason.STATED)
    copied = _reasons((text.id, shared.reason) for shared in alike for text in (shared.a, shared.b))
    made = []
    for group in components(by_id, ((shared.a.id, shared.b.id) for shared in links)):
        named = [r for r in group if r in originals.credited or r in originals.made_from]
        if len(group) == 1 and not named:
            continue
        default = Reason.STATED if group[0] in originals.made_from else Reason.CREDIT
        reason = min((reasons[r] for r in group if r in reasons), key=_STRENGTH.index, default=default)
        original = originals.of(group)
        shown = {r: _of_member(r, original, copied, originals) for r in group}
        members = tuple(LineageMember(r, (by_id[r].body,), shown[r]) for r in group)
        made.append(Lineage(content_id("l", original, *group), members, original, reason))
    return made


def _of_member(report: str, original: str, copied: Mapping[str, Reason], originals: Originals) -> Reason | None:
    """What shows of a report itself that it descends from the original; None where that is said of it by others."""
    if report in originals.made_from:
        return Reason.RETOLD if report in originals.retold else Reason.STATED
    credited = originals.credited.get(report)
    known = originals.reports.get(original)
    own = credited is not None and credited in (original, known.outlet if known else "")
    return Reason.CREDIT if own else copied.get(report)


def _passages(found: Sequence[Shared], originals: Originals, joined: Mapping[str, str]) -> list[Lineage]:
    """One lineage for each passage and those that it overlaps, in however many reports they stand.

    Several passages that the same reports have from one original are one lineage. What only reports hold that are
    `joined` as wholes (report to lineage) says nothing more.
    """
    links = [(pair, Reason.PASSAGES if s.whole else s.reason) for s in found for pair in s.spans]
    reasons = _reasons((side, reason) for pair, reason in links for side in pair)
    spans = sorted(reasons)
    same: dict[tuple[str, tuple[str, ...]], list[Span]] = defaultdict(list)
    for group in components(spans, [*(pair for pair, _ in links), *_overlapping(spans)]):
        holders = tuple(sorted({span.report for span in group}))
        if len({joined.get(report, report) for report in holders}) == 1:
            continue
        same[originals.of(holders), holders] += group
    made = []
    for (original, holders), held in same.items():
        members = tuple(
            _holder(originals.reports[r], {span: reasons[span] for span in held if span.report == r}) for r in holders
        )
        reason = min((reasons[span] for span in held), key=_STRENGTH.index)
        made.append(Lineage(content_id("l", original, "passages", *holders), members, original, reason))
    return made


def _holder(report: Report, spans: Mapping[Span, Reason]) -> LineageMember:
    return LineageMember(report.id, _merged(report, spans), min(spans.values(), key=_STRENGTH.index))


def _signed(reports: Iterable[Report], table: Outlets) -> list[Lineage]:
    """The paragraphs of reports of other houses that an agency's dateline opens or its name signs."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for report in reports:
        for agency, span in credited_passages(report, table):
            spans[report.id, agency].append(span)
    return [_of_one(Reason.SIGNED, report, agency, held) for (report, agency), held in spans.items()]


def _relayed(told: Iterable[Relay], credited: Mapping[str, str], retold: Collection[str]) -> list[Lineage]:
    """What single sentences are said to have from another; a copy or rewrite that names its own says nothing new."""
    return [
        _of_one(Reason.RELAY, relay.report, relay.source, relay.spans)
        for relay in told
        if credited.get(relay.report) != relay.source and relay.report not in retold
    ]


def _of_one(reason: Reason, report: str, original: str, spans: Iterable[Span]) -> Lineage:
    """What one report has from an original that it names itself."""
    members = (LineageMember(report, tuple(sorted(spans)), reason),)
    return Lineage(content_id("l", reason, report, original), members, original, reason)


def _reasons(told: Iterable[tuple[_T, Reason]]) -> dict[_T, Reason]:
    """The strongest reason told of each."""
    found: dict[_T, Reason] = {}
    for item, reason in told:
        found[item] = min(found.get(item, reason), reason, key=_STRENGTH.index)
    return found


def _overlapping(spans: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Of spans sorted by report and place, those of which one holds more than half of the other."""
    pairs: list[tuple[Span, Span]] = []
    open_spans: list[Span] = []
    for span in spans:
        open_spans = [o for o in open_spans if o.report == span.report and o.end > span.start]
        for other in open_spans:
            shorter = min(len(other.exact), len(span.exact))
            if 2 * (min(other.end, span.end) - span.start) > shorter:
                pairs.append((other, span))
        open_spans.append(span)
    return pairs


def _merged(report: Report, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of one report as few that do not overlap."""
    ranges: list[tuple[int, int]] = []
    for span in sorted(spans):
        if ranges and span.start <= ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(ranges[-1][1], span.end)
        else:
            ranges.append((span.start, span.end))
    return tuple(Span.cut(report.id, report.text, start, end) for start, end in ranges)
