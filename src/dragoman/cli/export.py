"""`dragoman export`: the record as JSON or as a table for those who compare."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import ExportFormat, Keep, RecordPath


def export(
    record: RecordPath,
    format: Annotated[ExportFormat, typer.Option("--format", help="JSON, or a table.")] = ExportFormat.JSON,
    texts: Annotated[Keep, typer.Option("--texts", help="How much of the texts goes along (json).")] = Keep.FULL,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file (.parquet: as Parquet); - for output."),
    ] = Path("-"),
) -> None:
    """Write the record: json, or a table: eventreport, ucdp, links."""
    from dragoman.cli.output import opened, write
    from dragoman.export import formats
    from dragoman.export.json import Texts

    with opened(record) as store:
        data, links = store.record(), store.all_links()
    kept = Texts(texts.value)
    if str(output) == "-":
        write(formats.written(data, links, format.value, texts=kept))
    else:
        formats.write(data, links, format.value, output, texts=kept)
