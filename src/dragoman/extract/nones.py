"""Nothing counted: "no one was killed", "no pilgrims were hurt", "without casualties", "none came back"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.antecedents import antecedent
from dragoman.extract.counted import PEOPLE, Counted, noun_after, state_of, states
from dragoman.extract.drafts import Draft
from dragoman.extract.numerals import Kind, Numeral
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_NOBODY = re.compile(r"\b(?:no[ -]one|nobody)\b", re.IGNORECASE)
_NONE = re.compile(
    r"(?<!\bbar )\b(?:none|not one(?= of\b))\b(?! (?:other|too|the)\b)(?P<of> of (?:the|its|their|these|those|them))?",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not (?:a single|one|a)|without(?: any| a| a single)?)(?= [a-z])", re.IGNORECASE)
_LOSS = re.compile(r"\b(?:without|no) (?:any )?loss of (?:civilian |human )?life\b", re.IGNORECASE)


def nones(docs: Sequence[Doc], earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Each zero that the last paragraph gives in words, as a count of 0 of what did not happen."""
    doc = docs[-1]
    for match in _LOSS.finditer(doc.text):
        yield _zero(match.start(), match.end(), Counted(None, match.end(), match.end(), "lives", PEOPLE, "killed"))
    for match in _NOBODY.finditer(doc.text):
        last = doc.at(match.end() - 1)
        if last is not None and (state := _harm(last)):
            yield _zero(match.start(), match.end(), Counted(None, match.end(), match.end(), PEOPLE, PEOPLE, state))
    for match in _NONE.finditer(doc.text):
        if counted := _none(docs, match, earlier):
            yield _zero(match.start(), max(match.end(), counted.end), counted)
    for match in _NO.finditer(doc.text):
        if not _LOSS.match(doc.text, match.start()) and (counted := _no(doc, match)):
            yield _zero(match.start(), counted.end, counted)


def _none(docs: Sequence[Doc], match: re.Match[str], earlier: Sequence[Draft]) -> Counted | None:
    doc = docs[-1]
    token = doc.at((match.start("of") if match["of"] else match.end()) - 1)
    if token is None or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    if match["of"]:
        index = doc.index_after(match.end())
        numbered = index < len(doc) and doc[index].like_num
        if named := noun_after(doc, index + numbered, of=False):
            return replace(named, end=match.end()) if numbered else named
    if state := _harm(token):
        return Counted(None, match.end(), match.end(), PEOPLE, PEOPLE, state)
    last = next((d.counted for d in reversed(earlier) if d.end <= match.start() and _in_row(d)), None)
    noun = antecedent(docs, token.i)
    if last and (noun is None or noun.doc is not doc or noun.sent != token.sent):
        return Counted(None, match.end(), match.end(), last.what, last.unit)
    return Counted(None, match.end(), match.end(), noun.text, noun.lemma_.lower()) if noun is not None else None


def _in_row(draft: Draft) -> bool:
    return draft.measure in (Measure.ORDINAL, Measure.COUNT) and draft.counted is not None


def _no(doc: Doc, match: re.Match[str]) -> Counted | None:
    """The noun of "no X" where X is a harm, or people or things that a deed of the field spared."""
    counted = noun_after(doc, doc.index_after(match.end()), of=False)
    if counted is None or counted.head is None:
        return None
    lemma, head = counted.head.lemma_.lower(), counted.head
    if lemma in words("counted", "harms") or head.lower_ == "lives":
        return counted
    if doc.text[counted.end :].lstrip(", ").startswith("but "):
        return None
    single = match.group().casefold() in ("not a single", "not one")
    if single and head.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return counted
    if not match.group().casefold().startswith("no") or match.group().casefold() == "not a":
        return None
    state = state_of(head)
    plural = head.tag_ == "NNS" or lemma in words("counted", "persons")
    return counted if plural and state in words("counted", "harmed") else None


def _harm(token: Token) -> str:
    """The harm that the verb says was done to nobody, or ""."""
    state = state_of(token)
    if not state and token.dep_ in ("nsubj", "attr") and token.head.lemma_ == "be":
        adjective = next((c.lower_ for c in token.head.children if c.dep_ in ("acomp", "attr")), "")
        state = states("casualties").get(adjective, "")
    return state if state in states("casualties").values() else ""


def _zero(start: int, end: int, counted: Counted) -> Draft:
    numeral = Numeral(start, end, Kind.POINT, 0.0, 0.0, 0.0)
    state = counted.state or (state_of(counted.head) if counted.head is not None else "")
    return Draft(numeral, start, end, Measure.COUNT, counted.unit, counted, scope=state)
