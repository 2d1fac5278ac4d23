"""Words of a text as linking compares them: folded, light stems, no function words."""

import re
import unicodedata
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
_ENDINGS = ("ing", "ed", "ion", "e")
_BRITISH = (("defence", "defense"), ("offence", "offense"), ("isation", "ization"), ("ise", "ize"), ("our", "or"))
_SHORTEST_STEM = 3
_FEW = 3


def fold(text: str) -> str:
    """Lower case without accents and with straight marks."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [match.group() for match in _WORD.finditer(fold(text))]


@cache
def stem(word: str) -> str:
    """A light stem: possessive, plural and verb endings off, British spelling made American."""
    word = fold(word).removesuffix("'s").replace(".", "")
    for british, american in _BRITISH:
        if word == british or (word.endswith(british) and len(word) > len(british) + 1):
            word = word.removesuffix(british) + american
    if word.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
        word = word.removesuffix("ies") + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM:
        word = word.removesuffix("s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= _SHORTEST_STEM + len(ending):
            word = word.removesuffix(ending)
            break
    doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word


def content(text: str) -> frozenset[str]:
    """Stems of the words of a text that are not function words."""
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS and len(word) > 1)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over the words of the shorter (counted as at least three), in [0, 1]."""
    if not a or not b:
        return 0.0
    return len(a & b) / max(_FEW, min(len(a), len(b)))
