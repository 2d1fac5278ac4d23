"""PLOVER's gold records: type, mode, and how many died and were hurt (actors have a task of their own)."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.evaluate.plover_format import Record, read_records
from dragoman.evaluate.score import Confusion, Measure, TaskScore, macro_f1, share
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.found import Found
from dragoman.model.event import EventMention
from dragoman.model.plover import QUADS

_DEAD = frozenset({"killed", "executed", "beheaded"})
_HURT = frozenset({"injured"})
Counted = tuple[Record, int, frozenset[int]]


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Type, mode and counts over PLOVER_GSR_CAMEO.txt, each text read as a report of its own.

    Taken is the first event told by one of the words that the record gives for it, else the first of the text. The
    file names roots and modes of an older draft; they are read as those of 2021. It shares its origin with plv: tune on
    one and score on the other.
    """
    records = read_records(folder)
    read_all = read([text_report(one.id, one.text) for one in records])
    found = [(one, layers) for one, (_, layers) in zip(records, read_all, strict=True)]
    taken = [(record, _taken(record, layers)) for record, layers in found]
    roots = [(record.root, str(event.type) if event else "") for record, event in taken]
    right = sum(1 for gold, shown in roots if gold == shown)
    moded = [(record, event) for record, event in taken if record.mode]
    modes_right = sum(1 for record, event in moded if event and event.mode == record.mode)
    return TaskScore(
        "plover",
        (
            share("found", right=sum(1 for _, shown in roots if shown), of=len(roots)),
            share("type", right=right, of=len(roots), misses=_misses(taken)),
            macro_f1("type, macro-F1", roots),
            macro_f1("quad class, macro-F1", [(_quad(gold), _quad(shown)) for gold, shown in roots]),
            share("mode", right=modes_right, of=len(moded), misses=_mode_misses(moded)),
            _counts("dead", ((r, r.dead, _numbers(layers, _DEAD)) for r, layers in found if r.dead is not None)),
            _counts(
                "injured", ((r, r.injured, _numbers(layers, _HURT)) for r, layers in found if r.injured is not None)
            ),
        ),
        (Confusion.of("type", roots),),
    )


def _taken(record: Record, found: Found) -> EventMention | None:
    named = (event for event in found.events if set(event.trigger.exact.casefold().split()) & record.told_by)
    return next(named, None) or next(iter(found.events), None)


def _quad(root: str) -> str:
    return next((str(number) for number, types in enumerate(QUADS, 1) if root in types), "")


def _numbers(found: Found, states: frozenset[str]) -> frozenset[int]:
    """The numbers that the text gives for people in one of the states."""
    told = (one for one in found.quantities if states & set(f"{one.what} {one.unit} {one.scope}".casefold().split()))
    return frozenset(int(one.amount.value) for one in told if one.amount.value is not None)


def _counts(name: str, counted: Iterable[Counted]) -> Measure:
    every = list(counted)
    lines = [
        f"{record.id} {gold}, shown {sorted(shown)}: {record.text}"
        for record, gold, shown in every
        if gold not in shown
    ]
    return share(name, right=len(every) - len(lines), of=len(every), misses=lines)


def _misses(taken: Sequence[tuple[Record, EventMention | None]]) -> list[str]:
    return [
        f"{record.id} shown {event.type if event else 'nothing'}: {record.text}"
        for record, event in taken
        if event is None or event.type != record.root
    ]


def _mode_misses(taken: Sequence[tuple[Record, EventMention | None]]) -> list[str]:
    return [
        f"{record.id} {record.mode}, shown {(event.mode if event else '') or 'none'}: {record.text}"
        for record, event in taken
        if event is None or event.mode != record.mode
    ]
