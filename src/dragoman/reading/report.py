"""A report put together from its bytes, its text and all that is stated of it."""

import re
from dataclasses import replace

from dragoman.errors import SkippedInput
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.report import READ_SECTIONS, Report, SectionKind
from dragoman.reading.document import Document
from dragoman.reading.language import SUPPORTED, language
from dragoman.reading.outlet import outlet_and_owner
from dragoman.reading.stated import Stated
from dragoman.text.dating import Beside, date_report
from dragoman.text.opening import report_dateline
from dragoman.text.outlets import Outlets
from dragoman.text.sections import byline, first_of, sections
from dragoman.text.stated_dates import stated_interval

_TIMED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def make_report(document: Document, text: str, own: Stated, outlets: Outlets) -> Report:
    """Assemble the Report of a document from its text and what it states of itself (`own`).

    The user's word is believed before the document's own, its holder's after; its `stem` is the outlet where nothing
    else names one. The id hashes the original bytes, the outlet and the address, never the name. A text in a language
    that is not supported keeps no sections and says why in `skipped_reason`. Raises SkippedInput where there is none.
    """
    stated = document.said.over(own).over(document.hinted)
    parts = sections(text, title=stated.title, known=stated.kinds)
    told = "\n".join(text[part.start : part.end] for part in parts if part.kind in READ_SECTIONS)
    if not told:
        raise SkippedInput(
            document.name, "it holds links, captions or notices only", "Give a file with a report's text"
        )
    outlet, owner = outlet_and_owner(text, parts, stated, said=document.said, stem=document.stem, outlets=outlets)
    opening = report_dateline(text, parts)
    code = language(told, stated.language)
    report = Report(
        id=content_id("r", bytes_hash(document.content), outlet, stated.url),
        path_or_url=document.name,
        address=stated.url,
        text=text,
        text_sha256=bytes_hash(text.encode("utf-8", "surrogatepass")),
        outlet=outlet,
        owner=owner,
        title=stated.title or first_of(text, parts, SectionKind.HEADLINE),
        byline=stated.byline or byline(text, parts),
        dateline=stated.dateline or (opening.place if opening else ""),
        published=date_report(text, parts, _beside(document, own, stated)),
        language=code,
        sections=parts,
        credit=outlets.shown(stated.credit),
        derived=tuple(stated.derived.splitlines()),
        identifier=stated.identifier,
        seen=stated.seen if _TIMED.match(stated.seen) else "",
    )
    changed = stated_interval(stated.modified) if stated.modified else None
    if changed and changed.end and changed.end > (report.published.end or "~"):
        report = replace(report, changed=changed.end)
    if code in SUPPORTED:
        return report
    return replace(report, sections=(), skipped_reason=f"its language is {code!r}, and only English is read")


def _beside(document: Document, own: Stated, stated: Stated) -> Beside:
    """The dates said beside the text: the user's, the document's own and its holder's stay apart, to be weighed."""
    return Beside(
        given=document.said.published,
        stated=own.published,
        hinted=document.hinted.published,
        modified=stated.modified,
        address=stated.url,
        rights=stated.rights,
        seen=stated.seen,
    )
