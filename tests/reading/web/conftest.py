"""The clock of `local_site` and a fetcher that runs by it, for each test anew."""

from collections.abc import Iterator

import pytest

from dragoman.reading.web.fetch import Fetcher
from dragoman.reading.web.gate import Resolve, resolved
from dragoman.reading.web.policy import Policy
from local_site import Make, Time


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def fetcher(time: Time) -> Iterator[Make]:
    """Makes a fetcher that may call the hosts of `allow`, closed at the end."""
    made: list[Fetcher] = []

    def make(*, allow: str = "127.0.0.1", resolve: Resolve = resolved, **policy: object) -> Fetcher:
        asked = Policy(allow_hosts=frozenset(allow.split()), **policy)  # type: ignore[arg-type]
        made.append(Fetcher(asked, clock=time.clock, sleep=time.sleep, resolve=resolve))
        return made[-1]

    yield make
    for one in made:
        one.close()
