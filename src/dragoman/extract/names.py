"""Who is named: every entity of a report and every mention of it."""

from dragoman.extract.bodies import enter_organisations, enter_organs
from dragoman.extract.found import Extractor, Found, Names
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.nations import enter_nations
from dragoman.extract.people import enter_people, settle_people
from dragoman.extract.shortforms import enter_short_forms
from dragoman.model.entity import Entity, Mention
from dragoman.model.ids import content_id
from dragoman.text.page import Page


def names(page: Page, found: Found) -> Names:  # noqa: ARG001
    """Name countries, listed actors, institutions, organs and persons, then the short forms that point back at them."""
    ledger = Ledger(page.gazetteer)
    enter_nations(page, ledger)
    enter_organs(page, ledger)
    people = enter_people(page, ledger)
    enter_organisations(page, ledger)
    enter_short_forms(page, ledger)
    settle_people(page, people, ledger)
    entities: dict[str, Entity] = {}
    for naming in ledger.all():
        entities.setdefault(naming.entity.id, naming.entity)
    return Names(
        entities=tuple(entities[key] for key in sorted(entities)),
        mentions=tuple(_mention(page, naming) for naming in ledger.all()),
    )


def _mention(page: Page, naming: Naming) -> Mention:
    words = naming.paragraph.doc[naming.start : naming.end]
    if words[-1].tag_ == "POS" and len(words) > 1:
        words = words[:-1]
    span = page.words(naming.paragraph, words)
    key = content_id("m", span.report, "mention", span.start, span.end, naming.entity.id)
    return Mention(key, span, naming.entity.id, naming.form)


NAMES = Extractor("names", "1", needs=(), yields="names", run=names)
