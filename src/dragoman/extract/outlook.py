"""Whether the clause around a time speaks of what is past or of what is still to come."""

from datetime import date

from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_DEPTH = 6
# Days within which a date without a year is sooner one to come than one of almost a year ago.
_SOON, _COMING = 45, 122
_LIMITS = frozenset({"until", "till", "by"})


def looks_ahead(doc: Doc, start: int) -> bool:
    """Whether the clause speaks of what is still to come, or the time is said to be a limit."""
    token = doc.at(start)
    if token is not None and _is_limit(token):
        verb, set_for = _governor(doc, start)
        # "By Monday the fire was out", "by Monday twelve had died": reached, and not to come.
        reached = verb is not None and verb.lemma_ == "be" and verb.tag_ == "VBD" and not _verb_looks_ahead(verb)
        told_before = any(t.lower_ == "had" and t.pos_ in ("VERB", "AUX") for t in token.sent)
        return set_for or not (told_before or reached)
    verb, set_for = _governor(doc, start)
    if set_for:
        return True
    return verb is not None and _verb_looks_ahead(verb)


def is_next(doc: Doc, start: int, coming: Interval, today: date | None) -> bool:
    """Whether a time without a year is the next such one: the clause looks ahead, or it is far nearer than the last.

    `today` is the day of the report, None where it is not known to a few days.
    """
    if looks_ahead(doc, start):
        return True
    if today is None or coming.start is None:
        return False
    wait = (date.fromisoformat(coming.start) - today).days
    soon = coming.precision is Precision.DAY and wait < _SOON
    return 0 < wait < _COMING and (soon or not _looks_back(doc, start))


def _looks_back(doc: Doc, start: int) -> bool:
    """Whether the clause is told in a past tense."""
    verb, set_for = _governor(doc, start)
    if set_for or verb is None or _verb_looks_ahead(verb):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helpers):
        return True
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helpers)


def _governor(doc: Doc, start: int) -> tuple[Token | None, bool]:
    """The verb above a time, and whether a word on the way says that it is set for then ("the planned talks")."""
    verb, steps = doc.at(start), 0
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.head != verb and steps < _DEPTH:
        set_for = words("calendar", "set_for")
        if verb.lemma_.lower() in set_for or any(c.lower_ in set_for or c.lower_ == "due" for c in verb.children):
            return None, True
        verb, steps = verb.head, steps + 1
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None, False
    # "They agreed to stop firing on Friday": the verb above says when.
    while verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb, False


def _is_limit(token: Token) -> bool:
    """Whether "by", "until" or "no later than" stands right before a time."""
    at = token.i - 1
    if at >= 0 and token.nbor(-1).lower_ == "the":
        at -= 1
    return at >= 0 and (
        token.doc[at].lower_ in _LIMITS
        or (at > 0 and token.doc[at].lower_ == "than" and token.doc[at - 1].lower_ == "later")
    )


def _verb_looks_ahead(verb: Token) -> bool:
    modals = words("calendar", "modals")
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lemma_.lower() in ("have",) for c in helpers):
        return False
    if any(c.lower_ in modals and c.lower_ != "to" for c in helpers):
        return True
    ahead = words("calendar", "ahead")
    if any(c.lower_ == "to" for c in helpers):
        # "agreed to meet on Thursday" and the headline "X to meet on Thursday" look ahead; "met to discuss" does not.
        if any(c.lemma_ == "have" for c in verb.head.children if c.dep_ == "aux"):
            return False
        return verb.dep_ in ("ROOT", "acl", "relcl") or verb.head.lemma_.lower() in ahead or verb.head.lemma_ == "be"
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in words("calendar", "timetable"):
        return True
    planned = verb.lemma_.lower() in words("calendar", "planning") and verb.tag_ in ("VBN", "VBG")
    adjective = verb.lemma_ == "be" and any(c.lower_ in words("calendar", "due") for c in verb.children)
    progressive = verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in helpers)
    return planned or adjective or progressive
