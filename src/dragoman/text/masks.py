"""What the parser is shown: countries' names, dashes and spellings made alike, so that no parse hangs on them.

A parser reads the same sentence differently with "Germany" or with "Chad" in it. So it is shown one stock of names, in
the order in which a paragraph first names its countries, and its annotation is carried over to the words as printed:
token for token, or one token's to all of a longer name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from spacy.tokens import Doc as SpacyDoc

from dragoman.text.carried import carried
from dragoman.text.columns import Columns
from dragoman.text.folding import articled
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Doc
from dragoman.text.world import Country, world

_LONGEST = 5
_DASHES = {"--": "—", "–": "—"}
_FORMS = ("names", "adjectives", "peoples", "capitals")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as printed, as the parser is shown it, and how many printed tokens each shown one stands for."""

    printed: SpacyDoc
    doc: SpacyDoc
    sizes: tuple[int, ...]

    def carried(self) -> Doc:
        """The printed words with the annotation of what was shown, once that is parsed."""
        if self.doc is self.printed:
            return Doc.of(self.doc)
        columns = carried(Columns.of(self.printed), Columns.of(self.doc), self.sizes, _american)
        return Doc(self.printed.text, columns, self.doc.tensor.repeat(self.sizes, axis=0))


def shown(printed: SpacyDoc) -> Shown:
    """What to show of a tokenised paragraph; the paragraph itself where nothing in it is masked."""
    stock = _Stock(printed, [token.text for token in printed])
    seen: list[tuple[str, int]] = []
    at = 0
    while at < len(printed):
        seen.append(stock.mask(at))
        at += seen[-1][1]
    words = [word for word, _ in seen]
    if words == stock.said:
        return Shown(printed, printed, ())
    sizes = tuple(size for _, size in seen)
    spaces = [bool(printed[end - 1].whitespace_) for end in accumulate(sizes)]
    return Shown(printed, SpacyDoc(printed.vocab, words=words, spaces=spaces), sizes)


@dataclass(slots=True)
class _Stock:
    """A paragraph and its words, the countries that it has named so far, in order, and what is shown for each."""

    doc: SpacyDoc
    said: list[str]
    columns: dict[str, int] = field(default_factory=dict)

    def mask(self, at: int) -> tuple[str, int]:
        """The word to show at a token, and for how many printed tokens it stands."""
        text = self.said[at]
        if text in _DASHES:
            return _DASHES[text], 1
        if not text[:1].isupper() and text != "the":
            return _american(text), 1
        for size, known in reversed(list(self._named(at))):
            if _stands_alone(self.doc, at, at + size, known[1]):
                column = self.columns.setdefault(known[0], len(self.columns))
                stock = load("masks")[known[1]]
                return stock[column % len(stock)], size
        return _american(text), 1

    def _named(self, at: int) -> Iterator[tuple[int, tuple[str, str]]]:
        """The names of countries that begin at a token, in tokens, with the country and the kind of form."""
        name = ""
        for size in range(1, min(_LONGEST, len(self.said) - at) + 1):
            word = self.said[at + size - 1]
            name += "the" if (name, word) == ("", "The") else word
            if name not in _openings():
                return
            known = _countries().get(name)
            if known:
                yield size, known
            name += self.doc[at + size - 1].whitespace_


@cache
def _countries() -> Mapping[str, tuple[str, str]]:
    """ISO code and kind of form by the words that name a country, its people or its capital."""
    found: dict[str, tuple[str, str]] = {}
    for country in world().countries:
        for kind, forms in zip(_FORMS, _forms(country), strict=True):
            for form in forms:
                found.setdefault(form, (country.iso3, kind))
    return found


@cache
def _openings() -> frozenset[str]:
    """Everything with which a name in the table can begin."""
    return frozenset(name[:i] for name in _countries() for i in range(1, len(name) + 1))


def _forms(country: Country) -> tuple[tuple[str, ...], ...]:
    names = (country.name, *(alias for alias in country.aliases if not alias.isupper()))
    peoples = tuple(word for word in country.demonyms if word.endswith("s"))
    adjectives = tuple(word for word in country.demonyms if word not in peoples)
    return (
        tuple(form for name in names for form in (name, f"the {name}")[: 1 + articled(name)]),
        adjectives,
        peoples,
        (country.capital,),
    )


def _stands_alone(doc: SpacyDoc, start: int, end: int, kind: str) -> bool:
    """Whether a name is no part of a longer one: "Bank of X" is one, "Michael X" and "New X" are, "X City" is."""
    before = doc[start - 1] if start else None
    if before is not None and before.text[0].isupper() and before.is_alpha and not _opens(doc, start - 1):
        return False
    follows = doc[end] if end < len(doc) else None
    return kind in ("adjectives", "peoples") or follows is None or not (follows.is_title and follows.is_alpha)


def _opens(doc: SpacyDoc, at: int) -> bool:
    """Whether a capital word is one that does not belong to the name behind it."""
    token = doc[at]
    return bool(token.is_stop) or token.lower_ in words("masks", "openers") or token.text in _countries()


@cache
def _spellings() -> Mapping[str, str]:
    lists = load("masks")
    return dict(zip(lists["british"], lists["american"], strict=True))


def _american(text: str) -> str:
    new = _spellings().get(text.lower())
    if new is None:
        return text
    return new.capitalize() if text[0].isupper() else new
