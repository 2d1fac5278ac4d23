"""What ties two counts together: time, event, thing, and one number that answers another."""

from datetime import date

from dragoman.link.counted import HARM, Counted, kind_of
from dragoman.link.lexicon import rows
from dragoman.link.told import days
from dragoman.link.when import apart
from dragoman.link.words import content, stem, words
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure

_ANSWER, _FEW = 200, 3
"""Characters within which a bare number answers the one before; numbers below this answer none."""
_SHORT = 2
"""Days of a time that tells one happening from the next."""


def tied(a: Counted, b: Counted) -> bool:
    """Whether both are numbers of one event or position."""
    if (a.event is not None and a.event == b.event) or a.matters & b.matters:
        return True
    # The nearest attack before is only a guess at the one in which people were harmed.
    return bool(a.near & b.near) and (a.here or b.here or not (a.done | b.done) & HARM)


def adjacent(a: Counted, b: Counted) -> bool:
    """Whether one voice's bare number answers another's in its report: "Forty trucks wait, says A. Fifty, says B"."""
    if a.claim.report != b.claim.report or a.measure != Measure.COUNT:
        return False
    one, other = sorted((a, b), key=lambda c: c.claim.span)
    bare = not any(stem(word) in rows("countables", "things") for word in words(other.claim.span.exact))
    near = 0 <= other.claim.span.start - one.claim.span.end < _ANSWER
    told = (c.claim.value for c in (one, other))
    few = any(isinstance(value, int | float) and value < _FEW for value in told)
    return near and bare and not few and not other.part and kin(one, other)


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether one voice stands behind both claims."""
    one, other = a.voice, b.voice
    return (one.kind, one.entity, one.name) == (other.kind, other.entity, other.name)


def kin(a: Counted, b: Counted) -> bool:
    """Whether both count one thing, or one counts a kind of what the other counts."""
    return bool(a.things & (b.things | kind_of(b.things)) or b.things & kind_of(a.things))


def named_alike(a: Counted, b: Counted) -> bool:
    """Whether two ordinals or ages name the same kind of thing by their words."""
    if content(a.claim.what) & content(b.claim.what):
        return True
    known = rows("linking", "families")
    first, second = ({f for w in content(c.claim.what) for f in known.get(stem(w), ())} for c in (a, b))
    return bool(first & second)


def set_aside(a: Counted, b: Counted) -> bool:
    """Whether one claim's sentence says that it is not the other's number."""
    return a.claim.value in b.refuted or b.claim.value in a.refuted


def one_time(a: Counted, b: Counted) -> bool:
    """Whether both are told of one day or night, or up to one day."""
    known = a.when.known and b.when.known and max(days(a.when), days(b.when)) <= _SHORT
    ends = a.when.end is not None and a.when.end == b.when.end
    return (known or ends) and not apart(a.when, b.when)


def days_between(a: str, b: str) -> int:
    """Days between two ISO days; 0 when one is unknown."""
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else 0
