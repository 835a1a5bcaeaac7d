"""Addresses of SessionNet: which page one is, which number it carries, and how to build those we ask for.

Script names are the same on every site and end in .php or .asp. All numbers are those of the site's database, so they
are unique over all towns that share a site (`__cpanr`) and over all kinds of pages.
"""

import re

from scraper.pages.council.page import absolute

SCRIPT = re.compile(r"(?:^|/)(?P<name>[a-z]{2}[0-9]{4}|getfile|ydocstart|error2?)\.(?P<ending>php|asp)$", re.IGNORECASE)
"""…/bi/si0057.asp"""
KINDS = {
    "si0040": "calendar",
    "si0041": "calendar",
    "si0046": "calendar",
    "si0050": "agenda",
    "si0056": "agenda",
    "si0057": "agenda",
    "to0040": "agenda",
    "vo0050": "paper",
    "ag0050": "paper",
    "vo0051": "consultations",
    "vo0053": "consultations",
    "gr0040": "organizations",
    "kp0040": "organization",
    "kp0041": "people",
    "kp0050": "person",
    "kp0051": "person",
    "pe0051": "person",
}
"""By script. kp0041 and gr0040 show one committee where they are asked with its number."""
_ANY = re.IGNORECASE
NUMBER = {
    "meeting": re.compile(r"[?&;]__ksinr=([0-9]{1,18})(?![0-9])", _ANY),  # si0057.asp?__ksinr=2331
    "appointment": re.compile(
        r"yvcs\.(?:php|asp)\?.*?[?&;]uid=si([0-9]{1,18})(?![0-9])", _ANY
    ),  # yvcs.asp?key=24&uid=si24
    "paper": re.compile(r"[?&;]__kvonr=([0-9]{1,18})(?![0-9])", _ANY),  # vo0050.php?__kvonr=3194&voselect=1192
    "request": re.compile(r"[?&;]__kagnr=([0-9]{1,18})(?![0-9])", _ANY),  # ag0050.php?__kagnr=512
    "organization": re.compile(r"[?&;]__k(?:gr|sigr|gsgr)nr=([0-9]{1,18})(?![0-9])", _ANY),  # si0046.asp?__ksigrnr=82
    "person": re.compile(r"[?&;]__kpenr=([0-9]{1,18})(?![0-9])", _ANY),  # pe0051.asp?__kpenr=261
    "term": re.compile(r"[?&;]__cwpnr=([0-9]{1,18})(?![0-9])", _ANY),  # gr0040.asp?__cwpnr=6&__cselect=0&
    "file": re.compile(r"[?&;]id=([0-9]{1,18})(?![0-9])", _ANY),  # in links to getfile and ydocstart only
    "document": re.compile(r"getfile\.(?:php|asp)\?id=([0-9]{1,18})(?![0-9])", _ANY),  # getfile.asp?id=340369&type=do&
    "year": re.compile(r"[?&;](?:__cjahr|year)=([0-9]{4})(?![0-9])", _ANY),
    "month": re.compile(r"[?&;](?:__cmonat|month)=([0-9]{1,2})(?![0-9])", _ANY),  # si0040.asp?month=10&year=2026
}
"""By what they number. Windows servers take __KSINR too."""
TOWN = re.compile(r"[?&;](__(?:cpanr|cmandant)=[0-9]+)")
"""Which town of several on one site, or all of them: si0040.asp?__cpanr=2, info.asp?__cmandant=2&__cselect=0"""
PATH_END = re.compile("[?#;]")
AGENDA_SCRIPTS = ("si0057", "to0040", "si0056")
"""One of them answers on every site; si0057 may want the cookie that the calendar sets."""
AGENDA_SCRIPT = re.compile(r"\b(?:si005[67]|to0040)\.(?:php|asp)\b", re.IGNORECASE)
"""What calendars and stations lead to; a month without sittings does not."""


def number_in(address: str, of: str) -> str | None:
    """The number of `of` (a key of NUMBER) in an address, without leading zeros.

    >>> number_in("si0057.asp?__ksinr=2331", "meeting")
    '2331'
    """
    found = NUMBER[of].search(address)
    return (found.group(1).lstrip("0") or None) if found else None


def numbers_in(source: str, of: str) -> set[str]:
    """All numbers of `of` that the source of a page has, wherever they stand."""
    return {number.lstrip("0") for number in NUMBER[of].findall(source)} - {""}


def paper_in(address: str) -> str | None:
    """The vendor_id of the paper that an address shows: a Vorlage by its number, a request (ag0050) by "ag" and its."""
    if number := number_in(address, "paper"):
        return number
    return f"ag{number}" if (number := number_in(address, "request")) else None


def script_of(address: str) -> str | None:
    """ "si0057" for …/si0057.asp?__ksinr=2331; None if no script of SessionNet is asked."""
    found = SCRIPT.search(_path_of(address))
    return found["name"].lower() if found else None


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose page is not read."""
    kind = KINDS.get(script_of(url) or "")
    if kind in ("organizations", "people"):
        whole = None if kind == "people" else kind
        return "organization" if number_in(url, "organization") else whole
    return kind


def canonical(address: str, of: str) -> str:
    """`address` with nothing but its number in the query: the same from whichever page and session it was taken.

    >>> canonical("vo0050.asp?__kvonr=32100&voselect=21804", "paper")
    'vo0050.asp?__kvonr=32100'
    """
    found = NUMBER[of].search(address)
    if not found:
        return address
    name = re.split(r"[?&;]", found.group(), maxsplit=1)[1]
    return f"{address.partition('?')[0]}?{name}"


def of_all_terms(address: str) -> str:
    """A committee's `address`, asked for its former members too."""
    return f"{canonical(address, 'organization')}&__cwpall=1"


def sibling(url: str, script: str, query: str) -> str:
    """The address of another script of the site that `url` belongs to."""
    found = SCRIPT.search(_path_of(url))
    ending = found["ending"].lower() if found else _ending_of(url)
    return f"{absolute(url, '.') or url}{script}.{ending}?{query}"


def calendar_url(root: str, year: int, month: int) -> str:
    """`root`: any page of the site, from which the script's ending and the town are taken; .php if it shows none."""
    return sibling(root, "si0040", _with_town(root, f"__cjahr={year}&__cmonat={month}&__canz=1&__cselect=0"))


def organizations_urls(root: str) -> list[str]:
    return [sibling(root, "gr0040", _with_town(root, "__cwpall=1"))]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    """Where a meeting's agenda may answer, the fullest page first."""
    return [sibling(root, script, f"__ksinr={meeting_id}") for script in AGENDA_SCRIPTS]


def _path_of(address: str) -> str:
    return PATH_END.split(address, maxsplit=1)[0]


def _ending_of(url: str) -> str:
    return "asp" if _path_of(url).lower().endswith((".asp", ".aspx")) else "php"


def _with_town(root: str, query: str) -> str:
    return "&".join([query, *TOWN.findall(root)])
