"""What the commands of `dragoman judge` share: adding to the log, telling what came of it, asking a person."""

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from dragoman.cli.output import lines, notice, opened, write
from dragoman.model.judgement import Answer, Effect, Judgement
from dragoman.model.record import Generator, RecordData
from dragoman.run.growth import now, relink
from dragoman.run.judging import Judging, apply
from dragoman.run.pipeline import Built
from dragoman.store.record import LONG_PATIENCE, Store
from dragoman.views.doubts import NO_DOUBTS, doubts, doubts_text
from dragoman.views.judgements import judgement_line, judgement_rows, judgements_text

_ANSWERS = {"y": Answer.SAME, "n": Answer.DIFFERENT, "u": Answer.UNSURE}
_SKIP, _QUIT = "s", "q"
_QUESTION = "One thing? [y]es, [n]o, [u]nsure, [s]kip, [q]uit"


def writing(record: Path) -> Store:
    """A record to write to, waited for as long as a reading may take."""
    return Store.open(record, patience=LONG_PATIENCE, waiting=notice)


def say(
    record: Path, who: tuple[str, str], what: Callable[[Judging], Sequence[Judgement]], *, json: bool = False
) -> None:
    """Add what a person (name and reason) says to the log, apply it, and tell what came of it."""
    with writing(record) as store:
        rows = what(Judging.of(store, by=who[0], why=who[1]))
        new, built = apply(store, rows)
    if not tell(record, new, built, given=rows, json=json):
        raise typer.Exit(1)


def tell(
    record: Path, new: Sequence[Judgement], built: Built | None, *, given: Sequence[Judgement], json: bool = False
) -> bool:
    """Tell what is new in the log, and of what was given and what it touches all that is not applied.

    Returns whether everything that was given is applied, or will be by the next reading.
    """
    data = built.record if built else RecordData(Generator("", "", {}))
    rows = judgement_rows(new, data, every=True)
    if json:
        lines(rows)
    elif rows:
        write(judgements_text(rows, data))
    if not rows:
        notice(f"{record}: nothing that had not been said before")
    if built is None:
        notice(f"{record}: kept; to apply it, bring the record up to date with: dragoman read --record {record}")
        return True
    asked = {row.id for row in given}
    idle = [row for row in data.judgements if row.effect in (Effect.CONTRADICTED, Effect.LOST, Effect.PARTLY)]
    mine = [row for row in idle if row.id in asked or any(one in row.note for one in asked)]
    for row in mine:
        notice(f"not applied: {judgement_line(row)}")
    notice(
        f"{record}: {len(data.events)} events, {len(data.figures)} figures, {len(data.utterances)} utterances,"
        f" {len(data.entities)} entities"
    )
    return not mine


def ask(record: Path, by: str, *, most: int) -> None:
    """Show one link after the other and keep each answer at once; the record is put together anew at the end."""
    with opened(record) as store:
        person = Judging.of(store, by=by)
        found = doubts(store.record(), store.all_links())[:most]
    if not found:
        write(NO_DOUBTS)
    said: list[Judgement] = []
    for doubt in found:
        write(doubts_text([doubt]))
        answer = _answer()
        if answer == _QUIT:
            break
        if answer != _SKIP:
            rows = person.judge(_ANSWERS[answer], (doubt.a, doubt.b))
            with writing(record) as store:
                said += store.judgements.add(rows, now=now())
    if said:
        with writing(record) as store:
            built = relink(store)
        tell(record, said, built, given=said)


def _answer() -> str:
    """The letter that a person types, asked for until it is one; the end of input is the end of asking."""
    try:
        while (letter := input(f"{_QUESTION}: ").strip().lower()[:1]) not in {*_ANSWERS, _SKIP, _QUIT}:
            continue
    except (EOFError, KeyboardInterrupt):
        return _QUIT
    return letter
