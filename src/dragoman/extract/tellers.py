"""Who tells and for whom: words that only insist, foresee or warn, and what is promised for one's own side."""

from dragoman.extract.bearers import Bearers
from dragoman.extract.grammar import after, agent, complement, is_passive, subject
from dragoman.extract.intents import cuts_off, intent, will_of
from dragoman.extract.senses import DECLARATION, Sense
from dragoman.extract.triggers import Trigger
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token


def of_a_body(trigger: Trigger, actors: tuple[Entity, ...]) -> bool:
    """Whether those who meet are the ministers or members of one body of states, so that one name tells them all."""
    who = agent(trigger.token)
    if trigger.noun or who is None or trigger.sense.type is not EventType.CONSULT:
        return False
    alone = len(actors) == 1 and actors[0].code.startswith("IGO") and who.lemma_.lower() in ("council", "assembly")
    if alone and trigger.token.lemma_ in ("meet", "discuss", "debate", "convene"):
        return True
    if trigger.token.lemma_ not in ("meet", "gather", "convene", "assemble"):
        return False
    bloc = len(actors) == 1 and actors[0].kind is EntityKind.ORGANISATION and actors[0].code.startswith("IGO")
    return bloc and who.tag_ == "NNS" and trigger.sense.type is EventType.CONSULT


def is_bare(sense: Sense) -> bool:
    """Whether the sense tells no event of its own, only what is declared."""
    return sense is DECLARATION or not sense.lemmas


def only_words(trigger: Trigger, bearers: Bearers, actors: tuple[Entity, ...]) -> bool:
    """Whether the verb neither declares nor does anything: it insists, foresees, or grants what is not its own."""
    warned = trigger.token.lemma_ in ("warn", "caution") and not _warns_of_harm(trigger.token, actors, bearers)
    granted = intent(trigger.token, trigger.sense.type, own=True) if warned_of(trigger.token) else None
    return is_bare(trigger.sense) or _only_insists(trigger) or warned or granted is not None


def _only_insists(trigger: Trigger) -> bool:
    """Whether "insists that it will stay" only affirms and asks for nothing."""
    asked = complement(trigger.token) if trigger.token.lemma_ in ("insist", "suggest") else None
    if asked is None or trigger.sense.type is not EventType.REQUEST:
        return False
    aux = {c.lower_ for c in asked.children if c.dep_ in ("aux", "auxpass")}
    return not aux & {"must", "should"} and (bool(aux) or asked.tag_ in ("VBD", "VBZ"))


def _warns_of_harm(verb: Token, actors: tuple[Entity, ...], bearers: Bearers) -> bool:
    """Whether what is warned of would come from the one who warns, and is not only foreseen."""
    asked = complement(verb)
    if asked is None:
        return any(head.lemma_.lower() in words("intents", "answering_harm") for head in after(verb, "of", "with"))
    doer = bearers.who(subject(asked))
    own = {bearers.side_of(one).id for one in actors}
    if {bearers.side_of(one).id for one in doer} & own:
        return True
    told = {t.lemma_.lower() for t in asked.subtree}
    return bool(told & words("intents", "answering_harm")) and bool(doer)


def warned_of(verb: Token) -> bool:
    """Whether what someone would do is a warning ("warned that it would cut ..."), no grant."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in ("warn", "threaten", "caution", "fear")


def promised_by_teller(trigger: Trigger) -> bool:
    """Whether someone says what is to be done for its own side ("says the rest will be freed", "the team would go")."""
    verb = trigger.token
    if trigger.noun or trigger.built or verb.dep_ != "ccomp" or verb.head.lemma_ not in words("commitments", "says"):
        return False
    if will_of(verb) != "will":
        return False
    who = subject(verb)
    if is_passive(verb):
        return agent(verb) is None and (verb.lemma_.lower() in words("intents", "plainly") or cuts_off(verb))
    mine = who is not None and who.lemma_.lower() in words("event_frames", "own_people")
    owned = who is not None and any(c.dep_ in ("poss", "amod", "compound", "prep") for c in who.children)
    return mine and not owned
