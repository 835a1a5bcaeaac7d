"""Record: an item in the shape of the archive's tables, ready to be compared and written."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from pipelines.visits import lasting
from scraper.items import ITEM_TYPES, LINK_FIELDS, Complaint, Item, Link

Value = str | int | float | None
"""What a cell of the archive holds."""
LinkRows = list[dict[str, Value]]

NOT_COLUMNS = frozenset({"deleted", "date_context"})
BOOKKEEPING = frozenset({"response_url", "observed_at"})
"""Columns that say how a record was seen, not what it is: their change is no change of the record."""


def server_times(table: str) -> frozenset[str]:
    """The columns in which a council's server says when it touched the record.

    Some servers give the time of asking: alone these are no change, with something else they are recorded like it.
    A press release's `modified` is what its readers see.
    """
    return frozenset() if table == "press_releases" else frozenset({"created", "modified"})


@dataclass(kw_only=True)
class Record:
    """One row of `table` with the rows of its link tables.

    `values` holds every column that comes from the source. `links` maps a link field of the item ("files") to its
    rows, without the owner's id and position. `deleted_at` is ISO 8601 when the source says that it took the record
    down.
    """

    table: str
    id: str
    values: dict[str, Value]
    links: dict[str, LinkRows]
    deleted: bool = False
    deleted_at: str | None = None
    complaints: list[Complaint] = field(default_factory=list)

    def content(self) -> dict[str, Value | LinkRows]:
        """What the source says about the record: columns and links under one roof, bookkeeping left out."""
        columns = {name: value for name, value in self.values.items() if name not in BOOKKEEPING}
        return {**columns, **self.links}


@dataclass(frozen=True)
class LinkTable:
    """Where the Link rows of one field of one item type live."""

    table: str
    owner: str
    columns: tuple[str, ...]


def column(dataclass_field: Any) -> str:
    """The column of an item's or link's field."""
    name: str = dataclass_field.name
    return f"{name}_id" if "ref" in dataclass_field.metadata else name


def _link_table(item_type: type[Item], link_type: type[Link]) -> LinkTable:
    owner = item_type.type_name.replace("-", "_") + "_id"
    return LinkTable(link_type.table, owner, tuple(column(f) for f in fields(link_type)))


LINK_TABLES: dict[str, dict[str, LinkTable]] = {
    item_type.table: {name: _link_table(item_type, link) for name, link in LINK_FIELDS[item_type].items()}
    for item_type in ITEM_TYPES
}
"""Per record table, per link field."""


def content_hash(table: str, content: dict[str, Value | LinkRows]) -> str:
    """SHA-256 of a record's content without its server_times() and visits' tokens. Empty says the same as absent."""
    left_out = server_times(table)
    kept = {name: value for name, value in content.items() if name not in left_out and value not in (None, [])}
    said = {name: lasting(name, value) for name, value in kept.items()}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def complaint_row(complaint: Complaint, kept_as: str | None = None) -> dict[str, Value]:
    """The row of `complaints` for `complaint`, without its run and source; `kept_as` is where its body was put."""
    row: dict[str, Value] = asdict(complaint)
    del row["body"]
    return {**row, "kept_as": kept_as}


OF_THE_ARCHIVE = frozenset(
    {"id", "first_seen", "last_seen", "changed_at", "deleted_at", "deleted_reason", "content_hash", "docid"}
)
"""Columns that the archive itself fills."""


def stored_content(row: dict[str, Value], links: dict[str, LinkRows]) -> dict[str, Value | LinkRows]:
    """The content of a stored row, comparable with Record.content()."""
    not_content = OF_THE_ARCHIVE | BOOKKEEPING
    return {**{name: value for name, value in row.items() if name not in not_content}, **links}
