"""From the material of all reports to every view of its claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.link.actors import ActorLinks, link_actors
from dragoman.link.chains import tell
from dragoman.link.clusters import LinkScore, roots
from dragoman.link.complete import completed
from dragoman.link.counted import Counted, count
from dragoman.link.events import EventLinks, link_events
from dragoman.link.figures import link_figures
from dragoman.link.judged import Judged, judge_links
from dragoman.link.lineage import link_lineages, placed
from dragoman.link.localities import sided
from dragoman.link.material import Material, by_id
from dragoman.link.rename import rename
from dragoman.link.ruling import NOTHING, Ruling
from dragoman.link.sides import Sides
from dragoman.link.similarity import Similarity
from dragoman.link.utterances import link_utterances
from dragoman.model.attribution import Utterance
from dragoman.model.claim import About, Claim
from dragoman.model.entity import Entity
from dragoman.model.event import Event
from dragoman.model.figure import Figure
from dragoman.model.judgement import Judgement, Kind
from dragoman.model.lineage import Lineage
from dragoman.model.position import Commitment, Position, Proposal
from dragoman.model.process import Process
from dragoman.model.report import Report
from dragoman.model.verdict import Comparison
from dragoman.reconcile.accounts import with_accounts
from dragoman.reconcile.commitments import commitments, group_commitments
from dragoman.reconcile.compare import allow
from dragoman.reconcile.culprits import compare_culprits
from dragoman.reconcile.denials import compare_denials, marked
from dragoman.reconcile.events import events
from dragoman.reconcile.fields import compare_fields
from dragoman.reconcile.figures import figures
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.one_report import compare_within
from dragoman.reconcile.positions import group_positions, positions, proposals
from dragoman.reconcile.processes import processes
from dragoman.reconcile.speakers import compare_speakers
from dragoman.reconcile.stances import compare_stances
from dragoman.reconcile.targets import compare_targets
from dragoman.reconcile.totals import compare_totals
from dragoman.reconcile.voices import sequence

_FIELDS = (compare_fields, compare_denials, compare_culprits, compare_targets, compare_speakers, compare_stances)
"""All comparisons of fields that are not numbers."""


@dataclass(frozen=True, slots=True)
class RecordParts:
    """All tuples that a record is made of, each sorted by id, and the scores that explain its links."""

    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    utterances: tuple[Utterance, ...]
    positions: tuple[Position, ...]
    proposals: tuple[Proposal, ...]
    commitments: tuple[Commitment, ...]
    processes: tuple[Process, ...]
    lineages: tuple[Lineage, ...]
    judgements: tuple[Judgement, ...]
    links: tuple[LinkScore, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The material with one name for each thing, its events put together, and its readings of numbers."""

    judged: Judged
    actors: ActorLinks
    lineages: tuple[Lineage, ...]
    known: Material
    linked: Linked
    of_events: EventLinks
    counted: tuple[Counted, ...]


def gather(material: Material, *, similarity: Similarity, judgements: Iterable[Judgement] = ()) -> Gathered:
    """Link actors, lineages and events: what figures, utterances and all comparisons start from."""
    ordered = material.ordered()
    judged = judge_links(judgements, ordered)
    actors = link_actors(ordered.entities, ordered.mentions, ruling=judged.of(Kind.ENTITY))
    lineages = link_lineages(ordered.reports, ordered.outlets)
    known = replace(rename(ordered, actors.canonical, actors.entities), reports=placed(ordered.reports, lineages))
    linked, of_events = link(known, lineages, similarity, ruling=judged.of(Kind.EVENT))
    counted = count(linked.material, linked.sides, told=linked.told, events=linked.events)
    return Gathered(judged, actors, lineages, known, linked, of_events, counted)


def reconcile(material: Material, *, similarity: Similarity, judgements: Iterable[Judgement] = ()) -> RecordParts:
    """Link and compare everything as persons have judged it; the order of neither makes a difference."""
    gathered = gather(material, similarity=similarity, judgements=judgements)
    judged, known, linked, counted = gathered.judged, gathered.known, gathered.linked, gathered.counted
    of_figures = link_figures(counted, known.reports, similarity, allow, ruling=judged.of(Kind.FIGURE))
    utterances, of_utterances = link_utterances(
        known.quotes, known.reports, similarity, ruling=judged.of(Kind.UTTERANCE)
    )
    promises = group_commitments(linked)
    stances = group_positions(known.positions, linked.sides)
    ids = {**roots(stances), **roots(promises.groups)}
    spoken = ids | {quote: utterance.id for utterance in utterances for quote in utterance.aliases}
    about = _by_subject(linked.material.claims, ids)
    made, of_numbers = figures(linked, of_figures)
    of_numbers = (*of_numbers, *compare_totals(linked, counted), *compare_within(linked, counted))
    of_fields = [found for compare in _FIELDS for found in compare(linked)]
    told = events(linked, (*of_numbers, *of_fields))
    return RecordParts(
        reports=known.reports,
        entities=known.entities,
        claims=tuple(replace(claim, about=_resolved(claim.about, ids)) for claim in linked.material.claims),
        events=told,
        figures=made,
        comparisons=by_id(replace(c, subject=_resolved(c.subject, spoken)) for c in (*of_numbers, *of_fields)),
        utterances=utterances,
        positions=positions(linked, stances, about),
        proposals=proposals(linked, _by_subject(linked.material.claims, {})),
        commitments=commitments(linked, promises.groups, about),
        processes=processes(linked, told, counted),
        lineages=gathered.lineages,
        judgements=judged.judgements,
        links=_sorted(
            (gathered.actors.scores, gathered.of_events.scores, of_figures.scores, of_utterances, promises.scores)
        ),
    )


def link(
    known: Material, lineages: Sequence[Lineage], similarity: Similarity, *, ruling: Ruling = NOTHING
) -> tuple[Linked, EventLinks]:
    """Put event mentions into events, and give each claim its event and account."""
    sides = Sides.of(known.entities)
    told = {t.id: t for t in tell(known.events, sides)}
    links = link_events(told.values(), known.reports, similarity, ruling=ruling)
    ids = roots(links.groups)
    reports = {report.id: report for report in known.reports}
    whole = completed(marked(known), reports)
    spoken = sided(with_accounts(whole, reports, lineages, outlets=known.outlets), told, sides)
    claims = tuple(_in_event(claim, ids) for claim in spoken)
    material = replace(known, claims=claims)
    return Linked(material, sides, told, ids, sequence(known.reports), similarity), links


def _in_event(claim: Claim, events: Mapping[str, str]) -> Claim:
    mention = claim.event_mention or (claim.about.id if claim.about.kind == "event" else "")
    event = events.get(mention)
    about = About("event", event) if event and claim.about.kind == "event" else claim.about
    return replace(claim, about=about, event=event or claim.event, event_mention=mention or None)


def _resolved(about: About, ids: Mapping[str, str]) -> About:
    return replace(about, id=ids.get(about.id, about.id))


def _by_subject(claims: Iterable[Claim], ids: Mapping[str, str]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[ids.get(claim.about.id, claim.about.id)].append(claim)
    return found


def _sorted(scores: Iterable[Iterable[LinkScore]]) -> tuple[LinkScore, ...]:
    return tuple(sorted((s for some in scores for s in some), key=lambda s: (s.a, s.b, s.score, s.reasons)))
