"""Every count, share, length, age, gap, ordinal, distance and amount of money that a report gives."""

from collections.abc import Iterable, Sequence

from dragoman.extract.ages import ages
from dragoman.extract.counted import Counted
from dragoman.extract.counts import count
from dragoman.extract.drafts import Draft
from dragoman.extract.found import Extractor, Found
from dragoman.extract.hedges import amount, hedged
from dragoman.extract.lengths import article_distances, article_lengths, whole_lengths
from dragoman.extract.measured import measured, unit_of
from dragoman.extract.nones import nones
from dragoman.extract.numerals import Numeral, numerals
from dragoman.extract.occasions import folds, occasions
from dragoman.extract.ordinals import ordinals
from dragoman.extract.passed_over import blocked, lone_years, names_something, passed_over
from dragoman.extract.reference import owners_at
from dragoman.extract.restated import with_restated
from dragoman.extract.singles import singles
from dragoman.model.ids import content_id
from dragoman.model.quantity import Measure, Quantity
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Token


def run(page: Page, found: Found) -> tuple[Quantity, ...]:
    """All quantities of a report, in order of the text."""
    docs = [paragraph.doc for paragraph in page.paragraphs]
    return tuple(
        _finish(page, found, paragraph, draft)
        for index, paragraph in enumerate(page.paragraphs)
        for draft in _drafts(docs[max(0, index - _BACK) : index + 1])
    )


_BACK = 2
"""Paragraphs back to which a bare number may point."""


def _drafts(docs: Sequence[Doc]) -> list[Draft]:
    """The readings of the last paragraph, in order."""
    doc = docs[-1]
    text = doc.text
    drafts = [_aged(doc, *age) for age in ages(doc)]
    ranges = (*passed_over(doc), *((d.start, d.end) for d in drafts))
    by_article = (*article_lengths(text), *article_distances(text))
    articles = {numeral.start: (numeral, unit) for numeral, unit in by_article}
    plain = numerals(text, (*ranges, *((n.start, unit.end) for n, unit in articles.values())))
    kept = [n for n in lone_years(doc, plain) if not names_something(doc, n)]
    kept += [n for n, _ in articles.values() if not blocked(ranges, n)]
    read: list[Draft] = []
    for numeral in sorted(kept, key=lambda n: n.start):
        unit = articles[numeral.start][1] if numeral.start in articles else unit_of(text, numeral)
        draft = measured(doc, numeral, unit) if unit else count(docs, numeral, read)
        if draft:
            read.append(draft)
    drafts += with_restated(text, whole_lengths(text, read))
    _add(drafts, ranges, (_ordinal(*one) for one in ordinals(doc)))
    _add(drafts, ranges, (_single(*one) for one in singles(doc)))
    _add(drafts, ranges, occasions(doc))
    _add(drafts, ranges, folds(doc))
    _add(drafts, (), nones(docs, sorted(drafts, key=lambda d: d.start)))
    return sorted(drafts, key=lambda d: d.start)


def _add(drafts: list[Draft], ranges: tuple[tuple[int, int], ...], more: Iterable[Draft]) -> None:
    """Add those readings whose numbers touch neither a range nor a reading made before."""
    for draft in more:
        if not blocked((*ranges, *((d.numeral.start, d.end) for d in drafts)), draft.numeral):
            drafts.append(draft)


def _aged(doc: Doc, numeral: Numeral, start: int, counted: Counted) -> Draft:
    hedge, begin, end = hedged(doc, start, numeral.end, None)
    return Draft(numeral, begin, end, Measure.AGE, "year", counted, hedge)


def _ordinal(numeral: Numeral, counted: Counted) -> Draft:
    return Draft(numeral, numeral.start, counted.end, Measure.ORDINAL, "ordinal", counted)


def _single(numeral: Numeral, counted: Counted) -> Draft:
    return Draft(numeral, numeral.start, counted.end, Measure.COUNT, counted.unit, counted, scope=counted.state)


def _finish(page: Page, found: Found, paragraph: Paragraph, draft: Draft) -> Quantity:
    span = page.cut(paragraph.start + draft.start, paragraph.start + draft.end)
    counted = draft.counted
    head = counted.head if counted else None
    nation = page.gazetteer.world.by_demonym(head.text) if head is not None and head.tag_ == "NNPS" else None
    return Quantity(
        id=content_id("q", page.report.id, "quantity", span.start, span.end, draft.measure),
        span=span,
        amount=amount(draft.numeral, draft.hedge),
        measure=draft.measure,
        unit="people" if nation else draft.unit,
        what=counted.what if counted else "",
        head=page.words(paragraph, head) if head is not None else None,
        scope=draft.scope,
        side=_side(page, found, paragraph, head) if head is not None else "",
        per=draft.per,
        change=draft.change,
    )


def _side(page: Page, found: Found, paragraph: Paragraph, head: Token) -> str:
    """The party whose things are counted: the owner that the words name, or ""."""
    for owner in owners_at(page, found, paragraph, head):
        if owner.side:
            return owner.side
    for child in head.children:
        named = (
            page.gazetteer.actor(child.text)
            if child.pos_ in ("PROPN", "ADJ") and child.dep_ in ("poss", "amod", "compound")
            else None
        )
        if named and named[0].side:
            return named[0].side
    return ""


QUANTITIES = Extractor("quantities", "1", needs=("names",), yields="quantities", run=run)
