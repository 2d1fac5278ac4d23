"""Capitals that stand for governments: "Nairobi refused", "critics of Nairobi"; not "in Nairobi", "a Nairobi court"."""

from dragoman.extract.sectors import tells_of_people
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_STILL = frozenset(("be", "wake", "lie", "sit", "remain", "stand", "seem", "look"))
_PARTIES = frozenset(("with", "between", "against", "by", "toward", "towards"))
_LINKED = frozenset(("from", "to", "for", "of"))
_BEFORE_NOUNS = frozenset(("poss", "compound", "nmod", "amod"))
_SHORT = 3


def speaks_as_government(token: Token, first: Token | None = None) -> bool:
    """Whether a capital's name at this token stands for the government and not for the city."""
    before = token.doc[first.i - 1] if first is not None and first.i > 0 else None
    if before is not None and before.lower_ in words("forms", "place_prepositions"):
        return before.lower_ == "at" and before.head.lemma_.lower() in words("forms", "aimed")
    return not _opens_in_capitals(token) and (_closes_headline(token) or _governs(token))


def _closes_headline(token: Token) -> bool:
    """'Talks failed: Lima': the speaker whom a headline names last."""
    return token.i == len(token.doc) - 1 and token.i > 0 and token.nbor(-1).text == ":"


def _opens_in_capitals(token: Token) -> bool:
    """'LIMA: The minister said': a dateline without a dash."""
    shouted = token.is_upper and len(token.text) > _SHORT and token.i == 0
    return shouted and token.i + 1 < len(token.doc) and token.nbor(1).text in (":", ",", "(", ";")


def _governs(token: Token) -> bool:
    head, dep = token.head, token.dep_
    if dep in _BEFORE_NOUNS:
        return head.lemma_.lower() not in words("forms", "city_things") and head.pos_ != "PROPN"
    if dep == "nsubj":
        return head.lemma_ not in _STILL or any(c.lemma_.lower() in words("forms", "willing") for c in head.children)
    if dep == "nsubjpass":
        return head.lemma_ in words("forms", "addressing")
    if dep == "pobj":
        return _by_preposition(head)
    if dep in ("dobj", "dative"):
        return dep == "dative" or _is_addressed(head)
    if dep == "conj" and head != token:
        return (head.pos_ == "PROPN" or tells_of_people(head)) and _governs(head)
    if dep == "appos":
        return head.lemma_.lower() not in words("places", "settlements")
    return dep == "ROOT" and _after_colon(token)


def _is_addressed(verb: Token) -> bool:
    """Whether the object of a verb is spoken to or dealt with, or is to do what follows ("ordered Lima to pay")."""
    told = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)
    return verb.lemma_ in words("forms", "addressing") or (told and verb.lemma_ not in words("places", "objects"))


def _by_preposition(preposition: Token) -> bool:
    word, above = preposition.lower_, preposition.head.lemma_.lower()
    if word == "on":
        return above not in words("forms", "falling_on")
    if word in _LINKED:
        return above in words("forms", "dealings") or preposition.head.lower_ == "according"
    return word in _PARTIES


def _after_colon(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (before is not None and before.text == ":") or (after is not None and after.text == ":")
