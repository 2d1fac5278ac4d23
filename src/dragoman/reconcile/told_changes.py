"""Who says it, whether it is denied, how, when and where it is put: what changed in sentences of two versions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from dragoman.link.wording import likeness
from dragoman.link.words import content, stem, words
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Modality, Polarity
from dragoman.reconcile.aligned import Sentence
from dragoman.reconcile.change import Change, ChangeKind, said, whose
from dragoman.reconcile.two_versions import TwoVersions, inside
from dragoman.reconcile.voices import voice_key
from dragoman.text.lexicon import load

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_UNREAL = frozenset({Modality.PLANNED, Modality.DEMANDED, Modality.CONDITIONAL, Modality.FORECAST})
_WHOLE = 0.6
"""Likeness of a statement and a sentence that makes the statement all that the sentence says."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "its", "their", "our", "his", "her", "them", "who"})
_ORDER = {Field.OCCURRENCE: 0, Field.STANCE: 1, Field.QUANTITY: 2}
Matched = tuple[Claim, Claim]


def told_changes(two: TwoVersions) -> Iterator[Change]:
    """Changes of voice, denial, modality, time, place, stance and status, sentence by sentence."""
    for first, second in two.aligned.reworded:
        before, after = list(inside(two.before, [first])), list(inside(two.after, [second]))
        pairs = _matched(before, after)
        yield from _attribution(first, second, pairs, (before, after))
        yield from _manner(pairs)
        yield from _actors(two, (first, second), (before, after))
        yield from _fields(two, pairs)
    yield from _denials(two)


def _matched(before: Sequence[Claim], after: Sequence[Claim]) -> list[Matched]:
    """Claims of one sentence and its rewording that say the same sort of thing, the likest first, each in one pair."""
    scored = [
        (_likeness(a, b), i, j, a, b)
        for (i, a), (j, b) in product(enumerate(before), enumerate(after))
        if (a.field, a.about.kind) == (b.field, b.about.kind) and a.field not in (Field.TIME, Field.PLACE)
    ]
    ends: set[str] = set()
    pairs = []
    for score, _, _, a, b in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= _WHOLE and not {a.id, b.id} & ends:
            ends |= {a.id, b.id}
            pairs.append((a, b))
    return sorted(pairs, key=lambda p: (_ORDER.get(p[0].field, 3), p[1].span.start))


def _likeness(a: Claim, b: Claim) -> float:
    if a.field == Field.QUANTITY:
        same = a.unit == b.unit and bool(content(a.what) & content(b.what) or a.what == b.what)
        return 1.0 if same and (a.scope == b.scope or content(a.scope) & content(b.scope)) else 0.0
    if a.field == Field.STANCE:
        return (a.what == b.what) + likeness(a.span.exact, b.span.exact) if a.what == b.what else 0.0
    one = a.event is not None and a.event == b.event
    alike = a.value == b.value or a.about.kind == "commitment"
    return 0.5 * one + 0.3 * alike + likeness(a.span.exact, b.span.exact)


def _attribution(
    first: Sentence, second: Sentence, pairs: Sequence[Matched], told: tuple[Sequence[Claim], Sequence[Claim]]
) -> Iterator[Change]:
    """One change of voice a sentence at most, and only where the words that changed say so too."""
    found: list[tuple[Claim | None, Claim | None]] = [(a, b) for a, b in pairs if _other_voice(a, b)]
    moved = any(a.modality != b.modality for a, b in pairs)
    found = found or ([] if moved else list(_whole_sentence(first, second, *told)))
    gone, new = set(first.words) - set(second.words), set(second.words) - set(first.words)
    for a, b in found:
        if change := _change_of_voice(_given(a), _given(b), gone, new):
            kind, text = change
            ids = a.id if a else "", b.id if b else ""
            yield Change(kind, text, first.span, second.span, *ids)
            return


def _other_voice(a: Claim, b: Claim) -> bool:
    """Whether another voice stands behind it; "is expected to" names nobody, and "did" gives it to nobody else."""
    foreseen = VoiceKind.HEARSAY in (a.voice.kind, b.voice.kind) and a.modality != b.modality
    return voice_key(a) != voice_key(b) and not foreseen


def _change_of_voice(
    a: Claim | None, b: Claim | None, gone: Collection[str], new: Collection[str]
) -> tuple[ChangeKind, str] | None:
    """Kind and words for two claims in another's voice, None for the outlet's own."""
    if b and not a and _names(b, new):
        return ChangeKind.ATTRIBUTION_ADDED, said("attribution-added", voice2=whose(b))
    if a and not b and _names(a, gone):
        return ChangeKind.ATTRIBUTION_REMOVED, said("attribution-removed", voice=whose(a))
    if a and b and whose(a) != whose(b) and (_names(a, gone) or _names(b, new)):
        return ChangeKind.ATTRIBUTION_CHANGED, said("attribution-changed", voice=whose(a), voice2=whose(b))
    return None


def _whole_sentence(
    first: Sentence, second: Sentence, before: Sequence[Claim], after: Sequence[Claim]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """A sentence that is all one voice's statement in one version, and nobody's in the other."""
    if not any(map(_given, before)):
        yield from ((None, b) for b in after if _given(b) and likeness(first.span.exact, b.span.exact) >= _WHOLE)
    if not any(map(_given, after)):
        yield from ((a, None) for a in before if _given(a) and likeness(a.span.exact, second.span.exact) >= _WHOLE)


def _given(claim: Claim | None) -> Claim | None:
    """The claim, unless it is made in the outlet's own voice."""
    return None if claim is None or claim.voice.kind == VoiceKind.OUTLET else claim


def _names(claim: Claim, changed: Collection[str]) -> bool:
    """Whether the changed words name the claim's voice, or are words of saying."""
    stems = {stem(word) for word in changed}
    return bool(stems & (content(claim.voice.name) | _cues()))


@cache
def _cues() -> frozenset[str]:
    """Stems of the words that ascribe."""
    cues = load("cues")
    topics = ("speech", "denial", "attitude", "forecast", "hearsay_adverbs", "hearsay_passives", "hearsay_adjectives")
    return frozenset(stem(word) for topic in topics for word in cues[topic]) | {"said", "told", "accord"}


def _actors(
    two: TwoVersions, sentences: tuple[Sentence, Sentence], told: tuple[Sequence[Claim], Sequence[Claim]]
) -> Iterator[Change]:
    """Who acts in an event of the one sentence and is named in no way in the other ("X shelled", "shells hit")."""
    first, second = sentences
    for who in _unnamed(two, told[0], first, second):
        text = said("actor-dropped", who=who)
        yield Change(ChangeKind.ACTOR_DROPPED, text, first.span, second.span)
    for who in _unnamed(two, told[1], second, first):
        text = said("actor-added", who=who)
        yield Change(ChangeKind.ACTOR_ADDED, text, first.span, second.span)


def _unnamed(two: TwoVersions, claims: Sequence[Claim], here: Sentence, there: Sentence) -> Iterator[str]:
    """The first actor whose name stands in the one sentence, and of whom the other has no name and no pronoun."""
    mine, theirs = content(here.span.exact), content(there.span.exact)
    if _PRONOUNS & set(there.words):
        return
    for event in dict.fromkeys(c.event for c in claims if c.event and c.polarity == Polarity.ASSERTED):
        for names in two.held.actors.get(event, ()):
            printed = content(names[0])
            if printed and printed <= mine and not any(content(name) & theirs for name in names):
                yield names[0]
                return


def _manner(pairs: Sequence[Matched]) -> Iterator[Change]:
    """Asserted or denied, planned or happened: where the words changed, once a sentence each."""
    polar = [(a, b) for a, b in pairs if a.polarity != b.polarity and voice_key(a) == voice_key(b)]
    for a, b in polar[:1]:
        text = said("polarity", a=a.polarity.value, b=b.polarity.value)
        yield _change(ChangeKind.POLARITY_CHANGED, text, a, b)
    modal = [(a, b) for a, b in pairs if a.about.kind == "event" and (a.modality in _REAL) != (b.modality in _REAL)]
    for a, b in [(a, b) for a, b in modal if {a.modality, b.modality} & _UNREAL and _reworded(a, b)][:1]:
        text = said("modality", a=a.modality.value, b=b.modality.value)
        yield _change(ChangeKind.MODALITY_CHANGED, text, a, b)


def _fields(two: TwoVersions, pairs: Sequence[Matched]) -> Iterator[Change]:
    """When and where of the same event, stance and what became of a promise."""
    seen = set()
    for a, b in pairs:
        if a.field == Field.STANCE and a.value != b.value:
            text = said("stance", a=_plain(a), b=_plain(b))
            yield _change(ChangeKind.STANCE_CHANGED, text, a, b)
        elif a.about.kind == "commitment" and a.value != b.value and _reworded(a, b):
            text = said("status", a=_plain(a), b=_plain(b))
            yield _change(ChangeKind.STATUS_CHANGED, text, a, b)
        elif a.field == Field.OCCURRENCE and a.about.kind == "event":
            for field, kind in ((Field.TIME, ChangeKind.TIME_CHANGED), (Field.PLACE, ChangeKind.PLACE_CHANGED)):
                change = _field(two, a, b, field=field, kind=kind)
                if change and (change.before, change.after) not in seen:
                    seen.add((change.before, change.after))
                    yield change


def _field(two: TwoVersions, a: Claim, b: Claim, *, field: Field, kind: ChangeKind) -> Change | None:
    """Another time or place in other words; the same words read for another day have not changed."""
    first, second = (
        {str(c.value): c for c in claims if c.field == field and c.event_mention == of.event_mention}
        for claims, of in ((two.before, a), (two.after, b))
    )
    if not first or not second or first.keys() & second.keys():
        return None
    x, y = min(first.values(), key=lambda c: c.span), min(second.values(), key=lambda c: c.span)
    return _change(kind, said(field.value, a=str(x.value), b=str(y.value)), x, y) if _reworded(x, y) else None


def _denials(two: TwoVersions) -> Iterator[Change]:
    """Voices that deny something in one version and nothing in the other."""
    before, after = (_deniers(claims) for claims in (two.before, two.after))
    for voice, claim in after.items():
        if voice not in before and claim.id in two.changed_after:
            yield Change(
                ChangeKind.DENIAL_ADDED,
                said("denial-added", voice2=whose(claim)),
                after=claim.span,
                claim_after=claim.id,
            )
    for voice, claim in before.items():
        if voice not in after and claim.id in two.changed_before:
            yield Change(
                ChangeKind.DENIAL_DROPPED, said("denial-dropped", voice=whose(claim)), claim.span, claim_before=claim.id
            )


def _deniers(claims: Sequence[Claim]) -> Mapping[str, Claim]:
    """Each voice but the outlet's own with its first denial."""
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.polarity == Polarity.DENIED and claim.field == Field.OCCURRENCE and _given(claim):
            found.setdefault(voice_key(claim), claim)
    return found


def _change(kind: ChangeKind, text: str, a: Claim, b: Claim) -> Change:
    return Change(kind, text, a.span, b.span, a.id, b.id)


def _reworded(a: Claim, b: Claim) -> bool:
    return words(a.span.exact) != words(b.span.exact)


def _plain(claim: Claim) -> str:
    return str(claim.value or "").replace("_", " ")
