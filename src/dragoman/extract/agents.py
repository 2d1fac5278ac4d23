"""Nouns that name people or bodies of people: by a list, and by the endings that English gives to people."""

import re
from functools import lru_cache

from dragoman.text.lexicon import words
from dragoman.text.parse import Token

# "grower", "investor", "pensioner", "trainee", "biologist", "electrician", "craftsman"; in the plural the more of them.
_ONE = re.compile(r"[a-z]{3,}(?:man|woman|ist|ician|arian|eer)")
_SEVERAL = re.compile(r"[a-z]{2,}(?:ers|ors|ists|ians|eers|men|women|ees|folk)")
_NEAR = 512


@lru_cache(maxsize=_NEAR)
def _people(lemma: str, lower: str, *, plural: bool) -> bool:
    if lemma in words("described", "people"):
        return True
    if lemma in words("described", "nobody") or lemma in words("described", "struck"):
        return False
    return _ONE.fullmatch(lower) is not None or (plural and _SEVERAL.fullmatch(lower) is not None)


def names_people(token: Token) -> bool:
    """Whether a noun names people by what they do or are."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and _people(
        token.lemma_.lower(), token.lower_, plural=token.tag_ in ("NNS", "NNPS")
    )


def names_body(token: Token) -> bool:
    """Whether a noun names a body of people: an office, a force, a firm."""
    return token.lemma_.lower() in words("described", "bodies")
