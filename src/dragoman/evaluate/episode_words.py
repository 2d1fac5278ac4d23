"""Words compared by their stems: names, things counted, contents. Knows no language tools, only letters."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*")
_STOP_WORDS = """
    the and for with that this from into its his her their they them has have had was were are been
    being will would not nor but who which whom when where while than then there here what all any both
    each other another some such only just also more most over under about after before since until
    during between among against within across per said says say told according
"""
_STOP = frozenset(_STOP_WORDS.split())
# Well-known short forms and demonyms that share too few letters with the name they stand for.
_SAME = {
    "us": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "british": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "turkish": "turkey",
    "turkiye": "turkey",
    "french": "france",
    "spanish": "spain",
    "dutch": "netherlands",
    "german": "germany",
    "swiss": "switzerland",
    "greek": "greece",
    "polish": "poland",
    "danish": "denmark",
    "swedish": "sweden",
    "finnish": "finland",
    "welsh": "wales",
    "irish": "ireland",
    "emirati": "emirates",
    "defence": "defense",
}
_LONG_ENDINGS = ("isation", "ization", "ations", "ation", "ingly", "ments", "ment")
_MIDDLE_ENDINGS = ("ions", "ing", "ion", "ied", "ies")
_SHORT_ENDINGS = ("ed", "es", "ly", "al", "er", "or", "s", "e", "y")


def plain(text: str) -> str:
    """Text in lower case without accents, with straight quotes and acronyms without their dots."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    letters = "".join(char for char in folded if not unicodedata.combining(char)).casefold()
    return re.sub(r"\b((?:[^\W\d_]\.){2,})", lambda found: found.group(0).replace(".", ""), letters)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in order, folded, with short forms and demonyms written out."""
    bare = re.sub(r"'s\b|'", "", plain(text))
    return tuple(part for word in _WORD.findall(bare) for part in _SAME.get(word, word).split())


def stem(word: str) -> str:
    """A word without its commonest English endings, never shorter than three letters."""
    for ending in (*_LONG_ENDINGS, *_MIDDLE_ENDINGS, *_SHORT_ENDINGS):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.isdigit():
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; numbers stay as they are."""
    return frozenset(stem(word) for word in tokens(text) if word not in _STOP and (len(word) > 2 or word.isdigit()))


def alike(one: str, other: str) -> bool:
    """Whether two words begin alike for 3/4 of the shorter (4 letters at least), or differ by one letter."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 4:
        return False
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if common >= 4 and 4 * common >= 3 * len(short):
        return True
    # One letter put in, as transliterations do; only for long words.
    tail = long[common + 1 :]
    return len(short) >= 6 and common >= 2 and tail == short[common:] and len(long) == len(short) + 1


def shared(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """The words of the first that have a like one in the second."""
    second = tuple(other)
    return frozenset(word for word in one if any(alike(word, item) for item in second))


def holds_words(text: str, words: str) -> bool:
    """Whether a text holds these words as whole words, whatever their case."""
    return re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", plain(text)) is not None
