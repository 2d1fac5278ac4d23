"""Small WARCs and PDFs made by hand, whole and broken."""

import gzip
from collections.abc import Sequence

SENTENCES = (
    "The Northern Front freed 30 prisoners in Ardana on Tuesday, the group said in a statement to reporters.",
    "The army confirmed that the men had been handed over to the Red Cross near the river and taken home.",
)


def page(title: str = "Rebels free 30 prisoners", *, filler: str = "") -> bytes:
    """A page that is a report."""
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    head = f"<head><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body><h1>{title}</h1>{body}{filler}</body></html>".encode()


def answer(body: bytes, kind: str = "text/html; charset=utf-8", *, status: str = "200 OK", more: str = "") -> bytes:
    """A stored HTTP answer."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(  # one keyword a field
    address: str,
    block: bytes,
    *,
    kind: str = "response",
    media: str = "application/http; msgtype=response",
    date: str = "2025-06-02T08:15:00Z",
    version: str = "1.1",
    more: str = "",
) -> bytes:
    """One WARC record."""
    head = (
        f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {media}\r\n{more}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


INFO = record("", b"software: a crawler\r\n", kind="warcinfo", media="application/warc-fields")


def packed(records: Sequence[bytes]) -> bytes:
    """Each record a gzip member of its own, as archives are."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
