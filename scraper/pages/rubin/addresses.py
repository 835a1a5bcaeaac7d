"""Addresses of more! rubin: which page one is, which sitting it shows, and how to build those we ask for.

A site answers in one of three ways, and its first page does not tell which:

- api.php, which the newer interface (gremien.info) reads everything from;
- webservice-mobile/webservice.php, the same calendar for mobile phones, beside PHP pages that carry a sitting's data;
- PHP pages alone: sitzungskalender.php, and meeting.php or the older sitzungen_top.php.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

WITH_MINUTES = "ni_"
"""What the number of a sitting begins with once there are minutes: ni_2026-STR-240, before that 2026-STR-240."""
API = "api.php"
SERVICE = "webservice-mobile/webservice.php"
CALENDAR = "sitzungskalender.php"
ENTRIES = (API, SERVICE, CALENDAR)
"""Where a site's calendar may answer, the fullest first."""
DATA_SCRIPTS = {"api.php", "webservice.php"}
KINDS = {
    "sitzungskalender.php": "calendar",
    "calendar.php": "calendar",
    "meeting.php": "agenda",
    "meeting": "agenda",
    "sitzungen_top.php": "agenda",
}
"""By script."""
KINDS_OF_DATA = {"calendar": "calendar", "meetings": "agenda", "organizations": "bodies"}
"""By what is asked of api.php: ?id=meetings&action=get&meeting_id=2026-STR-240"""
NUMBER_PARAMETERS = ("meeting_id", "sid", "id")
"""meeting.php?id=2026-STR-240, sitzungen_top.php?sid=ni_2021-03-150"""
FOR_VISITORS = {"json": "true", "system": "ris", "platform": "ris"}
"""What the service for mobile phones wants to be told before it answers somebody who has not logged in."""
TOWN_PARAMETERS = ("body_id", "koerperschaft")
"""Which town of several on one site: api.php?body_id=OG003, sitzungskalender.php?koerperschaft=OG003"""
MEETING_PAGE = re.compile(r"/(meeting(?:\.php)?|sitzungen_top\.php)(?:;[^/]*)?$", re.IGNORECASE)
"""https://rats.example.org//meeting.php;jsessionid=… : host and path before it may be wrong."""


def script_of(url: str) -> str:
    """The last part of the path: "meeting.php"; "" for a folder or what is no address."""
    try:
        return urlsplit(url).path.rpartition("/")[2].partition(";")[0].lower()
    except ValueError:
        return ""


def query_of(url: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(urlsplit(url).query))
    except ValueError:
        return {}


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose page is not read."""
    script = script_of(url)
    if script in DATA_SCRIPTS:
        return KINDS_OF_DATA.get(query_of(url).get("id", ""))
    return KINDS.get(script)


def lasting(number: str) -> str:
    """The name of a sitting over time: its number before there were minutes.

    >>> lasting("ni_2026-STR-240")
    '2026-STR-240'
    """
    return number.strip().removeprefix(WITH_MINUTES)


def number_in(url: str) -> str | None:
    """The number of the sitting that an address shows, as it stands there; None if there is none."""
    query = query_of(url)
    names = NUMBER_PARAMETERS[:1] if script_of(url) in DATA_SCRIPTS else NUMBER_PARAMETERS
    return next((number for name in names if (number := query.get(name, "").strip())), None)


def folder_of(root: str) -> str:
    """The site's folder, seen from any of its pages."""
    folder = urljoin(root, ".")
    return folder.removesuffix("webservice-mobile/")


def entries(root: str) -> list[str]:
    """Where the calendar of the site may answer; the one that `root` itself names comes first."""
    found = [urljoin(folder_of(root), entry) for entry in ENTRIES]
    named = script_of(root)
    found.sort(key=lambda entry: script_of(entry) != named)
    query = urlsplit(root).query
    return [f"{entry}?{query}" if query else entry for entry in found]


def calendar_url(root: str, year: int, month: int) -> str:
    """`root`: one of entries(); any other page of the site is taken as one that has api.php."""
    asked = f"{year}-{month:02}"
    town = next((town for name in TOWN_PARAMETERS if (town := query_of(root).get(name))), None)
    if script_of(root) == CALENDAR:
        query = {"skc_zeitraum": "1", "skc_ansicht": "k", "d_von": asked, "d_bis": asked, "koerperschaft": town or ""}
        return f"{urljoin(folder_of(root), CALENDAR)}?{urlencode(query)}"
    query = {"id": "calendar", "action": "get", "from": asked, "to": asked, "view": "list"}
    if town:
        query["body_id"] = town
    return _data_url(root, query)


def organizations_urls(root: str) -> list[str]:
    """The towns that share the site. Committees have no list of their own: their sittings tell of them."""
    return [] if script_of(root) == CALENDAR else [_data_url(root, {"id": "organizations", "action": "bodies"})]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    """None but the one that the calendar leads to: it alone knows the number that a sitting has today."""
    return []


def agenda_url(calendar: str, number: str, told: str | None) -> str:
    """Where the agenda of sitting `number` answers, seen from the calendar at that address.

    `told` is the address that the calendar gives.
    """
    if script_of(calendar) == API:
        query = {"id": "meetings", "action": "get", "meeting_id": number, "with_agenda_item_documents": "true"}
        return _data_url(calendar, query)
    return page_url(calendar, number, told)


def page_url(root: str, number: str, told: str | None) -> str:
    """Where people look at the sitting. Of the address that the data has told, only the script counts.

    Host and path are wrong on some sites: http:///rats.example.org/meeting?id=2027-GR-31
    """
    found = MEETING_PAGE.search((told or "").partition("?")[0])
    script = found[1].lower() if found else "meeting.php"
    name = "sid" if script == "sitzungen_top.php" else "id"
    return f"{urljoin(folder_of(root), script)}?{name}={quote(number, safe='')}"


def _data_url(root: str, query: dict[str, str]) -> str:
    if script_of(root) == "webservice.php":
        return f"{urljoin(folder_of(root), SERVICE)}?{urlencode(query | FOR_VISITORS)}"
    return f"{urljoin(folder_of(root), API)}?{urlencode(query)}"
