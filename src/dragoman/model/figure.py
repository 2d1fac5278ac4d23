"""All quantity claims about the same countable thing of the same event, scope and side."""

from dataclasses import dataclass

from dragoman.model.event import Standing
from dragoman.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Figure:
    """Readings of one number; `best` is the one that most accounts give, `low` and `high` the ends, None when open.

    The rule stands in `reconcile/extent.py` and in the codebook, section 17.
    """

    id: str
    aliases: tuple[str, ...]
    event: str | None
    what: str
    unit: str
    side: str
    scope: str
    verdict: Verdict
    standing: Standing
    best: float | None
    low: float | None
    high: float | None
    claims: tuple[str, ...]
