"""Stances told by what one will, would, could or must do, is ready for, or says yes to."""

from spacy.tokens import Token

from dragoman.extract.grammar import after, dative, direct_object, is_passive, particles, subject
from dragoman.extract.intents import condition_of, gives_up, offers, refuses, spares, threatens, will_of, yields
from dragoman.extract.stance_contents import StanceCue, contents_of, is_negated
from dragoman.model.position import Stance
from dragoman.text.lexicon import words


def of_will(verb: Token) -> StanceCue | None:
    """What "will", "would", "could", "must" and "ready to" tell of a verb that grants, refuses or harms."""
    who, to = subject(verb), dative(verb) or direct_object(verb)
    if gives_up(verb):
        return StanceCue(verb, Stance.CONCEDES, who, contents_of(verb) or (verb,), to)
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
    needed = above.lemma_ in ("need", "have") and above != verb
    if not (aux & {"must", "should"} or needed) or "have" in aux or _asks(verb):
        return None
    if any(c.dep_ == "neg" for c in (*verb.children, *above.children)) and not is_passive(verb):
        return None
    return StanceCue(verb, Stance.DEMANDS, None, (verb,), subject(verb), by_voice=True)


def _asks(verb: Token) -> bool:
    return verb.sent[-1].text == "?" or any(c.tag_ in ("WP", "WRB", "WDT") for c in verb.children)


def answered(verb: Token) -> StanceCue | None:
    """ "said yes to it", "gave no answer on it"."""
    lemma, near = verb.lemma_.lower(), particles(verb)
    if lemma == "say" and near & {"yes", "no"} and not is_negated(verb):
        stance = Stance.ACCEPTS if "yes" in near else Stance.REJECTS
        return StanceCue(verb, stance, subject(verb), tuple(after(verb, "to")) or (verb,))
    held = direct_object(verb)
    if (
        held is None
        or lemma not in words("stances", "giving")
        or held.lemma_.lower() not in words("stances", "answers")
    ):
        return None
    denied = is_negated(verb) or any(c.dep_ == "det" and c.lower_ == "no" for c in held.children)
    if not denied:
        return None
    return StanceCue(verb, Stance.UNDECIDED, subject(verb), tuple(after(held, "on", "to", "about")) or (verb,))


def of_adjective(word: Token) -> StanceCue | None:
    """ "is ready for a truce", "is open to talks", "is opposed to a withdrawal"."""
    verb = word.head
    if word.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stand", "stay", "seem"):
        return None
    contents = tuple(t for t in after(word, "for", "to", "on", "with") if t.pos_ != "VERB")
    denied = is_negated(verb)
    if word.lower_ in words("intents", "willing"):
        stance = Stance.REJECTS if denied else Stance.OFFERS
    elif word.lower_ in words("stances", "against"):
        stance = Stance.REJECTS
    else:
        return None
    if not denied and will_of(verb) == "can":
        return None
    return StanceCue(word, stance, subject(verb), contents, conditions=condition_of(verb))
