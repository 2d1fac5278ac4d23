"""One victim, captive or craft said with an article: "wounded a shepherd", "a drone was shot down"."""

import re
from collections.abc import Iterator

from dragoman.extract.counted import Counted, state_of
from dragoman.extract.numerals import Kind, Numeral
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_ARTICLE = re.compile(r"\b(?:an?|another)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:[a-z]{2}(?:man|woman|person|boy|girl|er|or|ist|ian|ee|ant)|worker|officer|fighter)$")


def singles(doc: Doc) -> Iterator[tuple[Numeral, Counted]]:
    """Each person or craft in the singular with "a" that a verb of harm or capture is done to, as a count of 1."""
    for match in _ARTICLE.finditer(doc.text):
        article = doc.at(match.start())
        if article is None or article.dep_ != "det" or article.head.i < article.i:
            continue
        token = article.head
        if token.tag_ not in ("NN", "NNP") or token.dep_ == "appos":
            continue
        state = state_of(token)
        if state and _victim(token, state):
            end = token.idx + len(token.text)
            numeral = Numeral(article.idx, article.idx + len(article.text), Kind.POINT, 1.0, 1.0, 1.0)
            what = doc.text[doc[article.i + 1].idx : end]
            yield numeral, Counted(token, doc[article.i + 1].idx, end, what, token.lemma_.lower(), state)


def _victim(token: Token, state: str) -> bool:
    lemma = token.lemma_.lower()
    if state in words("counted", "harmed_people"):
        return lemma in words("counted", "persons") or bool(state != "captured" and _PERSON.search(lemma))
    return state in words("counted", "harmed_craft") and lemma in words("counted", "craft")
