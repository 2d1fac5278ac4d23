"""Memory and speed while a large WARC is read: a made archive, streamed to disk and read back page by page.

    python benchmarks/warc_memory.py [--megabytes 2000] [--seed 1] [--reports] [--folder FOLDER]

Pages are made from the seed. `--megabytes` is the size of the archive before packing; `--reports` reads every page
into a report too, as `dragoman read` does. Making and reading are processes of their own, so that the peak memory that
is printed is the reader's alone.
"""

import argparse
import gzip
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document
from dragoman.reading.formats import read_document
from dragoman.reading.warc import read_warc
from dragoman.text.outlets import outlets

PAGE = 20_000
SUBJECTS = ("The army", "The Northern Front", "A mediator", "The ministry", "The governor", "An aid group")
VERBS = ("said", "denied", "confirmed", "announced", "repeated", "told reporters")
OBJECTS = ("that a convoy had left Ardana", "that talks would go on in Port Sul", "that 30 prisoners were freed")
ENDS = ("on Tuesday", "after a night of shelling", "as the truce entered its second week", "at the river crossing")


def paragraph(random_one: random.Random) -> str:
    """Three sentences."""
    parts = (SUBJECTS, VERBS, OBJECTS, ENDS)
    return " ".join(" ".join(map(random_one.choice, parts)) + "." for _ in range(3))


def page(random_one: random.Random, number: int) -> bytes:
    """A page of about PAGE bytes: a report among scripts and menus, as pages are."""
    title = f"{random_one.choice(SUBJECTS)} {random_one.choice(VERBS)} {random_one.choice(OBJECTS)}, day {number}"
    body = "".join(f"<p>{paragraph(random_one)}</p>" for _ in range(12))
    menu = "".join(f"<li><a href='/{n}'>{random_one.choice(SUBJECTS)}</a></li>" for n in range(40))
    head = f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>"
    whole = f"</head><body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{body}</article></body></html>"
    script = random_one.randbytes(max(0, PAGE - len(head) - len(whole)) // 2).hex()
    return f"{head}<script>var data = '{script}';</script>{whole}".encode()


def record(number: int, body: bytes) -> bytes:
    """One response."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: 2031-10-{number % 28 + 1:02}T08:15:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make(path: Path, size: int, seed: int) -> None:
    """Write the archive, each record a gzip member of its own."""
    random_one = random.Random(seed)
    written = number = 0
    with path.open("wb") as file:
        while written < size:
            number += 1
            one = record(number, page(random_one, number))
            written += len(one)
            file.write(gzip.compress(one, compresslevel=1, mtime=0))
    print(f"made      {number:,} pages, {written / 1e6:,.0f} MB, packed {path.stat().st_size / 1e6:,.0f} MB")


def read(path: Path, *, reports: bool) -> None:
    """Read all pages and print what it took."""
    known = outlets()
    before = peak()
    start = time.perf_counter()
    pages = skipped = characters = 0
    for part in documents(path):
        if isinstance(part, SkippedInput):
            skipped += 1
            continue
        pages += 1
        characters += len(read_document(part, known).text) if reports else len(part.content)
    seconds = time.perf_counter() - start
    print(
        f"read      {pages:,} pages{' into reports' if reports else ''}, {skipped:,} problems, {characters:,} letters"
    )
    print(f"speed     {pages / seconds:,.0f} pages/s ({seconds:,.0f} s)")
    print(f"memory    {peak():,.0f} MB at the peak, {before:,.0f} MB before the first page")


def documents(path: Path) -> Iterator[Document | SkippedInput]:
    """All that the archive holds."""
    with path.open("rb") as file:
        yield from read_warc(file, path.name)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


def main() -> None:
    """Make, read, and take the archive away."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--megabytes", type=int, default=2000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--reports", action="store_true")
    asked.add_argument("--folder", type=Path, default=None)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="dragoman-", dir=given.folder) as folder:
        path = Path(folder) / "made.warc.gz"
        for step, options in (
            (make, {"size": given.megabytes * 1_000_000, "seed": given.seed}),
            (read, {"reports": given.reports}),
        ):
            process = get_context("spawn").Process(target=step, args=(path,), kwargs=options)
            process.start()
            process.join()
            if process.exitcode:
                sys.exit(process.exitcode)


if __name__ == "__main__":
    main()
