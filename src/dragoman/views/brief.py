"""The brief: the whole record in reading order."""

from dragoman.model.record import RecordData
from dragoman.views.citations import Citations
from dragoman.views.differences import differences
from dragoman.views.happened import ahead, background, happened
from dragoman.views.layout import Brief
from dragoman.views.onesided import onesided
from dragoman.views.promises import promises
from dragoman.views.reports import reports
from dragoman.views.said import said
from dragoman.views.stands import stands

_PARTS = (reports, happened, differences, onesided, said, stands, promises, ahead, background)
_CLOSING = (
    "Quoted words are the reports' own, cut at the characters cited; all other lines are listed templates filled "
    "from fields.",
    "A citation such as A3 is report A, paragraph 3 (Ah: its headline). Silence of a report is not doubt.",
    "This record says who says what. It does not say what is true.",
)


def brief(record: RecordData) -> Brief:
    """Put the record in reading order."""
    citations = Citations.of(record)
    owners = {claim.account for claim in record.claims if claim.account and not claim.voice.chain}
    count = len(record.reports)
    return Brief(
        title=_title(record),
        subtitle=f"{count} report{'s' * (count != 1)}, {len(owners)} independent account{'s' * (len(owners) != 1)}",
        sections=tuple(part(record, citations) for part in _PARTS),
        closing=_CLOSING,
    )


def _title(record: RecordData) -> str:
    """Name the process that most rounds belong to, else the parties that most positions are held by."""
    if record.processes:
        return max(record.processes, key=lambda process: (len(process.rounds), process.id)).name
    held: dict[str, int] = {}
    for position in record.positions:
        held[position.party.name] = held.get(position.party.name, 0) + 1
    parties = sorted(sorted(held), key=lambda name: -held[name])[:3]
    return " - ".join(parties) or "Record"
