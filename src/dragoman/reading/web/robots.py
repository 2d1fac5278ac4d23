"""What a site's robots.txt says to this reader (RFC 9309)."""

import re
from collections.abc import Callable

from protego import Protego

from dragoman.reading.web.exchange import Answer
from dragoman.reading.web.location import Location
from dragoman.reading.web.patience import is_later
from dragoman.reading.web.trouble import LATER, SAVE_IT, Trouble, Unreachable

TOKEN = "dragoman"
PATH = "/robots.txt"
LARGEST = 1_000_000
LONGEST_DELAY = 30.0
KEPT_SECONDS = 3600.0
_GROUP = re.compile(r"\s*user[- ]?agent\s*[:\s]\s*(\*(?=[\s#]|$)|[a-z_-]*)", re.IGNORECASE)


class Robots:
    """Asks each site once an hour; `ask` gets its robots.txt as the pages are got, and may raise Trouble."""

    def __init__(self, ask: Callable[[Location], Answer], *, clock: Callable[[], float]) -> None:
        self._ask, self._clock = ask, clock
        self._known: dict[str, tuple[float, Protego | Trouble]] = {}

    def check(self, location: Location) -> float:
        """The seconds that the site wants between two requests; raises Trouble where the page is not to be fetched."""
        rules = self._rules(location)
        if isinstance(rules, Trouble):
            raise rules.told(rules.reason)
        if not rules.can_fetch(location.url, TOKEN):
            raise Trouble(f"the robots.txt of {location.host} forbids it", SAVE_IT)
        return min(rules.crawl_delay(TOKEN) or 0.0, LONGEST_DELAY)

    def _rules(self, location: Location) -> Protego | Trouble:
        since, rules = self._known.get(location.site, (0.0, None))
        if rules is None or self._clock() - since > KEPT_SECONDS:
            rules = self._fetched(location.at(PATH))
            self._known[location.site] = self._clock(), rules
        return rules

    def _fetched(self, location: Location) -> Protego | Trouble:
        """The rules; none at all where the site has none; a Trouble where it may have some that cannot be had.

        Where the site sends on to the rules of another one, as from http to https, that one need not be asked again.
        """
        try:
            answer = self._ask(location)
        except Unreachable as trouble:
            return trouble.told(trouble.reason)
        except Trouble as trouble:
            return _not_had(location, trouble.reason)
        if is_later(answer):
            return _not_had(location, f"HTTP {answer.status}")
        rules = rules_of(answer.content if answer.status < 300 else b"")
        if answer.location.target == PATH:
            self._known[answer.location.site] = self._clock(), rules
        return rules


def rules_of(content: bytes) -> Protego:
    """Parse a robots.txt.

    All readers but this one go by one name, for a rule is kept once for each name above it: some 20,000 names above
    20,000 rules fit into a small file and into no memory.
    """
    return Protego.parse("\n".join(_for_us(line) for line in content.decode("utf-8-sig", "replace").splitlines()))


def _for_us(line: str) -> str:
    group = _GROUP.match(line)
    if group is None:
        return line
    name = group[1].lower()
    return f"User-agent: {name if name in ('*', TOKEN) else 'other'}"


def _not_had(location: Location, reason: str) -> Trouble:
    return Trouble(f"whether it may be fetched is not known: {location.url} cannot be had now ({reason})", LATER)
