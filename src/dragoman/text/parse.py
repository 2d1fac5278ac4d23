"""A parsed paragraph as plain objects, made once: the rules ask so much of each word that spaCy's views cost too much.

Attributes are named and mean as in spaCy (`lower_`, `dep_`, `head`, `children`, `sent`, ...).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any, overload

from spacy.attrs import ENT_IOB, SPACY
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct
from spacy.tokens import Doc as SpacyDoc

from dragoman.text.columns import Columns, Described

KEPT = 512
"""Paragraphs of which something that is asked often is kept; few reports have more."""
_DIGIT = re.compile(r"\d")
_STANDS = ("", "I", "O", "B")


class Token:
    """A word or mark of a paragraph; equal only to itself."""

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )  # fmt: skip
    head: "Token"
    children: "tuple[Token, ...]"
    sent: "Words"

    def __init__(self, doc: "Doc", i: int, idx: int, described: Described) -> None:
        """A token at its place; the document joins it to its head, children and sentence."""
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_, self.ent_type_ = described
        self._subtree: tuple[Token, ...] = ()

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, step: int = 1) -> "Token":
        """The token so many places on; IndexError beyond the paragraph."""
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The words on which it hangs, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The words that hang on it, itself in its place among them."""
        if not self._subtree:
            before = [token for child in self.children if child.i < self.i for token in child.subtree]
            behind = [token for child in self.children if child.i > self.i for token in child.subtree]
            self._subtree = (*before, self, *behind)
        return self._subtree

    @property
    def left_edge(self) -> "Token":
        """The first word of its subtree."""
        return self.doc.tokens[min(token.i for token in self.subtree)]

    @property
    def right_edge(self) -> "Token":
        """The last word of its subtree."""
        return self.doc.tokens[max(token.i for token in self.subtree)]

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The other words of its coordination."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for one in joined:
            joined += [child for child in one.children if child.i > one.i and child.dep_ == "conj"]
        return tuple(one for one in joined if one is not self)

    @property
    def ent_iob_(self) -> str:
        """How it stands to the name that holds it: "B" begins it, "I" goes on with it, "O" is outside of any."""
        return _STANDS[int(self.doc.columns[ENT_IOB][self.i])]

    @property
    def vector(self) -> Any:
        """The static vector of the word; zeros where the pipeline has none."""
        return self.doc.columns.vocab.get_vector(self.text)

    @property
    def whitespace_(self) -> str:
        """The blank behind it, or nothing."""
        return " " if self.doc.columns[SPACY][self.i] else ""

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_sent_end(self) -> bool:
        """Whether a sentence ends with it."""
        return self.sent.end == self.i + 1

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but blanks."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return is_punct(self.text)

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is digits alone."""
        return self.text.isdigit()

    @property
    def is_title(self) -> bool:
        """Whether it is written with one capital, in front."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether it is written in small letters."""
        return self.text.islower()

    @property
    def like_num(self) -> bool:
        """Whether it is a number in figures or words."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of tokens, `[start, end)`; `label_` is the kind of the name that it is, "" for other runs."""

    doc: "Doc"
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Words": ...
    def __getitem__(self, at: "int | slice") -> "Token | Words":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Words(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    def __contains__(self, token: Token) -> bool:
        return self.start <= token.i < self.end and token.doc is self.doc

    @property
    def text(self) -> str:
        """The words as they stand, without the blank behind them."""
        return self.doc.cut(self.start, self.end)

    @property
    def start_char(self) -> int:
        """Where the words begin in the paragraph."""
        return self.doc.starts[self.start] if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the words end in the paragraph."""
        return self.doc.ends[self.end - 1] if self.start < self.end else self.start_char

    @property
    def sent(self) -> "Words":
        """The sentence in which the words begin."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, the first of equals."""
        tokens = self.doc.tokens[self.start : self.end]
        top = next((token for token in tokens if token.head is token), None)
        if top is not None:
            return top
        outer = (token for token in tokens if not self.start <= token.head.i < self.end)
        return min(outer, key=_depth, default=self.doc.tokens[self.start])


def _depth(token: Token) -> tuple[bool, int]:
    """How far a word is from the root; a blank or mark with nothing on it comes last."""
    idle = not token.children and (token.is_space or token.is_punct)
    return idle, 0 if idle else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed paragraph: its text, its tokens and where they begin and end, its sentences and names.

    `columns` has what the pipeline said as numbers, `tensor` the parser's vectors, a row a token.
    """

    def __init__(self, text: str, columns: Columns, tensor: Any) -> None:
        """Make the tokens and join them."""
        self.text = text
        self.columns = columns
        self.tensor = tensor
        self.starts = columns.starts
        self.ends = columns.ends
        places = zip(count(), self.starts, columns.described())
        self.tokens = [Token(self, i, idx, described) for i, idx, described in places]
        self._join()
        self.sents = tuple(Words(self, start, end) for start, end in columns.sentences())
        for sentence in self.sents:
            for token in self.tokens[sentence.start : sentence.end]:
                token.sent = sentence

    @classmethod
    def of(cls, parsed: SpacyDoc) -> "Doc":
        """What spaCy made of a paragraph."""
        return cls(parsed.text, Columns.of(parsed), parsed.tensor)

    def _join(self) -> None:
        hanging: list[list[Token]] = [[] for _ in self.tokens]
        for token, head in zip(self.tokens, self.columns.heads.tolist(), strict=True):
            token.head = self.tokens[head]
            if head != token.i:
                hanging[head].append(token)
        for token, children in zip(self.tokens, hanging, strict=True):
            token.children = tuple(children)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Words: ...
    def __getitem__(self, at: int | slice) -> Token | Words:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Words(self, start, max(start, end))
        return self.tokens[at]

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple([token.lower_ for token in self.tokens])

    @cached_property
    def has_digit(self) -> bool:
        """Whether a figure stands in it: most tests for dates, ages and names of things need one."""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def ents(self) -> tuple[Words, ...]:
        """The names that the pipeline saw, in order, each with its kind."""
        return tuple(Words(self, start, end, self.tokens[start].ent_type_) for start, end in self.columns.names())

    def cut(self, start: int, end: int) -> str:
        """The text of the tokens `[start, end)`, without the blank behind them."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def before(self, start: int, end: int) -> str:
        """The text from token `start` up to where token `end` begins, with the blank between."""
        return self.text[self.starts[start] : self.starts[end]] if start < end else ""

    def at(self, char: int) -> Token | None:
        """The token over a character, None over a space or outside."""
        index = bisect_right(self.starts, char) - 1
        return self.tokens[index] if index >= 0 and char < self.ends[index] else None

    def index_after(self, char: int) -> int:
        """The index of the first token that begins at or after a character; the number of tokens where none does."""
        return bisect_left(self.starts, char)

    def touched(self, start: int, end: int) -> Words:
        """The tokens that a range of characters touches; none for an empty range."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.ends[first] <= start:
            first += 1
        return Words(self, first, max(first, bisect_left(self.starts, end)) if start < end else first)
