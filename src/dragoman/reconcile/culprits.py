"""Who did it: accounts of one attack that name different sides as the one behind it, and blame on both sides."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from dragoman.link.counted import calendar
from dragoman.link.lexicon import rows, stems_of
from dragoman.link.told import Told, same_spot
from dragoman.link.words import content, words
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.entity import Actor
from dragoman.model.event import Modality, Polarity
from dragoman.model.plover import EventType
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, voice_name
from dragoman.reconcile.voices import comparable, teller

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_POINTED = frozenset({"attack", "collapse", "kill", "shoot"})
"""Families of happenings for which somebody is blamed."""
_OWNED = re.compile(r"^(?:the )?responsibility\b", re.IGNORECASE)
"""What one claims who says that the deed was its own."""
_BACK = 600
"""Characters back from a blame in which the deed was told."""
_DAYS = 3
"""Days between reports in which two sides accuse each other of one thing."""
_TELLING = 2
"""Things in common that tie two attacks of one day and place which the record does not already hold for one."""


@dataclass(frozen=True, slots=True)
class _Blame:
    """One claim with the sides that it names as the doers of a deed.

    `deed` is the attack that it tells itself, `anchors` are the happenings that the deed may be; an accusation that is
    not of an attack has only the words of its `matter`.
    """

    claim: Claim
    culprits: tuple[Actor, ...]
    sides: frozenset[str]
    deed: Told | None = None
    anchors: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()


def compare_culprits(linked: Linked) -> tuple[Comparison, ...]:
    """Conflicts over the actor, one for each two tellers and happening, sorted by id."""
    found: dict[tuple[object, ...], Comparison] = {}
    ordered = sorted(_blames(linked), key=lambda b: (linked.order.get(b.claim.report, ""), b.claim.span, b.claim.id))
    distinct: dict[tuple[object, ...], _Blame] = {}
    for blame in ordered:
        hit = frozenset[str]() if blame.deed is None else _things(blame.deed)
        distinct.setdefault((teller(blame.claim), blame.sides, blame.anchors, blame.matter, hit), blame)
    for a, b in _near_pairs(list(distinct.values())):
        if not a.sides & b.sides and comparable(a.claim, b.claim) and _one_deed(a, b, linked):
            tellers = tuple(sorted((teller(a.claim), teller(b.claim))))
            found.setdefault((tellers, min(a.anchors | b.anchors | a.matter)), _conflict(a, b, linked))
    return tuple(sorted(found.values(), key=lambda c: c.id))


def _near_pairs(blames: Sequence[_Blame]) -> Iterator[tuple[_Blame, _Blame]]:
    """Pairs that may speak of one happening, in order: with one in common, one matter, or one place."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, blame in enumerate(blames):
        place = blame.deed.place if blame.deed else None
        for key in (*blame.anchors, blame.matter or None, place.name if place else None):
            if key is not None:
                blocks[key].append(number)
    pairs = {ends for block in blocks.values() for ends in combinations(block, 2)}
    return ((blames[i], blames[j]) for i, j in sorted(pairs))


def _blames(linked: Linked) -> Iterator[_Blame]:
    by_report: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(linked.told.values(), key=lambda t: (t.mention.trigger, t.id)):
        by_report[told.report].append(told)
    statements: dict[str, list[Claim]] = defaultdict(list)
    for claim in linked.material.claims:
        if claim.about.kind == "statement" and claim.field == Field.OCCURRENCE:
            statements[claim.report].append(claim)
    for claim in linked.material.claims:
        mine = linked.told.get(claim.event_mention or "")
        if claim.field != Field.OCCURRENCE or claim.polarity == Polarity.DENIED or claim.modality not in _REAL:
            continue
        if mine is None:
            yield from _owned(claim, by_report[claim.report], linked)
        elif mine.mention.type == EventType.ASSAULT and mine.mention.actors:
            doers = mine.mention.actors
            anchors = _anchors(mine, by_report[mine.report], linked)
            yield _Blame(claim, doers, linked.sides.of_actors(doers), mine, anchors)
        elif mine.mention.type == EventType.ACCUSE and mine.actors and mine.mention.recipients:
            yield from _accused(claim, mine, by_report[mine.report], statements[mine.report], linked)


def _accused(
    claim: Claim, told: Told, before: Sequence[Told], statements: Sequence[Claim], linked: Linked
) -> Iterator[_Blame]:
    """A blame for a deed told before it, on the word of the one who blames where that stands as a statement."""
    doers = told.mention.recipients
    blamers = {actor.entity for actor in told.mention.actors} - {None}
    said = [
        s
        for s in statements
        if told.mention.clause.overlaps(s.span) and (s.voice.side in told.actors or s.voice.entity in blamers)
    ]
    deed = _meant(told, before)
    anchors = frozenset({linked.events[deed.id]}) if deed else frozenset[str]()
    own = max(said, key=lambda s: (len(s.span.exact), s.span), default=claim)
    matter = frozenset[str]() if deed or not said else content(own.span.exact) - content(_names(told))
    if deed or matter:
        event = min(anchors, default=claim.event)
        yield _Blame(replace(own, event=event), doers, told.recipients, None, anchors, matter)


def _meant(blame: Told, before: Sequence[Told]) -> Told | None:
    """The deed for which somebody is blamed: the nearest attack before, told by nobody's hand."""
    said = content(blame.mention.clause.exact)
    known = rows("linking", "families")
    named = {family for word in said for family in known.get(word, ())} & _POINTED
    near = [
        t
        for t in before
        if t.mention.type == EventType.ASSAULT and not t.actors and 0 <= _behind(blame, t) < _BACK and t.real
    ]
    return near[-1] if near and (named or not said - content(_names(blame))) else None


def _names(told: Told) -> str:
    return " ".join(actor.name for actor in (*told.mention.actors, *told.mention.recipients))


def _behind(later: Told, earlier: Told) -> int:
    return later.mention.trigger.start - earlier.mention.trigger.end


def _owned(claim: Claim, before: Sequence[Told], linked: Linked) -> Iterator[_Blame]:
    """A claim of responsibility for the attack told before it."""
    voice = claim.voice
    if claim.about.kind != "statement" or voice.kind != VoiceKind.NAMED or not _OWNED.match(claim.span.exact):
        return
    near = [
        t
        for t in before
        if t.mention.type == EventType.ASSAULT and 0 <= claim.span.start - t.mention.trigger.end < _BACK
    ]
    if near:
        doer = Actor(voice.entity, voice.name)
        event = linked.events[near[-1].id]
        yield _Blame(
            replace(claim, event=event), (doer,), frozenset({voice.side or voice.name}), None, frozenset({event})
        )


def _anchors(told: Told, before: Sequence[Told], linked: Linked) -> frozenset[str]:
    """Its own event, and that of an attack by nobody's hand told just before it, of which it names a thing again."""
    own = {linked.events[told.id]}
    near = [
        t
        for t in before
        if t.mention.type == EventType.ASSAULT and not t.actors and 0 <= _behind(told, t) < _BACK and t.real
    ]
    if near and _things(near[-1]) & _things(told):
        own.add(linked.events[near[-1].id])
    return frozenset(own)


def _one_deed(a: _Blame, b: _Blame, linked: Linked) -> bool:
    """Whether both speak of one happening: held for one, or the same things hit on one day in one place."""
    if a.anchors & b.anchors:
        return True
    if a.matter and b.matter:
        turned = a.sides == {b.claim.voice.side} and b.sides == {a.claim.voice.side}
        return turned and a.matter == b.matter and _near(a.claim, b.claim, linked)
    first, second = a.deed, b.deed
    if not first or not second or first.report == second.report or not first.families & second.families:
        return False
    if not (first.dated and second.dated and first.time.meets(second.time)):
        return False
    place, other = first.place, second.place
    here = bool(place and other and place.precision in ("venue", "city") and same_spot(place, other))
    return here and len(_things(first) & _things(second)) >= _TELLING


def _near(a: Claim, b: Claim, linked: Linked) -> bool:
    """Whether two reports came out within some days of each other, as far as is known."""
    first, second = linked.published(a.report), linked.published(b.report)
    return not first or not second or abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= _DAYS


def _things(told: Told) -> frozenset[str]:
    """What the words of an attack name besides the deed, those who fight, the place and the day."""
    place = told.place.name if told.place else ""
    left_out = stems_of("weapons") | stems_of("saying") | calendar() | content(place)
    sides = {word[:5] for side in told.parties for word in words(side)}
    known = rows("linking", "families")
    said = content(told.mention.clause.exact)
    return frozenset(w for w in said if w not in left_out and w not in known and w[:5] not in sides)


def _conflict(one: _Blame, other: _Blame, linked: Linked) -> Comparison:
    a, b = sorted((one, other), key=lambda blame: (linked.order.get(blame.claim.report, ""), blame.claim.id))
    said = {"a": _named(a), "b": _named(b), "voice": voice_name(a.claim), "voice2": voice_name(b.claim)}
    found = comparison(a.claim, b.claim, Verdict.CONFLICT, because("culprits", **said), order=linked.order)
    return replace(found, field=Field.ACTOR)


def _named(blame: _Blame) -> str:
    return " and ".join(dict.fromkeys(actor.name for actor in blame.culprits))
