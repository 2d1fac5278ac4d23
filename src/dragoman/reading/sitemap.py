"""Sitemaps: addresses that a site offers to robots, in a news sitemap with title and date; and lists of sitemaps."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import SkippedInput
from dragoman.reading.document import Link
from dragoman.reading.feed_entry import absolute
from dragoman.reading.html import looks_like_html
from dragoman.reading.markup import plain
from dragoman.reading.safe_json import line
from dragoman.reading.safe_xml import Record, read_xml, root_name
from dragoman.reading.stated import Stated
from dragoman.reading.tally import Tally
from dragoman.reading.walk import printable

LARGEST = 60_000_000
"""Bytes of an unpacked sitemap; the protocol allows 50 MiB."""
_ROOTS = ("urlset", "sitemapindex")
_GZIP = b"\x1f\x8b"
_ACCESS = re.compile(r"\s*\((?:subscription|registration)\)|\s+\((?:paid|free)\)", re.IGNORECASE)
_HOW = "Give a sitemap (urlset) or a list of sitemaps (sitemapindex) as the site serves it"


@dataclass(frozen=True, slots=True)
class Nested:
    """A sitemap to which a list of sitemaps points."""

    url: str
    name: str


def is_sitemap(head: bytes) -> bool:
    """Whether bytes, gzipped or not, begin as a sitemap or a list of sitemaps does."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 4096)
        except zlib.error:
            return False
    return root_name(head) in _ROOTS


def read_sitemap(name: str, content: bytes) -> Iterator[Link | Nested | SkippedInput]:
    """A sitemap's addresses in its order, with what it says of each as hints; of a list, the sitemaps.

    Raises SkippedInput for what is no sitemap, cannot be unpacked, or unpacks to more than LARGEST bytes.
    """
    content = _unpacked(name, content)
    if looks_like_html(content):
        raise SkippedInput(name, "it is a web page, not a sitemap", "See the site's robots.txt for its sitemaps")
    xml = read_xml(name, content, frozenset({"url", "sitemap"}))
    if xml.root not in _ROOTS:
        raise SkippedInput(name, f"it is no sitemap: its first element is {printable(xml.root[:60])!r}", _HOW)
    tally, found = Tally(name), 0
    for place, record in enumerate(xml.records, start=1):
        url = absolute("", record.text("loc"))
        if not url:
            tally.fault("entries without a web address", "Ask the site", f"entry {place}")
            continue
        found += 1
        part = f"{name}#{printable(url)}"
        yield Nested(url, part) if record.name == "sitemap" else Link(url, part, hinted=_hinted(record, url))
    yield from tally.lines()
    if xml.cut:
        whole = f"{found:,} whole {'address' if found == 1 else 'addresses'}"
        yield SkippedInput(name, f"it breaks off after {whole}", "Fetch it again; those before are read")
    elif xml.beyond:
        yield SkippedInput(name, f"{xml.beyond:,} addresses beyond the first {found:,} are not read", "Split it")
    elif not found and not tally.faults:
        yield SkippedInput(name, "the sitemap holds no addresses", "Look at it again later, or give another one")


def _hinted(record: Record, url: str) -> Stated:
    news = "news:news/"
    return Stated(
        outlet=_ACCESS.sub("", plain(record.text(f"{news}news:publication/news:name"))),
        title=plain(record.text(f"{news}news:title")),
        url=url,
        published=line(record.text(f"{news}news:publication_date")),
        modified=line(record.text("lastmod")),
        language=line(record.text(f"{news}news:publication/news:language")),
    )


def _unpacked(name: str, content: bytes) -> bytes:
    """The sitemap itself; what one member of gzip holds, within the limit."""
    if not content.startswith(_GZIP):
        return content
    unpacker = zlib.decompressobj(31)
    try:
        content = unpacker.decompress(content, LARGEST + 1)
    except zlib.error as error:
        raise SkippedInput(name, "its gzip is damaged", "Fetch it again") from error
    if len(content) > LARGEST:
        raise SkippedInput(name, f"it unpacks to more than {LARGEST // 1_000_000} MB", "Leave it out")
    if not unpacker.eof:
        raise SkippedInput(name, "its gzip is cut off", "Fetch it again")
    return content
