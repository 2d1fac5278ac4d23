"""Whose site an address stands on."""

import re
from urllib.parse import unquote, urlsplit

from dragoman.text.lexicon import words

LONGEST = 4000
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_KEPT = re.compile(r"/(https?:/{1,2}[^\s]+)", re.IGNORECASE)
_AMP = re.compile(r"^/(?:amp/|[cvi]/)(?:s/)?([\w.-]+\.[a-z]{2,})(?=[/?#]|$)", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]{2,}$")


def host_of(address: str) -> str:
    """The host of an address in lower case, that of the original for a kept or cached copy; "" where none is named."""
    address = address.strip()[:LONGEST]
    try:
        parts = urlsplit(address if _SCHEME.match(address) else f"//{address}")
        host = (parts.hostname or "").rstrip(".").casefold()
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or not _HOST.match(host):
        return ""
    kept = _KEPT.search(unquote(parts.path)) if _under(host, words("sites", "archives")) else None
    if kept:
        return host_of(re.sub(r"^(https?:)/*", r"\1//", kept[1]))
    cached = _AMP.match(parts.path) if _under(host, frozenset({"ampproject.org", "google.com"})) else None
    return cached[1].casefold() if cached else host


def site_of(address: str) -> str:
    """The site that a publisher owns (`ardana-post.example` for `https://m.ardana-post.example/a`).

    "" where the address names none, or a host on which all publish under one name.
    """
    host = host_of(address)
    labels = host.split(".")
    if not host or _under(host, words("sites", "shared")):
        return ""
    kept = 3 if len(labels[-1]) == 2 and len(labels) > 2 and labels[-2] in words("sites", "second_levels") else 2
    if ".".join(labels[-kept:]) in words("sites", "platforms"):
        kept += 1
    while len(labels) > kept and labels[0] in words("sites", "forms"):
        labels = labels[1:]
    return ".".join(labels[-kept:]) if len(labels) >= kept else ""


def suffixes(host: str) -> list[str]:
    """A host and the hosts above it, the longest first: `a.b.example`, `b.example`."""
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _under(host: str, hosts: frozenset[str]) -> bool:
    return any(suffix in hosts for suffix in suffixes(host))
