"""Work on one machine: in this process for a few items, over processes for many."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

WORTH_A_PROCESS = 40
"""Items below which starting a second process, with its models, costs more than it saves."""

_THREADS = "OMP_NUM_THREADS"


@contextmanager
def single_threaded() -> Iterator[None]:
    """Numeric libraries loaded within, here or in processes started here, take one thread, unless the user says more.

    The matrices of a sentence are small: threads that wait for each other made reading less than half as fast.
    """
    unset = _THREADS not in os.environ
    os.environ.setdefault(_THREADS, "1")
    try:
        yield
    finally:
        if unset:
            os.environ.pop(_THREADS, None)


def each(work: Callable[[In], Out], items: Sequence[In], *, workers: int | None = None) -> Iterator[Out]:
    """Yield `work(item)` for each item, in order; `workers` None takes one process for every core if it pays."""
    processes = workers or (os.cpu_count() or 1 if len(items) >= WORTH_A_PROCESS else 1)
    if processes == 1:
        yield from map(work, items)
        return
    with single_threaded(), ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, items, chunksize=4)
