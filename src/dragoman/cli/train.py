"""`dragoman train PART --data DIR`: trained parts, fitted anew to texts of the user's own."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import AsJson

app = typer.Typer(help="Train a part anew on marked texts.", no_args_is_help=True)


class LinkedSet(StrEnum):
    """Sets from which a linkage is learned."""

    MAVERICK = "maverick"


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


@app.command("attribution")
def attribution(
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="A folder of marked texts, or a copy of PolNeAR.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.npz", help="Where the weights go.")],
    dev: Annotated[
        Path | None, typer.Option("--dev", metavar="DIR", help="Texts to score on (else those named *-heldout.txt).")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Seed of all that is drawn at random.")] = 0,
    json: AsJson = False,
) -> None:
    """Train the tagger of attributions; name its file in a recipe (attribution_model = "FILE") to read with it."""
    from dragoman.cli.output import lines, write
    from dragoman.extract.tagger import save_tagger
    from dragoman.train.attribution import score, taught, train
    from dragoman.views.scores import task_table

    texts = taught(data, dev)
    tagger = train(texts.learn, lean_cues=texts.lean_cues, seed=seed, told=lambda line: typer.echo(line, err=True))
    save_tagger(tagger, out)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB, from {len(texts.learn)} texts", err=True)
    if texts.score:
        found = score(tagger, texts.score)
        if json:
            lines([found.as_dict()])
        else:
            write(task_table(found))


@app.command("linking")
def linking(
    of: Annotated[LinkedSet, typer.Option("--set", help="What the folder holds; each set teaches one linkage.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The folder with the published files.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.toml", help="Where the linkage goes.")],
) -> None:
    """Learn the numbers of a linkage; rules, conditions and words stay as they ship."""
    from dragoman.link.linkage import linkage_text
    from dragoman.train.coded_rows import train_coded_rows
    from dragoman.train.linking import render

    learners = {LinkedSet.MAVERICK: train_coded_rows}
    linkage = learners[of](data)
    out.write_text(render(linkage_text(linkage.name), linkage), encoding="utf-8")
    typer.echo(f"{out}: linkage {linkage.name}, join {linkage.join:g}, hold {linkage.hold:g}", err=True)
