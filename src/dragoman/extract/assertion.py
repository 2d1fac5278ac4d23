"""Whether a clause asserts or denies, and whether it tells of something done, planned, demanded or foreseen."""

from datetime import date, timedelta

from dragoman.extract.grammar import governors
from dragoman.model.event import Modality, Polarity
from dragoman.model.report import SectionKind
from dragoman.model.time import Interval
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph
from dragoman.text.parse import Token

_OLD = timedelta(days=60)
_LONG_OLD = timedelta(days=365)
_VERBS = {"plan": Modality.PLANNED, "demand": Modality.DEMANDED, "forecast": Modality.FORECAST}
_ADJECTIVES = {"ready": Modality.PLANNED, "likely": Modality.FORECAST}
_OBLIGATION = frozenset({"must", "should", "ought"})
_POSSIBILITY = frozenset({"may", "might", "could", "can"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none"})
# With a bare object these tell what is said of it, not that it is asked for ("called the raid a crime").
_SPOKEN_OF = frozenset({"call", "tell", "press", "push", "ask", "suggest", "believe", "think", "doubt"})
_ENDING = frozenset({"end", "stop", "halt", "finish", "complete", "conclude"})
_HELD = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "oprd", "dep"})


def assertion(
    paragraph: Paragraph, token: Token, *, time: Interval | None = None, published: Interval | None = None
) -> tuple[Polarity, Modality]:
    """Polarity and modality of what a verb or event noun tells.

    With `time` (when it happened) and `published`, matters more than 60 days old are background.
    """
    denied, modality = _climb(token)
    if paragraph.kind is SectionKind.HEADLINE and token.dep_ == "ROOT" and _infinitive(token):
        modality = Modality.PLANNED
    if modality in (Modality.HAPPENED, Modality.ONGOING) and (_long_before(time, published) or _says_history(token)):
        modality = Modality.BACKGROUND
    return (Polarity.DENIED if denied else Polarity.ASSERTED), modality


def _climb(token: Token) -> tuple[bool, Modality]:
    """Read the word and then what governs it; the first mood met is the matter's own."""
    denied, found = _own(token)
    word = token
    for above in governors(token):
        if found is not None or not _bound(word) or _presupposed(word, above):
            break
        undone, found = _from_above(word, above)
        denied ^= undone
        if found is None:
            also_denied, found = _own(above)
            denied ^= also_denied and word.dep_ not in ("ccomp", "advcl", "relcl")
        word = above
    if found is None:
        found = Modality.ONGOING if _under_way(token) else Modality.HAPPENED
    return denied, found


def _presupposed(word: Token, above: Token) -> bool:
    """Whether the verb only says something about the matter, whose coming about it takes for granted."""
    if word.pos_ not in ("NOUN", "PROPN") or above.pos_ not in ("VERB", "AUX"):
        return False
    lemma = above.lemma_.lower()
    if lemma == "be":
        return False
    if word.dep_ in ("nsubj", "nsubjpass"):
        passive_of = word.dep_ == "nsubjpass" and any(lemma in words("modality", h) for h in (*_VERBS, "undone"))
        return not passive_of and not any(lemma in words("event_frames", h) for h in ("occurring", "doing"))
    if word.dep_ == "dobj":
        moods = (*_VERBS, "undone")
        return lemma in _SPOKEN_OF | _ENDING or not (
            any(lemma in words("modality", h) for h in moods)
            or any(lemma in words("event_frames", h) for h in ("doing", "undergoing"))
        )
    return False


def _bound(word: Token) -> bool:
    """Whether the word's mood depends on what stands above it."""
    if word.pos_ in ("VERB", "AUX"):
        if word.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("before", "until") for c in word.children):
            return True
        return word.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "conj", "csubj", "prep") and not (
            word.dep_ == "advcl" and word.tag_ in ("VBD", "VBG", "VBN", "VBZ", "VBP")
        )
    if word.dep_ == "prep":
        if word.head.pos_ in ("NOUN", "PROPN"):
            return True
        if word.head.pos_ == "VERB" and any(c.dep_ == "pcomp" for c in word.children):
            return word.lower_ in ("by", "of", "from", "to", "for")
        asked = word.lower_ in ("on", "for", "to", "of", "upon") and word.head.lemma_ in words("modality", *_VERBS)
        return asked or word.lower_ not in words("modality", "apart") or word.head.pos_ == "NOUN"
    return word.dep_ in _HELD or word.dep_ in ("pobj", "compound", "poss")


def _own(word: Token) -> tuple[bool, Modality | None]:
    """What negations, auxiliaries, adjectives and conditional marks of the word itself say."""
    below = list(word.children)
    denied = any(c.dep_ in ("neg", "det", "preconj", "advmod") and c.lower_ in _NEGATIONS for c in below)
    denied |= any(c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) for c in below)
    denied |= any(_undoes(c, word) for c in below)
    if word.pos_ not in ("VERB", "AUX"):
        for child in below:
            for heading, modality in _ADJECTIVES.items():
                if child.dep_ in ("amod", "acomp") and child.lower_ in words("modality", heading):
                    return denied, modality
        return denied, None
    return denied, _auxiliaries(word)


def _undoes(child: Token, word: Token) -> bool:
    """Whether it says of the word that it did not come about: "no longer", "nearly broke", "neither side fired"."""
    if child.dep_ in ("nsubj", "nsubjpass"):
        return any(c.lower_ == "neither" and c.dep_ == "det" for c in child.children)
    if child.dep_ == "amod":
        return child.lower_ in words("modality", "undone_adjectives")
    if child.dep_ != "advmod":
        return False
    longer = child.lower_ in ("longer", "more") and child.i > 0 and child.nbor(-1).lower_ in ("no", "any")
    almost = child.lower_ in words("modality", "almost") and child.i == word.i - 1 and word.tag_ in ("VBD", "VBN")
    return (longer and child.nbor(-1).lower_ == "no") or almost


def _auxiliaries(verb: Token) -> Modality | None:
    below = list(verb.children)
    aux = {c.lower_ for c in below if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "mark" and c.lower_ in words("modality", "condition_marks") for c in below):
        return Modality.CONDITIONAL
    has_condition = any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children) for c in below
    )
    if aux & {"will", "shall", "'ll", "wo", "would", "'d"} or aux & _POSSIBILITY:
        if has_condition:
            return Modality.CONDITIONAL
        if aux & _POSSIBILITY:
            return Modality.FORECAST
        return Modality.PLANNED if aux & {"will", "shall", "'ll", "wo"} or _reported(verb) else Modality.CONDITIONAL
    if aux & _OBLIGATION or (verb.lemma_ == "have" and "to" in aux):
        return Modality.DEMANDED
    return None


def _reported(verb: Token) -> bool:
    """Whether "would" is a future told in the past ("said it would")."""
    return verb.dep_ == "ccomp" or (verb.dep_ == "conj" and verb.head.dep_ == "ccomp")


def _from_above(word: Token, above: Token) -> tuple[bool, Modality | None]:
    """What the governing word makes of the matter: (it did not come about, its mood)."""
    if above.pos_ in ("VERB", "AUX"):
        return _under_verb(word, above)
    if above.pos_ in ("NOUN", "PROPN") and word.dep_ in ("acl", "prep", "compound", "relcl"):
        return _under_noun(word, above)
    if above.pos_ == "ADJ" and word.dep_ in ("xcomp", "ccomp", "prep"):
        for heading, modality in _ADJECTIVES.items():
            if above.lower_ in words("modality", heading):
                return False, modality
        return above.lower_ in words("modality", "unwilling"), None
    if above.dep_ == "prep" and above.lower_ in words("modality", "ahead"):
        return False, Modality.PLANNED
    return False, None


def _under_verb(word: Token, verb: Token) -> tuple[bool, Modality | None]:
    lemma = verb.lemma_.lower()
    if lemma == "be" and word.dep_ in ("nsubj", "attr"):
        return False, _named_as(verb, word)
    if word.dep_ in ("conj", "nsubj"):
        return False, None
    if lemma in words("modality", "undone") and word.dep_ != "advcl":
        return word.dep_ != "prep", None
    return False, _mood_given(word, lemma)


def _mood_given(word: Token, lemma: str) -> Modality | None:
    """The mood that a verb of planning, asking or foreseeing gives to what stands under it."""
    infinitive = _infinitive(word)
    if word.dep_ == "ccomp" and word.tag_ in ("VBD", "VBZ", "VBP", "VBN") and not infinitive:
        asked = lemma in ("hope", "demand", "insist") and word.tag_ != "VBD"
        return Modality.DEMANDED if asked else None
    if infinitive and any(c.dep_ == "aux" and c.lower_ in ("have", "has", "had") for c in word.children):
        return None
    if word.dep_ in ("xcomp", "ccomp", "dobj", "prep", "pcomp", "nsubjpass"):
        for heading, modality in _VERBS.items():
            if lemma in words("modality", heading) and not (word.dep_ == "prep" and not _asks_for(word, lemma)):
                return modality
    if word.dep_ == "advcl" and infinitive and lemma in words("modality", "demand"):
        # "pushed X to ..." is parsed as a purpose.
        return Modality.DEMANDED
    plain = word.dep_ in ("advcl", "xcomp") and infinitive and lemma not in words("modality", "actual")
    return Modality.PLANNED if plain else None


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _named_as(verb: Token, word: Token) -> Modality | None:
    """The mood of X in "among the demands are X", "the plan is X"."""
    beside = [c for c in verb.children if c != word and c.dep_ in ("nsubj", "attr")]
    beside += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "among" for g in c.children]
    lemmas = {c.lemma_.lower() for c in beside}
    headings = {"plan_nouns": Modality.PLANNED, "demand_nouns": Modality.DEMANDED, "forecast_nouns": Modality.FORECAST}
    return next((modality for heading, modality in headings.items() if lemmas & words("modality", heading)), None)


def _asks_for(preposition: Token, lemma: str) -> bool:
    return preposition.lower_ in ("for", "on", "to") and lemma not in ("agree", "set", "move", "go")


def _under_noun(word: Token, noun: Token) -> tuple[bool, Modality | None]:
    lemma = noun.lemma_.lower()
    if word.dep_ == "prep" and word.lower_ in ("on", "about") and any(c.dep_ == "pcomp" for c in word.children):
        return False, Modality.PLANNED
    if word.dep_ == "prep" and word.lower_ not in ("of", "for", "to", "on", "against", "at", "from"):
        return False, None
    for heading, modality in (
        ("plan_nouns", Modality.PLANNED),
        ("demand_nouns", Modality.DEMANDED),
        ("forecast_nouns", Modality.FORECAST),
    ):
        if lemma in words("modality", heading):
            return False, modality
    if word.dep_ == "acl" and _infinitive(word) and lemma not in ("operation", "mission"):
        return lemma in words("modality", "undone_nouns"), Modality.PLANNED
    return lemma in words("modality", "undone_nouns"), None


def _under_way(token: Token) -> bool:
    aux = {c.lower_ for c in token.children if c.dep_ == "aux"}
    return token.tag_ == "VBG" and bool(aux & {"is", "are", "'re", "'s", "been", "am"})


def _long_before(time: Interval | None, published: Interval | None) -> bool:
    """Whether the matter ended more than 60 days, or an open state began more than a year, before the report."""
    if time is None or published is None or published.start is None:
        return False
    last, old = (time.end, _OLD) if time.end is not None else (time.start, _LONG_OLD)
    return last is not None and date.fromisoformat(last) < date.fromisoformat(published.start) - old


def _says_history(token: Token) -> bool:
    """Whether words of the clause say that it belongs to the past of the conflict."""
    told = " ".join(t.lower_ for t in token.subtree)
    return any(mark in told for mark in words("modality", "history"))
