"""Venues, put at the city that the same sentence names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.numerals import either
from dragoman.extract.setting import says_where
from dragoman.model.event import Place, PlaceMention
from dragoman.text.lexicon import load, words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token


@cache
def _venue() -> re.Pattern[str]:
    kinds = either(load("places")["venues"])
    return re.compile(
        rf"(?<![\w-])(?:[A-ZÀ-Þ][\w’'-]*(?<!['’]s) (?:(?:al|of|de|el)[- ])?){{1,4}}(?:International )?(?:{kinds})\b"
    )


def with_venues(page: Page, paragraph: Paragraph, places: list[PlaceMention]) -> Iterator[PlaceMention]:
    """The places of a paragraph, with venues put at the city that the same sentence names."""
    shadowed: set[int] = set()
    for match in _venue().finditer(paragraph.doc.text):
        token = next(t for t in paragraph.doc if t.idx + len(t.text) > match.start())
        span = page.cut(paragraph.start + match.start(), paragraph.start + match.end())
        city = _city_of(paragraph, token, places, span.start)
        known = page.gazetteer.place(match.group())
        listed = known if known and known.precision == "venue" else None
        if match.group() in words("places", "none") or (listed is None and city is None) or _speaks(token, match):
            continue
        shadowed.update(i for i, m in enumerate(places) if m.span.overlaps(span))
        base = listed or (city.place if city else Place(span.exact))
        yield PlaceMention(span, replace(base, name=span.exact, precision="venue"))
    yield from (m for i, m in enumerate(places) if i not in shadowed)


def _city_of(paragraph: Paragraph, token: Token, places: list[PlaceMention], start: int) -> PlaceMention | None:
    """The city of the same sentence that stands nearest to a venue."""
    first, last = paragraph.start + token.sent.start_char, paragraph.start + token.sent.end_char
    cities = [m for m in places if m.place.precision == "city" and first <= m.span.start < last]
    return min(cities, key=lambda m: abs(m.span.start - start), default=None)


def _speaks(token: Token, match: re.Match[str]) -> bool:
    """Whether a house stands for those in it ("the Governor's House said")."""
    name = token.doc.touched(*match.span())
    return name.root.dep_ == "nsubj" and not says_where(name, actor=False)
