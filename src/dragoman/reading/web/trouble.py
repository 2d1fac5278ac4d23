"""What can go wrong on the way to a page; `fetch` turns it into a line about the address that was asked for."""

from typing import Self

LATER = "Try again later"
SAVE_IT = "Save the page in a browser and give the file"


class Trouble(Exception):  # noqa: N818 - it names what happened
    """A request that brought no page: why, and what the user can do; `passing` where another try may help."""

    def __init__(self, reason: str, remedy: str, *, passing: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.remedy, self.passing = reason, remedy, passing

    def told(self, reason: str) -> Self:
        """The same trouble in other words."""
        return type(self)(reason, self.remedy, passing=self.passing)


class Unreachable(Trouble):
    """The host itself is not to be had, whatever page is asked of it."""
