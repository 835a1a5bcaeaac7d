"""A table's page: which columns stand on it and in which order, and what can't be asked of it."""

from collections.abc import Iterable
from typing import Any

from datasette.utils.asgi import BadRequest

from publish.labels import Labels

ALL_COLUMNS = "_spalten"
"""?_spalten=alle shows every column."""
NOT_FOR_PEOPLE = frozenset({"Link", "rowid"})
"""Columns that Datasette adds to tables without a primary key."""


def columns_to_show(labels: Labels, table: str, present: Iterable[str], arguments: Any) -> list[str]:
    """The columns of `table` that its page shows, in order.

    `present` are the columns of the query, `arguments` the request's. Whoever chose columns (?_col=, ?_nocol=) or
    wants all (?_spalten=alle) gets what the query has.
    """
    names = [name for name in dict.fromkeys(present) if name not in NOT_FOR_PEOPLE]
    chosen = "_col" in arguments or "_nocol" in arguments or arguments.get(ALL_COLUMNS) == "alle"
    first = [name for name in labels.first_columns(table) if name in names]
    return names if chosen or not first else first


def arranged(columns: list[dict[str, Any]], rows: Iterable[Any], shown: list[str]) -> dict[str, Any]:
    """Datasette's display_columns and display_rows, cut down to the columns `shown` and in their order."""
    by_name = {column["name"]: column for column in columns}
    cells = [{cell["column"]: cell for cell in row} for row in rows]
    return {
        "columns": [by_name[name] for name in shown],
        "rows": [[row[name] for name in shown] for row in cells],
    }


def refuse_column_search(arguments: Any) -> None:
    """Raises BadRequest for ?_search_<column>=: Datasette compares row numbers there, our search index has docids."""
    for name in arguments:
        if name.startswith("_search") and name not in ("_search", "_searchmode"):
            raise BadRequest(f"{name} gibt es hier nicht; _search durchsucht alle Spalten, _where ist für SQL da")
