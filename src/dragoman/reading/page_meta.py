"""What a saved web page says of itself: meta tags, JSON-LD, canonical address, the title."""

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from dragoman.reading.stated import Stated

_ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "WebPage")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "date_published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "date_modified")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_TITLE = ("og:title", "twitter:title", "dc.title", "headline", "title")
_BYLINE = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_LANGUAGE = ("content-language", "og:locale", "language", "dc.language", "inlanguage")
_ENCODING = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
DEPTH, LONGEST_RIGHTS = 6, 200
HEADINGS = ("h1", "h2", "h3")


def declared_encoding(content: bytes) -> str:
    """The encoding that a page names in its first bytes, "" for none."""
    found = _ENCODING.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def page_meta(page: str) -> Stated:
    """Read outlet, owner, title, address, date, language and author from what a page says of itself."""
    tree = trafilatura.load_html(page)
    if tree is None:
        return Stated()
    linked, tagged = _linked(tree), _tagged(tree)
    host = re.match(r"https?://(?:www\d?\.|m\.|amp\.)?([^/:]+)", tagged.url)
    named = Stated(outlet=tagged.outlet or linked.outlet or (host[1] if host else ""), owner=linked.outlet)
    return named.over(linked).over(tagged)


def _tagged(tree: Any) -> Stated:
    """Meta tags, the canonical link, the first heading, the first time under it."""
    meta: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = next((tag.get(key) for key in ("property", "name", "itemprop", "http-equiv") if tag.get(key)), "")
        meta.setdefault(name.strip().casefold(), (tag.get("content") or "").strip())

    def first(names: tuple[str, ...]) -> str:
        return next((meta[name] for name in names if meta.get(name)), "")

    links = (tag.get("href") or "" for tag in tree.iter("link") if (tag.get("rel") or "").casefold() == "canonical")
    url = next(links, "") or meta.get("og:url", "")
    outlet, byline = first(_OUTLET).lstrip("@"), first(_BYLINE)
    return Stated(
        outlet=outlet,
        title=_headed(tree, _bare_title(first(_TITLE) or _words(tree, "h1") or _words(tree, "title"), outlet)),
        url=url if url.startswith(("http://", "https://")) else "",
        published=first(_PUBLISHED) or _first_time(tree),
        modified=first(_MODIFIED),
        language=(tree.get("lang") or "").strip() or first(_LANGUAGE),
        byline="" if byline.startswith("http") else byline,
        rights=_rights(tree),
    )


def _first_time(tree: Any) -> str:
    under = False
    for tag in tree.iter("h1", "time"):
        if tag.tag == "time" and under and tag.get("datetime"):
            return str(tag.get("datetime")).strip()
        under = under or tag.tag == "h1"
    return ""


def _words(tree: Any, name: str) -> str:
    return next((" ".join("".join(tag.itertext()).split()) for tag in tree.iter(name)), "")


def _headed(tree: Any, title: str) -> str:
    """The heading of the page that its title holds, where the title names the site and its parts too."""
    headings = (" ".join("".join(tag.itertext()).split()) for tag in tree.iter(*HEADINGS))
    return next((h for h in headings if len(h.split()) >= 3 and title.casefold().endswith(h.casefold())), title)


def _rights(tree: Any) -> str:
    """The last short line of the page that claims a copyright and gives a year."""
    lines = (" ".join(line.split()) for line in tree.itertext() if isinstance(line, str))
    found = [line for line in lines if len(line) <= LONGEST_RIGHTS and _RIGHTS.search(line) and _YEAR.search(line)]
    return found[-1] if found else ""


def _linked(tree: Any) -> Stated:
    """The first article among the page's JSON-LD objects."""
    scripts = (tag.text or "" for tag in tree.iter("script") if "ld+json" in (tag.get("type") or "").casefold())
    found = [thing for script in scripts for thing in _objects(script)]
    typed = [(t, kind) for t in found for kind in _ARTICLE_TYPES if kind in _texts(t.get("@type"))]
    if not typed:
        return Stated()
    article = min(typed, key=lambda entry: _ARTICLE_TYPES.index(entry[1]))[0]
    publisher = _name(article.get("publisher"))
    return Stated(
        outlet=publisher,
        title=_bare_title(_text(article.get("headline")), publisher),
        url="",
        published=_text(article.get("datePublished")),
        modified=_text(article.get("dateModified")),
        language=_text(article.get("inLanguage")),
        byline=", ".join(filter(None, (_name(author) for author in _many(article.get("author"))))),
    )


def _objects(script: str) -> Iterator[dict[str, object]]:
    try:
        content = json.loads(script)
    except (ValueError, RecursionError):
        return
    waiting = [(content, 0)]
    while waiting:
        thing, depth = waiting.pop(0)
        if isinstance(thing, dict):
            yield thing
            waiting += [(inner, depth + 1) for inner in thing.values() if depth < DEPTH]
        elif isinstance(thing, list) and depth < DEPTH:
            waiting += [(inner, depth + 1) for inner in thing]


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _texts(value: object) -> list[str]:
    return [entry for entry in _many(value) if isinstance(entry, str)]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: object) -> str:
    named = _many(value)[0] if _many(value) else None
    return _text(named.get("name") if isinstance(named, dict) else named)


def _bare_title(title: str, outlet: str) -> str:
    """A title without the outlet's name after a bar or dash."""
    title = " ".join(title.split())
    shorter = re.sub(r"\s+[|–—·-]\s+[^|–—·]{2,40}$", "", title)
    last = title[len(shorter) :].strip(" |–—·-").casefold()
    cut = "|" in title[len(shorter) :] or (last and outlet and (last in outlet.casefold() or outlet.casefold() in last))
    return shorter if cut and len(shorter.split()) >= 3 else title
