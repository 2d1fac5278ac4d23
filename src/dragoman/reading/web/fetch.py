"""A page of the web as bytes, or one clear line why not."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self

from dragoman.errors import SkippedInput
from dragoman.reading.walk import printable
from dragoman.reading.web import media
from dragoman.reading.web.exchange import Answer, Exchange
from dragoman.reading.web.gate import Gate, Resolve, resolved
from dragoman.reading.web.location import Location, locate
from dragoman.reading.web.pace import Pace
from dragoman.reading.web.patience import patiently
from dragoman.reading.web.policy import Policy, user_agent
from dragoman.reading.web.robots import LARGEST as LARGEST_ROBOTS
from dragoman.reading.web.robots import Robots
from dragoman.reading.web.statuses import refusal
from dragoman.reading.web.trouble import SAVE_IT, Trouble

REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Validators:
    """What a host said of the version that it sent, to be sent back so that it only answers when there is another."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: `url` as asked for, `address` where it was found, `at` the time of its coming in UTC (ISO).

    Where it is `unchanged` since `known`, content, media type and charset are empty.
    """

    url: str
    address: str
    content: bytes
    media_type: str
    charset: str
    validators: Validators = field(default_factory=Validators)
    unchanged: bool = False
    at: str = ""


class Fetcher:
    """Fetches pages one after the other, each host at its pace and by its rules; for one thread.

    `clock` (seconds that never go back) and `sleep` set the pace; `resolve` gives the addresses of a host.
    Raises InputError for a policy that makes no sense.
    """

    def __init__(
        self,
        policy: Policy = Policy(),  # noqa: B008 - frozen
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolved,
    ) -> None:
        self._policy, self._sleep = policy, sleep
        gate = Gate(sorted(policy.allow_hosts), resolve=resolve)
        self._exchange = Exchange(gate, agent=user_agent(policy), seconds=policy.seconds)
        self._pace = Pace(clock=clock, sleep=sleep)
        self._robots = Robots(self._rules, clock=clock)

    def get(self, url: str, *, known: Validators = Validators()) -> Fetched:
        """Fetch a page, through at most MOST_REDIRECTS redirects; raises SkippedInput."""
        try:
            answer = self._followed(locate(url), _conditions(known), self._page)
            unchanged = answer.status == 304 and known != Validators()
            if not unchanged and answer.status not in (200, 203):
                raise refusal(answer)
        except Trouble as trouble:
            raise SkippedInput(_name(url), trouble.reason, trouble.remedy) from trouble
        fresh = Validators(
            media.plain(answer.headers.get("ETag", "")), media.plain(answer.headers.get("Last-Modified", ""))
        )
        return Fetched(
            url=url,
            address=answer.location.url,
            content=b"" if unchanged else answer.content,
            media_type="" if unchanged else media.media_type(answer.headers),
            charset="" if unchanged else media.charset(answer.headers),
            validators=known if unchanged and fresh == Validators() else fresh,
            unchanged=unchanged,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def close(self) -> None:
        """Close the connections kept open."""
        self._exchange.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _page(self, location: Location, headers: Mapping[str, str]) -> Answer:
        return self._asked(location, headers, delay=self._robots.check(location), largest=self._policy.largest)

    def _rules(self, location: Location) -> Answer:
        """A robots.txt; no rules are asked for the way to the rules."""
        return self._followed(location, {}, partial(self._asked, delay=0.0, largest=LARGEST_ROBOTS))

    def _asked(self, location: Location, headers: Mapping[str, str], *, delay: float, largest: int) -> Answer:
        def ask() -> Answer:
            self._pace.wait(location.host, max(delay, self._policy.per_host_seconds))
            return self._exchange.ask(location, headers, largest=largest)

        return patiently(ask, retries=self._policy.retries, sleep=self._sleep)

    def _followed(
        self, location: Location, headers: Mapping[str, str], ask: Callable[[Location, Mapping[str, str]], Answer]
    ) -> Answer:
        """The answer at the end of the redirects; every hop is checked as the first address is."""
        answer = ask(location, headers)
        passed = [location]
        while answer.status in REDIRECTS and answer.headers.get("Location"):
            reference = _reference(answer.headers["Location"])
            try:
                passed.append(_hop(passed, reference))
                answer = ask(passed[-1], headers)
            except Trouble as trouble:
                raise trouble.told(f"it redirects to {_name(reference)}: {trouble.reason}") from trouble
        return answer


def _hop(passed: list[Location], reference: str) -> Location:
    """Where a redirect leads; raises Trouble where it has led before, or led on too often."""
    hop = passed[-1].lead(reference)
    if hop in passed:
        raise Trouble("the redirects go in a circle", SAVE_IT)
    if len(passed) > MOST_REDIRECTS:
        raise Trouble(f"these are more than {MOST_REDIRECTS} redirects", SAVE_IT)
    return hop


def _conditions(known: Validators) -> Mapping[str, str]:
    sent = {"If-None-Match": media.plain(known.etag), "If-Modified-Since": media.plain(known.modified)}
    return {name: value for name, value in sent.items() if value}


def _reference(header: str) -> str:
    """A Location header as it was meant: hosts send UTF-8, which HTTP reads as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _name(url: str) -> str:
    """An address for a message: on one line, not too long, without a password."""
    short = url if len(url) <= LONGEST_NAME else url[:LONGEST_NAME] + "…"
    return printable(re.sub(r"(?<=//)[^/?#]*@", "", short))
