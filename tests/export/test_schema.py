"""The JSON Schema in the docs is the one that the records have."""

import json
from pathlib import Path

from dragoman.export.schema import json_schema

FIGURE = "id aliases event what unit side scope verdict standing best low high claims"
CLAIM = """
id about event event_mention field value low low_strict high high_strict hedge unit what scope side per
polarity modality voice account outlet report as_of span extractor
"""
ON_DISK = Path(__file__).parents[2] / "docs" / "record.schema.json"


def test_the_schema_in_the_docs_is_current() -> None:
    """Regenerate it with: python -m dragoman.export.schema > docs/record.schema.json"""
    assert json.loads(ON_DISK.read_text(encoding="utf-8")) == json_schema()


def test_objects_are_closed() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    closed = [d for name, d in schema["$defs"].items() if d.get("type") == "object"]
    assert closed
    assert all(definition["additionalProperties"] is False for definition in closed)


def test_the_keys_are_those_of_the_contract() -> None:
    defs = json_schema()["$defs"]
    assert list(defs["Entity"]["properties"]) == ["id", "name", "kind", "code", "aliases"]
    assert list(defs["Voice"]["properties"]) == ["kind", "entity", "name", "side", "chain"]
    assert list(defs["Due"]["properties"]) == ["start", "end"]
    assert list(defs["Figure"]["properties"]) == FIGURE.split()
    assert list(defs["Claim"]["properties"]) == CLAIM.split()
