"""A report as it is read for speech, and the words of a source as printed."""

from dataclasses import dataclass

from dragoman.extract.datelines import dateline_end
from dragoman.extract.found import Found
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.span import Span
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as it is read for speech: the page, what is named there, and the paragraph in hand."""

    page: Page
    found: Found
    paragraph: Paragraph


def is_outlet(scene: Scene, entity: Entity) -> bool:
    """Whether an entity is the outlet that publishes the report."""
    if entity.kind is not EntityKind.ORGANISATION:
        return False
    return any(is_own_name(scene, name, listed=bool(entity.code)) for name in (entity.name, *entity.aliases))


def is_own_name(scene: Scene, name: str, *, listed: bool = False) -> bool:
    """Whether a name is the publishing outlet's: whole, its last word ("the Courier"), or its initials."""
    outlet = scene.page.report.outlet.removeprefix("The ")
    own, said = outlet.casefold(), name.casefold().removeprefix("the ")
    if not own or listed:
        return bool(own) and said == own
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    return said in (own, own.split()[-1]) or (name.isupper() and len(name) > 1 and name == initials)


def printed(scene: Scene, token: Token) -> Span:
    """The noun phrase of a source as printed: its modifiers and short phrases, without clauses and appositions."""
    members = [token]
    for child in token.children:
        if (
            child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case")
            and child.i < token.i
        ) or (
            child.i > token.i
            and (
                (child.dep_ == "prep" and not _counts(child))
                or (child.dep_ in ("amod", "acl") and not _opens_clause(child))
            )
        ):
            members += list(child.subtree)
        elif child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            members += [t for t in child.subtree if t.dep_ not in ("relcl", "appos", "punct")]
    first, last = _noun_phrase(token, members, dateline_end(scene.paragraph))
    span = scene.page.words(scene.paragraph, token.doc[first : last + 1])
    if len(span.exact) > _LONGEST_NAME:
        left = min((t.i for t in members if t.i <= token.i), default=token.i)
        span = scene.page.words(scene.paragraph, token.doc[left : token.i + 1])
    return span


def _noun_phrase(token: Token, members: list[Token], dateline: int) -> tuple[int, int]:
    """First and last token of a source, without wh-words and small words at its edges, its brackets closed or cut."""
    doc = token.doc
    first, last = min(t.i for t in members), max(t.i for t in members)
    first = max(first, dateline) if dateline <= token.i else first
    small = ("PUNCT", "CCONJ", "SCONJ", "ADP")
    while first < token.i and (doc[first].tag_ in ("WP", "WDT", "WRB") or doc[first].pos_ in small):
        first += 1
    opened = [t.i for t in doc[first : last + 1] if t.text == "("]
    closed = [t.i for t in doc[first : last + 1] if t.text == ")"]
    if len(opened) > len(closed):
        last = last + 1 if last + 1 < len(doc) and doc[last + 1].text == ")" else max(token.i, opened[-1] - 1)
    while last > token.i and doc[last].text in (",", ";", ":", "-", "–", "—"):
        last -= 1
    return first, last


def _opens_clause(token: Token) -> bool:
    return token.dep_ == "acl" and token.nbor(-1).text == ","


def _counts(preposition: Token) -> bool:
    """'at 9': a number put beside the source, which is no part of its name."""
    return preposition.lower_ == "at" and any(c.like_num for c in preposition.children)
