"""The menu, which stands on every page of a site: which calendar it has, and which lists of committees."""

from scraper.pages.allris3.addresses import canonical, kind_of, number_in, script_of
from scraper.pages.allris3.document import Page
from scraper.pages.council.page import absolute

LISTS = ("pa010", "pa021", "au010", "fr010")
PEOPLE, EVERYBODY = "kp041", "showAll=true"
"""The list of people, and what it is asked with for former ones."""


def calendar_in(body: bytes, url: str) -> str | None:
    """The address of the calendar of all councils that a page's menu links, without month."""
    for address in _links(body, url):
        if script_of(address) == "si010" and not number_in(address, "council"):
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
    """All links to the site; where the page's own folder has some that we know, those to that folder only: around it
    the town's site may link an older installation of ALLRIS."""
    page = Page(body, url, "menu")
    links = [link for address, _ in page.links() if (link := absolute(url, address))]
    own = _below(absolute(url, "."), links)
    return own if any(kind_of(link) for link in own) else _below(absolute(url, "/"), links)


def _below(folder: str | None, links: list[str]) -> list[str]:
    """Links into a folder, be it by http or https."""
    place = (folder or "").partition(":")[2]
    return [link for link in links if place and link.partition(":")[2].startswith(place)]
