"""How two claims on one field of one thing relate."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.claim import About, Field


class Verdict(StrEnum):
    """From agreement to contradiction; `single` is a figure with one account."""

    SINGLE = "single"
    SAME = "same"
    COMPATIBLE = "compatible"
    FINER = "finer"
    DIFFERENT_SCOPE = "different_scope"
    DIFFERENT_TIME = "different_time"
    CHANGED = "changed"
    REVISED = "revised"
    CONFLICT = "conflict"


AGREEMENT_ORDER = (
    Verdict.SAME,
    Verdict.COMPATIBLE,
    Verdict.FINER,
    Verdict.REVISED,
    Verdict.CHANGED,
    Verdict.DIFFERENT_TIME,
    Verdict.DIFFERENT_SCOPE,
    Verdict.CONFLICT,
)


def weakest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Return `conflict` if any pair conflicts, else the pair that agrees least; `single` for none."""
    return max(verdicts, key=AGREEMENT_ORDER.index) if verdicts else Verdict.SINGLE


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims (`a`, `b` are claim ids) on one field of one thing, the verdict and its reason."""

    id: str
    subject: About
    field: Field
    a: str
    b: str
    verdict: Verdict
    reason: str
