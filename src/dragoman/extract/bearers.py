"""Whom a noun phrase stands for: the actor named, the owner of the thing named, or the country where it is."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from dragoman.extract.found import Found
from dragoman.extract.grammar import after, subject
from dragoman.extract.pairs import names_both, two_sides
from dragoman.extract.reference import entities_at, mention_at, owners_at
from dragoman.extract.voices import voice_of
from dragoman.extract.warfare import home_war, meant_by
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_SAYING = frozenset(
    {"say", "announce", "state", "add", "claim", "declare", "insist", "promise", "vow", "pledge", "warn"}
)
_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "ours"})
_OWN = frozenset({"his", "her", "its", "their"})
_ALONE = frozenset({"i", "me", "my"})
_OFFICE = 3
_BODY = "IGO"
_BODIES = ("GOV", "MIL", "LEG", "JUD", "SPY", "OPP", "stand_ins", "groups")
_COLLECTIVES = frozenset(
    {"coalition", "federation", "organisation", "organization", "delegation", "majority", "population"}
)
_ABSTRACT = ("ity", "tion", "sion", "ness", "ence", "ance", "ment", "ship", "ism", "dom", "cy")
_FROM = ("of", "from")
_WHERE = ("of", "from", "in", "inside", "within", "on", "at", "across", "over", "near", "along", "around", "into", "to")


class Bearers:
    """Looks up, in one paragraph, the entities that bear a part in an event."""

    def __init__(self, page: Page, found: Found, paragraph: Paragraph) -> None:
        """Look in this paragraph of this page."""
        self._page, self._found, self._paragraph = page, found, paragraph
        self._by_id = {entity.id: entity for entity in found.names.entities}

    def who(self, token: Token | None, *, where: bool = False, depth: int = 0) -> tuple[Entity, ...]:
        """The entities for which the phrase stands; with `where` also the country in which the thing lies."""
        if token is None or depth > 4:
            return ()
        rivals = self.two_sides() if names_both(token, owned=True) else ()
        own = rivals or self.named(token) or self.owners(token)
        if own:
            return unique((*own, *self._joined_adjective(token, own)))
        if names_both(token) or _is_the_country(token):
            return self._sides_meant(token)
        if token.pos_ == "PRON":
            said = speech_around(token)
            return self.who(subject(said), depth=depth + 1) if said is not None else ()
        for joined in token.conjuncts:
            own = unique((*own, *(self.named(joined) or self.owners(joined))))
        if own:
            return own
        if where:
            at = self._country_at(token)
            if at:
                return at
        if not where and _is_abstract(token):
            return own
        for inner in after(token, *(_WHERE if where else _FROM)):
            own = unique((*own, *self.who(inner, where=where, depth=depth + 1)))
        return own

    def _sides_meant(self, token: Token) -> tuple[Entity, ...]:
        """The two sides; for "the country" that of who speaks."""
        if names_both(token):
            return self.two_sides()
        return unique(self.side_of(entity) for entity in self.voice(token))

    def _joined_adjective(self, token: Token, own: tuple[Entity, ...]) -> Iterator[Entity]:
        """The other country of "A-ish and B-ish troops", which name one body only."""
        sides = {entity.side or entity.name for entity in own}
        for first in token.children:
            if first.dep_ == "amod" and first.conjuncts:
                for word in (first, *first.conjuncts):
                    yield from (e for e in self.named(word) if e.kind is EntityKind.COUNTRY and e.name not in sides)

    def named(self, token: Token) -> tuple[Entity, ...]:
        """The actors that the phrase itself names, places left out."""
        if token.lower_ in _SPEAKERS:
            return self._speaker(token)
        at = self._actors(entities_at(self._page, self._found, self._paragraph, token))
        return at or self._meant(token)

    def _meant(self, token: Token) -> tuple[Entity, ...]:
        """Whom "the army" or "the rebels" means in this report, with those joined to it."""
        if mention_at(self._found, self._paragraph, token) is not None:
            return ()
        one = meant_by(token, self._found.names, self._page.report.text)
        if one is None:
            return ()
        joined = (e for c in token.children if c.dep_ == "conj" for e in self.named(c))
        return unique((one, *joined))

    def owners(self, token: Token) -> tuple[Entity, ...]:
        """Those who own or qualify the thing."""
        if token.lemma_.lower() in words("event_frames", "stateless"):
            return ()
        ours = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in _SPEAKERS), None)
        if ours is not None:
            return self._speaker(ours)
        theirs = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in _OWN), None)
        said = speech_around(token) if theirs is not None else None
        teller = subject(said) if said is not None else None
        if theirs is not None and teller is not None and teller.i < theirs.i:
            return self.who(teller)
        aligned = {entity.id for entity in self._aligned(token)}
        owning = self._actors(owners_at(self._page, self._found, self._paragraph, token))
        if not owning:
            owning = unique(e for c in token.children if c.dep_ in ("poss", "compound") for e in self._meant(c))
        return tuple(entity for entity in owning if entity.id not in aligned)

    def _actors(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The entities without places, and without unknown bodies whose name is a place in this paragraph."""
        kept = (entity for entity in entities if entity.kind is not EntityKind.PLACE)
        return tuple(entity for entity in kept if entity.code or entity.side or not self._is_place(entity))

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of the places in this paragraph and their words."""
        start, end = self._paragraph.start, self._paragraph.end
        names = {mention.span.exact for mention in self._found.places if start <= mention.span.start < end}
        return frozenset(names.union(*(name.split() for name in names)))

    def _is_place(self, entity: Entity) -> bool:
        return entity.kind is not EntityKind.GROUP and entity.name in self._places

    def _aligned(self, token: Token) -> Iterator[Entity]:
        """Those with whom it is only linked: "pro-X militias", "X-backed rebels", "X-brokered talks"."""
        marks = words("event_frames", "aligned")
        doc, first = token.doc, token.left_edge.i
        for mark in doc[first : token.i]:
            if any(part in marks for part in mark.lower_.split("-")):
                for near in doc[max(first, mark.i - 2) : min(token.i, mark.i + 3)]:
                    yield from entities_at(self._page, self._found, self._paragraph, near)

    def within(self, tokens: Iterable[Token]) -> tuple[Entity, ...]:
        """Every actor named by one of the tokens, in order."""
        return unique(entity for token in tokens if _names(token) for entity in self.named(token))

    def _speaker(self, token: Token) -> tuple[Entity, ...]:
        """Who says "I" or "we": the voice; for "we" the side for which it speaks."""
        voice = voice_of(self._page, self._found, self._page.words(self._paragraph, token))
        entity = self._by_id.get(voice.entity or "")
        if entity is None:
            return ()
        return (entity,) if token.lower_ in _ALONE else (self.side_of(entity),)

    def side_of(self, entity: Entity) -> Entity:
        """The country, group or body for which the entity speaks, if the report names it; else the entity itself."""
        named = (e for e in self._by_id.values() if entity.side and e.name == entity.side)
        side = next((e for e in named if e.kind in (EntityKind.COUNTRY, EntityKind.GROUP)), None)
        body = (e for e in self._by_id.values() if entity.side and e.name == entity.side and e.code == _BODY)
        return side or next(body, None) or self._body_of(entity) or entity

    def _body_of(self, entity: Entity) -> Entity | None:
        """The international body whose officer a person is, by the code of both."""
        if entity.kind is not EntityKind.PERSON or entity.side or len(entity.code) <= _OFFICE:
            return None
        bodies = (e for e in self._by_id.values() if e.kind is EntityKind.ORGANISATION and e.code)
        return next((e for e in bodies if e.code == entity.code[:-_OFFICE]), None)

    def two_sides(self) -> tuple[Entity, ...]:
        """The two sides of the report, or nobody."""
        return two_sides(self._found.names, self._page.report.text)

    def voice(self, token: Token) -> tuple[Entity, ...]:
        """The named one in whose words the token stands, or nobody."""
        entity = self._by_id.get(
            voice_of(self._page, self._found, self._page.words(self._paragraph, token)).entity or ""
        )
        return (entity,) if entity is not None else ()

    def speaks_for(self, token: Token, entities: Iterable[Entity]) -> bool:
        """Whether the voice of these words is one of the entities, or of the side of one."""
        voice = voice_of(self._page, self._found, self._page.words(self._paragraph, token))
        sides = {self.side_of(entity).id for entity in entities}
        speaking = self._by_id.get(voice.entity or "")
        if speaking is not None:
            return self.side_of(speaking).id in sides
        return bool(voice.side) and any(e.id in sides and e.name == voice.side for e in self._by_id.values())

    def _at_home(self, code: str) -> bool:
        """Whether the war is inside that country, so that a deed there is not one against it."""
        home = home_war(self._found.names, self._page.report.text)
        return home is not None and code == home.country.code and home.group in self.two_sides()

    def _country_at(self, token: Token) -> tuple[Entity, ...]:
        """The country, if the report names it as an actor too, of a place mentioned at the token."""
        start, end = self._paragraph.at(token), self._paragraph.until(token)
        for mention in self._found.places:
            if mention.span.start < end and start < mention.span.end and mention.place.country:
                code = mention.place.country
                if self._at_home(code):
                    return ()
                return tuple(
                    e for e in self._by_id.values() if e.kind is EntityKind.COUNTRY and code in (e.country, e.code)
                )[:1]
        return ()


def _is_the_country(token: Token) -> bool:
    """Whether it is "the country", which in the words of a side is its own."""
    return token.lower_ in ("country", "nation") and [c.lower_ for c in token.children if c.i < token.i] == ["the"]


def _names(token: Token) -> bool:
    """Whether a word may name a side by itself; "military observers" are nobody's military."""
    return token.pos_ in ("PROPN", "ADJ") and token.lower_ not in words("event_frames", "state_bodies")


def _is_abstract(token: Token) -> bool:
    """Whether a noun names a quality or an act ("the sovereignty of X"), in which X has no part of its own."""
    lemma = token.lemma_.lower()
    body = any(lemma in words("bodies", heading) for heading in _BODIES) or lemma in _COLLECTIVES
    return lemma.endswith(_ABSTRACT) and not body


def speech_around(pronoun: Token) -> Token | None:
    """The verb of speech whose clause has the pronoun as subject: "Quito said *it* would" speaks of Quito."""
    own = any(c.dep_ == "poss" and c.lower_ in _OWN for c in pronoun.children)
    if not (own or pronoun.lower_ in ("it", "he", "she", "they")) or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    clause, above = pronoun.head, pronoun.head.head
    return above if clause.dep_ == "ccomp" and above.lemma_ in _SAYING else None


def unique(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each entity once, in order."""
    return tuple({entity.id: entity for entity in entities}.values())
