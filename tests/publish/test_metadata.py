"""metadata.yml is where tables and columns are described: completely, and nothing that isn't there."""

import sqlite3
from contextlib import closing
from functools import cache
from typing import Any

import pytest
import yaml

from publish import cells, wording
from publish.serve import METADATA
from tests.support.archive_file import make_tables

INDEX = "_fts"


@cache
def tables() -> dict[str, list[str]]:
    """Tables and views of the migrations with their columns; without the search index's own tables."""
    with closing(sqlite3.connect(":memory:")) as connection:
        make_tables(connection)
        names = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
        return {
            name: [column for _, column, *_ in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
            if INDEX not in name and not name.startswith(("sqlite_", "_"))
        }


@cache
def metadata() -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    return described


def described() -> dict[str, Any]:
    found: dict[str, Any] = metadata()["databases"]["archive"]["tables"]
    return found


def test_every_table_and_view_is_described_and_no_other() -> None:
    assert set(described()) == set(tables())


@pytest.mark.parametrize("table", sorted(tables()))
class TestTable:
    def test_has_title_and_description(self, table: str) -> None:
        assert described()[table]["title"]
        assert described()[table]["description"]

    def test_every_column_is_described_and_no_other(self, table: str) -> None:
        assert set(described()[table]["columns"]) == set(tables()[table])

    def test_column_descriptions_are_heading_and_explanation(self, table: str) -> None:
        for column, text in described()[table]["columns"].items():
            heading, colon, explanation = text.partition(":")
            assert colon, f"{column}: {text}"
            assert 0 < len(heading) <= 40, f"{column}: {heading}"
            assert explanation.strip(), column

    def test_headings_are_told_apart(self, table: str) -> None:
        headings = [text.partition(":")[0] for text in described()[table]["columns"].values()]
        assert sorted(headings) == sorted(set(headings))

    def test_settings_name_columns_that_are_there(self, table: str) -> None:
        settings = described()[table]
        named = {
            *settings.get("facets", ()),
            *(settings[key] for key in ("label_column", "sort", "sort_desc", "fts_pk") if key in settings),
            *settings.get("plugins", {}).get("ratsarchiv", {}).get("columns", ()),
        }
        assert named <= set(tables()[table])


def test_facets_and_orders_are_indexed() -> None:
    """On a million rows anything else takes seconds."""
    with closing(sqlite3.connect(":memory:")) as connection:
        make_tables(connection)
        for table, settings in described().items():
            indexed = {"id"} | {
                connection.execute(f"PRAGMA index_info({name})").fetchone()[2]
                for _, name, *_ in connection.execute(f"PRAGMA index_list({table})")
            }
            small = table in {"legislative_terms", "sources", "runs"}
            ordered = {settings[key] for key in ("sort", "sort_desc") if key in settings}
            assert small or ordered | set(settings.get("facets", ())) <= indexed, table


def test_searched_tables_name_their_index() -> None:
    searched = {name: table["fts_table"] for name, table in described().items() if "fts_table" in table}
    assert searched == {name: f"{name}{INDEX}" for name in ("papers", "agenda_items", "press_releases")}


def test_bookkeeping_columns_exist() -> None:
    everywhere = {column for columns in tables().values() for column in columns}
    assert set(metadata()["plugins"]["ratsarchiv"]["bookkeeping"]) <= everywhere


def test_our_word_lists_name_columns_that_exist() -> None:
    everywhere = {column for columns in tables().values() for column in columns}
    qualified = {f"{table}.{column}" for table, columns in tables().items() for column in columns}
    named = {
        *cells.DATES,
        *cells.LISTS,
        *cells.SIZES,
        *cells.COUNTS,
        *cells.VIEW_LINKS,
        *wording.CODES,
        *wording.YES_NO,
    }
    assert named <= everywhere | qualified


def test_foreign_keys_are_known() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        make_tables(connection)
        found = {
            (key[3], key[2]) for table in tables() for key in connection.execute(f"PRAGMA foreign_key_list({table})")
        }
    assert found == set(cells.FOREIGN.items())


def test_primary_keys_are_known() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        make_tables(connection)
        keys = {
            table: [column[1] for column in connection.execute(f"PRAGMA table_info({table})") if column[5]]
            for table in tables()
        }
    labelled = {table for table, settings in described().items() if "label_column" in settings}
    assert {table: keys[table] for table in labelled} == {table: [cells.KEYS.get(table, "id")] for table in labelled}
