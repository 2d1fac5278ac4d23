"""`dragoman train PART --data DIR`: trained parts, fitted anew to texts of the user's own."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Train a part anew on marked texts.", no_args_is_help=True)


@app.callback()
def parts() -> None:
    """Train a part anew on marked texts."""


@app.command("events")
def events(
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="A folder of marked sentences (.tsv), or a copy of plv.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.npz", help="Where the weights go.")],
) -> None:
    """Train the part that tells the root of a marked pair; files named *-heldout.tsv are only scored."""
    from dragoman.cli.output import write
    from dragoman.train.events import held_out_score, train_events
    from dragoman.views.scores import task_table

    model, learned = train_events(data)
    model.save(out)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB, from {learned} pairs", err=True)
    score = held_out_score(data, model)
    if score is not None:
        write(task_table(score))
