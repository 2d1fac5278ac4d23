"""Figures that went up or down, were dropped or added between two versions of a report."""

from collections.abc import Iterator, Sequence
from itertools import product

from dragoman.link.words import content
from dragoman.model.claim import Claim, Field
from dragoman.reconcile.aligned import Sentence
from dragoman.reconcile.bounds import amount_of, base_unit, equal, room
from dragoman.reconcile.change import Change, ChangeKind, said
from dragoman.reconcile.reasons import amount, number
from dragoman.reconcile.two_versions import TwoVersions, inside
from dragoman.reconcile.voices import voice_key

Matched = tuple[Claim, Claim]
_ENOUGH = 2


def figure_changes(two: TwoVersions) -> Iterator[Change]:
    """One change a thing counted and pair of numbers, though headline and text may both tell it."""
    before, after = ([c for c in some if c.field == Field.QUANTITY] for some in (two.before, two.after))
    pairs = _matched(two, before, after)
    told: list[Matched] = []
    for a, b in sorted(pairs, key=lambda p: (_in_headline(two, p[1]), p[1].span.start, p[0].span.start)):
        stand = _stands(two, a, after) and _stands(two, b, before)
        if equal(a, b) or stand or any(_one(two, a, x) and _near(a, x) and _near(b, y) for x, y in told):
            continue
        told.append((a, b))
        yield _changed(a, b)
    ends = {claim.id for pair in pairs for claim in pair}
    yield from _dropped(two, [c for c in before if c.id in two.changed_before - ends], after, told)
    yield from _added(two, [c for c in after if c.id in two.changed_after - ends], before, told)


def _dropped(
    two: TwoVersions, left: Sequence[Claim], after: Sequence[Claim], told: Sequence[Matched]
) -> Iterator[Change]:
    gone: list[Claim] = []
    for claim in sorted(left, key=lambda c: (_in_headline(two, c), c.span.start)):
        replaced = [*gone, *(a for a, _ in told)]
        if not _stands(two, claim, after) and not any(_one(two, claim, c) and _near(claim, c) for c in replaced):
            gone.append(claim)
            text = said("dropped", of=_of(claim), a=amount(claim))
            yield Change(ChangeKind.FIGURE_DROPPED, text, before=claim.span, claim_before=claim.id)


def _added(
    two: TwoVersions, left: Sequence[Claim], before: Sequence[Claim], told: Sequence[Matched]
) -> Iterator[Change]:
    new: list[Claim] = []
    for claim in sorted(left, key=lambda c: (_in_headline(two, c), c.span.start)):
        known = [*new, *(b for _, b in told)]
        if not _stands(two, claim, before) and not any(_one(two, claim, c) and _near(claim, c) for c in known):
            new.append(claim)
            text = said("added", of=_of(claim), b=amount(claim))
            yield Change(ChangeKind.FIGURE_ADDED, text, after=claim.span, claim_after=claim.id)


def _matched(two: TwoVersions, before: Sequence[Claim], after: Sequence[Claim]) -> list[Matched]:
    """Numbers of reworded sentences beside each other, then what is left of one figure by one voice."""
    pairs: list[Matched] = []
    for first, second in _beside(two):
        pairs += _likest(two, list(inside(before, [first])), list(inside(after, [second])))
    ends = {claim.id for pair in pairs for claim in pair}
    left = [c for c in before if c.id in two.changed_before - ends]
    right = [c for c in after if c.id in two.changed_after - ends]
    same = [(a, b) for a, b in product(left, right) if _figure(two, a) == _figure(two, b) is not None]
    for a, b in sorted(same, key=lambda p: (voice_key(p[0]) != voice_key(p[1]), p[0].span.start, p[1].span.start)):
        if not {a.id, b.id} & ends:
            ends |= {a.id, b.id}
            pairs.append((a, b))
    return pairs


def _beside(two: TwoVersions) -> Iterator[tuple[Sentence, Sentence]]:
    yield from two.aligned.reworded
    first, second = two.aligned.headlines
    if first and second and first.words != second.words:
        yield first, second


def _likest(two: TwoVersions, before: Sequence[Claim], after: Sequence[Claim]) -> list[Matched]:
    scored = [(_likeness(two, a, b), i, j, a, b) for (i, a), (j, b) in product(enumerate(before), enumerate(after))]
    ends: set[str] = set()
    pairs = []
    for score, _, _, a, b in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
        if score >= _ENOUGH and not {a.id, b.id} & ends:
            ends |= {a.id, b.id}
            pairs.append((a, b))
    return pairs


def _likeness(two: TwoVersions, a: Claim, b: Claim) -> int:
    """How much speaks for two numbers of one sentence counting one thing."""
    if base_unit(a) != base_unit(b) and not content(a.what) & content(b.what):
        return 0
    apart = bool(a.scope and b.scope) and not content(a.scope) & content(b.scope)
    figure = 3 * (_figure(two, a) == _figure(two, b) is not None)
    things = 2 * bool(content(a.what) & content(b.what) or (a.unit and a.unit == b.unit))
    return figure + things + (a.scope == b.scope) + (voice_key(a) == voice_key(b)) + equal(a, b) - 3 * apart


def _changed(a: Claim, b: Claim) -> Change:
    first, second = amount_of(a), amount_of(b)
    fields = {"of": _of(b), "a": amount(a), "b": amount(b)}
    kind, template = ChangeKind.FIGURE_HEDGE_CHANGED, "hedge"
    if first is not None and second is not None and first != second:
        up = second > first
        kind = ChangeKind.FIGURE_UP if up else ChangeKind.FIGURE_DOWN
        one_unit = a.unit == b.unit and isinstance(a.value, int | float) and isinstance(b.value, int | float)
        template = ("up" if up else "down") if one_unit else ("up-unmeasured" if up else "down-unmeasured")
        if isinstance(a.value, int | float) and isinstance(b.value, int | float):
            fields["by"] = number(abs(b.value - a.value))
    elif room(b).above(room(a)):
        kind, template = ChangeKind.FIGURE_UP, "up-unmeasured"
    elif room(a).above(room(b)):
        kind, template = ChangeKind.FIGURE_DOWN, "down-unmeasured"
    elif (first is None) != (second is None):
        template = "vaguer" if second is None else "finer"
    return Change(kind, said(template, **fields), a.span, b.span, a.id, b.id)


def _of(claim: Claim) -> str:
    """What is counted, where the words of the number do not say it."""
    said_words = content(claim.span.exact)
    what = claim.what if claim.what and not content(claim.what) & said_words else ""
    scope = claim.scope if claim.scope and not content(claim.scope) <= said_words else ""
    thing = " ".join(part for part in (what, scope) if part)
    return said("figure-words", thing=thing) if thing else ""


def _stands(two: TwoVersions, claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the other version states the same amount of the same thing anywhere."""
    return any(_one(two, claim, other) and _near(claim, other) for other in others)


def _near(a: Claim, b: Claim) -> bool:
    """Whether two claims print one number, whatever the hedge."""
    return equal(a, b) or (amount_of(a) is not None and amount_of(a) == amount_of(b))


def _one(two: TwoVersions, a: Claim, b: Claim) -> bool:
    """Whether two numbers count one thing, by the record's figures or by their words."""
    figure = _figure(two, a)
    if figure is not None and figure == _figure(two, b):
        return True
    same = base_unit(a) == base_unit(b) and bool(content(a.what) & content(b.what) or a.what == b.what)
    return same and (not a.scope or not b.scope or bool(content(a.scope) & content(b.scope)))


def _figure(two: TwoVersions, claim: Claim) -> str | None:
    return two.held.figures.get(claim.id)


def _in_headline(two: TwoVersions, claim: Claim) -> bool:
    return any(headline and headline.holds(claim.span) for headline in two.aligned.headlines)
