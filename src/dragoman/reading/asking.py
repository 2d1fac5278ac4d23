"""What a user says of all inputs together."""

from dataclasses import dataclass, field

from dragoman.reading.columns import Columns
from dragoman.reading.sidecar import Rows
from dragoman.reading.stated import Stated
from dragoman.reading.web.policy import Policy


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
