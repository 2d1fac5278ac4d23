"""Two amounts of one thing, and how they relate."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from dragoman.link.counted import kind_of, things_of
from dragoman.link.lexicon import rows
from dragoman.link.words import content, stem, words
from dragoman.model.claim import Claim
from dragoman.model.quantity import Hedge
from dragoman.model.verdict import Verdict
from dragoman.reconcile.bounds import Bounds, base_unit, equal, room, rounding, size, stated
from dragoman.reconcile.digits import slip
from dragoman.reconcile.reasons import amount, because, day, number, thing, voice_name
from dragoman.reconcile.voices import opposed, same_voice
from dragoman.text.lexicon import load

Judged = tuple[Verdict, str]
_MANY_TIMES = 10
"""So many times the least that "several" can mean, and the other side's count is not conceded by it."""
_PART = re.compile(r"\b(?:of (?:which|whom|them|these|those)|including|among)\b")
_NO_ORDER: Mapping[str, str] = MappingProxyType({})


def compare_amounts(
    a: Claim,
    b: Claim,
    *,
    order: Mapping[str, str] = _NO_ORDER,
    against: bool | None = None,
    done: frozenset[str] = frozenset(),
) -> Judged:
    """Verdict and reason for two quantity claims on one thing.

    `order` sorts reports by publication and version (see `voices.sequence`); `against` says that the two
    stand for opposing sides where their voices alone do not show it; `done` are the families of what was done to the
    things counted, where more is known than the two claims say.
    """
    if _other_unit(a, b):
        return Verdict.DIFFERENT_SCOPE, because("units", a=amount(a), b=amount(b))
    for vague, other in ((a, b), (b, a)):
        if (opposed(a, b) if against is None else against) and _concedes_little(vague, other):
            named = {"voice": voice_name(vague), "voice2": voice_name(other)}
            return Verdict.CONFLICT, because("conceded", a=amount(vague), b=amount(other), **named)
    if equal(a, b):
        return Verdict.SAME, _equal(a, b)
    first, second = room(a), room(b)
    if first.excludes(second):
        return _excluded(a, b, order, done)
    for (narrow, inner), (wide, outer) in (((a, first), (b, second)), ((b, second), (a, first))):
        if _coarse(wide) and not _coarse(narrow) and inner.within(outer):
            return Verdict.FINER, because("inside", a=amount(narrow), b=amount(wide))
        if inner.within(outer):
            return Verdict.COMPATIBLE, because("contains", a=amount(narrow), b=amount(wide))
    return Verdict.COMPATIBLE, because("allow", range=_range(first, second, a))


def allow(a: Claim, b: Claim) -> bool:
    """Whether two amounts leave room for one another, with nothing said of voices or time."""
    return not _other_unit(a, b) and (equal(a, b) or _rounds(a, b))


def _equal(a: Claim, b: Claim) -> str:
    """Why two equal amounts are the same: as printed, once converted, of a kind of thing, or as one side's share."""
    said = {"a": amount(a), "b": amount(b)}
    for each, one in ((a, b), (b, a)):
        if each.per == "side" and not one.per and one.side:
            return because("share", a=amount(each), b=amount(one), side=one.side)
    few, many = things_of(a), things_of(b)
    if not few & many and (kind_of(few) & many or kind_of(many) & few):
        return because("equal-kind", **said)
    return because("equal" if size(a) == size(b) else "equal-units", **said)


def _excluded(a: Claim, b: Claim, order: Mapping[str, str], done: frozenset[str]) -> Judged:
    """Bounds that exclude each other: rounding, scope, a revision and a running toll explain some of it."""
    said = {"a": amount(a), "b": amount(b)}
    if _rounds(a, b):
        return Verdict.COMPATIBLE, because("rounded", **said)
    early, late = sorted((a, b), key=lambda c: (order.get(c.report, c.as_of or ""), c.id))
    timed = {"a": amount(early), "b": amount(late), "date": day(early), "date2": day(late)}
    later = order.get(early.report, early.as_of or "") < order.get(late.report, late.as_of or "")
    upper, lower = (a, b) if room(a).above(room(b)) else (b, a)
    kind, times = slip(a, b)
    copied = same_voice(a, b) and a.account == b.account and a.outlet != b.outlet
    if copied and (kind or not later):
        # A print that is off by a digit is no correction by the one who is quoted.
        return Verdict.CONFLICT, because(kind or "copies", a=amount(upper), b=amount(lower), times=str(times))
    if later and same_voice(a, b):
        how = "revised" if early.as_of != late.as_of else "corrected"
        return Verdict.REVISED, because(how, voice=voice_name(early), **timed)
    if narrowed := _scope(a, b):
        return narrowed
    dated = early.as_of and late.as_of and early.as_of < late.as_of
    dated = dated or (later and not (early.as_of and late.as_of))
    rising = done & _tolls() if done else _toll(a) and _toll(b)
    if dated and rising and not room(early).above(room(late)):
        return Verdict.DIFFERENT_TIME, because("toll", **timed)
    return Verdict.CONFLICT, because(kind or "above", a=amount(upper), b=amount(lower), times=str(times))


def _scope(a: Claim, b: Claim) -> Judged | None:
    """Another verdict where the amounts are counted within different limits, or one of them within a limit."""
    for part, whole in ((a, b), (b, a)):
        few, many = things_of(part), things_of(whole)
        kinds = frozenset() if "body" in few else kind_of(few) & many
        if kinds and not few & many and not room(part).above(room(whole)):
            return Verdict.DIFFERENT_SCOPE, because("kind", a=amount(part), b=amount(whole))
        if _narrower(part, whole) and not room(part).above(room(whole)):
            return Verdict.DIFFERENT_SCOPE, because("narrower", a=amount(part), b=amount(whole))
    first, second = _limits(a), _limits(b)
    if first and second:
        if first & second:
            return None
        said = because("scopes", a=amount(a), b=amount(b), scope=a.scope, scope2=b.scope)
        return Verdict.DIFFERENT_SCOPE, said
    part, whole = (a, b) if first else (b, a)
    if not (first or second) or room(part).above(room(whole)):
        return None
    return Verdict.DIFFERENT_SCOPE, because("narrowed", a=amount(part), b=amount(whole), scope=part.scope)


def _narrower(part: Claim, whole: Claim) -> bool:
    """Whether a word narrows the kind of things that one counts ("attack drones") and none the other's."""
    narrowing = load("countables")["narrowing"]
    mine, theirs = (frozenset(words(claim.what)).intersection(narrowing) for claim in (part, whole))
    return bool(mine) and not theirs and bool(things_of(part) & things_of(whole))


def _limits(claim: Claim) -> frozenset[str]:
    """The words of a scope that limit a count, without those that only say what was done."""
    deeds = rows("countables", "done").keys() | rows("countables", "spans").keys()
    part = {"part"} if _PART.search(claim.scope) else set()
    return frozenset(part.union(word for word in content(claim.scope) if word not in deeds))


def _rounds(a: Claim, b: Claim) -> bool:
    """Whether rounding one of the two lets them meet."""
    return not room(a, slack=rounding(a, b)).excludes(room(b, slack=rounding(b, a)))


def _concedes_little(vague: Claim, other: Claim) -> bool:
    """Whether one side speaks of "several" where the other side states a least number many times larger."""
    floor, count = stated(vague), stated(other)
    plural = vague.hedge == Hedge.VAGUE and floor.low is not None and floor.high is None
    return plural and other.hedge != Hedge.VAGUE and (count.low or 0.0) >= _MANY_TIMES * (floor.low or 1.0)


def _coarse(claim: Claim) -> bool:
    return claim.hedge in (Hedge.VAGUE, Hedge.RANGE)


def _toll(claim: Claim) -> bool:
    known = rows("countables", "done")
    said = {family for word in words(f"{claim.what} {claim.scope}") for family in known.get(stem(word), ())}
    return bool((said or things_of(claim) & {"person", "civilian"}) and (not said or said & _tolls()))


def _tolls() -> frozenset[str]:
    return frozenset(load("countables")["tolls"])


def _other_unit(a: Claim, b: Claim) -> bool:
    """Whether two units do not convert: counted nouns do, shares, lengths and currencies only among themselves."""
    first, second = base_unit(a), base_unit(b)
    if first == second:
        return False
    return _measured(a.unit, first) or _measured(b.unit, second)


def _measured(unit: str, base: str) -> bool:
    money = len(unit) == 3 and unit.isupper()
    return unit != base or money or unit in ("percent", "percentage point", "basis point")


def _range(a: Bounds, b: Bounds, claim: Claim) -> str:
    """The amounts that both leave open, in the first claim's unit."""
    unit = size(claim)
    lows = [(x.low, x.low_strict) for x in (a, b) if x.low is not None]
    highs = [(x.high, not x.high_strict) for x in (a, b) if x.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low and high and low[0] != high[0]:
        told = f"{number(low[0] / unit)} to {number(high[0] / unit)}"
    elif low:
        only = "" if high else "more than " if low[1] else "at least "
        told = f"{only}{number(low[0] / unit)}"
    elif high:
        told = f"{'at most' if high[1] else 'less than'} {number(high[0] / unit)}"
    else:
        return "any number"
    least = (low or high or (0.0, False))[0] / unit
    return f"{told} {thing(claim, least)}".strip()
