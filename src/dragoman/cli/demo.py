"""`dragoman demo`: the bundled sample, as a brief."""

from typing import Annotated

import typer

from dragoman.cli.options import Format


def demo(
    format: Annotated[Format, typer.Option("--format", help="How the brief is written.")] = Format.TEXT,
) -> None:
    """Read the bundled sample (an invented peace process) and show the brief."""
    from importlib.resources import as_file, files

    from dragoman.cli.brief import brief

    with as_file(files("dragoman") / "sample") as sample:
        brief([str(sample / "reports")], format=format, actors=[sample / "actors.toml"])
