"""The quantities of a short text."""

from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.quantities import run
from dragoman.model.quantity import Quantity


def read(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order."""
    return run(page_of(text), Found())


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = read(text)
    assert len(found) == 1, [q.span.exact for q in found]
    return found[0]
