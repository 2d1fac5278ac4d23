"""What the JSON-LD objects of a page (schema.org) say of its article, also where the JSON is slightly broken."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from dragoman.reading.stated import Stated

Thing = Mapping[str, object]

_ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "BackgroundNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "Article",
    "Report",
    "BlogPosting",
    "WebPage",
)
# What hangs on these speaks of other pages.
_ELSEWHERE = frozenset({"comment", "hasPart", "itemListElement", "mentions", "relatedLink", "about", "citation"})
_WRAPPING = re.compile(r"^\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]|--)>\s*$")
_LATE_COMMA = re.compile(r",(\s*[}\]])")
_PAIR = re.compile(r'"(headline|datePublished|dateModified|inLanguage|articleBody)"\s*:\s*"((?:[^"\\]|\\.){1,20000})"')
_TAG = re.compile(r"<(?:/p|br|/div|/li|/h\d)\b[^<>]{0,100}>")
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_YEAR = re.compile(r"\d{4}")
DEPTH, MOST_OBJECTS, LONGEST_SCRIPT, MOST_SCRIPTS = 6, 5_000, 2_000_000, 50


@dataclass(frozen=True, slots=True)
class Linked:
    """What the page's article states, and its text with one paragraph a line, "" where it is not given."""

    stated: Stated = field(default_factory=Stated)
    body: str = ""


def linked(tree: Any) -> Linked:
    """The first article among the page's JSON-LD objects."""
    things = [thing for script in _scripts(tree) for thing in _objects(script)]
    typed = [(thing, kind) for thing in things for kind in _ARTICLE_TYPES if kind in _texts(thing.get("@type"))]
    if not typed:
        return Linked()
    article = min(typed, key=lambda entry: _ARTICLE_TYPES.index(entry[1]))[0]
    known = {str(thing["@id"]): thing for thing in reversed(things) if "name" in thing and "@id" in thing}
    return Linked(_stated(article, known), _body(article.get("articleBody")))


def _stated(article: Thing, known: Mapping[str, Thing]) -> Stated:
    def named(*keys: str) -> list[str]:
        names = (_name(value, known) for key in keys for value in _many(article.get(key)))
        return list(dict.fromkeys(filter(None, names)))

    based = (_address(value) for key in ("isBasedOn", "isBasedOnUrl") for value in _many(article.get(key)))
    publishers = named("publisher") or [""]
    supplied = [name for name in named("sourceOrganization", "creditText", "provider") if name not in publishers]
    return Stated(
        outlet=publishers[0],
        title=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")),
        modified=_text(article.get("dateModified")),
        language=_text(article.get("inLanguage")),
        byline=", ".join(name for name in named("author", "creator") if not name.startswith("http")),
        rights=_rights(article, named("copyrightHolder")),
        credit="; ".join(supplied),
        derived="\n".join(dict.fromkeys(filter(None, based))),
    )


def _rights(article: Thing, holders: list[str]) -> str:
    notice = _text(article.get("copyrightNotice"))
    year = _YEAR.search(str(article.get("copyrightYear") or ""))
    made = f"© {year[0] if year else ''} {holders[0]}" if holders else ""
    return notice or " ".join(made.split())


def _scripts(tree: Any) -> Iterator[str]:
    found = (tag.text or "" for tag in tree.iter("script") if "ld+json" in (tag.get("type") or "").casefold())
    for _, script in zip(range(MOST_SCRIPTS), found, strict=False):
        if len(script) <= LONGEST_SCRIPT:
            yield script


def _objects(script: str) -> Iterator[Thing]:
    waiting = deque([(_loaded(script), 0)])
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        thing, depth = waiting.popleft()
        if isinstance(thing, dict):
            yield thing
            inner = [value for key, value in thing.items() if key not in _ELSEWHERE]
        else:
            inner = thing if isinstance(thing, list) else []
        if depth < DEPTH:
            waiting.extend((value, depth + 1) for value in inner[:MOST_OBJECTS] if isinstance(value, dict | list))


def _loaded(script: str) -> object:
    """The content of a script; where it is no JSON, also without its last commas, the plain pairs of an article."""
    script = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip().rstrip(";")
    for text in (script, _LATE_COMMA.sub(r"\1", script)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    kind = next((kind for kind in _ARTICLE_TYPES if f'"{kind}"' in script), "")
    pairs = {found[1]: found[2].replace('\\"', '"').replace("\\n", "\n") for found in _PAIR.finditer(script)}
    return {"@type": kind, **pairs} if kind else {}


def _body(value: object) -> str:
    """An article's text without tags, one paragraph a line."""
    text = _ANY_TAG.sub("", _TAG.sub("\n", unescape(value))) if isinstance(value, str) else ""
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _texts(value: object) -> list[str]:
    return [entry for entry in _many(value) if isinstance(entry, str)]


def _text(value: object) -> str:
    return " ".join(unescape(value).split())[:1000] if isinstance(value, str) else ""


def _name(value: object, known: Mapping[str, Thing]) -> str:
    """A thing's name, also where only its identifier is given and it stands elsewhere on the page."""
    if not isinstance(value, dict):
        return _text(value)
    return _text(value.get("name")) or _text(known.get(str(value.get("@id")), {}).get("name"))


def _address(value: object) -> str:
    if isinstance(value, dict):
        return next((text for key in ("url", "@id", "identifier", "name") if (text := _text(value.get(key)))), "")
    return _text(value)
