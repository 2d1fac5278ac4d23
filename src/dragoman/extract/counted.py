"""The thing a number counts: its noun, what is done to it, whose it is and by what it is counted."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.extract.numerals import either, pairs
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Doc, Token

_INNER = frozenset({"ADJ", "NOUN", "PROPN"})
_AUXILIARY = frozenset({"be", "have", "get", "will", "would", "could", "may", "might"})
PEOPLE = "people"
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: head token (None when no noun is said), and its words at characters `[start, end)`."""

    head: Token | None
    start: int
    end: int
    what: str
    unit: str
    state: str = ""


@cache
def states(heading: str) -> dict[str, str]:
    """Lemma to state for the entries "lemma state" of a heading ("shoot down shot down" has a particle verb)."""
    cut = 2 if heading == "particles" else 1
    split = ((e.split(" ")) for e in load("counted")[heading])
    return {" ".join(w[: _particle(w, cut)]): " ".join(w[_particle(w, cut) :]) for w in split}


def _particle(entry: list[str], cut: int) -> int:
    return 2 if cut == 2 or (entry[0] == "set" and entry[1] == "free") else 1


def noun_after(doc: Doc, index: int, *, of: bool) -> Counted | None:
    """The noun phrase that begins at token `index`; with `of`, one that may be joined by "of" and articles."""
    start = index
    if start < len(doc) and doc[start].lower_ == "of" and of:
        start += 1
        while start < len(doc) and (doc[start].pos_ in ("DET", "PRON", "NUM") or doc[start].dep_ in ("poss", "case")):
            if doc[start].pos_ == "PRON" and doc[start].dep_ not in ("poss", "det"):
                return None
            start += 1
    elif of and start < len(doc) and doc[start].pos_ in ("DET", "PRON") and doc[start].lower_ != "which":
        start += 1
    head: Token | None = None
    position = start
    while position < len(doc) and position < start + _LONGEST and _inside(doc[position], head, start):
        if doc[position].pos_ in ("NOUN", "PROPN"):
            head = doc[position]
        position += 1
    if head is None or head.lower_ in words("counted", "empty") - {"week", "month", "year"}:
        return None
    first, last = doc[start], head
    what = doc.text[first.idx : last.idx + len(last.text)].strip("- ")
    return Counted(head, first.idx, last.idx + len(last.text), what, head.lemma_.lower())


def _inside(token: Token, head: Token | None, start: int) -> bool:
    """Whether the noun phrase goes on with this token."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i else None
    joined = following is not None and (
        (following.text == "-" and not token.whitespace_)
        or (before is not None and before.text == "-" and not before.whitespace_)
    )
    if _ends(token, head, start, joined=joined):
        return False
    apart = token.text == "-" and (token.whitespace_ or (before is not None and before.whitespace_))
    if not apart and (token.pos_ in _INNER or token.tag_ in ("VBN", "VBG") or joined or token.text == "-"):
        return True
    if following is None:
        return False
    if token.lower_ in ("and", "or", ","):
        return head is None and token.i > start and following.pos_ == token.nbor(-1).pos_ == "ADJ"
    if token.tag_ == "POS":
        return following.pos_ in _INNER
    return token.pos_ == "ADV" and head is None and following.pos_ in ("ADJ", "VERB")


def _ends(token: Token, head: Token | None, start: int, *, joined: bool) -> bool:
    """Whether the noun phrase is over here: by a sentence, a number, a day, or a verb or name after its noun."""
    if (token.is_sent_start and token.i > start) or token.lower_ in pairs("numerals", "plural"):
        return True
    if token.ent_type_ in ("DATE", "TIME") and token.lower_ in words("counted", "empty"):
        return True
    if head is None:
        return False
    if token.tag_ in ("VBN", "VBD", "VBG") and not joined and token.dep_ not in ("amod", "compound"):
        return True
    return head.lower_ == "times" or (head.tag_ == "NNS" and token.pos_ in ("PROPN", "ADJ") and not joined)


def without_noun(doc: Doc, index: int) -> Counted | None:
    """What a number counts when a participle or verb follows it at once: "five killed", "12 were wounded"."""
    position, casualties = index, states("casualties")
    while position < len(doc) and doc[position].lemma_ in _AUXILIARY | {"also", "more", "other"}:
        position += 1
    if position >= len(doc) or position > index + 3:
        return None
    token = doc[position]
    state = casualties.get(token.lower_, "") or (
        states("verbs").get(token.lemma_.lower(), "") if position > index else ""
    )
    if token.lower_ not in casualties and token.lemma_ not in ("die", "kill", "wound", "injure", "hospitalize"):
        return None
    end = doc[index - 1].idx + len(doc[index - 1].text)
    return Counted(None, end, end, PEOPLE, PEOPLE, state or "killed")


def state_of(head: Token, *, part: bool = False) -> str:
    """What is done to the counted thing where the verb or noun that governs it decides what is counted, or "".

    With `part` a part is counted ("three of the hostages held there"): what is done to the whole says nothing of it.
    """
    for child in () if part else head.children:
        passive = child.tag_ == "VBN" and (child.dep_ == "acl" or any(c.dep_ == "auxpass" for c in child.children))
        if child.dep_ in ("acl", "relcl") and passive and (state := _verb_state(child)):
            return state
    token, steps = _whole(head), 0
    while token.dep_ in ("conj", "appos", "nmod") and token.head != token and steps < _LONGEST:
        token, steps = token.head, steps + 1
    if token.dep_ in ("nsubjpass", "dobj", "nsubj", "attr"):
        verb = token.head
        # The subject of an active verb is not what the verb is done to, except with verbs of dying and breaking.
        if token.dep_ == "nsubj" and verb.lemma_ not in ("die", "collapse", "derail", "flee", "crash", "burn", "sink"):
            return ""
        return _verb_state(verb)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        return states("nouns").get(token.head.head.lemma_.lower(), "")
    return ""


def _whole(head: Token) -> Token:
    """The word that stands for the phrase in its clause: "hundreds" for "hundreds of people", "%" for "30% of land"."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        of = head.head.head
        if of.lower_ in pairs("numerals", "plural") or of.pos_ == "NUM" or of.lower_ in _SHARES or of.like_num:
            return of
    return head


_SHARES = frozenset({"%", "percent", "cent", "half", "third", "thirds", "quarter", "quarters", "handful", "couple"})


def _verb_state(verb: Token) -> str:
    """The state by the verb and those joined to it by "or": "destroyed or damaged"."""
    either_or = [verb, *(c for c in verb.conjuncts if c.pos_ == "VERB")]
    joined = any(c.lower_ == "or" for v in either_or for c in v.children if c.dep_ == "cc")
    found = [_one_state(v) for v in sorted(either_or, key=lambda v: v.i)] if joined else [_one_state(verb)]
    return " or ".join(dict.fromkeys(state for state in found if state))


def _one_state(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    particle = next(
        (c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("down", "up", "over", "back")),
        "",
    )
    return states("particles").get(f"{lemma} {particle}") or states("verbs").get(lemma, "")


@cache
def _per() -> re.Pattern[str]:
    units = either(load("counted")["per"])
    return re.compile(
        rf",?[\s-]?(?:(?:per|an?|for every|for each|every|each)[ -](?P<unit>{units})\b"
        r"|/(?P<slash>day|week|month|year|hour|h|min|s)\b"
        r"|(?:from|on|for|by) (?:each|either) (?:side|party|camp|army|country)\b"
        r"|(?P<each>each|apiece)\b(?=[.,;]| (?:by|in|on|from|to|and|at|under|as)\b|$))",
        re.IGNORECASE,
    )


_SLASHED = {"h": "hour", "min": "minute", "s": "second"}


def per_after(text: str, end: int) -> tuple[str, int]:
    """By what the number before character `end` is counted ("side", "day") and where those words end."""
    found = _per().match(text, end)
    if not found:
        return "", end
    unit = (found["unit"] or _SLASHED.get(found["slash"] or "", found["slash"]) or "side").casefold()
    if found.group().strip().casefold().startswith(("a ", "an ")) and re.match(
        r" (?:ago|after|before|later|earlier|and a)", text[found.end() :]
    ):
        return "", end
    return unit, found.end()


def noun_at(doc: Doc, end: int, *, of: bool = False) -> Counted | None:
    """The noun phrase that begins at or after character `end`, past a hyphen, "long" and "old"."""
    index = doc.index_after(end)
    while index < len(doc) and doc[index].lower_ in ("-", "long", "old", "olds"):
        index += 1
    return noun_after(doc, index, of=of)
