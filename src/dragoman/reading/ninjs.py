"""IPTC ninjs 1.x, 2.x and 3.x: one news item as a JSON object, with what it was derived from."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.errors import SkippedInput
from dragoman.reading.decode import bounded, decode
from dragoman.reading.document import Document
from dragoman.reading.feed_entry import absolute
from dragoman.reading.markup import looks_like_markup, paragraphs, plain
from dragoman.reading.safe_json import clean, line, parsed
from dragoman.reading.stated import Stated

Item = Mapping[str, object]
"""An object with its names in lower case: version 3 writes `pubStatus` where 1 and 2 write `pubstatus`."""

_KEYS = re.compile(
    r'"(body_(?:xhtml|html|text|nitf)|bodies|headlines?|pubstatus|versioncreated|firstcreated|contentcreated'
    r'|representationtype|copyrightholder|copyrightnotice|infosources?|altids)"\s*:',
    re.IGNORECASE,
)
_OF_NEWS = {"headline", "copyrightnotice", "copyrightholder"}
_STANDARD = re.compile(r'"\$?standard"\s*:\s*\{[^{}]{0,300}\bninjs\b', re.IGNORECASE)
_BODIES = ("body_xhtml", "body_html", "body_nitf", "body_xml", "body_text")
_DERIVED = re.compile(
    r"(?:.*[:/])?(?:is)?_?(derived|evolved|translated|adapted|translation|derivation|rewrite)_?(?:from|of)(?:_?\w+)?",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"(?:.*[:/])?(?:canonical|web|permalink|public|article)?_?(?:url|link|href|page)|canonical")
_NO_SUPPLIER = re.compile(r"distribut|aggregat|enhanc|modif|transl", re.IGNORECASE)
_WITHHELD = {"canceled": "its publisher has canceled it", "withheld": "its publisher withholds it"}
_WITHHELD["cancelled"] = _WITHHELD["canceled"]


def is_ninjs(head: bytes) -> bool:
    """Whether bytes begin as one ninjs item does: an object that says so or has several of its names."""
    text = head.replace(b"\x00", b"").decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not text.startswith("{"):
        return False
    found = {key.casefold() for key in _KEYS.findall(text)}
    return bool(_STANDARD.search(text)) or (len(found) >= 2 and bool(found - _OF_NEWS))


def is_item(value: Mapping[str, object]) -> bool:
    """Whether an object of a list is a ninjs item: it has an identifier, and a body or headlines under ninjs names."""
    item = _lowered(value)
    named = isinstance(item.get("uri"), str) or isinstance(item.get("guid"), str)
    bodied = any(isinstance(item.get(key), str) for key in _BODIES) or isinstance(item.get("bodies"), list)
    return named and (bodied or isinstance(item.get("headlines"), list) or "pubstatus" in item)


def has_items(names: Sequence[str]) -> bool:
    """Whether rows with these names may be ninjs items."""
    folded = {name.casefold() for name in names}
    return bool(folded & {"uri", "guid"} and folded & {*_BODIES, "bodies", "headlines", "pubstatus"})


def read_ninjs(document: Document) -> tuple[str, Stated]:
    """The text, headline first and blank lines between paragraphs, and what the item states of itself.

    Raises SkippedInput for a canceled or withheld item, one without a text, and what is no ninjs.
    """
    value = parsed(document.name, decode(document.name, document.content, declared=document.charset))
    if not isinstance(value, dict):
        raise SkippedInput(
            document.name, "it is no ninjs item: its JSON is no object", "Give one item, or a list of them"
        )
    item = _lowered(value)
    status = line(item.get("pubstatus")).casefold().rpartition(":")[2]
    if status in _WITHHELD:
        raise SkippedInput(document.name, f"{_WITHHELD[status]} (pubstatus {status})", "Leave it out")
    body, title = _body(item), _headline(item)
    if not body:
        kind = line(item.get("type"))
        what = f"the item is of type {kind} and holds no text" if kind.isalpha() else "the item holds no text"
        raise SkippedInput(document.name, what, "Give items with a body")
    lead = [title] if title and body[0].casefold() != title.casefold() else []
    return bounded(document.name, "\n\n".join(lead + body)), _stated(item, title)


def _lowered(value: Mapping[str, object]) -> Item:
    return {key.casefold(): inner for key, inner in reversed(list(value.items()))}


def _objects(value: object) -> list[Item]:
    """The objects of a list, or those of an object of objects with their name there as `name`."""
    if isinstance(value, dict):
        return [{**_lowered(inner), "name": key} for key, inner in value.items() if isinstance(inner, dict)]
    return [_lowered(entry) for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _headline(item: Item) -> str:
    listed = [(line(entry.get("role")), plain(line(entry.get("value")))) for entry in _objects(item.get("headlines"))]
    main = [value for role, value in listed if value and role.rpartition(":")[2].casefold() in ("", "main", "headline")]
    every = main or [value for _, value in listed if value]
    return plain(line(item.get("headline"))) or (every[0] if every else plain(line(item.get("title"))))


def _body(item: Item) -> list[str]:
    """The paragraphs of the fullest body: of two renditions of one text either will do, a summary is shorter."""
    texts = [clean(text) for key in _BODIES if isinstance(text := item.get(key), str)]
    texts += [clean(text) for entry in _objects(item.get("bodies")) if isinstance(text := entry.get("value"), str)]
    found = [paragraphs(text) if looks_like_markup(text) else _of_text(text) for text in texts]
    return max(found, key=lambda body: (sum(len(p.split()) for p in body), len(body)), default=[])


def _of_text(text: str) -> list[str]:
    """Paragraphs between blank lines, or else lines."""
    parts = re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    parts = parts if len([part for part in parts if part.strip()]) > 1 else text.splitlines()
    return [words for part in parts if (words := " ".join(part.split()))]


def _stated(item: Item, title: str) -> Stated:
    created = [line(item.get(key)) for key in ("firstpublished", "firstcreated", "versioncreated", "contentcreated")]
    published = next(filter(None, created), "")
    changed = line(item.get("versioncreated"))
    holder = line(item.get("copyrightholder"))
    identifier = line(item.get("uri")) or line(item.get("guid"))
    return Stated(
        outlet=holder,
        title=title,
        url=_address(item),
        published=published,
        modified=changed if changed != published else "",
        language=line(item.get("language")),
        byline=line(item.get("by")) or line(item.get("byline")),
        dateline=line(item.get("located")) or line(item.get("dateline")),
        rights=line(item.get("copyrightnotice")),
        credit=", ".join(name for name in _suppliers(item) if name.casefold() != holder.casefold()),
        derived="\n".join(name for name in dict.fromkeys(_derived(item)) if name != identifier),
        identifier=identifier,
    )


def _suppliers(item: Item) -> list[str]:
    """Who supplied the content: `infosource` of 1.x, `infosources` of 2.x and 3.x, `source` of some agencies."""
    listed = _objects(item.get("infosources")) + _objects(item.get("infosource"))
    supplying = [entry for entry in listed if not _NO_SUPPLIER.search(line(entry.get("role") or entry.get("rel")))]
    names = [line(entry.get("name")) or line(entry.get("literal")) for entry in supplying]
    return list(dict.fromkeys(name for name in (*names, line(item.get("source"))) if name))


def _address(item: Item) -> str:
    """A web address among the alternative identifiers; `uri` is only a name."""
    altids = item.get("altids")
    pairs = list(altids.items()) if isinstance(altids, dict) else []
    pairs += [(line(entry.get("role")), entry.get("value")) for entry in _objects(altids)]
    found = (absolute("", line(value)) for role, value in pairs if _ADDRESSES.fullmatch(str(role).casefold()))
    return next(filter(None, found), "") or absolute("", line(item.get("url")))


def _derived(item: Item) -> Iterator[str]:
    """Names and addresses of what the item was made from: `derivedfrom` and its kin, and associations of that relation.

    ninjs 1.x tells the relation in an association's name, 2.x and 3.x in its `rel`, as a word, QCode or address.
    """
    for key, value in item.items():
        if _DERIVED.fullmatch(key):
            yield from _names(value)
    for association in _objects(item.get("associations")):
        relations = association.get("rel")
        told = relations if isinstance(relations, list) else [relations]
        if any(_DERIVED.fullmatch(line(relation)) for relation in (*told, association.get("name"))):
            yield from _names(association)


def _names(value: object) -> list[str]:
    """The identifiers in a string, an item, or a list of these."""
    if isinstance(value, list):
        return [name for entry in value[:100] if not isinstance(entry, list) for name in _names(entry)]
    if isinstance(value, dict):
        lowered = _lowered(value)
        keys = ("uri", "guid", "itemid", "id", "href", "url")
        return [name for key in keys if (name := line(lowered.get(key)))][:1]
    return [name for name in [line(value)] if name]
