"""The Python API: read reports, look at the record, follow everything back to its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, Unpack, overload

from dragoman.errors import InputError, SkippedInput
from dragoman.export import formats
from dragoman.export.json import Texts, record_json
from dragoman.link.clusters import LinkScore
from dragoman.model.attribution import Utterance
from dragoman.model.claim import Claim
from dragoman.model.codec import to_plain
from dragoman.model.event import Event
from dragoman.model.figure import Figure
from dragoman.model.lineage import Lineage
from dragoman.model.position import Commitment, Position, Proposal
from dragoman.model.process import Round
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.model.verdict import Comparison
from dragoman.reading.asking import asking
from dragoman.reading.reports import read_inputs
from dragoman.reconcile.versions import VersionChange, version_changes
from dragoman.run.pipeline import Settings, read_once, require_reports
from dragoman.store.record import Store
from dragoman.views.render import render
from dragoman.views.why import Explanation, explain

if TYPE_CHECKING:
    import pandas

Item = TypeVar("Item")


class Items(Sequence[Item], Generic[Item]):
    """A sequence of typed records that also shows itself as a table."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> "Items[Item]": ...

    def __getitem__(self, index: int | slice) -> "Item | Items[Item]":
        return Items(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"Items({list(self._items)!r})"

    def df(self) -> "pandas.DataFrame":
        """A pandas DataFrame, one row an item, nested fields as `a.b`; raises InputError without pandas."""
        try:
            import pandas  # noqa: PLC0415 - an optional extra
        except ImportError as error:
            raise InputError("df() needs pandas: pip install 'dragoman[pandas]'") from error
        return pandas.json_normalize([to_plain(item) for item in self._items])

    def _repr_html_(self) -> str:
        rows = [to_plain(item) for item in self._items[:50]]
        names = list(rows[0]) if rows else []
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        cells = ("".join(f"<td>{escape(str(row[name])[:120])}</td>" for name in names) for row in rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True)
class Record:
    """One attributed, cited record; `data` holds it whole, `skipped` the inputs that were left out and why."""

    data: RecordData
    links: tuple[LinkScore, ...] = field(default=(), repr=False)
    skipped: tuple[SkippedInput, ...] = ()

    @property
    def reports(self) -> Items[Report]:
        """The reports read."""
        return Items(self.data.reports)

    @property
    def claims(self) -> Items[Claim]:
        """Every claim: what one voice says, in one report, about one field of one thing."""
        return Items(self.data.claims)

    @property
    def events(self) -> Items[Event]:
        """Events, as all claims tell them."""
        return Items(self.data.events)

    @property
    def figures(self) -> Items[Figure]:
        """Figures with all their readings."""
        return Items(self.data.figures)

    @property
    def comparisons(self) -> Items[Comparison]:
        """Pairs of claims, each with a verdict and its reason."""
        return Items(self.data.comparisons)

    @property
    def utterances(self) -> Items[Utterance]:
        """Acts of speaking, with their variants."""
        return Items(self.data.utterances)

    @property
    def positions(self) -> Items[Position]:
        """Where the parties stand."""
        return Items(self.data.positions)

    @property
    def proposals(self) -> Items[Proposal]:
        """What was put to the other side."""
        return Items(self.data.proposals)

    @property
    def commitments(self) -> Items[Commitment]:
        """What was promised, and what became of it."""
        return Items(self.data.commitments)

    @property
    def lineages(self) -> Items[Lineage]:
        """Passages, and by them reports, that descend from one original."""
        return Items(self.data.lineages)

    @property
    def versions(self) -> Items[VersionChange]:
        """What changed in each later version of a report, claim by claim."""
        return Items(version_changes(self.data))

    @property
    def rounds(self) -> Items[Round]:
        """Meetings of every process."""
        return Items(one for process in self.data.processes for one in process.rounds)

    def brief(self, format: str = "text", *, texts: str | None = None) -> str:
        """The brief as `text`, `md`, `html` or `json`."""
        return render(self.data, format, texts=texts)

    def why(self, id: str) -> Explanation:
        """Where something shown comes from, and why things were put together."""
        return explain(self.data, id, links=lambda member: (k for k in self.links if member in (k.a, k.b)))

    def json(self, *, texts: str = "full") -> dict[str, Any]:
        """The record as the JSON object `dragoman/record/1`."""
        return record_json(self.data, texts=Texts(texts))

    def export(self, format: str, path: str | Path, *, texts: str = "full") -> None:
        """Write the record to a file as `json`, or as the table `eventreport`, `ucdp` or `links`.

        Tables are CSV, and Parquet where the file's name ends in .parquet; raises InputError.
        """
        formats.write(self.data, self.links, format, Path(path), texts=Texts(texts))

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{escape(self.brief("html"))}" width="100%" height="600" sandbox></iframe>'


class ReadOptions(TypedDict, total=False):
    """What may be said of all inputs of a call, as the options of the same names on the command line.

    `table` is a CSV with outlet, title, date and address of files; `columns` are `FIELD=COLUMN` of tables; `follow`
    fetches pages to which feeds and tables only point; `allow_hosts` may be fetched though they are private.
    """

    outlet: str
    published: str
    table: str | Path
    columns: Sequence[str]
    follow: bool
    allow_hosts: Sequence[str]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    actors: Sequence[str | Path] | str | Path = (),
    outlets: Sequence[str | Path] | str | Path = (),
    recipe: str | Path | None = None,
    **options: Unpack[ReadOptions],
) -> Record:
    """Read files, folders or addresses into a record; raises InputError when nothing can be read.

    `actors` and `outlets` are TOML lists of your own; `options` are those of ReadOptions.
    """
    named = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    settings = Settings.load(actors=_paths(actors), outlets=_paths(outlets), recipe=Path(recipe) if recipe else None)
    table = options.get("table")
    asked = asking(
        reports=Path(table) if table else None,
        outlet=options.get("outlet"),
        published=options.get("published"),
        columns=options.get("columns"),
        follow=options.get("follow"),
        allow_host=options.get("allow_hosts"),
    )
    reading = require_reports(read_inputs(named, asked, outlets=settings.outlets))
    built = read_once(reading, settings)
    return Record(built.record, built.links, reading.skipped)


def _paths(given: Sequence[str | Path] | str | Path) -> list[Path]:
    return [Path(one) for one in ([given] if isinstance(given, str | Path) else given)]


def open_record(path: str | Path) -> Record:
    """Open a record that `dragoman read` made."""
    with Store.open(Path(path), read_only=True) as store:
        return Record(store.record(), store.all_links())
