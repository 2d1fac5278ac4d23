"""`dragoman evaluate TASK --data DIR`: scores on data in its published format."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import Actors, AsJson, RecipeFile
from dragoman.cli.tasks import TASKS

if TYPE_CHECKING:
    from dragoman.evaluate.episode_score import EpisodeScore
    from dragoman.evaluate.score import TaskScore

Errors = Annotated[bool, typer.Option("--errors", help="List every miss and every false one.")]
app = typer.Typer(help="Score dragoman on data in its published format.", no_args_is_help=True)


@app.callback()
def tasks() -> None:
    """Score dragoman on data in its published format."""


@app.command("episode")
def episode(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder with gold.json and its reports.")],
    actors: Actors = None,
    recipe: RecipeFile = None,
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score the record of an episode against its gold (docs/codebook.md tells its format)."""
    from dragoman.evaluate.episode import evaluate
    from dragoman.evaluate.episode_files import episode_files

    found = episode_files(data)
    record = _record_of(found.files, actors, recipe)
    _show(evaluate(record, found.gold, folder=data), errors=errors, json=json)


@app.command("verdicts")
def verdicts(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder of episodes, each with gold.json.")],
    actors: Actors = None,
    recipe: RecipeFile = None,
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score verdicts between figures and utterances told by several reports, each beside a plain rule."""
    from functools import partial

    from dragoman.evaluate.verdicts import evaluate

    score = evaluate(data, partial(_record_of, actors=actors, recipe=recipe))
    _show_task(score, errors=errors, json=json)


@app.command("stories")
def stories(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder with events as JSON.")],
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score which reports tell one story."""
    from dragoman.evaluate.stories import evaluate

    _show_task(evaluate(data), errors=errors, json=json)


@app.command("dates")
def dates(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder with polnear, meantime or stories.")],
    labels: Annotated[
        Path | None, typer.Option("--labels", metavar="TABLE.tsv", help="Labelled dates of the stories, by id.")
    ] = None,
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score the publication dates given to reports, beside htmldate."""
    from dragoman.evaluate.dates import evaluate_dates

    score = evaluate_dates(data, labels)
    _show(score, errors=errors, json=json)


@app.command("lineage")
def lineage(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder with metadata.tsv, or events as JSON.")],
    labels: Annotated[
        Path | None, typer.Option("--labels", metavar="TABLE.tsv", help="Labelled pairs of articles, by id.")
    ] = None,
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score which reports descend from an agency or from each other."""
    from dragoman.evaluate.lineage import evaluate

    score = evaluate(data, labels)
    _show(score, errors=errors, json=json)


@app.command("maverick")
def maverick(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder with MAVERICK's reports.csv.")],
    errors: Errors = False,
    json: AsJson = False,
) -> None:
    """Score which rows of coded reports are put together to one event."""
    from dragoman.cli.output import lines, write
    from dragoman.evaluate.maverick import evaluate
    from dragoman.train.coded_rows import learn
    from dragoman.views.scores import task_table

    score = evaluate(data, learn)
    if json:
        lines([score.as_dict()])
    else:
        write(task_table(score, errors=errors))


def _task(name: str) -> None:
    """Add the command of a task: `dragoman.evaluate.NAME.evaluate(folder, reader)`, its docstring as the help."""

    @app.command(name, help=TASKS[name])
    def task(
        data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The folder with the published files.")],
        actors: Actors = None,
        recipe: RecipeFile = None,
        errors: Errors = False,
        json: AsJson = False,
    ) -> None:
        from functools import partial
        from importlib import import_module

        from dragoman.run.pipeline import Settings, read_pages

        settings = Settings.load(actors=actors or (), recipe=recipe)
        module = import_module(f"dragoman.evaluate.{name.replace('-', '_')}")
        score = module.evaluate(data, partial(read_pages, settings=settings))
        _show_task(score, errors=errors, json=json)


for each in TASKS:
    _task(each)


def _show(score: "EpisodeScore", *, errors: bool, json: bool) -> None:
    from dragoman.cli.output import lines, write
    from dragoman.views.scores import score_table

    if json:
        lines([score.as_dict()])
    else:
        write(score_table(score, errors=errors))


def _show_task(score: "TaskScore", *, errors: bool, json: bool) -> None:
    from dragoman.cli.output import lines, write
    from dragoman.views.scores import task_table

    if json:
        lines([score.as_dict()])
    else:
        write(task_table(score, errors=errors))


def _record_of(files: Sequence[str], actors: list[Path] | None, recipe: Path | None) -> dict[str, Any]:
    """The record of these reports alone as JSON; progress on standard error."""
    from dragoman.cli.output import watching
    from dragoman.export.json import record_json
    from dragoman.reading.reports import read_inputs
    from dragoman.run.pipeline import Settings, read_once, require_reports

    with watching() as watch:
        reading = require_reports(read_inputs(files))
        built = read_once(reading, Settings.load(actors=actors or (), recipe=recipe), watch)
    return record_json(built.record)
