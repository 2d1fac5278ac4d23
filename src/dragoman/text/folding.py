"""Names as keys: without case, marks and spelling variants, so that one look-up finds what romanisations share."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("ıłŁøØđĐðÐəƏ", "illooddddee", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
    | dict.fromkeys("'’‘ʼʻ`´′.", "")
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_UNITS = (
    "oblast|region|province|governorate|state|district|county|krai|kray|raion|rayon|department|prefecture|"
    "republic|territory|canton|municipality|voivodeship|division|okrug|emirate|parish|autonomous region|city"
)
_WITH_UNIT = re.compile(rf"^(?:(?:{_UNITS}) of (?:the )?(?P<after>.+)|(?P<before>.+?) (?:{_UNITS}))$")
# Sounds that romanisations write in several ways; applied in this order, then doubled letters are made one.
_SOUNDS = [(re.compile(a), b) for a, b in (("[^a-z0-9]", ""), ("kh", "h"), ("zh", "z"), ("sh", "s"))]
_SOUNDS += [(re.compile(a), b) for a, b in (("ch", "c"), ("[yj]", "i"), ("ph", "f"), ("w", "v"), ("q", "k"))]
_SOUNDS += [(re.compile(r"(.)\1+"), r"\1")]
_KEPT = 1 << 14  # names whose folded forms are kept: the same few thousand come again and again
_ARTICLED = re.compile(r"United |.*(?:Republic|Islands|States|Emirates|Netherlands|Philippines|Maldives|Bahamas)$")


@lru_cache(maxsize=_KEPT)
def fold(name: str) -> str:
    """The name in lower case without diacritics, apostrophes, points, hyphens or a leading 'the'."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    words = [_SHORT.get(word, word) for word in kept.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(maxsize=_KEPT)
def loose(name: str) -> str:
    """A key that romanisations of one name share (Zaporizhia, Zaporizhzhya), for use after an exact miss."""
    key = fold(name)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def without_unit(folded: str) -> str:
    """A folded name without the word for an administrative unit ('kent county' gives 'kent'), or ''."""
    found = _WITH_UNIT.match(folded)
    return (found["after"] or found["before"]) if found else ""


def articled(name: str) -> bool:
    """Whether news English puts "the" before a country's name ("the Netherlands")."""
    return _ARTICLED.match(name) is not None
