"""From what a user names to single documents: files, folders, addresses, and what feeds, tables and archives hold."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from dragoman.errors import SkippedInput
from dragoman.reading.asking import Asking
from dragoman.reading.document import Document, Format, Link
from dragoman.reading.feed import read_feed
from dragoman.reading.kinds import Kind, kind_of
from dragoman.reading.opened import LARGEST, Opened
from dragoman.reading.sidecar import sidecar
from dragoman.reading.sitemap import Nested, read_sitemap
from dragoman.reading.stated import Stated
from dragoman.reading.table import read_table
from dragoman.reading.visits import Visits, stamp_of
from dragoman.reading.wacz import read_wacz
from dragoman.reading.walk import Source, printable, sources
from dragoman.reading.warc import read_warc
from dragoman.reading.web.fetch import Fetched, Fetcher
from dragoman.reading.web.location import is_url

STDIN = "-"
DEEPEST = 3
"""Sitemaps within sitemaps."""
_SINGLE = {Kind.TEXT: Format.TEXT, Kind.HTML: Format.HTML, Kind.PDF: Format.PDF, Kind.NINJS: Format.NINJS}


def documents(
    inputs: Sequence[str], asking: Asking | None = None, *, visits: Visits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | SkippedInput]:
    """The documents of files, folders, addresses and `-` (standard input), one by one, in the order given.

    What cannot be read comes by name as SkippedInput, and the rest goes on. `visits` are earlier fetches: what has
    not changed since is passed over.
    """
    asking = asking or Asking()
    with Fetcher(asking.policy) as fetcher:
        yield from _Inputs(asking, fetcher, visits or Visits(), stdin or sys.stdin.buffer).documents(inputs)


class _Inputs:
    def __init__(self, asking: Asking, fetcher: Fetcher, visits: Visits, stdin: BinaryIO) -> None:
        self._asking, self._fetcher, self._visits, self._stdin = asking, fetcher, visits, stdin
        self._asked: set[str] = set()
        self._missed = 0

    def documents(self, inputs: Sequence[str]) -> Iterator[Document | SkippedInput]:
        for given in inputs:
            if given == STDIN:
                yield from self._guarded(self._standard_input())
            elif is_url(given):
                yield from self._guarded(self._address(given))
            else:
                for source in sources(given, table=self._asking.rows.path if self._asking.rows else None):
                    yield from [source] if isinstance(source, SkippedInput) else self._guarded(self._file(source))

    def _guarded(self, parts: Iterable[Document | SkippedInput]) -> Iterator[Document | SkippedInput]:
        """One input's parts, and its own failure in their place or after them."""
        try:
            yield from parts
        except SkippedInput as problem:
            self._missed += 1
            yield problem

    def _file(self, source: Source) -> Iterator[Document | SkippedInput]:
        said = sidecar(source.path, source.name)
        if self._asking.rows is not None:
            said = said.over(self._asking.rows.row(source.path))
        yield from self._parts(Opened(source.name, source.path, said=said.over(self._asking.said)))

    def _standard_input(self) -> Iterator[Document | SkippedInput]:
        content = self._stdin.read(LARGEST + 1)
        if len(content) > LARGEST:
            reason = f"it is larger than {LARGEST // 1_000_000} MB"
            raise SkippedInput("standard input", reason, "Write it to a file, and give that")
        yield from self._parts(Opened("standard input", content=content, said=self._asking.said))

    def _address(self, url: str) -> Iterator[Document | SkippedInput]:
        fetched = self._fetcher.get(url, known=self._visits.validators(url))
        yield from self._fetched(fetched, Link(url, printable(url), said=self._asking.said))

    def _fetched(self, fetched: Fetched, link: Link, *, depth: int = 0) -> Iterator[Document | SkippedInput]:
        """What an address holds; where a page to which it points was not had, it is asked for in full again."""
        missed = self._missed
        if not fetched.unchanged:
            yield from self._parts(_opened(fetched, link), followed=True, depth=depth)
        if self._missed == missed:
            self._visits.note(fetched)

    def _parts(self, opened: Opened, *, followed: bool = False, depth: int = 0) -> Iterator[Document | SkippedInput]:
        """An input that is one document, or those that it holds or points to."""
        kind = kind_of(opened.head(), suffix=opened.suffix, media_type=opened.media_type)
        if kind in _SINGLE:
            yield _document(opened, _SINGLE[kind])
            return
        follow = followed if self._asking.follow is None else self._asking.follow
        pointed = 0
        for part in self._held(opened, kind):
            if isinstance(part, Document):
                yield replace(part, said=part.said.over(opened.said), hinted=part.hinted.over(opened.hinted))
            elif isinstance(part, SkippedInput):
                yield part
            elif not follow:
                pointed += 1
            elif isinstance(part, Link):
                yield from self._guarded(self._linked(replace(part, said=part.said.over(opened.said))))
            elif depth < DEEPEST:
                yield from self._guarded(self._nested(part, opened, depth))
            else:
                reason = f"it is a sitemap more than {DEEPEST} levels deep"
                yield SkippedInput(printable(part.url), reason, "Name it as an input of its own")
        if pointed:
            self._missed += pointed
            only = "1 entry only points" if pointed == 1 else f"{pointed:,} entries only point"
            yield SkippedInput(opened.name, f"{only} to a page", "Give --follow to fetch the pages")

    def _held(self, opened: Opened, kind: Kind) -> Iterator[Document | Link | Nested | SkippedInput]:
        if kind is Kind.FEED:
            yield from read_feed(opened.name, opened.whole(), opened.charset)
        elif kind is Kind.SITEMAP:
            yield from read_sitemap(opened.name, opened.whole())
        elif kind is Kind.WARC:
            with opened.stream() as stream:
                yield from read_warc(stream, opened.name)
        else:
            with opened.file() as path:
                if kind is Kind.WACZ:
                    yield from read_wacz(path, opened.name)
                else:
                    yield from read_table(path, opened.name, self._asking.columns)

    def _linked(self, link: Link) -> Iterator[Document | SkippedInput]:
        if link.url in self._asked or not self._visits.due(link):
            return
        self._asked.add(link.url)
        fetched = self._fetcher.get(link.url, known=self._visits.validators(link.url))
        if not fetched.unchanged:
            opened = _opened(fetched, link)
            kind = kind_of(opened.head(), suffix=opened.suffix, media_type=opened.media_type)
            if kind not in _SINGLE:
                raise SkippedInput(opened.name, f"it is a {kind}, not a report", "Name it as an input of its own")
            yield _document(opened, _SINGLE[kind])
        self._visits.note(fetched, stamp=stamp_of(link))

    def _nested(self, part: Nested, opened: Opened, depth: int) -> Iterator[Document | SkippedInput]:
        fetched = self._fetcher.get(part.url, known=self._visits.validators(part.url))
        yield from self._fetched(fetched, Link(part.url, part.name, said=opened.said), depth=depth + 1)


def _opened(fetched: Fetched, link: Link) -> Opened:
    return Opened(
        printable(link.url),
        content=fetched.content,
        media_type=fetched.media_type,
        charset=fetched.charset,
        said=link.said,
        hinted=link.hinted.over(Stated(url=fetched.address, seen=fetched.at)),
    )


def _document(opened: Opened, format: Format) -> Document:
    return Document(
        opened.name,
        opened.whole(),
        format,
        charset=opened.charset,
        said=opened.said,
        hinted=opened.hinted,
        stem=printable(opened.path.stem) if opened.path is not None else opened.name,
    )
