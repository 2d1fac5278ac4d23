"""The marked event mentions of ECB+ as rows that the linkage of events compares, by the parse of their sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluate.ecbplus_format import GoldMention, GoldText
from dragoman.evaluate.texts import Reader, text_report
from dragoman.link.event_rows import EventRow, worded
from dragoman.link.marks import marks
from dragoman.link.similarity import Cosine
from dragoman.link.terms import terms
from dragoman.link.words import content, stem
from dragoman.text.page import Page
from dragoman.text.parse import Token
from dragoman.text.vectors import embed

_AROUND = 60
"""Characters on either side of a mention that count as the words near it."""
_DOERS = frozenset({"nsubj", "agent", "csubj"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "attr"})
_OF = frozenset({"of", "on", "against"})
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention in its sentence: the words of its phrase, and where it stands."""

    mention: GoldMention
    lemma: str
    phrase: str
    around: tuple[str, ...]
    sentence: str
    at: int

    @property
    def near(self) -> str:
        end = self.at + self.mention.end - self.mention.start
        return self.sentence[max(0, self.at - _AROUND) : end + _AROUND]


@dataclass(frozen=True, slots=True)
class Pools:
    """The rows of each topic's mentions, their ids those of the gold, and each mention's lemmas as one string."""

    rows: Mapping[str, list[EventRow]]
    lemmas: Mapping[str, str]


def mention_pools(texts: Sequence[GoldText], read: Reader) -> Pools:
    """The mentions of some documents, each document read once."""
    pages = (page for page, _ in read(text_report(text.id, text.text) for text in texts))
    seen = {text.id: list(_seen(text, page)) for text, page in zip(texts, pages, strict=True)}
    meaning = Cosine(_texts(one for found in seen.values() for one in found), embed)
    rows: dict[str, list[EventRow]] = {}
    for text in texts:
        about = terms().about(text.text)
        rows.setdefault(text.topic, []).extend(_row(text.id, one, about, meaning) for one in seen[text.id])
    return Pools(rows, {one.mention.id: one.lemma for found in seen.values() for one in found})


def _texts(seen: Iterable[_Seen]) -> Iterator[str]:
    for one in seen:
        yield from (_trigger(one).lower(), one.phrase)


def _trigger(one: _Seen) -> str:
    return one.sentence[one.at : one.at + one.mention.end - one.mention.start]


def _row(report: str, one: _Seen, about: Iterable[str], meaning: Cosine) -> EventRow:
    trigger = _trigger(one)
    return EventRow(
        id=one.mention.id,
        report=report,
        **worded(trigger, content(one.near), marks(one.sentence, one.at)),
        trigger_sense=meaning.bits(trigger.lower()),
        phrase_sense=meaning.bits(one.phrase),
        around=sorted({stem(word) for word in one.around}),
        about=sorted(about),
        near=[],
        actors=[],
        recipients=[],
        parties=[],
        persons=[],
    )


def _seen(text: GoldText, page: Page) -> Iterator[_Seen]:
    sentences = [(p.start + s.start_char, p.start + s.end_char) for p, s in page.sentences()]
    for mention in text.mentions:
        tokens = page.tokens(page.cut(mention.start, mention.end))
        start, end = next(((s, e) for s, e in sentences if s <= mention.start < e), (mention.start, mention.end))
        said = text.text[mention.start : mention.end].lower()
        head = next((t for t in tokens if t.head not in tokens or t.head is t), None)
        by, on, with_ = _around(head) if head is not None else ([], [], [])
        phrase = " ".join([*by[:_FEW], said, *on[:_FEW], *with_[:1]])
        lemma = " ".join(token.lemma_.lower() for token in tokens)
        yield _Seen(mention, lemma or said, phrase, (*by, *on, *with_), text.text[start:end], mention.start - start)


def _around(head: Token) -> tuple[list[str], list[str], list[str]]:
    """Lemmas of who does it, to whom or what, and of what else hangs on the mention's head."""
    by: list[str] = []
    on: list[str] = []
    others: list[str] = []
    for child in head.children:
        if child.dep_ in _DOERS:
            by += [
                t.lemma_.lower() for t in (child.children if child.dep_ == "agent" else (child,)) if t.dep_ != "punct"
            ]
        elif child.dep_ in _DONE_TO:
            on.append(child.lemma_.lower())
        elif child.dep_ == "prep":
            (on if child.lower_ in _OF else others).extend(t.lemma_.lower() for t in child.children if t.dep_ == "pobj")
        elif child.dep_ in ("poss", "compound", "nmod", "amod"):
            others.append(child.lemma_.lower())
    return by or _doers_above(head), on, others


def _doers_above(head: Token) -> list[str]:
    """Who does it by the verb above: "agreed to sell", "fell and broke"."""
    if head.dep_ in ("xcomp", "conj", "advcl", "ccomp"):
        return [t.lemma_.lower() for t in head.head.children if t.dep_ in _DOERS]
    return []
