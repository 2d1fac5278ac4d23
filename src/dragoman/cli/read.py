"""`dragoman read`: add reports to a record."""

from typing import Annotated

import typer

from dragoman.cli.options import (
    Actors,
    AllowHost,
    Columns,
    Follow,
    Inputs,
    Outlet,
    Outlets,
    Published,
    RecipeFile,
    RecordPath,
    Table,
)


def read(
    record: RecordPath,
    inputs: Inputs = None,
    actors: Actors = None,
    outlets: Outlets = None,
    reports: Table = None,
    outlet: Outlet = None,
    published: Published = None,
    columns: Columns = None,
    follow: Follow = None,
    allow_host: AllowHost = None,
    again: Annotated[bool, typer.Option("--again", help="Read the originals again with this version first.")] = False,
    recipe: RecipeFile = None,
) -> None:
    """Add reports to a record; reading the same again changes nothing, and a killed run goes on where it stopped.

    Without INPUT, the record is brought up to date: what is unfinished is read, what changed is put together anew.
    """
    from dragoman.cli.output import left_out, notice, watching, write
    from dragoman.reading.asking import asking
    from dragoman.reading.inputs import documents
    from dragoman.reading.visits import Visits
    from dragoman.run.growth import read_again, take, update
    from dragoman.run.pipeline import Settings
    from dragoman.store.record import LONG_PATIENCE, Store

    settings = Settings.load(actors=actors or (), recipe=recipe, outlets=outlets or ())
    asked = asking(
        reports=reports, outlet=outlet, published=published, columns=columns, follow=follow, allow_host=allow_host
    )
    with Store.open(record, create=bool(inputs), patience=LONG_PATIENCE, waiting=notice) as store, watching() as watch:
        visits = Visits(store.archive.visits())
        taken = take(store, documents(inputs or (), asked, visits=visits), settings, visits=visits)
        if again:
            read_again(store, settings, watch)
        built = update(store, settings, watch).record
    write(
        f"{record}: {taken.new} new of {len(built.reports)} reports, {len(built.claims)} claims, "
        f"{len(built.events)} events, {len(built.figures)} figures, {len(built.comparisons)} comparisons, "
        f"{len(built.utterances)} utterances, {len(built.positions)} positions, {len(built.commitments)} commitments"
    )
    left_out(taken.skipped)
    if taken.skipped:
        raise typer.Exit(1)
