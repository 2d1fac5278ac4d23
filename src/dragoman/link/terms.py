"""How common words are in news English, from a frozen table: rare ones tie two texts together, common ones do not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from spacy.lang.en.stop_words import STOP_WORDS

from dragoman.link.words import stem, words

RARE = 0.02
"""A word is rare that stands in fewer than this share of paragraphs."""
_MOST = 20
_UNSEEN = 0.5


@dataclass(frozen=True, slots=True)
class Terms:
    """Paragraphs in which each stem stands, of all that were counted."""

    counts: dict[str, int]
    paragraphs: int

    def share(self, word: str) -> float:
        """The share of paragraphs in which a stem stands, in [0, 1]."""
        return self.counts.get(word, 0) / self.paragraphs

    def rare(self, found: Iterable[str]) -> frozenset[str]:
        """Those of some stems that are rare."""
        return frozenset(word for word in found if self.share(word) < RARE)

    def about(self, text: str) -> tuple[str, ...]:
        """The stems that tell best what a text is about: often in it and seldom elsewhere (tf-idf), at most 20."""
        said = Counter(stem(word) for word in words(text) if word not in STOP_WORDS and len(word) > 1)
        worth = {word: (1 + log(n)) * log((self.paragraphs + 1) / self._count(word)) for word, n in said.items()}
        return tuple(sorted(sorted(worth, key=lambda word: (-round(worth[word], 6), word))[:_MOST]))

    def _count(self, word: str) -> float:
        return self.counts.get(word, 0) + _UNSEEN


@dataclass(frozen=True, slots=True)
class Spelling:
    """How some texts print the words of which linking keeps the stems."""

    forms: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Spelling":
        """The commonest form of each stem of the texts."""
        counts = Counter(word for text in texts for word in words(text))
        ordered = sorted(counts.items(), key=lambda item: (item[1], item[0]))
        return cls({stem(word): word for word, _ in ordered})

    def __call__(self, stems: Iterable[str]) -> list[str]:
        """The forms of some stems, sorted; a stem that no text holds stays as it is."""
        return sorted(self.forms.get(one, one) for one in stems)


@cache
def terms() -> Terms:
    """The table of `data/terms.tsv`."""
    table = files("dragoman.link").joinpath("data", "terms.tsv").read_text(encoding="utf-8")
    (_, paragraphs), *rows = (line.split("\t") for line in table.splitlines())
    return Terms({word: int(count) for word, count in rows}, int(paragraphs))
