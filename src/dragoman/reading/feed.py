"""RSS, Atom and JSON feeds: entries with their whole text as documents, all others as links."""

import re
from collections.abc import Iterator

from dragoman.errors import SkippedInput
from dragoman.reading.decode import decode
from dragoman.reading.document import Document, Link
from dragoman.reading.feed_entry import Channel, Entry, part_of
from dragoman.reading.feed_json import json_channel, json_entries
from dragoman.reading.feed_xml import xml_channel, xml_entries
from dragoman.reading.html import looks_like_html
from dragoman.reading.page_meta import declared_encoding
from dragoman.reading.safe_json import parsed
from dragoman.reading.safe_xml import read_xml, root_name
from dragoman.reading.tally import Tally
from dragoman.reading.walk import printable

_ROOTS = ("rss", "feed", "RDF", "channel")
_JSON_FEED = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)
_JSON = re.compile(rb"^(?:\xef\xbb\xbf)?\s*\{")
_ALTERNATE = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"application/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhref\s*=\s*(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})'|([^\s\"'<>]{1,500}))", re.IGNORECASE)
_HOW = "Give an RSS, Atom or JSON feed as its publisher serves it"


def is_feed(head: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return root_name(head) in _ROOTS or bool(_JSON_FEED.match(head))


def read_feed(name: str, content: bytes, charset: str = "") -> Iterator[Document | Link | SkippedInput]:
    """A feed's entries in its order; broken entries are one line for each kind of fault, after the others.

    An entry that holds its report's whole text is a document, believed to be what stands at its address; any other
    is a link to that. What the feed says of it is hinted. Raises SkippedInput for what is no feed.
    """
    if looks_like_html(content):
        raise _web_page(name, content, charset)
    tally, cut, beyond = Tally(name), False, 0
    if _JSON.match(content[:200]):
        channel, entries = _from_json(name, content, charset, tally)
    else:
        xml = read_xml(name, content, frozenset({"item", "entry"}), charset=charset)
        if xml.root.rpartition(":")[2] not in _ROOTS:
            raise SkippedInput(name, f"it is no feed: its first element is {printable(xml.root[:60])!r}", _HOW)
        channel, entries, cut, beyond = xml_channel(xml), xml_entries(xml), xml.cut, xml.beyond
    found = 0
    for place, entry in enumerate(entries, start=1):
        found += 1
        part = part_of(entry, channel, f"{name}#entry {place}")
        if part is None:
            lost = "entries without an address and without the text of a report"
            tally.fault(lost, "Ask the publisher, or give the reports themselves", f"entry {place}")
        else:
            yield part
    yield from tally.lines()
    if cut:
        reason = f"it breaks off after {found:,} whole {'entry' if found == 1 else 'entries'}"
        yield SkippedInput(name, reason, "Fetch it again; the entries before are read")
    elif beyond:
        yield SkippedInput(name, f"{beyond:,} entries beyond the first {found:,} are not read", "Split the feed")
    elif not found and not tally.faults:
        yield SkippedInput(name, "the feed holds no entries", "Look at it again later, or give another one")


def _from_json(name: str, content: bytes, charset: str, tally: Tally) -> tuple[Channel, Iterator[Entry]]:
    feed = parsed(name, decode(name, content, declared=charset))
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise SkippedInput(name, "it is no JSON feed: it has no list of items", _HOW)
    return json_channel(feed), json_entries(feed["items"], tally)


def _web_page(name: str, content: bytes, charset: str) -> SkippedInput:
    """What a web page given as a feed is refused with: the feeds that it announces, if any."""
    page = decode(name, content, declared=charset or declared_encoding(content))
    tags = [tag for tag in _ALTERNATE.findall(page[:500_000]) if _FEED_TYPE.search(tag)]
    found = [next(filter(None, address.groups())) for tag in tags if (address := _ADDRESS.search(tag))]
    if not found:
        return SkippedInput(name, "it is a web page, not a feed", "Give the address of the site's feed")
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    listed = ", ".join(printable(address) for address in dict.fromkeys(found[:3]))
    return SkippedInput(name, f"it is a web page, not a feed; it announces {listed}{more}", "Give one of these")
