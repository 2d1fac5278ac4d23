"""What commands say: results on standard output, progress and what was left out on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dragoman.errors import SkippedInput
from dragoman.run.pipeline import Progress as Watch
from dragoman.store.record import Store

PART = "#"
MANY, SHOWN = 20, 3
"""Beyond how many like parts of one input only the first few are named."""


@contextmanager
def watching() -> Iterator[Watch]:
    """A progress bar on standard error while something long runs; silent where standard error is no screen."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def watch(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield watch


@contextmanager
def opened(record: Path) -> Iterator[Store]:
    """A record to look at; reports that it keeps but does not show yet are told."""
    with Store.open(record, read_only=True, waiting=notice) as store:
        if store.unread():
            notice(
                f"{record}: {store.unread():,} more reports are kept and not read yet: dragoman read --record {record}"
            )
        yield store


def write(text: str) -> None:
    """Write a result, ending in one line break, as UTF-8 whatever the terminal's locale."""
    sys.stdout.buffer.write((text.rstrip("\n") + "\n").encode("utf-8"))
    sys.stdout.flush()


def lines(items: Iterable[object]) -> None:
    """Write JSON lines."""
    for item in items:
        write(json.dumps(item, ensure_ascii=False))


def notice(text: str) -> None:
    """Say something that is no result."""
    print(text, file=sys.stderr)


def left_out(skipped: Iterable[SkippedInput]) -> None:
    """Name each input that was left out, with reason and remedy; many like parts of one input are counted."""
    for alike in _alike(skipped).values():
        shown = alike if len(alike) <= MANY else alike[:SHOWN]
        for one in shown:
            notice(f"skipped: {one}")
        if len(alike) > len(shown):
            first = alike[0]
            whole = first.name.split(PART, 1)[0]
            notice(f"skipped: {whole}: {len(alike) - len(shown):,} more parts: {first.reason}. {first.remedy}")


def _alike(skipped: Iterable[SkippedInput]) -> dict[tuple[str, str], list[SkippedInput]]:
    """Parts of one input (`archive#part`) that are skipped for one reason; every other input stands alone."""
    found: dict[tuple[str, str], list[SkippedInput]] = {}
    for one in skipped:
        whole, part, _ = one.name.partition(PART)
        found.setdefault((whole, one.reason) if part else (one.name, str(len(found))), []).append(one)
    return found
