"""Addresses of SessionNet 6: everything is read from api/v1/ in the folder of the app."""

import calendar
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

API = "api/v1/"
ROUTE = re.compile(
    r"(?:api/v1/.*|startseite|kalender|gremien(?:/\d+)?|personen(?:/\d+)?|sitzungen(?:/\d+)?|dokumente|suche)/?$",
    re.IGNORECASE,
)
"""What an address of the app has behind its folder: …/buergerportal/sitzungen/1127"""
KINDS = {
    re.compile(r"/api/v1/sitzungen/?$"): "calendar",
    re.compile(r"/api/v1/sitzungen/\d+/tagesordnung/?$"): "agenda",
    re.compile(r"/api/v1/sitzungen/\d+/tagesordnung/dokumente/?$"): "documents",
    re.compile(r"/api/v1/gremien/?$"): "organizations",
}
"""By the end of the path."""
MEETING = re.compile(r"/sitzungen/(?P<number>\d{1,18})(?!\d)")


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose answer is not read."""
    path = _path_of(url)
    return next((kind for shape, kind in KINDS.items() if shape.search(path)), None)


def meeting_in(url: str) -> str | None:
    """The number of the sitting that an address is about; None if there is none."""
    found = MEETING.search(_path_of(url))
    return found["number"] if found else None


def folder_of(url: str) -> str:
    """The folder of the app, seen from any of its addresses.

    >>> folder_of("https://rats.example.org/buergerportal/sitzungen/7")
    'https://rats.example.org/buergerportal/'
    """
    parts = urlsplit(url)
    path = ROUTE.sub("", parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path[: path.rfind("/") + 1] or "/", "", ""))


def calendar_url(root: str, year: int, month: int) -> str:
    last = calendar.monthrange(year, month)[1]
    return f"{folder_of(root)}{API}sitzungen?von={year}-{month:02}-01&bis={year}-{month:02}-{last:02}"


def organizations_urls(root: str) -> list[str]:
    return [f"{folder_of(root)}{API}gremien"]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    return [f"{folder_of(root)}{API}sitzungen/{meeting_id}/tagesordnung"]


def meeting_url(url: str, number: str) -> str:
    """Where people look at the sitting, seen from any address of the app."""
    return f"{folder_of(url)}sitzungen/{number}"


def agenda_url(url: str, number: str) -> str:
    return agenda_urls(url, number)[0]


def documents_url(url: str, number: str) -> str:
    """Where the documents of a sitting's items are listed."""
    return f"{agenda_url(url, number)}/dokumente"


def file_url(url: str, told: str) -> str:
    """A document's address; `told` begins at the host: /buergerportal/api/v1/dokumente/3135/datei"""
    return urljoin(url, told)


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:  # a bracket where a host should be
        return ""
