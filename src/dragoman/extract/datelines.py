"""Datelines: the place, date and agency before a report's first sentence, which name no party."""

from functools import lru_cache

from dragoman.text.page import Paragraph
from dragoman.text.parse import KEPT

_LONGEST = 14
_DASHES = ("—", "–", "--", "-")


@lru_cache(maxsize=KEPT)
def dateline_end(paragraph: Paragraph) -> int:
    """Index of the first token after a dateline ("NAIROBI, Kenya (AP) —"), 0 where there is none."""
    doc = paragraph.doc
    for token in doc[:_LONGEST]:
        if token.text in _DASHES and token.i:
            spaced = bool(token.nbor(-1).whitespace_) or token.text != "-"
            return token.i + 1 if spaced and _is_dateline(doc[: token.i].text) else 0
        if token.pos_ in ("VERB", "AUX") and not token.is_title and not token.is_upper:
            return 0
    return 0


def _is_dateline(text: str) -> bool:
    """A place in capitals, an agency in brackets, or a place name and nothing else."""
    first = text.lstrip("( ").split(",")[0].split("(")[0].strip(" )")
    shouted = first.isupper() and any(c.isalpha() for c in first) and len(first) > 2
    agency = "(" in text and text.rstrip().endswith(")")
    bare = all(word[:1].isupper() for word in text.replace(",", " ").split()) and len(text.split()) <= 3
    return shouted or agency or bare
