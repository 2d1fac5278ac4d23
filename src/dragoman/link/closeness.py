"""How near two quantity claims are to counting one thing: what keeps them apart, and what speaks for it, in points."""

from collections.abc import Callable
from datetime import date
from functools import cache

from dragoman.link.clusters import Feature, LinkScore, score
from dragoman.link.counted import HARM, Counted, kind_of
from dragoman.link.lexicon import rows
from dragoman.link.similarity import Similarity
from dragoman.link.told import days
from dragoman.link.when import apart
from dragoman.link.words import content, overlap, stem, words
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.event import Modality
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import load

Agree = Callable[[Claim, Claim], bool]
"""Whether two amounts leave room for one another."""
AGREEING, DIFFERING = 2.75, 3.5
"""Points from which two claims count one thing, when their amounts leave room for one another and when they do not."""
_TELLING = 10
"""Least number that two reports hardly print by chance for two things."""
_COPIED = 0.85
_ANSWER, _FEW = 200, 3
_CONTRADICTED = frozenset({Measure.COUNT, Measure.DURATION, Measure.DISTANCE})
_SHORT, _NEAR_DAYS, _FAR_DAYS = 2, 2, 7
_ORDINALS = frozenset({Measure.ORDINAL, Measure.AGE})
_UNREAL = frozenset({Modality.DEMANDED, Modality.CONDITIONAL, Modality.FORECAST})


def refusal(a: Counted, b: Counted, agree: Agree) -> str:
    """Why two claims cannot count one thing, or "" when they may: the field that differs."""
    if a.measure != b.measure or not _terms(a, b) or a.claim.span.overlaps(b.claim.span):
        return "terms"
    if not _things(a, b):
        return "thing"
    if a.done and b.done and not a.done & b.done:
        return "deed"
    agreed = agree(a.claim, b.claim)
    if not agreed and a.claim.report == b.claim.report and _one_voice(a.claim, b.claim):
        return "terms"
    bound = (a.done and b.done) or not agreed
    if bound and not (a.near & b.near and (a.here or b.here)) and _told_apart(a, b):
        return "time"
    if a.measure in _ORDINALS and not (agreed and _named_alike(a, b)):
        return "thing"
    if a.length and not a.done & b.done and not (a.claim.value == b.claim.value and a.claim.unit == b.claim.unit):
        return "deed"
    if a.measure == Measure.GAP and not agreed:
        return "terms"
    return "time" if not agreed and _moved_on(a, b) else ""


def repeated(a: Counted, b: Counted) -> bool:
    """Whether one report prints one telling number twice, as headline and body do."""
    value = a.claim.value
    telling = isinstance(value, int | float) and value >= _TELLING and value == b.claim.value
    return a.claim.report == b.claim.report and telling and a.claim.unit == b.claim.unit


def one_thing(a: Counted, b: Counted) -> bool:
    """Whether both count one thing, or a kind and its whole to which one thing was done."""
    return a.length or bool(a.things & b.things or a.done & b.done) or _adjacent(a, b)


def doubtful(a: Counted, b: Counted) -> bool:
    """Whether it is not plain that two numbers are of one deed: their contradiction then starts no figure."""
    return _moods_differ(a, b) or _parts_differ(a, b) or _unknown_deed(a, b)


def _moved_on(a: Counted, b: Counted) -> bool:
    """Whether both count a state that comes and goes, in reports some days apart."""
    return bool(a.done & b.done & passing()) and _days_between(a.published, b.published) > _NEAR_DAYS


@cache
def passing() -> frozenset[str]:
    """Families of states that come and go: held, displaced, deployed."""
    return frozenset(load("countables")["passing"])


def closeness(a: Counted, b: Counted, similarity: Similarity, *, agree: Agree) -> LinkScore:
    """Points for one thing, with a reason for each feature that has words."""
    return score((a.id, b.id), (a, b), _features(similarity, agree))


def anchored(a: Counted, b: Counted, similarity: Similarity) -> bool:
    """Whether something besides kind and day ties two counts together: without it, two numbers are no contradiction."""
    if _set_aside(a, b) or _adjacent(a, b):
        return True
    if a.measure not in _CONTRADICTED:
        return False
    if a.claim.report == b.claim.report:
        # Two numbers of one report are two things unless it sets them against each other, or two sides do.
        sides = a.claim.voice.side, b.claim.voice.side
        return all(sides) and sides[0] != sides[1] and _tied(a, b)
    again = a.claim.voice.entity is not None and a.claim.voice.entity == b.claim.voice.entity and a.done & b.done
    if _one_time(a, b) and (again or similarity(a.context, b.context) >= _COPIED):
        return True
    each = a.claim.per and a.claim.per == b.claim.per
    flown = a.done & b.done & {"launched", "intercepted"}
    return _tied(a, b) or (_one_time(a, b) and bool(each or flown or (a.places & b.places and a.done & b.done)))


def _tied(a: Counted, b: Counted) -> bool:
    """Whether both are numbers of one event or position."""
    if (a.event is not None and a.event == b.event) or a.matters & b.matters:
        return True
    # The nearest attack before is only a guess at the one in which people were harmed.
    return bool(a.near & b.near) and (a.here or b.here or not (a.done | b.done) & HARM)


def _adjacent(a: Counted, b: Counted) -> bool:
    """Whether one voice's bare number answers another's in its report: "Forty trucks wait, says A. Fifty, says B"."""
    one, other = sorted((a, b), key=lambda c: c.claim.span)
    gap = other.claim.span.start - one.claim.span.end
    bare = not any(stem(word) in rows("countables", "things") for word in words(other.claim.span.exact))
    near = one.claim.report == other.claim.report and 0 <= gap < _ANSWER
    told = (c.claim for c in (one, other))
    few = any(c.value is not None and not isinstance(c.value, str) and c.value < _FEW for c in told)
    return near and bare and not few and not other.part and a.measure == Measure.COUNT and _kin(one, other)


def _one_voice(a: Claim, b: Claim) -> bool:
    one, other = a.voice, b.voice
    return (one.kind, one.entity, one.name) == (other.kind, other.entity, other.name)


def _terms(a: Counted, b: Counted) -> bool:
    """Whether neither side nor share keeps the two apart; one side's own number is its share of "each"."""
    one, other = a.claim, b.claim
    if one.side and other.side and one.side != other.side:
        return False
    if one.per == other.per:
        return ("in all" in one.scope) == ("in all" in other.scope) or not (one.per or other.per)
    plain = other if one.per else one
    return {one.per, other.per} == {"side", ""} and bool(plain.side) and "in all" not in plain.scope


def _things(a: Counted, b: Counted) -> bool:
    if a.length or b.length:
        return a.length and b.length and not (a.of and b.of and not a.of & b.of)
    return _kin(a, b)


def _kin(a: Counted, b: Counted) -> bool:
    return bool(a.things & (b.things | kind_of(b.things)) or b.things & kind_of(a.things))


def _named_alike(a: Counted, b: Counted) -> bool:
    if content(a.claim.what) & content(b.claim.what):
        return True
    known = rows("linking", "families")
    first, second = ({f for w in content(c.claim.what) for f in known.get(stem(w), ())} for c in (a, b))
    return bool(first & second)


def _told_apart(a: Counted, b: Counted) -> bool:
    if a.event is not None and a.event == b.event:
        return False
    first, second = a.told, b.told
    if first and second:
        ends = ((first.actors, second.actors), (first.recipients, second.recipients))
        if any(mine and theirs and not mine & theirs for mine, theirs in ends):
            return True
    return apart(a.when, b.when)


def _moods_differ(a: Counted, b: Counted) -> bool:
    return bool(a.moods or b.moods) and not a.moods & b.moods


def _parts_differ(a: Counted, b: Counted) -> bool:
    return a.part != b.part and not (a.done and a.done == b.done)


def _unknown_deed(a: Counted, b: Counted) -> bool:
    """Whether it is not told what was done to both, and neither sets itself against the other."""
    told = a.done & b.done or _set_aside(a, b) or _adjacent(a, b) or a.matters & b.matters
    one_event = a.event is not None and a.event == b.event
    return not told and not (one_event and not a.part and not b.part)


def _set_aside(a: Counted, b: Counted) -> bool:
    """Whether one claim's sentence says that it is not the other's number."""
    return a.claim.value in b.refuted or b.claim.value in a.refuted


def _one_time(a: Counted, b: Counted) -> bool:
    known = a.when.known and b.when.known and max(days(a.when), days(b.when)) <= _SHORT
    ends = a.when.end is not None and a.when.end == b.when.end
    return (known or ends) and not apart(a.when, b.when)


def _features(similarity: Similarity, agree: Agree) -> tuple[Feature[Counted], ...]:
    def meaning(a: Counted, b: Counted) -> tuple[float, str]:
        value = similarity(a.context, b.context)
        return max(0.0, (value - 0.4) * 3), f"sentences are alike to {value:.2f}" if value > 0.4 else ""

    def amounts(a: Counted, b: Counted) -> tuple[float, str]:
        one, other = a.claim.value, b.claim.value
        if one is not None and one == other and a.claim.unit == b.claim.unit:
            telling = isinstance(one, float | int) and (one >= _TELLING or a.measure in _ORDINALS)
            again = 1.5 if a.claim.report == b.claim.report else 0.0
            return again + (1.0 if telling else 0.5), f"both print {one}"
        return (0.5, "the amounts leave room for one another") if agree(a.claim, b.claim) else (0.0, "")

    return (
        Feature("event", 1.0, _event),
        Feature("deed", 1.0, _deed),
        Feature("thing", 0.5, _thing),
        Feature("time", 1.0, _time),
        Feature("place", 1.0, _place),
        Feature("terms", 0.5, _share),
        Feature("words", 1.5, _words),
        Feature("meaning", 1.0, meaning),
        Feature("amount", 1.0, amounts),
        Feature("contrast", 2.5, _contrast),
    )


def _event(a: Counted, b: Counted) -> tuple[float, str]:
    if a.event is not None and a.event == b.event:
        return 3.0, "numbers of one event"
    if a.near & b.near and a.done & b.done:
        return (2.5 if a.here or b.here else 1.5), "in sentences that tell of one event"
    if matters := a.matters & b.matters:
        return 2.5, f"of one position: {min(matters)}"
    return 0.0, ""


def _deed(a: Counted, b: Counted) -> tuple[float, str]:
    if shared := a.done & b.done:
        return 1.0, f"both {', '.join(sorted(shared))}"
    if shared := a.moods & b.moods:
        return 1.0, f"both {', '.join(sorted(shared))}"
    return 0.0, ""


def _thing(a: Counted, b: Counted) -> tuple[float, str]:
    shared = a.things & b.things or a.of & b.of
    return (1.0, f"both count {', '.join(sorted(shared))}") if shared else (0.0, "")


def _time(a: Counted, b: Counted) -> tuple[float, str]:
    if _one_time(a, b):
        return 1.0, f"both of {b.when.end}"
    if a.when.known and b.when.known:
        return 0.3, "their times meet"
    gap = _days_between(a.published, b.published)
    if gap > _FAR_DAYS:
        return -1.0, f"reports {gap} days apart"
    return (-0.3, f"reports {gap} days apart") if gap > _NEAR_DAYS else (0.0, "")


def _days_between(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else 0


def _place(a: Counted, b: Counted) -> tuple[float, str]:
    if shared := a.places & b.places:
        return 1.0, f"both name {', '.join(sorted(shared))}"
    return (-0.75, "other places") if a.places and b.places else (0.0, "")


def _share(a: Counted, b: Counted) -> tuple[float, str]:
    one, other = a.claim, b.claim
    if one.per and one.per == other.per:
        return 1.0, f"both by {one.per}"
    return (1.0, f"both of {one.side}") if one.side and one.side == other.side else (0.0, "")


def _words(a: Counted, b: Counted) -> tuple[float, str]:
    small = a.things | b.things
    value = overlap(a.words - small, b.words - small)
    shared = sorted((a.words & b.words) - small)
    return value, f"words in common: {', '.join(shared)}" if shared else ""


def _contrast(a: Counted, b: Counted) -> tuple[float, str]:
    if _set_aside(a, b):
        return 1.0, "one says that it is not the other's number"
    if not _adjacent(a, b):
        return 0.0, ""
    own = _one_voice(a.claim, b.claim) or VoiceKind.OUTLET in (a.claim.voice.kind, b.claim.voice.kind)
    return (0.6 if own else 1.2), "one number answers the other"
