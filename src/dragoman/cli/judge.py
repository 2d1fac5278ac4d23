"""`dragoman judge`: confirm or refuse links, by a log that survives rebuilds."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import AsJson, MaybeRecord, RecordPath

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")]
MaybeBy = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason.")]
Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID ID...", help="Events, figures, utterances or entities, or claims and parts of them."),
]
Most = Annotated[int, typer.Option("--most", min=1, help="How many at most.")]
_LINKS = 20
app = typer.Typer(help="Confirm or refuse links: a log that survives rebuilds and can be taken back and shared.")


@app.callback(invoke_without_command=True)
def judge(context: typer.Context, record: MaybeRecord = None, by: MaybeBy = None, most: Most = _LINKS) -> None:
    """Confirm or refuse links. Alone on a terminal, with --record and --by, it asks about those most worth it."""
    from dragoman.cli.judging import ask
    from dragoman.errors import InputError

    if context.invoked_subcommand is not None:
        return
    if record is None:
        raise InputError("give --record PATH, or a command: dragoman judge --help")
    if not sys.stdin.isatty():
        show_next(record, most=most)
        return
    if by is None:
        raise InputError("say who judges: --by NAME")
    ask(record, by, most=most)


@app.command("same")
def same(ids: Ids, record: RecordPath, by: By, why: Why = "", json: AsJson = False) -> None:
    """All of these are one thing."""
    from dragoman.cli.judging import say
    from dragoman.model.judgement import Answer

    say(record, (by, why), lambda person: person.judge(Answer.SAME, ids), json=json)


@app.command("different")
def different(ids: Ids, record: RecordPath, by: By, why: Why = "", json: AsJson = False) -> None:
    """The first is none of the others."""
    from dragoman.cli.judging import say
    from dragoman.model.judgement import Answer

    say(record, (by, why), lambda person: person.judge(Answer.DIFFERENT, ids), json=json)


@app.command("unsure")
def unsure(ids: Ids, record: RecordPath, by: By, why: Why = "", json: AsJson = False) -> None:
    """Whether these are one thing cannot be told: kept and shown, without effect."""
    from dragoman.cli.judging import say
    from dragoman.model.judgement import Answer

    say(record, (by, why), lambda person: person.judge(Answer.UNSURE, ids), json=json)


@app.command("join")
def join(ids: Ids, record: RecordPath, by: By, why: Why = "", json: AsJson = False) -> None:
    """All that was put together in each of these events, figures or utterances is one thing."""
    from dragoman.cli.judging import say

    say(record, (by, why), lambda person: person.join(ids), json=json)


@app.command("split")
def split(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="An event, figure or utterance.")],
    members: Annotated[list[str], typer.Argument(metavar="PART...", help="What does not belong to it.")],
    record: RecordPath,
    by: By,
    why: Why = "",
    json: AsJson = False,
) -> None:
    """Some parts of an event, figure or utterance are something else than the rest of it."""
    from dragoman.cli.judging import say

    say(record, (by, why), lambda person: person.split(item, members), json=json)


@app.command("undo")
def undo(
    id: Annotated[str, typer.Argument(help="The id of a judgement, or of an earlier undo.")],
    record: RecordPath,
    by: By,
    why: Why = "",
    json: AsJson = False,
) -> None:
    """Take a judgement back; the row stays in the log."""
    from dragoman.cli.judging import say

    say(record, (by, why), lambda person: person.undo(id), json=json)


@app.command("list")
def show_list(
    record: RecordPath,
    every: Annotated[bool, typer.Option("--all", help="Also what was taken back, and by whom.")] = False,
    json: AsJson = False,
) -> None:
    """List the judgements with what became of each: what holds, what is contradicted, whose words are lost."""
    from dragoman.cli.output import lines, opened, write
    from dragoman.views.judgements import judgement_rows, judgements_text

    with opened(record) as store:
        data = store.record()
        rows = judgement_rows(store.judgements.rows(), data, every=every)
    if json:
        lines(rows)
    else:
        write(judgements_text(rows, data))


@app.command("next")
def show_next(record: RecordPath, most: Most = _LINKS, json: AsJson = False) -> None:
    """List the links most worth judging: uncertain ones on which many claims or a conflict depend."""
    from dragoman.cli.output import lines, opened, write
    from dragoman.views.doubts import doubts, doubts_rows, doubts_text

    with opened(record) as store:
        found = doubts(store.record(), store.all_links())[:most]
    if json:
        lines(doubts_rows(found))
    else:
        write(doubts_text(found))


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Where to; - for standard output.")],
    record: RecordPath,
) -> None:
    """Write the whole log as JSON lines, to share it with other analysts."""
    from json import dumps

    from dragoman.cli.output import lines, notice, opened
    from dragoman.errors import InputError
    from dragoman.store.judgements import said

    with opened(record) as store:
        rows = [said(row) for row in store.judgements.rows()]
    if str(file) == "-":
        lines(rows)
        return
    try:
        file.write_text("".join(dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: this cannot be written: {error.strerror}") from error
    notice(f"{file}: {len(rows)} rows")


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="What `judge export` wrote, or - (standard input).")
    ],
    record: RecordPath,
    json: AsJson = False,
) -> None:
    """Merge another analyst's log into this one; the same again changes nothing."""
    from dragoman.cli.judging import tell, writing
    from dragoman.cli.output import left_out
    from dragoman.errors import InputError, SkippedInput
    from dragoman.run.judging import apply
    from dragoman.store.judgements import rows_of

    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        read = list(rows_of(content.decode("utf-8-sig"), str(file)))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: this cannot be read as JSON lines: {error}") from error
    skipped = [one for one in read if isinstance(one, SkippedInput)]
    rows = [one for one in read if not isinstance(one, SkippedInput)]
    with writing(record) as store:
        new, built = apply(store, rows)
    clean = tell(record, new, built, given=rows, json=json)
    left_out(skipped)
    if skipped or not clean:
        raise typer.Exit(1)
