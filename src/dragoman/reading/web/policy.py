"""What a user allows and asks of fetching."""

from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.version import __version__


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits of one run.

    `allow_hosts` are hosts, by name or as `name:port`, that may lie in a private network; `largest` is in bytes after
    decompression; `seconds` bound one request from its first byte to its last; `per_host_seconds` lie between two
    requests to one host; `retries` are tries after the first; `contact` tells site owners whom to write to.
    """

    allow_hosts: frozenset[str] = frozenset()
    largest: int = 20_000_000
    seconds: float = 60.0
    per_host_seconds: float = 1.0
    retries: int = 3
    contact: str = ""


def user_agent(policy: Policy) -> str:
    """The name under which pages are asked for; raises InputError for a contact that a header cannot hold."""
    if not policy.contact:
        return f"dragoman/{__version__} (+reads news reports for research; see robots.txt)"
    if not (policy.contact.isascii() and policy.contact.isprintable()):
        raise InputError("The contact can only hold plain letters, digits and signs: an address of mail or of a page")
    return f"dragoman/{__version__} (+reads news reports for research; contact: {policy.contact}; see robots.txt)"
