"""One amount said again in another unit: "just under 40 miles (64 km)", "0.3 points, or 2%"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.drafts import Draft
from dragoman.model.quantity import Hedge, Measure

_AGAIN = re.compile(r"\s?[(\[](?:or |about )?|,? or |\s?/\s?")
_UNITED = frozenset({Measure.SHARE, Measure.DISTANCE, Measure.MONEY, Measure.RATE, Measure.OTHER})
_BRACKETS = "(["


def with_restated(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The readings, in order, those that say the one before again with its hedge and its change.

    The first stands as a whole before a bracket or "or"; the units differ, so that "3 or 4 miles" is no such pair.
    """
    whole: list[Draft] = []
    for draft in drafts:
        last = whole[-1] if whole else None
        whole.append(_again(last, draft) if last is not None and _says_again(text, last, draft) else draft)
    return whole


def _again(last: Draft, draft: Draft) -> Draft:
    hedge = last.hedge if draft.hedge is Hedge.EXACT else draft.hedge
    return replace(draft, hedge=hedge, change=draft.change or last.change)


def _says_again(text: str, last: Draft, draft: Draft) -> bool:
    between = text[last.end : draft.start]
    if not {last.measure, draft.measure} <= _UNITED or last.unit == draft.unit or not _AGAIN.fullmatch(between):
        return False
    # A slash or "or" goes on with a pair only where a bracket or a change has opened it.
    opened = any(sign in text[max(0, last.start - 2) : last.start] for sign in _BRACKETS)
    return any(sign in between for sign in _BRACKETS) or opened or bool(last.change)
