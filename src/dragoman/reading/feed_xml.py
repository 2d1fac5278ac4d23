"""RSS 0.9x, 1.0 and 2.0 and Atom: entries and channel from the records of their XML."""

import re
from collections.abc import Iterator
from email.utils import parseaddr

from dragoman.reading.feed_entry import Body, Channel, Entry, absolute, text_body
from dragoman.reading.markup import plain
from dragoman.reading.safe_json import line
from dragoman.reading.safe_xml import Part, Record, Xml
from dragoman.reading.stated import Stated

_WHOLE = ("content:encoded", "encoded", "content", "html:body")
_SUMMARY = ("description", "summary")
_PUBLISHED = ("pubDate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date")
_MODIFIED = ("updated", "modified", "dcterms:modified")
_NAME_IN_BRACKETS = re.compile(r"\S+@\S+\s*\(([^()]+)\)")


def xml_channel(xml: Xml) -> Channel:
    """What the feed says of itself around its entries."""
    site = _link(xml.outer)
    return Channel(
        title=plain(xml.outer.text("title")),
        site=absolute(xml.outer.base, site),
        language=line(xml.outer.text("language", "dc:language") or xml.outer.attributes.get("xml:lang", "")),
        rights=plain(xml.outer.text("copyright", "rights", "dc:rights")),
    )


def xml_entries(xml: Xml) -> Iterator[Entry]:
    """Every item or entry, in order."""
    return (_entry(record) for record in xml.records)


def _entry(record: Record) -> Entry:
    source = plain(record.text("source/title", "source", "dc:source", "dc:publisher"))
    stated = Stated(
        title=plain(record.text("title", "dc:title")),
        url=_link(record),
        published=line(record.text(*_PUBLISHED)),
        modified=line(record.text(*_MODIFIED)),
        language=line(record.text("dc:language") or record.attributes.get("xml:lang", "")),
        byline=_byline(record),
        rights=plain(record.text("rights", "dc:rights", "copyright")),
        derived="\n".join(dict.fromkeys(absolute(part.base, address) for part, address in _links(record, "via"))),
        identifier=line(record.text("guid", "id", "dc:identifier")),
    )
    bodies = [body for path in (*_WHOLE, *_SUMMARY) for part in record.parts if (body := _body(part, path))]
    return Entry(stated, tuple(bodies), "" if source.startswith("http") else source, record.base)


def _body(part: Part, path: str) -> Body | None:
    kind = part.attributes.get("type", "").casefold()
    if part.path != path or not part.text.strip() or kind.startswith(("image/", "audio/", "video/")):
        return None
    is_html = True if "html" in kind else None
    return text_body(part.text, whole=path in _WHOLE, is_html=is_html)


def _byline(record: Record) -> str:
    names = record.texts("dc:creator") or record.texts("author/name") or record.texts("author")
    names = names or record.texts("itunes:author") or record.texts("creator")
    return ", ".join(dict.fromkeys(filter(None, (_name(name) for name in names[:50]))))


def _name(author: str) -> str:
    """`desk@paper.example (Ann Bo)` and `Ann Bo <desk@paper.example>` are Ann Bo; a bare address is nobody."""
    author = line(plain(author) if "@" not in author else author)
    found = _NAME_IN_BRACKETS.fullmatch(author)
    if found:
        return found[1].strip()
    return parseaddr(author[:300])[0] if "@" in author else author


def _link(record: Record) -> str:
    """The address of the report itself: an original one behind a counter, a link, a guid that is one, or rdf:about."""
    original = record.text("feedburner:origLink")
    if original:
        return original
    for part, address in _links(record, "alternate"):
        return absolute(part.base, address) or address
    text = record.text("link", "url")
    if text:
        return text
    guids = [part for part in record.parts if part.path == "guid"]
    lasting = (p.text.strip() for p in guids if p.attributes.get("isPermaLink", "true").casefold() != "false")
    guid = next((address for address in lasting if address.startswith(("http://", "https://"))), "")
    return guid or record.attributes.get("rdf:about", "")


def _links(record: Record, relation: str) -> list[tuple[Part, str]]:
    """Atom's links of one relation, those to pages first."""
    links = [
        (part, part.attributes.get("href", "").strip())
        for part in record.parts
        if part.path == "link" and part.attributes.get("rel", "alternate").casefold() == relation
    ]
    links = [(part, address) for part, address in links if address]
    return sorted(links, key=lambda link: "html" not in link[0].attributes.get("type", "text/html"))
