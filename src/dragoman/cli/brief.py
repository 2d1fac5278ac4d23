"""`dragoman brief`: one cited brief from files, or from a record."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import Actors, Format, Inputs, Keep, MaybeRecord, Outlet, RecipeFile, Table


def brief(
    inputs: Inputs = None,
    record: MaybeRecord = None,
    format: Annotated[Format, typer.Option("--format", help="How the brief is written.")] = Format.TEXT,
    texts: Annotated[
        Keep | None, typer.Option("--texts", help="How much of the texts goes along (html and json).")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    actors: Actors = None,
    reports: Table = None,
    outlet: Outlet = None,
    recipe: RecipeFile = None,
) -> None:
    """What happened on whose word, where accounts differ, what was said, where the parties stand: all cited."""
    from dragoman.cli.inputs import reading as reading_of
    from dragoman.cli.output import left_out, watching, write
    from dragoman.errors import InputError, SkippedInput
    from dragoman.run.pipeline import Settings, read_once
    from dragoman.store.record import Store
    from dragoman.views.render import render

    if (record is None) == (not inputs):
        raise InputError("give either INPUT... or --record PATH")
    skipped: tuple[SkippedInput, ...] = ()
    if record is not None:
        with Store.open(record, read_only=True) as store:
            data = store.record()
    else:
        reading = reading_of(inputs, table=reports, outlet=outlet)
        with watching() as watch:
            data = read_once(reading, Settings.load(actors=actors or (), recipe=recipe), watch).record
        skipped = reading.skipped
    text = render(data, format.value, texts=texts.value if texts else None)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        write(text)
    left_out(skipped)
    if skipped:
        raise typer.Exit(1)
