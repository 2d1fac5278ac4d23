"""Small questions about a dependency parse: who stands as subject or object of a word, and what governs it."""

from collections.abc import Iterator
from functools import lru_cache

from dragoman.text.lexicon import words
from dragoman.text.parse import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TIMES = frozenset({"DATE", "TIME"})
_MEASURES = frozenset({"million", "billion", "dollar", "euro", "pound", "ton", "tonne", "m", "bn", "thousand", "$"})
_DASHES = frozenset({"—", "–", "-", "--"})
_DATELINE = 8
# The words asked about again and again are those of one sentence: so many answers are kept.
_NEAR = 256
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})


@lru_cache(maxsize=_NEAR)
def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, as a clause or as a participle after its noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.dep_ == "amod" and _own_subject(verb) is not None:
        return False
    return verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN" and not _taken_for_participle(verb)


def _taken_for_participle(verb: Token) -> bool:
    """Whether a past tense after a relative clause ("X, which ..., asked for") was parsed as a participle of X."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or verb.i == 0 or any(c.dep_ == "agent" for c in verb.children):
        return False
    inserted = any(c.dep_ == "relcl" and c.i < verb.i for c in noun.children)
    return inserted and verb.left_edge.nbor(-1).text == ","


@lru_cache(maxsize=_NEAR)
def subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of what stands as subject of the verb, its own or shared; None for agentless passives' agents too."""
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if depth > 5:
        return None
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _controller_of_noun(verb, depth)
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("aux", "mark") for c in verb.children)
    if bare and (verb.dep_ == "ccomp" or (verb.dep_ in ("advcl", "parataxis") and verb.i < verb.head.i)):
        # An order in someone's words ("Stop firing," he said): nobody is named to do it.
        return None
    if (verb.dep_ in ("xcomp", "ccomp") or _is_asked_for(verb)) and verb.head.pos_ in ("VERB", "AUX"):
        return _controller(verb.head, depth)
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ":
        return subject(verb.head.head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "pcomp", "dep", "parataxis"):
        return _shared(verb, depth)
    return None


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb: of several, and after a dateline, the one next to it."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in found if child.i < verb.i]
    own = next(reversed(before), None) or next(iter(found), None)
    if own is None or not own.is_upper or own.i > _DATELINE:
        return own
    after_dash = (
        c for c in own.children if c.dep_ == "appos" and c.left_edge.i and c.left_edge.nbor(-1).text in _DASHES
    )
    return next(after_dash, own)


def _controller_of_noun(verb: Token, depth: int) -> Token | None:
    """A participle's noun acts; an infinitive's noun ("plans to attack") is acted for by whoever has it."""
    edge = verb.left_edge
    if verb.tag_ == "VBG" and edge.i > 0 and edge.nbor(-1).text == ",":
        return _clause_subject(verb.head, depth)
    if verb.tag_ in ("VBG", "VBN"):
        return verb.head
    owner = next((child for child in verb.head.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    above = verb.head.head
    return subject(above, depth + 1) if verb.head.dep_ in ("dobj", "pobj") and above.pos_ == "VERB" else None


def _clause_subject(noun: Token, depth: int) -> Token | None:
    """The subject of the clause in which the noun stands: after a comma a participle mostly goes with that."""
    above = next((word for word in governors(noun) if word.pos_ in ("VERB", "AUX")), None)
    return subject(above, depth + 1) if above is not None else None


def _controller(verb: Token, depth: int) -> Token | None:
    if verb.lemma_ in words("event_frames", "object_control"):
        held = direct_object(verb)
        if held is None:
            held = next(after(verb, "on", "upon"), None)
        if held is not None:
            return held
    return subject(verb, depth + 1)


def _shared(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if verb.dep_ == "pcomp":
        head = head.head
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and _other_clause_between(head, verb):
        return None
    if verb.dep_ == "conj" and verb.tag_ in _FINITE and head.tag_ == "VB" and head.head.pos_ in ("VERB", "AUX"):
        # "wants X to go and demands Y": a finite verb is joined to the finite verb above, whatever the parser says.
        return subject(head.head, depth + 1)
    if head.pos_ in ("VERB", "AUX"):
        return subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "acomp":
        # "X is guilty of breaking the truce"
        return subject(head.head, depth + 1)
    if verb.dep_ in ("advcl", "pcomp") and head.dep_ in ("dobj", "pobj", "attr") and head.head.pos_ in ("VERB", "AUX"):
        return subject(head.head, depth + 1)
    return None


def _other_clause_between(head: Token, verb: Token) -> bool:
    """Whether a clause with its own subject parts a participle from its verb, so that either may be meant."""
    return any(
        t.dep_ == "nsubj" and t.head not in (head, verb) and t.head.dep_ == "advcl" for t in head.doc[head.i : verb.i]
    )


def _antecedent(word: Token, verb: Token) -> Token:
    """The noun for which a relative pronoun stands."""
    if word.lower_ in _RELATIVE and word.tag_ in ("WDT", "WP", "WP$", "IN"):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ == "conj" and verb.head.dep_ == "relcl":
            return verb.head.head
    return word


@lru_cache(maxsize=_NEAR)
def direct_object(verb: Token) -> Token | None:
    """The head of what the verb is done to; in the passive its subject, in a relative clause the noun before it."""
    if is_passive(verb):
        return subject(verb)
    own = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep_ == "amod" and verb.tag_ in ("VBD", "VBN") and _own_subject(verb) is not None:
        # "X voiced anger" read as a noun with an adjective.
        return verb.head
    if verb.dep_ == "relcl" and not any(c.dep_ in ("attr", "ccomp") for c in verb.children):
        taken = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if taken is not None and _antecedent(taken, verb) == taken and not relative_preposition(verb):
            return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        # "shelled and bombed the town": a shared object hangs on the last verb or the first.
        return next((c for c in verb.head.children if c.dep_ == "dobj" and c.i > verb.i), None)
    later = next((c for c in verb.conjuncts if c.i > verb.i and c.i - verb.i <= 2 and c.pos_ == "VERB"), None)
    return next((c for c in later.children if c.dep_ == "dobj"), None) if later is not None else None


def described_as(verb: Token) -> Token | None:
    """Of whom something is held or found without a verb ("found *X* guilty", "held *X* responsible")."""
    below = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("ADJ", "NOUN")), None)
    if below is None or any(c.dep_ in ("cop", "aux", "mark") for c in below.children):
        return None
    return next((c for c in below.children if c.dep_ in SUBJECTS and c.i > verb.i), None)


def relative_preposition(verb: Token) -> bool:
    """Whether the relative clause begins with "in which" and the like."""
    return any(c.dep_ == "prep" and any(g.lower_ in _RELATIVE for g in c.children) for c in verb.children)


def dative(verb: Token) -> Token | None:
    """The head of an indirect object ("gave the rebels weapons")."""
    found = next((child for child in verb.children if child.dep_ == "dative"), None)
    if found is not None and found.pos_ in ("ADP", "SCONJ"):
        return next((child for child in found.children if child.dep_ == "pobj"), None)
    return found


def agent(verb: Token) -> Token | None:
    """Who acts: the subject, or in the passive the words after "by"."""
    if not is_passive(verb):
        return subject(verb)
    by = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def after(word: Token, *prepositions: str) -> Iterator[Token]:
    """Heads of the noun phrases that follow the word through one of the prepositions ("attack *on* X")."""
    for child in word.children:
        if child.dep_ in ("prep", "dative", "agent", "prt") and child.lower_ in prepositions:
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield inner
                elif inner.dep_ == "prep" and inner.lower_ in ("of", "to", "from", "into", "with", "at"):
                    yield from (c for c in inner.children if c.dep_ == "pobj")


@lru_cache(maxsize=_NEAR)
def particles(word: Token) -> frozenset[str]:
    """Particles, prepositions and adverbs that hang on the word, in lower case."""
    kinds = ("prt", "prep", "dative", "agent", "advmod", "acomp", "oprd", "intj")
    return frozenset(child.lower_ for child in word.children if child.dep_ in kinds and not _brings_time(child))


def _brings_time(preposition: Token) -> bool:
    return preposition.dep_ == "prep" and any(c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in preposition.children)


@lru_cache(maxsize=_NEAR)
def complement(verb: Token) -> Token | None:
    """The verb of a clause or infinitive that the verb governs ("demanded that X *leave*", "pushed X to *leave*")."""
    below = [c for c in verb.children if c.pos_ in ("VERB", "AUX")]
    own = next((c for c in below if c.dep_ in ("ccomp", "xcomp")), None)
    return own or next((c for c in below if _is_asked_for(c)), None)


def _is_asked_for(verb: Token) -> bool:
    """Whether an infinitive that the parser took for a purpose is what the object is asked to do."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.dep_ == "advcl" and infinitive and verb.head.lemma_ in words("event_frames", "object_control")


@lru_cache(maxsize=_NEAR)
def phrase(head: Token) -> frozenset[str]:
    """Lemmas of a noun phrase: its head, what stands before it, and what follows through "of"."""
    lemmas = {head.lemma_.lower(), head.lower_}
    for child in head.children:
        if child.dep_ in ("compound", "amod", "nmod", "conj", "appos", "nummod"):
            lemmas |= {child.lemma_.lower(), child.lower_}
            lemmas |= {inner.lemma_.lower() for inner in child.children if inner.dep_ in ("compound", "amod")}
            if child.dep_ in ("conj", "appos"):
                lemmas |= phrase(child)
    for inner in after(head, "of", *(("in", "worth") if head.lemma_.lower() in _MEASURES else ())):
        if inner.i != head.i:
            lemmas |= phrase(inner)
    return frozenset(lemmas)


def governors(word: Token) -> Iterator[Token]:
    """The words above, from near to far."""
    while word.head != word:
        word = word.head
        yield word
