"""Units beside a number: what is measured, in which unit, and how far its words reach."""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.extract.numerals import either
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import load

_MEASURES = {
    "duration": Measure.DURATION,
    "distance": Measure.DISTANCE,
    "share": Measure.SHARE,
    "rate": Measure.RATE,
    "money": Measure.MONEY,
}
_FILLER = (
    r"(?:long|full|short|more|further|additional|extra|straight|consecutive|calendar|working|whole|entire|solid|years?)"
)
# Short forms could be other words; they are units only right after figures.
_SHORT_FORM = 3
_NO_UNIT = (Measure.OTHER, "")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read at characters `[start, end)`; `adjectival` when it is joined to a noun ("30-day")."""

    start: int
    end: int
    measure: Measure
    name: str
    adjectival: bool = False


@cache
def _forms() -> dict[str, tuple[Measure, str]]:
    forms: dict[str, tuple[Measure, str]] = {}
    for heading, entries in load("units").items():
        if heading == "cased":
            continue
        for entry in entries:
            name, _, listed = entry.partition(": ")
            for form in listed.split(", "):
                forms.setdefault(form, (_MEASURES.get(heading, Measure.OTHER), name))
                if len(form) >= _SHORT_FORM and form[-1].isalpha() and form[-1] != "s":
                    forms.setdefault(f"{form}s", forms[form])
    return forms


@cache
def _cased() -> dict[str, str]:
    return {form: name for name, _, form in (entry.partition(": ") for entry in load("units")["cased"])}


@cache
def _names() -> frozenset[str]:
    return frozenset(name for _, name in _forms().values())


@cache
def _after() -> re.Pattern[str]:
    forms = either({*_forms(), *(form.casefold() for form in _cased())})
    return re.compile(rf"(?:(?P<link>\s?-\s?|\s)(?:{_FILLER} )?)?(?P<form>{forms})(?![A-Za-z0-9])", re.IGNORECASE)


@cache
def _marks() -> re.Pattern[str]:
    money = [form for form, (measure, _) in _forms().items() if measure is Measure.MONEY]
    marks = [
        f for f in money if not f[-1].isalpha() or (f in ("rm", "rs", "rp") or (len(f) == _SHORT_FORM and f != "sen"))
    ]
    spaced = re.sub(r"(?<=[a-z]{2})\\\$", r" ?\\$", either(marks))  # "HK $5" is written too
    return re.compile(rf"(?<![A-Za-z])(?P<form>(?:{spaced}) ?)$", re.IGNORECASE)


@cache
def time_units() -> str:
    """A regular expression for the units in which news measures time, singular or plural."""
    return "(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|century)s?"


def unit_after(text: str, end: int, *, figures: bool) -> Unit | None:
    """The unit whose words follow a number that ends at `end`."""
    found = _after().match(text, end)
    if not found:
        return None
    form = found["form"]
    measure, name = (Measure.OTHER, _cased()[form]) if form in _cased() else _forms().get(form.casefold(), _NO_UNIT)
    if not name:
        return None
    link = found["link"] or ""
    letters = form[-1].isalpha()
    if letters and not link and not figures:
        return None
    if letters and len(form) < _SHORT_FORM and not (figures and link in ("", " ", "-")):
        return None
    if letters and len(form) == 1 and link and not (form in _CAPITAL_UNITS and _NO_INITIAL.match(text, found.end())):
        return None
    joined = "-" in link
    rest = text[found.end() :]
    if name == "GBP" and (joined or rest.startswith(" of ")) and form.casefold().startswith("pound"):
        measure, name = Measure.OTHER, "pound weight"
    return Unit(found.start("form"), found.end(), measure, name, joined or (letters and _modifies(form, rest)))


_CAPITAL_UNITS = ("W", "V")
_NO_INITIAL = re.compile(r"[ ,;)]|$")


def _modifies(form: str, rest: str) -> bool:
    """Whether a singular unit stands before a noun, as in "30 day truce"."""
    return not form.casefold().endswith("s") and bool(
        re.match(r"[- ](?!of|in|to|at|and|from|on|for|by)[a-z]{4,}", rest)
    )


def money_before(text: str, start: int) -> Unit | None:
    """The mark or code of a currency that stands right before a number."""
    found = _marks().search(text[max(0, start - 6) : start])
    if not found:
        return None
    form = found["form"]
    return Unit(start - len(form), start, Measure.MONEY, _forms()[form.replace(" ", "").casefold()][1])


def unit_called(form: str) -> str:
    """The name of the unit written so ("km", "kilometers": "kilometre"), or ""."""
    return _cased().get(form) or _forms().get(form.casefold(), _NO_UNIT)[1] or (form if form in _names() else "")


def unit_noun(noun: str) -> tuple[Measure, str] | None:
    """The measure and unit of a counted noun that is itself one of time or money ("four long years", "five dinars")."""
    measure, name = _forms().get(noun, (Measure.OTHER, ""))
    return (measure, name) if measure in (Measure.DURATION, Measure.MONEY) and noun not in _ALSO_THINGS else None


_ALSO_THINGS = frozenset({"second", "quarter", "night", "pound", "peso"})
