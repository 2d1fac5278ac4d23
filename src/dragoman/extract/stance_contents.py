"""A word that tells a stance, and the heads of what is wanted in it."""

from dataclasses import dataclass

from dragoman.extract.grammar import after, complement, direct_object
from dragoman.extract.intents import condition_of
from dragoman.model.position import Stance
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_BY_PREPOSITION = ("for", "on", "upon", "to", "of", "with", "from", "about", "against")
_MARKING = ("mark", "advmod")


@dataclass(frozen=True, slots=True)
class StanceCue:
    """A word that tells a stance; `contents` head what is wanted, `holder` who wants it, `to` whom it is put to."""

    token: Token
    stance: Stance
    holder: Token | None
    contents: tuple[Token, ...]
    to: Token | None = None
    owned: bool = False
    listed: bool = False
    conditions: Token | None = None
    own: bool = False
    """Whether it counts only in the party's own words."""
    by_voice: bool = False
    """Whether the party is the one in whose words it stands, and the issue must be plain."""


def contents_of(verb: Token) -> tuple[Token, ...]:
    """Heads of what is wanted, refused or offered: an object, a clause, or what a preposition brings."""
    found: list[Token] = []
    asked = complement(verb)
    if asked is not None:
        found += [asked, *(c for c in asked.conjuncts if c.pos_ == "VERB" and c.i > asked.i and c.tag_ == asked.tag_)]
    held = direct_object(verb)
    if held is None and verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in words("stances", "pointing"):
        # "an idea that the army turned down"
        held = verb.head
    place = next((t for t in after(verb, "as") if t.lemma_.lower() in words("stances", "offices_of_talks")), None)
    if held is not None and asked is None:
        found += [place] if place is not None else [held, *held.conjuncts]
    if not found or held is None:
        for head in after(verb, *_BY_PREPOSITION):
            found += [head, *head.conjuncts]
    if not found and (
        verb.lemma_ in ("agree", "accept", "refuse", "decline") or any(c.lower_ in ("so", "it") for c in verb.children)
    ):
        found = [verb]
    wanting = words("stances", "demand_nouns") | words("stances", "offer_nouns")
    return tuple(c for c in dict.fromkeys(found) if c.pos_ == "VERB" or c.lemma_ not in wanting or not listed(c))


def listed(noun: Token) -> tuple[Token, ...]:
    """What "X's demands are A and B", "among the demands are A" list, and what "including" adds."""
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":
        verb = noun.head.head
    listed: list[Token] = []
    if verb.lemma_ in ("be", "include", "comprise", "remain"):
        heads = [c for c in verb.children if c.dep_ in ("attr", "dobj", "nsubj", "ccomp") and c != noun]
        listed += heads
    for child in noun.children:
        if child.lower_ in ("including", "like", "namely"):
            listed += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
        if (
            child.dep_ in ("relcl", "acl", "ccomp")
            and child.pos_ == "VERB"
            and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        ):
            listed.append(child)
    return tuple(listed)


def infinitives(noun: Token) -> tuple[Token, ...]:
    """Infinitives that say what a noun wants ("a promise to leave")."""
    return tuple(c for c in noun.children if c.dep_ == "acl" and any(a.lower_ == "to" for a in c.children))


def is_negated(word: Token) -> bool:
    """Whether "not" or "never" hangs on the word."""
    return any(c.dep_ == "neg" for c in word.children)


def conditions_of(verb: Token) -> Token | None:
    """The words on which what the verb tells depends, with "on condition that" and "provided that" in any parse."""
    told = condition_of(verb)
    if told is not None:
        return told
    for child in verb.children:
        if child.lower_ in ("provided", "providing", "assuming", "unless") and child.dep_ in ("prep", "advcl"):
            return next((c for c in child.children if c.dep_ in ("pcomp", "ccomp")), child)
        if child.dep_ == "advcl" and any(c.lower_ in ("once", "unless") and c.dep_ in _MARKING for c in child.children):
            return child
        if child.dep_ == "advcl" and child.lower_ in ("provided", "providing"):
            return child
    held = (c for c in verb.children if c.dep_ == "dobj")
    below = (t for head in (verb, *held, *after(verb, "to")) for t in after(head, "on"))
    named = next((t for t in below if t.lemma_ == "condition"), None)
    if named is None:
        return None
    return next((c for c in named.children if c.dep_ in ("acl", "relcl", "ccomp")), named)


def in_condition(verb: Token) -> bool:
    """Whether the verb stands in a clause after "if", "unless" and the like, so that it tells no stance of its own."""
    marks = words("stances", "conditional_marks")
    held = any(c.dep_ in _MARKING and c.lower_ in marks for c in verb.children)
    return held or (verb.dep_ == "pcomp" and verb.head.lower_ in ("provided", "providing", "assuming"))
