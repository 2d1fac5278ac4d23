"""One row of a table, and what becomes of it: a document, a link or nothing."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields

from dragoman.errors import SkippedInput
from dragoman.reading.columns import Columns
from dragoman.reading.document import Document, Format, Link
from dragoman.reading.feed_entry import absolute, page
from dragoman.reading.html import looks_like_html
from dragoman.reading.markup import plain
from dragoman.reading.ninjs import is_item
from dragoman.reading.safe_json import line
from dragoman.reading.stated import Stated
from dragoman.reading.table_rows import DAMAGED, LONGEST_CELL, Row, told

FEWEST_WORDS, FEWEST_OF_FLASH = 25, 4
"""A text with fewer words beside an address is a teaser; with fewer than the second it is no report at all."""
_BLOCKS = re.compile(r"</p>|<br\b|</div>|</h\d>|<p\b", re.IGNORECASE)
_CUT = re.compile(r"(?:\[\+\d+ chars\]|\[…\]|\[\.\.\.\])\s*$")
# What the exports of news services write for a language; others give its two letters.
_LANGUAGES: Mapping[str, str] = {
    **{"english": "en", "eng": "en", "spanish": "es", "spa": "es", "french": "fr", "fra": "fr", "fre": "fr"},
    **{"german": "de", "deu": "de", "ger": "de", "russian": "ru", "rus": "ru", "ukrainian": "uk", "ukr": "uk"},
    **{"arabic": "ar", "ara": "ar", "chinese": "zh", "zho": "zh", "chi": "zh", "portuguese": "pt", "por": "pt"},
    **{"turkish": "tr", "tur": "tr", "hebrew": "he", "heb": "he", "persian": "fa", "fas": "fa", "per": "fa"},
    **{"italian": "it", "ita": "it", "hindi": "hi", "hin": "hi", "japanese": "ja", "jpn": "ja"},
}


class Unreadable(Exception):  # noqa: N818 - it names a row, not a failure
    """A row that cannot be read, for a reason that many rows may share."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def ninjs_part(whole: Mapping[str, object], place: str, stem: str) -> Document | None:
    """A row of JSON that is a ninjs item, as a document of that format."""
    if not is_item(whole):
        return None
    content = json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace")
    return Document(place, content, Format.NINJS, charset="utf-8", stem=stem)


def row_part(row: Row, columns: Columns, place: str, stem: str) -> Document | Link | None:
    """The report in a row or a link to it; None for a row without either. Raises Unreadable."""
    text = _text(row, columns.of.get("text"), place)
    html = text if _BLOCKS.search(text) else "" if text else _text(row, columns.of.get("html"), place)
    stated = _stated(row, columns, place)
    said = Stated(**{f.name: getattr(stated, f.name) for f in fields(stated) if f.name in columns.named})
    hinted = Stated(**{f.name: getattr(stated, f.name) for f in fields(stated) if f.name not in columns.named})
    if html:
        whole_page = html if looks_like_html(html[:2048].encode()) else page(html, stated)
        return Document(place, whole_page.encode(), Format.HTML, charset="utf-8", said=said, hinted=hinted, stem=stem)
    words = len(text.split())
    whole = "text" in columns.named or (words >= FEWEST_WORDS and not _CUT.search(text[-40:]))
    if text and words < FEWEST_OF_FLASH and not stated.url:
        raise Unreadable(f"rows whose text has fewer than {FEWEST_OF_FLASH} words", "Leave them, or map other columns")
    if words >= FEWEST_OF_FLASH and (whole or not stated.url):
        content = _headed(stated.title, text).encode()
        return Document(place, content, Format.TEXT, charset="utf-8", said=said, hinted=hinted, stem=stem)
    if stated.url:
        return Link(stated.url, place, said=said, hinted=hinted)
    if _text(row, columns.of.get("url"), place):
        raise Unreadable("rows without a text, whose address is none of the web", "Give whole http(s) addresses")
    return None


def _text(row: Row, column: str | None, place: str) -> str:
    """A cell as it stands, or the paragraphs of a list."""
    value = row.values.get(column) if column else None
    if isinstance(value, list):
        value = "\n\n".join(entry for entry in value if isinstance(entry, str))
    if not isinstance(value, str):
        return line(value)
    if len(value) > LONGEST_CELL:
        raise Unreadable(f"cells of more than {LONGEST_CELL:,} characters", DAMAGED)
    try:
        return told(place, [value])[0].strip()
    except SkippedInput as problem:
        reason = "rows with bytes that are neither UTF-8 nor surely of one code page"
        raise Unreadable(reason, "Convert the table to UTF-8") from problem


def _stated(row: Row, columns: Columns, place: str) -> Stated:
    told_by: dict[str, str] = {}
    for field, column in columns.of.items():
        if field == "derived":
            value = row.values.get(column)
            entries = value if isinstance(value, list) else [_text(row, column, place)]
            told_by[field] = "\n".join(dict.fromkeys(filter(None, (line(entry) for entry in entries))))
        elif field not in ("text", "html"):
            value = row.values.get(column)
            told_by[field] = line(_text(row, column, place) if isinstance(value, str) else value)
    stated = Stated(**told_by)
    code = stated.language.casefold()
    return Stated(
        **{
            **told_by,
            "title": plain(stated.title),
            "url": absolute("", _address(stated.url)),
            "language": _LANGUAGES.get(code, stated.language),
        }
    )


def _address(cell: str) -> str:
    """A web address; one that is written without its scheme is completed."""
    return f"https://{cell}" if re.match(r"www\.[\w-]+\.\w", cell) else cell


def _headed(title: str, text: str) -> str:
    """The title above the text, unless the text begins with it."""
    start = " ".join(text[: 2 * len(title) + 100].split()).casefold()
    return text if not title or start.startswith(title.casefold()) else f"{title}\n\n{text}"
