"""A document read into a report by the reader of its format."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dragoman.model.report import Report
from dragoman.reading.document import Document, Format
from dragoman.reading.html import read_html
from dragoman.reading.ninjs import read_ninjs
from dragoman.reading.pdf import read_pdf
from dragoman.reading.plain import read_plain
from dragoman.reading.report import make_report
from dragoman.reading.safe_json import clean
from dragoman.reading.stated import Stated
from dragoman.text.outlets import Outlets

FormatReader = Callable[[Document], tuple[str, Stated]]
READERS: Mapping[Format, FormatReader] = MappingProxyType(
    {Format.TEXT: read_plain, Format.HTML: read_html, Format.PDF: read_pdf, Format.NINJS: read_ninjs}
)


def read_document(document: Document, outlets: Outlets) -> Report:
    """The report that a document holds; raises SkippedInput where nothing can be read."""
    text, own = READERS[document.format](document)
    return make_report(document, clean(text), own.changed(clean), outlets)
