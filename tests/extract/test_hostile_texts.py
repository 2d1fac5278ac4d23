"""Texts that nobody would print: read to their end, every span exact, nothing told that does not stand there."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.model.attribution import VoiceKind
from dragoman.model.span import Span
from dragoman.run.recipe import STANDARD
from dragoman.text.page import Page

_CLAUSE = "the troops of Peru attacked the port of Chile and said that twelve drones were shot down while it rained "
_PLAIN = "Peru said on Monday that 12 drones hit Chile. “We will not sign,” the minister told reporters."
_TEXTS = {
    "a sentence of ten thousand words": _CLAUSE * 520,
    "no stop and no capital": _CLAUSE.lower() * 30,
    "all in capitals": _PLAIN.upper() * 5,
    "several languages": _PLAIN
    + " 智利国防部表示,十二架无人机被击落。 Перу заявило о 12 беспилотниках. قالت بيرو إن 12 طائرة ضربت تشيلي. "
    "Le Pérou a déclaré que douze drones avaient frappé le Chili. " + _PLAIN,
    "zero-width and right-to-left marks": _PLAIN.replace("said", "sa\u200bid").replace("12", "\u200f12\u200e")
    + "\u202e"
    + _PLAIN.replace(" ", " \u200d")
    + "\ufeff",
    "pictures": "🚀 " + _PLAIN.replace(" said", " 👨‍👩‍👧 said 👍🏽") + " 🇵🇪💥" * 50,
    "quotation marks that never close": "“The ‘minister “said ‘he “would ‘not “sign " * 60,
    "brackets that never close": "(Peru said " * 120,
    "one word": "a" * 20_000,
    "commas": "Peru, " * 300,
    "times beyond the calendar": "10,000 years from now. The following year it rained. Before the past 3,000 years, and "
    "after the next 10,000 years, and in H3 2030 and 2030 H4, nothing. " * 3,
    "numbers": "12 " * 1_000,
    "marks alone": "“”‘’—…?!()[]{}<>&;\\ " * 200,
    "letters without blanks": "智利国防部表示十二架无人机被击落" * 300,
}


def _read(text: str) -> tuple[Page, Found]:
    page, found = page_of(text), Found()
    for step in STANDARD:
        found = replace(found, **{step.yields: step.run(page, found)})
    return page, found


def _spans(value: object) -> Iterator[Span]:
    """Every span that a layer holds, at any depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


@pytest.mark.parametrize("kind", _TEXTS)
def test_it_is_read_to_its_end_and_tells_only_what_stands_there(kind: str) -> None:
    text = _TEXTS[kind]
    page, found = _read(text)
    spans = list(_spans(found))
    assert all(span.exact == page.report.text[span.start : span.end] for span in spans)
    assert page.paragraphs[-1].end == len(text.rstrip())
    printed = {word.strip("“”‘’\"'.,()").casefold() for word in text.split()}
    for voice in (claim.voice for claim in found.claims if claim.voice.kind is VoiceKind.UNNAMED):
        assert {word.strip("“”‘’\"'.,()").casefold() for word in voice.name.split()} <= printed


@pytest.mark.parametrize("kind", ["one word", "commas", "numbers", "marks alone", "letters without blanks"])
def test_nothing_is_claimed_where_nothing_is_said(kind: str) -> None:
    _, found = _read(_TEXTS[kind])
    assert found.claims == ()
    assert found.speech.attributions == ()


@pytest.mark.parametrize("kind", ["several languages", "pictures"])
def test_what_stands_between_strange_signs_is_still_read(kind: str) -> None:
    _, found = _read(_TEXTS[kind])
    assert any(quantity.amount.value == 12 for quantity in found.quantities)


def test_a_long_sentence_is_read_in_pieces_that_leave_nothing_out() -> None:
    page = page_of(_TEXTS["a sentence of ten thousand words"])
    assert len(page.paragraphs) > 10
    between = [page.report.text[a.end : b.start] for a, b in zip(page.paragraphs, page.paragraphs[1:], strict=False)]
    assert not any(text.strip() for text in between)
