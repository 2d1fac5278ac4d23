"""Who published a text: by the user's word, its address, its page and its own lines; and who owns that outlet."""

import re
from collections.abc import Sequence

from dragoman.model.report import Section, SectionKind
from dragoman.reading.stated import Stated
from dragoman.text.blocks import blocks
from dragoman.text.opening import report_dateline
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as listed
from dragoman.text.sites import host_of, site_of

_NAME = r"[A-Z0-9][\w.&'’/-]*(?: (?:of|the|and|&|for|de|del|la|el|[A-Z0-9][\w.&'’/-]*)){0,6}"
_YEARS = r"(?:(?:19|20)\d{2}(?:\s*[-–—]\s*(?:(?:19|20)\d{2})?)?)"
_HOLDER = (
    re.compile(rf"(?i:copyright|©|\(c\))[\s,:©]*(?:(?i:\(c\))[\s,]*)?(?:{_YEARS}[\s,]*)?(?:by )?(?P<name>{_NAME})"),
    re.compile(rf"(?i:originally |first )?(?i:published) (?:on|by|in|at|from) (?P<name>{_NAME})"),
    re.compile(rf"(?i:distributed by|as published in|with permission (?:of|from)) (?P<name>{_NAME})"),
)
_NEWSROOM = (
    re.compile(rf"^(?P<name>{_NAME})(?:’s|'s|’|') [A-Z].*\bcontribut"),
    re.compile(rf"^(?P<name>{_NAME}) (?:staff(?: writers?)?|writers?|reporters?|correspondents?)\b.*\bcontribut"),
)
_SOURCE_LINE = re.compile(rf"^\W*(?:Source|SOURCE)[: ]+(?:the )?(?P<name>{_NAME})")
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


def outlet_and_owner(
    text: str,
    parts: Sequence[Section],
    stated: Stated,
    *,
    said: Stated | None = None,
    stem: str = "",
    outlets: Outlets | None = None,
) -> tuple[str, str]:
    """The outlet of a report and its publisher family; `said` is the user's word, `stated` all that is stated.

    The user's word comes first, then the site of the address, then the page's own name, then the lines of the text;
    an unlisted site lends its name where nothing else does, and `stem` where there is no site.
    """
    table, said = outlets or listed(), said or Stated()
    placed = table.at(stated.url)
    written, holder = publisher(text, parts, rights=stated.rights, outlets=table)
    site = site_of(stated.url)
    if site:
        holder = _own_rights(text, parts, stated.rights, table)
        written = _without_company(holder, table) if _resembles(holder, site) else ""
    own = "" if _is_site(stated.outlet, stated.url) else stated.outlet
    if own and own != said.outlet and site and not placed and _of_another_site(own, table):
        return own, said.owner or stated.owner or site
    outlet = table.shown(said.outlet or (placed.name if placed else "") or own or written) or site or stem
    owner = _family(outlet, table) or (placed.name if placed else "") or stated.owner or holder or outlet
    return outlet, said.owner or table.family(owner)


def _of_another_site(name: str, table: Outlets) -> bool:
    """Whether the outlet that a name is known for has sites of its own: several papers are called The Guardian."""
    known = table.named(name, credited=True)
    return known is not None and bool(known.sites) and not known.agency


def publisher(
    text: str, parts: Sequence[Section], *, rights: str = "", outlets: Outlets | None = None
) -> tuple[str, str]:
    """The outlet and the holder of its rights, each "" where neither the text nor its page's copyright line says.

    An agency named in a dateline or a credit is the outlet only when nobody else is named: its text may be reprinted.
    """
    table = outlets or listed()
    holder = _holder([*_lines(text, parts, SectionKind.COPYRIGHT), rights], table)
    newsroom = _newsroom(text, parts, holder, table=table)
    agency = _agency(text, parts, table)
    if holder and _is_short_for(newsroom, holder):
        newsroom = holder
    return newsroom or _without_company(holder, table) or agency, holder


def holder_in(line: str) -> str:
    """Who, as a copyright line says, holds the rights of a text or published it first, or ""."""
    names = (_clean(found["name"]) for pattern in _HOLDER if (found := pattern.search(line)))
    return next((name for name in names if name), "")


def _holder(lines: Sequence[str], table: Outlets) -> str:
    """Who claims the copyright, else the outlet that published first; days and places are published on and in too."""
    for pattern in _HOLDER:
        for line in lines:
            found = pattern.search(line)
            name = _clean(found["name"]) if found else ""
            if name and (pattern is _HOLDER[0] or _plausible(name, "", table)):
                return table.shown(name)
    return ""


def _own_rights(text: str, parts: Sequence[Section], rights: str, table: Outlets) -> str:
    """The holder of a page whose site is known: no agency, and nobody who published the text before."""
    for line in (*_lines(text, parts, SectionKind.COPYRIGHT), rights):
        found = _HOLDER[0].search(line)
        name = table.shown(_clean(found["name"])) if found else ""
        if name and not _is_agency(name, table):
            return name
    return ""


def _resembles(name: str, site: str) -> bool:
    """Whether a site's host is made of a name or of its initials: ardana-post.example, Ardana Post."""
    label = re.sub(r"\W", "", site.partition(".")[0])
    letters = re.sub(r"\W", "", _COMPANY.sub("", name.removeprefix("The "))).casefold()
    initials = "".join(part[0] for part in re.split(r"[\s/-]+", name) if part[:1].isupper()).casefold()
    return bool(letters) and (letters in label or label in letters or (len(initials) > 1 and initials == label))


def _is_site(name: str, address: str) -> bool:
    """Whether what a page calls itself is only its host."""
    return bool(name) and bool(host_of(name)) and site_of(name) == site_of(address)


def _family(outlet: str, table: Outlets) -> str:
    return table.family(outlet) if table.named(outlet, credited=True) else ""


def _is_agency(name: str, table: Outlets) -> bool:
    entry = table.named(name, credited=True)
    return entry is not None and (entry.agency or entry.pictures)


def _newsroom(text: str, parts: Sequence[Section], holder: str, *, table: Outlets) -> str:
    """A dateline's or a contributors' line's name that is no agency."""
    name = _dateline_name(text, parts)
    if name and not _is_agency(name, table) and (_plausible(name, holder, table) or _wired(text, parts)):
        return table.shown(name)
    for line in _lines(text, parts, SectionKind.CREDIT):
        for pattern in _NEWSROOM:
            found = pattern.match(line)
            name = _clean(found["name"]) if found else ""
            if name and not _is_agency(name, table) and _plausible(name, holder, table):
                return table.shown(name)
    return ""


def _agency(text: str, parts: Sequence[Section], table: Outlets) -> str:
    name = _dateline_name(text, parts)
    if _is_agency(name, table):
        return table.shown(name)
    for line in _lines(text, parts, SectionKind.CREDIT):
        source = _SOURCE_LINE.match(line)
        named = _clean(source["name"]) if source else line.strip("()[]*. -–—")
        entry = table.named(named, credited=True)
        if entry is not None and not entry.pictures:
            return entry.name
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


def _plausible(name: str, holder: str, table: Outlets) -> bool:
    """Listed, the holder's own, or a name with a news word or of capitals only; `(Florida)` is none of these."""
    if table.named(name, credited=True) or name.casefold() == holder.casefold():
        return True
    return bool(_NEWSY.search(name)) or (name.isupper() and 2 <= len(name) <= 12)


def _is_short_for(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name, with or without its small words: `IPW`, `Inter Press Wire`."""
    parts = re.split(r"[\s/-]+", name.removeprefix("The "))
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    every = "".join(part[0] for part in parts if part).upper()
    return short.isupper() and len(short) > 1 and short in (initials, every)


def _without_company(name: str, table: Outlets) -> str:
    """An outlet's name without the word for its company: `Ardana Post Media` is `Ardana Post`."""
    shorter = _COMPANY.sub("", name)
    return table.shown(shorter) if _NEWSY.search(shorter) and len(shorter.split()) >= 2 else name


def _clean(name: str) -> str:
    first = re.split(r"(?<=[a-z\d])\.\s", name)[0]
    shorter = _ENDINGS.sub("", f" {first.strip(' .,;')}").strip(" .,;'’")
    shorter = re.sub(rf"[\s,]+{_YEARS}$", "", shorter)
    return "" if shorter.casefold() in ("", "all rights reserved", "all", "copyright") or shorter.isdigit() else shorter
