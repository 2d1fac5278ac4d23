"""A person's word on a link: kept as a row for good, taken back by a further row, cited by anchors and not by ids."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from unicodedata import category

from dragoman.model.codec import to_plain
from dragoman.model.ids import content_id

_UNSHOWN = frozenset({"Cc", "Cs"})
"""Categories of characters that no name and no reason holds, and that a terminal would obey."""


class Answer(StrEnum):
    """What a person says of a link; `withdrawn` takes back another row."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """What is judged to be one thing or not: what an event, a number, a quote or a name at some words stands for."""

    EVENT = "event"
    FIGURE = "figure"
    UTTERANCE = "utterance"
    ENTITY = "entity"


class Effect(StrEnum):
    """What a judgement does in a record: all of it, a part, nothing as it is unsure, as others contradict, as lost."""

    HOLDS = "holds"
    PARTLY = "partly"
    NOTED = "noted"
    CONTRADICTED = "contradicted"
    LOST = "lost"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words of a report with those around them; `start` and `end` are where they stood, and only a hint."""

    kind: Kind
    report: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """`same`: all anchors are of one thing; `different`: the first is of none of the others' things; or `unsure`.

    `when` is a UTC time, `withdraws` the id of the row that a `withdrawn` one takes back. `effect`, `note` and `things`
    say what became of it in this record: why it has no effect, and the ids of the items it speaks of.
    """

    id: str
    verdict: Answer
    by: str
    when: str
    why: str
    anchors: tuple[Anchor, ...]
    withdraws: str = ""
    effect: Effect = Effect.NOTED
    note: str = ""
    things: tuple[str, ...] = ()


def judgement(
    verdict: Answer, anchors: Iterable[Anchor], *, by: str, when: str, why: str = "", withdraws: str = ""
) -> Judgement:
    """A row under its content id; the order of the anchors counts only where one differs from several."""
    given = tuple(dict.fromkeys(anchors))
    tied = verdict == Answer.DIFFERENT and len(given) > 2
    ordered = (given[0], *sorted(given[1:])) if tied else tuple(sorted(given))
    made = Judgement("", verdict, by, when, why, ordered, withdraws)
    return replace(made, id=judgement_id(made))


def judgement_id(row: Judgement) -> str:
    """The id of what a row says; what became of it does not count."""
    anchors = json.dumps(to_plain(row.anchors), sort_keys=True)
    return content_id("j", row.verdict.value, row.by, row.when, row.why, row.withdraws, anchors)


def fault(row: Judgement) -> str:
    """Why a row cannot be used, "" when it can."""
    if not row.by.strip():
        return "it does not say who judged"
    if any(category(c) in _UNSHOWN for part in (row.by, row.when, row.why, row.withdraws) for c in part):
        return "it holds control characters"
    if row.verdict == Answer.WITHDRAWN:
        return "" if row.withdraws and not row.anchors else "it does not say what it takes back"
    if len(row.anchors) < 2 or row.withdraws:
        return "it needs two anchors"
    if len({anchor.kind for anchor in row.anchors}) > 1:
        return "its anchors are of different kinds"
    if any(not a.exact or a.start < 0 or a.end - a.start != len(a.exact) for a in row.anchors):
        return "an anchor's place cannot hold its words"
    return "" if row.id == judgement_id(row) else "its id is not that of what it says"


def in_force(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements of a log that nothing withdraws, sorted by id; the order of the log makes no difference."""
    rows = tuple(log)
    left = standing(rows)
    held = {row.id: row for row in rows if row.id in left and row.verdict != Answer.WITHDRAWN}
    return tuple(held[one] for one in sorted(held))


def standing(log: Iterable[Judgement]) -> frozenset[str]:
    """The ids of all rows of a log that no standing row withdraws.

    A withdrawal can be withdrawn like any row; what it took back then stands again.
    """
    withdraws = {row.id: row.withdraws for row in log}
    waiting = Counter(withdraws.values())
    ready = [one for one in withdraws if not waiting[one]]
    left, out = set[str](), set[str]()
    while ready:
        one = ready.pop()
        target = withdraws[one]
        if one not in out:
            left.add(one)
            out.add(target)
        waiting[target] -= 1
        if target in withdraws and not waiting[target]:
            ready.append(target)
    return frozenset(left)
