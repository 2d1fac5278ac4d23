"""Addresses fetched before, so that what has not changed is neither sent nor read again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.reading.document import Link
from dragoman.reading.web.fetch import Fetched, Validators


@dataclass(frozen=True, slots=True)
class Visit:
    """An address as it was last fetched; `stamp` is the date that the feed or sitemap gave of it then."""

    url: str
    validators: Validators = field(default_factory=Validators)
    stamp: str = ""
    at: str = ""


class Visits:
    """What is known of earlier fetches, and the fetches of this run, which `drain` hands over to be kept."""

    def __init__(self, past: Iterable[Visit] = ()) -> None:
        self._known = {visit.url: visit for visit in past}
        self._fresh: dict[str, Visit] = {}

    def validators(self, url: str) -> Validators:
        """What a server needs to answer that nothing changed; empty for a new address."""
        visit = self._known.get(url)
        return visit.validators if visit else Validators()

    def due(self, link: Link) -> bool:
        """Whether a link was never fetched, or its feed gives it another date than it did then."""
        visit = self._known.get(link.url)
        return visit is None or visit.stamp != stamp_of(link)

    def note(self, fetched: Fetched, *, stamp: str = "") -> None:
        """Remember a fetch that was answered."""
        visit = Visit(fetched.url, fetched.validators, stamp, fetched.at)
        self._known[visit.url] = self._fresh[visit.url] = visit

    def drain(self) -> tuple[Visit, ...]:
        """The fetches noted since the last call."""
        fresh = tuple(self._fresh.values())
        self._fresh.clear()
        return fresh


def stamp_of(link: Link) -> str:
    """The date that a feed or sitemap gives of a link: its last change, else its publication."""
    stated = link.said.over(link.hinted)
    return stated.modified or stated.published
