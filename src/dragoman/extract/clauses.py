"""The words of a sentence that tell one matter."""

from collections.abc import Iterator

from dragoman.extract.grammar import subject
from dragoman.model.span import Span
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Token

_SHORT_SENTENCE = 14
_LONG_REACH = 45
_EDGE = frozenset("\"'“”«»„‘’,;:–—-.!?()[]")
_LEADING = frozenset({"cc", "mark", "punct"})


def clause_of(page: Page, paragraph: Paragraph, head: Token) -> Span:
    """From the subject to the end of the complement of a verb, or the noun phrase of an event noun; never empty."""
    first, last = _clause_edges(head)
    if len(head.sent) <= _SHORT_SENTENCE and head.dep_ == "ROOT":
        first, last = head.sent[0], head.sent[-1]
    return trimmed(page, paragraph, first, last)


def trimmed(page: Page, paragraph: Paragraph, first: Token, last: Token) -> Span:
    """The words from one token to another without marks and joining words at the edges."""
    doc = paragraph.doc
    start, end = _after_dateline(doc, first.i, last.i), last.i
    while start < end and (doc[start].text in _EDGE or doc[start].dep_ in _LEADING or doc[start].is_space):
        start += 1
    while end > start and (doc[end].text in _EDGE or doc[end].is_space):
        end -= 1
    return page.cut(paragraph.at(doc[start]), paragraph.until(doc[end]))


def up_to(token: Token, top: Token) -> Iterator[Token]:
    """The words above a token, below the top."""
    while token not in (top, token.head):
        token = token.head
        if token != top:
            yield token


def _after_dateline(doc: Doc, start: int, end: int) -> int:
    """The first token after "PLACE (Agency) -" at the head of a report."""
    for index in range(start, min(start + 9, end)):
        if doc[index].text in ("—", "–", "-", "--", "―"):
            before = [t for t in doc[start:index] if t.is_alpha]
            return index + 1 if start < 3 and before and before[0].is_upper else start
    return start


def _clause_edges(verb: Token) -> tuple[Token, Token]:
    """The first and the last word of the clause."""
    first = last = verb
    for child in verb.children:
        if not _beside(child, verb):
            first = min(first, child.left_edge, key=lambda t: t.i)
            last = max(last, child.right_edge, key=lambda t: t.i)
    who = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    if who is not None and who.sent == verb.sent and who.i < verb.i and verb.i - who.i < _LONG_REACH:
        first = min(first, who.left_edge, key=lambda t: t.i)
    return first, last


def _beside(child: Token, head: Token) -> bool:
    """Whether a word below the head begins a joined or attributing clause beside the head's own."""
    joined = child.i > head.i and child.dep_ in ("conj", "parataxis", "cc", "punct")
    return joined and (child.dep_ != "conj" or child.pos_ in ("VERB", "AUX"))
