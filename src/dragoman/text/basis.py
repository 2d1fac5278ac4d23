"""A publication date with its basis: what tells it, what agrees, and what does not."""

from collections.abc import Sequence

from dragoman.model.report import Published
from dragoman.model.time import Interval


def published(interval: Interval, told: str, agree: Sequence[str], against: Sequence[str] = ()) -> Published:
    """`TOLD; X and Y agree; but Z does not agree`, each said once."""
    basis = told
    if agree:
        basis += f"; {' and '.join(dict.fromkeys(agree))} {'agrees' if len(set(agree)) == 1 else 'agree'}"
    if against:
        basis += f"; but {' and '.join(dict.fromkeys(against))} {'does' if len(set(against)) == 1 else 'do'} not agree"
    return Published(interval.start, interval.end, interval.precision, basis)
