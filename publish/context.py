"""What the templates know: on every page the words of metadata.yml, on some the archive's own data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from datasette.utils import escape_sqlite, path_with_removed_args, urlsafe_components
from markupsafe import Markup

from publish import cells, wording
from publish.home import read_home
from publish.labels import ARCHIVE, Labels
from publish.records import read_record
from publish.tables import arranged, columns_to_show

STYLE = Path(__file__).parent / "static" / "ratsarchiv.css"
NAVIGATION = ("meetings", "decisions_in_words", "papers", "press_releases")
"""Tables that every page's head links to."""
PAGING = {"_next", "_size", "_facet", "_facet_array", "_facet_date", "_spalten", "_dl", "_stream", "_labels"}
"""Arguments of a table's page that do not change which rows it is about."""

LONGEST_ADDRESS = 160
"""Characters of an address that a record's page shows."""


@dataclass(frozen=True)
class Field:
    """One column of a record's page."""

    column: str
    heading: str
    explanation: str
    html: Markup | str


async def page_context(
    datasette: Any, template: str, database: str | None, table: str | None, request: Any
) -> dict[str, Any]:
    """The variables of the page that `template` makes, beyond Datasette's own."""
    labels = Labels(datasette)
    context: dict[str, Any] = {
        "labels": labels,
        "site_title": datasette.metadata("title") or "Ratsarchiv",
        "site_description": datasette.metadata("description") or "",
        "site_metadata": datasette.metadata(),
        "archive": ARCHIVE if ARCHIVE in datasette.databases else None,
        "navigation": NAVIGATION,
        "style": datasette.urls.path(f"/-/ratsarchiv/{STYLE.name}?{_style_version()}"),
        "record_path": partial(cells.record_path, datasette.urls),
        "record_link": partial(cells.record_link, datasette.urls),
    }
    if template == "index.html" and ARCHIVE in datasette.databases:
        context["home"] = await datasette.databases[ARCHIVE].execute_fn(read_home)
    if database == ARCHIVE and table is not None and template.startswith("row"):
        context |= await _record(datasette, labels, table, request)
    if table is not None and template.startswith("table"):
        context |= _table(labels, table, request)
    return context


def _table(labels: Labels, table: str, request: Any) -> dict[str, Any]:
    def arrange(columns: list[dict[str, Any]], rows: Iterable[Any]) -> dict[str, Any]:
        shown = columns_to_show(labels, table, (column["name"] for column in columns), request.args)
        return arranged(columns, rows, shown)

    def described(selections: Any, search: str | None, sort: str | None, sort_desc: str | None) -> str:
        heading = partial(labels.heading, table)
        # Datasette names the primary key as order where there is none
        ordered = sort if "_sort" in request.args else None
        return wording.describe(selections, heading, search or "", ordered, sort_desc)

    selection = path_with_removed_args(request, PAGING)
    query = selection.partition("?")[2]
    return {
        "arrange": arrange,
        "described": described,
        "selection": query,
        "is_filtered": any(not part.startswith(("_sort=", "_sort_desc=")) for part in query.split("&") if part),
    }


async def _record(datasette: Any, labels: Labels, table: str, request: Any) -> dict[str, Any]:
    """Fields and related rows of the record whose page is asked for; nothing for keys of several columns."""
    archive = datasette.databases[ARCHIVE]
    keys = await archive.primary_keys(table) or ["rowid"]
    key = urlsafe_components(request.url_vars["pks"])
    if len(keys) != 1 or len(key) != 1:
        return {}
    select = f"SELECT * FROM {escape_sqlite(table)} WHERE {escape_sqlite(keys[0])} = ?"
    row = (await archive.execute(select, key)).first()
    related = await archive.execute_fn(lambda connection: read_record(connection, table, key[0]))
    values = dict(row)
    for foreign_key in await archive.foreign_keys_for_table(table):
        column = foreign_key["column"]
        if values[column] is not None:
            found = await datasette.expand_foreign_keys(ARCHIVE, table, column, [values[column]])
            if (column, values[column]) in found:
                values[column] = {"value": row[column], "label": found[column, row[column]]}
    label_column = labels.label_column(table)
    fields = [
        Field(
            column,
            labels.heading(table, column),
            labels.explanation(table, column),
            _shown(datasette.urls, labels, table, column, value, row, is_label=column == label_column),
        )
        for column, value in values.items()
        if value not in (None, "", "[]", "{}")
    ]
    name = row[label_column] if label_column else None
    return {
        "record": row,
        "is_stub": bool(label_column and not name and values.get("deleted_at")),
        "related": related,
        "record_name": cells.plain(table, label_column or "", name) or name or ", ".join(key),
        "facts": [field for field in fields if field.column not in labels.bookkeeping],
        "bookkeeping": [field for field in fields if field.column in labels.bookkeeping],
    }


def _shown(urls: Any, labels: Labels, table: str, column: str, value: Any, row: Any, *, is_label: bool) -> Markup | str:
    if cells.web_address(value):  # in full: there is room, and some ids are addresses
        return cells.outside_link(value, cells.shortened(value, LONGEST_ADDRESS))
    if is_label:  # no link to the page one is on
        return cells.plain(table, column, value) or str(value)
    found = cells.render(urls, labels, table, column, value, row)
    return str(value) if found is None else found


@cache
def _style_version() -> str:
    """Changes with the style sheet, so that browsers do not keep an old one."""
    return sha256(STYLE.read_bytes()).hexdigest()[:8]
