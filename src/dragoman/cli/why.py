"""`dragoman why`: from anything shown back to outlet, report and characters."""

from typing import Annotated

import typer

from dragoman.cli.options import AsJson, RecordPath


def why(
    id: Annotated[str, typer.Argument(help="The id of a claim, event, figure, position, lineage, report ...")],
    record: RecordPath,
    json: AsJson = False,
) -> None:
    """Show on whose words something rests, in which report, and why things were put together."""
    from dragoman.cli.output import lines, opened, write
    from dragoman.views.why import explain

    with opened(record) as store:
        explanation = explain(store.record(), id, links=store.links)
    if json:
        lines([explanation.as_json()])
    else:
        write(explanation.text())
