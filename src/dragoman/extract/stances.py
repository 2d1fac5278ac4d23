"""Words that tell a party's stance, with who wants and the heads of what is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.extract.intents import (
    condition_of,
    gives_up,
    offers,
    refuses,
    spares,
    threatens,
    will_of,
    yields,
)
from dragoman.extract.grammar import after, agent, complement, dative, direct_object, is_passive, particles, subject
from dragoman.model.position import Stance
from dragoman.text.lexicon import words

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
_BY_PREPOSITION = ("for", "on", "upon", "to", "of", "with", "from", "about", "against")
_REFUSING = frozenset({"will", "wo", "would", "can", "ca", "could", "do", "does", "did", "cannot"})


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


def stance_cues(sentence: Words) -> Iterator[StanceCue]:
    """The stance words of a sentence, in order."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            cue = _of_verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            cue = _of_noun(token)
        elif token.pos_ == "ADJ":
            cue = _of_adjective(token)
        else:
            cue = None
        if cue is not None and cue.contents:
            yield cue


def _of_verb(verb: Token) -> StanceCue | None:
    told = _has_yet(verb) or _answered(verb) or _of_will(verb)
    if told is not None:
        return told
    lemma = verb.lemma_.lower()
    if lemma in words("stances", "undecided"):
        return _reviewing(verb)
    if lemma in words("stances", "unanswered") and _negated(verb):
        return StanceCue(verb, Stance.UNDECIDED, subject(verb), _contents(verb) or (verb,))
    for heading, stance in _VERBS.items():
        if lemma in words("stances", heading) and _plain(verb, heading):
            return _told(verb, stance)
    return None


def _of_will(verb: Token) -> StanceCue | None:
    """What "will", "would", "could", "must" and "ready to" tell of a verb that grants, refuses or harms."""
    who, to = subject(verb), dative(verb) or direct_object(verb)
    if gives_up(verb):
        return StanceCue(verb, Stance.CONCEDES, who, _contents(verb) or (verb,), to)
    if refuses(verb):
        return StanceCue(verb, Stance.REJECTS, who, (verb,), to, conditions=condition_of(verb))
    if threatens(verb) and verb.lemma_ in words("stances", "going_on"):
        return StanceCue(verb, Stance.REJECTS, who, (verb,), own=True)
    if threatens(verb):
        return StanceCue(verb, Stance.THREATENS, who, (verb,), to, own=True)
    if spares(verb):
        return StanceCue(verb, Stance.CONCEDES, who, (verb,), to, own=True)
    condition = condition_of(verb)
    if offers(verb) or (yields(verb) and verb.lemma_.lower() not in words("stances", "plain_deeds")):
        likely = will_of(verb) == "can" and verb.lemma_.lower() not in words("stances", "living_with")
        if likely and condition is None:
            return None
        conditional = condition is not None or (will_of(verb) == "can" and not likely)
        stance = Stance.ACCEPTS_WITH_CONDITIONS if conditional else _promised(verb)
        said = offers(verb) or stance is Stance.ACCEPTS or (conditional and verb.lemma_ in words("stances", "accepts"))
        return StanceCue(verb, stance, who, (verb,), dative(verb), conditions=condition, own=not said)
    return _of_must(verb)


def _promised(verb: Token) -> Stance:
    """An offer, or, under a deal or beside accepting words, an acceptance."""
    deal = any(inner.lemma_.lower() in words("stances", "deals") for inner in after(verb, "under"))
    return Stance.ACCEPTS if deal or verb.lemma_.lower() in words("stances", "accepts") else Stance.OFFERS


def _of_must(verb: Token) -> StanceCue | None:
    """ "Russia must leave", "the crossings should be opened": what the voice demands."""
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    above = verb.head if verb.dep_ == "xcomp" else verb
    needed = above.lemma_ in ("need", "have") and above is not verb
    if not (aux & {"must", "should"} or needed) or "have" in aux or _asks(verb):
        return None
    if any(c.dep_ == "neg" for c in (*verb.children, *above.children)) and not is_passive(verb):
        return None
    return StanceCue(verb, Stance.DEMANDS, None, (verb,), subject(verb), by_voice=True)


def _asks(verb: Token) -> bool:
    return verb.sent[-1].text == "?" or any(c.tag_ in ("WP", "WRB", "WDT") for c in verb.children)


def _answered(verb: Token) -> StanceCue | None:
    """ "said yes to it", "gave no answer on it"."""
    lemma, near = verb.lemma_.lower(), particles(verb)
    if lemma == "say" and near & {"yes", "no"} and not _negated(verb):
        stance = Stance.ACCEPTS if "yes" in near else Stance.REJECTS
        return StanceCue(verb, stance, subject(verb), tuple(after(verb, "to")) or (verb,))
    held = direct_object(verb)
    if held is None or lemma not in words("stances", "giving") or held.lemma_.lower() not in words("stances", "answers"):
        return None
    denied = _negated(verb) or any(c.dep_ == "det" and c.lower_ == "no" for c in held.children)
    if not denied:
        return None
    return StanceCue(verb, Stance.UNDECIDED, subject(verb), tuple(after(held, "on", "to", "about")) or (verb,))


def _of_adjective(word: Token) -> StanceCue | None:
    """ "is ready for a truce", "is open to talks", "is opposed to a withdrawal"."""
    verb = word.head
    if word.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stand", "stay", "seem"):
        return None
    contents = tuple(t for t in after(word, "for", "to", "on", "with") if t.pos_ != "VERB")
    denied = _negated(verb)
    if word.lower_ in words("intents", "willing"):
        stance = Stance.REJECTS if denied else Stance.OFFERS
    elif word.lower_ in words("stances", "against"):
        stance = Stance.REJECTS
    else:
        return None
    if not denied and will_of(verb) == "can":
        return None
    return StanceCue(word, stance, subject(verb), contents, conditions=condition_of(verb))


def _told(verb: Token, stance: Stance) -> StanceCue | None:
    told = _denied(verb, stance) if _negated(verb) else stance
    if told is None:
        return None
    conditions = _condition(verb)
    if told is Stance.ACCEPTS and conditions is not None:
        told = Stance.ACCEPTS_WITH_CONDITIONS
    hypothetical = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"would", "might", "may", "could"}
    if hypothetical and told in (Stance.ACCEPTS, Stance.DEMANDS) and not _is_reported(verb):
        return None
    held = direct_object(verb)
    contents = _contents(verb)
    if held is not None and held.lemma_.lower() in words("stances", "sayings") and told is Stance.REJECTS:
        return None
    if held is not None and told is Stance.CONCEDES and held.lemma_.lower() in words("stances", "demand_nouns"):
        contents = _listed(held) or (held,)
    return StanceCue(verb, told, agent(verb), contents, _addressee(verb), conditions=conditions)


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


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _has_yet(verb: Token) -> StanceCue | None:
    """ "has yet to agree to X", "is yet to respond": what stands under "yet to" has not come about."""
    if verb.lemma_ not in ("have", "be", "remain") or not any(c.lower_ == "yet" for c in verb.subtree):
        return None
    done = next((c for c in verb.children if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children)), None)
    if done is None:
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
    return StanceCue(done, Stance.UNDECIDED, subject(verb), _contents(done) or (done,))


def _reviewing(verb: Token) -> StanceCue | None:
    held = direct_object(verb)
    if held is None or held.lemma_.lower() not in words("stances", "undecided_nouns"):
        return None
    return StanceCue(verb, Stance.UNDECIDED, subject(verb), (held,))


def _of_noun(noun: Token) -> StanceCue | None:
    for heading, stance in _NOUNS.items():
        if noun.lemma_.lower() not in words("stances", heading):
            continue
        holder = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.dep_ == "dobj" and (noun.head.lemma_.lower() in words("stances", "concedes", "leaving") or gives_up(noun.head)):
            return None
        if noun.dep_ == "pobj" and noun.head.lower_ == "as" and heading == "demand_nouns":
            return None
        listed = _listed(noun)
        contents = listed or tuple(after(noun, "for", "of", "on")) or _infinitives(noun)
        if holder is None and noun.dep_ == "dobj" and noun.head.lemma_ in words("stances", "voicing"):
            holder = subject(noun.head)
        return StanceCue(noun, stance, holder, contents, owned=holder is None, listed=bool(listed))
    return None


def _listed(noun: Token) -> tuple[Token, ...]:
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


def _infinitives(noun: Token) -> tuple[Token, ...]:
    return tuple(c for c in noun.children if c.dep_ == "acl" and any(a.lower_ == "to" for a in c.children))


def _contents(verb: Token) -> tuple[Token, ...]:
    """Heads of what is wanted, refused or offered: an object, a clause, or what a preposition brings."""
    found: list[Token] = []
    asked = complement(verb)
    if asked is not None:
        found += [asked, *(c for c in asked.conjuncts if c.pos_ == "VERB" and c.i > asked.i and c.tag_ == asked.tag_)]
    held = direct_object(verb)
    if held is not None and asked is None:
        found += [held, *held.conjuncts]
    if not found or held is None:
        for head in after(verb, *_BY_PREPOSITION):
            found += [head, *head.conjuncts]
    if not found and (verb.lemma_ in ("agree", "accept", "refuse", "decline") or any(c.lower_ in ("so", "it") for c in verb.children)):
        found = [verb]
    wanting = words("stances", "demand_nouns") | words("stances", "offer_nouns")
    return tuple(c for c in dict.fromkeys(found) if c.pos_ == "VERB" or c.lemma_ not in wanting or not _listed(c))


def _addressee(verb: Token) -> Token | None:
    if complement(verb) is not None:
        held = direct_object(verb)
        return held or next(after(verb, "on", "upon", "to"), None)
    return dative(verb)


def _condition(verb: Token) -> Token | None:
    """The clause after "if", "provided", "unless" or "on condition that"."""
    told = condition_of(verb)
    if told is not None:
        return told
    marks = words("modality", "condition_marks") - {"whether", "once"}
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp") and any(c.dep_ == "mark" and c.lower_ in marks for c in child.children):
            return child
    return next(iter(t for t in after(verb, "on") if t.lemma_ == "condition"), None)
