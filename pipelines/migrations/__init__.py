"""The history of the tables: each .sql file of this folder is one step, applied once, in the order of their names.

A step that has been released is never edited; a change of the tables is a new file.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("ratsarchiv")


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, a trigger with its body as one.

    (sqlite3's executescript would commit before it starts, and a step that fails would leave half a step behind.)
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _register(path: Path) -> None:
    @MIGRATIONS(name=path.stem)
    def step(database: Database) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            database.execute(statement)


for _path in sorted(Path(__file__).parent.glob("*.sql")):
    _register(_path)
