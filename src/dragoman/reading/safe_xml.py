"""XML of strangers as flat records: no entity is expanded, nothing is fetched, and broken markup costs only itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from types import MappingProxyType
from urllib.parse import urljoin

from lxml import etree

from dragoman.errors import SkippedInput
from dragoman.reading.decode import decode
from dragoman.reading.page_meta import declared_encoding

MOST_RECORDS, MOST_PARTS, DEEPEST = 50_000, 500_000, 8
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/1999/xhtml": "html:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
# In Atom and RSS these may hold elements of HTML instead of escaped HTML.
_MARKUP = frozenset({"content", "content:encoded", "encoded", "description", "summary", "title", "html:body"})
_NONE: Mapping[str, str] = MappingProxyType({})
_DECLARES = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(x[0-9a-f]{1,8}|\d{1,9});|([a-z][a-z0-9]{1,30});)?", re.IGNORECASE)
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[<>]*(?:>|\[[^\]]*\]\s*>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})")


@dataclass(slots=True)
class Part:
    """An element inside a record: its path from there (`source/title`), attributes, text, and the base of addresses."""

    path: str
    attributes: Mapping[str, str]
    base: str = ""
    text: str = ""


@dataclass(slots=True)
class Record:
    """One item, entry or url element, or all that stands around them."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    parts: list[Part] = field(default_factory=list)

    def text(self, *paths: str) -> str:
        """The first text under the first of these paths that holds any."""
        return next((t for path in paths for t in self.texts(path)), "")

    def texts(self, path: str) -> list[str]:
        """All texts at a path that are not empty."""
        return [part.text.strip() for part in self.parts if part.path == path and part.text.strip()]


@dataclass(frozen=True, slots=True)
class Xml:
    """A document's records, what stands around them, and why there are not more: `cut`, or `beyond` MOST_RECORDS."""

    root: str
    outer: Record
    records: tuple[Record, ...]
    cut: bool
    beyond: int


def root_name(head: bytes) -> str:
    """The name of a document's first element without its prefix, "" where its first bytes show none."""
    text = head.replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    position = 0
    while found := _PROLOG.match(text, position):
        position = found.end()
    found = _ROOT.match(text, position)
    return found[2] if found else ""


def read_xml(name: str, content: bytes, names: frozenset[str], *, charset: str = "") -> Xml:
    """The records with these element names. Raises SkippedInput for entities, undecodable bytes and what is no XML."""
    text = decode(name, content, declared=charset or declared_encoding(content))
    if _DECLARES.search(text):
        raise SkippedInput(
            name, "it declares entities of its own, as attacks on parsers do", "Take the declarations out of it"
        )
    collector = _Collector(names)
    parser = etree.XMLParser(target=collector, recover=True, load_dtd=False, no_network=True, encoding="utf-8")
    try:
        etree.fromstring(_mended(_NOT_XML.sub("", text)).encode(), parser)
    except (etree.XMLSyntaxError, UnicodeDecodeError):
        collector.cut = True
    if not collector.root:
        raise SkippedInput(name, "it is no XML", "Give a feed or a sitemap as its publisher serves it")
    return Xml(
        collector.root, collector.outer, tuple(collector.records), collector.cut or collector.open, collector.beyond
    )


def _mended(text: str) -> str:
    """Every reference outside CDATA as a number or as the character itself: libxml2 drops all others after an error."""
    pieces, position = list[str](), 0
    while (start := text.find("<![CDATA[", position)) >= 0 and (end := text.find("]]>", start)) >= 0:
        pieces += [_REFERENCE.sub(_character, text[position:start]), text[start : end + 3]]
        position = end + 3
    return "".join([*pieces, _REFERENCE.sub(_character, text[position:])])


def _character(reference: re.Match[str]) -> str:
    """Feeds hold HTML names of characters, which XML does not know, bare `&`, and numbers of no character at all."""
    number, name = reference.groups()
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return "\ufffd" if code > 0x10FFFF or _NOT_XML.match(chr(code)) else reference[0]
    character = html5.get(f"{name};", "") if name else "&"
    if not character:
        return f"&#38;{reference[0][1:]}"
    return f"&#{ord(character)};" if character in "<>&\"'" else character


def _named(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "?:") if namespace else ""
    return prefix + local


class _Collector:
    """Takes the parser's events; keeps no tree, so memory follows the text and never the number of tags."""

    def __init__(self, names: frozenset[str]) -> None:
        self.root, self.cut, self.beyond = "", False, 0
        self.outer, self.records = Record(""), list[Record]()
        self._names, self._left = names, MOST_PARTS
        self._open: list[_Open] = []
        self._record: Record | None = None
        self._begun = 0
        self._inside = 0

    @property
    def open(self) -> bool:
        """Whether the document ended before its elements did."""
        return bool(self._open)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _named(tag)
        self.root = self.root or name
        if self._record is not None and name in self._names:
            self._break_off()
        if self._inside:
            self._inside += 1
            self._tag(f"<{name.rpartition(':')[2]}>")
            return
        attributes = {_named(key): value for key, value in attributes.items()} if attributes else _NONE
        base = self._open[-1].base if self._open else ""
        element = _Open(name, _joined(base, attributes.get("xml:base", "")))
        self._open.append(element)
        if self._record is None and name in self._names:
            self._record, self._begun = Record(name, attributes, element.base), len(self._open)
        elif len(self._open) > 1 and name != "channel":
            element.part = self._part(attributes, element.base)
            self._inside = int(name in _MARKUP)

    def _tag(self, tag: str) -> None:
        """A tag of markup within a part, left out where a document has absurdly many."""
        self._left -= 1
        if self._left >= 0:
            self._open[-1].pieces.append((True, tag))

    def _part(self, attributes: Mapping[str, str], base: str) -> Part | None:
        """A new part of the record, None where a document has absurdly many or nests absurdly deep."""
        first = self._begun or 1
        self._left -= 1
        if self._left < 0 or len(self._open) - first > DEEPEST:
            return None
        names = [element.name for element in self._open[first:] if element.name != "channel"]
        part = Part("/".join(names), attributes, base)
        (self._record or self.outer).parts.append(part)
        return part

    def data(self, text: str) -> None:
        if self._open and self._open[-1].part is not None:
            self._open[-1].pieces.append((False, text))

    def end(self, tag: str) -> None:
        if self._inside > 1:
            self._inside -= 1
            self._tag(f"</{_named(tag).rpartition(':')[2]}>")
            return
        self._inside = 0
        element = self._open.pop()
        if element.part is not None:
            element.part.text = _text(element.pieces)
        if self._record is not None and len(self._open) < self._begun:
            self._finish()

    def _finish(self) -> None:
        if self._record is not None and len(self.records) < MOST_RECORDS:
            self.records.append(self._record)
        else:
            self.beyond += 1
        self._record, self._begun = None, 0

    def _break_off(self) -> None:
        """A record begins inside another one, which some tag left open: the earlier one ends here.

        The parser still ends all that is open, innermost first, so what was only counted stands open from here on.
        """
        base = self._open[-1].base
        for element in self._open[self._begun :]:
            if element.part is not None:
                element.part.text = _text(element.pieces)
            element.part = None
        self._open += [_Open("", base) for _ in range(self._inside - 1)]
        self._inside = 0
        self._finish()

    def close(self) -> None:
        """Nothing is left to do at the end."""


@dataclass(slots=True)
class _Open:
    """An element that has begun and not ended; its pieces are tags (True) and texts."""

    name: str
    base: str
    part: Part | None = None
    pieces: list[tuple[bool, str]] = field(default_factory=list)


def _text(pieces: list[tuple[bool, str]]) -> str:
    """Text as it stands; where there are elements in it, text and elements as markup."""
    marked = any(is_tag for is_tag, _ in pieces)
    return "".join(escape(text, quote=False) if marked and not is_tag else text for is_tag, text in pieces)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if address else base
    except ValueError:
        return base
