"""The German words for tables and columns, read from metadata.yml, where they are written once."""

from typing import Any

from publish.wording import explanation_of, heading_of

ARCHIVE = "archive"
"""The archive's name on the site, whatever the file is called: metadata.yml and all addresses use it."""
PLUGIN = "ratsarchiv"
"""Our key under `plugins:` in metadata.yml."""


class Labels:
    """Looks words up in the metadata of one Datasette instance."""

    def __init__(self, datasette: Any) -> None:
        self._datasette = datasette
        database = (datasette.metadata("databases") or {}).get(ARCHIVE) or {}
        self._tables: dict[str, dict[str, Any]] = database.get("tables") or {}

    @property
    def bookkeeping(self) -> frozenset[str]:
        """Columns that say how the archive came by a record, not what it is."""
        return frozenset((self._datasette.plugin_config(PLUGIN) or {}).get("bookkeeping", ()))

    @property
    def documented(self) -> tuple[str, ...]:
        """All tables and views of the archive in the order of metadata.yml."""
        return tuple(name for name, table in self._tables.items() if not table.get("hidden"))

    def title(self, table: str) -> str:
        return str(self._tables.get(table, {}).get("title", table))

    def description(self, table: str) -> str:
        return str(self._tables.get(table, {}).get("description", ""))

    def heading(self, table: str, column: str) -> str:
        return heading_of(self._description(table, column), column)

    def explanation(self, table: str, column: str) -> str:
        return explanation_of(self._description(table, column))

    def columns(self, table: str) -> tuple[str, ...]:
        """The described columns of `table`, those of its page first."""
        described = self._tables.get(table, {}).get("columns") or {}
        return tuple(dict.fromkeys((*self.first_columns(table), *described)))

    def first_columns(self, table: str) -> tuple[str, ...]:
        """The columns that the page of `table` shows at first; empty: all."""
        plugins = self._tables.get(table, {}).get("plugins") or {}
        return tuple((plugins.get(PLUGIN) or {}).get("columns", ()))

    def label_column(self, table: str) -> str | None:
        """The column whose value stands for the whole record."""
        found = self._tables.get(table, {}).get("label_column")
        return str(found) if found else None

    def _description(self, table: str, column: str) -> str | None:
        columns = self._tables.get(table, {}).get("columns") or {}
        found = columns.get(column)
        return str(found) if found else None
