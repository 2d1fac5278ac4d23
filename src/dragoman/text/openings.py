"""How lines of a page begin, by the phrases of the `sections` lexicon."""

import re
from functools import cache

from dragoman.text.lexicon import load


@cache
def _opening(heading: str) -> re.Pattern[str]:
    # Phrases are folded like the line, whose bullets and brackets in front are gone.
    phrases = sorted({p.lstrip("(-") for p in load("sections")[heading]}, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, phrases))})(?:(?<=\W)|(?!\w))")


def opens(folded: str, heading: str) -> bool:
    """Whether a folded line begins with a phrase of a heading, as whole words."""
    return bool(_opening(heading).search(folded))


@cache
def label(heading: str) -> re.Pattern[str]:
    """The phrases of a heading as labels: before a colon, a bar or a dash."""
    phrases = "|".join(map(re.escape, sorted(load("sections")[heading], key=len, reverse=True)))
    if heading == "photo_labels":
        return re.compile(rf"^(?:{phrases})(?:\s*[:/|,]|\s+-\s|\s+by [a-z]|\s+(?:courtesy|credit)\b|[.)\]]*$)")
    return re.compile(rf"^(?:{phrases})\s*(?::|\||>|»|\s-)\s*")
