"""Numbers in a unit: lengths, shares, distances, sums, ages and gaps, with what they are of."""

import re

from dragoman.extract.changes import change
from dragoman.extract.counted import Counted, noun_at, per_after, state_of
from dragoman.extract.drafts import Draft
from dragoman.extract.hedges import hedged
from dragoman.extract.lengths import GAP, suspended_unit, what_lasts
from dragoman.extract.measures import Unit, money_before, unit_after
from dragoman.extract.numerals import Kind, Numeral
from dragoman.model.quantity import Hedge, Measure
from dragoman.text.parse import Doc

_OLD = re.compile(r"(?:s?[- ])olds?\b|s? of age\b", re.IGNORECASE)
_REACH = 40
_IN_KIND = re.compile(r"(?: worth)?(?: in| of) ")
_WITHIN = re.compile(r"\bwithin (?:the (?:next|first|coming) |just |only )?$", re.IGNORECASE)
_OF_A = re.compile(r" of an? (?=second|minute|mile|inch|per ?cent|percentage point|degree)")
_ONE_IN = re.compile(r"\w (?:in|out of|of) (?:every )?\w+$", re.IGNORECASE)
_SIGNS = "-−"
_LIMITED = (Measure.DURATION, Measure.DISTANCE)


def unit_of(text: str, numeral: Numeral) -> Unit | None:
    """The unit in which a number stands, or None where it counts things."""
    if numeral.kind is Kind.SHARE:
        return Unit(numeral.end, numeral.end, Measure.SHARE, "percent")
    if suspended := suspended_unit(text, numeral.end):
        return suspended
    money = money_before(text, numeral.start)
    if money:
        return money
    if numeral.figures and (part := _OF_A.match(text, numeral.end)):
        return unit_after(text, part.end() - 1, figures=True)
    end = numeral.end + 3 if text.startswith(" of ", numeral.end) and numeral.kind is Kind.VAGUE else numeral.end
    return unit_after(text, end, figures=numeral.figures)


def measured(doc: Doc, numeral: Numeral, unit: Unit) -> Draft | None:
    """A quantity in a unit: a length, share, distance or sum."""
    text, end = doc.text, max(numeral.end, unit.end)
    measure, name = unit.measure, unit.name
    counted: Counted | None = None
    scope = ""
    if measure is Measure.DURATION and (age := _OLD.match(text, end)):
        measure, end = Measure.AGE, age.end()
        counted = noun_at(doc, end)
    elif measure is Measure.DURATION and (gap := GAP.match(text, end)):
        measure, scope = Measure.GAP, gap.group().split()[-1]
    elif unit.adjectival or _ONE_IN.search(text[numeral.start : end]):
        counted = noun_at(doc, end)
    elif measure is Measure.SHARE or text.startswith(" of ", end):
        counted = noun_at(doc, end, of=True) if text.startswith((" of", " the", " its"), end) else None
    elif measure is Measure.DURATION:
        counted = what_lasts(doc, unit)
    elif measure is Measure.MONEY and (given := _IN_KIND.match(text, end)):
        counted = _in_kind(doc, given.end())
    start = min(numeral.start, unit.start)
    if (numeral.value or 0.0) < 0 and start and text[start - 1] in _SIGNS:
        start -= 1
    anchor = doc.at(unit.start if unit.end > unit.start else numeral.start)
    hedge, start, end = hedged(doc, start, end, anchor)
    if hedge is Hedge.EXACT and measure in _LIMITED and (within := _WITHIN.search(text[:start])):
        hedge, start = Hedge.AT_MOST, within.start()
    per, end = per_after(text, end) if measure is not Measure.GAP else ("", end)
    if counted and counted.end > end and (unit.adjectival or measure is Measure.AGE or counted.start - end <= _REACH):
        end = counted.end
    state = state_of(counted.head) if counted and counted.head is not None and measure is Measure.SHARE else ""
    return Draft(
        numeral,
        start,
        end,
        measure,
        name,
        counted,
        hedge,
        scope or state,
        per,
        _moved(doc, numeral, measure) or change(doc, start, anchor),
    )


def _in_kind(doc: Doc, end: int) -> Counted | None:
    """What a sum is given in: "$12m in seed grain", "€2bn worth of rails"; not where or when."""
    counted = noun_at(doc, end)
    head = counted.head if counted else None
    return counted if head is not None and head.pos_ == "NOUN" and not head.ent_type_ and head.tag_ != "NNP" else None


def _moved(doc: Doc, numeral: Numeral, measure: Measure) -> str:
    """The way that the sign of a share tells: "-1.3%", "+0.5 points"."""
    sign = doc.text[numeral.start]
    return {"+": "up", "-": "down", "−": "down"}.get(sign, "") if measure is Measure.SHARE else ""
