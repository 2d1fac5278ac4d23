"""A marked pair told in short: the sentence with its ends masked, and the clause cut down to what joins the two."""

from collections.abc import Iterator, Sequence

from dragoman.extract.pair_path import PairPath
from dragoman.text.parse import Doc, Token

SOURCE, TARGET = "Alpha", "Bravo"
Range = tuple[int, int]
_HELPERS = frozenset({"aux", "auxpass", "neg", "prt", "mark"})
_TOLD = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "xcomp", "prep", "agent", "pcomp", "advmod", "pobj"})
_NAMING = frozenset({"amod", "compound", "prep", "acl", "poss", "neg", "nummod"})
_ASIDE = frozenset({"relcl", "appos"})
_NEAR = 4
"""Words this far from the word that brings them still tell what is done; the rest is detail."""


def masked(text: str, sources: Sequence[Range], targets: Sequence[Range]) -> str:
    """The text with one stock name for the source and one for the target, so that names say nothing."""
    marks = [(start, end, SOURCE) for start, end in sources] + [(start, end, TARGET) for start, end in targets]
    for start, end, name in sorted(marks, reverse=True):
        text = text[:start] + name + text[end:]
    return text


def short_clause(doc: Doc, path: PairPath, source: Sequence[Token], target: Sequence[Token]) -> str:
    """The words between the two ends with their helpers and objects, the ends masked ("Alpha turned down Bravo")."""
    begun, ended = frozenset(t.i for t in source), frozenset(t.i for t in target)
    kept = {*begun, *ended, *(word.i for word in path.words)}
    for word in path.words:
        kept.update(token.i for token in _beside(word) if token.i not in begun and token.i not in ended)
    told: list[str] = []
    for at in sorted(kept):
        shown = SOURCE if at in begun else TARGET if at in ended else doc[at].text
        if shown not in (SOURCE, TARGET) or told[-1:] != [shown]:
            told.append(shown)
    return " ".join(told)


def _beside(word: Token) -> Iterator[Token]:
    """What belongs to a word on the way: a verb's helpers, objects and particles; a noun's describing words."""
    for child in word.children:
        if word.pos_ in ("VERB", "AUX"):
            if child.dep_ in _HELPERS:
                yield child
            elif child.dep_ in _TOLD or child.dep_ == "ccomp":
                yield from (t for t in child.subtree if abs(t.i - child.i) <= _NEAR and _plain(t))
        elif word.pos_ in ("NOUN", "PROPN") and child.dep_ in _NAMING:
            yield child
            yield from (t for t in child.children if child.dep_ in ("prep", "acl") and t.dep_ in ("pobj", "dobj"))


def _plain(token: Token) -> bool:
    return not token.is_punct and token.dep_ not in _ASIDE
