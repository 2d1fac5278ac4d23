"""Why two event mentions can not be one happening, whatever speaks for it; and when too little is known to say."""

from dragoman.link.similarity import Similarity
from dragoman.link.told import Told, days, same_spot
from dragoman.link.words import overlap
from dragoman.model.plover import EventType

NEAR_TYPES = (
    frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.COOPERATE}),
    frozenset({EventType.COERCE, EventType.ASSAULT}),
    frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE}),
    frozenset({EventType.AID, EventType.SUPPORT}),
)
"""Types between which two readers of one happening may differ."""
_LIKE, _MUCH_ALIKE, _SHARED = 0.6, 0.7, 0.34


def refusal(a: Told, b: Told, similarity: Similarity) -> str:
    """Why two mentions can not be one happening, or "" when they may be."""
    for reason in (_types(a, b), _reality(a, b), _parties_apart(a, b), _times_apart(a, b, similarity)):
        if reason:
            return reason
    if mark := _marked_apart(a, b):
        return mark
    first, second = a.place, b.place
    if first and second and same_spot(first, second) is False and a.mention.type != EventType.CONSULT:
        return f"{first.name} is not {second.name}"
    if not (a.dated and b.dated) and a.marks.counts_differ(b.marks):
        return "undated, and other numbers of the same thing"
    return ""


def _types(a: Told, b: Told) -> str:
    first, second = a.mention.type, b.mention.type
    near = first == second or any(first in row and second in row for row in NEAR_TYPES)
    return "" if near else "different types"


def _reality(a: Told, b: Told) -> str:
    first, second = a.mention.modality, b.mention.modality
    if first == second or (a.real and b.real):
        return ""
    return f"{first} is not {second}"


def _parties_apart(a: Told, b: Told) -> str:
    if a.symmetric and b.symmetric:
        shared = a.parties & b.parties
        fits = not (a.parties and b.parties) or shared in (a.parties, b.parties) or len(shared) > 1
        return "" if fits else "different parties"
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if mine and theirs and not mine & theirs:
            return "different sides"
    return "the other way round" if a.turned(b) else ""


def _times_apart(a: Told, b: Told, similarity: Similarity) -> str:
    if a.time.meets(b.time):
        return ""
    # Two days for one happening are a difference worth showing only where it is beyond doubt the same one.
    place, other = a.place, b.place
    venue = bool(place and other and place.precision == "venue" and same_spot(place, other))
    close = min(days(a.time), days(b.time)) == 1 and _gap_is_short(a, b)
    alike = similarity(a.mention.clause.exact, b.mention.clause.exact) >= _LIKE
    sure = a.report != b.report and close and alike and (venue or bool(a.persons & b.persons))
    return "" if sure else "different times"


def _gap_is_short(a: Told, b: Told) -> bool:
    first, second = sorted((a.time.start or "", b.time.start or ""))
    return bool(first) and first[:7] == second[:7] and int(second[8:]) - int(first[8:]) == 1


def _marked_apart(a: Told, b: Told) -> str:
    """A mark that parts them; "the last round" is no undated one, and "last" and "next" may mean one dated round."""
    mark = a.marks.exclude(b.marks)
    if a.dated and b.dated:
        return "" if mark.startswith("one is") else mark
    earlier = a.marks.earlier != b.marks.earlier and a.report != b.report
    return mark or ("one is told as an earlier one" if earlier else "")


def thin(a: Told, b: Told, similarity: Similarity) -> bool:
    """Whether an undated mention has too little in common with another to be joined to it."""
    if a.dated and b.dated:
        return False
    place, other = a.place, b.place
    if place and other and place.precision in ("venue", "city") and same_spot(place, other):
        return False
    if a.marks.ordinals & b.marks.ordinals and a.parties & b.parties:
        return False
    shared = overlap(a.words - a.trigger, b.words - b.trigger) >= _SHARED
    return not shared and similarity(a.mention.clause.exact, b.mention.clause.exact) < _MUCH_ALIKE
