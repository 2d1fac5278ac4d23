"""Names compared: spellings of one name in Latin letters, parts of persons' names, bodies without their country."""

import re
from functools import cache

from dragoman.link.words import fold, stem, words

_LETTERS = (
    (r"sch", "sh"), (r"tch", "ch"), (r"kh", "h"), (r"gh", "g"), (r"ph", "f"), (r"ck", "k"), (r"q", "k"),
    (r"x", "ks"), (r"w", "v"), (r"ou", "u"), (r"oo", "u"), (r"ee", "i"), (r"dj", "j"), (r"dh", "d"),
    (r"[iyj]+", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "abu", "van", "von", "der", "den", "de", "di", "la"})
_VOWELS = re.compile(r"[aeiou]")
_LIKE = 3
"""Consonants that two spellings must share before their vowels may differ."""


@cache
def spelling(word: str) -> str:
    """A key that spellings of one name in Latin letters share (Terensky, Terenskiy, Terenskyy)."""
    key = re.sub(r"[^a-z]", "", fold(word))
    for pattern, instead in _LETTERS:
        key = re.sub(pattern, instead, key)
    return key


def alike(a: str, b: str) -> bool:
    """Whether two words may be one name spelt twice: same key, or same consonants (Mohammed, Muhammad)."""
    first, second = spelling(a), spelling(b)
    if first == second:
        return True
    bones = (_VOWELS.sub("", first), _VOWELS.sub("", second))
    ends = first[-1:] in "aeiou" and second[-1:] in "aeiou"
    same_ending = ends or (first[-1:] not in "aeiou" and second[-1:] not in "aeiou")
    return bones[0] == bones[1] and len(bones[0]) >= _LIKE and first[:1] == second[:1] and same_ending


def parts(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles, `al-` and suffixes, lower case."""
    spoken = words(re.sub(r"\b([Aa]l|[Ee]l)[-’']", "", name))
    return tuple(word for word in spoken if word not in _PARTICLES and word not in {"jr", "sr", "ii", "iii"})


def same_person(a: str, b: str) -> bool:
    """Whether two full names (two words or more) agree: last names alike and first names alike or an initial of it."""
    first, second = parts(a), parts(b)
    if min(len(first), len(second)) <= 1 or not alike(first[-1], second[-1]):
        return False
    given, other = first[0].rstrip("."), second[0].rstrip(".")
    if min(len(given), len(other)) == 1:
        return given[0] == other[0]
    return alike(given, other)


def body_words(name: str, side: str) -> frozenset[str]:
    """Stems of an organisation's name without small words and without the name of its own side."""
    home = {stem(word)[:5] for word in words(side)}
    small = {"of", "the", "and", "for", "de", "s"}
    return frozenset(stem(w) for w in words(name) if w not in small and stem(w)[:5] not in home)


def initials(name: str) -> str:
    """The first letters of a name's capitalised words, lower case."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w’'-]*", name) if word[0].isupper()).casefold()
