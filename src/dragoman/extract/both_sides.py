"""Events of two sides that a clause does not both name: "both sides agreed", "the talks resumed"."""

from dragoman.extract.arguments import without
from dragoman.extract.bearers import Bearers, unique
from dragoman.extract.grammar import after, agent, is_passive, subject
from dragoman.extract.told_events import Told
from dragoman.extract.triggers import Trigger
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "next", "new", "another", "latest", "last", "further"}
    | {"fresh", "final", "opening"}
)
_DEFINITE = frozenset({"the", "this", "these", "those", "that"})


def of_the_two(
    trigger: Trigger, bearers: Bearers, told: list[Told], *, actors: tuple[Entity, ...], sentence: int
) -> Told | None:
    """An event of two sides that its words do not both name; None if they are not known, or it only goes on."""
    pair = _pair_before(trigger, told, bearers)
    if pair and _goes_on(trigger, told, sentence):
        return None
    pair = pair or _the_two(trigger, bearers, actors)
    if len(pair) < 2 or without(actors, pair):
        return None
    return Told(trigger, pair, (), sentence)


def _pair_before(trigger: Trigger, told: list[Told], bearers: Bearers) -> tuple[Entity, ...]:
    """The two sides told before to which "both sides", or "the talks" of the same kind, point back."""
    both = _named_together(trigger)
    if both is None and not _is_definite(trigger):
        return ()
    persons = both is not None and both.lemma_.lower() in words("event_frames", "both_persons")
    for one in reversed(told):
        if not one.trigger.sense.both or len(one.actors) != 2:
            continue
        if both is None and not _same_kind(trigger, one.trigger):
            continue
        if not persons or all(entity.kind is EntityKind.PERSON for entity in one.actors):
            plain = persons or both is None
            return one.actors if plain else unique(bearers.side_of(entity) for entity in one.actors)
    return ()


def _goes_on(trigger: Trigger, told: list[Told], sentence: int) -> bool:
    """Whether a verb only tells more of the sitting or call told just before ("the envoys spoke for an hour")."""
    near = [one for one in told if sentence - one.sentence <= 1 and one.trigger.sense.type is EventType.CONSULT]
    return bool(near) and not trigger.noun and trigger.sense.type is EventType.CONSULT


def _the_two(trigger: Trigger, bearers: Bearers, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The two sides of the report, meant by "a truce was signed" and "a third round will be held" with nobody named."""
    if not trigger.sense.mutual or actors:
        return ()
    if trigger.noun:
        named = any(bearers.who(head) for head in after(trigger.token, "with", "between", "among"))
        if trigger.sense.type is EventType.ASSAULT and not trigger.sense.conditions.get("carrier"):
            return () if named or not _measured(trigger.token) else bearers.two_sides()
        if _while_it_lasts(trigger):
            return ()
        return () if named or trigger.carrier is None or not _counted(trigger.token) else bearers.two_sides()
    if _of_some_truce(trigger):
        return ()
    return bearers.two_sides() if agent(trigger.token) is None or not is_passive(trigger.token) else ()


def _of_some_truce(trigger: Trigger) -> bool:
    """Whether it was "a truce" that broke down, which may be anyone's."""
    noun = subject(trigger.token) if trigger.sense.type is EventType.ASSAULT else None
    return noun is not None and any(c.lower_ in ("a", "an") for c in noun.children)


def _measured(noun: Token) -> bool:
    """Whether the noun tells of a whole spell of fighting ("nine days of clashes")."""
    spell = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    spans = ("day", "week", "month", "hour", "night", "year")
    return spell is not None and spell.lemma_ in spans and any(c.dep_ == "nummod" for c in spell.children)


def _while_it_lasts(trigger: Trigger) -> bool:
    """Whether the noun only bounds the time of something else ("as long as the talks last")."""
    carrier = trigger.carrier
    return carrier is not None and carrier.dep_ == "advcl" and carrier.lemma_ in ("last", "be", "continue", "go")


def _counted(noun: Token) -> bool:
    """Whether "the talks" or "a third round" is one of a known row, not just any talks."""
    return any(c.lower_ in _DEFINITE or c.lower_ in _ORDINALS for c in noun.children)


def _same_kind(word: Trigger, before: Trigger) -> bool:
    """Whether "the talks" may point to that event: one of its type, and a sitting for a sitting, a call for a call."""
    calls = words("event_frames", "by_phone")
    alike = (word.token.lemma_.lower() in calls) == (before.token.lemma_.lower() in calls)
    return before.sense.type is word.sense.type and alike


def _is_definite(trigger: Trigger) -> bool:
    """Whether a bare "the talks", "the meeting" is what its sentence is about."""
    token = trigger.token
    below = list(token.children)
    if not trigger.noun or trigger.carrier is None or _while_it_lasts(trigger):
        return False
    if any(c.dep_ in ("poss", "prep", "relcl") for c in below):
        return False
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in below)


def _named_together(trigger: Trigger) -> Token | None:
    """The noun of "both sides", "the two leaders", "per side" by which the clause names its parties."""
    head = subject(trigger.clause_head)
    near = [t for t in trigger.token.subtree if t.dep_ == "pobj"] + ([head] if head is not None else [])
    marks = words("event_frames", "both_marks")
    for noun in near:
        if noun.lemma_.lower() in words("event_frames", "both_sides") and (
            any(c.lower_ in marks for c in noun.children) or noun.head.lower_ == "per"
        ):
            return noun
    return None
