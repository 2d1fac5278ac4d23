"""Where the parties stand: party by issue."""

from dragoman.model.issues import ISSUES
from dragoman.model.position import Position
from dragoman.model.record import RecordData
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import day, on_one_line, plain, voice

_ORDER = {issue.id: number for number, issue in enumerate(ISSUES)}


def stands(record: RecordData, citations: Citations) -> Section:
    """Issues in the vocabulary's order, and under each the parties' stances by time."""
    issues = sorted({p.issue for p in record.positions}, key=lambda issue: _ORDER.get(issue, len(_ORDER)))
    names = {issue.id: issue.name for issue in ISSUES}
    rows = []
    for issue in issues:
        held = [position for position in record.positions if position.issue == issue]
        held.sort(key=lambda p: (p.party.name, p.since or "", p.id))
        rows.append(Row(text=names.get(issue, issue), rows=tuple(_row(position, citations) for position in held)))
    return Section("positions", "Where the parties stand", tuple(rows))


def _row(position: Position, citations: Citations) -> Row:
    claims = [citations.claims[claim] for claim in position.claims]
    voices = dict.fromkeys(voice(claim.voice, claim.outlet) for claim in claims)
    notes = ["; ".join(voices)]
    if position.conditions:
        notes.append(f"on condition: {on_one_line(position.conditions)}")
    if position.until:
        notes.append(f"until {day(position.until)}")
    return Row(
        lead=position.party.name,
        tag=plain(position.stance),
        words=on_one_line(position.content if " " in position.content else claims[0].span.exact),
        note="; ".join(notes),
        cites=citations.of_claims(position.claims),
    )
