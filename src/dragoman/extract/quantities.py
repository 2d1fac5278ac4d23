"""Every count, share, length, age, gap, ordinal, distance and amount of money that a report gives."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.extract.ages import ages
from dragoman.extract.counted import Counted, noun_after, per_after, state_of, states, without_noun
from dragoman.extract.drafts import Draft
from dragoman.extract.found import Extractor, Found
from dragoman.extract.hedges import amount, hedge_after, hedge_before
from dragoman.extract.lengths import (
    GAP,
    article_lengths,
    change,
    index_after,
    suspended_unit,
    token_at,
    what_lasts,
    whole_lengths,
)
from dragoman.extract.measures import Unit, money_before, unit_after, unit_noun
from dragoman.extract.nones import nones
from dragoman.extract.numerals import Kind, Numeral, numerals
from dragoman.extract.occasions import occasions
from dragoman.extract.ordinals import ordinals
from dragoman.extract.passed_over import blocked, lone_years, names_something, passed_over
from dragoman.extract.reference import owners_at
from dragoman.extract.singles import singles
from dragoman.extract.unsaid import measured_before, unsaid
from dragoman.model.ids import content_id
from dragoman.model.quantity import Hedge, Measure, Quantity
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_OLD = re.compile(r"(?:s?[- ])olds?\b|s? of age\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those),? $")
_WHICH_OF = re.compile(r" of (?:which|whom|them|these|those)\b")
_AGES = re.compile(
    r"\b(?:age[ds]?(?: of| between| from)?(?: \d+ (?:and|to))?|(?:as (?:young|old) as|died at|(?:young|old)er than)) $",
    re.IGNORECASE,
)
_OF_THE = re.compile(r" of (?:the|its|his|her|their|our|those|these|all|that|this|them)\b")


def run(page: Page, found: Found) -> tuple[Quantity, ...]:
    """All quantities of a report, in order of the text."""
    docs = [paragraph.doc for paragraph in page.paragraphs]
    return tuple(
        _finish(page, found, paragraph, draft)
        for index, paragraph in enumerate(page.paragraphs)
        for draft in _drafts(docs[max(0, index - _BACK) : index + 1])
    )


_BACK = 2
"""Paragraphs back to which a bare number may point."""


def _drafts(docs: Sequence[Doc]) -> list[Draft]:
    """The readings of the last paragraph, in order."""
    doc = docs[-1]
    drafts = [_aged(doc, *age) for age in ages(doc)]
    ranges = (*passed_over(doc), *((d.start, d.end) for d in drafts))
    articles = {numeral.start: (numeral, unit) for numeral, unit in article_lengths(doc.text)}
    plain = numerals(doc.text, (*ranges, *((n.start, unit.end) for n, unit in articles.values())))
    kept = [n for n in lone_years(doc, plain) if not names_something(doc, n)]
    kept += [n for n, _ in articles.values() if not blocked(ranges, n)]
    read: list[Draft] = []
    for numeral in sorted(kept, key=lambda n: n.start):
        unit = articles[numeral.start][1] if numeral.start in articles else _unit_of(doc.text, numeral)
        draft = _measured(doc, numeral, unit) if unit else _count(docs, numeral, read)
        if draft:
            read.append(draft)
    drafts += whole_lengths(doc.text, read)
    _add(drafts, ranges, (_ordinal(*one) for one in ordinals(doc)))
    _add(drafts, ranges, (_single(*one) for one in singles(doc)))
    _add(drafts, ranges, occasions(doc))
    _add(drafts, (), nones(docs, sorted(drafts, key=lambda d: d.start)))
    return sorted(drafts, key=lambda d: d.start)


def _add(drafts: list[Draft], ranges: tuple[tuple[int, int], ...], more: Iterable[Draft]) -> None:
    """Add those readings whose numbers touch neither a range nor a reading made before."""
    for draft in more:
        if not blocked((*ranges, *((d.numeral.start, d.end) for d in drafts)), draft.numeral):
            drafts.append(draft)


def _aged(doc: Doc, numeral: Numeral, start: int, counted: Counted) -> Draft:
    hedge, begin, end = _hedged(doc, start, numeral.end, None)
    return Draft(numeral, begin, end, Measure.AGE, "year", counted, hedge)


def _ordinal(numeral: Numeral, counted: Counted) -> Draft:
    return Draft(numeral, numeral.start, counted.end, Measure.ORDINAL, "ordinal", counted)


def _single(numeral: Numeral, counted: Counted) -> Draft:
    return Draft(numeral, numeral.start, counted.end, Measure.COUNT, counted.unit, counted, scope=counted.state)


def _unit_of(text: str, numeral: Numeral) -> Unit | None:
    if numeral.kind is Kind.SHARE:
        return Unit(numeral.end, numeral.end, Measure.SHARE, "percent")
    if suspended := suspended_unit(text, numeral.end):
        return suspended
    money = money_before(text, numeral.start)
    if money:
        return money
    end = numeral.end + 3 if text.startswith(" of ", numeral.end) and numeral.kind is Kind.VAGUE else numeral.end
    return unit_after(text, end, figures=numeral.figures)


def _measured(doc: Doc, numeral: Numeral, unit: Unit) -> Draft | None:
    """A quantity in a unit: a length, share, distance or sum."""
    text, end = doc.text, max(numeral.end, unit.end)
    measure, name = unit.measure, unit.name
    counted: Counted | None = None
    scope = ""
    if measure is Measure.DURATION and (age := _OLD.match(text, end)):
        measure, end = Measure.AGE, age.end()
        counted = _noun_at(doc, end)
    elif measure is Measure.DURATION and (gap := GAP.match(text, end)):
        measure, scope = Measure.GAP, gap.group().split()[-1]
    elif unit.adjectival:
        counted = _noun_at(doc, end)
    elif measure is Measure.SHARE or text.startswith(" of ", end):
        counted = _noun_at(doc, end, of=True) if text.startswith((" of", " the", " its"), end) else None
    elif measure is Measure.DURATION:
        counted = what_lasts(doc, unit)
    elif measure is Measure.MONEY and (given := _IN_KIND.match(text, end)):
        counted = _in_kind(doc, given.end())
    start = min(numeral.start, unit.start)
    anchor = token_at(doc, unit.start if unit.end > unit.start else numeral.start)
    hedge, start, end = _hedged(doc, start, end, anchor)
    if hedge is Hedge.EXACT and measure in _LIMITED and (within := _WITHIN.search(text[:start])):
        hedge, start = Hedge.AT_MOST, within.start()
    per, end = per_after(text, end) if measure is not Measure.GAP else ("", end)
    if counted and counted.end > end and (unit.adjectival or measure is Measure.AGE or counted.start - end <= _REACH):
        end = counted.end
    state = state_of(counted.head) if counted and counted.head is not None and measure is Measure.SHARE else ""
    return Draft(numeral, start, end, measure, name, counted, hedge, scope or state, per, change(doc, start, anchor))


_REACH = 40
_IN_KIND = re.compile(r"(?: worth)?(?: in| of) ")
_WITHIN = re.compile(r"\bwithin (?:the (?:next|first|coming) |just |only )?$", re.IGNORECASE)
_LIMITED = (Measure.DURATION, Measure.DISTANCE)


def _in_kind(doc: Doc, end: int) -> Counted | None:
    """What a sum is given in: "$12m in seed grain", "€2bn worth of rails"; not where or when."""
    counted = _noun_at(doc, end)
    head = counted.head if counted else None
    return counted if head is not None and head.pos_ == "NOUN" and not head.ent_type_ and head.tag_ != "NNP" else None


def _count(docs: Sequence[Doc], numeral: Numeral, earlier: list[Draft]) -> Draft | None:
    """A number of things; None where nothing that is counted can be told."""
    doc = docs[-1]
    text, index = doc.text, index_after(doc, numeral.end)
    of = numeral.kind is Kind.VAGUE or bool(_OF_THE.match(text, numeral.end)) or text.startswith(" of ", numeral.end)
    scope = "of which" if _OF_WHICH.search(text[: numeral.start]) or _WHICH_OF.match(text, numeral.end) else ""
    counted = None if scope else noun_after(doc, _past_words(doc, index), of=of) or without_noun(doc, index)
    if counted is not None and _says_nothing(doc, numeral, counted):
        return None
    if counted is None:
        if alike := measured_before(doc, numeral, earlier):
            return Draft(numeral, numeral.start, numeral.end, alike.measure, alike.unit, alike.counted)
        if _AGES.search(text[: numeral.start]):
            return Draft(numeral, numeral.start, numeral.end, Measure.AGE, "year")
        counted = unsaid(docs, numeral, earlier, scope)
    hedge, start, end = _hedged(doc, numeral.start, numeral.end, counted.head if counted else None)
    if counted is None:
        return _bare(doc, numeral, hedge, start, end)
    if counted.end > end and counted.start >= numeral.end:
        after, _, end = _hedged(doc, counted.end, counted.end, None)
        hedge = hedge if hedge is not Hedge.EXACT else after
    per, end = per_after(text, end)
    inherits = scope or counted.start < numeral.end
    token = token_at(doc, numeral.end - 1) if inherits else counted.head
    state = counted.state or (state_of(token, part=bool(_OF_THE.match(text, numeral.end))) if token is not None else "")
    if not state and counted.end < len(text):
        state = _state_after(doc, counted)
    if counted.unit == "other" and state in states("casualties").values():
        counted = replace(counted, what="people", unit="people")
    scope = ", ".join(part for part in (scope, state) if part)
    measure, unit = unit_noun(counted.unit) or (Measure.COUNT, counted.unit)
    return Draft(numeral, start, end, measure, unit, counted, hedge, scope, per)


def _says_nothing(doc: Doc, numeral: Numeral, counted: Counted) -> bool:
    """Whether it only points back ("the two leaders") or is a way to say no or none ("zero impact")."""
    if numeral.value == 0 and counted.head is not None and counted.head.tag_ != "NNS":
        return True
    back = re.search(r"\b(?:the|these|those|both|its|their|all) $", doc.text[: numeral.start], re.IGNORECASE)
    return numeral.value == _PAIR and back is not None and counted.unit in words("counted", "anaphoric")


_PAIR = 2


def _state_after(doc: Doc, counted: Counted) -> str:
    """The state that a bare participle right after the noun gives: "seven people killed", "leaving ten people dead"."""
    index = index_after(doc, counted.end)
    return states("casualties").get(doc[index].lower_, "") if index < len(doc) and counted.head is not None else ""


def _bare(doc: Doc, numeral: Numeral, hedge: Hedge, start: int, end: int) -> Draft | None:
    """A number with nothing counted in sight: kept only where its form shows that it counts."""
    words_of = doc.text[numeral.start : numeral.end]
    if numeral.kind is Kind.VAGUE and not doc.text.startswith(" of", numeral.end) and words_of[0].islower():
        return Draft(numeral, start, end, Measure.COUNT, "", None, hedge)
    if doc.text[start : numeral.start].casefold() in ("under ", "over ") and (numeral.value or 0) < _OLDEST:
        return None
    telling = "," in words_of or "." in words_of or (numeral.value or 0) >= _LARGE or numeral.kind is Kind.RANGE
    if (telling and numeral.figures) or (hedge not in (Hedge.EXACT, Hedge.ABOUT) and numeral.figures):
        return Draft(numeral, start, end, Measure.COUNT, "", None, hedge)
    return None


_LARGE = 10_000
_OLDEST = 120


def _hedged(doc: Doc, start: int, end: int, noun: Token | None) -> tuple[Hedge, int, int]:
    """The hedge on either side of `[start, end)`, and the range with its words."""
    opener = re.search(r"\bbetween $", doc.text[:start], re.IGNORECASE)
    if opener:
        return Hedge.EXACT, opener.start(), end
    before, start = hedge_before(doc, start, noun)
    after, end = hedge_after(doc.text, end) if before is Hedge.EXACT else (before, end)
    return after, start, end


def _past_words(doc: Doc, index: int) -> int:
    """Past "more", "other", "or more" and a hyphen between number and noun."""
    while index < len(doc) and (
        doc[index].lower_ in ("more", "other", "additional", "-", "+", "odd", "plus") or _or_more(doc, index)
    ):
        index += 1
    return index


def _or_more(doc: Doc, index: int) -> bool:
    return doc[index].lower_ == "or" and index + 1 < len(doc) and doc[index + 1].lower_ in ("more", "so")


def _noun_at(doc: Doc, end: int, *, of: bool = False) -> Counted | None:
    index = index_after(doc, end)
    while index < len(doc) and doc[index].lower_ in ("-", "long", "old", "olds"):
        index += 1
    return noun_after(doc, index, of=of)


def _finish(page: Page, found: Found, paragraph: Paragraph, draft: Draft) -> Quantity:
    span = page.cut(paragraph.start + draft.start, paragraph.start + draft.end)
    counted = draft.counted
    head = counted.head if counted else None
    nation = page.gazetteer.world.by_demonym(head.text) if head is not None and head.tag_ == "NNPS" else None
    return Quantity(
        id=content_id("q", page.report.id, "quantity", span.start, span.end, draft.measure),
        span=span,
        amount=amount(draft.numeral, draft.hedge),
        measure=draft.measure,
        unit="people" if nation else draft.unit,
        what=counted.what if counted else "",
        head=page.words(paragraph, head) if head is not None else None,
        scope=draft.scope,
        side=_side(page, found, paragraph, head) if head is not None else "",
        per=draft.per,
        change=draft.change,
    )


def _side(page: Page, found: Found, paragraph: Paragraph, head: Token) -> str:
    """The party whose things are counted: the owner that the words name, or ""."""
    for owner in owners_at(page, found, paragraph, head):
        if owner.side:
            return owner.side
    for child in head.children:
        named = (
            page.gazetteer.actor(child.text)
            if child.pos_ in ("PROPN", "ADJ") and child.dep_ in ("poss", "amod", "compound")
            else None
        )
        if named and named[0].side:
            return named[0].side
    return ""


QUANTITIES = Extractor("quantities", "1", needs=("names",), yields="quantities", run=run)
