"""Who does it to whom: the actors and recipients of an event, by the frame of its sense."""

import re
from collections.abc import Iterable, Iterator

from dragoman.extract.agents import names_body, names_people
from dragoman.extract.bearers import Bearers, unique
from dragoman.extract.constructions import Built, said_above
from dragoman.extract.grammar import after, agent, complement, dative, described_as, direct_object, is_passive, subject
from dragoman.extract.triggers import Trigger
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

Parties = tuple[tuple[Entity, ...], tuple[Entity, ...]]
_SPOKEN = (EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.AGREE)
_SAYS = ("say", "announce", "state", "confirm", "report", "acknowledge")
_MILITARY = "MIL"
_AIRCRAFT = re.compile(r"[A-Z][a-z]{0,2}[A-Z]?-?\d{1,3}[A-Z]?s?")
_JOINED = ("with", "between", "among", "of")


def parties(trigger: Trigger, bearers: Bearers) -> Parties:
    """Actors and recipients; for events in which both sides act alike all are actors."""
    if trigger.built is not None:
        actors, recipients = _of_built(trigger.built, bearers)
    elif not trigger.noun:
        actors, recipients = _of_verb(trigger, bearers)
    else:
        actors, recipients = _of_noun(trigger, bearers)
    if trigger.sense.both:
        return unique((*actors, *recipients)), ()
    recipients = without(recipients, actors)
    if trigger.sense.type in MATERIAL_CONFLICT | {EventType.RETREAT}:
        recipients = tuple(entity for entity in recipients if not unknown_body(entity))
    return actors, recipients


def _of_built(one: Built, bearers: Bearers) -> Parties:
    """The parties where the build of the sentence tells them; with no subject of its own, who speaks the words."""
    actors = bearers.who(one.actor) if one.actor is not None else bearers.voice(one.verb)
    return actors, without(bearers.who(one.target), actors)


def unknown_body(entity: Entity) -> bool:
    """Whether a name is of a body of no known kind: a firm, a building, a paper, seldom one to whom things are done."""
    return entity.kind is EntityKind.ORGANISATION and not entity.code and not entity.side


def without(entities: tuple[Entity, ...], others: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities that are none of the others and not the country for which one of them speaks, nor its own."""
    ids = {other.id for other in others}
    whole = {other.side for other in others if other.side and _is_whole(other)}
    sides = {other.side for other in others if other.side}
    return tuple(
        e for e in entities if e.id not in ids and not (e.side and e.side in (sides if _is_whole(e) else whole))
    )


def _is_whole(entity: Entity) -> bool:
    """Whether an entity is a side as a whole, and not a body or person of it, of which two may be at odds."""
    return entity.kind is EntityKind.COUNTRY or entity.name == entity.side


def _of_verb(trigger: Trigger, bearers: Bearers) -> Parties:
    verb, sense = trigger.token, trigger.sense
    where = sense.type is EventType.ASSAULT
    if sense.undergone:
        heads = [subject(verb), *after(verb, *sense.to)]
        return (), _first(heads, bearers, where=True)
    if sense.owner:
        held = direct_object(verb)
        owners = bearers.owners(held) if held is not None else ()
        if held is not None and not owners and held.pos_ == "NUM":
            owners = bearers.who(held)
        # What a ministry says it shot down was sent against its country.
        return owners, unique(bearers.side_of(entity) for entity in bearers.who(agent(verb)))
    if sense.given:
        return _first(other_heads(verb, sense.to), bearers, where=False), bearers.who(subject(verb))
    actors = bearers.who(doer(verb, sense.type)) or _teller_instead(verb, bearers)
    if where and _of_the_speaker(verb, actors, bearers):
        actors = ()
    elif where and not actors:
        actors = _by_own_arms(verb, bearers)
    if sense.type is EventType.ACCUSE and "object" in sense.to and len(actors) == 1:
        # Nobody accuses itself: the pronoun that says so was taken for the wrong one.
        actors = without(actors, bearers.who(direct_object(verb)))
    apart = () if sense.both else actors
    recipients = _first(other_heads(verb, sense.to), bearers, where=where, apart=apart)
    if sense.type is EventType.THREATEN and not any(actor.side for actor in actors):
        # Whose official it is is not known: whom the threat names may be the side for which it is made.
        return actors, ()
    if not recipients and "content" in sense.to:
        recipients = _in_content(verb, bearers, actors)
    return actors, recipients


def doer(verb: Token, event_type: EventType) -> Token | None:
    """Who acts; words joined to a passive that someone tells ("said two had died and blamed X") are the teller's."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    first = _told_first(verb)
    if own is None and first is not None:
        return agent(first)
    said = said_above(verb) if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and own is None else None
    if said is not None and event_type in _SPOKEN and verb.tag_ == "VBD" and _told_before(verb):
        return subject(said)
    return agent(verb)


def _told_first(verb: Token) -> Token | None:
    """The clause before "then" that shares its subject ("said X opened fire, then shelled ..."), hung on "said"."""
    if verb.dep_ not in ("dep", "conj") or not any(c.lower_ == "then" and c.dep_ == "advmod" for c in verb.children):
        return None
    return next((c for c in verb.head.children if c.dep_ == "ccomp" and c.i < verb.i), None)


def _teller_instead(verb: Token, bearers: Bearers) -> tuple[Entity, ...]:
    """Who tells and acts, where a deed is joined to words told of a thing ("said it was laid and recalled ...")."""
    said = said_above(verb) if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else None
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
    if said is None or own or verb.tag_ != "VBD" or not is_passive(verb.head):
        return ()
    return bearers.who(subject(said))


def _by_own_arms(verb: Token, bearers: Bearers) -> tuple[Entity, ...]:
    """The forces that tell what arms did elsewhere ("the air force said two jets hit a depot"): their own arms."""
    who, said = subject(verb), verb.head
    if verb.dep_ != "ccomp" or said.lemma_ not in _SAYS or who is None or who.head != verb or is_passive(verb):
        return ()
    listed = who.lemma_.lower() in words("event_frames", "own_arms") or _AIRCRAFT.fullmatch(who.text)
    whose = any(c.dep_ in ("det", "poss", "amod", "compound", "prep") for c in who.children)
    if not listed or whose:
        return ()
    tellers = bearers.who(subject(said))
    if len(tellers) != 1 or not tellers[0].code.endswith(_MILITARY):
        return ()
    struck = _first(other_heads(verb, ("object", "in", "near", "on")), bearers, where=True)
    own = {bearers.side_of(tellers[0]).id}
    return () if own & {bearers.side_of(one).id for one in struck} else tellers


def _of_the_speaker(verb: Token, actors: tuple[Entity, ...], bearers: Bearers) -> bool:
    """Whether "they" in a quotation was taken for the very side that speaks of its attackers."""
    who = subject(verb)
    return who is not None and who.lower_ == "they" and bool(actors) and bearers.speaks_for(verb, actors)


def _told_before(verb: Token) -> bool:
    """Whether the clause to which a plain past is joined stands in the passive or in the past before it."""
    own = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return not own and (is_passive(verb.head) or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.head.children))


def other_heads(verb: Token, to: tuple[str, ...]) -> Iterator[Token | None]:
    """Heads of the phrases in which the other party may stand, in the order of the sense."""
    for place in to:
        if place == "object":
            yield None if _lost_subject(verb) else direct_object(verb) or described_as(verb)
        elif place == "dative":
            yield dative(verb)
        elif place == "owner":
            held = direct_object(verb)
            yield next((c for c in held.children if c.dep_ == "poss"), None) if held is not None else None
        elif place == "complement":
            yield _asked(verb)
        elif place != "content":
            yield from after(verb, place)
            held = direct_object(verb)
            if held is not None:
                yield from after(held, place)


def _lost_subject(verb: Token) -> bool:
    """Whether a passive clause that someone tells has no subject of its own in the parse: it is not the teller's."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children)
    return verb.dep_ == "ccomp" and is_passive(verb) and not own


def _asked(verb: Token) -> Token | None:
    """Who is to do what is asked: the object of "urged X to", the subject of "demanded that X"."""
    asked = complement(verb)
    if asked is None:
        return None
    own = next((c for c in asked.children if c.dep_ == "nsubj"), None)
    return own if own is not None else direct_object(verb)


def _in_content(verb: Token, bearers: Bearers, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The first other side named in what is asked, refused or threatened."""
    apart = ("nsubj", "agent", "advcl", "conj", "parataxis")
    stated = [c for c in verb.children if c.dep_ not in apart and not _fronted(c, verb)]
    below = [t for child in stated for t in child.subtree if not _told_aside(t, verb)]
    return without(bearers.within(below), actors)[:2]


def _fronted(child: Token, verb: Token) -> bool:
    """Whether a phrase only sets the scene before the verb ("In the list that X read out, Y promised ...")."""
    return child.dep_ == "prep" and child.i < verb.i


def _told_aside(token: Token, verb: Token) -> bool:
    """Whether a name stands in a clause about one of the things named, or only names a thing ("the X crossing")."""
    if (
        token.dep_ == "compound"
        and token.head.pos_ == "NOUN"
        and not (names_people(token.head) or names_body(token.head))
    ):
        return True
    while token not in (verb, token.head):
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def _first(
    heads: Iterable[Token | None], bearers: Bearers, *, where: bool, apart: tuple[Entity, ...] = ()
) -> tuple[Entity, ...]:
    for head in heads:
        found = without(bearers.who(head, where=where), apart)
        if found:
            return found
    return ()


def _of_noun(trigger: Trigger, bearers: Bearers) -> Parties:
    noun, sense = trigger.token, trigger.sense
    where = sense.type is EventType.ASSAULT
    owners = bearers.owners(noun)
    actors = unique((*owners, *_by(trigger, bearers))) if sense.owned == "actor" else _by(trigger, bearers)
    suffered = sense.type is EventType.ASSAULT and not owners_act(noun)
    if suffered and not any(c.dep_ == "prep" and c.lower_ in sense.to for c in noun.children):
        actors = _by(trigger, bearers)
    others = owners if sense.owned == "recipient" or (suffered and trigger.carried != "doing") else ()
    if sense.both:
        joined = (e for head in after(noun, *_JOINED) for e in bearers.who(head))
        return unique((*actors, *joined, *_carried(trigger, bearers))), ()
    if trigger.carried == "doing" and not actors:
        actors = _carried(trigger, bearers)
    recipients = without(others or _targets(trigger, bearers, where=where), actors)
    if not recipients and sense.deep:
        recipients = _in_content(noun, bearers, actors)
    if not recipients and trigger.carried == "undergoing":
        recipients = without(_carried(trigger, bearers), actors)
    return actors, recipients


def owners_act(noun: Token) -> bool:
    """Whether "X's attack" is by X; "X's worst terrorist attack" is on X."""
    return not any(c.lemma_.lower() in words("event_frames", "suffered") for c in noun.children)


def _by(trigger: Trigger, bearers: Bearers) -> tuple[Entity, ...]:
    """Actors after "by" or "from", or as the agent of a participle ("an attack launched by X")."""
    noun = trigger.token
    found = [e for head in after(noun, *trigger.sense.by) for e in bearers.who(head)]
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            found += bearers.who(agent(child))
    carrier = trigger.carrier
    if carrier is not None and trigger.carried == "occurring" and is_passive(carrier) and not trigger.sense.both:
        found += bearers.who(agent(carrier)) if carrier.lemma_ in words("event_frames", "doing") else ()
    return unique(found)


def _carried(trigger: Trigger, bearers: Bearers) -> tuple[Entity, ...]:
    """The subject of the light verb."""
    if trigger.carrier is None or trigger.carried == "occurring":
        return ()
    who = bearers.who(agent(trigger.carrier))
    joined = (e for head in after(trigger.carrier, "with") for e in bearers.who(head)) if trigger.sense.both else ()
    return unique((*who, *joined))


def _targets(trigger: Trigger, bearers: Bearers, *, where: bool) -> tuple[Entity, ...]:
    noun, carrier = trigger.token, trigger.carrier
    heads = [*after(noun, *trigger.sense.to)]
    if carrier is not None:
        heads += after(carrier, *trigger.sense.to)
        if trigger.carried == "occurring" and where:
            heads += [held for held in (direct_object(carrier),) if held is not None and not is_passive(carrier)]
    return _first(heads, bearers, where=where)
