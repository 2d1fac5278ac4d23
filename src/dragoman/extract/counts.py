"""Numbers of things: what each counts, by its noun, its deed or the text before, and what only looks like a count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.changes import moves_by
from dragoman.extract.counted import Counted, noun_after, per_after, state_of, states, without_noun
from dragoman.extract.drafts import Draft
from dragoman.extract.hedges import hedged
from dragoman.extract.measures import unit_noun
from dragoman.extract.numerals import Kind, Numeral
from dragoman.extract.unsaid import measured_before, unsaid
from dragoman.model.quantity import Hedge, Measure
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those),? $")
_WHICH_OF = re.compile(r" of (?:which|whom|them|these|those)\b")
_AGES = re.compile(
    r"\b(?:age[ds]?(?: of| between| from)?(?: \d+ (?:and|to))?|(?:as (?:young|old) as|died at|(?:young|old)er than)) $",
    re.IGNORECASE,
)
_OF_THE = re.compile(r" of (?:the|its|his|her|their|our|those|these|all|that|this|them)\b")
_IN_ALL = re.compile(r"\b(?:an average|a total|a record|a maximum|a minimum|a combined) of $", re.IGNORECASE)
_PAIR = 2
_LARGE = 10_000
_OLDEST = 120


def count(docs: Sequence[Doc], numeral: Numeral, earlier: list[Draft]) -> Draft | None:
    """A number of things; None where nothing that is counted can be told."""
    doc = docs[-1]
    text, index = doc.text, doc.index_after(numeral.end)
    of = numeral.kind is Kind.VAGUE or bool(_OF_THE.match(text, numeral.end)) or text.startswith(" of ", numeral.end)
    scope = "of which" if _OF_WHICH.search(text[: numeral.start]) or _WHICH_OF.match(text, numeral.end) else ""
    counted = None if scope else _noun(doc, numeral, index, of=of)
    if counted is not None and _says_nothing(doc, numeral, counted):
        return None
    if counted is None:
        if alike := measured_before(doc, numeral, earlier):
            return Draft(numeral, numeral.start, numeral.end, alike.measure, alike.unit, alike.counted)
        if _AGES.search(text[: numeral.start]):
            return Draft(numeral, numeral.start, numeral.end, Measure.AGE, "year")
        counted = unsaid(docs, numeral, earlier, scope)
    hedge, start, end = hedged(doc, numeral.start, numeral.end, counted.head if counted else None)
    if counted is None:
        return _bare(doc, numeral, hedge, start, end)
    if counted.end > end and counted.start >= numeral.end:
        after, _, end = hedged(doc, counted.end, counted.end, None)
        hedge = hedge if hedge is not Hedge.EXACT else after
    per, end = per_after(text, end)
    inherits = scope or counted.start < numeral.end
    token = doc.at(numeral.end - 1) if inherits else counted.head
    state = counted.state or (state_of(token, part=bool(_OF_THE.match(text, numeral.end))) if token is not None else "")
    if not state and counted.end < len(text):
        state = _state_after(doc, counted)
    if counted.unit == "other" and state in states("casualties").values():
        counted = replace(counted, what="people", unit="people")
    scope = ", ".join(part for part in (scope, state) if part)
    measure, unit = unit_noun(counted.unit) or (Measure.COUNT, counted.unit)
    return Draft(numeral, start, end, measure, unit, counted, hedge, scope, per, moves_by(doc, start))


def _noun(doc: Doc, numeral: Numeral, index: int, *, of: bool) -> Counted | None:
    """The noun after the number; in "a 12-page report" and "four- and six-wheel trucks" the noun that is counted."""
    if shared := _SUSPENDED.match(doc.text, numeral.end):
        index = doc.index_after(shared.end())
        inner = _inner(doc, index)
        return replace(inner, start=numeral.end, end=numeral.end) if inner else None
    counted = noun_after(doc, _past_words(doc, index), of=of) or without_noun(doc, index)
    if counted is None or counted.head is None or numeral.value == 1 or numeral.kind is Kind.VAGUE:
        return counted
    joined = index < len(doc) and doc[index].text == "-"
    first = index + joined
    if first < counted.head.i and (joined or _is_one(counted.head, first)):
        return _inner(doc, first) or counted
    return counted


def _is_one(head: Token, first: int) -> bool:
    """Whether the whole phrase is of one thing: "a 12 page report"."""
    articles = (c for c in head.children if c.dep_ == "det" and c.i < first)
    return head.tag_ == "NN" and any(c.lower_ in ("a", "an", "this", "that", "each", "every") for c in articles)


def _inner(doc: Doc, index: int) -> Counted | None:
    """The singular noun at a token, counted by the number joined to it."""
    noun = doc[index] if index < len(doc) else None
    if noun is None or noun.tag_ != "NN":
        return None
    return Counted(noun, noun.idx, noun.idx + len(noun), noun.text, noun.lemma_.lower())


_TO_NEXT = r"(?:,? (?:and|or|to) |, )"
_SUSPENDED = re.compile(rf"-(?={_TO_NEXT})(?:{_TO_NEXT}\w+-(?={_TO_NEXT}))*{_TO_NEXT}\w+-")


def _says_nothing(doc: Doc, numeral: Numeral, counted: Counted) -> bool:
    """Whether it only points back ("the two leaders") or is a way to say no or none ("zero impact")."""
    if (numeral.value or 0) < 0 or (numeral.value == 0 and counted.head is not None and counted.head.tag_ != "NNS"):
        return True
    back = re.search(r"\b(?:the|these|those|both|its|their|all) $", doc.text[: numeral.start], re.IGNORECASE)
    return numeral.value == _PAIR and back is not None and counted.unit in words("counted", "anaphoric")


def _state_after(doc: Doc, counted: Counted) -> str:
    """The state that a bare participle right after the noun gives: "seven people killed", "leaving ten people dead"."""
    index = doc.index_after(counted.end)
    return states("casualties").get(doc[index].lower_, "") if index < len(doc) and counted.head is not None else ""


def _bare(doc: Doc, numeral: Numeral, hedge: Hedge, start: int, end: int) -> Draft | None:
    """A number with nothing counted in sight: kept only where its form shows that it counts."""
    words_of = doc.text[numeral.start : numeral.end]
    if numeral.kind is Kind.VAGUE and not doc.text.startswith(" of", numeral.end) and words_of[0].islower():
        return Draft(numeral, start, end, Measure.COUNT, "", None, hedge)
    if doc.text[start : numeral.start].casefold() in ("under ", "over ") and (numeral.value or 0) < _OLDEST:
        return None
    moved = moves_by(doc, start)
    if numeral.figures and (moved or _IN_ALL.search(doc.text[:start])):
        return Draft(numeral, start, end, Measure.COUNT, "", None, hedge, change=moved)
    telling = "," in words_of or "." in words_of or (numeral.value or 0) >= _LARGE or numeral.kind is Kind.RANGE
    if (telling and numeral.figures) or (hedge not in (Hedge.EXACT, Hedge.ABOUT) and numeral.figures):
        return Draft(numeral, start, end, Measure.COUNT, "", None, hedge)
    return None


def _past_words(doc: Doc, index: int) -> int:
    """Past "more", "other", "or more" and a hyphen between number and noun."""
    while index < len(doc) and (
        doc[index].lower_ in ("more", "other", "additional", "-", "+", "odd", "plus") or _or_more(doc, index)
    ):
        index += 1
    return index


def _or_more(doc: Doc, index: int) -> bool:
    return doc[index].lower_ == "or" and index + 1 < len(doc) and doc[index + 1].lower_ in ("more", "so")
