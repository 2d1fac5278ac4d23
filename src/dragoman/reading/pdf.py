"""A PDF: its printed text as paragraphs, and what little of its metadata can be believed."""

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from pypdf import PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document
from dragoman.reading.pdf_lines import Line, TooMuchWork, page_lines
from dragoman.reading.pdf_margins import issue_date, page_address, without_running_heads
from dragoman.reading.pdf_paragraphs import Printed, paragraphs
from dragoman.reading.stated import Stated
from dragoman.reading.walk import printable

FEWEST_WORDS = 25
HEADLINE_AMONG = 8
LARGEST_STREAM = 30_000_000
"""Bytes to which one stream of a file may unpack; a page of a book has some thousands."""
_SEPARATOR = re.compile(r"\s+(?:[|–—:-]|::)\s+")
_AGAIN = "Fetch it again, or print it to a new PDF"
_UNPROTECT = "Save a copy without protection, for instance with `qpdf --decrypt`"
_OCR = "Run text recognition on it, for instance `ocrmypdf`, or give its text"


def read_pdf(document: Document) -> tuple[str, Stated]:
    """The text, its headline first where one is printed larger than the rest, and what its pages print of title,
    author, date of issue and address.

    Dates of the file say when the PDF was made, not when its text was published, and are not used. Raises SkippedInput.
    """
    name = document.name
    lines, title, author = _opened(name, document.content)
    lines, running = without_running_heads(lines)
    found = paragraphs(lines)
    _check(name, " ".join(one.text for one in found))
    place = _headline(found, title)
    if place is None:
        headline = ""
    else:
        found.insert(0, found.pop(place))
        headline = found[0].text
    opening = " ".join(one.text for one in found if one.page == found[0].page)
    byline = author if len(author.split()) > 1 and _bare(author) in _bare(opening) else ""
    return "\n\n".join(one.text for one in found), Stated(
        title=headline, byline=byline, published=issue_date(running), url=page_address(running)
    )


def _opened(name: str, content: bytes) -> tuple[list[Line], str, str]:
    """All printed lines, and title and author as the metadata has them."""
    try:
        with (
            _silent(),
            apply_configuration(
                zlib_maximum_output_length=LARGEST_STREAM,
                lzw_maximum_output_length=LARGEST_STREAM,
                array_based_stream_maximum_output_length=LARGEST_STREAM,
                stream_parsing_work_maximum_count=1_000_000,
                xform_maximum_invocations_per_extraction=2_000,
            ),
        ):
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
                raise SkippedInput(name, "it is encrypted with a password", _UNPROTECT)
            lines = page_lines(reader)
            meta: Mapping[str, object] = reader.metadata or {}
            return lines, _words(meta.get("/Title")), _words(meta.get("/Author"))
    except SkippedInput:
        raise
    except DependencyError as error:
        raise SkippedInput(name, "it is encrypted in a way that is not read (AES)", _UNPROTECT) from error
    except TooMuchWork as error:
        raise SkippedInput(name, str(error), "Print the pages of the report alone to a PDF") from error
    except PyPdfError as error:
        said = printable(" ".join(str(error).split())[:150]).rstrip(".")
        reason = f"the PDF is damaged or cut off ({said or type(error).__name__})"
        raise SkippedInput(name, reason, _AGAIN) from error
    except Exception as error:  # pypdf meets a broken file with whatever its objects lack
        raise SkippedInput(name, f"the PDF is damaged ({type(error).__name__})", _AGAIN) from error


@contextmanager
def _silent() -> Iterator[None]:
    """Without the lines that pypdf logs of what it repairs; what cannot be read is told by the reader."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _check(name: str, text: str) -> None:
    """Raises SkippedInput where there is no text, or where fonts do not say which letters they draw."""
    if not text:
        raise SkippedInput(name, "the PDF holds no text (scanned pages?)", _OCR)
    signs = [c for c in text if not c.isspace()]
    unknown = sum(c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn", "Cs") for c in signs)
    if unknown > 0.05 * len(signs) or text.count("(cid:") > 0.01 * len(signs):
        raise SkippedInput(name, "its fonts do not say which letters they draw", _OCR)
    words = sum(any(c.isalpha() for c in word) for word in text.split())
    if words < FEWEST_WORDS:
        raise SkippedInput(name, f"the PDF holds hardly any text ({words} words; scanned pages?)", _OCR)


def _headline(found: Sequence[Printed], title: str) -> int | None:
    """Which of the first paragraphs is the headline: that of the metadata's title, or the one printed largest."""
    opening = [one for one in found[:HEADLINE_AMONG] if one.page == found[0].page]
    cuts = [match.start() for match in _SEPARATOR.finditer(title)]
    for end in [len(title), *reversed(cuts)]:
        # Titles name the site after the headline, and often they are those of another file: print decides.
        wanted = _bare(title[:end])
        for place, one in enumerate(opening):
            if wanted and len(title[:end].split()) > 2 and _bare(one.text) == wanted:
                return place
    sizes: Counter[float] = Counter()
    for one in found:
        sizes[round(one.size, 1)] += len(one.text)
    body = sizes.most_common(1)[0][0]
    large = [
        (one.size, -place)
        for place, one in enumerate(opening)
        if one.size > 1.2 * body and 3 <= len(one.text.split()) <= 40
    ]
    return -max(large)[1] if large else None


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _words(value: object) -> str:
    """A metadata string on one line; "" for anything else."""
    return printable(" ".join(value.split()))[:500] if isinstance(value, str) else ""
