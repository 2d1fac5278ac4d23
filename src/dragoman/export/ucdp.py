"""One row for each use of force, in the manner of UCDP's Georeferenced Event Dataset."""

from collections.abc import Iterable
from datetime import date

from dragoman.export.eventreport import source_of
from dragoman.export.harm import INJURED, KILLED, REAL, Harm
from dragoman.export.sites import Sites, where_prec
from dragoman.export.table import Cell, Kind, Table, table_of
from dragoman.link.clusters import LinkScore
from dragoman.model.event import Event
from dragoman.model.plover import EventType
from dragoman.model.record import RecordData
from dragoman.model.time import Interval
from dragoman.reconcile.corroboration import Corroborations

COLUMNS: dict[str, Kind] = {
    "id": Kind.TEXT,
    "year": Kind.WHOLE,
    **dict.fromkeys(("side_a", "side_a_id", "side_b", "side_b_id"), Kind.TEXT),
    "number_of_sources": Kind.WHOLE,
    **dict.fromkeys(("source_article", "source_office", "source_date", "source_headline"), Kind.TEXT),
    "source_original": Kind.TEXT,
    "where_prec": Kind.WHOLE,
    "where_coordinates": Kind.TEXT,
    **dict.fromkeys(("latitude", "longitude"), Kind.NUMBER),
    **dict.fromkeys(("country", "country_code"), Kind.TEXT),
    **dict.fromkeys(("event_clarity", "date_prec"), Kind.WHOLE),
    **dict.fromkeys(("date_start", "date_end"), Kind.DAY),
    **dict.fromkeys(("best", "high", "low"), Kind.NUMBER),
    **dict.fromkeys(("low_open", "high_open"), Kind.FLAG),
    **dict.fromkeys(("injured_best", "injured_high", "injured_low"), Kind.NUMBER),
    **dict.fromkeys(("mode", "standing", "denied_by", "words"), Kind.TEXT),
    "accounts": Kind.WHOLE,
}
"""UCDP's columns as far as a record knows them; from `low_open` on they are ours."""
_NIGHT = 2
_LENGTHS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""UCDP's `date_prec` by the most days: a day, up to six days, a week, a month, a year."""


def ucdp(record: RecordData, _: Iterable[LinkScore]) -> Table:
    """Every event of type ASSAULT that somebody says happened, with deaths or without; sorted by id."""
    rows = _Rows(record)
    events = (e for e in record.events if e.type == EventType.ASSAULT and e.modality in REAL)
    return table_of(COLUMNS, (rows.of(event) for event in events if rows.asserted(event)))


class _Rows:
    def __init__(self, record: RecordData) -> None:
        self._claims = {claim.id: claim for claim in record.claims}
        self._reports = {report.id: report for report in record.reports}
        self._stood, self._sites, self._harm = Corroborations(record), Sites.of(record), Harm(record)

    def asserted(self, event: Event) -> bool:
        """Whether somebody says that it happened: what is only denied is no event."""
        return any(self._claims[claim].polarity == "asserted" for claim in event.claims)

    def of(self, event: Event) -> dict[str, Cell]:
        """The row of one event."""
        killed, injured = self._harm.toll(event, KILLED), self._harm.toll(event, INJURED)
        return {
            "id": event.id,
            "side_a": _joined(actor.name for actor in event.actors),
            "side_a_id": _joined(actor.entity or "" for actor in event.actors),
            "side_b": _joined(actor.name for actor in event.recipients),
            "side_b_id": _joined(actor.entity or "" for actor in event.recipients),
            **self._sources(event),
            **self._where(event),
            **_when(event.time),
            "best": killed.best,
            "high": killed.high,
            "low": killed.low,
            "low_open": killed.low_open,
            "high_open": killed.high_open,
            "injured_best": injured.best,
            "injured_high": injured.high,
            "injured_low": injured.low,
            "mode": event.mode or None,
            "standing": event.standing.value,
            "accounts": event.accounts,
            "words": event.summary,
        }

    def _sources(self, event: Event) -> dict[str, Cell]:
        stood = self._stood.of_event(event)
        claims = [self._claims[claim] for claim in event.claims]
        reports = [self._reports[report] for report in sorted({c.report for c in claims if c.polarity == "asserted"})]
        return {
            "number_of_sources": len(reports),
            "source_article": _joined(source_of(report) for report in reports),
            "source_office": _joined(report.outlet for report in reports),
            "source_date": _joined(report.published.end or "" for report in reports),
            "source_headline": _joined(report.title for report in reports),
            "source_original": _joined(stood.voices),
            "denied_by": _joined((*stood.denied_by, *stood.blame_denied_by)),
        }

    def _where(self, event: Event) -> dict[str, Cell]:
        place = event.place
        return {
            "where_prec": where_prec(place),
            "where_coordinates": place.name if place else None,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "country": self._sites.country(place) or None,
            "country_code": (place.country if place else "") or None,
        }


def _when(time: Interval) -> dict[str, Cell]:
    """The days and how exactly they are known; an event of one day or night is told apart from others (clarity 1)."""
    days = None
    if time.start and time.end:
        days = (date.fromisoformat(time.end) - date.fromisoformat(time.start)).days + 1
    first = time.start or time.end
    return {
        "year": int(first[:4]) if first else None,
        "event_clarity": None if days is None else 1 if days <= _NIGHT else 2,
        "date_prec": None if days is None else next((code for most, code in _LENGTHS if days <= most), 5),
        "date_start": time.start,
        "date_end": time.end,
    }


def _joined(parts: Iterable[str]) -> str | None:
    """What is known of each, in order, each once; None where nothing is."""
    return " | ".join(dict.fromkeys(part for part in parts if part)) or None
