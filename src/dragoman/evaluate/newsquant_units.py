"""Names of units brought to one form: "kms", "kilometers" and "km" are one, "40 red trucks" are trucks."""

import re
from collections.abc import Iterable

from dragoman.extract.measures import unit_called

_PER = re.compile(r"\s+(?:a|an|per|each)\s+|(?<=[\w$€£])/(?=\w)")
_OLD = re.compile(r"(?:[- ]olds?| of age)$")
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
_LIKE_S = ("ss", "us", "is")
_OF_THE_SET = {"pound-mass": "pound weight", "year of age": "year", "age": "year"}
_FOLD = re.compile(r"[a-z\d]*-?fold")


def unit_keys(names: Iterable[str]) -> frozenset[str]:
    """The keys under which units can agree: each by its unit's name or its last noun, with what it is counted by."""
    return frozenset(key for name in names if (key := _key(name)))


def _key(name: str) -> str:
    if written := unit_called(name.strip()):
        return written
    words = name.strip().casefold()
    if not words or words == "-":
        return "-" if words else ""
    if whole := _OF_THE_SET.get(words):
        return whole
    base, *per = _PER.split(words, maxsplit=1)
    return " per ".join([_base(base), *(_base(p) for p in per)])


def _base(words: str) -> str:
    words = _OLD.sub("", words.strip())
    named = _OF_THE_SET.get(words) or unit_called(words) or ("time" if _FOLD.fullmatch(words) else "")
    if named:
        return named
    found = _WORD.findall(words.split(" of ")[0])
    if not found:
        return words
    return unit_called(found[-1]) or _singular(found[-1])


def _singular(noun: str) -> str:
    ending = next((pair for pair in _ENDINGS if noun.endswith(pair[0])), None)
    return noun if ending is None or noun.endswith(_LIKE_S) else noun.removesuffix(ending[0]) + ending[1]
