"""Whether a name stands in a sentence for a place, or for the government, people or thing that bears it."""

from dragoman.text.lexicon import words
from dragoman.text.parse import Token, Words

_LONGEST_LIST = 100
"""Names of one list that are walked back over to the first, which alone shows what they stand for."""


def says_where(name: Words, *, actor: bool) -> bool:
    """Whether the words name a place; `actor` tells that the name also stands for a state or a government.

    Names of states and capitals are places only where the sentence sets something in them or moves to or from them.
    """
    token = _noun_for(name) or name.root
    for _ in range(_LONGEST_LIST):
        if token.dep_ != "conj" or token.head == token:
            break
        token = token.head
    if token.dep_ == "pobj" or token.head.pos_ == "ADP":
        return _after_preposition(token.head, actor=actor)
    if token.dep_ in ("dobj", "nsubjpass"):
        return not actor or token.head.lemma_.lower() in words("places", "objects")
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        head = token.head
        if token.dep_ == "poss" and head.text in words("places", "venues"):
            return True
        return head.lemma_.lower() in words("places", "gatherings") or (
            not actor and head.pos_ == "NOUN" and head.ent_type_ not in ("ORG", "PERSON")
        )
    if token.dep_ == "nsubj":
        return not actor and token.head.lemma_.lower() not in _SPEAKING
    return not actor


_SPEAKING = frozenset({"say", "announce", "claim", "deny", "accuse", "warn", "tell", "insist", "reject", "demand"})


def _noun_for(name: Words) -> Token | None:
    """The noun that says what the name between commas is ("the capital, X, ..."), which stands in its stead."""
    doc = name.doc
    if name.start < 2 or doc[name.start - 1].text != ",":
        return None
    noun = doc[name.start - 2]
    return noun if noun.lemma_.lower() in words("places", "settlements") else None


def _after_preposition(preposition: Token, *, actor: bool) -> bool:
    word, governor = preposition.lower_, preposition.head
    if word in words("places", "inside"):
        return governor.lemma_.lower() not in words("places", "feelings")
    if not actor:
        return True
    if word in words("places", "moving"):
        near = {governor.lemma_.lower(), governor.head.lemma_.lower() if governor.dep_ in ("prep", "advmod") else ""}
        if word == "on" and governor.lemma_.lower() in words("places", "strikes"):
            return True
        if word == "for" and governor.lemma_.lower() in words("places", "leaving"):
            return True
        if word in ("of", "for", "by"):
            return word == "of" and governor.lemma_.lower() in words("places", "motion")
        return bool(near & words("places", "motion"))
    return False
