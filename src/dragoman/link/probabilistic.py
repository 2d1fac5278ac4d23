"""Pairs of rows scored by a linkage: splink writes the SQL, DuckDB runs it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from dragoman.link.linkage import THOUSANDTHS, Comparison, Linkage

SLACK = 0.01
"""Splink's own sum may differ from ours by rounding: so much below the least weight is still looked at."""
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Scored:
    """Two rows by their ids, `a` < `b`, the level that they reached in each comparison, and the weight of all."""

    a: str
    b: str
    reached: tuple[int, ...]
    weight: float


def score(linkage: Linkage, rows: pa.Table, *, least: float, bits: Sequence[str] = ()) -> Iterator[Scored]:
    """The pairs of rows that a blocking rule brings together and that weigh `least` or more, sorted by ids.

    `rows` has a column `id` and all that the rules and levels speak of; the columns `bits` hold strings of 0 and 1 that
    are compared bit by bit.
    """
    if rows.num_rows < 2:
        return
    statements, found = _script(linkage, rows.schema, tuple(bits), least)
    with duckdb.connect() as connection:
        load(connection, rows, bits=bits)
        for statement in statements:
            connection.execute(statement)
        yield from _scored(linkage, connection, found, least)


class _Noting(DuckDBAPI):
    """Splink's door to a database, with every statement that went through it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__(connection=connection)
        self.statements: list[str] = []

    def _execute_sql_against_backend(self, final_sql: str) -> duckdb.DuckDBPyRelation:
        self.statements.append(final_sql)
        return super()._execute_sql_against_backend(final_sql)


@cache
def _script(linkage: Linkage, schema: pa.Schema, bits: tuple[str, ...], least: float) -> tuple[tuple[str, ...], str]:
    """What splink runs for rows of one kind, and the table in which it leaves the pairs.

    Writing it takes splink longer than running it on a few hundred rows takes DuckDB, and it is the same for all rows.
    """
    with duckdb.connect() as connection:
        table = load(connection, schema.empty_table(), bits=bits)
        api = _Noting(connection)
        linker = _linker(linkage, api, table)
        found = linker.inference.predict(threshold_match_weight=least - SLACK, warning_mode="never")
        written = (one for one in api.statements if one.lstrip().upper().startswith("CREATE"))
        return tuple(written), found.physical_name


def load(connection: duckdb.DuckDBPyConnection, rows: pa.Table, *, bits: Sequence[str] = (), name: str = "rows") -> str:
    """Put rows into a table of a database; returns its name."""
    connection.register("given", rows)
    cast = ", ".join(f"{column}::BIT AS {column}" for column in bits)
    connection.execute(f"CREATE TABLE {name} AS SELECT * {f'REPLACE ({cast})' if cast else ''} FROM given ORDER BY id")
    connection.unregister("given")
    return name


def opened(linkage: Linkage, connection: duckdb.DuckDBPyConnection, table: str) -> tuple[Linker, DuckDBAPI]:
    """Splink on a table of a database, with the linkage and without its warnings, and its own door to the database."""
    api = DuckDBAPI(connection=connection)
    return _linker(linkage, api, table), api


def _linker(linkage: Linkage, api: DuckDBAPI, table: str) -> Linker:
    logging.getLogger("splink").setLevel(logging.ERROR)  # it warns of unknown values, for which we write levels
    return Linker(api.register(table), settings(linkage), log_level=None, validate_settings=False)


def _scored(linkage: Linkage, connection: duckdb.DuckDBPyConnection, table: str, least: float) -> Iterator[Scored]:
    """The pairs of a table of splink's, each level known by its weight, which no other of its comparison has."""
    known = [{level.weight: at for at, level in enumerate(c.levels)} for c in linkage.comparisons]
    weights = ", ".join(f"round({THOUSANDTHS} * mw_{c.name})::INTEGER" for c in linkage.comparisons)
    query = connection.execute(f"SELECT least(id_l, id_r), greatest(id_l, id_r), {weights} FROM {table} ORDER BY 1, 2")
    while batch := query.fetchmany(_AT_ONCE):
        for a, b, *found in batch:
            reached = tuple(levels[weight] for levels, weight in zip(known, found, strict=True))
            weight = linkage.weight(reached)
            if weight >= least:
                yield Scored(a, b, reached, weight)


def settings(linkage: Linkage) -> dict[str, Any]:
    """The linkage in splink's own words."""
    odds = 2.0**linkage.prior
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "sql_dialect": "duckdb",
        "probability_two_random_records_match": odds / (1 + odds),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": block.when} | ({"arrays_to_explode": list(block.explode)} if block.explode else {})
            for block in linkage.blocks
        ],
        "comparisons": [_comparison(one) for one in linkage.comparisons],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "output_column_name": comparison.name,
        "comparison_levels": [
            {
                "sql_condition": level.when,
                "label_for_charts": str(number),
                "m_probability": level.m,
                "u_probability": level.u,
            }
            for number, level in enumerate(comparison.levels)
        ],
    }
