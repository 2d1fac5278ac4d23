"""Who published a text, as its own lines say: copyright, dateline, credits."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.model.report import Section, SectionKind
from dragoman.text.blocks import blocks
from dragoman.text.furniture import agencies
from dragoman.text.lexicon import load
from dragoman.text.opening import report_dateline

_NAME = r"[A-Z0-9][\w.&'’/-]*(?: (?:of|the|and|&|for|de|del|la|el|[A-Z0-9][\w.&'’/-]*)){0,6}"
_YEARS = r"(?:(?:19|20)\d{2}(?:\s*[-–—]\s*(?:(?:19|20)\d{2})?)?)"
_HOLDER = (
    re.compile(rf"(?i:copyright|©|\(c\))[\s,:©]*(?i:\(c\))?[\s,]*{_YEARS}?[\s,]*(?:by )?(?P<name>{_NAME})"),
    re.compile(rf"(?i:originally |first )?(?i:published) (?:on|by|in|at|from) (?P<name>{_NAME})"),
    re.compile(rf"(?i:distributed by|as published in|with permission (?:of|from)) (?P<name>{_NAME})"),
)
_NEWSROOM = (
    re.compile(rf"^(?P<name>{_NAME})(?:’s|'s|’|') [A-Z].*\bcontribut"),
    re.compile(rf"^(?P<name>{_NAME}) (?:staff(?: writers?)?|writers?|reporters?|correspondents?)\b.*\bcontribut"),
)
_SOURCE_LINE = re.compile(
    rf"^\W*(?:Source|SOURCE|With (?:files|inputs?|information) from)[: ]+(?:the )?(?P<name>{_NAME})"
)
_ENDINGS = re.compile(
    r"(?:[\s,]+(?:All [Rr]ights [Rr]eserved|All [Rr]ights|Inc|LLC|Ltd|Limited|Corp|Corporation|Co|plc|PLC|GmbH"
    r"|and|or|of|the|is|This|The|Distributed|No|Material))+[.,]*$"
)
_NEWSY = re.compile(
    r"\b(?:news|times|post|press|agency|radio|daily|herald|tribune|journal|gazette|standard|observer|monitor|mail|guardian"
    r"|telegraph|star|sun|chronicle|review|report|media|tv|television|network|bulletin|independent|today|wire|online)\b",
    re.IGNORECASE,
)


def publisher(text: str, parts: Sequence[Section]) -> tuple[str, str]:
    """The outlet and the holder of its rights, each "" where the text does not say.

    An agency named in a dateline or a credit is the outlet only when nobody else is named: its text may be reprinted.
    """
    holder = _holder(text, parts)
    newsroom = _newsroom(text, parts, holder)
    agency = _agency(text, parts)
    return newsroom or holder or agency, holder


def known_name(name: str) -> str:
    """The name under which a listed outlet is shown; any other name as it is."""
    return _listed().get(name.casefold(), name)


def _holder(text: str, parts: Sequence[Section]) -> str:
    lines = [text[p.start : p.end] for p in parts if p.kind is SectionKind.COPYRIGHT]
    for pattern in _HOLDER:
        for line in lines:
            found = pattern.search(line)
            name = _clean(found["name"]) if found else ""
            if name:
                return known_name(name)
    return ""


def _newsroom(text: str, parts: Sequence[Section], holder: str) -> str:
    """A dateline's or a contributors' line's name that is no agency."""
    agency = _dateline_name(text, parts)
    if agency and agency.casefold() not in agencies() and _plausible(agency, holder):
        return known_name(agency)
    for line in _lines(text, parts, SectionKind.CREDIT):
        for pattern in _NEWSROOM:
            found = pattern.match(line)
            name = _clean(found["name"]) if found else ""
            if name and name.casefold() not in agencies() and _plausible(name, holder):
                return known_name(name)
    return ""


def _agency(text: str, parts: Sequence[Section]) -> str:
    name = _dateline_name(text, parts)
    if name.casefold() in agencies():
        return known_name(name)
    for line in _lines(text, parts, SectionKind.CREDIT):
        source = _SOURCE_LINE.match(line)
        named = _clean(source["name"]) if source else line.strip("()[]*. -–—")
        if named.casefold() in _listed():
            return known_name(named)
    return ""


def _dateline_name(text: str, parts: Sequence[Section]) -> str:
    found = report_dateline(text, parts)
    return found.agency if found is not None else ""


def _lines(text: str, parts: Sequence[Section], kind: SectionKind) -> list[str]:
    return [b.words for p in parts if p.kind is kind for b in blocks(text[p.start : p.end])]


def _plausible(name: str, holder: str) -> bool:
    """Listed, the holder's own, or a name with a news word or of capitals only; `(Florida)` is none of these."""
    if name.casefold() in _listed() or name.casefold() == holder.casefold():
        return True
    return bool(_NEWSY.search(name)) or (name.isupper() and 2 <= len(name) <= 12)


def _clean(name: str) -> str:
    first = re.split(r"(?<=[a-z\d])\.\s", name)[0]
    shorter = _ENDINGS.sub("", f" {first.strip(' .,;')}").strip(" .,;'’")
    shorter = re.sub(rf"[\s,]+{_YEARS}$", "", shorter)
    return "" if shorter.casefold() in ("", "all rights reserved", "all", "copyright") or shorter.isdigit() else shorter


@cache
def _listed() -> dict[str, str]:
    entries = [entry.split("|") for names in load("outlets").values() for entry in names]
    return {name.casefold(): names[0] for names in entries for name in names}
