"""`dragoman brief`: one cited brief from files, or from a record."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import (
    Actors,
    AllowHost,
    Columns,
    Follow,
    Format,
    Inputs,
    Keep,
    MaybeRecord,
    Outlet,
    Outlets,
    Published,
    RecipeFile,
    Table,
)


def brief(
    inputs: Inputs = None,
    record: MaybeRecord = None,
    format: Annotated[Format, typer.Option("--format", help="How the brief is written.")] = Format.TEXT,
    texts: Annotated[
        Keep | None, typer.Option("--texts", help="How much of the texts goes along (html and json).")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    actors: Actors = None,
    outlets: Outlets = None,
    reports: Table = None,
    outlet: Outlet = None,
    published: Published = None,
    columns: Columns = None,
    follow: Follow = None,
    allow_host: AllowHost = None,
    recipe: RecipeFile = None,
) -> None:
    """What happened on whose word, where accounts differ, what was said, where the parties stand: all cited."""
    from dragoman.cli.output import left_out, opened, watching, write
    from dragoman.errors import InputError, SkippedInput
    from dragoman.reading.asking import asking
    from dragoman.reading.reports import read_inputs
    from dragoman.run.pipeline import Settings, read_once, require_reports
    from dragoman.views.render import render

    if (record is None) == (not inputs):
        raise InputError("give either INPUT... or --record PATH")
    skipped: tuple[SkippedInput, ...] = ()
    if record is not None:
        with opened(record) as store:
            data = store.record()
    else:
        settings = Settings.load(actors=actors or (), recipe=recipe, outlets=outlets or ())
        asked = asking(
            reports=reports, outlet=outlet, published=published, columns=columns, follow=follow, allow_host=allow_host
        )
        reading = require_reports(read_inputs(inputs or (), asked, outlets=settings.outlets))
        with watching() as watch:
            data = read_once(reading, settings, watch).record
        skipped = reading.skipped
    text = render(data, format.value, texts=texts.value if texts else None)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        write(text)
    left_out(skipped)
    if skipped:
        raise typer.Exit(1)
