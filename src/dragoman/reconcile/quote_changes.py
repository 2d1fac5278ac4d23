"""Quotes that are gone, new, cut, reworded or given to another speaker between two versions of a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.link.wording import differences, holds, likeness, tokens
from dragoman.link.words import fold
from dragoman.model.attribution import QuoteKind, Utterance, Variant
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.reconcile.aligned import spans_of_sentences
from dragoman.reconcile.change import Change, ChangeKind, said
from dragoman.reconcile.two_versions import Spoken, TwoVersions

_SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)
_REWORDED, _SAME_UTTERANCE = 0.5, 0.35
"""Likeness of two wordings by one speaker, and of two that the record already holds for one act of speaking."""
_TELLING = 4


_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_MARKED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


@dataclass(frozen=True)
class _Printed:
    """The words of a whole report, folded, with their places, and whether each stands in quotation marks."""

    report: Report
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]

    def find(self, words: tuple[str, ...]) -> int | None:
        """Where the words first stand in a row."""
        firsts = range(len(self.words) - len(words) + 1)
        return next((i for i in firsts if self.words[i : i + len(words)] == words), None)

    def span(self, first: int, count: int) -> Span:
        """The span of `count` words from the word `first` on."""
        return Span.cut(self.report.id, self.report.text, self.places[first][0], self.places[first + count - 1][1])


@dataclass(frozen=True)
class _Words:
    """One sentence of a quote."""

    utterance: Utterance
    variant: Variant
    span: Span

    @property
    def speaker(self) -> str:
        return self.utterance.speaker.name or "someone not named"

    @property
    def by(self) -> str:
        return self.utterance.speaker.entity or fold(self.utterance.speaker.name)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tokens(self.span.exact)


def quote_changes(two: TwoVersions) -> Iterator[Change]:
    """Changes in what stands between quotation marks, in the order of the text."""
    before = list(_words(two.held.spoken.get(two.earlier.id, ())))
    after = list(_words(two.held.spoken.get(two.later.id, ())))
    yield from _handed_over(two, before, after)
    same = {word.tokens for word in before} & {word.tokens for word in after}
    left, right = ([w for w in some if w.tokens not in same] for some in (before, after))
    first, second = _printed(two.earlier), _printed(two.later)
    yield from _unmarked(left, second)
    # Words that stand in the other version too are neither gone nor new, whoever is taken to say them there.
    left = [w for w in left if second.find(w.tokens) is None]
    right = [w for w in right if first.find(w.tokens) is None]
    pairs = _reworded(left, right)
    yield from (_changed(a, b) for a, b in pairs)
    ends = {word.span for pair in pairs for word in pair}
    yield from _gone([w for w in left if w.span not in ends], before)
    yield from _new([w for w in right if w.span not in ends], after)


def _words(spoken: Sequence[Spoken]) -> Iterator[_Words]:
    for utterance, variant in spoken:
        if variant.kind in _SPOKEN:
            yield from (_Words(utterance, variant, s) for s in spans_of_sentences(variant.span) if tokens(s.exact))


def _handed_over(two: TwoVersions, before: Sequence[_Words], after: Sequence[_Words]) -> Iterator[Change]:
    """The same words by another speaker, where the sentence around them was changed too."""
    after_of = {word.tokens: word for word in reversed(after)}
    seen = set()
    changed = [*two.aligned.new, *(second for _, second in two.aligned.reworded)]
    for mine in before:
        theirs = after_of.get(mine.tokens)
        if theirs is None or mine.by == theirs.by or not mine.by or not theirs.by:
            continue
        others = {word.by for word in after if word.tokens == mine.tokens}
        if mine.by not in others and any(s.holds(theirs.span) for s in changed) and theirs.variant.span not in seen:
            seen.add(theirs.variant.span)
            text = said("speaker", voice=mine.speaker, voice2=theirs.speaker)
            yield Change(ChangeKind.QUOTE_SPEAKER_CHANGED, text, mine.span, theirs.span)


def _unmarked(words: Sequence[_Words], other: _Printed) -> Iterator[Change]:
    """Words that the later version prints too, but not in quotation marks; fewer than four words say nothing."""
    for word in words:
        at, count = other.find(word.tokens), len(word.tokens)
        if at is not None and count >= _TELLING and not any(other.quoted[at : at + count]):
            text = said("quote-unmarked", voice=word.speaker)
            yield Change(ChangeKind.QUOTE_UNMARKED, text, word.span, other.span(at, count))


def _printed(report: Report) -> _Printed:
    marks = [match.span() for match in _MARKED.finditer(report.text)]
    found = list(_WORD.finditer(report.text))
    quoted, at = [], 0
    for match in found:
        while at < len(marks) and marks[at][1] <= match.start():
            at += 1
        quoted.append(at < len(marks) and marks[at][0] <= match.start())
    words = tuple(fold(match.group()) for match in found)
    return _Printed(report, words, tuple(match.span() for match in found), tuple(quoted))


def _reworded(left: Sequence[_Words], right: Sequence[_Words]) -> list[tuple[_Words, _Words]]:
    scored = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            one = a.utterance.id == b.utterance.id
            alike = likeness(a.span.exact, b.span.exact)
            part = len(min(a.tokens, b.tokens, key=len)) > 1 and (
                holds(a.span.exact, b.span.exact) or holds(b.span.exact, a.span.exact)
            )
            if (one or a.by == b.by) and (part or alike >= (_SAME_UTTERANCE if one else _REWORDED)):
                scored.append((alike, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if not any(i == first or j == second for first, second in pairs):
            pairs.append((i, j))
    return [(left[i], right[j]) for i, j in sorted(pairs, key=lambda p: p[1])]


def _changed(a: _Words, b: _Words) -> Change:
    kind, template, differs = ChangeKind.QUOTE_REWORDED, "quote-reworded", ""
    if holds(a.span.exact, b.span.exact):
        kind, template = ChangeKind.QUOTE_SHORTER, "quote-shorter"
    elif holds(b.span.exact, a.span.exact):
        kind, template = ChangeKind.QUOTE_FULLER, "quote-fuller"
    else:
        differs = "; ".join(" ".join(one.split()) for one in differences(a.span.exact, b.span.exact))
    return Change(kind, said(template, voice2=b.speaker, differs=differs), a.span, b.span)


def _gone(left: Sequence[_Words], before: Sequence[_Words]) -> Iterator[Change]:
    for word, whole in _stretches(left, before):
        template = "quote-gone" if whole else "quote-part-gone"
        span = word.variant.span if whole else word.span
        yield Change(ChangeKind.QUOTE_GONE, said(template, voice=word.speaker), before=span)


def _new(right: Sequence[_Words], after: Sequence[_Words]) -> Iterator[Change]:
    for word, whole in _stretches(right, after):
        template = "quote-new" if whole else "quote-part-new"
        span = word.variant.span if whole else word.span
        yield Change(ChangeKind.QUOTE_NEW, said(template, voice2=word.speaker), after=span)


def _stretches(left: Sequence[_Words], all_words: Sequence[_Words]) -> Iterator[tuple[_Words, bool]]:
    """Whole stretches between marks once, single sentences of the others."""
    seen = set()
    for word in left:
        inside = [w for w in all_words if w.variant.span == word.variant.span]
        whole = all(any(w.span == other.span for other in left) for w in inside)
        if not whole or word.variant.span not in seen:
            seen.add(word.variant.span)
            yield word, whole
