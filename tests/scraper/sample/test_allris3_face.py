"""Musterstadt as an ALLRIS 3 site: links, markup, bytes, session, downloads, refusals."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from scraper.sample.faces.allris3.council import Council, has_extract_page
from scraper.sample.faces.allris3.face import PAGES, SESSION_COOKIE
from scraper.sample.faces.council import CLASSES
from tests.support.allris3_site import BASE, get, text, town

HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
LEFT_OUT = re.compile(r"toggleMenu=|SORT=|BES=1|___tmp|[?&]DD=|[?&]YY=(?!2024|2025|2026)")
"""Addresses of a page that was there already; years in which nothing is."""
KEY = re.compile(r"(?:SIL|TOL|VOL|AUL|FRL|PAL|KPL)FDNR=\d+")
RECORDINGS = Path(__file__).resolve().parents[3] / "../shared/corpus/pages/allris3"
NOT_IN_MUSTERSTADT = {
    "lb1",  # the address of an organ
    "zl1m",  # holidays in the calendar
    "il1_ns", "il2_s", "il1_bes",  # minutes and decisions as pages of their own
}  # fmt: skip
FILTER = "il1"
"""The magnifying glass beside the fields by which the list of papers is searched."""


@cache
def crawled() -> dict[str, str]:
    """All pages that links lead to, from the start page on."""
    found: dict[str, str] = {}
    waiting = [f"{BASE}/bi/allris.net.asp"]
    while waiting:
        address = waiting.pop()
        if address not in found:
            found[address] = text(address)
            waiting += links(address, found[address])
    return found


def links(address: str, page: str) -> Iterator[str]:
    for link in map(unescape, HREF.findall(page)):
        if link and not link.startswith("#") and not LEFT_OUT.search(link):
            yield urljoin(address, link)


def pages_of(script: str) -> str:
    return "".join(page for address, page in crawled().items() if f"/{script}.asp" in address)


def test_whatever_the_town_has_is_reached_from_its_start_page() -> None:
    reached = {key for address in crawled() for key in KEY.findall(address)}
    council = Council(town)
    names = {"council": "PALFDNR", "group": "FRLFDNR"}
    assert reached == {
        *(f"SILFDNR={one.id}" for one in town.meetings if council.has_agenda_page(one)),
        *(f"TOLFDNR={one.id}" for one in town.agenda_items if has_extract_page(one)),
        *(f"VOLFDNR={one.id}" for one in town.papers),
        *(f"{names.get(one.kind, 'AULFDNR')}={one.id}" for one in town.organizations if one.kind in CLASSES),
        *(f"KPLFDNR={one.id}" for one in town.persons),
    }


def test_every_form_leads_where_the_link_beside_it_leads() -> None:
    for address, parameter in (
        ("to010", "SILFDNR=1"), ("to020", "TOLFDNR=110"), ("vo020", "VOLFDNR=3"), ("kp020", "KPLFDNR=2"),
        ("au020", "AULFDNR=3"), ("fr020", "FRLFDNR=8"), ("pa020", "PALFDNR=1"),
    ):  # fmt: skip
        posted = get(f"{address}.asp", form=parameter)
        assert posted.body == get(f"{address}.asp?{parameter}").body
        assert posted.status == 200


@pytest.mark.parametrize(
    ("recordings", "script"),
    [
        (("misc/si010_e.html",), "si010_e"),
        (("eimsbuettel/to010.html", "altona/to010.html", "misc/to010.html"), "to010"),
        (("eimsbuettel/to020.html", "altona/to020.html", "hamburg_mitte/to020.html"), "to020"),
        (("eimsbuettel/vo020.html", "bergedorf/vo020.html", "altona/vo020.html"), "vo020"),
        (("misc/vo040.html",), "vo040"),
        (("eimsbuettel/au020.html", "altona/au020.html"), "au020"),
        (("eimsbuettel/fr020.html", "misc/fr020.html"), "fr020"),
        (("misc/fr010.html",), "fr010"),
    ],
)
def test_cells_are_marked_as_on_public_sites(recordings: Sequence[str], script: str) -> None:
    """Every class and button of recorded pages is on ours, but for what Musterstadt lacks."""
    if not all((RECORDINGS / one).exists() for one in recordings):
        pytest.skip("the recorded pages are not on this machine")
    theirs = "".join((RECORDINGS / one).read_text("windows-1252") for one in recordings)
    lacking = NOT_IN_MUSTERSTADT | ({FILTER} if script == "vo040" else set())
    assert marks(theirs) - lacking <= marks(pages_of(script))


def marks(page: str) -> set[str]:
    rows = re.findall(r'<(?:td|tr|table)[^>]*? class="([^"]*)"', page)
    buttons = re.findall(r'<input type="(?:submit|image)" class="([^"]*)"', page)
    return {name for group in (*rows, *buttons) for name in group.split()}


def test_the_bytes_are_windows_1252_behind_a_declaration_of_iso_8859_1() -> None:
    item = next(one for one in town.agenda_items if "„" in one.name and one.public)
    response = get(f"to010.asp?SILFDNR={item.meeting_id}")
    assert response.content_type == "text/html; charset=iso-8859-1"
    assert b'charset=iso-8859-1" />' in response.body
    assert item.name.encode("windows-1252") in response.body.replace(b"&amp;", b"&")
    assert b"\x84" in response.body
    assert b"\r\n" in response.body
    assert re.search(rb"[^\r]\n", response.body)


def test_every_file_can_be_had_with_the_session_of_a_page() -> None:
    numbers = {int(one) for page in crawled().values() for one in re.findall(r'"DOLFDNR" value="(\d+)"', page)}
    assert numbers == {one.id for one in town.files if one.kind != "attachment"}
    attached = {one for page in crawled().values() for one in re.findall(r'"(___tmp/[^"]*)"', page)}
    names = {address.rpartition("/")[2] for address in attached}
    assert names == {one.file_name for one in town.files if one.kind == "attachment"}
    assert get(sorted(attached)[0]).body[:5] == b"%PDF-"


def test_a_download_is_posted_and_answered_with_where_the_file_lies() -> None:
    cookie = get("vo020.asp?VOLFDNR=1", cookies="").headers["Set-Cookie"].partition(";")[0]
    assert cookie == SESSION_COOKIE
    assert "Set-Cookie" not in get("vo020.asp?VOLFDNR=1", cookies=f"other=1; {cookie}").headers
    form = f"DOLFDNR={town.papers[0].file_id}&options=64"
    moved = get("do027.asp", form=form, cookies=cookie)
    assert moved.status == 302
    assert f'HREF="{moved.headers["Location"]}"' in moved.body.decode()
    assert moved.headers["Location"] == get(f"do027.asp?{form}", cookies=cookie).headers["Location"]
    document = get(moved.headers["Location"], cookies=cookie)
    assert (document.status, document.content_type, document.body[:5]) == (200, "application/pdf", b"%PDF-")
    assert get(moved.headers["Location"], cookies="").headers["Location"] == "/bi/noauth.asp"
    attachment = town.papers[0].attachment_ids[0]
    for posted, sent in ((form, ""), ("DOLFDNR=1", cookie), ("", cookie), (f"DOLFDNR={attachment}&options=64", cookie)):
        assert get("do027.asp", form=posted, cookies=sent).headers["Location"] == "noauth.asp"


@pytest.mark.parametrize(
    "asked",
    ["to010.asp?SILFDNR=78", "to010.asp", "to020.asp?TOLFDNR=0", "vo020.asp?VOLFDNR=271", "vo020.asp?VOLFDNR=x",
     "kp020.asp?KPLFDNR=99999", "au020.asp?AULFDNR=1", "au020.asp?AULFDNR=15", "fr020.asp?FRLFDNR=2",
     "pa020.asp?PALFDNR=2", "si010_r.asp", "si016.asp?SELECT=1"],
)  # fmt: skip
def test_what_is_gone_or_locked_leads_to_a_page_of_status_200_that_says_so(asked: str) -> None:
    refused = get(asked)
    assert (refused.status, refused.headers["Location"]) == (302, "noauth.asp")
    assert "Zugriff verweigert" in text("noauth.asp")


def test_a_script_that_is_none_is_404() -> None:
    assert get("si9999.asp").status == 404
    assert get(f"{BASE}/other/si010_e.asp").status == 404


def test_the_root_leads_to_the_start_page_and_robots_may_come() -> None:
    for address in (f"{BASE}/", f"{BASE}/bi/"):
        assert get(address).headers["Location"] == f"{BASE}/bi/allris.net.asp"
    assert b"Allow: /" in get(f"{BASE}/robots.txt").body
    assert all('content="ALLRIS net Version 3.9.5' in page for page in crawled().values())
    assert {urlsplit(address).path.removeprefix("/bi/") for address in crawled()} <= PAGES.keys()
