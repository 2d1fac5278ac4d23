"""The subject of a cue: whose words the parse makes them."""

from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_CLIMB = ("advcl", "conj", "xcomp", "acl", "pcomp", "prep", "parataxis", "ccomp", "dep")


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of an agent phrase, or that of the verb it hangs on."""
    own = next((c for c in verb.children if c.dep_ == "nsubj" and not is_date(c)), None)
    agent = next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
    if own is not None or agent is not None:
        return own if own is not None else agent
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        return _quoted(verb.head.head)
    if (outer := told_beside(verb)) is not None:
        return subject_of(outer)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    if passive or verb.dep_ not in _CLIMB or verb.head == verb:
        return None
    if verb.tag_ in ("VBG", "VBN") and verb.i and stands_off(verb):
        return _adjunct_subject(verb)
    return _subject_above(verb)


def told_beside(verb: Token) -> Token | None:
    """The verb of speech beside which this one stands, where the parse put it beside a passive in what is said.

    "X said three were killed and accused Y": those killed accuse nobody.
    """
    inner = verb.head
    outer = inner.head
    lemma = outer.lemma_.lower()
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or lemma not in words("cues", "strict") or verb.tag_ == "VBG":
        return None
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children)
    passive = any(c.dep_ == "nsubjpass" for c in inner.children)
    acts = verb.lemma_.lower() in words("cues", "strict", "denial") or verb.lemma_.lower() in words("cues", "blaming")
    return outer if passive and acts and not own and outer.i < inner.i < verb.i else None


def is_date(token: Token) -> bool:
    """Whether a noun is a date ("Thursday morning"), which no one can mistake for a speaker."""
    return token.ent_type_ in ("DATE", "TIME") and token.pos_ != "PROPN"


def _subject_above(verb: Token) -> Token | None:
    """The subject that a verb shares with what it hangs on."""
    head = verb.head
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ == "VBG":
        return head
    if head.pos_ not in ("VERB", "AUX"):
        above = head.head if head.pos_ == "ADP" and verb.dep_ == "pcomp" else None
        return subject_of(above) if above is not None and above.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "ccomp" and head.lemma_ != "be":
        return None
    return subject_of(head) or (_passive_subject(head) if verb.dep_ != "ccomp" else None)


def stands_off(verb: Token) -> bool:
    """Whether a participle stands off by a comma or dash ("..., saying")."""
    first = verb.i
    while first and verb.doc[first - 1].dep_ in ("aux", "advmod", "neg", "cc", "mark"):
        first -= 1
    first -= first > 0 and verb.doc[first - 1].text in ('"', "''", "'")
    return first > 0 and verb.doc[first - 1].text in (",", "—", "–")


def _adjunct_subject(verb: Token) -> Token | None:
    """The subject of a participle that stands off: of its main verb; with 'having', the nearest one before."""
    perfect = any(c.lower_ == "having" for c in verb.children)
    before = [t for t in verb.sent if t.i < verb.i and t.dep_ in ("nsubj", "nsubjpass") and t.head != verb]
    if perfect and before:
        return before[-1]
    above = verb.head
    if verb.lemma_.lower() in words("cues", "further") and above.dep_ == "ccomp" and above.head.pos_ == "VERB":
        return subject_of(above.head)
    if verb.dep_ != "acl" and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head) or _passive_subject(verb.head)
    return before[0] if before else None


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def _quoted(verb: Token) -> Token | None:
    """Whom 'A quoted B as saying' and 'B was quoted as saying' quote."""
    return next((c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")), None)


def addressee_of(verb: Token) -> Token | None:
    """Whom the cue is said to ("told X", "said to X"), or None."""
    if verb.lemma_ in ("tell", "inform", "assure", "notify", "brief"):
        return next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    to = next((c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ == "to"), None)
    if verb.lemma_.lower() in words("cues", "naming"):
        return None
    return next((o for o in to.children if o.dep_ == "pobj"), None) if to is not None else None


def quoting(source: Token | None) -> Token | None:
    """Who quotes the source: 'an official, quoted by X, said'."""
    clauses = [c for c in source.children if c.dep_ == "acl" and c.lemma_ in ("quote", "cite")] if source else []
    return next((o for c in clauses for a in c.children if a.dep_ == "agent" for o in a.children), None)


def carried_by(thing: Token) -> Token | None:
    """Who carried a statement, with its name where the kind stands before it: 'a statement carried by the agency X'."""
    clauses = (c for c in thing.children if c.dep_ == "acl" and c.lemma_ in words("cues", "carrying"))
    agent = next((o for c in clauses for a in c.children if a.dep_ == "agent" for o in a.children), None)
    named = (c for c in agent.children if c.dep_ == "appos" and c.pos_ == "PROPN") if agent is not None else iter(())
    return next(named, agent)


def interviewer(verb: Token) -> Token | None:
    """The noun after 'in an interview with' or 'in comments to', or who 'quoted X as saying', told beside a cue."""
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in ("quote", "cite"):
        quoting = verb.head.head
        by = (o for c in quoting.children if c.dep_ == "agent" for o in c.children)
        return next((c for c in quoting.children if c.dep_ == "nsubj"), None) or next(by, None)
    for prep in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "during", "to")):
        for thing in prep.children:
            if (carrier := carried_by(thing)) is not None:
                return carrier
            if thing.lemma_.lower() in ("interview", "comment", "remark", "conversation", "statement"):
                inner = (c for c in thing.children if c.dep_ == "prep" and c.lower_ in ("with", "to"))
                return next((o for c in inner for o in c.children if o.dep_ == "pobj"), None)
    return None
