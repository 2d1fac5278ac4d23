"""The tables of the world as they ship with the package: read whole, searched by key without unpacking their rows."""

import gzip
from functools import lru_cache
from importlib.resources import files

_KEPT = 1 << 13
"""Look-ups whose answer is kept: a report names its places again and again."""


def table(name: str) -> bytes:
    """The table of that name, its rows one a line, fields parted by tabs."""
    return gzip.decompress(files("dragoman.text").joinpath("data", f"world_{name}.tsv.gz").read_bytes())


@lru_cache(maxsize=_KEPT)
def rows(content: bytes, key: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a sorted table whose first field is the key, by binary search."""
    wanted, low, high = key.encode(), 0, len(content)
    while low < high:
        start = content.rfind(b"\n", 0, (low + high) // 2) + 1
        if content[start : content.find(b"\t", start)] < wanted:
            low = content.find(b"\n", start) + 1
        else:
            high = start
    found: list[tuple[str, ...]] = []
    while content.startswith(wanted + b"\t", low):
        end = content.find(b"\n", low)
        found.append(tuple(content[low:end].decode().split("\t")))
        low = end + 1
    return tuple(found)
