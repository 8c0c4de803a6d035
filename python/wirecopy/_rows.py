"""Rows of a name list from whatever holds them: dictionaries, pandas, Polars, pyarrow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any


def _plain(value: Any) -> Any:
    """`None` for the ways in which data frames say that a value is missing."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    return value


def _records(rows: Any) -> Iterable[Mapping[str, Any]]:
    if isinstance(rows, (str, bytes, Mapping)):
        raise TypeError(f"rows: expected rows or a data frame, found {type(rows).__name__}")
    if hasattr(rows, "to_pylist"):  # pyarrow
        return rows.to_pylist()  # type: ignore[no-any-return]
    if hasattr(rows, "to_dicts"):  # Polars
        return rows.to_dicts()  # type: ignore[no-any-return]
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):  # pandas
        return rows.to_dict("records")  # type: ignore[no-any-return]
    if hasattr(rows, "__arrow_c_stream__"):
        import pyarrow  # type: ignore[import-untyped, import-not-found, unused-ignore]

        return pyarrow.table(rows).to_pylist()  # type: ignore[no-any-return]
    if not isinstance(rows, Iterable):
        raise TypeError(f"rows: expected rows or a data frame, found {type(rows).__name__}")
    return rows


def rows(source: Any) -> list[Any]:
    """Make plain dictionaries of the rows; what is no mapping is passed on to be named."""
    return [
        {str(key): _plain(value) for key, value in row.items()} if isinstance(row, Mapping) else row
        for row in _records(source)
    ]
