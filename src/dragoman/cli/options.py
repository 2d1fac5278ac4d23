"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT...", help="Files, folders, addresses (http, https), or - for standard input."),
]
RecordPath = Annotated[Path, typer.Option("--record", metavar="PATH", help="The record: one file on disk.")]
MaybeRecord = Annotated[
    Path | None, typer.Option("--record", metavar="PATH", help="Take the reports from this record instead.")
]
Actors = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="LIST.toml", help="Your own actors and places; may be given several times."),
]
Table = Annotated[
    Path | None,
    typer.Option("--reports", metavar="TABLE.csv", help="Outlet, title, date and address of the files, one a row."),
]
RecipeFile = Annotated[
    Path | None,
    typer.Option("--recipe", metavar="RECIPE.toml", help="Other extractors, or your own spaCy pipeline."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="The outlet of all these reports.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="When all these reports were published.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", metavar="FIELD=NAME", help="Which column of a table holds what, e.g. text=body."),
]
Follow = Annotated[
    bool | None,
    typer.Option("--follow/--no-follow", help="Fetch the pages to which feeds, sitemaps and tables only point."),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST", help="A host that may be fetched although its address is private."),
]
Outlets = Annotated[
    list[Path] | None,
    typer.Option("--outlets", metavar="LIST.toml", help="Your own outlets, owners and agencies."),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines on standard output.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Only reports published by the end of this day.")
]
SeenBy = Annotated[str | None, typer.Option("--seen-by", metavar="DATE", help="Only reports added by this day.")]


class Format(StrEnum):
    """Formats of the brief."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"


class ExportFormat(StrEnum):
    """Formats of `export`, those of `dragoman.export.formats`."""

    JSON = "json"
    EVENTREPORT = "eventreport"
    UCDP = "ucdp"
    LINKS = "links"


class Keep(StrEnum):
    """How much of the reports' texts goes along."""

    FULL = "full"
    CONTEXT = "context"
    NONE = "none"
