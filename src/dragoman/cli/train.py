"""`dragoman train PART --data DIR`: trained parts, fitted anew to texts of the user's own."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Actors, AsJson

if TYPE_CHECKING:
    from dragoman.link.linkage import Linkage

app = typer.Typer(help="Train a part anew on marked texts.", no_args_is_help=True)


class LinkedSet(StrEnum):
    """Sets from which a linkage is learned."""

    ECBPLUS = "ecbplus"
    EPISODES = "episodes"
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
    of: Annotated[LinkedSet, typer.Option("--set", help="What the folders hold; each set teaches one linkage.")],
    data: Annotated[list[Path], typer.Option("--data", metavar="DIR", help="A folder with the published files.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.toml", help="Where the linkage goes.")],
    actors: Actors = None,
) -> None:
    """Learn the numbers of a linkage; rules, conditions and words stay as they ship."""
    from dragoman.link.linkage import linkage_text
    from dragoman.train.linking import render

    learners = {
        LinkedSet.ECBPLUS: _of_ecbplus,
        LinkedSet.EPISODES: _of_episodes,
        LinkedSet.MAVERICK: _of_maverick,
    }
    linkage = learners[of](data, actors)
    out.write_text(render(linkage_text(linkage.name), linkage), encoding="utf-8")
    typer.echo(f"{out}: linkage {linkage.name}, join {linkage.join:g}, hold {linkage.hold:g}", err=True)


def _of_maverick(folders: list[Path], _: list[Path] | None) -> "Linkage":
    from dragoman.train.coded_rows import train_coded_rows

    return train_coded_rows(_one(folders))


def _of_ecbplus(folders: list[Path], actors: list[Path] | None) -> "Linkage":
    from functools import partial

    from dragoman.link.linkage import load_linkage
    from dragoman.run.pipeline import Settings, read_pages
    from dragoman.train.ecbplus import learn

    read = partial(read_pages, settings=Settings.load(actors=actors or ()))
    return learn(_one(folders), read, load_linkage("events"))


def _of_episodes(folders: list[Path], actors: list[Path] | None) -> "Linkage":
    from dragoman.evaluate.episode_files import all_episodes
    from dragoman.evaluate.episode_view import look
    from dragoman.export.json import record_json
    from dragoman.link.linkage import load_linkage
    from dragoman.link.similarity import Cosine, texts_of
    from dragoman.reading.reports import read_inputs
    from dragoman.reconcile.record import gather
    from dragoman.run.pipeline import Settings, read_layers
    from dragoman.text.vectors import embed
    from dragoman.train.figures import Taught, learn

    settings, taught = Settings.load(actors=actors or ()), []
    for files in (found for folder in folders for found in all_episodes(folder)):
        layers = read_layers(read_inputs(files.files), settings)
        view = look(record_json(layers.build().record), files.gold, files.texts)
        material = layers.material()
        similarity = Cosine(texts_of(material), embed)
        counted = gather(material, similarity=similarity).counted
        taught.append(Taught(view, counted, material.reports, similarity))
    return learn(load_linkage("figures"), taught)


def _one(folders: list[Path]) -> Path:
    if len(folders) > 1:
        raise typer.BadParameter("this set lies in one folder", param_hint="--data")
    return folders[0]
