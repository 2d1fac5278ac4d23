"""What an input is, by its first bytes before its name: names and labels are often wrong."""

import re
from enum import StrEnum

from dragoman.reading.feed import is_feed
from dragoman.reading.html import looks_like_html
from dragoman.reading.ninjs import is_ninjs
from dragoman.reading.sitemap import is_sitemap


class Kind(StrEnum):
    """What an input holds: one report, or many."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    NINJS = "ninjs"
    FEED = "feed"
    SITEMAP = "sitemap"
    TABLE = "table"
    WARC = "warc"
    WACZ = "wacz"


_FEEDS = (".rss", ".atom")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
TABLES = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".json", ".parquet")
_JSON_TYPES = ("application/json", "application/ld+json", "text/json")
_TABLE_TYPES = (
    *("text/csv", "text/tab-separated-values", "application/x-ndjson", "application/jsonl"),
    "application/vnd.apache.parquet",
    *_JSON_TYPES,
)
_GZIP, _ZSTD, _ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PK\x03\x04"
_JSON = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')


def kind_of(head: bytes, *, suffix: str = "", media_type: str = "") -> Kind:
    """The kind of an input from its first bytes, then its name's ending, then its media type; text when nothing tells.

    What only looks like text is refused later, by name, by the reader of text.
    """
    if (
        suffix in _FEEDS or media_type in _FEED_TYPES
    ):  # where it is a page after all, the reader says which feeds it names
        return Kind.FEED
    return _by_magic(head, suffix) or _by_markup(head) or _by_name(head, suffix, media_type)


def _by_magic(head: bytes, suffix: str) -> Kind | None:
    if head.startswith(b"%PDF"):
        return Kind.PDF
    if head.startswith(b"PAR1"):
        return Kind.TABLE
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith((_GZIP, _ZSTD)):
        return Kind.SITEMAP if is_sitemap(head) else Kind.WARC
    return Kind.WACZ if head.startswith(_ZIP) and suffix == ".wacz" else None


def _by_markup(head: bytes) -> Kind | None:
    if is_sitemap(head):
        return Kind.SITEMAP
    if is_feed(head):
        return Kind.FEED
    return Kind.HTML if looks_like_html(head) else None


def _by_name(head: bytes, suffix: str, media_type: str) -> Kind:
    if suffix in (".html", ".htm", ".xhtml"):
        return Kind.HTML
    if suffix == ".wacz":
        return Kind.WACZ
    if suffix in (".warc", ".warc.gz", ".warc.zst"):
        return Kind.WARC
    if suffix == ".xml":
        return Kind.FEED
    is_json = bool(_JSON.match(head)) and (suffix in ("", ".json") or media_type in _JSON_TYPES)
    if is_json and is_ninjs(head):
        return Kind.NINJS
    if is_json or suffix in TABLES or media_type in _TABLE_TYPES:
        return Kind.TABLE
    return Kind.HTML if media_type in ("text/html", "application/xhtml+xml") else Kind.TEXT
