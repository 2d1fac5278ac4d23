"""Work on one machine: in this process for a few items, over processes for many."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

WORTH_A_PROCESS = 40
"""Items below which starting a second process, with its models, costs more than it saves."""


def each(work: Callable[[In], Out], items: Sequence[In], *, workers: int | None = None) -> Iterator[Out]:
    """Yield `work(item)` for each item, in order; `workers` None takes one process for every core if it pays."""
    processes = workers or (os.cpu_count() or 1 if len(items) >= WORTH_A_PROCESS else 1)
    if processes == 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, items, chunksize=4)
