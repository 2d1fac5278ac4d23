"""From anything shown back to outlet, report and characters, and why things were put together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError
from dragoman.link.clusters import LinkScore
from dragoman.model.claim import Claim
from dragoman.model.codec import to_plain
from dragoman.model.entity import Entity
from dragoman.model.judgement import Judgement
from dragoman.model.lineage import Lineage
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.views.judgements import judgement_line
from dragoman.views.phrases import UNDATED, in_marks, on_one_line, plain, voice, when

_ITEMS = ("events", "figures", "comparisons", "utterances", "positions", "proposals", "commitments")


@dataclass(frozen=True, slots=True)
class Ground:
    """One place on which an item rests: outlet, file or address, characters, words, whose word."""

    id: str
    outlet: str
    report: str
    span: Span
    voice: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an item stands in the record."""

    id: str
    kind: str
    grounds: tuple[Ground, ...]
    reason: str
    links: tuple[LinkScore, ...]
    judgements: tuple[Judgement, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The explanation as a JSON object."""
        plain_self: dict[str, Any] = to_plain(self)
        return plain_self

    def text(self) -> str:
        """The explanation as lines."""
        lines = [f"{self.id} is {self.kind}{', resting on:' if self.grounds else ''}"]
        for ground in self.grounds:
            place = f"characters {ground.span.start}-{ground.span.end}"
            lines.append(f"  {ground.outlet}  {ground.report}  {place}  {ground.voice}")
            lines.append(f"    {in_marks(on_one_line(ground.span.exact))}")
        if self.reason:
            lines.append(self.reason)
        for link in self.links:
            lines.append(f"put together, score {link.score:.2f}: {link.a} with {link.b}")
            lines.extend(f"    {reason}" for reason in link.reasons)
        lines.extend(f"judged: {judgement_line(row)}" for row in self.judgements)
        return "\n".join(lines)


def explain(record: RecordData, wanted: str, *, links: Callable[[str], Iterable[LinkScore]]) -> Explanation:
    """Explain an id, old ids (aliases) too; `links` gives the scored links of a member. Raises InputError."""
    claims = {claim.id: claim for claim in record.claims}
    if wanted in claims:
        claim = claims[wanted]
        judged = _judged(record, {claim.id, claim.event_mention or ""})
        return Explanation(wanted, "a claim", tuple(grounds([claim], record)), "", (), judged)
    for table in _ITEMS:
        for item in getattr(record, table):
            if item.id == wanted or wanted in getattr(item, "aliases", ()):
                members = (item.id, *getattr(item, "aliases", ()))
                found = (link for member in members for link in links(member))
                joined = {(link.a, link.b): link for link in found if {link.a, link.b} <= set(members)}
                return Explanation(
                    id=item.id,
                    kind=f"one of the {plain(table)}",
                    grounds=_of_item(item, claims, record),
                    reason=getattr(item, "reason", ""),
                    links=tuple(joined[pair] for pair in sorted(joined)),
                    judgements=_judged(record, members),
                )
    for entity in record.entities:
        if entity.id == wanted:
            return _of_entity(entity, record, links)
    for lineage in record.lineages:
        if lineage.id == wanted:
            return _of_lineage(lineage, record)
    for report in record.reports:
        if report.id == wanted:
            return _of_report(report, record)
    raise InputError(f"{wanted}: nothing in the record has this id. `dragoman show claims --json` lists ids")


def _judged(record: RecordData, members: Iterable[str]) -> tuple[Judgement, ...]:
    """What persons have said of the links of some members."""
    held = set(members)
    return tuple(row for row in record.judgements if held.intersection(row.things))


def _of_entity(entity: Entity, record: RecordData, links: Callable[[str], Iterable[LinkScore]]) -> Explanation:
    """The names under which an entity is shown, and the links that made them one."""
    members, joined, work = {entity.id}, dict[tuple[str, str], LinkScore](), [entity.id]
    while work:
        for link in links(work.pop()):
            joined[link.a, link.b] = link
            work += [end for end in (link.a, link.b) if end not in members]
            members |= {link.a, link.b}
    names = f"named {', '.join((entity.name, *entity.aliases))}"
    made = tuple(joined[ends] for ends in sorted(joined))
    return Explanation(entity.id, "one of the entities", (), names, made, _judged(record, members))


def _of_lineage(lineage: Lineage, record: RecordData) -> Explanation:
    """The passages that descend, each with what shows it, and the original."""
    reports = {report.id: report for report in record.reports}
    grounds = tuple(
        Ground(report.id, report.outlet, report.path_or_url, span, member.reason or "")
        for member in lineage.members
        for span in member.spans
        for report in [reports[member.report]]
    )
    first = reports.get(lineage.original)
    original = f"{first.outlet}, {first.path_or_url} ({first.id})" if first else lineage.original
    return Explanation(lineage.id, "one of the lineages", grounds, f"original: {original}; {lineage.reason}", ())


def _of_report(report: Report, record: RecordData) -> Explanation:
    """Where a report was read, on what its date rests, and the lineages in which it stands."""
    dated = when(report.published.interval) if report.published.interval.known else UNDATED
    held = [lineage for lineage in record.lineages if report.id in {member.report for member in lineage.members}]
    told = [
        f"read from: {report.path_or_url}",
        f"outlet: {report.outlet}; owner: {report.owner}",
        f"published: {dated}: {report.published.basis}",
        *([f"a later version of {report.supersedes}"] if report.supersedes else []),
        *(f"in lineage {lineage.id}: {lineage.reason}" for lineage in held),
        *([f"not read: {report.skipped_reason}"] if report.skipped_reason else []),
    ]
    return Explanation(report.id, "a report", (), "\n".join(told), ())


def _of_item(item: Any, claims: dict[str, Claim], record: RecordData) -> tuple[Ground, ...]:
    if hasattr(item, "variants"):
        outlets = {report.id: (report.outlet, report.path_or_url) for report in record.reports}
        return tuple(Ground(item.id, *outlets[v.report], v.span, item.speaker.name) for v in item.variants)
    ids = item.claims if hasattr(item, "claims") else (item.a, item.b)
    return tuple(grounds([claims[claim] for claim in ids], record))


def grounds(claims: Iterable[Claim], record: RecordData) -> Iterator[Ground]:
    """Where claims stand and whose word they are."""
    places = {report.id: report.path_or_url for report in record.reports}
    for claim in claims:
        yield Ground(claim.id, claim.outlet, places[claim.report], claim.span, voice(claim.voice, claim.outlet))
