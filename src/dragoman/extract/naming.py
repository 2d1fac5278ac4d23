"""Names found so far in one report, looked up by the token at which they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Paragraph
from dragoman.text.parse import Token


@dataclass(frozen=True, slots=True)
class Naming:
    """The tokens `[start, end)` of a paragraph, which name an entity."""

    paragraph: Paragraph
    start: int
    end: int
    entity: Entity
    form: Form

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands in the report."""
        return self.paragraph.index, self.start, self.end

    @property
    def sentence(self) -> tuple[int, int]:
        """Its paragraph and the first token of its sentence."""
        return self.paragraph.index, self.paragraph.doc.tokens[self.start].sent.start

    @property
    def root(self) -> Token:
        """The head of its words."""
        return self.paragraph.doc[self.start : self.end].root

    @property
    def leads(self) -> bool:
        """Whether it is the subject of its sentence's main verb, or of one beside it."""
        subject = self.root if self.root.dep_ in ("nsubj", "nsubjpass") else self.root.head
        main = subject.sent.root
        if subject.dep_ not in ("nsubj", "nsubjpass"):
            return False
        return subject.head == main or (subject.head.dep_ == "conj" and subject.head.head == main)

    @property
    def owns(self) -> bool:
        """Whether it can own an office or organ: a possessive, or an adjective or name before its noun."""
        doc, last = self.paragraph.doc, self.paragraph.doc[self.end - 1]
        if last.tag_ == "POS" or (self.end < len(doc) and doc[self.end].tag_ == "POS"):
            return True
        return last.dep_ in ("poss", "compound", "amod", "nmod") or self.form is Form.DEMONYM

    @property
    def is_nation(self) -> bool:
        """Whether the thing named is a country."""
        return self.entity.kind is EntityKind.COUNTRY


class Ledger:
    """All namings of a report; of several at one token the shortest is the one meant there."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Start empty; `home` is the country that the report has in mind where it names none, `army` whose army."""
        self._gazetteer = gazetteer
        self.home: Entity | None = None
        self.army: Entity | None = None
        self._at: dict[tuple[int, int], list[Naming]] = {}
        self._all: set[tuple[int, int, int]] = set()

    def add(self, naming: Naming) -> None:
        """Enter a naming; a second one over the same tokens is left out."""
        if naming.order in self._all:
            return
        self._all.add(naming.order)
        for index in range(naming.start, naming.end):
            self._at.setdefault((naming.paragraph.index, index), []).append(naming)

    def at(self, paragraph: Paragraph, index: int) -> Naming | None:
        """The shortest naming over a token."""
        here = self._at.get((paragraph.index, index))
        return min(here, key=lambda n: n.end - n.start) if here else None

    def of(self, token: Token, paragraph: Paragraph) -> Naming | None:
        """The shortest naming over a token of that paragraph."""
        return self.at(paragraph, token.i)

    def within(self, paragraph: Paragraph, start: int, end: int) -> Iterator[Naming]:
        """The namings that lie wholly inside `[start, end)`, in order."""
        seen: set[tuple[int, int, int]] = set()
        for index in range(start, end):
            for naming in self._at.get((paragraph.index, index), ()):
                if naming.start >= start and naming.end <= end and naming.order not in seen:
                    seen.add(naming.order)
                    yield naming

    def free(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether no naming stands at any token of `[start, end)`."""
        return all((paragraph.index, index) not in self._at for index in range(start, end))

    def covered(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether one naming holds all of `[start, end)`, or a person's or organ's name reaches into it."""
        here = [n for i in range(start, end) for n in self._at.get((paragraph.index, i), ())]
        return any(
            (n.start <= start and n.end >= end)
            or n.entity.kind is EntityKind.PERSON
            or n.start < start
            or n.end > end + 1
            for n in here
        )

    def ending_at(self, paragraph: Paragraph, end: int) -> Naming | None:
        """The naming whose last token is just before `end`."""
        here = [n for n in self._at.get((paragraph.index, end - 1), ()) if n.end == end]
        return min(here, key=lambda n: n.start) if here else None

    def starting_at(self, paragraph: Paragraph, start: int) -> Naming | None:
        """The longest naming whose first token is at `start`."""
        here = self._at.get((paragraph.index, start))
        if here is None:
            return None
        return max((n for n in here if n.start == start), key=lambda n: n.end, default=None)

    def drop_bodies(self, paragraph: Paragraph, start: int, end: int) -> None:
        """Take out the organisations and groups named wholly inside `[start, end)`: their names are parts of one."""
        bodies = (EntityKind.ORGANISATION, EntityKind.GROUP)
        for naming in [n for n in self.within(paragraph, start, end) if n.entity.kind in bodies]:
            self._all.discard(naming.order)
            for index in range(naming.start, naming.end):
                here = self._at[paragraph.index, index]
                here.remove(naming)
                if not here:
                    del self._at[paragraph.index, index]

    def all(self) -> tuple[Naming, ...]:
        """Every naming, in order of the text."""
        unique = {n.order: n for namings in self._at.values() for n in namings}
        return tuple(unique[order] for order in sorted(unique))

    def refine(self, known: Mapping[str, Entity]) -> None:
        """Put fuller entities, by id, in the place of plain ones."""
        for key, namings in self._at.items():
            fuller = ((n, known.get(n.entity.id, n.entity)) for n in namings)
            self._at[key] = [n if entity is n.entity else replace(n, entity=entity) for n, entity in fuller]

    def state(self, code: str) -> Entity | None:
        """The country of an ISO 3166 alpha-3 code, as the gazetteer names it."""
        country = self._gazetteer.world.country(code) if code else None
        found = self._gazetteer.actor(country.name) if country else None
        return found[0] if found else None

    def listed(self, name: str) -> Entity | None:
        """The actor of that name in the user's list or the world's tables."""
        found = self._gazetteer.actor(name)
        return found[0] if found else None

    def adjective(self, owner: Entity) -> str:
        """A country's adjective ("Ruritanian"), or '' when none is known."""
        country = self._gazetteer.world.country(owner.name)
        return country.demonyms[0] if country and country.demonyms else ""

    def replace_at(self, naming: Naming) -> None:
        """Enter a naming in the place of whatever stood over exactly its tokens."""
        for index in range(naming.start, naming.end):
            here = self._at.setdefault((naming.paragraph.index, index), [])
            here[:] = [n for n in here if (n.start, n.end) != (naming.start, naming.end)]
            here.append(naming)
        self._all.add(naming.order)
