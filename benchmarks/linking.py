"""Time and memory of linking made mentions, from nothing and when one more report is added.

    python benchmarks/linking.py [--mentions 10000 100000 1000000] [--seed 1] [--memory 2GB] [--keep FOLDER]

Mentions are rows of coded reports of made events in made countries, about four an event, linked by the linkage
`coded_rows` on two threads of DuckDB in a memory that is bounded; what does not fit goes to disk. Twice as many
mentions cover twice as many days. Days, countries and towns are skewed: some days tell forty times as much as others.
Making and linking are processes of their own, so that the peak memory that is printed is the linker's alone. With
`--keep` the mentions are kept, and used again where they lie.
"""

import argparse
import math
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.link.coded_rows import columns
from dragoman.link.growing import Growth, LinkStore
from dragoman.link.linkage import Linkage, load_linkage
from dragoman.link.probabilistic import opened

EVENTS_A_DAY, COUNTRIES, TOWNS, ACTORS, OUTLETS = 40, 30, 150, 25, 12
START = date(1990, 1, 1)
DEEDS = ("Shooting", "Arson", "Melee", "Looting; Riot", "Stabbing", "Unknown")
CONTEXTS = ("Clash", "Protest", "Voting", "Riot", "Unknown")
TARGETS = ("Citizens", "Security forces", "Voters", "Unknown")
WORDS = (
    "Police",
    "Dead",
    "Clashes",
    "Capital",
    "Market",
    "Vote",
    "Troops",
    "Fire",
    "Bridge",
    "Curfew",
    "Night",
    "Rally",
)
AT_ONCE = 5_000
LATE = 20
"""Mentions of the report that is added at the end: one each of so many events."""


def skewed(random: np.random.Generator, number: int, among: int, power: float) -> np.ndarray:
    """Numbers below `among`, the first ones drawn most often."""
    weights = 1 / np.arange(1, among + 1) ** power
    return random.choice(among, size=number, p=weights / weights.sum())


class World:
    """Made events, by arrays."""

    def __init__(self, seed: int, mentions: int) -> None:
        random = np.random.default_rng(seed)
        number = mentions // 4
        days = max(1, number // EVENTS_A_DAY)
        busy = random.lognormal(0, 1, days)
        self.day = np.sort(random.choice(days, size=number, p=busy / busy.sum()))
        self.country = skewed(random, number, COUNTRIES, 1.0)
        self.town = skewed(random, number, TOWNS, 0.7)
        self.actor = skewed(random, number, ACTORS, 0.8)
        self.other = random.integers(0, ACTORS, number)
        self.deed, self.context, self.target = (
            random.integers(0, len(some), number) for some in (DEEDS, CONTEXTS, TARGETS)
        )
        self.dead = random.geometric(0.3, number) - 1
        self.hurt = random.geometric(0.2, number) - 1
        self.told = np.minimum(1 + random.poisson(3, number), OUTLETS)
        self.points = random.uniform(-3, 3, (COUNTRIES, TOWNS, 2))
        self.random = random

    def rows(self) -> Iterator[list[dict[str, str]]]:
        """Rows of all events, some thousand at a time, and as the last ones those of a late report."""
        number, some = 0, []
        for event in range(len(self.day)):
            for outlet in self.random.permutation(OUTLETS)[: self.told[event]]:
                some.append(self._row(event, f"Outlet {outlet}", f"m-{number:08}"))
                number += 1
            if len(some) >= AT_ONCE:
                yield some
                some = []
        middle = np.flatnonzero((self.country == 0) & (self.day >= self.day[len(self.day) // 2]))[:LATE]
        yield some
        yield [self._row(int(event), "Late Courier", f"z-{n:02}") for n, event in enumerate(middle)]

    def _row(self, event: int, outlet: str, name: str) -> dict[str, str]:
        chance = self.random.random(4)
        country = int(self.country[event])
        day = START + timedelta(int(self.day[event]))
        first = day - timedelta(1 if chance[0] < 0.1 else 14 if chance[0] < 0.15 else 0)
        dead, hurt = (int(n) + (n > 2 and chance[1] < 0.3) for n in (self.dead[event], self.hurt[event]))
        actor = int(self.actor[event] if chance[2] < 0.8 else self.other[event])
        return {
            "id": name,
            "country": f"Country {country}",
            "date_start": first.isoformat(),
            "date_end": day.isoformat(),
            **self._place(event, country, chance[3]),
            "actor1": f"Group {actor}" if chance[2] < 0.9 else "Unknown",
            "actor1_id": f"{country}-{actor}",
            "actor1_type": f"Kind {actor % 5}",
            "actor1_violence": DEEDS[self.deed[event]],
            "event_context": CONTEXTS[self.context[event]],
            "target": TARGETS[self.target[event]],
            **{f"deaths_{bound}": str(dead) for bound in ("low", "best", "high")},
            **{f"injuries_{bound}": str(hurt) for bound in ("low", "best", "high")},
            "damage": str(event % 3 // 2),
            "source": f"{outlet} ({day}) {WORDS[event % 12]} {WORDS[int(chance[1] * 12)]} in Country {country}",
            "source_type": "News agency",
        }

    def _place(self, event: int, country: int, chance: float) -> dict[str, str]:
        if chance < 0.04:
            return {"geo_precision": "1"}
        town = int(self.town[event])
        north, east = self.points[country, town] + (country % 10 * 8 - 40, country // 10 * 20)
        exact = 2 if chance < 0.15 else 3 if chance < 0.7 else 5
        moved = 0.01 * (exact == 5) * (event % 7)
        return {
            "city": f"Town {town}" if exact > 2 else "",
            "location": f"Quarter {event % 7 + 100000}" if exact == 5 else "",
            "latitude": f"{north + moved:.4f}",
            "longitude": f"{east:.4f}",
            "geo_precision": str(exact),
        }


def make(folder: Path, seed: int, mentions: int) -> None:
    """Write the columns of all mentions, and last those of the late report apart."""
    before = None
    writer = None
    for some in World(seed, mentions).rows():
        if before is not None:
            writer = writer or pq.ParquetWriter(folder / "rows.parquet", before.schema)
            writer.write_table(before)
        before = columns(some)
    if writer is not None:
        writer.close()
    pq.write_table(before, folder / "late.parquet")


def stored(path: Path) -> pa.RecordBatchReader:
    """The rows of a file, read piece by piece."""
    file = pq.ParquetFile(path)
    return pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(20_000))


class Bench:
    """One database in bounded memory."""

    def __init__(self, path: Path, memory: str) -> None:
        self.linkage: Linkage = load_linkage("coded_rows")
        self.connection = duckdb.connect(str(path))
        self.connection.execute(
            f"SET threads = 2; SET memory_limit = '{memory}'; SET temp_directory = '{path}.tmp';"
            "SET preserve_insertion_order = false; SET enable_progress_bar = false"
        )
        self.store = LinkStore(self.connection, self.linkage, apart="report")

    def grow(self, rows: pa.RecordBatchReader | pa.Table) -> tuple[Growth, float]:
        """Add rows and write them to disk; what it took, and seconds."""
        start = time.perf_counter()
        grown = self.store.grow(rows)
        self.connection.execute("CHECKPOINT")
        return grown, time.perf_counter() - start

    def compared(self) -> int:
        """How many pairs the blocking rules bring together."""
        linker, _ = opened(self.linkage, self.connection, "rows")
        found = linker.inference.compute_blocked_pairs_for_predict()
        number = self.connection.execute(f"SELECT count(*) FROM {found.physical_name}").fetchall()[0][0]
        found.drop_table_from_database_and_remove_from_cache()
        return int(number)


def link(folder: Path, work: Path, memory: str, told: SimpleQueue) -> None:
    """Link all, add the late report, and link all again from nothing."""
    one = Bench(work / "one.db", memory)
    grown, seconds = one.grow(stored(folder / "rows.parquet"))
    added, more = one.grow(pq.read_table(folder / "late.parquet"))
    most = peak()
    print(f"\nlinked    {grown.rows:,} mentions in {seconds:,.1f} s, {grown.links:,} links kept")
    print(f"memory    {most:,.0f} MB at the peak, of them {memory} for DuckDB")
    print(
        f"added     a report of {added.rows} in {more:.2f} s, {added.links} links, {added.touched} rows clustered again"
    )
    print(f"compared  {one.compared():,} pairs")
    events = one.connection.execute("SELECT count(DISTINCT cluster), count(*) FROM placed").fetchall()[0]
    print(f"clusters  {events[0]:,}")
    one.connection.close()
    whole = Bench(work / "whole.db", memory)
    batches = pq.read_table(folder / "late.parquet").to_batches()
    everything = stored(folder / "rows.parquet")
    whole.grow(pa.RecordBatchReader.from_batches(everything.schema, [*batches, *everything]))
    whole.connection.execute(f"ATTACH '{work / 'one.db'}' AS one")
    differ = "SELECT count(*) FROM (SELECT id, cluster FROM placed EXCEPT SELECT id, cluster FROM one.placed)"
    rows = whole.connection.execute(differ).fetchall()[0][0]
    print(f"the same  {'yes' if rows == 0 else f'NO, {rows:,} rows differ'}: grown and from nothing")
    told.put(seconds)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


def alone(work, *given) -> None:
    """Run a step in a process of its own."""
    process = get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)


def main() -> None:
    """Make and link each number of mentions."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--mentions", type=int, nargs="+", default=[10_000, 100_000])
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--memory", default="2GB")
    asked.add_argument("--keep", type=Path, default=None)
    given = asked.parse_args()
    told = get_context("spawn").SimpleQueue()
    last: tuple[int, float] | None = None
    for mentions in given.mentions:
        with tempfile.TemporaryDirectory(prefix="dragoman-", dir=given.keep) as work:
            rows = given.keep / f"{mentions}-{given.seed}" if given.keep else Path(work)
            rows.mkdir(exist_ok=True)
            if not (rows / "late.parquet").exists():
                alone(make, rows, given.seed, mentions)
            alone(link, rows, Path(work), given.memory, told)
        seconds = told.get()
        if last:
            power = math.log(seconds / last[1]) / math.log(mentions / last[0])
            print(f"exponent  {power:.2f}: time grows as mentions to this power")
        last = mentions, seconds


if __name__ == "__main__":
    main()
