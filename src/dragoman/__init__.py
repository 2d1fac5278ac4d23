"""dragoman: many news reports of one conflict and its peace talks in, one attributed, cited record out."""

from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.api import Record, open_record, read

__all__ = ["Record", "__version__", "open_record", "read"]


def __getattr__(name: str) -> Any:
    # The package must import at once; the models' libraries come with the first name that needs them.
    if name in __all__:
        import dragoman.api  # noqa: PLC0415

        return getattr(dragoman.api, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
