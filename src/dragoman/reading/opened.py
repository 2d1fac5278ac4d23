"""An input at hand: its first bytes, its whole content within a limit, a stream of it, or a path to it."""

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import SkippedInput
from dragoman.reading.stated import Stated

LARGEST = 20_000_000
"""Bytes of one report, feed or sitemap; tables and archives are streamed and may be larger."""
HEAD = 4096
LONGEST_SUFFIX = 20
"""An address may end in anything; the name of a file may not."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file (`path`) or bytes (`content`), with what its transport says of it; `name` can be printed."""

    name: str
    path: Path | None = None
    content: bytes = b""
    media_type: str = ""
    charset: str = ""
    said: Stated = field(default_factory=Stated)
    hinted: Stated = field(default_factory=Stated)

    @property
    def suffix(self) -> str:
        """The ending of the name, in lower case, both endings of `.warc.gz`."""
        bare = re.split(r"[?#]", self.name, maxsplit=1)[0] if "://" in self.name else self.name
        ends = [end.casefold() for end in Path(bare).suffixes[-2:]]
        return "".join(ends) if ends and ends[-1] in (".gz", ".zst") else "".join(ends[-1:])

    def head(self) -> bytes:
        """The first bytes; raises SkippedInput where the file cannot be read."""
        with self.stream() as stream:
            return stream.read(HEAD)

    def whole(self) -> bytes:
        """All bytes; raises SkippedInput beyond LARGEST or where the file cannot be read."""
        with self.stream() as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise SkippedInput(
                self.name,
                f"it is larger than {LARGEST // 1_000_000} MB",
                f"Give files of at most {LARGEST // 1_000_000} MB, one report each, or a table or WARC of many",
            )
        return content

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """The bytes as they come."""
        if self.path is None:
            yield io.BytesIO(self.content)
            return
        try:
            with self.path.open("rb") as file:
                yield file
        except OSError as error:
            reason = f"it cannot be read ({error.strerror or error})"
            raise SkippedInput(self.name, reason, "Check the file and its permissions") from error

    @contextmanager
    def file(self) -> Iterator[Path]:
        """A path that holds the bytes, for libraries that open files themselves; a temporary one where needed."""
        if self.path is not None:
            yield self.path
            return
        with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
            path = Path(folder) / f"input{self.suffix if len(self.suffix) <= LONGEST_SUFFIX else ''}"
            path.write_bytes(self.content)
            yield path
