"""What one voice denies and another asserts, where the denial is told as words and not as an event."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.link.counted import calendar
from dragoman.link.lexicon import rows, stems_of
from dragoman.link.material import Material
from dragoman.link.told import Told
from dragoman.link.words import content, stem, words
from dragoman.model.attribution import Manner, VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Modality, Polarity
from dragoman.model.plover import EventType
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, voice_name
from dragoman.reconcile.voices import teller, voice_key

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_NEGATIVE = re.compile(r"\b(?:no|not|never|nothing|nobody|none|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:since|after|before|following|amid|during|despite|from|in|by)\b")
_UNREAL = re.compile(
    r"\b(?:will|would|shall|should|must|can|could|cannot|may|might|if|do|does|don[’']t)\b", re.IGNORECASE
)
_POINTING = re.compile(
    r"^(?:it|this|that|so|(?:the|those|these|such|any|all) (?:\w+ )?(?:claims?|charges?|accusations?|allegations?"
    r"|reports?|involvement|responsibility|role|part|connection)"
    r"|involvement|responsibility|doing so|having done so)(?: (?:in|for|of) (?:it|this|that|the \w+))?\.?$",
    re.IGNORECASE,
)
_DEEDS = frozenset({"attack", "shoot", "kill", "seize", "deploy", "arrest", "collapse"})
"""Families of happenings that one side may deny."""
_OWN = frozenset({"our", "we", "i", "us"})
_BOUND = 4
"""Words after "no" or "not" within which a deed is what it denies."""
_NEWS = 1
"""Days between reports within which one answers what another tells."""
_BACK = 600
"""Characters back from a denial in which the thing denied was told."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One claim with the families of happenings and the other words by which it can be told again."""

    claim: Claim
    told: Told | None
    deeds: frozenset[str]
    things: frozenset[str]
    blamed: bool = False

    @property
    def pointing(self) -> bool:
        """Whether it only points back ("denied it")."""
        return bool(_POINTING.match(self.claim.span.exact.strip(' ,“”"')))


def marked(material: Material) -> tuple[Claim, ...]:
    """All claims, those that stand in words of denial marked as denied."""
    denials = {said.id for said in material.attributions if said.manner == Manner.DENIAL}
    return tuple(
        replace(c, polarity=Polarity.DENIED) if c.about.kind == "statement" and c.about.id in denials else c
        for c in material.claims
    )


def compare_denials(linked: Linked) -> tuple[Comparison, ...]:
    """Conflicts of occurrence, or of the actor where it is only the blame that is denied, sorted by id."""
    by_report: dict[str, list[_Word]] = defaultdict(list)
    denied: list[_Word] = []
    for word in _words(linked):
        if _denies(word):
            denied.append(word)
        elif word.claim.polarity == Polarity.ASSERTED and (word.deeds or _blames(word)):
            by_report[word.claim.report].append(word)
    found: dict[tuple[str, str, str], Comparison] = {}
    for no in sorted(denied, key=lambda n: (linked.order.get(n.claim.report, ""), n.claim.span)):
        for yes in _denied(no, by_report, linked):
            key = teller(no.claim), _asserter(yes.claim), yes.claim.event or yes.claim.id
            found.setdefault(key, _conflict(no.claim, yes, linked))
    return tuple(sorted({c.id: c for c in found.values()}.values(), key=lambda c: c.id))


def _asserter(claim: Claim) -> str:
    """The voice that asserts; for an outlet's own word its account, so that a reprint is denied once."""
    return claim.account if claim.voice.kind == VoiceKind.OUTLET else voice_key(claim)


def _words(linked: Linked) -> Iterator[_Word]:
    known = rows("linking", "families")
    small = stems_of("weapons") | stems_of("saying") | calendar()
    names = {word[:5] for entity in linked.material.entities for word in words(entity.side or "")}
    for claim in sorted(linked.material.claims, key=lambda c: (c.span, c.id)):
        if claim.field != Field.OCCURRENCE or claim.about.kind not in ("event", "statement"):
            continue
        told = linked.told.get(claim.event_mention or "")
        # "Families have left since the strike" tells of families, not of the strike.
        said = content(told.mention.clause.exact if told else _PAST.split(claim.span.exact, maxsplit=1)[0])
        deeds = frozenset(f for word in said for f in known.get(word, ())) & _DEEDS
        things = frozenset(w for w in said if w not in small and w not in known and w[:5] not in names)
        yield _Word(claim, told, deeds, things)


def _denies(word: _Word) -> bool:
    """Whether a claim denies a happening: by a verb of denying, or by its own "no", "not" and "never"."""
    claim = word.claim
    if claim.about.kind != "statement" or claim.voice.kind not in (VoiceKind.NAMED, VoiceKind.UNNAMED):
        return False
    if claim.polarity == Polarity.DENIED:
        return bool(word.deeds) or word.pointing
    if not word.deeds or not claim.voice.side or _UNREAL.search(claim.span.exact):
        return False
    known = rows("linking", "families")
    after = (words(claim.span.exact[no.end() :])[:_BOUND] for no in _NEGATIVE.finditer(claim.span.exact))
    return any(known.get(stem(w), frozenset()) & _DEEDS for near in after for w in near)


def _blames(word: _Word) -> bool:
    return word.told is not None and word.told.mention.type == EventType.ACCUSE


def _denied(no: _Word, by_report: Mapping[str, Sequence[_Word]], linked: Linked) -> Iterator[_Word]:
    """The best of each report's assertions that the denial speaks of."""
    own = [yes for yes in by_report.get(no.claim.report, ()) if _opposes(no, yes)]
    before = [y for y in own if 0 <= no.claim.span.start - y.claim.span.end < _BACK]
    alike = [y for y in own if _alike(no, y)]
    event = None
    if alike:
        best = max(alike, key=lambda y: (_likeness(no, y), y.claim.span))
        event = best.claim.event
        yield best
    elif no.pointing or not no.things:
        blamed = [y for y in before if _blames(y)]
        told = [y for y in before if not _blames(y) and (no.deeds & y.deeds or (no.pointing and not blamed))]
        if blamed or told:
            found = max(told or blamed, key=lambda y: (y.claim.span, y.claim.id))
            yield replace(found, blamed=bool(blamed))
    elif blamed := [y for y in before if _blames(y)] if _disowns(no) else []:
        yield replace(max(blamed, key=lambda y: (y.claim.span, y.claim.id)), blamed=True)
    if not no.things or no.pointing:
        return
    for report in sorted(by_report):
        if report == no.claim.report or _days(no.claim, report, linked) > _NEWS:
            continue
        others = [y for y in by_report[report] if _opposes(no, y) and _alike(no, y)]
        others = [y for y in others if None in (event, y.claim.event) or event == y.claim.event]
        if others:
            yield max(others, key=lambda y: (_likeness(no, y), y.claim.span))


def _disowns(no: _Word) -> bool:
    """Whether a side denies that it did a deed ("denied hitting it", "we did not hit it"), not that it was done."""
    begins = words(no.claim.span.exact)[:1]
    if not no.claim.voice.side or not begins:
        return False
    return begins[0] in _OWN or (no.claim.polarity == Polarity.DENIED and begins[0].endswith("ing"))


def _opposes(no: _Word, yes: _Word) -> bool:
    """Whether another voice asserts, not of the denier's side, a deed of which that side is a party as far as told."""
    one, other = no.claim.voice, yes.claim.voice
    if voice_key(no.claim) == voice_key(yes.claim) or (one.side and one.side == other.side):
        return False
    if yes.claim.modality not in _REAL or (yes.claim.voice.kind == VoiceKind.HEARSAY):
        return False
    if _NEGATIVE.search(yes.claim.span.exact):
        return False
    if yes.told is None and _disowns(no):
        return False
    if yes.told is None:
        return other.kind != VoiceKind.OUTLET
    if _blames(yes):
        return bool(one.side) and one.side in yes.told.recipients
    if _disowns(no):
        return one.side in yes.told.actors and yes.told.mention.type == EventType.ASSAULT
    return not one.side or not yes.told.actors or one.side in yes.told.parties


def _alike(no: _Word, yes: _Word) -> bool:
    return not _blames(yes) and bool(no.deeds & yes.deeds) and bool(no.things & yes.things)


def _likeness(no: _Word, yes: _Word) -> tuple[int, bool]:
    return len(no.things & yes.things), yes.told is not None


def _days(claim: Claim, report: str, linked: Linked) -> int:
    from_day, to_day = linked.published(claim.report), linked.published(report)
    if not from_day or not to_day:
        return 0
    return abs(_ordinal(from_day) - _ordinal(to_day))


def _ordinal(day: str) -> int:
    year, month, date = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + date


def _conflict(no: Claim, yes: _Word, linked: Linked) -> Comparison:
    reason = because("denied", voice=voice_name(no), voice2=voice_name(yes.claim))
    found = comparison(no, yes.claim, Verdict.CONFLICT, reason, order=linked.order)
    return replace(found, field=Field.ACTOR) if yes.blamed else found
