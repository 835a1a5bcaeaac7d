"""A page of an OParl list -> its entries and where the list goes on."""

from dataclasses import dataclass
from typing import Any

from scraper.pages.oparl.values import Unreadable, as_list, is_blank, number, text


@dataclass(frozen=True)
class ListPage:
    entries: tuple[Any, ...]
    """Objects, or the addresses of objects, as the page holds them."""
    next: str | None = None
    previous: str | None = None
    last: str | None = None
    ends: bool = False
    """It has links, but none to a next page."""
    total: int | None = None
    """Objects in the whole list, as the server counts them."""
    total_pages: int | None = None
    current: int | None = None
    """The number of this page, as the server counts them."""


def read_list(value: Any) -> ListPage | None:
    """`value` is what the answer holds as JSON. None: it is no list, and no object that could be a list's only one.

    A plain array is a list without pages; an object with an id where a list was due is the list's only entry (Krefeld
    answers so for its only body).
    """
    if isinstance(value, list):
        return ListPage(tuple(value))
    if not isinstance(value, dict):
        return None
    if "data" not in value:
        return ListPage((value,)) if "id" in value else None
    links = value.get("links")
    links = links if isinstance(links, dict) else {}
    pagination = value.get("pagination")
    pagination = pagination if isinstance(pagination, dict) else {}
    total, total_pages, per_page, current = (
        _count(pagination.get(name)) for name in ("totalElements", "totalPages", "elementsPerPage", "currentPage")
    )
    if total_pages is None and total is not None and per_page:
        total_pages = -(-total // per_page)
    return ListPage(
        entries=tuple(one for one in as_list(value["data"]) if not is_blank(one)),
        next=_link(links.get("next")),
        previous=_link(links.get("prev")),
        last=_link(links.get("last")),
        ends=not is_blank(list(links.values())) and is_blank(links.get("next")),
        total=total,
        total_pages=total_pages,
        current=current,
    )


def _count(value: Any) -> int | None:
    read = number(value)
    return None if isinstance(read, Unreadable) or read is None or read < 0 else read


def _link(value: Any) -> str | None:
    read = text(value)
    return None if isinstance(read, Unreadable) else read
