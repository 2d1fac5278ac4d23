"""What limits a statement ("if ...", "for now"), and a shorter wording of it that leaves this out."""

import re
from collections.abc import Iterable
from functools import cache

from dragoman.link.lexicon import phrases_of
from dragoman.link.wording import holds, likeness, tokens

LEFT_OUT = "left out"
"""Begins the words of a difference that tells of a limit left out."""
_ALIKE, _FEWEST = 0.65, 3
"""Likeness of a wording to the rest of the fuller one; words from which on it is a wording of it."""


@cache
def _limits() -> re.Pattern[str]:
    leads = "|".join(re.escape(lead) for lead in phrases_of("qualifying"))
    return re.compile(rf"\b(?:{leads})\b[^,;:.!?—–]*", re.IGNORECASE)


def limits(text: str) -> tuple[str, ...]:
    """The clauses and phrases of a text that limit it, as they stand there."""
    return tuple(found.group().strip() for found in _limits().finditer(text))


def left_out(fuller: str, shorter: str, *, around: str) -> tuple[str, ...]:
    """The limits of a sentence that another wording of it does not have, nor the words `around` it in its report."""
    found = limits(fuller)
    if not found or limits(shorter) or limits(around) or len(tokens(shorter)) < _FEWEST:
        return ()
    rest = _without(fuller, found)
    same = holds(fuller, shorter) or likeness(rest, shorter) >= _ALIKE
    return tuple(limit for limit in found if same and tokens(limit))


def difference(limit: str) -> str:
    """How a limit that is left out stands among the differences of an utterance."""
    return f"{LEFT_OUT}: [{limit}]"


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text
