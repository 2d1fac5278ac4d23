"""What a page's headers say of its content, as far as it makes sense."""

import re
from collections.abc import Mapping

_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)


def media_type(headers: Mapping[str, str]) -> str:
    """Such as "text/html"; "" where nothing is said."""
    found = _TYPE.match(headers.get("Content-Type", ""))
    return found[1].lower() if found else ""


def charset(headers: Mapping[str, str]) -> str:
    """An encoding of text that Python knows, in lower case; "" where none is said, or none that exists."""
    found = _CHARSET.search(headers.get("Content-Type", ""))
    if found is None:
        return ""
    try:
        b"a".decode(found[1], "replace")
    except (LookupError, ValueError):
        return ""
    return found[1].lower()


def plain(value: str) -> str:
    """A header's value that can be sent back as it came; "" where it cannot."""
    return value if len(value) <= 1_000 and value.isascii() and value.isprintable() else ""
