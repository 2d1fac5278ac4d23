"""Texts of a benchmark as reports, and what reads them."""

from collections.abc import Callable, Iterable, Iterator

from dragoman.extract.found import Found
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.report import Published, Report, Section, SectionKind
from dragoman.model.time import Precision
from dragoman.text.page import Page

Reader = Callable[[Iterable[Report]], Iterator[tuple[Page, Found]]]
"""Reads reports with every extractor: the page and the layers of each, in order."""


def text_report(
    name: str, text: str, *, headline: int = 0, day: str | None = None, outlet: str = "the set", basis: str = "the set"
) -> Report:
    """A text of a set as a report that is read whole: its first `headline` characters as headline, the rest as body.

    `day` is the ISO day of publication as the set states it.
    """
    parts = [Section(SectionKind.HEADLINE, 0, headline)] if headline else []
    return Report(
        id=content_id("r", name, text),
        path_or_url=name,
        text=text,
        text_sha256=bytes_hash(text.encode()),
        outlet=outlet,
        title=text[:headline].strip(),
        published=Published(day, day, Precision.DAY, basis) if day else Published(),
        sections=(*parts, Section(SectionKind.BODY, headline, len(text))),
    )
