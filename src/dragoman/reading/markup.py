"""Fragments of HTML as bodies of feeds and news agencies hold them: their paragraphs, their words."""

import re
from collections.abc import Mapping
from html import unescape

from lxml import etree

# `<[^<>]*>` cannot run over the next tag, so that a million `<` stay cheap.
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_MARKED = re.compile(r"<(?:/?[a-z][a-z0-9.]{0,20}(?:\s[^<>]{0,2000})?/?|!--)", re.IGNORECASE)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike"
    "|strong|sub|sup|time|tt|u|var|wbr|person|org|location|chron|money|num|object.title"
)
_SILENT = re.compile(
    "script|style|figure|figcaption|iframe|video|audio|object|embed|noscript|form|button|svg|template|head|media"
    r"|table|aside|nav|body\.head|body\.end"
)


def looks_like_markup(text: str) -> bool:
    """Whether a text holds tags."""
    return bool(_MARKED.search(text))


def words(text: str) -> int:
    """How many words a text has without its tags."""
    return len(_TAG.sub(" ", text).split())


def plain(text: str) -> str:
    """A title or name on one line, without tags and with its character references resolved."""
    return " ".join(unescape(_TAG.sub(" " if "<br" in text else "", text)).split())


def paragraphs(markup: str) -> list[str]:
    """The paragraphs, headings and list items of a fragment, in order; captions, tables, scripts and forms left out."""
    found = _Paragraphs()
    parser = etree.HTMLParser(target=found, no_network=True, encoding="utf-8", remove_comments=True)
    try:
        etree.fromstring(f"<body>{markup}</body>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, UnicodeDecodeError):
        return [" ".join(unescape(_TAG.sub(" ", markup)).split())]
    found.close()
    return found.done


class _Paragraphs:
    """Takes the parser's events."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._pieces: list[str] = []
        self._silent: list[str] = []

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        if _SILENT.fullmatch(tag):
            self._silent.append(tag)
        if not _INLINE.fullmatch(tag):
            self.close()

    def end(self, tag: str) -> None:
        if not _INLINE.fullmatch(tag):
            self.close()
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def data(self, text: str) -> None:
        if not self._silent:
            self._pieces.append(text)

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> None:
        """End the paragraph at hand."""
        paragraph = " ".join("".join(self._pieces).split())
        self._pieces = []
        if paragraph:
            self.done.append(paragraph)
