"""The country that a report has in mind when it says "the army" or "the foreign minister" without an owner."""

from collections import Counter

from dragoman.extract.datelines import dateline_end
from dragoman.extract.naming import Ledger
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.report import SectionKind
from dragoman.text.page import Page, Paragraph


def home(page: Page, ledger: Ledger) -> Entity | None:
    """The country of the outlet and the dateline, where it is also among those that the report names most.

    A dateline alone may be that of a venue, so its country must be named more often than any other; an outlet's
    name alone at least as often. Where the two are of different countries there is no home.
    """
    outlet = _nation(page, page.report.outlet.replace(".", " ").split())
    dateline = _nation(page, _dateline_words(page))
    found = dateline or outlet
    if found is None or (outlet and dateline and outlet.id != dateline.id):
        return None
    named = Counter(n.entity.id for n in ledger.all() if n.is_nation)
    most = max((count for key, count in named.items() if key != found.id), default=0)
    if outlet and dateline:
        return found if named[found.id] and 2 * named[found.id] >= most else None
    enough = named[found.id] >= most if outlet else named[found.id] > most
    return found if enough and named[found.id] else None


def _dateline_words(page: Page) -> list[str]:
    """The words of the place before the dash with which the body opens, else of the report's known dateline."""
    first = next((p for p in page.paragraphs if p.kind is SectionKind.BODY), None)
    end = dateline_end(first) if first else 0
    text = first.doc[:end].text if first and end else page.report.dateline
    return [word.strip("()—–-") for part in text.split("(")[:1] for word in part.replace("/", ",").split(",")]


def _nation(page: Page, parts: list[str]) -> Entity | None:
    """The one country that these words name, by its name, people, capital or the country of a city; else None."""
    found = {}
    for part in parts:
        name = part.strip().title() if part.isupper() and len(part) > 3 else part.strip()
        known = page.gazetteer.actor(name) if name[:1].isupper() else None
        if known and known[0].kind is EntityKind.COUNTRY:
            found[known[0].id] = known[0]
    return next(iter(found.values())) if len(found) == 1 else None


def at_home(ledger: Ledger, paragraph: Paragraph, index: int) -> Entity | None:
    """The report's home for what stands at this token; None where its sentence names another country before it."""
    if ledger.home is None:
        return None
    begin = paragraph.doc[index].sent.start
    owner = ledger.home
    for token in paragraph.doc[begin:index]:
        naming = ledger.at(paragraph, token.i)
        abroad = naming.entity.country if naming and naming.entity.kind is not EntityKind.GROUP else ""
        capital = ledger.listed(token.text) if token.text[0].isupper() else None
        other = capital is not None and capital.kind is EntityKind.COUNTRY and capital.id != owner.id
        if other or (abroad and abroad != owner.country):
            return None
    return owner
