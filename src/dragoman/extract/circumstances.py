"""When and where: the time and place that stand nearest to an event word in the parse of its sentence."""

from collections.abc import Iterator

from dragoman.extract.found import Found
from dragoman.extract.triggers import Trigger
from dragoman.model.event import Place, TimeMention, TimeSort
from dragoman.model.span import Span
from dragoman.model.time import Interval
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph
from dragoman.text.parse import Token

_FARTHEST = 9
# Edges that lead into another clause: what stands beyond them is mostly the other clause's.
_BARRIERS = {
    "ccomp": 9,
    "parataxis": 9,
    "relcl": 4,
    "advcl": 3,
    "conj": 3,
    "acl": 2,
    "pcomp": 2,
    "nsubj": 2,
    "csubj": 9,
}
# Clauses that, with a subject of their own, have their own time and place.
_CLAUSES = frozenset({"advcl", "relcl", "pcomp", "ccomp"})
# "by Friday" bounds what is asked or promised, not when it was said.
_BOUNDS = frozenset({"until", "before"})
_AT = frozenset({"at", "since"})


def when(paragraph: Paragraph, found: Found, trigger: Trigger) -> tuple[Interval, str]:
    """When it happened and by what relation; the unknown interval where the sentence does not say."""
    best: tuple[int, int, Interval, str] | None = None
    first, last = _reach(paragraph, trigger.token)
    for mention in found.times:
        if not first <= mention.span.start < last:
            continue
        head = _head_of(paragraph, mention.span, trigger.token)
        if head is None:
            continue
        if mention.relation in _BOUNDS or _names_no_time(mention):
            continue
        cost = _distance(trigger, head) + (0 if mention.relation in _AT else 3)
        if cost < _FARTHEST and (best is None or cost < best[0]):
            best = (cost, head.i, mention.interval, mention.relation)
    return (best[2], best[3]) if best is not None else (Interval(), "at")


def _names_no_time(mention: TimeMention) -> bool:
    """Whether words like "now", "every Monday" or "for two years" leave it to others in the sentence to say when."""
    return mention.sort is not TimeSort.NAMED or (bool(mention.period) and not mention.interval.known)


def where(paragraph: Paragraph, found: Found, trigger: Trigger) -> Place | None:
    """Where it happened: the nearest place brought by a preposition of place."""
    best: tuple[int, int, Place] | None = None
    first, last = _reach(paragraph, trigger.token)
    for mention in found.places:
        if not first <= mention.span.start < last:
            continue
        head = _head_of(paragraph, mention.span, trigger.token)
        if head is None or not _located(head):
            continue
        cost = _distance(trigger, head)
        if cost < _FARTHEST and (best is None or cost < best[0]):
            best = (cost, head.i, mention.place)
    return best[2] if best is not None else None


def _head_of(paragraph: Paragraph, span: Span, token: Token) -> Token | None:
    """The word of the trigger's sentence that heads a span that begins in it."""
    start, end = span.start - paragraph.start, span.end - paragraph.start
    words = paragraph.doc.touched(start, min(end, token.sent.end_char))
    inside = [t for t in words if t.sent == token.sent]
    return next((t for t in inside if t.head not in inside or t.head == t), None)


def _reach(paragraph: Paragraph, token: Token) -> tuple[int, int]:
    """The range of the token's sentence in the report."""
    sentence = token.sent
    return paragraph.start + sentence.start_char, paragraph.start + sentence.end_char


def _located(head: Token) -> bool:
    word = head
    while word.dep_ in ("compound", "appos", "conj", "nmod", "amod", "poss") and word.head != word:
        word = word.head
    return word.dep_ == "pobj" and word.head.lower_ in words("event_frames", "locative")


def _distance(trigger: Trigger, other: Token) -> int:
    """Steps in the parse from the event word (or the verb that carries it) to the other word, barriers counted more."""
    starts = {trigger.token, trigger.clause_head}
    return min(_path(start, other) for start in starts)


def _path(start: Token, other: Token) -> int:
    up = dict(_upward(start))
    best = _FARTHEST
    for token, cost in _upward(other):
        if token in up:
            best = min(best, cost + up[token])
    return best


def _upward(word: Token) -> Iterator[tuple[Token, int]]:
    cost = 0
    yield word, cost
    while word.head != word and cost < _FARTHEST:
        finite = word.dep_ in _CLAUSES and any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children)
        apart = finite or _inserted(word)
        cost += _FARTHEST if apart else _BARRIERS.get(word.dep_, 1)
        word = word.head
        yield word, cost


def _inserted(word: Token) -> bool:
    """Whether a phrase after a comma only says more of the subject ("X, at war with Y since May, ...")."""
    after_comma = word.left_edge.i > 0 and word.left_edge.nbor(-1).text == ","
    return word.dep_ == "prep" and word.head.dep_ in ("nsubj", "nsubjpass") and after_comma
