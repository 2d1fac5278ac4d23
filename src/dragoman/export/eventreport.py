"""One row for each report of each event, in the columns of MAVERICK, for the R package eventreport."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.export.harm import DISPLACED, INJURED, KILLED, REAL, STRUCK, Harm
from dragoman.export.sites import Sites, fineness
from dragoman.export.table import Cell, Kind, Table, table_of
from dragoman.extract.actor_codes import country_and_sector
from dragoman.link.clusters import LinkScore
from dragoman.link.sentences import sentence_of
from dragoman.model.claim import Claim, Field
from dragoman.model.entity import Actor, Entity, EntityKind
from dragoman.model.event import Event, Polarity
from dragoman.model.ids import content_id
from dragoman.model.plover import MATERIAL_CONFLICT
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.reconcile.linked import voices_of
from dragoman.text.outlets import outlets

ACTORS = 6
_ACTOR = {
    "": Kind.TEXT,
    "_id": Kind.TEXT,
    "_type": Kind.TEXT,
    "_subtype": Kind.TEXT,
    "_party": Kind.TEXT,
    "_violence": Kind.TEXT,
    "_precision": Kind.WHOLE,
    "_perpetrator": Kind.WHOLE,
    "_victim": Kind.WHOLE,
}
COLUMNS: dict[str, Kind] = {
    **dict.fromkeys(("id", "event_id", "country"), Kind.TEXT),
    **dict.fromkeys(("date_start", "date_end"), Kind.DAY),
    **dict.fromkeys(("city", "location"), Kind.TEXT),
    **dict.fromkeys(("latitude", "longitude"), Kind.NUMBER),
    "geo_precision": Kind.WHOLE,
    **{f"actor{n}{end}": kind for n in range(1, ACTORS + 1) for end, kind in _ACTOR.items()},
    **{f"{what}_{which}": Kind.NUMBER for what in ("deaths", "injuries") for which in ("best", "low", "high")},
    **dict.fromkeys(("displacement", "damage"), Kind.WHOLE),
    "source": Kind.TEXT,
    "number_of_sources": Kind.WHOLE,
    **dict.fromkeys(("source_author", "source_type"), Kind.TEXT),
    "source_classification": Kind.WHOLE,
    **dict.fromkeys(("unit_of_analysis", "aggregation"), Kind.TEXT),
    **dict.fromkeys(("report", "account", "voices", "event_type", "event_mode", "standing", "words"), Kind.TEXT),
    **{f"{what}_{end}_open": Kind.FLAG for what in ("deaths", "injuries") for end in ("low", "high")},
}
"""MAVERICK's columns without those on elections and those that are never read; from `report` on they are ours."""
_SECTORS = {
    "Security forces": ("MIL", "COP", "SPY"),
    "Non-state armed actor": ("REB", "UAF", "CRM"),
    "Political actor": ("GOV", "LEG", "JUD", "OPP", "PTY"),
    "Citizens": ("CVL", "REF", "LAB", "AGR", "EDU", "HLH", "BUS", "MED", "REL", "ELI"),
}
_TYPES = {sector: name for name, sectors in _SECTORS.items() for sector in sectors}
_PRECISION = {EntityKind.COUNTRY: 2, EntityKind.ORGANISATION: 3, EntityKind.GROUP: 3, EntityKind.PERSON: 4}


def eventreport(record: RecordData, _: Iterable[LinkScore]) -> Table:
    """Every report that tells an event as having happened; a cell is empty where that report does not say.

    Sorted by event, then report.
    """
    rows = _Rows(record)
    return table_of(COLUMNS, (row for event in record.events if event.modality in REAL for row in rows.of(event)))


class _Rows:
    def __init__(self, record: RecordData) -> None:
        self._claims = {claim.id: claim for claim in record.claims}
        self._reports = {report.id: report for report in record.reports}
        self._entities = {entity.id: entity for entity in record.entities}
        self._sites, self._harm = Sites.of(record), Harm(record)

    def of(self, event: Event) -> Iterator[dict[str, Cell]]:
        """The rows of one event; of a report's versions that tell it, the latest."""
        by_report: dict[str, list[Claim]] = {}
        for claim in sorted((self._claims[c] for c in event.claims), key=lambda c: (c.report, c.span, c.id)):
            if claim.polarity == Polarity.ASSERTED and claim.field != Field.QUANTITY:
                by_report.setdefault(claim.report, []).append(claim)
        superseded = {self._reports[report].supersedes for report in by_report}
        for report in sorted(by_report.keys() - superseded):
            claims = by_report[report]
            yield self._row(event, self._reports[report], claims)

    def _row(self, event: Event, report: Report, claims: Sequence[Claim]) -> dict[str, Cell]:
        told = next((c for c in claims if c.field == Field.OCCURRENCE), claims[0])
        return {
            "id": content_id("er", event.id, report.id),
            "event_id": event.id,
            **self._where(claims),
            **_when(claims),
            **self._actors(event, report, claims),
            **self._toll(event, report.id, KILLED, "deaths"),
            **self._toll(event, report.id, INJURED, "injuries"),
            "displacement": 1 if self._harm.told(event, DISPLACED, report=report.id) else None,
            "damage": 1 if self._harm.told(event, STRUCK, report=report.id) else None,
            **_source(report),
            "report": report.id,
            "account": told.account,
            "voices": "; ".join(voices_of(claims)),
            "event_type": event.type.value,
            "event_mode": event.mode,
            "standing": event.standing.value,
            "words": told.span.exact,
        }

    def _where(self, claims: Sequence[Claim]) -> dict[str, Cell]:
        """The place that this report gives; its point is known where some event is there."""
        name = next((str(c.value) for c in claims if c.field == Field.PLACE and c.value), "")
        place = self._sites.places.get(name)
        return {
            "country": self._sites.country(place) or None,
            "city": name if place and place.precision == "city" else None,
            "location": name or None,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "geo_precision": fineness(place),
        }

    def _actors(self, event: Event, report: Report, claims: Sequence[Claim]) -> dict[str, Cell]:
        """The parties of the event that a sentence names in which this report tells it, who acts first."""
        told = " ".join(sentence_of(c.span, report).exact for c in claims if c.field == Field.OCCURRENCE)
        parties = dict.fromkeys(a for a in (*event.actors, *event.recipients) if self._is_named(a, told))
        row: dict[str, Cell] = {}
        for n, actor in enumerate(list(parties)[:ACTORS], 1):
            row |= {f"actor{n}{end}": cell for end, cell in self._actor(event, actor).items()}
        return row

    def _is_named(self, actor: Actor, told: str) -> bool:
        entity = self._entities.get(actor.entity or "")
        return any(name in told for name in (actor.name, *(entity.aliases if entity else ())))

    def _actor(self, event: Event, actor: Actor) -> dict[str, Cell]:
        entity = self._entities.get(actor.entity or "")
        acts, harmful = actor in event.actors, event.type in MATERIAL_CONFLICT
        return {
            "": actor.name,
            "_id": actor.entity,
            "_type": _type(actor, entity),
            "_subtype": actor.code or None,
            "_party": (entity.side if entity else "") or None,
            "_violence": event.mode or None if acts and harmful else None,
            "_precision": _PRECISION.get(entity.kind, 1) if entity else 1,
            "_perpetrator": int(acts) if harmful else None,
            "_victim": int(actor in event.recipients) if harmful else None,
        }

    def _toll(self, event: Event, report: str, deed: str, name: str) -> dict[str, Cell]:
        toll = self._harm.toll(event, deed, report=report)
        return {
            f"{name}_best": toll.best,
            f"{name}_low": toll.low,
            f"{name}_high": toll.high,
            f"{name}_low_open": toll.low_open,
            f"{name}_high_open": toll.high_open,
        }


def _type(actor: Actor, entity: Entity | None) -> str | None:
    """MAVERICK's word for the sector of a PLOVER code; a country that acts as such is a state."""
    _, sector = country_and_sector(actor.code)
    state = entity is not None and entity.kind == EntityKind.COUNTRY and not sector
    return "State" if state else _TYPES.get(sector) or ("Other" if sector else None)


def _when(claims: Sequence[Claim]) -> dict[str, Cell]:
    """The day or days that this report gives, the finest first."""
    times = [str(c.value).partition("/") for c in claims if c.field == Field.TIME and c.value]
    days = sorted((start, end or start) for start, _, end in times)
    start, end = min(days, key=lambda d: (".." in d, d[0] != d[1]), default=("..", ".."))
    return {"date_start": None if start == ".." else start, "date_end": None if end == ".." else end}


def _source(report: Report) -> dict[str, Cell]:
    """The report as a source: named as MAVERICK names it, of one class, since outlets are not ranked."""
    known = outlets().named(report.outlet)
    return {
        "source": source_of(report),
        "number_of_sources": 1,
        "source_author": report.outlet,
        "source_type": "News agency" if known and known.agency else "News outlet",
        "source_classification": 1,
        "unit_of_analysis": "Event report",
        "aggregation": "None",
    }


def source_of(report: Report) -> str:
    """Outlet, day and title of a report."""
    return " ".join(part for part in (report.outlet, f"({report.published.end or 'undated'})", report.title) if part)
