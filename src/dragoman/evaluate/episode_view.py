"""A record and a gold looked at together: places of spans, names of voices, items by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.episode_names import Sides
from dragoman.evaluate.episode_texts import Document, Place, read_documents

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What all parts of the scorer ask of a record; items come sorted by id, whatever the record's order."""

    arrays: Mapping[str, tuple[Json, ...]]
    gold: Json
    documents: Mapping[str, Document]
    report_document: Mapping[str, str]
    entities: Mapping[str, Json]
    claims: Mapping[str, Json]
    places: Mapping[str, Place]
    sides: Sides

    def shown(self, name: str) -> tuple[Json, ...]:
        """The record's items of one array, sorted by id."""
        return self.arrays.get(name, ())

    def golden(self, name: str) -> tuple[Json, ...]:
        """The gold's items of one list, in its order."""
        return tuple(self.gold.get(name) or ())

    def document(self, file: str) -> Document | None:
        """The document that a gold item names by id or by file name."""
        if file in self.documents:
            return self.documents[file]
        return next((one for one in self.documents.values() if one.file == file), None)

    def find(self, file: str, phrase: str) -> tuple[Place, ...]:
        """Every place of a gold phrase in its document; empty if it does not stand there."""
        document = self.document(file)
        return document.find(phrase) if document else ()

    def place(self, span: Any) -> Place | None:
        """The place of a record's span, None if it is in no gold document or is no span."""
        return _place(span, self.report_document)

    def claim_place(self, claim: Json) -> Place | None:
        """The place of a claim's span."""
        return self.places.get(str(claim["id"]))

    def in_tail(self, place: Place) -> bool:
        """Whether a place reaches into its document's tail."""
        return self.documents[place.document].in_tail(place)

    def cited(self, item: Json) -> tuple[Json, ...]:
        """The claims that an item lists and those that give it as their event."""
        ids = {str(item.get("id")), *map(str, item.get("aliases") or ())}
        listed = set(map(str, item.get("claims") or ()))
        return tuple(
            claim
            for key, claim in self.claims.items()
            if key in listed or (claim.get("event") is not None and str(claim["event"]) in ids)
        )

    def listed(self, item: Json) -> tuple[Json, ...]:
        """The claims that an item lists."""
        keys = sorted(set(map(str, item.get("claims") or ())))
        return tuple(self.claims[key] for key in keys if key in self.claims)

    def names(self, who: Any) -> tuple[str, ...]:
        """All names of an actor, speaker, party or voice: as shown, then its entity's name and aliases."""
        if isinstance(who, str):
            return (who,)
        if not isinstance(who, Mapping):
            return ()
        inner = who.get("name")
        own = self.names(inner) if isinstance(inner, Mapping) else ((str(inner),) if inner else ())
        entity = self.entities.get(str(who.get("entity")))
        if entity is None:
            return own
        return (*own, *(str(one) for one in (entity.get("name"), *(entity.get("aliases") or ())) if one))

    def voice_sides(self, who: Any) -> tuple[frozenset[str], ...]:
        """The sides on which a voice's marks put it: its name or else its entity's, and its side label."""
        if not isinstance(who, Mapping):
            return tuple(filter(None, map(self.sides.of, self.names(who))))
        entity = self.entities.get(str(who.get("entity"))) or {}
        label = who.get("side") or entity.get("side") or ""
        label_names = self.names(self.entities.get(str(label)) or str(label))
        marks = [self.sides.of(" ".join(self._own_names(who))) or self.sides.of(str(entity.get("name") or ""))]
        marks += [self.sides.of_label(name) for name in label_names[:1]]
        return tuple(mark for mark in marks if mark)

    def _own_names(self, who: Json) -> tuple[str, ...]:
        name = who.get("name")
        return self.names(name)[:1] if isinstance(name, Mapping) else ((str(name),) if name else ())


def look(record: Json, gold: Json, folder: Path) -> View:
    """Read the gold's documents, the record's entities and claims, and the sides."""
    documents = read_documents(record, gold, folder)
    report_document = {report: document.id for document in documents for report in document.reports}
    claims = {str(one["id"]): one for one in _sorted(record.get("claims") or ())}
    return View(
        arrays={key: _sorted(items) for key, items in record.items() if isinstance(items, (list, tuple))},
        gold=gold,
        documents={document.id: document for document in documents},
        report_document=report_document,
        entities={str(one["id"]): one for one in _sorted(record.get("entities") or ())},
        claims=claims,
        places={
            key: place
            for key, claim in claims.items()
            if (place := _place(claim.get("span"), report_document)) is not None
        },
        sides=Sides.read(gold, (document.text for document in documents)),
    )


def _place(span: Any, report_document: Mapping[str, str]) -> Place | None:
    if not isinstance(span, Mapping) or str(span.get("report")) not in report_document:
        return None
    return Place(report_document[str(span["report"])], int(span["start"]), int(span["end"]))


def _sorted(items: Iterable[Json]) -> tuple[Json, ...]:
    return tuple(sorted(items, key=lambda item: str(item.get("id"))))
