"""The words in which the parties of an event stand, named or not: "a group of villagers", "an army camp"."""

from collections.abc import Iterable, Iterator

from dragoman.extract.agents import names_body, names_people
from dragoman.extract.arguments import doer, other_heads
from dragoman.extract.bearers import speech_around
from dragoman.extract.clauses import trimmed, up_to
from dragoman.extract.grammar import after, agent, complement, direct_object, subject
from dragoman.extract.triggers import Trigger
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON", "NORP"})
_APART = frozenset({"relcl", "acl", "appos", "parataxis", "advcl"})
_STRIKING = MATERIAL_CONFLICT | {EventType.RETREAT, EventType.AID}
_PROVOKED = frozenset({EventType.MOBILIZE, EventType.CONCEDE, EventType.RETREAT, EventType.PROTEST})
_ONCE = frozenset({"after", "as", "when", "because", "before", "since", "while", "if"})
_MOVED = frozenset({"after", "under", "following", "amid", "amidst", "over", "in", "despite", "to"})
_BESIDE = (
    *("to", "on", "against", "with", "for", "from", "of", "in", "at", "over", "into", "toward", "towards", "along"),
    *("near", "between", "among", "across", "upon", "about", "around", "inside", "outside", "by"),
)


def ends(trigger: Trigger) -> tuple[Token | None, Token | None]:
    """Heads of the phrases in which who acts and who undergoes it stand; a party before a thing."""
    doing, undergoing = _of_frame(trigger)
    who = next((head for head in doing if bears_part(head, struck=False)), None)
    found = [head for head in (*undergoing, *_beyond(trigger)) if head != who]
    struck = trigger.sense.type in _STRIKING
    if trigger.sense.type is EventType.MOBILIZE:
        # What is sent is one's own; against whom stands beside it.
        own = direct_object(trigger.clause_head)
        found = [head for head in found if head != own] or found
    best = min(found, key=lambda head: _rank(head, framed=head in undergoing, struck=struck), default=None)
    return who, best


def _rank(head: Token, *, framed: bool, struck: bool) -> int:
    """A party in the frame before one that is named elsewhere, before any other party, before a thing."""
    if not bears_part(head, struck=struck):
        return 3
    return 0 if framed else 1 if head.ent_type_ in _NAMES else 2


def two_told(trigger: Trigger) -> bool:
    """Whether a verb, or the verb that carries a noun, has two parties, named or not; of talks both in its frame."""
    doing, undergoing = _of_frame(trigger)
    struck = trigger.sense.type in _STRIKING
    who = next((head for head in doing if bears_part(head, struck=False)), None)
    beyond = () if trigger.sense.both or trigger.sense.type is EventType.CONSULT else _beyond(trigger)
    others = (one for one in (*undergoing, *beyond) if one != who and (bears_part(one, struck=struck) or _of_one(one)))
    return who is not None and next(others, None) is not None


def _of_one(head: Token) -> bool:
    """Whether a thing is somebody's ("X's plan", "the court's ruling")."""
    owners = (c for c in head.children if c.dep_ in ("poss", "amod", "compound"))
    return any(c.ent_type_ in _NAMES or (c.dep_ == "poss" and _acts(c)) for c in owners)


def bears_part(head: Token, *, struck: bool) -> bool:
    """Whether a phrase may be a party: people or a body, or with `struck` a place or thing that force is done to."""
    return _acts(head) or (struck and _is_struck(head))


def phrase_of(page: Page, paragraph: Paragraph, head: Token) -> Span:
    """The noun phrase of a head without the clauses that hang on it."""
    inside = [t for t in head.subtree if not _hangs(t, head)]
    return trimmed(page, paragraph, inside[0], inside[-1])


def _of_frame(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Heads for who acts and for whom it befalls, by the frame of the sense, in its order."""
    token, sense = trigger.token, trigger.sense
    doing: Iterable[Token | None]
    undergoing: Iterable[Token | None]
    if trigger.built is not None:
        doing, undergoing = [trigger.built.actor], [trigger.built.target]
    elif trigger.noun:
        doing, undergoing = _of_noun(trigger)
    elif sense.undergone:
        doing, undergoing = [], [subject(token), *after(token, *sense.to)]
    elif sense.owner:
        held = direct_object(token)
        doing, undergoing = (
            [next((c for c in held.children if c.dep_ == "poss"), None) if held else None],
            [agent(token)],
        )
    elif sense.given:
        doing, undergoing = other_heads(token, sense.to), [subject(token)]
    else:
        doing, undergoing = [doer(token, sense.type)], other_heads(token, sense.to)
    told = [head for head in (_told_of(one) for one in doing if one is not None) if head is not None]
    joined = [one for head in told for one in head.conjuncts] if sense.both else []
    return told, [head for head in (*undergoing, *joined) if head is not None]


def _told_of(head: Token) -> Token | None:
    """The head; for a pronoun in the words of someone who speaks of himself, who speaks ("the court said it would")."""
    said = speech_around(head) if head.pos_ == "PRON" else None
    return subject(said) if said is not None else head


def _of_noun(trigger: Trigger) -> tuple[list[Token | None], list[Token | None]]:
    noun, sense, carrier = trigger.token, trigger.sense, trigger.carrier
    own: list[Token | None] = [c for c in noun.children if c.dep_ == "poss"]
    doing: list[Token | None] = list(after(noun, *sense.by))
    undergoing: list[Token | None] = list(after(noun, *sense.to))
    (doing if sense.owned == "actor" else undergoing).extend(own)
    if sense.both:
        # "talks between the union and the mill": the one, and those joined to it.
        between = list(after(noun, "between", "among"))
        doing.extend(between)
        undergoing.extend(one for head in between for one in head.conjuncts)
    if carrier is not None and trigger.carried == "doing":
        doing.append(agent(carrier))
    elif carrier is not None and trigger.carried == "undergoing":
        undergoing.append(agent(carrier))
    return doing, undergoing


def _beyond(trigger: Trigger) -> Iterator[Token]:
    """Heads outside the frame: the object, what any preposition brings, and the same of what the verb governs."""
    told = [trigger.clause_head]
    asked = complement(trigger.clause_head) if not trigger.noun else None
    while asked is not None and len(told) < 4:
        told.append(asked)
        asked = complement(asked)
    around = [head for head in _around(told) if head.ent_type_ not in _TIMES]
    yield from around
    yield from (who for head in around for who in _holding(head))
    if "against" in trigger.sense.to:
        # "filed a suit in a court of X against Y": the parser hangs it on the last noun.
        apart = (t for t in trigger.token.sent if t.lower_ == "against" and t.i > trigger.token.i)
        yield from (c for t in apart for c in t.children if c.dep_ == "pobj")
    if trigger.sense.type in _PROVOKED and not trigger.noun:
        yield from _provoking(trigger.token)


def _holding(thing: Token) -> Iterator[Token]:
    """Who holds or claims a thing ("a post held by X", "trawlers belonging to X")."""
    for clause in thing.children:
        if clause.dep_ == "acl":
            yield from after(clause, "by", "to")


def _provoking(verb: Token) -> Iterator[Token]:
    """Who moved someone to act: the doer of "after", "as" or "when" they did something, or who pressed for it."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and any(c.lower_ in _ONCE for c in clause.children if c.dep_ in ("mark", "advmod")):
            who = agent(clause)
            if who is not None and who != subject(verb):
                yield who
        elif clause.dep_ == "prep" and clause.lower_ in _MOVED:
            for noun in clause.children:
                yield from after(noun, "by", "from", "with", "of", "against")


def _around(told: Iterable[Token]) -> Iterator[Token]:
    """The object of each word and what any preposition brings to either."""
    for verb in told:
        held = direct_object(verb) if verb.pos_ == "VERB" else None
        if held is not None:
            yield from after(held, *_BESIDE)
            yield held
        yield from after(verb, *_BESIDE)


def _acts(head: Token) -> bool:
    if head.pos_ == "PROPN":
        return head.ent_type_ in _NAMES or (not head.ent_type_ and (names_people(head) or names_body(head)))
    return head.pos_ in ("NOUN", "ADJ") and (names_people(head) or names_body(head))


def _is_struck(head: Token) -> bool:
    return head.ent_type_ in _PLACES or head.lemma_.lower() in words("described", "struck")


def _hangs(token: Token, head: Token) -> bool:
    return any(one.dep_ in _APART for one in (token, *up_to(token, head)) if one != head)
