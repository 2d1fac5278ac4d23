"""What a WACZ says of its content: the pages that were archived, and the digests of its files."""

import json
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

from dragoman.reading.safe_json import clean

# What zipfile and its decompressors raise for damaged packing; NotImplementedError for a packing that Python has not.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_LONGEST_LINE = 20_000_000
_MOST_PAGES = 1_000_000
_LARGEST_PACKAGE = 20_000_000
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")


def page_key(url: str) -> str:
    """An address as it is compared: without scheme, fragment and closing slash, which redirects change."""
    return re.sub(r"^[a-z]+://", "", url.partition("#")[0].strip(), flags=re.IGNORECASE).rstrip("/")


def page_list(package: zipfile.ZipFile, files: Sequence[str]) -> dict[str, str]:
    """The titles of all listed pages by the key of their address; raises what DAMAGED names."""
    pages: dict[str, str] = {}
    for file in files:
        with package.open(file) as lines:
            while line := lines.readline(_LONGEST_LINE):
                if not line.strip():
                    continue
                entry = json.loads(line)
                url, title = _text(entry, "url"), _text(entry, "title")
                if url:
                    pages.setdefault(page_key(url), title)
                if len(pages) > _MOST_PAGES:
                    raise ValueError(f"more than {_MOST_PAGES:,} pages")
    return pages


def digests(package: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 of each file as `datapackage.json` states it; nothing where that cannot be read."""
    try:
        with package.open("datapackage.json") as file:
            stated = json.loads(file.read(_LARGEST_PACKAGE))
        resources = stated.get("resources", ())
        found = {_text(one, "path"): _SHA256.fullmatch(_text(one, "hash").casefold()) for one in resources}
    except (*DAMAGED, AttributeError, TypeError):
        return {}
    return {path: match[1] for path, match in found.items() if match}


def _text(entry: Any, field: str) -> str:
    value = entry.get(field, "") if isinstance(entry, dict) else ""
    return clean(value) if isinstance(value, str) else ""
