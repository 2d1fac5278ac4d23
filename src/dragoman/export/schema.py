"""The JSON Schema of the record, derived from the records themselves."""

import dataclasses
import json
import types
from enum import Enum
from typing import Any, Union, get_args, get_origin

from dragoman.export.contract import INTERNAL
from dragoman.model.codec import field_types
from dragoman.model.record import SCHEMA, RecordData

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `record_json` makes; every object is closed."""
    definitions: dict[str, Any] = {}
    schema = _object(RecordData, definitions)
    schema["properties"] = {"schema": {"const": SCHEMA}, **schema["properties"]}
    schema["required"] = ["schema", *schema["required"]]
    for kind, keys in INTERNAL.items():
        for key in keys:
            _drop(definitions[kind.__name__], key)
    definitions["Due"] = _object(dataclasses.make_dataclass("Due", [("start", str | None), ("end", str | None)]), {})
    definitions["Commitment"]["properties"]["due"] = {"$ref": "#/$defs/Due"}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dragoman record"}
    return {**head, **schema, "$defs": dict(sorted(definitions.items()))}


def _drop(definition: dict[str, Any], key: str) -> None:
    del definition["properties"][key]
    definition["required"].remove(key)


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = field_types(kind)
    return {
        "type": "object",
        "properties": {name: _schema(hint, definitions) for name, hint in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(option, definitions) for option in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=1))
