"""How near two quantity claims are to counting one thing, in points with their reasons."""

from dragoman.link.clusters import Feature, LinkScore, score
from dragoman.link.counted import Counted
from dragoman.link.deeds import kind_of_thing
from dragoman.link.lexicon import rows
from dragoman.link.refusals import NAMING, TELLING, Agree
from dragoman.link.similarity import Similarity
from dragoman.link.ties import (
    adjacent,
    days_between,
    named_alike,
    one_scene,
    one_teller,
    one_time,
    one_voice,
    revises,
    set_aside,
)
from dragoman.link.words import overlap
from dragoman.model.attribution import VoiceKind
from dragoman.model.quantity import Measure

AGREEING, DIFFERING = 2.75, 3.5
"""Points from which two claims count one thing, when their amounts leave room for one another and when they do not."""
_NEAR_DAYS, _FAR_DAYS = 2, 7
_FEWEST = 3
"""Least number of which it says something that two reports print it."""


def closeness(a: Counted, b: Counted, similarity: Similarity, *, agree: Agree) -> LinkScore:
    """Points for one thing, with a reason for each feature that has words."""
    return score((a.id, b.id), (a, b), _features(similarity, agree))


def _features(similarity: Similarity, agree: Agree) -> tuple[Feature[Counted], ...]:
    def meaning(a: Counted, b: Counted) -> tuple[float, str]:
        value = similarity(a.context, b.context)
        return max(0.0, (value - 0.4) * 3), f"sentences are alike to {value:.2f}" if value > 0.4 else ""

    def amounts(a: Counted, b: Counted) -> tuple[float, str]:
        one, other = a.claim.value, b.claim.value
        if one is not None and one == other and (a.claim.unit == b.claim.unit or _counted_alike(a, b)):
            if a.claim.report != b.claim.report and (points := _chosen(a, b)):
                return points, f"both print {one}"
            telling = isinstance(one, float | int) and (one >= TELLING or a.measure in NAMING)
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
    if one_scene(a, b):
        return 2.5, "told of one place and day"
    if one_teller(a, b):
        return 1.5, "counted by one voice in reports of the same days"
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
    return (2.0 if a.length else 1.0, f"both count {', '.join(sorted(shared))}") if shared else (0.0, "")


def _time(a: Counted, b: Counted) -> tuple[float, str]:
    if one_time(a, b):
        return 1.0, f"both of {b.when.end}"
    if a.when.known and b.when.known:
        return 0.3, "their times meet"
    gap = days_between(a.published, b.published)
    if gap > _FAR_DAYS:
        return -1.0, f"reports {gap} days apart"
    return (-0.3, f"reports {gap} days apart") if gap > _NEAR_DAYS else (0.0, "")


def _place(a: Counted, b: Counted) -> tuple[float, str]:
    if shared := a.places & b.places:
        return 1.0, f"both name {', '.join(sorted(shared))}"
    return (-0.75, "other places") if a.places and b.places else (0.0, "")


def _counted_alike(a: Counted, b: Counted) -> bool:
    return a.measure == Measure.COUNT and bool(a.things & b.things)


def _chosen(a: Counted, b: Counted) -> float:
    """Points for one number of things that are seldom counted twice alike in reports of the same days, else 0."""
    value = a.claim.value
    if days_between(a.published, b.published) > _NEAR_DAYS or not isinstance(value, int | float):
        return 0.0
    if a.measure == Measure.ORDINAL and named_alike(a, b) and a.things & rows("linking", "families").keys():
        return 2.25
    if a.measure != Measure.COUNT or not a.things & b.things or kind_of_thing(a.things) == "person" or value < _FEWEST:
        return 0.0
    return 1.5 if value >= TELLING else 1.25


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
    if revises(a, b):
        return 2.0, "one number is told to have become the other"
    if set_aside(a, b):
        return 1.0, "one says that it is not the other's number"
    if not adjacent(a, b):
        return 0.0, ""
    own = one_voice(a.claim, b.claim) or VoiceKind.OUTLET in (a.claim.voice.kind, b.claim.voice.kind)
    return (0.6 if own else 1.2), "one number answers the other"
