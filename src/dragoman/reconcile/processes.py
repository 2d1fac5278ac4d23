"""Runs of talks between the same parties, and their rounds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.link.counted import Counted
from dragoman.link.lexicon import phrases_of
from dragoman.link.sentences import context_of
from dragoman.link.told import Told
from dragoman.model.entity import Actor, EntityKind
from dragoman.model.event import Event, Modality
from dragoman.model.ids import content_id
from dragoman.model.plover import EventType
from dragoman.model.process import Process, Round
from dragoman.reconcile.linked import Linked

_HELD = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED, Modality.BACKGROUND})
_PHONE = "phone"
_VENUE = re.compile(
    r"\b(?:at|in) (?:the )?((?:[A-Z][\w’'-]+ ){0,4}(?:Palace|Hotel|Castle|Centre|Center|Hall|House|Villa))\b"
)
_OUTCOME_LENGTH = 160


def processes(linked: Linked, events: Iterable[Event], counted: Sequence[Counted]) -> tuple[Process, ...]:
    """All runs of talks sorted by id: meetings of one pair of sides, in order of time."""
    rounds: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        parties = _parties(linked, event)
        if parties and _is_round(linked, event):
            rounds[parties].append(event)
    made = (_process(linked, parties, sorted(held, key=_when), counted) for parties, held in sorted(rounds.items()))
    return tuple(sorted(made, key=lambda p: p.id))


def _is_round(linked: Linked, event: Event) -> bool:
    """Whether an event is a meeting for talks, by its type and the words that name it."""
    if event.type != EventType.CONSULT or event.modality not in _HELD or event.mode == _PHONE:
        return False
    return any("talk" in told.families for told in linked.members[event.id])


def _parties(linked: Linked, event: Event) -> tuple[str, str] | None:
    """The two countries, groups or bodies that most mentions of the event put on either end, or None.

    A person counts for the side; a person without one makes no party.
    """
    said: dict[str, int] = defaultdict(int)
    for told in linked.members[event.id]:
        for side in told.parties:
            said[side] += 1
    named = [side for side in said if side and linked.sides.actor_of(side)]
    hosts = {linked.sides.of_actor(actor) for actor in _hosts(linked, event.id)}
    first = sorted(named, key=lambda side: (side in hosts, -said[side], side))[:2]
    low, *high = sorted(first) or [""]
    return (low, high[0]) if high else None


def _process(linked: Linked, parties: tuple[str, str], held: Sequence[Event], counted: Sequence[Counted]) -> Process:
    rounds = tuple(_round(linked, event, parties, counted=counted) for event in held)
    mediators = dict.fromkeys(actor for one in rounds for actor in one.hosts)
    return Process(
        id=content_id("p", *parties),
        name=f"{parties[0]} - {parties[1]} talks",
        parties=tuple(linked.sides.actor_of(side) or Actor(None, side) for side in parties),
        mediators=tuple(sorted(mediators, key=lambda a: (a.name, a.entity or ""))),
        rounds=rounds,
    )


def _round(linked: Linked, event: Event, parties: tuple[str, str], *, counted: Sequence[Counted]) -> Round:
    place = event.place
    hosts = tuple(a for a in _hosts(linked, event.id) if linked.sides.of_actor(a) not in parties)
    return Round(
        event=event.id,
        place=place.name if place and place.precision != "venue" else "",
        venue=place.name if place and place.precision == "venue" else _venue(linked, event.id),
        hosts=hosts,
        delegations=_delegations(linked, event.id, parties),
        length=_length(event.id, counted),
        outcome=_outcome(linked, event.id),
    )


def _when(event: Event) -> tuple[str, str]:
    return event.time.start or event.time.end or "9999", event.id


def _sentences(linked: Linked, event: str) -> list[str]:
    """The sentences that tell of an event, in order of report and place."""
    triggers = sorted(told.mention.trigger for told in linked.members[event])
    return list(dict.fromkeys(context_of(t, linked.reports[t.report]) for t in triggers if t.report in linked.reports))


def _hosts(linked: Linked, event: str) -> tuple[Actor, ...]:
    """Sides named in a clause just after or before words of hosting."""
    found: dict[Actor, None] = {}
    for told in linked.members[event]:
        for actor, near in _named_near(linked, told, "hosting"):
            if near:
                found[actor] = None
    return tuple(sorted(found, key=lambda a: (a.name, a.entity or "")))


def _named_near(linked: Linked, told: Told, topic: str) -> Iterable[tuple[Actor, bool]]:
    """Actors whose mention stands in the event's sentence, and whether a word of the topic stands next to it."""
    report = linked.reports.get(told.report)
    if report is None:
        return
    sentence = context_of(told.mention.trigger, report)
    start = report.text.find(sentence)
    for mention in linked.names_in.get(report.id, ()):
        span = mention.span
        if not start <= span.start < start + len(sentence):
            continue
        before = report.text[max(start, span.start - 40) : span.start]
        after = report.text[span.end : min(start + len(sentence), span.end + 12)]
        entity = linked.sides.by_id.get(mention.entity)
        by = re.search(rf"(?:{_words(topic).pattern})\b[^,.;]*\bby\b[^,.;]*$", before)
        does = re.match(rf"\W*(?:officials? )?(?:{_words(topic).pattern})", after)
        if entity:
            yield entity.actor, bool(by or does)


def _delegations(linked: Linked, event: str, parties: tuple[str, str]) -> tuple[Actor, ...]:
    """Persons of the two sides whom reports that are mainly of this round name as leading a delegation."""
    reports = {report for report, main in linked.main_rounds.items() if main == event}
    found: dict[Actor, None] = {}
    named = (mention for report in sorted(reports) for mention in linked.names_in.get(report, ()))
    for mention in named:
        entity = linked.sides.by_id.get(mention.entity)
        person = entity is not None and entity.kind == EntityKind.PERSON and entity.side in parties
        if entity is None or not person or mention.span.report not in reports & set(linked.reports):
            continue
        text = linked.reports[mention.span.report].text
        after, before = text[mention.span.end : mention.span.end + 70], text[: mention.span.start][-70:]
        teams = "|".join(map(re.escape, phrases_of("teams")))
        leads = re.match(rf"\W*{_words('leading').pattern}\W[^.;,]*\b(?:{teams})", after)
        led = re.search(rf"\b(?:{teams})\b[^.;]*\b(?:led|headed|chaired) by\b[^.;,]*$", before)
        if leads or led:
            found[entity.actor] = None
    return tuple(sorted(found, key=lambda a: (a.name, a.entity or "")))


def _length(event: str, counted: Sequence[Counted]) -> str:
    """The exact words of the first reading of how long the meeting lasted."""
    told = [c for c in counted if c.event == event and c.length and "lasting" in c.done]
    return min(told, key=lambda c: c.claim.span).claim.span.exact if told else ""


def _outcome(linked: Linked, event: str) -> str:
    """The shortest sentence of the event that speaks of an outcome, in its exact words, where it is short enough."""
    told = [s for s in _sentences(linked, event) if _words("outcomes").search(s)]
    clauses = [
        t.mention.clause.exact for t in linked.members[event] if _words("outcomes").search(t.mention.clause.exact)
    ]
    short = [s for s in clauses or told if len(s) <= _OUTCOME_LENGTH]
    return " ".join(min(short, key=lambda s: (len(s), s)).split()) if short else ""


def _venue(linked: Linked, event: str) -> str:
    found = (match.group(1) for s in _sentences(linked, event) if (match := _VENUE.search(s)))
    return next(found, "")


@cache
def _words(topic: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases_of(topic)))})\b", re.IGNORECASE)
