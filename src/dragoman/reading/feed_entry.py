"""One entry of a feed, whatever its format, and what becomes of it: a document, a link or nothing."""

import re
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urljoin, urlsplit

from dragoman.reading.document import Document, Format, Link
from dragoman.reading.markup import looks_like_markup, paragraphs, plain, words
from dragoman.reading.stated import Stated

FEWEST_WORDS = 80
"""A content element with fewer words is a teaser."""
FEWEST_WORDS_OF_SUMMARY = 200
"""A description is a summary by its definition; only one as long as a report is taken for one."""
_GOES_ON = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\[\+\d+ chars\]"
    r"|\b(?:read|see|view) (?:the )?(?:more|full|rest|original|whole|entire)\b[^.]{0,80}"
    r"|\b(?:continue|keep) reading\b[^.]{0,120}|\bclick here (?:to|for)\b[^.]{0,80})[\s»→.>\])]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself; `site` is its home page."""

    title: str = ""
    site: str = ""
    language: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A text in an entry; `whole` where its element is meant for the whole text and not for a summary."""

    text: str
    is_html: bool
    whole: bool

    @property
    def is_report(self) -> bool:
        """Whether it is long enough to be a report, and does not say that it goes on elsewhere."""
        if words(self.text) < (FEWEST_WORDS if self.whole else FEWEST_WORDS_OF_SUMMARY):
            return False
        last = paragraphs(self.text[-3000:])[-1:] if self.is_html else [self.text.rstrip()[-300:]]
        return not (last and _GOES_ON.search(last[0]))


@dataclass(frozen=True, slots=True)
class Entry:
    """`stated` holds title, address and all else that the entry says; `source` is the feed from which it was copied."""

    stated: Stated
    bodies: tuple[Body, ...] = ()
    source: str = ""
    base: str = ""


def part_of(entry: Entry, channel: Channel, name: str) -> Document | Link | None:
    """The entry as a document if it holds a report, else as a link; None where it has neither text nor address."""
    url = absolute(entry.base or channel.site, entry.stated.url)
    hinted = _published_by(replace(entry.stated, url=url), entry.source, channel)
    hinted = hinted.over(Stated(language=channel.language, rights=channel.rights))
    body = next((body for body in entry.bodies if body.is_report), None)
    if body is not None:
        form = Format.HTML if body.is_html else Format.TEXT
        content = (
            page(body.text, hinted) if body.is_html else "\n\n".join(filter(None, (hinted.title, body.text.strip())))
        )
        stem = _site(url) or _site(channel.site)
        return Document(name, content.encode("utf-8", "replace"), form, charset="utf-8", hinted=hinted, stem=stem)
    return Link(url, name, hinted=hinted) if url else None


def absolute(base: str, address: str) -> str:
    """An address made whole, "" for one that is not of the web."""
    try:
        url = urljoin(base, "".join(address.split())) if address.strip() else ""
        return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else ""
    except ValueError:
        return ""


def page(fragment: str, stated: Stated) -> str:
    """A fragment of HTML under its title and outlet as a page, so that it is read as any page is."""
    language = f' lang="{escape(stated.language)}"' if stated.language else ""
    title = escape(plain(stated.title), quote=False)
    outlet = f'<meta property="og:site_name" content="{escape(stated.outlet)}">' if stated.outlet else ""
    return (
        f'<!doctype html>\n<html{language}><head><meta charset="utf-8">{outlet}'
        f"{f'<title>{title}</title>' if title else ''}</head>\n<body><article>\n"
        f"{f'<h1>{title}</h1>' if title else ''}\n{fragment}\n</article></body></html>\n"
    )


def text_body(text: str, *, whole: bool, is_html: bool | None = None) -> Body:
    """A text whose kind the feed may leave open."""
    return Body(text, looks_like_markup(text) if is_html is None else is_html, whole)


def _published_by(stated: Stated, source: str, channel: Channel) -> Stated:
    """Who published an entry: its feed; where it lies on another site, its source, which else is a credit."""
    here, there = _site(channel.site), _site(stated.url)
    if here and there and not (here == there or here.endswith(f".{there}") or there.endswith(f".{here}")):
        return replace(stated, outlet=source)
    credit = source if source.casefold() != channel.title.casefold() else ""
    return replace(stated, outlet=channel.title, credit=stated.credit or credit)


def _site(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|feeds?|rss|m|amp|news)\.", "", host)
