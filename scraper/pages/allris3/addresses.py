"""Addresses of ALLRIS 3: which page one is, which number it carries, and how to build those we ask for.

Script names are the same on every site and end in .asp; the responsive skin has its own with `_r` before the ending.
Numbers are those of the site's database, each counted by what it numbers: council 1, committee 1 and group 1 are three.
"""

import re
from datetime import date

from scraper.pages.council.page import absolute

SCRIPT = re.compile(r"(?P<name>[a-z]{2}[0-9]{3})(?P<view>_[a-z]+)?\.asp", re.IGNORECASE)
"""to010.asp, si010_e.asp, vo020_r.asp"""
KINDS = {
    "si010": "calendar",
    "si018": "calendar",
    "to010": "agenda",
    "to020": "item",
    "vo020": "paper",
    "vo040": "papers",
    "pa010": "organizations",
    "au010": "organizations",
    "fr010": "organizations",
    "pa020": "organization",
    "pa021": "organization",
    "au020": "organization",
    "fr020": "organization",
    "kp041": "people",
    "kp020": "person",
}
"""By script, without the view. pa021 shows the council of a site that has just one."""
NUMBERS = {
    "meeting": "SILFDNR",
    "item": "TOLFDNR",
    "paper": "VOLFDNR",
    "file": "DOLFDNR",
    "council": "PALFDNR",
    "committee": "AULFDNR",
    "group": "FRLFDNR",
    "person": "KPLFDNR",
    "year": "YY",
    "month": "MM",
}
"""What the parameters of addresses and the hidden fields of forms are called, by what they number."""
ORGANS = {"council": "pa", "committee": "au", "group": "fr"}
"""By what is numbered: what stands before the number in the vendor_id. It begins the script's name too."""
IN_ADDRESS = {of: re.compile(rf"[?&;]{name}=([0-9]{{1,18}})(?![0-9])", re.IGNORECASE) for of, name in NUMBERS.items()}
"""to010.asp?SILFDNR=3712&amp;TOLFDNR=76116. ASP tells no capitals from small letters, in scripts nor in parameters."""
IN_SOURCE = {
    of: re.compile(rf"""{name}(?:=|"[^<>]*?\bvalue=")([0-9]{{1,18}})(?![0-9])""", re.IGNORECASE)
    for of, name in NUMBERS.items()
}
"""<input type="hidden" name="DOLFDNR" value="431017"  />, and those of addresses."""
PATH_END = re.compile("[?#;]")
CALENDARS = ("si010_e", "si010_j", "si010", "si010_r")
"""A site serves one of them and refuses the others."""
XML = "selfaction=ws&template=xyz"
"""With this the scripts of SCRIPTS_IN_XML answer with XML, on sites that offer it."""
SCRIPTS_IN_XML = {"agenda": ("to010", "meeting"), "item": ("to020", "item")}
"""By kind of page: script, and what its number is of."""
EVERYBODY = (
    "showAll=true&PALFDNRM=1&kpdatfil=&filtdatum=filter&kpname=&kpsonst=&kpampa=99999999&kpfr=99999999"
    "&kpamfr=99999999&kpau=99999999&kpamau=99999999&searchForm=true&search=Suchen"
)
"""What the form posts by which the list of people is searched, with nothing chosen: former ones too."""


def number_in(address: str, of: str) -> str | None:
    """The number of `of` (a key of NUMBERS) in an address, without leading zeros.

    >>> number_in("to010.asp?SILFDNR=3712&TOLFDNR=76116&BES=1#beschluss", "item")
    '76116'
    """
    found = IN_ADDRESS[of].search(address)
    return (found.group(1).lstrip("0") or None) if found else None


def numbers_in(source: str, of: str) -> set[str]:
    """All numbers of `of` that the source of a page has, in links and in forms."""
    return {number.lstrip("0") for number in IN_SOURCE[of].findall(source)} - {""}


def organ_in(address: str) -> str | None:
    """The vendor_id of the council, committee or group that an address shows: "au235"."""
    script = script_of(address) or ""
    for of, prefix in ORGANS.items():
        if script.startswith(prefix) and (number := number_in(address, of)):
            return prefix + number
    return None


def script_of(address: str) -> str | None:
    """ "to010" for …/to010_r.asp?SILFDNR=1543; None if no script of ALLRIS 3 is asked."""
    found = SCRIPT.fullmatch(_path_of(address).rpartition("/")[2])
    return found["name"].lower() if found else None


def kind_of(url: str) -> str | None:
    """The kind of page, as in READERS; None for an address whose page is not read."""
    return KINDS.get(script_of(url) or "")


def canonical(address: str, of: str) -> str:
    """`address` with nothing but its number in the query: the same from whichever page and session it was taken.

    >>> canonical("au020.asp?history=switch&tsDD=3&AULFDNR=235&altoption=Ausschuss", "committee")
    'au020.asp?AULFDNR=235'
    """
    found = IN_ADDRESS[of].search(address)
    return f"{_path_of(address)}?{NUMBERS[of]}={found.group(1)}" if found else address


def canonical_organ(address: str) -> str:
    """The same for the page of a council, committee or group."""
    script = script_of(address) or ""
    return canonical(address, next((of for of, prefix in ORGANS.items() if script.startswith(prefix)), "committee"))


def view_of(url: str) -> str:
    """ "_r" for a page of the responsive skin."""
    found = SCRIPT.fullmatch(_path_of(url).rpartition("/")[2])
    return "_r" if found and (found["view"] or "").lower() == "_r" else ""


def sibling(url: str, script: str, query: str = "") -> str:
    """The address of another script of the site that `url` belongs to, in the same skin."""
    return f"{_folder_of(url)}{script}{view_of(url)}.asp{'?' if query else ''}{query}"


def calendar_urls(root: str) -> list[str]:
    """Where a site's calendar may answer, the likeliest first: `root` itself if it is one, that of its council if it
    names one."""
    possible = [f"{_folder_of(root)}{name}.asp" for name in CALENDARS]
    if view_of(root):
        possible = [possible[-1], *possible[:-1]]
    if script_of(root) == "si010":
        own = _path_of(root)
        council = IN_ADDRESS["council"].search(root)
        which = f"?{NUMBERS['council']}={council.group(1)}" if council else ""
        return [f"{url}{which}" for url in (own, *(url for url in possible if url != own))]
    return possible


def calendar_url(root: str, year: int, month: int) -> str:
    """`root`: a calendar, or any other page of the site."""
    council = IN_ADDRESS["council"].search(root)
    which = f"&PALFDNR={council.group(1)}" if council and script_of(root) == "si010" else ""
    return f"{_path_of(calendar_urls(root)[0])}?MM={month}&YY={year}{which}"


def xml_calendar_urls(root: str, first: date, last: date) -> list[str]:
    """Where the sittings from `first` to `last` may answer as XML: si010, else the calendar `root` that a site serves.

    >>> xml_calendar_urls("https://x.example/bi/si010.asp", date(2027, 1, 1), date(2027, 9, 30))[0].partition("?")[2]
    'selfaction=ws&template=xyz&kaldatvon=01.01.2027&kaldatbis=30.09.2027'
    """
    query = f"{XML}&kaldatvon={first:%d.%m.%Y}&kaldatbis={last:%d.%m.%Y}"
    scripts = dict.fromkeys([f"{_folder_of(root)}si010.asp", _path_of(calendar_urls(root)[0])])
    return [f"{script}?{query}" for script in scripts]


def xml_people_url(root: str) -> str:
    return f"{_folder_of(root)}kp041.asp?{XML}&{EVERYBODY}"


def xml_url(root: str, kind: str, number: str) -> str | None:
    """Where an agenda or an item answers as XML; None for other kinds of pages."""
    if kind not in SCRIPTS_IN_XML:
        return None
    script, of = SCRIPTS_IN_XML[kind]
    return f"{_folder_of(root)}{script}.asp?{XML}&{NUMBERS[of]}={number}"


def organizations_urls(root: str) -> list[str]:
    """The lists that every site has, unless its menu says otherwise: its council, committees, groups."""
    return [sibling(root, script) for script in ("pa021", "au010", "fr010")]


def agenda_urls(root: str, meeting_id: str) -> list[str]:
    return [sibling(root, "to010", f"SILFDNR={meeting_id}")]


def _folder_of(url: str) -> str:
    return absolute(url, ".") or url


def _path_of(address: str) -> str:
    return PATH_END.split(address, maxsplit=1)[0]
