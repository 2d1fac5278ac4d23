"""The tables of a record: one for each array of the contract, columns taken from the record types."""

import json
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, Union, get_args, get_origin

from dragoman.model.attribution import Utterance
from dragoman.model.claim import Claim
from dragoman.model.codec import field_types, from_plain, to_plain
from dragoman.model.entity import Entity
from dragoman.model.event import Event
from dragoman.model.figure import Figure
from dragoman.model.judgement import Judgement
from dragoman.model.lineage import Lineage
from dragoman.model.position import Commitment, Position, Proposal
from dragoman.model.process import Process
from dragoman.model.report import Report
from dragoman.model.verdict import Comparison

VIEWS: Mapping[str, type] = {
    "reports": Report,
    "entities": Entity,
    "claims": Claim,
    "events": Event,
    "figures": Figure,
    "comparisons": Comparison,
    "utterances": Utterance,
    "positions": Position,
    "proposals": Proposal,
    "commitments": Commitment,
    "processes": Process,
    "lineages": Lineage,
    "judgements": Judgement,
}
"""Table name to record type; the tables are views of claims and are written anew after each reading."""

_BASE = """
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE contents (sha256 VARCHAR PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE originals (
  report VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, source JSON NOT NULL,
  body JSON NOT NULL
);
CREATE TABLE looks (one INTEGER PRIMARY KEY, told VARCHAR NOT NULL, body BLOB NOT NULL);
CREATE TABLE visits (url VARCHAR PRIMARY KEY, body JSON NOT NULL);
CREATE TABLE layers (report VARCHAR PRIMARY KEY, recipe VARCHAR NOT NULL, settled JSON NOT NULL, body JSON NOT NULL);
CREATE TABLE judgement_log (id VARCHAR PRIMARY KEY, added VARCHAR NOT NULL, body JSON NOT NULL);
CREATE TABLE links (a VARCHAR, b VARCHAR, score DOUBLE, reasons JSON);
"""
_SCALARS = {str: "VARCHAR", float: "DOUBLE", bool: "BOOLEAN", int: "BIGINT"}


def definitions() -> str:
    """The SQL that makes every table of an empty record."""
    return _BASE + empty_views()


def empty_views() -> str:
    """The SQL that makes every view anew, without rows."""
    return "\n".join(
        f"CREATE OR REPLACE TABLE {table}"
        f" ({', '.join(f'{_quoted(n)} {_column(h)}' for n, h in field_types(kind).items())});"
        for table, kind in VIEWS.items()
    )


def row(record: Any) -> list[Any]:
    """A record as the values of its table's columns; nested values become JSON text."""
    plain = to_plain(record)
    kind: type = type(record)
    hints = field_types(kind)
    return [
        json.dumps(plain[name], ensure_ascii=False) if _column(hint) == "JSON" else plain[name]
        for name, hint in hints.items()
    ]


def record_of(kind: type, values: tuple[Any, ...]) -> Any:
    """The record that `row` wrote."""
    hints = field_types(kind)
    plain = {
        name: json.loads(value) if _column(hint) == "JSON" and value is not None else value
        for (name, hint), value in zip(hints.items(), values, strict=True)
    }
    return from_plain(kind, plain)


def columns(kind: type) -> str:
    """The column names of a record type, quoted, in order."""
    return ", ".join(_quoted(name) for name in field_types(kind))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _column(hint: Any) -> str:
    """A scalar has a column of its own type; everything else is JSON."""
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return _column(options[0]) if len(options) == 1 else "JSON"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "VARCHAR"
    return _SCALARS.get(hint, "JSON")
