"""What a saved web page says of itself: meta tags, microdata, JSON-LD, canonical address, headings."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from dragoman.reading.linked_data import linked
from dragoman.reading.stated import Stated
from dragoman.reading.titles import bare_title, shown_title
from dragoman.text.lexicon import load, words
from dragoman.text.sites import site_of
from dragoman.text.stated_dates import stated_interval

_ENCODING = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})"
    rb"|^\s{0,99}<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")
LONGEST_RIGHTS, LONGEST_VALUE, LONGEST_BYLINE, LAST_LINES = 200, 500, 120, 2_000
_SILENT = frozenset({"script", "style", "noscript", "template"})


def declared_encoding(content: bytes) -> str:
    """The encoding that a page names in its first bytes, "" for none."""
    found = _ENCODING.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def page_meta(tree: Any, *, origin: str = "") -> tuple[Stated, str]:
    """What a page states of itself, and the text that its JSON-LD gives, one paragraph a line.

    `origin` is the address where the page was found: of another site's address the page only says that it took the
    text from there.
    """
    linked_data, tagged = linked(tree), _tagged(tree)
    article = linked_data.stated
    url, foreign = (tagged.url, "") if _same_site(tagged.url, origin) else ("", tagged.url)
    named = Stated(outlet=tagged.outlet or article.outlet, owner=article.outlet)
    stated = named.over(replace(article, title="")).over(replace(tagged, url=""))
    rights = tagged.rights or article.rights
    derived = "\n".join(dict.fromkeys(filter(None, f"{article.derived}\n{tagged.derived}\n{foreign}".split("\n"))))
    title = shown_title(tree, [bare_title(title, named.outlet) for title in (article.title, tagged.title)])
    return replace(stated, title=title, url=url, rights=rights, derived=derived), linked_data.body


def _tagged(tree: Any) -> Stated:
    """Meta tags, microdata, the canonical link, the first time under the first heading."""
    meta = _meta(tree)

    def first(heading: str) -> str:
        return next((meta[name] for name in load("pages")[f"meta_{heading}"] if meta.get(name)), "")

    byline = first("byline")
    url = _canonical(tree) or meta.get("og:url", "")
    return Stated(
        outlet=first("outlet").lstrip("@"),
        title=first("title") or next(_lines(tree, "title"), ""),
        url=url if url.startswith(("http://", "https://")) else "",
        published=first("published") or _property(tree, "datePublished") or _first_time(tree) or _shown_date(tree),
        modified=first("modified") or _property(tree, "dateModified"),
        language=(tree.get("lang") or "").strip() or first("language"),
        byline=byline if byline and not byline.startswith("http") else _signed(tree),
        rights=_rights(tree) or first("rights"),
        credit=first("credit") or _supplied(tree),
        derived=first("derived"),
    )


def _meta(tree: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = next((tag.get(key) for key in ("property", "name", "itemprop", "http-equiv") if tag.get(key)), "")
        value = " ".join(unescape((tag.get("content") or "")[:LONGEST_VALUE]).split())
        if value:
            meta.setdefault(name.strip().casefold(), value)
    return meta


def _canonical(tree: Any) -> str:
    links = (tag for tag in tree.iter("link") if (tag.get("rel") or "").casefold() == "canonical")
    return next(((tag.get("href") or "").strip()[:2000] for tag in links), "")


def _property(tree: Any, name: str) -> str:
    """The value of a schema.org property on a tag that shows it."""
    for tag in tree.iter("time", "span", "p", "div", "abbr"):
        if tag.get("itemprop") == name:
            return (tag.get("datetime") or tag.get("content") or tag.get("title") or "").strip()[:LONGEST_VALUE]
    return ""


def _supplied(tree: Any) -> str:
    """The short line that names where the text comes from."""
    for tag in tree.iter("a", "span", "p", "div"):
        named = ((tag.get("class") or "").casefold(), (tag.get("itemprop") or "").casefold())
        if words("pages", "sources").intersection(named):
            said = _short(tag)
            if said:
                return re.sub(r"^source[: ]\s*", "", said, flags=re.IGNORECASE)
    return ""


def _first_time(tree: Any) -> str:
    under = False
    for tag in tree.iter("h1", "time"):
        if tag.tag == "time" and under and tag.get("datetime"):
            return str(tag.get("datetime")).strip()[:LONGEST_VALUE]
        under = under or tag.tag == "h1"
    return ""


def _shown_date(tree: Any) -> str:
    """The line that the page names as its date, where it prints one with its year."""
    for tag in tree.iter("span", "p", "div", "td", "dd", "li", "time", "small"):
        if words("pages", "dates") & set((tag.get("class") or "").casefold().split()[:9]):
            said = _short(tag)
            if _YEAR.search(said) and stated_interval(said):
                return said
    return ""


def _signed(tree: Any) -> str:
    """The name that the page shows as its author's."""
    for tag in tree.iter("a", "span", "p", "div", "address"):
        if "author" in (tag.get("rel"), tag.get("itemprop")) or tag.get("class") in words("pages", "bylines"):
            said = _short(tag)
            if said:
                return re.sub(r"^(?:(?:posted |written )?by|from)[: ]\s*", "", said, flags=re.IGNORECASE)
    return ""


def _short(tag: Any) -> str:
    """The words of a tag, "" where they are more than a name or two."""
    said = " ".join("".join(text for text, _ in zip(tag.itertext(), range(20), strict=False)).split())
    return said if len(said) <= LONGEST_BYLINE else ""


def _lines(tree: Any, *names: str) -> Iterator[str]:
    return (" ".join("".join(tag.itertext()).split()) for tag in tree.iter(*names))


def _rights(tree: Any) -> str:
    """The last short line of the page that claims a copyright and gives a year."""
    pieces = ((e.text, e.tag not in _SILENT) for e in tree.iter("*"))
    tails = ((e.tail, True) for e in tree.iter("*"))
    lines = [" ".join(t.split()) for t, shown in (*pieces, *tails) if t and shown and len(t) <= 2 * LONGEST_RIGHTS]
    found = [line for line in lines if len(line) <= LONGEST_RIGHTS and _RIGHTS.search(line) and _YEAR.search(line)]
    return found[-1] if found else ""


def _same_site(address: str, origin: str) -> bool:
    """Whether an address may be believed of what was found at `origin`: one site, or nothing else is known."""
    own, other = site_of(address), site_of(origin)
    return own == other or not own or not other
