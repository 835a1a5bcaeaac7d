"""archive.db: opening it, bringing it up to date, and the few statements that everything written goes through.

SQL that writes stands in this file and in migrations/ only. The rules of what to write when are in history.py.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipelines.migrations import MIGRATIONS
from pipelines.records import LINK_TABLES, LinkRows, LinkTable, Record, Value
from scraper.sources import Source

WAIT_FOR_LOCK_SECONDS = 10
"""Our own transactions take a tenth of a second; who holds the lock longer is not about to let go."""
MOST_PARAMETERS = 500
"""Ids in one statement; SQLite's own bound is 999 in old builds."""
SEARCHED = frozenset({"papers", "agenda_items", "press_releases"})
"""Tables whose rows carry the number of their row in the full-text index (migrations/0004_search.sql)."""


class ArchiveError(Exception):
    """The archive can't be opened or written; the message says which file, why, and what to do."""


@dataclass(frozen=True)
class RunCounts:
    """What a run did, in rows of record tables."""

    responses: int = 0
    items: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    deleted: int = 0
    errors: int = 0
    warnings: int = 0


class Archive:
    """An open archive.db. One writer at a time; readers (Datasette) go on reading while it writes (WAL)."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> "Archive":
        """Opens `path`, making it or bringing it up to date where needed.

        Raises ArchiveError for a file that is no archive, one that a newer Ratsarchiv made, one that stays locked, and
        one that can't be read or written.
        """
        connection = None
        try:
            connection = sqlite3.connect(path, timeout=WAIT_FOR_LOCK_SECONDS, isolation_level=None)
            connection.row_factory = sqlite3.Row
            database = Database(connection)
            _refuse_what_we_can_not_update(path, database)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if MIGRATIONS.pending(database):
                MIGRATIONS.apply(database)
        except (sqlite3.Error, OSError) as error:
            if connection is not None:
                connection.close()
            raise explained(error, path) from error
        except ArchiveError:
            assert connection is not None
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is written or nothing. Raises ArchiveError when SQLite can't write."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:  # a full disk rolls back by itself
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise explained(error, self.path) from error

    # reading

    def rows(self, table: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The stored rows with these ids, all columns, by id."""
        found: dict[str, dict[str, Any]] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), MOST_PARAMETERS):
            some = wanted[start : start + MOST_PARAMETERS]
            marks = ",".join("?" * len(some))
            for row in self.connection.execute(f"SELECT * FROM {table} WHERE id IN ({marks})", some):
                found[row["id"]] = dict(row)
        return found

    def links(self, table: str, record_id: str) -> dict[str, LinkRows]:
        """The link rows of one record, by the item's field, in order."""
        return {name: self._link_rows(link, record_id) for name, link in LINK_TABLES[table].items()}

    def _link_rows(self, link: LinkTable, owner_id: str) -> LinkRows:
        columns = ", ".join(link.columns)
        statement = f"SELECT {columns} FROM {link.table} WHERE {link.owner} = ? ORDER BY position"
        return [dict(row) for row in self.connection.execute(statement, (owner_id,))]

    def last_good_start(self, source: str) -> str | None:
        """When the last good run of `source` started (ISO 8601), None if there was none."""
        statement = "SELECT max(started) FROM runs WHERE source = ? AND verdict = 'good' AND mode <> 'files'"
        started: str | None = self.connection.execute(statement, (source,)).fetchone()[0]
        return started

    def last_whole_run(self, source: str) -> sqlite3.Row | None:
        """The last good full run of `source`; the run that goes on has no verdict yet and is none."""
        statement = (
            "SELECT * FROM runs WHERE source = ? AND mode = 'full' AND verdict = 'good' ORDER BY id DESC LIMIT 1"
        )
        row: sqlite3.Row | None = self.connection.execute(statement, (source,)).fetchone()
        return row

    def ids_on_show(self, table: str, source: str) -> set[str]:
        """Ids of the records of `source` that are neither deleted nor already missed."""
        statement = f"SELECT id FROM {table} WHERE source = ? AND deleted_at IS NULL AND last_seen IS NULL"
        return {row[0] for row in self.connection.execute(statement, (source,))}

    # writing; each of these belongs inside a transaction()

    def insert(self, record: Record, content_hash: str, now: str) -> None:
        row: dict[str, Value] = {
            "id": record.id,
            **record.values,
            "first_seen": now,
            "changed_at": now,
            "content_hash": content_hash,
        }
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        if record.table in SEARCHED:
            columns += ", docid"
            marks += f", (SELECT coalesce(max(docid), 0) + 1 FROM {record.table})"
        self.connection.execute(f"INSERT INTO {record.table} ({columns}) VALUES ({marks})", tuple(row.values()))

    def update(self, table: str, record_id: str, columns: dict[str, Value]) -> None:
        assignments = ", ".join(f"{name} = ?" for name in columns)
        values = (*columns.values(), record_id)
        self.connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", values)

    def replace_links(self, table: str, record_id: str, field: str, rows: LinkRows) -> None:
        link = LINK_TABLES[table][field]
        self.connection.execute(f"DELETE FROM {link.table} WHERE {link.owner} = ?", (record_id,))
        columns = ", ".join((link.owner, *link.columns, "position"))
        marks = ", ".join("?" * (len(link.columns) + 2))
        self.connection.executemany(
            f"INSERT INTO {link.table} ({columns}) VALUES ({marks})",
            [(record_id, *(row[name] for name in link.columns), position) for position, row in enumerate(rows)],
        )

    def add_change(
        self, record: tuple[str, str], field: str, old: Value | LinkRows, new: Value | LinkRows, now: str, run: int
    ) -> None:
        """`record` is table and id."""
        self.connection.execute(
            "INSERT INTO changes (record_table, record_id, field, old, new, seen_at, run) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*record, field, _change_text(old), _change_text(new), now, run),
        )

    def put_source(self, source: Source) -> None:
        """Writes the source as it is configured now."""
        values = (source.key, source.name, source.system, source.url, source.body, source.party, source.council)
        self.connection.execute(
            "INSERT INTO sources (key, name, system, url, body, party, council) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET name = excluded.name, system = excluded.system, url = excluded.url,"
            " body = excluded.body, party = excluded.party, council = excluded.council",
            values,
        )

    def start_run(self, source: str, mode: str, now: str) -> int:
        cursor = self.connection.execute(
            "INSERT INTO runs (source, started, mode) VALUES (?, ?, ?)", (source, now, mode)
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def finish_run(self, run: int, counts: RunCounts, verdict: str, reason: str, now: str) -> None:
        columns = {**vars(counts), "verdict": verdict, "reason": reason, "finished": now}
        self.update("runs", str(run), columns)

    def add_complaint(self, run: int, source: str, row: dict[str, Value]) -> None:
        columns = ", ".join(("run", "source", *row))
        marks = ", ".join("?" * (len(row) + 2))
        self.connection.execute(f"INSERT INTO complaints ({columns}) VALUES ({marks})", (run, source, *row.values()))

    def put_fetch(self, source: str, row: dict[str, Value]) -> None:
        """`row` is what came from one address; the last answer replaces the one before."""
        columns = ", ".join(("source", *row))
        marks = ", ".join("?" * (len(row) + 1))
        self.connection.execute(f"INSERT OR REPLACE INTO fetches ({columns}) VALUES ({marks})", (source, *row.values()))


def _change_text(value: Value | LinkRows) -> Value:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _refuse_what_we_can_not_update(path: Path, database: Database) -> None:
    known = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
    applied = {migration.name for migration in MIGRATIONS.applied(database)}
    tables = set(database.table_names()) - {MIGRATIONS.migrations_table}
    if tables and not applied:
        raise ArchiveError(
            f"{path} is an SQLite file, but no archive of Ratsarchiv (its tables: {', '.join(sorted(tables)[:5])})."
            " Name another file with --db."
        )
    newer = sorted(applied - known)
    if newer:
        raise ArchiveError(
            f"{path} was made by a newer Ratsarchiv (it has the migrations {', '.join(newer)}, which this one does not"
            " know). Update Ratsarchiv (pip install --upgrade ratsarchiv, or git pull), or name another file with --db."
        )


def explained(error: Exception, path: Path) -> ArchiveError:
    """An ArchiveError that says what a person can do about SQLite's `error`."""
    said = str(error)
    if "locked" in said or "busy" in said:
        advice = "Another run is writing to it. Wait until it has finished, or stop it, and start again."
    elif "full" in said:
        advice = "The disk is full. Make room and start again; nothing half-written was left behind."
    elif "not a database" in said or "malformed" in said:
        advice = "The file is damaged or something else. Restore it from a copy, or name another file with --db."
    elif "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        advice = "Check that the folder exists and that you may write there."
    else:
        advice = "Nothing half-written was left behind. Please report this."
    return ArchiveError(f"{path}: {said}. {advice}")
