"""From the arguments of a command to what is asked of reading."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.reading.asking import Asking
from dragoman.reading.columns import Columns
from dragoman.reading.sidecar import read_rows
from dragoman.reading.stated import Stated
from dragoman.reading.web.policy import Policy
from dragoman.text.stated_dates import stated_interval


def asking(
    *,
    reports: Path | None = None,
    outlet: str | None = None,
    published: str | None = None,
    columns: Sequence[str] | None = None,
    follow: bool | None = None,
    allow_host: Sequence[str] | None = None,
) -> Asking:
    """What the options of a command say of its inputs; raises InputError for a table or a date that cannot be used."""
    return Asking(
        said=Stated(outlet=outlet or "", published=_date(published) if published else ""),
        rows=read_rows(reports) if reports is not None else None,
        columns=Columns.parse(columns) if columns else None,
        follow=follow,
        policy=Policy(allow_hosts=frozenset(allow_host or ())),
    )


def _date(published: str) -> str:
    if stated_interval(published) is None:
        raise InputError(f"--published {published!r} is no date. Write it as YYYY-MM-DD")
    return published
