"""A report put together from its bytes, its text and all that is stated of it."""

from dataclasses import replace

from dragoman.errors import SkippedInput
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.report import READ_SECTIONS, Published, Report, Section, SectionKind
from dragoman.reading.language import SUPPORTED, language
from dragoman.reading.outlet import publisher
from dragoman.reading.stated import Stated
from dragoman.text.dating import date_report
from dragoman.text.opening import report_dateline
from dragoman.text.printed_dates import stated_interval
from dragoman.text.sections import byline, first_of, sections


def make_report(name: str, content: bytes, text: str, stated: Stated, *, stem: str) -> Report:
    """Assemble a Report; `name` is shown, `stem` is the outlet where neither text nor user names one.

    Its id hashes the original bytes, the outlet and the address, never the name. A text in a language that is not
    supported keeps no sections and says why in `skipped_reason`. Raises SkippedInput where nothing can be read.
    """
    parts = sections(text, title=stated.title)
    told = "\n".join(text[part.start : part.end] for part in parts if part.kind in READ_SECTIONS)
    if not told:
        raise SkippedInput(name, "it holds links, captions or notices only", "Give a file with a report's text")
    outlet, owner = publisher(text, parts, rights=stated.rights)
    outlet = stated.outlet or outlet or stem
    opening = report_dateline(text, parts)
    code = language(told, stated.language)
    report = Report(
        id=content_id("r", bytes_hash(content), outlet, stated.url),
        path_or_url=name,
        address=stated.url,
        text=text,
        text_sha256=bytes_hash(text.encode("utf-8", "surrogatepass")),
        outlet=outlet,
        owner=stated.owner or owner or outlet,
        title=stated.title or first_of(text, parts, SectionKind.HEADLINE),
        byline=stated.byline or byline(text, parts),
        dateline=stated.dateline or (opening.place if opening else ""),
        published=_published(text, parts, stated),
        language=code,
        sections=parts,
    )
    if code in SUPPORTED:
        return report
    return replace(report, sections=(), skipped_reason=f"its language is {code!r}, and only English is read")


def _published(text: str, parts: tuple[Section, ...], stated: Stated) -> Published:
    published = date_report(
        text,
        parts,
        stated=stated.published,
        modified=stated.modified,
        address=stated.url,
        rights=stated.rights,
    )
    if stated.published and stated_interval(stated.published) is None:
        return replace(published, basis=f"{published.basis}; but the stated date {stated.published!r} cannot be read")
    return published
