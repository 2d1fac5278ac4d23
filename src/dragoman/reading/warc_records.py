"""The records of a WARC, one by one, in bounded memory; a cut or damaged archive yields all that is whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.reading.tally import Tally
from dragoman.reading.tape import CUT, LINE, BrokenTape, Tape

LARGEST = 20_000_000
"""Bytes of one record that are read; of a larger one only the first HEAD."""
HEAD = 65_536
"""The most that the fields of a record may take, or of those of its answer that are read."""
_READ = frozenset({"response", "resource"})
_AGAIN = "Fetch or make the archive again; what stands before and after was read"
_SHORT = "Fetch the archive again; what stands before was read"


@dataclass(frozen=True, slots=True)
class Record:
    """A captured resource: its fields by lower-case name, and its block; only its first bytes if not `whole`."""

    kind: str
    fields: Mapping[str, str]
    block: bytes
    whole: bool = True

    @property
    def address(self) -> str:
        """Where it was captured; early archives put the address in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<> \t")


def records(tape: Tape, tally: Tally) -> Iterator[Record]:
    """Responses and resources in order; the others are passed over and counted, what is broken is told to the tally."""
    going = True
    while going:
        try:
            yield from _whole(tape, tally)
            going = False
        except BrokenTape as broken:
            remedy = _SHORT if broken.final else _AGAIN
            tally.fault(broken.reason, remedy, f"at byte {broken.at:,}")
            going = not broken.final and tape.recover()


def _whole(tape: Tape, tally: Tally) -> Iterator[Record]:
    while _next(tape, tally):
        at = tape.at
        fields = _fields(tape)
        length = fields.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            tally.fault("a record does not say its length", _AGAIN, f"at byte {at:,}")
            continue
        yield from _record(tape, tally, fields, int(length))


def _next(tape: Tape, tally: Tally) -> bool:
    """Whether a record follows, with its first line read; lines before it that are not blank are damage."""
    damaged = False
    while line := tape.line():
        if line.startswith(b"WARC/") and line.endswith(b"\n"):
            return True
        if b"WARC/".startswith(line[:5]) and not line.endswith(b"\n"):
            raise BrokenTape(CUT, tape.at, final=True)
        if line.strip() and not damaged:
            damaged = True
            tally.fault("bytes that belong to no record were passed over", _AGAIN, f"before byte {tape.at:,}")
    return False


def _fields(tape: Tape) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    size = 0
    while size < HEAD:
        line = tape.line()
        size += len(line)
        if not line.endswith(b"\n"):
            cut = len(line) < LINE
            raise BrokenTape(CUT if cut else "a record's head has no end", tape.at, final=cut)
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            return fields
        if text[0] in " \t" and name:
            fields[name] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().casefold()
        fields[name] = value.strip()
    raise BrokenTape("a record's head has no end", tape.at)


def _record(tape: Tape, tally: Tally, fields: dict[str, str], length: int) -> Iterator[Record]:
    kind = fields.get("warc-type", "").casefold()
    if kind not in _READ:
        tape.skip(length)
        if kind in ("revisit", "conversion", "continuation"):
            tally.pass_over(f"{kind} records")
    elif length > LARGEST:
        record = Record(kind, fields, tape.take(HEAD), whole=False)
        tape.skip(length - HEAD)
        yield record
    else:
        yield Record(kind, fields, tape.take(length))
