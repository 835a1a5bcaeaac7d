"""An archive.db made by hand: the real tables, rows as a test needs them. For tests of what reads archives."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

MIGRATIONS = Path(__file__).resolve().parents[2] / "pipelines" / "migrations"
SEEN = "2026-03-01T04:00:00+01:00"


def make_tables(connection: sqlite3.Connection) -> None:
    """All tables, views and triggers of the migrations, in the order of their file names."""
    for script in sorted(MIGRATIONS.glob("*.sql")):
        connection.executescript(script.read_text(encoding="utf-8"))


class ArchiveFile:
    """The archive at `path`; a new one has one source, "musterstadt". Each `add` is committed at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists():
            return
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            make_tables(connection)
        self.add("sources", key="musterstadt", name="Musterstadt", system="oparl", url="https://ris.example.org/system")

    def add(self, table: str, **values: Any) -> None:
        self.add_many(table, [values])

    def add_many(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Inserts rows; what every record has and a row leaves out is filled in."""
        with self._connection() as connection, connection:
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            for row in rows:
                complete = {**_defaults(row, columns), **row}
                if "docid" in columns:  # no rowids, and so no 1, 2, 3
                    last = connection.execute(f"SELECT coalesce(max(docid), 0) FROM {table}").fetchone()[0]
                    complete["docid"] = last + 7
                names = ", ".join(f'"{name}"' for name in complete)
                places = ", ".join(f":{name}" for name in complete)
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", complete)

    def copy(self, path: Path) -> "ArchiveFile":
        """The same archive again, at `path`."""
        with self._connection() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(self.path, path)
        return ArchiveFile(path)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            yield connection


def _defaults(row: dict[str, Any], columns: list[str]) -> dict[str, Any]:
    filled: dict[str, Any] = {"source": "musterstadt"}
    if "content_hash" in columns:
        filled |= {"vendor_id": f"https://ris.example.org/{row['id']}", "content_hash": "0" * 64}
        filled |= dict.fromkeys(("first_seen", "last_seen", "changed_at"), SEEN)
    if "observed_at" in columns:
        filled["observed_at"] = SEEN
    return {name: value for name, value in filled.items() if name in columns}
