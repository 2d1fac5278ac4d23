"""What a user says of all inputs together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import InputError
from dragoman.reading.columns import Columns
from dragoman.reading.sidecar import Rows, read_rows
from dragoman.reading.stated import Stated
from dragoman.reading.web.policy import Policy
from dragoman.text.stated_dates import stated_interval


@dataclass(frozen=True, slots=True)
class Asking:
    """`said` holds for every report of which no row of `rows` and no sidecar says otherwise.

    `columns` maps a table's columns (None: by their names); `follow` fetches pages to which a feed, sitemap or table
    only points (None: where that input was itself fetched); `policy` bounds all fetching.
    """

    said: Stated = field(default_factory=Stated)
    rows: Rows | None = None
    columns: Columns | None = None
    follow: bool | None = None
    policy: Policy = field(default_factory=Policy)


def asking(
    *,
    reports: Path | None = None,
    outlet: str | None = None,
    published: str | None = None,
    columns: Sequence[str] | None = None,
    follow: bool | None = None,
    allow_host: Sequence[str] | None = None,
) -> Asking:
    """What a command's options or a call's arguments say; raises InputError for a table or a date that is unusable."""
    if published and stated_interval(published) is None:
        raise InputError(f"published {published!r} is no date. Write it as YYYY-MM-DD")
    return Asking(
        said=Stated(outlet=outlet or "", published=published or ""),
        rows=read_rows(reports) if reports is not None else None,
        columns=Columns.parse(columns) if columns else None,
        follow=follow,
        policy=Policy(allow_hosts=frozenset(allow_host or ())),
    )
