"""/export/<table>.csv, .json, .ndjson: every row of a table or view, in one answer and from one moment.

Datasette's own JSON stops at 1,000 rows a page, and its streamed CSV asks page by page, which a view of several
hundred thousand rows doesn't survive. Here one statement on a connection of its own runs from the first row to the
last, so the file is the state of one moment even while a run writes.
"""

import asyncio
import csv
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from datasette.utils import escape_sqlite, tilde_decode
from datasette.utils.asgi import AsgiStream, Forbidden, NotFound

from publish.labels import ARCHIVE

BATCH = 1000
"""Rows fetched at a time; between two batches the server does other work."""
Row = Sequence[Any]


class CsvLines:
    """Comma separated, UTF-8, with a line of column names."""

    content_type = "text/csv; charset=utf-8"

    def __init__(self, columns: list[str]) -> None:
        self.columns = columns

    def head(self) -> str:
        return self._lines([self.columns])

    def body(self, rows: Sequence[Row], first: bool) -> str:
        return self._lines(rows)

    def foot(self) -> str:
        return ""

    def _lines(self, rows: Sequence[Row]) -> str:
        written = io.StringIO()
        csv.writer(written).writerows(rows)
        return written.getvalue()


class JsonLines:
    """One JSON object a line."""

    content_type = "application/x-ndjson; charset=utf-8"

    def __init__(self, columns: list[str]) -> None:
        self.columns = columns

    def head(self) -> str:
        return ""

    def body(self, rows: Sequence[Row], first: bool) -> str:
        return "".join(f"{self._object(row)}\n" for row in rows)

    def foot(self) -> str:
        return ""

    def _object(self, row: Row) -> str:
        return json.dumps(dict(zip(self.columns, row, strict=True)), ensure_ascii=False, default=_text)


class JsonArray(JsonLines):
    """One JSON array of objects."""

    content_type = "application/json; charset=utf-8"

    def head(self) -> str:
        return "[\n"

    def body(self, rows: Sequence[Row], first: bool) -> str:
        return ("" if first else ",\n") + ",\n".join(self._object(row) for row in rows)

    def foot(self) -> str:
        return "\n]\n"


FORMATS: dict[str, Callable[[list[str]], Any]] = {"csv": CsvLines, "json": JsonArray, "ndjson": JsonLines}


async def export(request: Any, datasette: Any) -> AsgiStream:
    """The answer to /export/<table>.<format>. Raises NotFound for what is no table or view that people may see."""
    table = tilde_decode(request.url_vars["table"])
    form = request.url_vars["format"]
    if ARCHIVE not in datasette.databases:
        raise NotFound("no archive")
    database = datasette.databases[ARCHIVE]
    visible = {*await database.table_names(), *await database.view_names()} - {*await database.hidden_table_names()}
    if table not in visible:
        raise NotFound(f"no table {table}")
    allowed, _ = await datasette.check_visibility(
        request.actor,
        permissions=[("view-table", (ARCHIVE, table)), ("view-database", ARCHIVE), "view-instance"],
    )
    if not allowed:
        raise Forbidden("view-table")

    async def write(response: Any) -> None:
        async for text in stream(Path(database.path), table, form):
            await response.write(text)

    return AsgiStream(
        write,
        content_type=FORMATS[form]([]).content_type,
        headers={"Content-Disposition": f'attachment; filename="{table}.{form}"'},
    )


async def stream(path: Path, table: str, form: str) -> AsyncIterator[str]:
    """The rows of `table` of the database at `path` as text in the format `form`, piece by piece."""
    connection = await asyncio.to_thread(_connect, path)
    try:
        cursor = await asyncio.to_thread(connection.execute, f"SELECT * FROM {escape_sqlite(table)}")
        lines = FORMATS[form]([name for name, *_ in cursor.description])

        def piece(first: bool) -> str:
            rows = cursor.fetchmany(BATCH)
            return lines.body(rows, first) if rows else ""

        yield lines.head()
        first = True
        while text := await asyncio.to_thread(piece, first):
            yield text
            first = False
        yield lines.foot()
    finally:
        await asyncio.to_thread(connection.close)


def _connect(path: Path) -> sqlite3.Connection:
    # one connection, used by one request, though by whichever worker thread is free
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
