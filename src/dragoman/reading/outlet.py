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
_COMPANY = re.compile(
    r"(?: (?:Media|Group|Publishing|Publications?|Publishers|Newspapers|Holdings?|Company|Enterprises|& Co|Digital))+$"
)
_NEWSY = re.compile(
    r"\b(?:news|times|post|press|agency|radio|daily|herald|tribune|journal|gazette|standard|observer|monitor|mail|guardian"
    r"|telegraph|star|sun|chronicle|review|report|media|tv|television|network|bulletin|independent|today|wire|online"
    r"|courier|dispatch|sentinel|examiner|inquirer|globe|echo|argus|advertiser|citizen|record|register|nation)\b",
    re.IGNORECASE,
)


def publisher(text: str, parts: Sequence[Section], *, rights: str = "") -> tuple[str, str]:
    """The outlet and the holder of its rights, each "" where neither the text nor its page's copyright line says.

    An agency named in a dateline or a credit is the outlet only when nobody else is named: its text may be reprinted.
    """
    holder = _holder([*(text[p.start : p.end] for p in parts if p.kind is SectionKind.COPYRIGHT), rights])
    newsroom = _newsroom(text, parts, holder)
    agency = _agency(text, parts)
    if holder and _is_short_for(newsroom, holder):
        newsroom = holder
    return newsroom or _without_company(holder) or agency, holder


def known_name(name: str) -> str:
    """The name under which a listed outlet is shown; any other name as it is."""
    return _listed().get(name.casefold(), name)


def _holder(lines: Sequence[str]) -> str:
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
    if agency and agency.casefold() not in agencies() and (_plausible(agency, holder) or _wired(text, parts)):
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


def _wired(text: str, parts: Sequence[Section]) -> bool:
    """Whether the dateline holds a day before the name in brackets: agencies write so, and name only themselves."""
    found = report_dateline(text, parts)
    return found is not None and bool(found.place and found.day and found.agency)


def _lines(text: str, parts: Sequence[Section], kind: SectionKind) -> list[str]:
    return [b.words for p in parts if p.kind is kind for b in blocks(text[p.start : p.end])]


def _plausible(name: str, holder: str) -> bool:
    """Listed, the holder's own, or a name with a news word or of capitals only; `(Florida)` is none of these."""
    if name.casefold() in _listed() or name.casefold() == holder.casefold():
        return True
    return bool(_NEWSY.search(name)) or (name.isupper() and 2 <= len(name) <= 12)


def _is_short_for(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name, with or without its small words: `IPW`, `Inter Press Wire`."""
    parts = re.split(r"[\s/-]+", name.removeprefix("The "))
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    every = "".join(part[0] for part in parts if part).upper()
    return short.isupper() and len(short) > 1 and short in (initials, every)


def _without_company(name: str) -> str:
    """An outlet's name without the word for its company: `Ardana Post Media` is `Ardana Post`."""
    shorter = _COMPANY.sub("", name)
    return known_name(shorter) if _NEWSY.search(shorter) and len(shorter.split()) >= 2 else name


def _clean(name: str) -> str:
    first = re.split(r"(?<=[a-z\d])\.\s", name)[0]
    shorter = _ENDINGS.sub("", f" {first.strip(' .,;')}").strip(" .,;'’")
    shorter = re.sub(rf"[\s,]+{_YEARS}$", "", shorter)
    return "" if shorter.casefold() in ("", "all rights reserved", "all", "copyright") or shorter.isdigit() else shorter


@cache
def _listed() -> dict[str, str]:
    entries = [entry.split("|") for names in load("outlets").values() for entry in names]
    return {name.casefold(): names[0] for names in entries for name in names}
