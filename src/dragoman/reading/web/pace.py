"""How often one host is asked."""

from collections.abc import Callable


class Pace:
    """Lets a set time lie between the starts of two requests to one host; other hosts do not wait for it."""

    def __init__(self, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, seconds: float) -> None:
        """Wait until `seconds` have gone by since this host was last asked, and note that it is asked now."""
        due = self._last.get(host, float("-inf")) + seconds
        if due > self._clock():
            self._sleep(due - self._clock())
        self._last[host] = self._clock()
