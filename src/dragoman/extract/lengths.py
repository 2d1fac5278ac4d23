"""Lengths said with an article ("took a year") or in several words, and what lasts so long."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dragoman.extract.counted import Counted
from dragoman.extract.drafts import Draft
from dragoman.extract.measures import Unit, time_units, unit_after, unit_called, unit_noun
from dragoman.extract.numerals import Kind, Numeral
from dragoman.model.quantity import Hedge, Measure
from dragoman.model.units import convert
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc

GAP = re.compile(r"(?: or (?:so|more))? (?:after|before|later|earlier|ago|prior to|ahead of|since|apart|from now)\b")


@cache
def _article_length() -> re.Pattern[str]:
    unit = time_units().replace("|night|", "|").replace("second|", "").removesuffix("s?")
    return re.compile(
        rf"(?<![\w-])(?P<half>half )?(?P<article>another|an?) "
        rf"(?P<full>full |whole |further |single )?(?P<unit>{unit})\b"
        r"(?P<more> and (?:an? )?(?:half|quarter)\b)?(?P<long>[- ]?long\b)?",
        re.IGNORECASE,
    )


def article_lengths(text: str) -> list[tuple[Numeral, Unit]]:
    """Where "a year" or "half an hour" measures a length: 1 and 0.5; not "twice a year" or "a day of shame"."""
    found = []
    for match in _article_length().finditer(text):
        before = re.search(r"(\w+)\s*$", text[: match.start()])
        word = before[1].casefold() if before else ""
        measuring = any(match[k] for k in ("half", "full", "more", "long")) or bool(GAP.match(text, match.end()))
        given = match["article"].casefold() == "another" or bool(_GIVEN.search(text[: match.start()]))
        measuring = measuring or given or (word == "in" and not _NO_SPAN.match(text, match.end()))
        takes = any(word in (v, f"{v}s", f"{v}ed", f"{v}ing") for v in words("counted", "lasting")) or word in (
            "took",
            "spent",
            "ran",
        )
        if word in ("times", "twice", "once") or word.isdigit() or not (measuring or takes):
            continue
        more = match["more"] or ""
        value = 0.5 if match["half"] else 1.0 + (0.5 if "half" in more else 0.25 if more else 0.0)
        numeral = Numeral(match.start(), match.end("article"), Kind.POINT, value, value, value)
        unit = Unit(match.start("unit"), match.end(), Measure.DURATION, match["unit"].casefold(), bool(match["long"]))
        found.append((numeral, unit))
    return found


_GIVEN = re.compile(
    r"\b(?:g[ai]ve|giving|given|allow(?:ed|s)?|need(?:s|ed)?|take|takes) (?:it|them|him|her|us|me|you) $"
)
_NO_SPAN = re.compile(r"['’]s\b| (?:of|when|where|that|which|like)\b|-")


def article_distances(text: str) -> list[tuple[Numeral, Unit]]:
    """Where "half a mile", "a mile and a half" or "a kilometre away" measures a distance."""
    found = []
    for match in _article_distance().finditer(text):
        if not (match["half"] or match["more"]) and match["way"] is None:
            continue
        name = unit_called(match["unit"])
        value = 0.5 if match["half"] else 1.5 if match["more"] else 1.0
        numeral = Numeral(match.start(), match.end("article"), Kind.POINT, value, value, value)
        end = match.end("more") if match["more"] else match.end("unit")
        found.append((numeral, Unit(match.start("unit"), end, Measure.DISTANCE, name)))
    return found


@cache
def _article_distance() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w-])(?P<half>half )?(?P<article>an?) (?P<unit>mile|kilomet(?:re|er)|met(?:re|er)|yard|foot|inch)\b"
        r"(?P<more> and (?:an? )?half\b)?"
        r"(?P<way>(?= (?:away|off|long|wide|high|deep|tall|thick|outside|inside|beyond|(?:north|south|east|west)\w*"
        r"|from (?:the|a|its|here|there)|to the (?:north|south|east|west))\b))?",
        re.IGNORECASE,
    )


def what_lasts(doc: Doc, unit: Unit) -> Counted | None:
    """The subject of a verb of lasting, or the noun that a length stands beside."""
    token = doc.at(unit.start)
    if token is None:
        return None
    governor = token.head
    if governor.lower_ in _FRACTIONS:
        governor = governor.head
    if _IN_THE_MAKING.match(doc.text, unit.end):
        earlier = reversed(doc[token.sent.start : token.i])
        before = next((t for t in earlier if t.pos_ == "NOUN" and t.lower_ not in _FRACTIONS), None)
        return (
            Counted(before, before.idx, before.idx, before.text, before.lemma_.lower()) if before is not None else None
        )
    if (
        governor.pos_ == "VERB"
        and token.dep_ in ("dobj", "npadvmod", "attr")
        and governor.lemma_ in words("hedges", "during_verbs")
    ):
        governor = next((c for c in governor.children if c.dep_ in ("nsubj", "nsubjpass")), governor)
        if governor.lower_ in ("which", "that") and governor.head.dep_ == "relcl":
            governor = governor.head.head
    elif token.dep_ == "pobj" or governor.i > token.i:
        return None
    if (
        governor.pos_ not in ("NOUN", "PROPN")
        or governor == token
        or governor.lower_ in _FRACTIONS
        or unit_noun(governor.lemma_.lower())
    ):
        return None
    return Counted(governor, governor.idx, governor.idx, governor.text, governor.lemma_.lower())


_FRACTIONS = frozenset({"half", "quarter", "third", "more", "number"})
_IN_THE_MAKING = re.compile(r" in (?:the )?(?:making|planning|preparation|works)\b")


def whole_lengths(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The readings with "three hours and 12 minutes" and "two years and a half" each as one length."""
    whole: list[Draft] = []
    for draft in drafts:
        last = whole[-1] if whole else None
        part = _part_of(text, last, draft) if last else None
        if last and part:
            sum_of = round((last.numeral.value or 0.0) + part, 6)
            numeral = replace(last.numeral, value=sum_of, low=sum_of, high=sum_of)
            whole[-1] = replace(last, numeral=numeral, end=draft.end)
        else:
            whole.append(draft)
    return whole


def _part_of(text: str, last: Draft, draft: Draft) -> float | None:
    """How much of the last reading's unit a length right after it adds; None if it does not go on with it."""
    if last.measure is not Measure.DURATION or not re.fullmatch(r",? (?:and )?", text[last.end : draft.start]):
        return None
    if last.numeral.value is None or draft.numeral.value is None or draft.hedge is not Hedge.EXACT:
        return None
    if draft.measure is Measure.SHARE and text[draft.start : draft.end].casefold() in ("a half", "a quarter"):
        return draft.numeral.value / 100
    (size, base), (whole, other) = convert(1.0, draft.unit), convert(1.0, last.unit)
    finer = draft.measure in (Measure.DURATION, Measure.GAP) and base == other and size < whole
    return round(draft.numeral.value * size / whole, 6) if finer else None


def suspended_unit(text: str, end: int) -> Unit | None:
    """The unit said only after a later number: "two- and three-year terms"."""
    later = _SUSPENDED.match(text, end)
    unit = unit_after(text, later.end(), figures=True) if later else None
    return replace(unit, start=end, end=end, adjectival=True) if unit else None


_AND = r"(?:,? (?:and|or|to) |, )"
_SUSPENDED = re.compile(rf"-(?={_AND})(?:{_AND}\w+-(?={_AND}))*{_AND}\w+(?=-)")
