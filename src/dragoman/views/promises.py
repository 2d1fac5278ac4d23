"""What was promised and what is due."""

from dragoman.model.position import Commitment
from dragoman.model.record import RecordData
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import UNDATED, names, on_one_line, plain, voice, when


def promises(record: RecordData, citations: Citations) -> Section:
    """Commitments by due time, undated last."""
    ordered = sorted(record.commitments, key=lambda c: (c.due.end or c.due.start or "~", c.id))
    return Section("commitments", "Promised and due", tuple(_row(commitment, citations) for commitment in ordered))


def _row(commitment: Commitment, citations: Citations) -> Row:
    claims = [citations.claims[claim] for claim in commitment.claims]
    voices = dict.fromkeys(voice(claim.voice, claim.outlet) for claim in claims)
    to = f" to {commitment.to.name}" if commitment.to else ""
    due = when(commitment.due)
    return Row(
        lead=f"{names(commitment.by)}{to}",
        text=f"due {due}" if due != UNDATED else "no due time given",
        tag=plain(commitment.status),
        words=on_one_line(commitment.what),
        note="; ".join(voices),
        cites=citations.of_claims(commitment.claims),
    )
