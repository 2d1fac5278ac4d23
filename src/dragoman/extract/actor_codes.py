"""The PLOVER code of whoever a noun phrase tells of, named or not: three letters of a country, then of a sector."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.found import Found
from dragoman.extract.nations import institutions
from dragoman.extract.reference import entity_of, mention_at
from dragoman.extract.sectors import sector_of, sectors, tells_of_people
from dragoman.extract.title_words import titles
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_COUNTRY = 3
_BESIDE = ("compound", "amod", "nmod", "poss")
_WHERE = frozenset(("of", "from", "in", "at", "near", "throughout", "across", "inside", "within"))
_ABROAD = frozenset(("IGO", "NGO", "MED"))
_PRIVATE = frozenset(("CVL", "MED", "NGO"))
_DEEP = 3


def country_and_sector(code: str) -> tuple[str, str]:
    """An actor code in two: a country's letters (or IGO, NGO), and the sector; '' for what it does not say."""
    if code[:_COUNTRY] in sectors() and code[:_COUNTRY] not in ("IGO", "NGO"):
        return "", code[:_COUNTRY]
    return code[:_COUNTRY], code[_COUNTRY : 2 * _COUNTRY]


def actor_code(page: Page, found: Found, paragraph: Paragraph, token: Token) -> str:
    """The code of the phrase to which a token belongs ("RURMIL" for "Ruritanian" of "Ruritanian troops"), or ''."""
    reading = _Reading(page, found, paragraph)
    own, phrase = reading.entity(token), phrase_head(token)
    head = counted(phrase)
    if head != token and own is not None and own.kind is not EntityKind.PERSON:
        return f"{own.code}{_sector(head)}" if own.kind is EntityKind.COUNTRY else own.code
    named = reading.entity(head)
    if named is not None and named.kind is EntityKind.COUNTRY:
        return reading.of_country(head, named, counted=head != phrase)
    if named is not None:
        return reading.of_named(head, named)
    return reading.of_plain(head)


def phrase_head(token: Token) -> Token:
    """The noun whose phrase a token stands in: that of a modifier where it tells of people, else the token."""
    for _ in range(_DEEP):
        head = token.head
        if token.dep_ == "conj" and token.pos_ in ("ADJ", "PROPN") and head.dep_ in _BESIDE:
            head = head.head
        elif token.dep_ not in _BESIDE:
            return token
        if not tells_of_people(head):
            return token
        token = head
    return token


def counted(noun: Token) -> Token:
    """Those of whom a noun tells only how many ("hundreds of people", "a group of traders"), else the noun."""
    if noun.lemma_.lower() not in words("sectors", "counting"):
        return noun
    links = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    return next((counted(obj) for link in links for obj in link.children if obj.dep_ == "pobj"), noun)


def _sector(noun: Token) -> str:
    people = noun.ent_type_ == "NORP" and noun.tag_ in ("NNS", "NNPS")
    return sector_of(noun) if tells_of_people(noun) else "CVL" if people else ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A paragraph of a report with what was found in the report."""

    page: Page
    found: Found
    paragraph: Paragraph

    def entity(self, token: Token) -> Entity | None:
        """The entity for which a token stands."""
        mention = mention_at(self.found, self.paragraph, token)
        return entity_of(self.found, mention) if mention else None

    def form(self, token: Token) -> Form | None:
        """By what kind of words it does."""
        mention = mention_at(self.found, self.paragraph, token)
        return mention.form if mention else None

    def of_country(self, noun: Token, country: Entity, *, counted: bool) -> str:
        """A government by a capital or palace, people by a people's name where they are counted or described."""
        form = self.form(noun)
        if form is Form.METONYM:
            return f"{country.code}GOV"
        if form is not Form.DEMONYM or noun.pos_ == "ADJ":
            return country.code
        home = next((e for e in self.around(noun) if e.country and e.kind is EntityKind.COUNTRY), None)
        ethnic = any(c.lower_ == "ethnic" for c in noun.children)
        described = counted or any(c.dep_ in ("nummod", "amod", "acl", "relcl") for c in noun.children)
        land = home.country if home is not None else self.place_around(noun)
        land = land or (self.only_land(noun, apart=country.code) if ethnic else "") or country.code
        return f"{land}CVL" if described or land != country.code else land

    def of_named(self, head: Token, entity: Entity) -> str:
        """The code of a named person or body; a group of no known country is of the one its sentence names."""
        if entity.code in sectors() and entity.code not in _ABROAD and entity.name not in institutions():
            return f"{self.only_land(head)}{entity.code}"
        return entity.code or self.of_unlisted(head, entity)

    def of_unlisted(self, head: Token, entity: Entity) -> str:
        """A named person or body whose code is not known: its country, and its sector by the words of its name."""
        if entity.kind is EntityKind.PERSON:
            owner = next(self.around(head), None)
            public = "ELI" if self.is_past(head) else titles().get(entity.role, "")
            land = entity.country or (owner.country if owner is not None else "") or self.only_land(head)
            return f"{land}{public if public not in _PRIVATE else ''}"
        mention = mention_at(self.found, self.paragraph, head)
        said = self.page.tokens(mention.span) if mention is not None else (head,)
        sector = next((s for s in (_sector(word) for word in reversed(said)) if s), "")
        lands = (e.country for word in said if (e := self.entity(word)) is not None and e.kind is EntityKind.COUNTRY)
        land = entity.country or next(lands, "") or self.nations(said)
        civil = not land and any(word.lower_ in words("unnamed", "civil_bodies") for word in said)
        return f"{land}{sector}" if land or not civil else f"NGO{sector}"

    def is_past(self, head: Token) -> bool:
        """Whether the words just before a person's name say that the office is a thing of the past."""
        mention = mention_at(self.found, self.paragraph, head)
        said = self.page.tokens(mention.span) if mention is not None else ()
        before = head.doc[max(head.sent.start, said[0].i - _DEEP - 1) : said[0].i] if said else ()
        return any(word.lower_ in words("forms", "former") for word in before)

    def nations(self, said: tuple[Token, ...]) -> str:
        """The country that a word of a name gives by itself ("Ruritanian Union of Teachers"), or ''."""
        known = (self.page.gazetteer.actor(word.text) for word in said if word.text[:1].isupper())
        return next((k[0].country for k in known if k is not None and k[0].kind is EntityKind.COUNTRY), "")

    def of_plain(self, head: Token) -> str:
        """People or bodies without a name: whose they are, then their sector; a place: its country."""
        sector = _sector(head) if not self.place(head) else ""
        owner = next(self.around(head), None)
        if owner is None:
            place = self.place(head)
            if place and self.is_town(head):
                return f"{place}CVL"
            land = place or self.place_around(head) or (self.only_land(head) if sector else "")
            return f"{land}{sector}"
        if owner.code[:_COUNTRY] in _ABROAD or not owner.country:
            return (
                f"{owner.code[:_COUNTRY]}{sector}" if owner.code[:_COUNTRY] in ("IGO", "NGO") else sector or owner.code
            )
        return f"{owner.country}{sector}" if sector or owner.kind is EntityKind.COUNTRY else owner.code

    def around(self, noun: Token) -> Iterator[Entity]:
        """The entities with a country or code that qualify a noun, the nearest before it first."""
        for word in _beside(noun):
            entity = self.entity(word)
            if entity is not None and (entity.country or entity.code):
                yield entity

    def only_land(self, noun: Token, *, apart: str = "") -> str:
        """The one country that the noun's sentence names, by itself or by its people, towns and bodies; else ''."""
        start, end = self.paragraph.at(noun.sent[0]), self.paragraph.until(noun.sent[-1])
        named = {e.country for t in noun.sent if (e := self.entity(t)) is not None and e.country}
        named |= {p.place.country for p in self.found.places if start <= p.span.start < end and p.place.country}
        lands = named - {apart}
        return lands.pop() if len(lands) == 1 else ""

    def is_town(self, token: Token) -> bool:
        """Whether a token is the name of a town that is no capital."""
        at = self.paragraph.at(token)
        here = (p.place for p in self.found.places if p.span.start <= at < p.span.end)
        return any(p.precision == "city" and self.page.gazetteer.world.by_capital(p.name) is None for p in here)

    def place(self, token: Token) -> str:
        """The country of the place or capital that stands at a token, or ''."""
        at = self.paragraph.at(token)
        country = next((p.place.country for p in self.found.places if p.span.start <= at < p.span.end), "")
        seat = self.page.gazetteer.world.by_capital(token.text) if token.ent_type_ == "GPE" and not country else None
        return seat.iso3 if seat is not None else country

    def place_around(self, noun: Token) -> str:
        """The country of a place that qualifies a noun, or ''."""
        return next((country for word in _beside(noun) if (country := self.place(word))), "")


def _beside(noun: Token) -> Iterator[Token]:
    """The words that qualify a noun: those before it, the nearest first, then what 'of', 'from' and 'in' join to it."""
    before = [c for c in noun.children if c.dep_ in _BESIDE and c.i < noun.i]
    deeper = (
        c for child in before for c in child.children if c.dep_ in (*_BESIDE, "conj", "npadvmod") and c.i < noun.i
    )
    yield from sorted((*before, *deeper), key=lambda token: -token.i)
    for link in noun.children:
        if link.dep_ == "acl" or (link.dep_ == "prep" and link.lower_ in _WHERE):
            yield from (t for t in link.subtree if t.pos_ in ("PROPN", "ADJ"))
