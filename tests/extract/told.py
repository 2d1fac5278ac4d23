"""A page of one invented report, parsed by the real pipeline and looked up in the real tables."""

from dragoman.model.report import Published, Report, Section, SectionKind
from dragoman.model.time import Precision
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Page
from dragoman.text.world import world


def page_of(text: str, day: str | None = "2031-03-05") -> Page:
    """The page of a body of text published on a day (a Wednesday unless another is given)."""
    report = Report(
        id="r-told",
        path_or_url="told.txt",
        text=text,
        text_sha256="",
        outlet="Northern Post",
        published=Published(day, day, Precision.DAY, "test") if day else Published(),
        sections=(Section(SectionKind.BODY, 0, len(text)),),
    )
    return next(iter(annotate([report], Gazetteer(world()))))
