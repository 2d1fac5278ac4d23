"""Comparisons as rows, in the order of consequence, each conflict with between whom it runs."""

from typing import Any

from dragoman.model.codec import to_plain
from dragoman.model.record import RecordData
from dragoman.model.verdict import Verdict
from dragoman.views.consequence import Consequence

COLUMNS = ("id", "verdict", "between", "field", "reason")


def comparison_rows(record: RecordData) -> list[dict[str, Any]]:
    """One object a comparison, as in the record, with `between` beside it ("" where nothing conflicts)."""
    order = Consequence(record)
    ranked = sorted(record.comparisons, key=lambda c: (order.rank(c), c.id))
    return [
        {**to_plain(one), "between": order.ends(one).phrase if one.verdict == Verdict.CONFLICT else ""}
        for one in ranked
    ]
