"""From the page functions of a system to its READERS."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from scraper.items import Meeting
from scraper.pages.council.moments import without_cancellation
from scraper.pages.council.page import Page
from scraper.pages.reading import Reader, Reading

AnyPage = TypeVar("AnyPage", bound=Page)


def readers(page_class: type[AnyPage], by_kind: Mapping[str, Callable[[AnyPage], None]]) -> dict[str, Reader]:
    """Readers by kind of page. A page function writes what it reads to the page that it is given."""
    return {kind: _reader(page_class, kind, read) for kind, read in by_kind.items()}


def _reader(page_class: type[AnyPage], kind: str, read: Callable[[AnyPage], None]) -> Reader:
    def reader(body: bytes, url: str) -> Reading:
        page = page_class(body, url, kind)
        read(page)
        for item in page.reading.items:
            if isinstance(item, Meeting) and item.name and item.cancelled:
                item.name = without_cancellation(item.name) or item.name
        if page.is_cut_off:
            page.complain(
                "a whole page", "one that breaks off before its end", "The next run asks again for what is missing."
            )
        return page.reading

    return reader
