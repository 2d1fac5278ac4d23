"""Words that tell of a promise, or of one kept or not: who gave it, to whom, and the verb of what was promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.grammar import after, agent, complement, dative, direct_object, governors, is_passive, subject
from dragoman.extract.intents import condition_of, gives_up, refuses, spares, will_of
from dragoman.model.position import Status
from dragoman.text.lexicon import words
from dragoman.text.parse import Token, Words


@dataclass(frozen=True, slots=True)
class Promise:
    """`cue` tells it, `by` heads who is bound, `to` whom it was given, `what` the verb or noun of the matter."""

    cue: Token
    by: Token
    what: Token
    status: Status
    to: Token | None = None
    speaker: Token | None = None
    own: bool = False
    """Whether it binds the side in whose words it stands (nobody else is named), or only counts in its own words."""


def promises(sentence: Words) -> Iterator[Promise]:
    """The promises of a sentence and words of their keeping, in order."""
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        found = _pledged(token) or _spared(token) or _said(token) or _will(token) or _late(token) or _kept(token)
        if found is not None and (found.own or not _hostile(found.what)):
            yield found


def _pledged(verb: Token) -> Promise | None:
    """ "promised the rebels to withdraw", "agreed to release"; not where it is denied or itself only planned."""
    if verb.lemma_.lower() not in words("commitments", "promises") or _unreal(verb):
        return None
    who, what = agent(verb), complement(verb)
    if who is None:
        return None
    if what is None and verb.lemma_.lower() in words("commitments", "agreeing"):
        agreed = (t for t in after(verb, "to", "on", "upon") if t.lemma_.lower() in words("commitments", "agreed"))
        what = next(agreed, None)
    if what is None:
        held = direct_object(verb)
        bare = verb.lemma_ in ("agree", "swear", "settle") or is_passive(verb)
        what = None if bare else held
    if what is None or (what.pos_ == "VERB" and not _is_deed(what)):
        return None
    if verb.lemma_ == "commit" and what.pos_ != "VERB" and what.lemma_.lower() not in words("commitments", "committed"):
        return None
    return Promise(verb, who, what, Status.BROKEN if _past_due(verb) else Status.OPEN, _addressee(verb))


def _past_due(verb: Token) -> bool:
    """ "a day after the date by which it had promised to open": the time has passed."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() not in words("commitments", "past_due"):
        return False
    above = verb.head.head
    return above.lower_ in ("after", "past", "beyond") or any(
        w.lower_ in ("after", "past") for w in governors(verb.head)
    )


def _spared(verb: Token) -> Promise | None:
    """ "would not answer the raid", "will no longer seek sanctions", in the party's own words."""
    who = subject(verb)
    if who is None or not (spares(verb) or (gives_up(verb) and will_of(verb) == "will")):
        return None
    return Promise(verb, who, verb, Status.OPEN, direct_object(verb), own=True)


def _will(verb: Token) -> Promise | None:
    """ "will hand over the maps by Friday", "is to open the crossing"; a thing "will be handed over" by who says so."""
    plan = verb.dep_ == "xcomp" and _is_planned(verb.head) and _infinitive(verb) and not _negated(verb.head)
    ahead = plan or (will_of(verb) == "will" and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis"))
    if not ahead or not _is_deed(verb) or _unreal(verb) or refuses(verb) or condition_of(verb) is not None:
        return None
    held, who = direct_object(verb), subject(verb)
    if held is not None and held.lemma_.lower() in words("commitments", "sittings", "answers"):
        return None
    if who is None:
        return None
    lemma = verb.lemma_.lower()
    if is_passive(verb):
        passive = lemma in words("commitments", "undergone") and agent(verb) is None
        return Promise(verb, who, verb, Status.OPEN, own=True) if passive else None
    bare = held is None and lemma in words("commitments", "opening")
    if "would" in {c.lower_ for c in verb.children if c.dep_ == "aux"} and not bare:
        return None
    return Promise(verb, who, verb, Status.OPEN, _addressee(verb), own=bare)


def _is_planned(above: Token) -> bool:
    """ "is to open", "is due to open", "are set to meet"."""
    return above.lemma_ == "be" or (above.lower_ in ("due", "set", "scheduled", "slated") and above.head.lemma_ == "be")


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _said(verb: Token) -> Promise | None:
    """ "said it would provide", "will hand over, the ministry said"; also on a condition ("would return if ...")."""
    if not _is_deed(verb) or is_passive(verb):
        return None
    if not any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "wo") for c in verb.children) or _denied(verb):
        return None
    held = direct_object(verb)
    sitting = (
        held is not None and verb.lemma_ in ("hold", "host", "have") and held.lemma_ in words("commitments", "sittings")
    )
    bargain = condition_of(verb)
    if refuses(verb) or sitting or (bargain is not None and any(t.lower_ == "only" for t in verb.subtree)):
        return None
    said, who = _speech_over(verb), subject(verb)
    speaker = subject(said) if said is not None else None
    if who is None or speaker is None:
        return None
    return Promise(verb, who, verb, Status.OPEN, _addressee(verb), speaker)


def _speech_over(verb: Token) -> Token | None:
    """The verb of speech above the clause, above what it is joined to, or put in beside it."""
    saying = words("commitments", "says")
    for word in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        if word.dep_ == "ccomp" and word.head.lemma_.lower() in saying:
            return word.head
        beside = next((c for c in word.children if c.dep_ == "parataxis" and c.lemma_.lower() in saying), None)
        if beside is not None:
            return beside
    if verb.dep_ == "conj":
        return next((w for w in governors(verb.head) if w.lemma_.lower() in saying), None)
    return None


def _denied(verb: Token) -> bool:
    """Whether it is denied or only possible, or itself the condition of something."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in ("may", "might", "could", "should", "must")):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    return False


def _late(verb: Token) -> Promise | None:
    """ "has yet to provide", "failed to withdraw as promised", "missed the deadline"."""
    lemma, what, who = verb.lemma_.lower(), complement(verb), subject(verb)
    if who is None:
        return None
    yet = lemma in ("have", "be") and any(c.lower_ == "yet" for c in verb.subtree)
    owed = direct_object(what) if what is not None else None
    if yet and what is not None and owed is not None and _is_deed(what):
        if owed.lemma_.lower() in words("commitments", "answers"):
            return None
        return Promise(verb, who, what, Status.OPEN)
    if lemma not in words("commitments", "late") or _unreal(verb):
        return None
    held = direct_object(verb)
    if held is not None and held.lemma_.lower() in words("commitments", "deadlines"):
        return Promise(verb, who, held, Status.BROKEN)
    told = verb.sent.text.casefold()
    promised = any(mark in told for mark in words("commitments", "promised_marks"))
    return Promise(verb, who, what, Status.BROKEN) if what is not None and _is_deed(what) and promised else None


def _kept(verb: Token) -> Promise | None:
    """ "released the men as agreed"."""
    if not _is_deed(verb) or verb.tag_ not in ("VBD", "VBN") or _unreal(verb):
        return None
    told = " ".join(t.lower_ for t in verb.subtree)
    if not any(mark in told for mark in words("commitments", "as_agreed")):
        return None
    who = agent(verb)
    return Promise(verb, who, verb, Status.KEPT, _addressee(verb)) if who is not None else None


def _unreal(verb: Token) -> bool:
    """Whether the verb is denied, only possible, or hangs on a condition."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in ("may", "might", "could", "should", "must")):
            return True
        if child.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in child.children):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "urge", "ask", "want", "expect", "likely")


def _hostile(what: Token) -> bool:
    lemmas = {what.lemma_.lower()} | {c.lemma_.lower() for c in what.children if c.dep_ in ("xcomp", "dobj", "conj")}
    if what.lemma_ == "respond":
        return not any(t.lemma_.lower() in words("stances", "undecided_nouns") for t in what.sent)
    return bool(lemmas & words("commitments", "hostile"))


def _is_deed(verb: Token) -> bool:
    return verb.lemma_.lower() in words("commitments", "deeds")


def _addressee(verb: Token) -> Token | None:
    return dative(verb) or next(after(verb, "to"), None)
