"""Whether events are told as denied and as come about, on the events that MEANTIME marks."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.marked_events import Mark, MarkedText, meantime_texts
from dragoman.evaluate.score import Measure, TaskScore, f1, share
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.assertion import assertion
from dragoman.model.event import Modality, Polarity
from dragoman.text.page import Page

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.BACKGROUND})
Judged = tuple[Mark, bool, bool, str]


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """F1 of what is denied and of what has not come about, over the events marked on MEANTIME's English texts.

    The marked word is given; its polarity and modality are read. Not come about is what the set marks as future, as
    not certain or as a condition or general statement; to dragoman it is planned, demanded, conditional or foreseen.
    """
    texts = meantime_texts(folder)
    if not texts:
        raise InputError(f"{folder}: no MEANTIME XML. Give the folder of the published corpus")
    reports = [text_report(one.id, one.text, headline=one.headline) for one in texts]
    judged = [one for text, (page, _) in zip(texts, read(reports), strict=True) for one in _judged(text, page)]
    right = sum(1 for mark, denied, real, _ in judged if (mark.denied, mark.real) == (denied, real))
    return TaskScore(
        "assertion",
        (
            share("both right", right=right, of=len(judged)),
            _found("denied", [(bool(mark.denied), denied, line) for mark, denied, _, line in judged]),
            _found("not come about", [(not mark.real, not real, line) for mark, _, real, line in judged]),
        ),
    )


def _judged(text: MarkedText, page: Page) -> Iterator[Judged]:
    """Each mark with what is read at its word: denied, come about, and a line that shows both."""
    for mark in text.marks:
        if mark.denied is None or mark.real is None:
            continue
        span = page.cut(mark.start, mark.end)
        paragraph, tokens = page.paragraph_of(span), page.tokens(span)
        if paragraph is None or not tokens:
            continue
        inside = [token for token in tokens if token.head not in tokens or token.head == token]
        polarity, modality = assertion(paragraph, (inside or list(tokens))[0])
        line = f"{text.id} [{span.exact}] {polarity} {modality}: {' '.join(tokens[0].sent.text.split())}"
        yield mark, polarity is Polarity.DENIED, modality in _REAL, line


def _found(name: str, pairs: Sequence[tuple[bool, bool, str]]) -> Measure:
    """F1 of a mark from triples (gold, shown, line)."""
    return f1(
        name,
        right=sum(1 for gold, shown, _ in pairs if gold and shown),
        shown=sum(1 for _, shown, _ in pairs if shown),
        gold=sum(1 for gold, _, _ in pairs if gold),
        misses=[f"{'missed' if gold else 'false'} {line}" for gold, shown, line in pairs if gold != shown],
    )
