"""What keeps two quantity claims from counting one thing, and what it takes for them to contradict each other."""

from collections.abc import Callable
from functools import cache

from dragoman.link.counted import HARM, Counted
from dragoman.link.similarity import Similarity
from dragoman.link.ties import (
    adjacent,
    days_between,
    kin,
    named_alike,
    one_scene,
    one_teller,
    one_time,
    one_voice,
    revises,
    set_aside,
    tied,
)
from dragoman.link.when import apart
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import load

Agree = Callable[[Claim, Claim], bool]
"""Whether two amounts leave room for one another."""
TELLING = 10
"""Least number that two reports hardly print by chance for two things."""
_COPIED, _RETOLD = 0.85, 0.5
_ALIKE, _VAGUELY = 1.5, 10
"""So many times the smaller may the larger amount be, both printed or one in a vague plural, to look like one."""
_TIMES = 3
"""So many times the smaller may the larger of two amounts be to be of one size."""
_CONTRADICTED = frozenset({Measure.COUNT, Measure.SHARE, Measure.DURATION, Measure.DISTANCE})
_NEAR_DAYS = 2
NAMING = frozenset({Measure.ORDINAL, Measure.AGE})
"""Measures that name a thing rather than count it."""


def refusal(a: Counted, b: Counted, agree: Agree) -> str:
    """Why two claims cannot count one thing, or "" when they may: the field that differs."""
    if a.measure != b.measure or not _terms(a, b) or a.claim.span.overlaps(b.claim.span):
        return "terms"
    if (a.length or b.length) and not _things(a, b):
        return "thing"
    agreed = agree(a.claim, b.claim)
    if _other_things(a, b) and not (agreed and _telling(a, b)):
        return "thing"
    bound = (a.done and b.done) or not agreed
    together = _told_again(a, b) or one_scene(a, b) or (a.near & b.near and (a.here or b.here))
    if bound and not together and _told_apart(a, b):
        return "time"
    if a.measure in NAMING or a.length:
        return "" if _same_length(a, b, agreed) and (a.length or (agreed and named_alike(a, b))) else "thing"
    return "" if agreed else _contrary(a, b)


def _told_again(a: Counted, b: Counted) -> bool:
    """Whether reports of the same days print one length, of one kind of happening or beside one place."""
    printed = a.claim.value is not None and a.claim.value == b.claim.value and a.claim.unit == b.claim.unit
    near = days_between(a.published, b.published) <= _NEAR_DAYS
    return a.length and printed and near and bool(a.of & b.of or (a.places & b.places and not (a.of and b.of)))


def _same_length(a: Counted, b: Counted, agreed: bool) -> bool:
    """Whether two lengths may be of one thing; gaps run between two ends and are one only where they agree."""
    if not agreed and (a.measure == Measure.GAP or (a.claim.report == b.claim.report and one_voice(a.claim, b.claim))):
        return False
    printed = a.claim.value == b.claim.value and a.claim.unit == b.claim.unit
    if not agreed and a.claim.unit != b.claim.unit and not a.of & b.of:
        return False
    return not a.length or bool(a.done & b.done) or printed


def _contrary(a: Counted, b: Counted) -> str:
    """Why two counts that exclude each other are of two things, or ""."""
    if revises(a, b):
        return ""
    if (a.claim.report == b.claim.report and one_voice(a.claim, b.claim)) or a.rest != b.rest or a.added != b.added:
        return "terms"
    return "time" if _moved_on(a, b) else ""


def close(a: Counted, b: Counted, agree: Agree) -> bool:
    """Whether two amounts leave room for one another and are of one size: "at least 15" and 8,600 only do the first."""
    if not agree(a.claim, b.claim):
        return False
    first, second = (_size(c.claim) for c in (a, b))
    if a.claim.unit != b.claim.unit or not first or not second:
        return True
    vague = a.claim.value is None or b.claim.value is None
    return max(first, second) <= min(first, second) * (_VAGUELY if vague else _ALIKE)


def repeated(a: Counted, b: Counted) -> bool:
    """Whether one report prints one telling number twice, as headline and body do."""
    return a.claim.report == b.claim.report and _telling(a, b) and a.claim.unit == b.claim.unit


def _telling(a: Counted, b: Counted) -> bool:
    value = a.claim.value
    return isinstance(value, int | float) and value >= TELLING and value == b.claim.value


def doubtful(a: Counted, b: Counted, agreed: bool) -> bool:
    """Whether it is not plain that two numbers are of one thing: their contradiction then starts no figure.

    Two numbers of one report are two things unless it sets them against each other, or two sides do; amounts that only
    open bounds let agree may be of any two things.
    """
    if agreed:
        if _other_things(a, b):
            return True
        printed = a.claim.value is not None and b.claim.value is not None
        return printed and not _one_size(a, b, times=_VAGUELY)
    if a.claim.report == b.claim.report and not (answers(a, b) or one_scene(a, b) or _two_sides(a, b)):
        return True
    return _moods_differ(a, b) or _parts_differ(a, b) or _two_events(a, b) or _two_places(a, b)


def answers(a: Counted, b: Counted) -> bool:
    """Whether one number is told against the other: it revises it, sets it aside, or answers it."""
    return revises(a, b) or set_aside(a, b) or adjacent(a, b)


def vouched(a: Counted, b: Counted, similarity: Similarity) -> bool:
    """Whether something besides kind and day ties two counts of one size together: event, position, scene, teller."""
    if a.measure not in _CONTRADICTED or not _one_size(a, b, times=_TIMES) or _unknown_deed(a, b):
        return False
    if not (a.length or a.things & b.things or a.done & b.done):
        return False
    if a.claim.report == b.claim.report:
        return one_scene(a, b) or _two_sides(a, b)
    if one_teller(a, b) and similarity(a.context, b.context) >= _RETOLD:
        return True
    again = a.claim.voice.entity is not None and a.claim.voice.entity == b.claim.voice.entity and a.done & b.done
    if one_time(a, b) and (again or similarity(a.context, b.context) >= _COPIED):
        return True
    each = a.claim.per and a.claim.per == b.claim.per
    flown = a.done & b.done & {"launched", "intercepted"}
    return tied(a, b) or (one_time(a, b) and bool(each or flown or (a.places & b.places and a.done & b.done)))


@cache
def _passing() -> frozenset[str]:
    """Families of states that come and go: held, displaced, deployed."""
    return frozenset(load("countables")["passing"])


def _one_size(a: Counted, b: Counted, *, times: float) -> bool:
    first, second = _size(a.claim), _size(b.claim)
    return not first or not second or a.claim.unit != b.claim.unit or max(first, second) <= times * min(first, second)


def _size(claim: Claim) -> float:
    return claim.value if isinstance(claim.value, int | float) else claim.low or claim.high or 0.0


def _moved_on(a: Counted, b: Counted) -> bool:
    """Whether both count a state that comes and goes, in reports some days apart."""
    return bool(a.done & b.done & _passing()) and days_between(a.published, b.published) > _NEAR_DAYS


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
    return kin(a, b)


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


def _two_sides(a: Counted, b: Counted) -> bool:
    sides = a.claim.voice.side, b.claim.voice.side
    return all(sides) and sides[0] != sides[1] and tied(a, b)


def _two_events(a: Counted, b: Counted) -> bool:
    return a.event is not None and b.event is not None and a.event != b.event and not a.near & b.near


def _other_things(a: Counted, b: Counted) -> bool:
    """Whether both say what they count, and neither is a kind of the other: soldiers and civilians."""
    return not a.length and bool(a.things and b.things) and not kin(a, b)


def _two_places(a: Counted, b: Counted) -> bool:
    return bool(a.done & b.done & HARM and a.places and b.places and not a.places & b.places)


def _unknown_deed(a: Counted, b: Counted) -> bool:
    """Whether it is not told what was done to both, and neither sets itself against the other."""
    told = a.done & b.done or set_aside(a, b) or adjacent(a, b) or a.matters & b.matters
    one_event = a.event is not None and a.event == b.event
    return not told and not (one_event and not a.part and not b.part)
