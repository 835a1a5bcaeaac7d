"""Addresses of SD.NET RIM: which page one is, and how to build the few that carry no token.

A page of one thing is asked for with a token (`/tops/?__=UGhVM0hpd2NX…`), which says nothing and changes. So nothing is
named after an address here, and a page of one thing is found by links only.
"""

import re
from urllib.parse import urlsplit

PAGE = re.compile(
    r"/(?P<name>termine|tops|vorgang|vorlagen|gremien|fraktionen|personen)(?P<ics>/ics(?:/[^/]*)?)?(?P<slash>/?)$",
    re.IGNORECASE,
)
"""https://ris.wesel.de/tops/, https://rim.ekom21.de/lampertheim/termine"""
KINDS = {"termine": "calendar", "tops": "agenda", "vorgang": "paper", "vorlagen": "papers"}
ONE_OR_ALL = {"gremien": "organization", "fraktionen": "organization", "personen": "person"}
"""What these show with a token; without one they are lists."""
ENTRANCE = re.compile(r"/(?:startseite|recherche|[^/]+\.\w+)?/?$", re.IGNORECASE)
"""Other pages in a site's folder: https://rim.example.org/startseite, …/index.php"""
TOKEN = re.compile(r"[?&;]__=[\w%=-]+")
"""?__=UGhVM0hpd2NXNFdFcExjZYWuCQwzOiw2bkwmCBDEezw"""
WHOLE_CALENDAR = "termine/ics/SD.NET_RIM.ics"
LISTS = ("gremien", "fraktionen")
"""Persons stand on the pages of their committees and groups, so their list is not asked for."""


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose page is not read.

    >>> kind_of("https://ris.example.org/gremien/?__=UGhVM0hp")
    'organization'
    """
    found = PAGE.search(_path_of(url))
    if not found:
        return None
    name = found["name"].lower()
    if found["ics"]:
        return "calendar" if name in ("termine", "tops") else None
    if name in KINDS:
        return KINDS[name]
    # pages of one thing end with a slash before the token, further pages of a list do not
    one = TOKEN.search(url) and found["slash"]
    return ONE_OR_ALL[name] if one else "organizations" if name != "personen" else None


def site_of(url: str) -> str:
    """The folder that a site's pages stand in, from any address of the site.

    >>> site_of("https://rim.example.org/stadt/termine?__=UGhVM0hp")
    'https://rim.example.org/stadt/'
    """
    parts = urlsplit(url)
    folder = ENTRANCE.sub("/", PAGE.sub("/", parts.path))
    return f"{parts.scheme}://{parts.netloc}{folder}{'' if folder.endswith('/') else '/'}"


def calendar_url(root: str, year: int, month: int) -> str:
    """The whole calendar, whichever month is asked for: about two years back, and all that is planned."""
    return site_of(root) + WHOLE_CALENDAR


def calendar_page_url(root: str) -> str:
    """The calendar as a page."""
    return site_of(root) + "termine"


def papers_url(root: str) -> str:
    """The list of papers, the newest first: the way to sittings that are older than the calendar."""
    return site_of(root) + "vorlagen"


def organizations_urls(root: str) -> list[str]:
    return [site_of(root) + name for name in LISTS]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    """None: only the token of a link leads to a sitting."""
    return []


def _path_of(address: str) -> str:
    return address.partition("?")[0].partition("#")[0].partition(";")[0]
