"""Words of a sentence that tell of an event, with the verb that carries a noun."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.extract.constructions import Built, built
from dragoman.extract.grammar import agent, is_passive, subject
from dragoman.extract.intents import condition_of, gives_up, offers, refuses, spares, threatens, yields
from dragoman.extract.senses import DECLARATION, Sense, noun_sense, verb_sense
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token, Words

_SHARES = frozenset({"%", "percent", "cent", "half", "third", "quarter", "most", "majority", "share", "proportion"})


_TELLING = frozenset({"VERB", "NOUN", "PROPN", "AUX", "ADJ", "ADV"})
_ENDING = frozenset({"stop", "cease", "end", "halt"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun in its sense; for nouns `carrier` is the verb that carries it and `carried` how.

    `carried` is "doing" (the carrier's subject does it), "undergoing" (it befalls the subject), "occurring" (the noun
    itself is the subject), or "". `built` gives the parties where the build of the sentence tells the event.
    """

    token: Token
    sense: Sense
    noun: bool = False
    carrier: Token | None = None
    carried: str = ""
    built: Built | None = None

    @property
    def clause_head(self) -> Token:
        """The word whose subtree tells the event."""
        return self.carrier if self.carrier is not None else self.token


def triggers(sentence: Words) -> Iterator[Trigger]:
    """The triggers of a sentence in order; a word that only modifies another noun is none."""
    telling = [token for token in sentence if token.pos_ in _TELLING]
    shaped = {one.verb.i: one for one in built(telling)}
    for token in telling:
        if token.i in shaped:
            one = shaped[token.i]
            yield Trigger(one.verb, one.sense, built=one)
        elif _is_nominal(token):
            named = noun_sense(token)
            if named is not None and not _idiom(token):
                carrier, carried = _carrier(token, both=named.both)
                if not _carried_so(named, carrier):
                    continue
                yield Trigger(token, named, noun=True, carrier=carrier, carried=carried)
        elif token.pos_ == "VERB" and not _share(token) and not _bare(token) and not _alleged(token):
            sense = verb_sense(token) or _declaring(token)
            if sense is not None and not _turned_round(token):
                yield Trigger(token, sense)


def _carried_so(sense: Sense, carrier: Token | None) -> bool:
    """Whether a noun that tells an event only under some verbs ("war broke out") stands under one of them."""
    wanted, unwanted = sense.conditions.get("carrier"), sense.conditions.get("not_carrier")
    lemma = carrier.lemma_.lower() if carrier is not None else ""
    return (not wanted or lemma in wanted) and not (unwanted and lemma in unwanted)


def _declaring(verb: Token) -> Sense | None:
    """The bare sense of a verb that tells no event but what someone will or will not do."""
    if not _may_declare(verb):
        return None
    for kind, event_type in (
        (gives_up, EventType.CONCEDE),
        (refuses, EventType.REJECT),
        (threatens, EventType.THREATEN),
        (spares, EventType.AGREE),
        (offers, EventType.AGREE),
        (_would_grant, EventType.AGREE),
    ):
        if kind(verb):
            return (
                DECLARATION if event_type is not EventType.THREATEN else replace(DECLARATION, to=("object", "against"))
            )
    return None


def _may_declare(verb: Token) -> bool:
    """Whether a helping verb, a negation or a word above may make the verb a declaration: the quick first look."""
    if verb.dep_ in ("xcomp", "acl", "pcomp"):
        return True
    return any(c.dep_ in ("aux", "auxpass", "neg") or c.lower_ in ("longer", "more", "never") for c in verb.children)


def _would_grant(verb: Token) -> bool:
    return yields(verb) and condition_of(verb) is not None


def _turned_round(verb: Token) -> bool:
    """Whether the subject stands behind a helping verb ("only once has the war stopped"): told of no one deed."""
    helping = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("has", "have", "had")]
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    return own is not None and any(c.i < own.i for c in helping)


def _share(verb: Token) -> bool:
    """Whether a passive only tells how many were hit or driven out: a figure of an attack, no attack of its own."""
    if not is_passive(verb):
        return False
    if verb.dep_ == "acl" and agent(verb) is None and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "of":
        return verb.head.head.head.lemma_.lower() in words("event_frames", "tallies")
    if verb.lemma_ in ("displace", "uproot") and agent(verb) is None:
        return True
    who = subject(verb)
    return who is not None and who.lower_ in _SHARES


def _is_nominal(token: Token) -> bool:
    """Whether the word stands as a noun, also where the tagger takes "talks" for a verb."""
    if token.pos_ == "VERB":
        return token.tag_ == "VBZ" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod")


def _bare(verb: Token) -> bool:
    """Whether a participle only qualifies a noun ("the warring sides")."""
    return verb.dep_ in ("amod", "compound") and not list(verb.children)


def _alleged(verb: Token) -> bool:
    """Whether the deed is only what someone is accused of; the accusation is the event told."""
    if verb.dep_ == "conj":
        return _alleged(verb.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i:
        # "Accused X of shelling a camp, killing nine": the killing belongs to what is alleged.
        charged = any(c.dep_ == "prep" and c.lower_ in ("of", "for") and c.i < verb.i for c in verb.head.children)
        return charged and verb.head.lemma_.lower() in words("event_frames", "alleging")
    above = verb.head.head
    if above.pos_ in ("NOUN", "PROPN"):
        above = above.head
    return verb.dep_ == "pcomp" and above.pos_ == "VERB" and above.lemma_.lower() in words("event_frames", "alleging")


def _idiom(noun: Token) -> bool:
    """ "at the request of", "on strike": no events of their own."""
    if noun.dep_ != "pobj":
        return False
    asked = noun.head.lower_ == "at" and noun.lemma_ in ("request", "demand", "call", "appeal")
    return asked or (noun.head.lower_ == "on" and noun.lower_ == "strike")


def _carrier(noun: Token, *, both: bool) -> tuple[Token | None, str]:
    """The verb that carries an event noun, through conjunction and "a round of", and how it carries it."""
    head = noun.head
    if noun.dep_ in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return _carrier(head, both=both)
    if noun.dep_ == "pobj" and head.lower_ == "of" and _is(head.head, "gathering"):
        return _carrier(head.head, both=both)
    if noun.dep_ == "dobj":
        carried = next((kind for kind in ("doing", "undergoing") if _is(head, kind)), "")
        return (head, carried) if carried else (None, "")
    if noun.dep_ in ("nsubj", "nsubjpass") and not _to_end(head):
        if head.dep_ != "relcl" and noun.dep_ == "nsubjpass" and (_is(head, "doing") or _is(head, "occurring")):
            return head, "occurring"
        if _is(head, "occurring"):
            return head, "occurring"
    later = next((c for c in noun.children if c.dep_ == "relcl" and subject(c) == noun and _is(c, "occurring")), None)
    if later is not None and noun.dep_ in ("nsubj", "nsubjpass"):
        return later, "occurring"
    if noun.dep_ == "pobj" and head.head.pos_ == "VERB":
        return _through(head, head.head, both=both)
    return None, ""


def _to_end(verb: Token) -> bool:
    """Whether "the fighting is to stop" tells of its end."""
    return any(c.dep_ == "xcomp" and c.lemma_ in _ENDING for c in verb.children)


def _through(preposition: Token, verb: Token, *, both: bool) -> tuple[Token | None, str]:
    if preposition.lower_ in ("with", "in", "for", "out", "to", "at") and _is(verb, "doing_through"):
        return verb, "doing"
    if preposition.lower_ == "in" and _is_outcry(preposition):
        return verb, "doing"
    if preposition.lower_ == "in" and _is(verb, "suffering"):
        return verb, "occurring"
    if both and preposition.lower_ in ("in", "during", "at") and verb.lemma_.lower() in words("commitments", "says"):
        return verb, "doing"
    if preposition.lower_ == "under" and verb.lemma_ == "come":
        return verb, "undergoing"
    return None, ""


def _is_outcry(preposition: Token) -> bool:
    """Whether it brings the reason for a deed of protest ("stayed at home *in protest* at ...")."""
    return any(c.lemma_.lower() in words("event_frames", "outcry") for c in preposition.children)


def _is(verb: Token, heading: str) -> bool:
    return verb.lemma_.lower() in words("event_frames", heading)
