"""Who is named: every entity of a report and every mention of it."""

from dataclasses import replace

from dragoman.extract.bodies import enter_organisations, enter_organs
from dragoman.extract.found import Extractor, Found, Names
from dragoman.extract.home import home
from dragoman.extract.initials import enter_initials
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.nations import enter_nations
from dragoman.extract.people import enter_people, settle_people
from dragoman.extract.shortforms import enter_short_forms
from dragoman.extract.warfare import home_army
from dragoman.model.entity import Entity, Form, Mention
from dragoman.model.ids import content_id
from dragoman.text.page import Page

_NAMING = (Form.NAME, Form.ACRONYM, Form.METONYM, Form.DEMONYM)


def names(page: Page, found: Found) -> Names:  # noqa: ARG001
    """Name countries, listed actors, institutions, organs and persons, then the short forms that point back at them."""
    ledger = Ledger(page.gazetteer)
    enter_nations(page, ledger)
    ledger.home = home(page, ledger)
    enter_organs(page, ledger)
    ledger.army = home_army(page, ledger)
    people = enter_people(page, ledger)
    enter_organisations(page, ledger)
    enter_initials(page, ledger)
    enter_short_forms(page, ledger)
    settle_people(page, people, ledger)
    entities: dict[str, Entity] = {}
    for naming in ledger.all():
        entities.setdefault(naming.entity.id, naming.entity)
    mentions = tuple(_mention(page, naming) for naming in ledger.all())
    return Names(
        entities=tuple(_with_printed(entities[key], mentions) for key in sorted(entities)),
        mentions=mentions,
    )


def _with_printed(entity: Entity, mentions: tuple[Mention, ...]) -> Entity:
    """The entity with every name under which the report prints it among its aliases."""
    printed = {" ".join(m.span.exact.split()) for m in mentions if m.entity == entity.id and m.form in _NAMING}
    names = {name.removeprefix("The ").removeprefix("the ") for name in printed} | set(entity.aliases)
    return replace(entity, aliases=tuple(sorted(names - {entity.name, ""})))


def _mention(page: Page, naming: Naming) -> Mention:
    words = naming.paragraph.doc[naming.start : naming.end]
    if words[-1].tag_ == "POS" and len(words) > 1:
        words = words[:-1]
    span = page.words(naming.paragraph, words)
    key = content_id("m", span.report, "mention", span.start, span.end, naming.entity.id)
    return Mention(key, span, naming.entity.id, naming.form)


NAMES = Extractor("names", "1", needs=(), yields="names", run=names)
