"""Intent declared: "would not release" is a refusal and "is willing to release" an agreement, whatever the verb."""

from dataclasses import dataclass, replace

from dragoman.extract.grammar import direct_object, subject
from dragoman.extract.senses import Sense
from dragoman.model.event import Modality
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_WILL = frozenset({"will", "wo", "'ll", "would", "'d", "shall"})
_CAN = frozenset({"can", "ca", "could", "cannot"})
_BEGINNING = frozenset({"begin", "start", "open", "enter", "make", "declare"})
_COUNTING = frozenset({"no", "neither", "any"})
_GRANTING_TYPES = frozenset(
    {
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.RETREAT,
        EventType.AID,
        EventType.COOPERATE,
        EventType.CONSULT,
    }
)
_HARMING_TYPES = (None, EventType.ASSAULT, EventType.REQUEST, EventType.SANCTION)


@dataclass(frozen=True, slots=True)
class Intent:
    """What the words declare: REJECT, AGREE, THREATEN or CONCEDE, and how it stands."""

    type: EventType
    modality: Modality = Modality.HAPPENED


def refuses(verb: Token) -> bool:
    """Whether the clause says that something will not be granted ("would not leave", "will sign no truce")."""
    if _not_planned(verb):
        return _grants(verb)
    lemma = verb.lemma_.lower()
    refusing = lemma in words("intents", "standing", "granting", "cannot") or lemma in _BEGINNING
    if not refusing or not _is_denied(verb) or _in_condition(verb):
        return False
    if any(c.lower_ in ("do", "does") and c.dep_ == "aux" for c in verb.children):
        # A state keeps refusing what it "does not recognise".
        return lemma in words("intents", "standing")
    return (
        (_grants(verb) or _of_grantable(verb))
        if will_of(verb) == "will"
        else will_of(verb) == "can" and lemma in words("intents", "cannot")
    )


def _not_planned(verb: Token) -> bool:
    """Whether there is "no plan to", "no intention of" doing it."""
    noun = verb.head if verb.dep_ == "acl" else verb.head.head
    near = verb.dep_ == "acl" or (verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "in"))
    return (
        near
        and noun.lemma_.lower() in ("plan", "intention", "wish", "desire", "interest", "intent")
        and any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    )


def gives_up(verb: Token) -> bool:
    """Whether what was pressed for is "no longer" sought."""
    return verb.lemma_.lower() in words("intents", "pressing") and _no_longer(verb)


def threatens(verb: Token) -> bool:
    """Whether the clause says that harm will be done, or go on being done."""
    ahead = will_of(verb) == "will" or (_is_willing(verb) and not _is_denied(verb.head.head))
    return ahead and harms(verb) and not _is_denied(verb) and not _in_condition(verb)


def may_come(verb: Token) -> bool:
    """Whether harm is held out on a condition ("may close its ports unless ...")."""
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    marked = any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children)
    return bool(aux & {"may", "could", "might"}) and "have" not in aux and marked and not _is_denied(verb)


def spares(verb: Token) -> bool:
    """Whether the clause says that harm will not be done, or no longer be sought."""
    return will_of(verb) == "will" and harms(verb) and _is_denied(verb)


def offers(verb: Token) -> bool:
    """Whether the clause says that someone is willing to do it ("ready to meet")."""
    return _is_willing(verb) and not _is_denied(verb.head.head) and not harms(verb) and not _is_denied(verb)


def yields(verb: Token) -> bool:
    """Whether the clause says that something will or could be granted."""
    return _grants(verb) and bool(will_of(verb)) and not _is_denied(verb) and not _in_condition(verb)


def condition_of(verb: Token) -> Token | None:
    """The clause on which what the verb tells depends ("if", "only when", "provided that", "so long as"), or None."""
    marks = words("intents", "conditions")
    for child in verb.children:
        below = [c for c in child.children if c.dep_ in ("mark", "advmod")] if child.dep_ in ("advcl", "prep") else []
        if child.dep_ == "advcl" and any(
            m.lower_ in ("if", "unless", "provided", "providing", "assuming") for m in below
        ):
            return child
        marked = child.dep_ in ("advcl", "prep") and (child.lower_ in marks or any(m.lower_ in marks for m in below))
        if marked and any(c.lower_ == "only" and c.i >= verb.i for c in (*verb.children, *child.children)):
            return child
        if child.dep_ == "prep" and child.lower_ in ("provided", "providing"):
            return next((c for c in child.children if c.dep_ in ("pcomp", "ccomp")), None)
        if child.dep_ == "advcl" and _so_long_as(child):
            return child
        if child.lower_ == "long" and child.dep_ == "advmod":
            return next((c for c in child.children if c.dep_ == "advcl"), None)
    return None


def _so_long_as(clause: Token) -> bool:
    first = clause.left_edge.i
    told = " ".join(t.lower_ for t in clause.doc[max(0, first - 3) : first + 4])
    return any(
        mark in told for mark in ("long as", "condition that", "on condition", "only after", "only once", "only if")
    )


def intent(verb: Token, event_type: EventType | None, *, own: bool) -> Intent | None:
    """What the words declare, None where they tell of a deed; `own`: the speaker speaks of its own side."""
    if verb.pos_ != "VERB" or _perfect(verb):
        return None
    if gives_up(verb) and (own or not will_of(verb)):
        return Intent(EventType.CONCEDE)
    if refuses(verb):
        plainly = verb.lemma_.lower() in words("intents", "plainly") or _gives_way(verb) or _of_grantable(verb)
        return Intent(EventType.REJECT) if plainly or event_type in _GRANTING_TYPES else None
    if own and (spares(verb) or (threatens(verb) and event_type in _HARMING_TYPES)):
        return Intent(EventType.AGREE if spares(verb) else EventType.THREATEN)
    if event_type in MATERIAL_CONFLICT and may_come(verb):
        return Intent(EventType.THREATEN, Modality.CONDITIONAL)
    if event_type is not None and event_type not in _GRANTING_TYPES:
        return None
    if own and yields(verb) and (event_type is not None or condition_of(verb) is not None):
        return _granted(verb)
    return Intent(EventType.AGREE) if offers(verb) else None


def _gives_way(verb: Token) -> bool:
    """Whether the verb is "give up", "give in" or "give way"."""
    return verb.lemma_ == "give" and any(c.lower_ in ("up", "in", "way") and c.i == verb.i + 1 for c in verb.children)


def _granted(verb: Token) -> Intent | None:
    conditional = condition_of(verb) is not None
    if will_of(verb) == "will":
        return Intent(EventType.AGREE, Modality.CONDITIONAL if conditional else Modality.HAPPENED)
    return Intent(EventType.AGREE, Modality.CONDITIONAL)


def declared(sense: Sense, event_type: EventType) -> Sense:
    """The same frame as a declaration of that type."""
    return replace(sense, type=event_type, mode="", both=False, least=1)


def will_of(verb: Token) -> str:
    """ "will" for a verb said of what is to come, "can" for one said to be possible, "" for any other."""
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if aux & _WILL:
        return "will"
    return "can" if aux & _CAN else ""


def harms(verb: Token) -> bool:
    """Whether the verb tells of harm to another side."""
    lemma = verb.lemma_.lower()
    if lemma not in words("intents", "harming", "harming_with", "cutting"):
        return False
    held = direct_object(verb)
    if cuts_off(verb):
        return True
    if lemma in words("intents", "harming"):
        asked = held is not None and held.lemma_.lower() in words("stances", "asked_words")
        return not asked and verb.dep_ != "amod"
    if lemma not in words("intents", "harming_with"):
        return False
    below = {t.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "xcomp", "prep", "prt") for t in _near(c)}
    return bool(below & words("intents", "harm"))


def cuts_off(verb: Token) -> bool:
    """Whether the verb tells of a supply or of help that is cut off ("power would be cut off")."""
    held = direct_object(verb) if verb.lemma_.lower() in words("intents", "cutting") else None
    return held is not None and held.lemma_.lower() in words("intents", "cut_off")


def _near(token: Token) -> tuple[Token, ...]:
    return (token, *(c for c in token.children if c.dep_ in ("pobj", "pcomp", "conj", "compound", "amod", "dobj")))


def _is_denied(verb: Token) -> bool:
    if _negated(verb):
        return True
    if any(c.lower_ == "nor" and c.dep_ == "cc" and c.i < verb.i and c.i == verb.sent.start for c in verb.children):
        return True
    who, held = subject(verb), direct_object(verb)
    return any(
        head is not None
        and head.head == verb
        and any(c.dep_ == "det" and c.lower_ in _COUNTING - {"any"} for c in head.children)
        for head in (who, held)
    )


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children) or _no_longer(verb)


def _no_longer(verb: Token) -> bool:
    return any(
        c.lower_ in ("longer", "more") and c.dep_ == "advmod" and c.i and c.nbor(-1).lower_ in ("no", "any")
        for c in verb.children
    )


def _grants(verb: Token) -> bool:
    return verb.lemma_.lower() in words("intents", "granting")


def _of_grantable(verb: Token) -> bool:
    """Whether what is not begun is a thing to be granted ("will not begin talks")."""
    held = direct_object(verb)
    listed = held is not None and held.lemma_.lower() in words("event_frames", "grantable")
    return listed and verb.lemma_.lower() in _BEGINNING


def _is_willing(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ in words("intents", "willing")


def _perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("have", "'ve") for c in verb.children)


def _in_condition(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)
