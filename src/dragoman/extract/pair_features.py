"""What the parse says of a marked pair: words on the way between the two, what the rules make of them, word vectors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.grammar import complement, direct_object, is_passive, particles
from dragoman.extract.intents import intent
from dragoman.extract.pair_clause import Range, masked, short_clause
from dragoman.extract.pair_path import PairPath, pair_path
from dragoman.extract.senses import noun_sense, nouns, verb_sense, verbs
from dragoman.extract.triggers import triggers
from dragoman.model.plover import EventType
from dragoman.text.parse import Doc, Token

WORD_VECTORS = 7
"""Word vectors laid side by side: joining verb, source's verb, target's verb, way, object, target, rest."""
_VERBAL = ("VERB", "AUX")
_YIELD = frozenset({EventType.CONCEDE, EventType.RETREAT})
_HALF = 0.5
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """Features of one pair: `rules` and `words` by name, `vectors` side by side, and the two texts to embed.

    `rules` holds what the rules know of the words (their senses, the events told), `words` the words themselves.
    """

    rules: Mapping[str, float]
    words: Mapping[str, float]
    vectors: NDArray[np.float32]
    sentence: str
    clause: str


def pair_features(doc: Doc, sources: Sequence[Range], targets: Sequence[Range]) -> PairFeatures:
    """The features of the pair in these character ranges of a parsed text; empty ones where no word is marked."""
    source, target = _tokens(doc, sources), _tokens(doc, targets)
    path = pair_path(source, target)
    sentence = masked(doc.text, sources, targets)
    if path is None:
        nothing = np.zeros(WORD_VECTORS * doc.columns.vocab.vectors_length, np.float32)
        return PairFeatures({}, {}, nothing, sentence, sentence)
    return PairFeatures(
        rules=dict(_by_rules(path, target)),
        words=dict(_by_words(path)),
        vectors=_vectors(doc, path, source, target),
        sentence=sentence,
        clause=short_clause(doc, path, source, target),
    )


def root_name(kind: EventType) -> str:
    """The root of a type by the names of the trained part, to which CONCEDE and RETREAT are one YIELD."""
    return "YIELD" if kind in _YIELD else str(kind)


def _tokens(doc: Doc, ranges: Sequence[Range]) -> list[Token]:
    return [
        token
        for token in doc
        if not (token.is_punct or token.is_space)
        and any(token.idx < end and start < token.idx + len(token.text) for start, end in ranges)
    ]


def _verbs(path: PairPath) -> Iterator[tuple[str, Token]]:
    """The verb that joins the two, the first above the source and the first above the target, by role."""
    yield "top", path.top
    for role, way in (("source", path.up), ("target", path.down)):
        verb = next((word for word in way if word.pos_ in _VERBAL), None)
        if verb is not None:
            yield role, verb


def _by_rules(path: PairPath, target: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """What the word lists know of the words on the way, and the events that the rules read in the sentence."""
    for role, verb in _verbs(path):
        yield from ((f"{role} may be {root_name(sense.type)}", 1) for sense in verbs().get(verb.lemma_.lower(), ()))
        read = verb_sense(verb)
        meant = intent(verb, read.type if read else None, own=True)
        for told, kind in ((f"{role} is", read), (f"{role} means", meant)):
            if kind is not None:
                yield f"{told} {root_name(kind.type)}", 1
                yield f"any {told.split()[1]} {root_name(kind.type)}", 1
    for word in path.predicates:
        if word.pos_ in ("NOUN", "PROPN"):
            yield from ((f"noun may be {root_name(s.type)}", 1) for s in nouns().get(word.lemma_.lower(), ()))
            named = noun_sense(word)
            if named is not None:
                yield f"noun is {root_name(named.type)}", 1
                yield f"any is {root_name(named.type)}", 1
    for word in target:
        yield from ((f"target may be {root_name(s.type)}", _HALF) for s in nouns().get(word.lemma_.lower(), ()))
    yield from _events(path, target)


def _events(path: PairPath, target: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """The events that the rules see in the sentence, by how near the way they are told, and the nearest of them."""
    way, inside = {word.i for word in path.words}, {word.i for word in target}
    ranked: list[tuple[bool, int, str]] = []
    for told in triggers(path.top.sent):
        at, root = told.token.i, root_name(told.sense.type)
        place = "on" if at in way else "in" if at in inside else "by" if told.token.head.i in way else "off"
        yield f"event {place} the way {root}", 1
        ranked.append((place != "on", min((abs(at - i) for i in way), default=0), root))
    if ranked:
        yield f"nearest event {min(ranked)[2]}", 1


def _by_words(path: PairPath) -> Iterator[tuple[str, float]]:
    """The words on the way by what they do there, and how the two ends stand."""
    for role, verb in _verbs(path):
        yield from _of_verb(role, verb)
    yield from ((f"word {word.lemma_.lower()}", 1) for word in path.predicates)
    for role, end in (("source", path.source), ("target", path.target)):
        if end is not None:
            yield f"{role} stands as {end.dep_}", 1
            yield f"{role} is named as {end.ent_type_}", _HALF
            yield f"{role} {end.lemma_.lower()}", _HALF
    if path.down and path.down[0].pos_ == "ADP":
        yield f"target after {path.down[0].lower_}", 1
    yield "side by side", float(path.side_by_side)
    if path.source is not None and path.target is not None:
        yield "source first", float(path.source.i < path.target.i)
    yield f"{min(len(path.words), _LONGEST)} words between", _HALF


def _of_verb(role: str, verb: Token) -> Iterator[tuple[str, float]]:
    lemma = verb.lemma_.lower()
    yield f"{role} {lemma}", 1
    yield f"verb {lemma}", 1
    yield f"{role} as {verb.tag_}", _HALF
    for particle in particles(verb):
        yield f"{role} with {particle}", _HALF
        yield f"{role} {lemma} {particle}", _HALF
    if is_passive(verb):
        yield f"{role} passive", 1
    for child in verb.children:
        if child.dep_ == "neg":
            yield f"{role} negated", 1
        elif child.tag_ == "MD":
            yield f"{role} modal", 1
            yield f"{role} modal {child.lower_}", 1
        elif child.dep_ == "aux" and child.lower_ == "to":
            yield f"{role} infinitive", 1
    held = direct_object(verb)
    if held is not None:
        yield f"{role} does {held.lemma_.lower()}", 1


def _vectors(doc: Doc, path: PairPath, source: Sequence[Token], target: Sequence[Token]) -> NDArray[np.float32]:
    """Word vectors of length 1 of what the way is made of, means where several words share a place."""
    by_role = dict(_verbs(path))
    held = direct_object(path.top) or complement(path.top)
    passed = {word.i for word in (*path.words, *source)}
    told = ("NOUN", "VERB", "ADJ")
    rest = [word for word in path.top.sent if word.pos_ in told and word.i not in passed]
    groups: list[list[Token]] = [
        *([by_role[role]] if role in by_role else [] for role in ("top", "source", "target")),
        list(path.predicates),
        [held] if held is not None else [],
        [word for word in target if word.pos_ in told],
        rest,
    ]
    return np.concatenate([_mean(group, doc.columns.vocab.vectors_length) for group in groups])


def _mean(words: Sequence[Token], width: int) -> NDArray[np.float32]:
    mean = np.zeros(width, dtype=np.float32)
    for word in words:
        vector = word.vector
        length = float(np.sqrt((vector**2).sum()))
        if length:
            mean += vector / length
    mean /= max(len(words), 1)
    return mean
