"""The things that a number points back to where its own clause does not name them."""

from collections.abc import Iterator, Sequence

from dragoman.extract.measures import unit_noun
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token, Words

_SENTENCES = 4
_OBJECTS = ("dobj", "nsubj", "nsubjpass", "attr")


def antecedent(docs: Sequence[Doc], index: int, kinds: frozenset[str] = frozenset()) -> Token | None:
    """The plural noun before token `index` of the last doc that a bare number there most likely counts.

    The nearest sentence decides; in it a counted noun comes before a subject or object, and these before the rest.
    With `kinds` only nouns of these lemmas are taken.
    """
    doer = docs[-1][index].head if index < len(docs[-1]) else None  # "rescuers reached three" counts no rescuers
    for sentence in _back(docs, index):
        fit = [t for t in sentence if countable(t) and (not kinds or t.lemma_.lower() in kinds)]
        fit = [t for t in fit if not (t.dep_ == "nsubj" and t.head == doer)]
        if fit:
            return min(fit, key=lambda token: (_rank(token), -token.i))
    return None


def _back(docs: Sequence[Doc], index: int) -> Iterator[Words]:
    """The part of the sentence before the token, then the sentences before it, the nearest first."""
    last = docs[-1]
    count = 0
    for doc in reversed(docs):
        end = index if doc is last else len(doc)
        for sentence in reversed(tuple(doc.sents)):
            if sentence.start >= end:
                continue
            yield doc[sentence.start : min(sentence.end, end)]
            count += 1
            if count == _SENTENCES:
                return


def _rank(token: Token) -> int:
    return 0 if is_counted(token) else 1 if token.dep_ in _OBJECTS else 2


def is_counted(token: Token) -> bool:
    """Whether a number stands before the noun."""
    return any(child.dep_ == "nummod" for child in token.children)


def countable(token: Token) -> bool:
    """Whether a noun is a plural of things or people, and neither a unit, a source that speaks nor a mass of talk."""
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or unit_noun(lemma) or lemma in words("counted", "uncounted", "empty"):
        return False
    return not (token.dep_ == "nsubj" and token.head.lemma_.lower() in words("cues", "speech"))
