"""One value of a table as HTML: dates and codes in German, records and addresses as links.

Everything in the archive was written by strangers. Whatever leaves here is either plain text, which the templates
escape, or Markup made with ``Markup.format``, which escapes what is put in.
"""

from typing import Any
from urllib.parse import urlsplit

from datasette.utils import tilde_encode
from markupsafe import Markup

from publish import german, wording
from publish.labels import ARCHIVE, Labels

DATES = frozenset(
    {
        "start", "end", "date", "published", "modified", "created", "start_date", "end_date", "paper_date",
        "license_valid_since", "oparl_since", "first_seen", "last_seen", "observed_at", "changed_at", "deleted_at",
        "seen_at", "started", "finished", "fetched_at", "read_at",
    }
)  # fmt: skip
LISTS = frozenset({"tags", "keyword", "post", "status", "equivalent", "persons.title"})
"""Columns that hold JSON lists; with their table where another table has plain text under the same name."""
SIZES = frozenset({"size"})
COUNTS = frozenset(
    {
        "member_count", "voting_member_count",
        "yes", "no", "abstain", "biased", "page_count",
        "responses", "items", "inserted", "updated", "unchanged", "deleted", "errors", "warnings",
    }
)  # fmt: skip
ENGLISH = frozenset({"page_kind", "expected", "came", "advice", "problem"})
"""Columns of the complaints and of documents that did not come: written for whoever runs the archive."""
FOREIGN = {
    "source": "sources",
    "council": "sources",
    "run": "runs",
    "system_id": "systems",
    "body_id": "bodies",
    "external_body_id": "bodies",
    "location_id": "locations",
    "organization_id": "organizations",
    "main_organization_id": "organizations",
    "sub_organization_of_id": "organizations",
    "on_behalf_of_id": "organizations",
    "person_id": "persons",
    "meeting_id": "meetings",
    "agenda_item_id": "agenda_items",
    "parent_id": "agenda_items",
    "consultation_id": "consultations",
    "paper_id": "papers",
    "related_paper_id": "papers",
    "file_id": "files",
    "document_id": "documents",
    "decision_id": "decisions",
    "invitation_id": "files",
    "results_protocol_id": "files",
    "verbatim_protocol_id": "files",
    "resolution_file_id": "files",
    "main_file_id": "files",
    "master_file_id": "files",
}
"""The table that a foreign key column points to, the same in every table."""
VIEW_LINKS = {
    "agenda_item": ("agenda_items", "agenda_item_id"),
    "paper": ("papers", "paper_id"),
    "meeting": ("meetings", "meeting_id"),
}
"""Columns of the views that name a record: its table, and the column with its id."""
KEYS = {
    "sources": "key",
    "fetches": "address",
    "documents": "sha256",
    "downloads": "file_id",
    "derived": "meeting_id",
}
"""Primary keys that are not called id."""
NO_LABEL = "ohne Titel"
LONGEST = 240
"""Characters of a link's text in a table."""

LINK = Markup('<a href="{}">{}</a>')
IN_ENGLISH = Markup('<span lang="en">{}</span>')
GONE = Markup(' <span class="mark gone">entfernt</span>')
OUTSIDE_LINK = Markup('<a class="outside" href="{}" rel="noreferrer noopener">{}</a>')


def web_address(value: object) -> str | None:
    """`value` when it is an address that a browser may be sent to: http or https with a host, nothing else.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:  # "http://[" is no address
        return None
    return value.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def outside_link(value: object, text: str | None = None) -> Markup | str:
    """A link that leaves the site, called `text` or after its host; plain text when `value` is no web address."""
    address = web_address(value)
    if address is None:
        return str(value)
    return OUTSIDE_LINK.format(address, text or urlsplit(address).hostname)


def record_path(urls: Any, table: str, key: object) -> str:
    """The address of a record's page."""
    return str(urls.row(ARCHIVE, table, tilde_encode(str(key))))


def record_link(urls: Any, table: str, key: object, text: object) -> Markup:
    label = str(text or "").strip() or NO_LABEL
    return LINK.format(record_path(urls, table, key), shortened(label))


def shortened(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def plain(table: str, column: str, value: object) -> str | None:
    """`value` in German words where its column has some: dates, sizes, lists, yes and no; else None."""
    if isinstance(value, str) and column in DATES:
        return german.short_day(value)
    if isinstance(value, str) and not LISTS.isdisjoint((column, f"{table}.{column}")):
        return ", ".join(german.listed(value))
    if isinstance(value, int) and column in SIZES:
        return german.size(value)
    if isinstance(value, int) and column in COUNTS:
        return german.number(value)
    if isinstance(value, str) and (table, column) == ("runs", "reason"):
        return wording.reason(value)
    word = wording.code_word(column, value)
    return word if word != str(value) else None


def render(urls: Any, labels: Labels, table: str, column: str, value: Any, row: Any) -> Markup | str | None:
    """What a cell of `table` shows; None leaves it to Datasette.

    `value` is a dict with value and label where it is a foreign key that Datasette resolved. `row` is the whole row,
    with keys() and values by name.
    """
    present = set(row.keys())  # not every column, when the reader chose some
    if isinstance(value, dict):
        foreign = FOREIGN.get(column)
        return record_link(urls, foreign, value["value"], _label(labels, foreign, value["label"])) if foreign else None
    if column == labels.label_column(table):
        link = record_link(urls, table, row[KEYS.get(table, "id")], _label(labels, table, value))
        return link + GONE if "deleted_at" in present and row["deleted_at"] else link
    if value in (None, ""):
        return None
    if column == "record_table":
        return labels.title(str(value))
    if column == "record_id" and "record_table" in present:
        return record_link(urls, row["record_table"], value, value)
    if column == "field" and "record_table" in present:
        return labels.heading(row["record_table"], str(value))
    linked, key_column = VIEW_LINKS.get(column, ("", ""))
    if key_column in present and row[key_column]:
        return record_link(urls, linked, row[key_column], value)
    if web_address(value):
        return outside_link(value)
    if column in ENGLISH:
        return IN_ENGLISH.format(value)
    return plain(table, column, value)


def _label(labels: Labels, table: str, label: object) -> object:
    return plain(table, labels.label_column(table) or "", label) or label
