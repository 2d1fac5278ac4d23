"""Stances told by what one will, would, could or must do, is ready for, or says yes to."""

from dragoman.extract.grammar import after, dative, direct_object, is_passive, particles, subject
from dragoman.extract.intents import gives_up, offers, refuses, spares, threatens, will_of, yields
from dragoman.extract.stance_contents import StanceCue, conditions_of, contents_of, is_negated
from dragoman.model.position import Stance
from dragoman.text.lexicon import words
from dragoman.text.parse import Token


def of_will(verb: Token) -> StanceCue | None:
    """What "will", "would", "could", "must" and "ready to" tell of a verb that grants, refuses or harms."""
    if gives_up(verb):
        return StanceCue(verb, Stance.CONCEDES, subject(verb), contents_of(verb) or (verb,), _toward(verb))
    if refuses(verb):
        conditions = conditions_of(verb)
        return StanceCue(verb, Stance.REJECTS, subject(verb), (verb,), _toward(verb), conditions=conditions)
    if threatens(verb) and verb.lemma_ in words("stances", "going_on"):
        return StanceCue(verb, Stance.REJECTS, subject(verb), (verb,), own=True)
    if threatens(verb):
        return StanceCue(verb, Stance.THREATENS, subject(verb), (verb,), _toward(verb), own=True)
    if spares(verb):
        return StanceCue(verb, Stance.CONCEDES, subject(verb), (verb,), _toward(verb), own=True)
    return _granted(verb) or _of_must(verb)


def _toward(verb: Token) -> Token | None:
    """To whom or what it is done."""
    return dative(verb) or direct_object(verb)


def _granted(verb: Token) -> StanceCue | None:
    """What one is ready to do or will grant, on conditions or not."""
    giving = offers(verb) or (yields(verb) and verb.lemma_.lower() not in words("stances", "plain_deeds"))
    if not giving or _to_decide(verb) is not None:
        return None
    condition = conditions_of(verb)
    likely = will_of(verb) == "can" and verb.lemma_.lower() not in words("stances", "living_with")
    if likely and condition is None:
        return None
    conditional = condition is not None or (will_of(verb) == "can" and not likely)
    stance = Stance.ACCEPTS_WITH_CONDITIONS if conditional else _promised(verb)
    said = offers(verb) or stance is Stance.ACCEPTS or (conditional and verb.lemma_ in words("stances", "accepts"))
    return StanceCue(verb, stance, subject(verb), (verb,), dative(verb), conditions=condition, own=not said)


def _to_decide(verb: Token) -> Token | None:
    """The verb of deciding for which a meeting is held ("will meet to decide whether ...")."""
    deciding = (c for c in verb.children if c.dep_ in ("advcl", "xcomp"))
    return next((c for c in deciding if c.lemma_.lower() in words("stances", "deciding")), None)


def of_whether(verb: Token) -> StanceCue | None:
    """ "will meet to decide whether to send X", "is considering whether to go": not yet decided."""
    if verb.lemma_.lower() not in words("stances", "deciding") or verb.tag_ == "VBN":
        return None
    asked = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
    if asked is None or not any(c.lower_ == "whether" for c in asked.children):
        return None
    return StanceCue(verb, Stance.UNDECIDED, subject(verb), (asked,))


def of_delay(verb: Token) -> StanceCue | None:
    """ "asked for another week to study it", "needs more time to reply": not yet decided."""
    if verb.lemma_.lower() not in words("stances", "demands"):
        return None
    named = (direct_object(verb), *after(verb, "for"))
    spans = [t for t in named if t is not None and t.lemma_.lower() in words("stances", "spans")]
    for span in spans:
        below = [*verb.children, *span.children]
        pondered = next((c for c in below if c.pos_ == "VERB" and c.lemma_ in words("stances", "pondering")), None)
        if pondered is not None:
            return StanceCue(verb, Stance.UNDECIDED, subject(verb), contents_of(pondered) or (pondered,))
    return None


def of_denial(verb: Token) -> StanceCue | None:
    """ "there can be no pause for X", in a party's words: what is not to be."""
    if verb.lemma_ != "be":
        return None
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    empty = any(c.dep_ == "expl" for c in verb.children)
    named = next((c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.pos_ == "NOUN"), None)
    if not empty or named is None or not any(c.dep_ == "det" and c.lower_ == "no" for c in named.children):
        return None
    bound = any(c.lower_ in ("with", "without", "for", "until", "unless", "before") for c in named.subtree)
    if not (bound or aux & {"will", "can", "shall", "would", "could"}):
        return None
    return StanceCue(verb, Stance.REJECTS, None, (named,), by_voice=True)


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
    lemma = verb.lemma_.lower()
    near = particles(verb) if lemma == "say" else frozenset[str]()
    if near & {"yes", "no"} and not is_negated(verb):
        stance = Stance.ACCEPTS if "yes" in near else Stance.REJECTS
        return StanceCue(verb, stance, subject(verb), tuple(after(verb, "to")) or (verb,))
    held = direct_object(verb) if lemma in words("stances", "giving") else None
    if held is None or held.lemma_.lower() not in words("stances", "answers"):
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
    return StanceCue(word, stance, subject(verb), contents, conditions=conditions_of(verb))
