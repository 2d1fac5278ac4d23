"""Records to plain values and back, by their declared types; nothing else knows how they are written down."""

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Turn a record into dicts, lists, strings, numbers, booleans and None."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """Build a record of `kind` from what `to_plain` made; fields that it did not have then take their defaults.

    Raises TypeError where they do not fit.
    """
    built: T = _build(kind, plain)
    return built


@cache
def field_types(kind: type) -> dict[str, Any]:
    """The declared type of each field of a record."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _build(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not type(None)]
        return None if plain is None else _build_one_of(options, plain)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in plain)
    if origin is dict:
        return dict(plain)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _build(hint, plain[name]) for name, hint in field_types(kind).items() if name in plain})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if kind is float:
        return float(plain)
    if kind is object or isinstance(plain, kind):
        return plain
    raise TypeError(f"{plain!r} is no {kind}")


def _build_one_of(options: list[Any], plain: Any) -> Any:
    """Scalars keep their own type where a union allows several; a record has only one that fits."""
    if len(options) > 1 and isinstance(plain, tuple(o for o in options if isinstance(o, type))):
        return plain
    return _build(options[0], plain)
