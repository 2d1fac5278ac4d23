"""Mentions of one report that take each other up: "an attack" ... "in the attacks" ... "Sunday's attack"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.link.lexicon import rows
from dragoman.link.sides import Sides
from dragoman.link.told import Told, days, same_spot, told_of
from dragoman.link.words import fold, stem, words
from dragoman.model.event import EventMention
from dragoman.model.time import Interval

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|[a-z]+day's) ((?:[\w'-]+ ){0,2}[\w-]+)")


def tell(mentions: Iterable[EventMention], sides: Sides) -> tuple[Told, ...]:
    """All mentions by id; what one leaves out it takes from those of its report that speak of the same thing."""
    ordered = [told_of(mention, sides) for mention in sorted(mentions, key=lambda m: (m.trigger, m.id))]
    chain: dict[str, str] = {}
    times: dict[str, Interval] = {}
    for at, told in enumerate(ordered):
        other = _announced(told, ordered, at) or _antecedent(told, ordered[:at], chain, times=times)
        root = chain.get(other.id, other.id) if other else told.id
        chain[told.id] = root
        times[root] = min((times.get(root, Interval()), told.time), key=days)
    members: dict[str, list[Told]] = {}
    for told in ordered:
        members.setdefault(chain[told.id], []).append(told)
    whole = (_filled(told, members[root], root) for root in members for told in members[root])
    return tuple(sorted(whole, key=lambda t: t.id))


def _filled(told: Told, members: Sequence[Told], root: str) -> Told:
    """The mention with the time, place and sides of its chain, where it has none of its own."""
    finest = min((other.time for other in members), key=lambda t: (days(t), t.start or ""))
    actors = told.actors or next((other.actors for other in members if other.actors), frozenset())
    recipients = told.recipients or next((other.recipients for other in members if other.recipients), frozenset())
    return replace(
        told,
        chain=root,
        time=told.time if told.dated or not told.time.meets(finest) else finest,
        place=told.place or next((other.place for other in members if other.place), None),
        actors=actors,
        recipients=recipients if told.recipients or not actors & recipients else frozenset(),
    )


def _announced(told: Told, ordered: Sequence[Told], at: int) -> Told | None:
    """For the first event of a report, its headline as a rule: the first dated mention of the same thing below."""
    if told.dated or (at and ordered[at - 1].report == told.report):
        return None
    below = (other for other in ordered[at + 1 :] if other.report == told.report)
    return next((other for other in below if other.dated and other.parties == told.parties and _kin(told, other)), None)


def _antecedent(
    told: Told, before: Sequence[Told], chain: Mapping[str, str], *, times: Mapping[str, Interval]
) -> Told | None:
    """The nearest earlier mention of the report that "the talks", "in the attacks" of this one speaks of again."""
    known = rows("linking", "families")
    phrases = (words(match.group(1)) for match in _DEFINITE.finditer(fold(told.mention.clause.exact)))
    heads = {stem(word) for phrase in phrases for word in phrase if not word.endswith("ed")}
    families = frozenset(family for head in heads for family in known.get(head, ()))
    same = [o for o in reversed(before) if o.report == told.report]
    fitting = [o for o in same if _fits(told, o) and told.time.meets(times[chain[o.id]])]
    by_word = next((o for o in fitting if heads & o.trigger), None)
    return by_word or next((o for o in fitting if families & o.families), None)


def _kin(told: Told, other: Told) -> bool:
    return bool(told.trigger & other.trigger or told.families & other.families) and _fits(told, other)


def _fits(told: Told, other: Told) -> bool:
    """Whether nothing of type, sides, place and marks parts two mentions of one report."""
    if told.place and other.place and same_spot(told.place, other.place) is False:
        return False
    if told.real != other.real:
        return False
    ends = ((told.actors, other.actors), (told.recipients, other.recipients))
    apart = not told.symmetric and (any(m and t and not m & t for m, t in ends) or told.turned(other))
    return told.mention.type == other.mention.type and not apart and not told.marks.exclude(other.marks)
