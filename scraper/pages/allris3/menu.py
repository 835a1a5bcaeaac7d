"""The menu, which stands on every page of a site: which calendar it has, and which lists of committees."""

from scraper.pages.allris3.addresses import canonical, number_in, script_of
from scraper.pages.allris3.document import Page
from scraper.pages.council.page import absolute

LISTS = ("pa010", "pa021", "au010", "fr010")
PEOPLE, EVERYBODY = "kp041", "showAll=true"
"""The list of people, and what it is asked with for former ones."""


def calendar_in(body: bytes, url: str) -> str | None:
    """The address of the calendar that a page's menu links, without month."""
    for address in _links(body, url):
        if script_of(address) == "si010":
            return address.partition("?")[0]
    return None


def papers_in(body: bytes, url: str) -> str | None:
    """The address of the list of papers, if the site has one."""
    return next((address.partition("?")[0] for address in _links(body, url) if script_of(address) == "vo040"), None)


def councils_in(body: bytes, url: str) -> list[str]:
    """The calendars of single councils that a page offers to choose from, without month."""
    found: dict[str, None] = {}
    for address in _links(body, url):
        if script_of(address) == "si010" and number_in(address, "council"):
            found.setdefault(canonical(address, "council"))
    return list(found)


def lists_in(body: bytes, url: str) -> list[str]:
    """The lists of organs and people that a page's menu links, each once.

    A menu may have several lists of committees, cut by their kind.
    """
    lists: dict[str, None] = {}
    for address in _links(body, url):
        if script_of(address) in LISTS and "SORT=" not in address:
            lists.setdefault(address.partition("#")[0])
        elif script_of(address) == PEOPLE:
            lists.setdefault(f"{address.partition('?')[0]}?{EVERYBODY}")
    return list(lists)


def _links(body: bytes, url: str) -> list[str]:
    page = Page(body, url, "menu")
    links = [absolute(url, address) for address, _ in page.links()]
    site = absolute(url, "/")
    return [link for link in links if link and site and link.startswith(site)]
