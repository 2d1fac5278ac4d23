"""The words between a pair of parties in the parse: the way from one to the other, and the verbs that it passes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.extract.grammar import governors
from dragoman.text.parse import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_JOINED = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class PairPath:
    """The head words of source and target, and the words on the way from each up to the word that joins them.

    `up` begins above the source, `down` above the target; both end at `top`, which is a verb where one governs both.
    An end that is not marked or lies in another sentence is None, and its way is empty.
    """

    source: Token | None
    target: Token | None
    top: Token
    up: tuple[Token, ...]
    down: tuple[Token, ...]
    side_by_side: bool

    @property
    def words(self) -> tuple[Token, ...]:
        """The words on the way, from the source over the top to the target, the ends left out."""
        return (*self.up, *(word for word in reversed(self.down) if word not in self.up))

    @property
    def predicates(self) -> tuple[Token, ...]:
        """The verbs and nouns on the way in order of the text."""
        told = [word for word in self.words if word.pos_ in _VERBAL or word.pos_ in _NOMINAL or word.pos_ == "ADJ"]
        return tuple(sorted(told, key=lambda word: word.i))

    @property
    def nearest(self) -> Token:
        """The verb next to the target on its way up; the top where there is none."""
        return next((word for word in self.down if word.pos_ in _VERBAL), self.top)


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The word of a run of tokens on which the others hang: the first whose head lies outside; None for no tokens."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head == token]
    named = [token for token in heads if token.pos_ in _NOMINAL or token.pos_ in ("ADJ", "NUM", "VERB")]
    return next(iter(named or heads), None)


def pair_path(source: Sequence[Token], target: Sequence[Token]) -> PairPath | None:
    """The way between two runs of tokens of one text; None where neither has a token."""
    begin, end = head_of(source), head_of(target)
    if begin is not None and end is not None and begin.sent != end.sent:
        end = None
    one = begin if begin is not None else end
    if one is None:
        return None
    ends = {token.i for token in (*source, *target)}
    if begin is None or end is None:
        top = _verb_above(one, ends)
        way = _way(one, top)
        return PairPath(begin, end, top, way if begin is not None else (), way if end is not None else (), False)
    joint = _joint(begin, end)
    beside = joint in (begin, end) or joint.i in ends
    top = _verb_above(joint, ends) if beside or joint.pos_ not in _VERBAL else joint
    return PairPath(begin, end, top, _way(begin, top), _way(end, top), beside)


def _joint(one: Token, other: Token) -> Token:
    """The lowest word above both, either of them included."""
    above = {one.i, *(word.i for word in governors(one))}
    return next((word for word in (other, *governors(other)) if word.i in above), one.sent.root)


def _verb_above(word: Token, ends: Iterable[int]) -> Token:
    """The verb that governs a word from outside the ends; the topmost word where there is none."""
    kept = frozenset(ends)
    last = word
    for last in governors(word):
        if last.pos_ in _VERBAL and last.i not in kept:
            return last
    return last


def _way(word: Token, top: Token) -> tuple[Token, ...]:
    way: list[Token] = []
    for above in governors(word):
        way.append(above)
        if above == top:
            break
    return tuple(way)
