"""Events told as a result of another ("..., killing six"): one event, whose victims go to the cause."""

from dataclasses import replace

from dragoman.extract.arguments import without
from dragoman.extract.bearers import unique
from dragoman.extract.grammar import governors
from dragoman.extract.told_events import Told
from dragoman.model.plover import EventType


def joined_with_results(told: list[Told]) -> list[Told]:
    """The events without those told as a result ("..., killing six"), whose victims go to the cause."""
    causes = {id(one): cause for one in told if (cause := _cause(one, told)) is not None}
    out = []
    for one in told:
        if id(one) in causes:
            continue
        hurt = unique(e for other in told if causes.get(id(other)) is one for e in other.recipients)
        out.append(replace(one, recipients=one.recipients or without(hurt, one.actors)))
    return out


def _cause(one: Told, told: list[Told]) -> Told | None:
    verb = one.trigger.token
    standing_off = verb.dep_ in ("advcl", "acl", "conj") and verb.tag_ == "VBG"
    if not standing_off or one.trigger.sense.type is not EventType.ASSAULT:
        return None
    above = list(governors(verb))[:3]
    for other in told:
        same = other is not one and other.trigger.sense.type is EventType.ASSAULT and other.trigger.token.i < verb.i
        if same and {other.trigger.token, other.trigger.clause_head} & {*above, *(w.head for w in above)}:
            return other
    return None
