"""Words that name, and the things named."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span


class EntityKind(StrEnum):
    """What is named."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    PLACE = "place"


class Form(StrEnum):
    """By what kind of words a mention names."""

    NAME = "name"
    ACRONYM = "acronym"
    METONYM = "metonym"
    DEMONYM = "demonym"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who, as the record shows them: entity id (None when nobody is named), name, PLOVER actor code."""

    entity: str | None
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing named; `side` is the party for which it speaks ("" for none), `country` an ISO 3166 alpha-3 code."""

    id: str
    name: str
    kind: EntityKind
    code: str = ""
    aliases: tuple[str, ...] = ()
    side: str = ""
    country: str = ""
    role: str = ""

    @property
    def actor(self) -> Actor:
        """The entity as it stands in events, positions and voices."""
        return Actor(self.id, self.name, self.code)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a report that name an entity; `entity` is its id."""

    id: str
    span: Span
    entity: str
    form: Form
