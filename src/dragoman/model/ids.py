"""Content ids: the same input gives the same id on every machine and in every order."""

import hashlib

_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and 16 hex digits of the SHA-256 of the parts' text."""
    joined = _SEPARATOR.join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(joined).hexdigest()[:16]}"


def bytes_hash(content: bytes) -> str:
    """Return the full SHA-256 of bytes as hex."""
    return hashlib.sha256(content).hexdigest()
