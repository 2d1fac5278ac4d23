"""JSON of strangers: parsed whole or refused with a line, its values as clean one-line strings."""

import json
from collections.abc import Iterator, Mapping

from dragoman.errors import SkippedInput

DEEPEST, LONGEST_LIST = 4, 200


def parsed(name: str, text: str) -> object:
    """The value that a text holds; raises SkippedInput for anything but one whole JSON value."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        more = error.msg == "Extra data"
        reason = "it holds more than one JSON value" if more else f"its JSON breaks at line {error.lineno:,}"
        remedy = (
            "Name it .jsonl if each line is an item" if more else "The file seems cut off or damaged: fetch it again"
        )
        raise SkippedInput(name, reason, remedy) from error
    except (ValueError, RecursionError) as error:
        raise SkippedInput(name, "its JSON is absurd: nested too deep or a number too long", "Leave it out") from error
    return value


def clean(text: str) -> str:
    """A text that can be written as UTF-8, without NUL characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def line(value: object) -> str:
    """A string or number as one clean line; a list of them with commas; a person or organisation by its name."""
    if isinstance(value, str):
        return " ".join(clean(value).split())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value) if abs(value) < 1e300 else ""
    if isinstance(value, Mapping):
        return next((line(value[key]) for key in ("name", "title", "value") if isinstance(value.get(key), str)), "")
    if isinstance(value, list | tuple):
        return ", ".join(entry for item in value[:LONGEST_LIST] if not isinstance(item, list) and (entry := line(item)))
    return ""


def flat(value: Mapping[str, object], before: str = "", depth: int = 1) -> Iterator[tuple[str, object]]:
    """An object's values by dotted names (`source.title`); an inner object stands under its own name too."""
    for key, inner in value.items():
        yield before + key, inner
        if isinstance(inner, dict) and depth < DEEPEST:
            yield from flat(inner, f"{before}{key}.", depth + 1)
