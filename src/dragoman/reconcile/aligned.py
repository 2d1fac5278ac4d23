"""The sentences of two versions of a report: those printed alike set aside, the reworded put beside each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.link.sentences import sentences
from dragoman.link.wording import tokens
from dragoman.link.words import content
from dragoman.model.report import Report, SectionKind
from dragoman.model.span import Span
from dragoman.text.paragraphs import paragraphs

_ALIKE, _HELD, _FEWEST = 0.5, 0.75, 5
"""Likeness of two wordings of one sentence; share of a shorter one's words that the other has, and its fewest words."""
_SHARED = 0.3
"""Share of the shorter sentence's content words below which two are not looked at."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as printed; `words` are folded."""

    span: Span
    headline: bool
    words: tuple[str, ...]

    def holds(self, span: Span) -> bool:
        """Whether a span begins in this sentence."""
        return span.report == self.span.report and self.span.start <= span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences of the body in the order of the text; headlines stand apart, as they are written anew each time."""

    reworded: tuple[tuple[Sentence, Sentence], ...]
    gone: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    headlines: tuple[Sentence | None, Sentence | None]


def align(earlier: Report, later: Report) -> Aligned:
    """Put the sentences of two versions beside each other; those printed alike are in none of the lists."""
    first, second = tuple(_sentences(earlier)), tuple(_sentences(later))
    kept = {s.words for s in first if not s.headline} & {s.words for s in second if not s.headline}
    before, after = ([s for s in some if not s.headline and s.words not in kept] for some in (first, second))
    reworded = _reworded(before, after)
    ends = {s.span for pair in reworded for s in pair}
    return Aligned(
        reworded=reworded,
        gone=tuple(s for s in before if s.span not in ends),
        new=tuple(s for s in after if s.span not in ends),
        headlines=(_headline(earlier, first), _headline(later, second)),
    )


def spans_of_sentences(span: Span) -> Iterator[Span]:
    """The sentences inside a span, as spans."""
    at = 0
    for words in sentences(span.exact):
        at = span.exact.index(words, at)
        yield Span(span.report, span.start + at, span.start + at + len(words), words)
        at += len(words)


def _sentences(report: Report) -> Iterator[Sentence]:
    for kind, start, end in paragraphs(report):
        for span in spans_of_sentences(Span.cut(report.id, report.text, start, end)):
            if words := tokens(span.exact):
                yield Sentence(span, kind == SectionKind.HEADLINE, words)


def _headline(report: Report, found: Iterable[Sentence]) -> Sentence | None:
    """The whole headline, which may be of several sentences."""
    parts = [s.span for s in found if s.headline]
    if not parts:
        return None
    span = Span.cut(report.id, report.text, parts[0].start, parts[-1].end)
    return Sentence(span, True, tokens(span.exact))


def _reworded(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[tuple[Sentence, Sentence], ...]:
    """The likest pairs first, each sentence in one pair, then in the order of the later version."""
    scored = [(_likeness(before[i], after[j]), i, j) for i, j in _candidates(before, after)]
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score and not any(i == first or j == second for first, second in pairs):
            pairs.append((i, j))
    return tuple((before[i], after[j]) for i, j in sorted(pairs, key=lambda p: (p[1], p[0])))


def _candidates(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough content words to be one sentence."""
    where: dict[str, list[int]] = defaultdict(list)
    theirs = [content(s.span.exact) for s in after]
    for j, words in enumerate(theirs):
        for word in words:
            where[word].append(j)
    for i, sentence in enumerate(before):
        mine = content(sentence.span.exact)
        shared = Counter(j for word in mine for j in where.get(word, ()))
        for j, count in sorted(shared.items()):
            if count >= _SHARED * min(len(mine), len(theirs[j])):
                yield i, j


def _likeness(a: Sentence, b: Sentence) -> float:
    """Share of words that two sentences have in common, in order; 0 where they are not one sentence."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    ratio = round(matcher.ratio(), 3)
    shorter = min(len(a.words), len(b.words))
    held = sum(block.size for block in matcher.get_matching_blocks()) / shorter
    return ratio if ratio >= _ALIKE or (held >= _HELD and shorter >= _FEWEST) else 0.0
