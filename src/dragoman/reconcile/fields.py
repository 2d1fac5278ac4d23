"""Differences over one event that are not numbers: occurrence, state, time and place."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product

from dragoman.link.lexicon import phrases_of
from dragoman.link.told import days, same_spot
from dragoman.link.words import fold
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Modality, Place, Polarity
from dragoman.model.plover import EventType
from dragoman.model.time import Interval
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, between_days, voice_name
from dragoman.reconcile.voices import comparable, voice_key

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_STATES = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.PROTEST})
_AROUND = 45


def compare_fields(linked: Linked) -> tuple[Comparison, ...]:
    """All comparisons of events' fields that are not numbers, sorted by id."""
    found: list[Comparison] = []
    for event in sorted(linked.members):
        claims = [c for c in linked.claims_of_event.get(event, ()) if c.event_mention in linked.mentions]
        found.extend(_occurrence(linked, claims))
        found.extend(_state(linked, event, claims))
        found.extend(_times(linked, claims))
        found.extend(_places(linked, claims))
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: c.id))


def _occurrence(linked: Linked, claims: Sequence[Claim]) -> Iterator[Comparison]:
    """One voice denies what another asserts; an outlet's own two sentences do not contradict each other."""
    told = [c for c in claims if c.field == Field.OCCURRENCE and c.modality in _REAL]
    denied = [c for c in told if c.polarity == Polarity.DENIED and c.voice.kind != VoiceKind.HEARSAY]
    seen = set()
    for no, yes in product(denied, told):
        key = voice_key(no), yes.account if yes.voice.kind == VoiceKind.OUTLET else voice_key(yes)
        own = VoiceKind.OUTLET in (no.voice.kind, yes.voice.kind) and no.outlet == yes.outlet
        both_outlets = no.voice.kind == yes.voice.kind == VoiceKind.OUTLET
        if yes.polarity == Polarity.DENIED or key in seen or not comparable(no, yes) or voice_key(no) == voice_key(yes):
            continue
        if (own and both_outlets) or (both_outlets and not _same_trigger(linked, no, yes)):
            continue
        if _disowned(linked, no, yes):
            continue
        seen.add(key)
        reason = because("denied", voice=voice_name(no), voice2=voice_name(yes))
        yield comparison(no, yes, Verdict.CONFLICT, reason, order=linked.order)


def _disowned(linked: Linked, no: Claim, yes: Claim) -> bool:
    """Whether a side only denies that it did itself what the other tells of nobody."""
    denied, told = linked.told[no.event_mention or ""], linked.told[yes.event_mention or ""]
    own = bool(no.voice.side) and (no.voice.side in denied.actors or not denied.actors)
    return own and told.mention.type == EventType.ASSAULT and not told.actors


def _same_trigger(linked: Linked, a: Claim, b: Claim) -> bool:
    first, second = linked.told[a.event_mention or ""], linked.told[b.event_mention or ""]
    return bool(first.trigger & second.trigger)


def _state(linked: Linked, event: str, claims: Sequence[Claim]) -> Iterator[Comparison]:
    """The first pair of accounts of which one has the matter under way and the other has it ended."""
    own = [c for c in claims if linked.mentions[c.event_mention or ""].type in _STATES]
    said = [c for c in (*own, *_stated(linked, event)) if c.field == Field.OCCURRENCE and c.modality in _REAL]
    told = [(c, _phase(linked, c)) for c in said if c.polarity == Polarity.ASSERTED]
    under_way, over = ([c for c, phase in told if phase == wanted] for wanted in ("begun", "ended"))
    for a, b in product(under_way, over):
        if a.report != b.report and a.account != b.account:
            reason = because("state", voice=voice_name(a), voice2=voice_name(b))
            yield comparison(a, b, Verdict.CHANGED, reason, order=linked.order)
            return


def _stated(linked: Linked, event: str) -> list[Claim]:
    """Statements that name talks ("that talks had resumed") in reports that speak mainly of this meeting."""
    reports = {report for report, main in linked.main_rounds.items() if main == event}
    named = re.compile(rf"\b(?:{'|'.join(phrases_of('talks'))})\b")
    return [
        c
        for c in linked.material.claims
        if c.report in reports and c.event is None and c.about.kind == "statement" and named.search(fold(c.span.exact))
    ]


def _phase(linked: Linked, claim: Claim) -> str:
    """Whether a claim has its event "begun", "ended" or neither (""), by the words around the trigger."""
    mention = linked.mentions.get(claim.event_mention or "")
    near = fold(claim.span.exact)[: 2 * _AROUND]
    if mention:
        at = mention.trigger.start - mention.clause.start
        near = fold(mention.clause.exact)[max(0, at - _AROUND) : at + len(mention.trigger.exact) + _AROUND]
    if _phrases("ended").search(near):
        return "ended"
    return "begun" if (mention and claim.modality == Modality.ONGOING) or _phrases("begun").search(near) else ""


@cache
def _phrases(topic: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases_of(topic)))})\b")


def _times(linked: Linked, claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Times of one event by different accounts: a finer one, or two days that exclude each other."""
    told = _first_by_account(claims, Field.TIME)
    for a, b in combinations(told, 2):
        first, second = (linked.mentions[c.event_mention or ""].time for c in (a, b))
        if (first.start, first.end) == (second.start, second.end) or not (first.known and second.known):
            continue
        if not first.meets(second):
            reason = because("days", a=_when(first), b=_when(second))
            yield comparison(a, b, Verdict.CONFLICT, reason, order=linked.order)
        elif first.within(second) or second.within(first):
            inner, outer = sorted((first, second), key=days)
            reason = because("day-inside", a=_when(inner), b=_when(outer))
            yield comparison(a, b, Verdict.FINER, reason, order=linked.order)


def _places(linked: Linked, claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Places of one event by different accounts: one inside the other, or two that exclude each other."""
    told = _first_by_account(claims, Field.PLACE)
    for a, b in combinations(told, 2):
        first, second = (linked.mentions[c.event_mention or ""].place for c in (a, b))
        if first is None or second is None or same_spot(first, second):
            continue
        inner, outer = sorted((first, second), key=lambda p: (_rank(p), p.name))
        names = {"a": inner.name, "b": outer.name}
        if _inside(inner, outer):
            yield comparison(a, b, Verdict.FINER, because("place-inside", **names), order=linked.order)
        elif same_spot(first, second) is False:
            yield comparison(a, b, Verdict.CONFLICT, because("places", **names), order=linked.order)


def _first_by_account(claims: Sequence[Claim], field: Field) -> list[Claim]:
    """One claim for each account and value: what one account says twice is compared once."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if claim.field == field:
            first.setdefault((claim.account, str(claim.value)), claim)
    # Between claims of one account there is nothing to compare; between accounts each pair once.
    several = len({claim.account for claim in first.values()}) > 1
    return [claim for claim in first.values() if several and claim.modality in _REAL]


def _inside(inner: Place, outer: Place) -> bool:
    country = outer.precision == "country" and inner.country == outer.country and bool(inner.country)
    return country and inner.precision in ("venue", "city", "province")


def _rank(place: Place) -> int:
    order = ("venue", "city", "province", "country", "region")
    return order.index(place.precision) if place.precision in order else len(order)


def _when(interval: Interval) -> str:
    return between_days(interval.start, interval.end)
