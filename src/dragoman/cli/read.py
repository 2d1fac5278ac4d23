"""`dragoman read`: add reports to a record."""

import typer

from dragoman.cli.options import Actors, Inputs, Outlet, RecipeFile, RecordPath, Table


def read(
    inputs: Inputs,
    record: RecordPath,
    actors: Actors = None,
    reports: Table = None,
    outlet: Outlet = None,
    recipe: RecipeFile = None,
) -> None:
    """Add files and folders to a record; reading the same again changes nothing."""
    from dragoman.cli.inputs import reading as reading_of
    from dragoman.cli.output import left_out, watching, write
    from dragoman.run.pipeline import Settings, grow
    from dragoman.store.record import Store

    settings = Settings.load(actors=actors or (), recipe=recipe)
    reading = reading_of(inputs, table=reports, outlet=outlet)
    with Store.open(record, create=True) as store:
        before = {report.id for report in store.reports()}
        with watching() as watch:
            built = grow(store, reading, settings, watch).record
    new = sum(report.id not in before for report in reading.reports)
    write(
        f"{record}: {new} new of {len(built.reports)} reports, {len(built.claims)} claims, {len(built.events)} events, "
        f"{len(built.figures)} figures, {len(built.comparisons)} comparisons, {len(built.utterances)} utterances, "
        f"{len(built.positions)} positions, {len(built.commitments)} commitments"
    )
    left_out(reading.skipped)
    if reading.skipped:
        raise typer.Exit(1)
