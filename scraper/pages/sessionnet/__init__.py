"""Readers of SessionNet (Somacos), versions 4 and 5, all layouts: one for each kind of page.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from collections.abc import Callable

from scraper.pages.reading import Reader, Reading
from scraper.pages.sessionnet.addresses import agenda_urls, calendar_url, kind_of, organizations_url
from scraper.pages.sessionnet.agenda import read_agenda
from scraper.pages.sessionnet.calendar import read_calendar
from scraper.pages.sessionnet.consultations import read_consultations
from scraper.pages.sessionnet.document import Page
from scraper.pages.sessionnet.organization import read_organization
from scraper.pages.sessionnet.organizations import read_organizations
from scraper.pages.sessionnet.paper import read_paper
from scraper.pages.sessionnet.person import read_person

__all__ = ["READERS", "agenda_urls", "calendar_url", "kind_of", "organizations_url"]


def _reader(kind: str, read: Callable[[Page], None]) -> Reader:
    def reader(body: bytes, url: str) -> Reading:
        page = Page(body, url, kind)
        read(page)
        if page.is_cut_off:
            page.complain(
                "a whole page", "one that breaks off before its end", "The next run asks again for what is missing."
            )
        return page.reading

    return reader


READERS: dict[str, Reader] = {
    kind: _reader(kind, read)
    for kind, read in (
        ("calendar", read_calendar),
        ("agenda", read_agenda),
        ("paper", read_paper),
        ("consultations", read_consultations),
        ("organizations", read_organizations),
        ("organization", read_organization),
        ("person", read_person),
    )
}
"""By kind of page, as kind_of tells it."""
