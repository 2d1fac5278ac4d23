"""What ties two counts together: time, event, thing, and one number that answers another."""

import re
from datetime import date

from dragoman.link.counted import HARM, Counted, kind_of
from dragoman.link.lexicon import rows
from dragoman.link.told import days
from dragoman.link.when import apart
from dragoman.link.words import content, stem, words
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure

_ANSWER, _FEW = 200, 3
"""Characters within which a bare number answers the one before; numbers below this answer none."""
_FROM = re.compile(
    r"^.*,? (?:(?:up|down|raised|lowered|revised) )?from (?:(?:an?|the) )?"
    r"(?:(?:earlier|initial|previous|first|preliminary) )?$"
)
_FROM_NEAR = 45
"""Characters between a number and the one from which it is told to have risen."""
_NUMBERED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:includ\w+|among)\b[^,;.]*$")
_GOES_ON = 400
"""Characters within which a second voice speaks of the attack of which the first gave a toll."""
_SHORT = 2
"""Days of a time that tells one happening from the next."""


def one_scene(a: Counted, b: Counted) -> bool:
    """Whether reports of the same days tell of people killed or injured in one town on one day."""
    near = days_between(a.published, b.published) <= _SHORT and (a.claim.report != b.claim.report or _answered(a, b))
    whole = all(c.claim.value != 0 and not c.part and not _WITHIN.search(c.ahead) for c in (a, b))
    return near and whole and bool(a.done & b.done & HARM) and kin(a, b) and a.scene.meets(b.scene)


def one_teller(a: Counted, b: Counted) -> bool:
    """Whether one named voice counts the killed or injured in reports of the same days, of no two towns."""
    voice = a.claim.voice.entity
    again = voice is not None and one_voice(a.claim, b.claim) and a.claim.report != b.claim.report
    near = days_between(a.published, b.published) <= _SHORT and not (a.places and b.places and not a.places & b.places)
    whole = all(c.claim.value != 0 and not c.part for c in (a, b))
    return again and near and whole and bool(a.done & b.done & HARM) and kin(a, b)


def _answered(a: Counted, b: Counted) -> bool:
    """Whether two named voices of one report give a toll, the later of them without telling of an attack of its own."""
    one, other = sorted((a, b), key=lambda c: c.claim.span)
    named = {a.claim.voice.kind, b.claim.voice.kind} == {VoiceKind.NAMED} and not one_voice(a.claim, b.claim)
    after = 0 <= other.claim.span.start - one.claim.span.end < _GOES_ON
    return named and after and a.context != b.context and not other.here


def revises(a: Counted, b: Counted) -> bool:
    """Whether one number is told as the one from which the other rose or fell ("to 44, up from 41")."""
    if a.context != b.context or a.claim.report != b.claim.report or not kin(a, b):
        return False
    one, other = sorted((a, b), key=lambda c: c.claim.span)
    return bool(_FROM.search(other.ahead)) and 0 <= other.claim.span.start - one.claim.span.end < _FROM_NEAR


def tied(a: Counted, b: Counted) -> bool:
    """Whether both are numbers of one event or position."""
    if (a.event is not None and a.event == b.event) or a.matters & b.matters:
        return True
    if one_scene(a, b):
        return True
    # The nearest attack before is only a guess at the one in which people were harmed.
    return bool(a.near & b.near) and (a.here or b.here or not (a.done | b.done) & HARM)


def adjacent(a: Counted, b: Counted) -> bool:
    """Whether one voice's bare number answers another's in its report: "Forty trucks wait, says A. Fifty, says B"."""
    if a.claim.report != b.claim.report or a.measure != Measure.COUNT:
        return False
    one, other = sorted((a, b), key=lambda c: c.claim.span)
    if a.context != b.context and _NUMBERED.search(other.ahead):
        return False
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
