"""News agencies, and other outlets, that a report credits with the whole of itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.link.credit_lines import House, copyright_holder, fed_by, lines, signed_by, supplier
from dragoman.model.report import READ_SECTIONS, Report, Section, SectionKind
from dragoman.model.span import Span
from dragoman.text.dateline import LONGEST as DATELINE
from dragoman.text.opening import report_dateline
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as listed
from dragoman.text.sections import STANDFIRST_WORDS

LONGEST = 160
_PLACE_WORD = r"(?:[A-ZÀ-Þ\d][^\s()\[\]]*|de|da|del|la|le|el|al|of|and|[-—–,])(?:\s+|(?=[(\[]))"
_OPENING = re.compile(
    rf"^(?!The\b)(?P<place>(?:{_PLACE_WORD}){{0,8}})[(\[](?P<name>[^()\[\]\n]{{2,40}})[)\]]\s*(?:[—–]|--?\s)\s*"
    r"(?=[\"“'‘]?[A-ZÀ-Þ\d])"
)
"""How an agency's text begins; a sentence that goes on in small letters only explains a body's initials."""
_LAST = 3
_NOTE = 400

_Reader = Callable[[str, House], str]


@dataclass(frozen=True, slots=True)
class Credit:
    """Who supplied a report's text, by which of its lines; `span` is None where the line stands outside the text."""

    name: str
    by: str
    span: Span | None = None


def agency_of(report: Report, outlets: Outlets | None = None) -> str:
    """The agency, or other outlet, of which this report is a copy, by its own lines, or ""."""
    credit = credit_of(report, outlets)
    return credit.name if credit else ""


def credit_of(report: Report, outlets: Outlets | None = None) -> Credit | None:
    """The supplier of the whole report with the line that says so; None for its own work and for compilations."""
    house = House(report.outlet, report.owner, outlets or listed())
    for by, start, line, read in _places(report, house):
        name = read(line, house)
        if name:
            span = None if start < 0 else Span.cut(report.id, report.text, start, start + len(line))
            return None if house.own(name) else Credit(name, by, span)
    return None


def named_in(line: str, outlets: Outlets | None = None) -> str:
    """The first agency that a short line names, or ""."""
    found = (outlets or listed()).agencies_in(line)
    return found[0][2].name if found else ""


def credited_passages(report: Report, outlets: Outlets | None = None) -> tuple[tuple[str, Span], ...]:
    """The single paragraphs that an agency's dateline opens or its name signs, each with that agency.

    A report that is an agency's as a whole has none.
    """
    house = House(report.outlet, report.owner, outlets or listed())
    if credit_of(report, house.table) is not None:
        return ()
    found = []
    for start, paragraph in _paragraphs(report):
        name = house.table.shown(opened) if (opened := _opened(paragraph, house)) else signed_by(paragraph, house)
        if name and not house.own(name):
            found.append((name, Span.cut(report.id, report.text, start, start + len(paragraph))))
    return tuple(found)


def _places(report: Report, house: House) -> Iterator[tuple[str, int, str, _Reader]]:
    """The lines that may name a supplier, the surest first: (what it is, where in the text or -1, words, reader)."""
    text, parts = report.text, report.sections
    if report.credit:
        yield "credit", -1, report.credit, supplier
    yield from _dateline(report, house)
    if report.byline:
        start = next((i for p in parts if (i := text.find(report.byline, p.start, p.end)) >= 0), -1)
        yield "byline", start, report.byline, supplier
    yield from _labelled(report)
    for start, line in list(_paragraphs(report))[-1:]:
        yield "closing line", start, line, signed_by
    for start, line in list(lines(text, 0, len(text)))[-_LAST:]:
        if len(line) <= _NOTE:
            yield "note", start, line, fed_by


def _dateline(report: Report, house: House) -> Iterator[tuple[str, int, str, _Reader]]:
    """The dateline's agency; below a paragraph of some length, or a signed one, it opens another item."""
    found = report_dateline(report.text, report.sections)
    words = 0
    for start, paragraph in list(_paragraphs(report))[:_LAST]:
        if words > STANDFIRST_WORDS:
            return
        name = _opened(paragraph, house) or (
            found.agency if found and not _explained(found.place, found.agency) else ""
        )
        named = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph[:DATELINE]) if name else None
        if named:
            yield "dateline", start + named.start(), name, supplier
            return
        words += LONGEST if signed_by(paragraph, house) else len(paragraph.split())


def _opened(paragraph: str, house: House) -> str:
    """The listed outlet, as printed, whose dateline opens a paragraph, or ""."""
    opening = _OPENING.match(paragraph[:DATELINE])
    if opening is None or _explained(opening["place"], opening["name"]):
        return ""
    return opening["name"] if house.table.named(opening["name"], credited=True) else ""


def _explained(words: str, name: str) -> bool:
    """Whether what stands before a name in brackets is that name in full: a body with its initials, no place."""
    return name.isupper() and name == "".join(word[0] for word in re.findall(r"[A-ZÀ-Þ]\w*", words))


def _labelled(report: Report) -> Iterator[tuple[str, int, str, _Reader]]:
    """Lines of credit, copyright and notes; between paragraphs an agency's bare name credits a picture."""
    read = [part for part in report.sections if part.kind in READ_SECTIONS and part.kind is not SectionKind.HEADLINE]
    for part in report.sections:
        above, below = _beside(part, read)
        for start, line in lines(report.text, part.start, part.end):
            bare = not re.search(r"[(\[:]|[—–-]\s?\w", line)
            if part.kind is SectionKind.CREDIT and len(line) <= LONGEST and not (bare and above and below):
                yield "credit", start, line, supplier
            elif part.kind is SectionKind.COPYRIGHT and (above or "publish" in line.casefold()):
                yield "copyright", start, line, copyright_holder
            elif part.kind is SectionKind.OTHER and len(line) <= _NOTE:
                yield "note", start, line, fed_by
            if part.kind is SectionKind.CREDIT and above and not below:
                yield "closing line", start, line, signed_by


def _beside(part: Section, read: list[Section]) -> tuple[bool, bool]:
    """Whether the report's text stands above a part, and below it."""
    return any(one.end <= part.start for one in read), any(one.start >= part.end for one in read)


def _paragraphs(report: Report) -> Iterator[tuple[int, str]]:
    for part in report.sections:
        if part.kind is SectionKind.BODY:
            yield from lines(report.text, part.start, part.end)
