"""Organisations under the initials that a report introduces, here and wherever they come again."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.extract.acronyms import LONGEST, introduced
from dragoman.extract.bodies import organisation
from dragoman.extract.datelines import dateline_end
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.nations import institutions
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.page import Page, Paragraph


def enter_initials(page: Page, ledger: Ledger) -> None:
    """'Long Name (LN)': the letters name the same thing here and wherever they come again."""
    short: dict[str, Entity] = {}
    for paragraph in page.paragraphs:
        first = dateline_end(paragraph)
        for one in introduced(paragraph.doc):
            naming = ledger.ending_at(paragraph, one.end)
            if naming is None and one.start is not None and one.start >= first:
                naming = _spelt_out(paragraph, one.start, one.end, ledger)
            known = one.letters in institutions() or one.letters in short
            if naming and not known and naming.start >= first and naming.entity.kind is not EntityKind.PERSON:
                short[one.letters] = _with_letters(naming.entity, one.letters)
    if short:
        ledger.refine({entity.id: entity for entity in short.values()})
        for paragraph in page.paragraphs:
            _enter_letters(paragraph, short, ledger)


def _with_letters(entity: Entity, letters: str) -> Entity:
    named = entity.name if letters in entity.name else f"{entity.name} ({letters})"
    aliases = tuple(sorted({*entity.aliases, entity.name, letters} - {named}))
    return replace(entity, name=named, aliases=aliases)


def _spelt_out(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> Naming | None:
    """The organisation whose capitals the letters spell, where the tagger saw only a part of its name, or none."""
    inside = [n for i in range(start, end) if (n := ledger.at(paragraph, i)) is not None]
    if any(n.start < start or n.end > end or n.entity.kind is EntityKind.PERSON for n in inside):
        return None
    ledger.drop_bodies(paragraph, start, end)
    naming = organisation(paragraph, start, end, ledger)
    ledger.add(naming)
    return naming


def _enter_letters(paragraph: Paragraph, short: Mapping[str, Entity], ledger: Ledger) -> None:
    doc, openings = paragraph.doc, {letters[0] for letters in short}
    for start in range(len(doc)):
        if doc.tokens[start].text[0] in openings:
            for end in range(start + 1, min(len(doc), start + LONGEST) + 1):
                entity = short.get(doc.cut(start, end))
                if entity is not None:
                    ledger.replace_at(Naming(paragraph, start, end, entity, Form.ACRONYM))
