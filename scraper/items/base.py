"""What every item has, and the kinds of fields that items are made of."""

from dataclasses import dataclass, field
from typing import Any, ClassVar


def ref(type_name: str) -> Any:
    """A field with the vendor_id of one item of that Item.type_name; its column is called ``<field>_id``."""
    return field(default=None, metadata={"ref": type_name})


def day() -> Any:
    """A field with a date: the source's text first, an ISO day, month or year after normalising."""
    return field(default=None, metadata={"date": "day"})


def moment() -> Any:
    """A field with a point in time: the source's text first, ISO 8601 with offset after normalising."""
    return field(default=None, metadata={"date": "moment"})


@dataclass(kw_only=True)
class Link:
    """A row of a link table: what the item that holds it is tied to. Its place in the list is its position."""

    table: ClassVar[str]


@dataclass(kw_only=True)
class Item:
    """What every record has. `vendor_id` is the name the source itself gives it: an OParl address, a number."""

    type_name: ClassVar[str]
    """Singular, as in our ids: ``agenda-item``."""
    table: ClassVar[str]

    vendor_id: str
    source_url: str | None = None
    """Where a person can look at it."""
    response_url: str | None = None
    """The address whose answer it was read from; the key of `fetches`."""
    deleted: bool = False
    """The source says that it took the record down. All other fields may then be empty, and keep their last value."""
    created: str | None = moment()
    modified: str | None = moment()
    date_context: str | None = None
    other: dict[str, Any] = field(default_factory=dict)
