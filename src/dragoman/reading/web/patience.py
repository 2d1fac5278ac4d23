"""Trying again: later each time, and never sooner than the host asks."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dragoman.reading.web.exchange import Answer
from dragoman.reading.web.trouble import Trouble

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0


def patiently(ask: Callable[[], Answer], *, retries: int, sleep: Callable[[float], None]) -> Answer:
    """The first answer that is not "later", or the last one; raises the last Trouble.

    A host that wants to be left alone for longer than LONGEST_WAIT is not asked again.
    """
    for turn in range(retries):
        wait = min(FIRST_WAIT * 2**turn, LONGEST_WAIT)
        try:
            answer = ask()
        except Trouble as trouble:
            if not trouble.passing:
                raise
        else:
            wait = max(wait, asked_wait(answer))
            if not is_later(answer) or wait > LONGEST_WAIT:
                return answer
        sleep(wait)
    return ask()


def is_later(answer: Answer) -> bool:
    """Whether the host may answer otherwise when it is asked again."""
    return answer.status == 429 or answer.status >= 500


def asked_wait(answer: Answer) -> float:
    """The seconds that a host asks for (Retry-After, as a number or a date); 0 where it asks for none."""
    asked = answer.headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:12])
    try:
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0
