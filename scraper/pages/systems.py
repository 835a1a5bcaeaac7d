"""The council systems with readers for their pages, and what each of them says about itself."""

from collections.abc import Mapping
from typing import Protocol

from scraper.pages import allris3, allris4, rubin, sdnet, sessionnet, sessionnet6
from scraper.pages.reading import Reader


class Pages(Protocol):
    """What a package of scraper/pages says about its system's pages."""

    @property
    def READERS(self) -> Mapping[str, Reader]:  # noqa: N802 - a constant of the module
        """By kind of page: calendar, agenda, paper, organizations, organization, person."""

    def kind_of(self, url: str) -> str | None:
        """The kind of page at an address, as in READERS."""

    def calendar_url(self, root: str, year: int, month: int) -> str:
        """The address of a month's calendar."""

    def organizations_urls(self, root: str) -> list[str]:
        """The addresses of the lists of committees and groups."""

    def agenda_urls(self, root: str, meeting_id: str) -> list[str]:
        """The addresses at which a meeting's agenda may answer, the likeliest first."""


COUNCIL_PAGES: dict[str, Pages] = {
    "sessionnet": sessionnet,
    "sessionnet6": sessionnet6,
    "allris3": allris3,
    "allris4": allris4,
    "sdnet": sdnet,
    "rubin": rubin,
}
"""By system, as in sources.yml."""
