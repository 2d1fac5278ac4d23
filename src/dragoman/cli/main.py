"""The command `dragoman`: its list of commands, and how errors and exit codes come out."""

import logging
import sys
from typing import Annotated

import typer

from dragoman.cli import brief, demo, doctor, evaluate, export, read, show, train, verify, watch, why
from dragoman.engine.local import single_threaded
from dragoman.errors import DragomanError
from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    help="Many news reports of one conflict and its peace talks in, one attributed, cited record out. Offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("brief")(brief.brief)
app.command("read")(read.read)
app.command("watch")(watch.watch)
app.command("show")(show.show)
app.command("why")(why.why)
app.command("export")(export.export)
app.command("verify")(verify.verify)
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(train.app, name="train")
app.command("doctor")(doctor.doctor)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    """Many news reports of one conflict and its peace talks in, one attributed, cited record out. Offline."""


def run() -> None:
    """Run the command line; exit 0 done, 1 some inputs were skipped, 2 usage or input error."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is named by us
    try:
        with single_threaded():
            app()
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
