"""Words that tell a party's stance, with who wants and the heads of what is wanted."""

from collections.abc import Iterator

from dragoman.extract.grammar import after, agent, complement, dative, direct_object, is_passive, particles, subject
from dragoman.extract.intents import gives_up
from dragoman.extract.stance_contents import (
    StanceCue,
    conditions_of,
    contents_of,
    in_condition,
    infinitives,
    is_negated,
    listed,
)
from dragoman.extract.stance_wills import answered, of_adjective, of_delay, of_denial, of_whether, of_will
from dragoman.model.position import Stance
from dragoman.text.lexicon import words
from dragoman.text.parse import Token, Words

_VERBS = {
    "demands": Stance.DEMANDS,
    "offers": Stance.OFFERS,
    "accepts": Stance.ACCEPTS,
    "rejects": Stance.REJECTS,
    "threatens": Stance.THREATENS,
    "concedes": Stance.CONCEDES,
}
_NOUNS = {
    "demand_nouns": Stance.DEMANDS,
    "offer_nouns": Stance.OFFERS,
    "threat_nouns": Stance.THREATENS,
    "reject_nouns": Stance.REJECTS,
    "accept_nouns": Stance.OFFERS,
}
_REFUSING = frozenset({"will", "wo", "would", "can", "ca", "could", "do", "does", "did", "cannot"})


def stance_cues(sentence: Words) -> Iterator[StanceCue]:
    """The stance words of a sentence, in order."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            cue = _of_verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            cue = _of_noun(token)
        elif token.pos_ == "ADJ":
            cue = of_adjective(token)
        else:
            cue = None
        if cue is not None and cue.contents:
            yield cue


def _of_verb(verb: Token) -> StanceCue | None:
    if in_condition(verb):
        return None
    told = _has_yet(verb) or answered(verb) or of_whether(verb) or of_delay(verb) or of_denial(verb) or of_will(verb)
    if told is not None:
        return told
    lemma = verb.lemma_.lower()
    if lemma in words("stances", "undecided"):
        return _reviewing(verb)
    if lemma in words("stances", "unanswered") and is_negated(verb):
        return StanceCue(verb, Stance.UNDECIDED, subject(verb), contents_of(verb) or (verb,))
    for heading, stance in _VERBS.items():
        if lemma in words("stances", heading) and _plain(verb, heading):
            return _told(verb, stance)
    return None


def _told(verb: Token, stance: Stance) -> StanceCue | None:
    told = _denied(verb, stance) if is_negated(verb) else stance
    if told is None:
        return None
    conditions = _condition(verb) or (_but_wants(verb) if told is Stance.ACCEPTS else None)
    if told is Stance.ACCEPTS and conditions is not None:
        told = Stance.ACCEPTS_WITH_CONDITIONS
    hypothetical = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"would", "might", "may", "could"}
    if hypothetical and told in (Stance.ACCEPTS, Stance.DEMANDS) and not _is_reported(verb):
        return None
    held = direct_object(verb)
    contents = contents_of(verb)
    if told is Stance.ACCEPTS and any(c.lower_ == "nothing" for c in contents):
        return StanceCue(verb, Stance.REJECTS, agent(verb), (verb,))
    if held is not None and held.lemma_.lower() in words("stances", "sayings") and told is Stance.REJECTS:
        return None
    if held is not None and told is Stance.CONCEDES and held.lemma_.lower() in words("stances", "demand_nouns"):
        contents = listed(held) or (held,)
    return StanceCue(verb, told, agent(verb), contents, _addressee(verb), conditions=conditions)


def _but_wants(verb: Token) -> Token | None:
    """The demand that goes with an acceptance: "welcomed the offer but want the observers unarmed"."""
    if not any(c.dep_ == "cc" and c.lower_ in words("stances", "contrasting") for c in verb.children):
        return None
    wanted = words("stances", "demands")
    return next((c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in wanted), None)


def _is_reported(verb: Token) -> bool:
    return verb.dep_ == "ccomp" or (verb.dep_ == "conj" and verb.head.dep_ == "ccomp")


def _plain(verb: Token, heading: str) -> bool:
    """Whether a verb of several meanings stands in the one that tells a stance."""
    lemma, near = verb.lemma_.lower(), particles(verb)
    if lemma in ("call", "appeal", "plead", "press", "push", "ask", "lobby", "pressure"):
        calling = lemma in ("call", "appeal", "plead") and direct_object(verb) is not None
        asking = bool(near & words("stances", "demand_prepositions")) or complement(verb) is not None
        return asking and not calling
    if lemma in ("rule", "turn"):
        return bool(near & words("stances", "reject_particles"))
    if lemma == "reiterate":
        return False
    if lemma in ("need", "want", "expect") and heading == "demands":
        asked = complement(verb)
        other = asked is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in asked.children)
        return (asked is None and direct_object(verb) is not None) or other or (lemma == "want" and asked is not None)
    if lemma == "commit":
        return complement(verb) is not None or next(after(verb, "to"), None) is not None
    if lemma in ("sign", "ratify"):
        return not is_passive(verb)
    if lemma == "warn":
        asked = complement(verb)
        return asked is not None and any(c.lower_ in ("may", "will", "would", "could", "might") for c in asked.children)
    return not (heading == "demands" and is_passive(verb) and agent(verb) is None)


def _denied(verb: Token, stance: Stance) -> Stance | None:
    """What "not" makes of a stance: "has not accepted" is undecided, "will not accept" rejects."""
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if stance is Stance.ACCEPTS:
        return Stance.REJECTS if aux & _REFUSING else Stance.UNDECIDED
    return Stance.REJECTS if stance is Stance.OFFERS and aux & _REFUSING else None


def _has_yet(verb: Token) -> StanceCue | None:
    """ "has yet to agree to X", "is yet to respond": what stands under "yet to" has not come about."""
    if verb.lemma_ not in ("have", "be", "remain"):
        return None
    done = next((c for c in verb.children if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children)), None)
    if done is None or not any(c.lower_ == "yet" for c in verb.subtree):
        return None
    if done.lemma_ == "do" and any(c.lower_ in ("so", "it") for c in done.children):
        return StanceCue(done, Stance.UNDECIDED, subject(verb), (done,))
    held = direct_object(done)
    if done.lemma_.lower() in words("stances", "giving") and held is not None:
        if held.lemma_.lower() not in words("stances", "answers"):
            return None
        return StanceCue(done, Stance.UNDECIDED, subject(verb), tuple(after(held, "on", "to", "about")) or (done,))
    if done.lemma_.lower() not in words("stances", "replies"):
        return None
    return StanceCue(done, Stance.UNDECIDED, subject(verb), contents_of(done) or (done,))


def _reviewing(verb: Token) -> StanceCue | None:
    held = direct_object(verb)
    if held is None or held.lemma_.lower() not in words("stances", "undecided_nouns"):
        return None
    # "gave them a week to review the text" tells nothing of the giver's own mind.
    if verb.head.lemma_.lower() in words("stances", "giving", "spans") and verb.dep_ != "conj":
        return None
    return StanceCue(verb, Stance.UNDECIDED, subject(verb), (held,))


def _of_noun(noun: Token) -> StanceCue | None:
    for heading, stance in _NOUNS.items():
        if noun.lemma_.lower() not in words("stances", heading):
            continue
        holder = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.dep_ == "dobj" and (
            noun.head.lemma_.lower() in words("stances", "concedes", "leaving") or gives_up(noun.head)
        ):
            return None
        if noun.dep_ == "pobj" and noun.head.lower_ == "as" and heading == "demand_nouns":
            return None
        items = listed(noun)
        contents = items or tuple(after(noun, "for", "of", "on")) or infinitives(noun)
        if holder is None and noun.dep_ == "dobj" and noun.head.lemma_ in words("stances", "voicing"):
            holder = subject(noun.head)
        return StanceCue(noun, stance, holder, contents, owned=holder is None, listed=bool(items))
    return None


def _addressee(verb: Token) -> Token | None:
    if complement(verb) is not None:
        held = direct_object(verb)
        return held or next(after(verb, "on", "upon", "to"), None)
    return dative(verb)


def _condition(verb: Token) -> Token | None:
    """The clause after "if", "provided", "unless" or "on condition that"."""
    told = conditions_of(verb)
    if told is not None:
        return told
    marks = words("modality", "condition_marks") - {"whether", "once"}
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp") and any(c.dep_ == "mark" and c.lower_ in marks for c in child.children):
            return child
    return next(iter(t for t in after(verb, "on") if t.lemma_ == "condition"), None)
