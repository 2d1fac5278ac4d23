"""`dragoman show`: one array of the record, filtered."""

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.options import Actors, AsJson, AsOf, RecipeFile, RecordPath, SeenBy


class What(StrEnum):
    """What can be shown."""

    REPORTS = "reports"
    CLAIMS = "claims"
    EVENTS = "events"
    FIGURES = "figures"
    COMPARISONS = "comparisons"
    UTTERANCES = "utterances"
    POSITIONS = "positions"
    PROPOSALS = "proposals"
    COMMITMENTS = "commitments"
    ROUNDS = "rounds"
    LINEAGES = "lineages"
    VERSIONS = "versions"


def show(
    what: Annotated[What, typer.Argument(help="Which part of the record.")],
    record: RecordPath,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="FIELD=VALUE", help="Only rows of which a field has this value (nested: a.b)."),
    ] = None,
    json: AsJson = False,
    as_of: AsOf = None,
    seen_by: SeenBy = None,
    actors: Actors = None,
    recipe: RecipeFile = None,
) -> None:
    """Show reports, claims, events, figures, comparisons, utterances, positions and the rest."""
    from dragoman.cli.output import lines, opened, write
    from dragoman.export.json import record_json
    from dragoman.run import growth
    from dragoman.run.pipeline import Settings
    from dragoman.views.comparisons import comparison_rows
    from dragoman.views.corroborated import corroborated
    from dragoman.views.stories import report_rows
    from dragoman.views.tables import filtered, rows_of, table
    from dragoman.views.versions import version_rows

    with opened(record) as store:
        data = store.record()
        if as_of or seen_by:
            settings = Settings.load(actors=actors or (), recipe=recipe)
            built = growth.as_of(store, settings, as_of) if as_of else growth.seen_by(store, settings, seen_by or "")
            data = built.record
    views = {What.VERSIONS: version_rows, What.REPORTS: report_rows, What.COMPARISONS: comparison_rows}
    every = views[what](data) if what in views else rows_of(record_json(data), what.value)
    if what in (What.EVENTS, What.FIGURES):
        every = corroborated(every, data)
    rows = filtered(every, where or ())
    if json:
        lines(rows)
    else:
        write(table(what.value, rows))
