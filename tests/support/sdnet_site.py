"""Musterstadt's SD.NET RIM site as tests look at it: asked directly, without a server."""

import re
from functools import cache
from html import unescape
from urllib.parse import urljoin, urlsplit

from scraper.sample.faces.council import Council
from scraper.sample.faces.sdnet.calendar import EXPORT
from scraper.sample.faces.sdnet.face import SdnetFace
from scraper.sample.faces.sdnet.site import Site
from scraper.sample.faces.web import Request, Response
from scraper.sample.generate import make_town
from scraper.sample.town import Meeting, Paper

BASE = "http://127.0.0.1:8020"
HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
AGENDA_LINK = re.compile(r"Link zur Tagesordnung: (\S+?)(?:\\n|$)", re.MULTILINE)
ROW = re.compile(r'<tr class="([^"]*)"\s+data-vorgang-id="([^"]*)">(.*?)</tr>', re.DOTALL)

town = make_town()
town_with_cancellations = make_town(2)
council = Council(town)


def get(face: SdnetFace, address: str) -> Response:
    parts = urlsplit(address)
    return face(Request.of(BASE, f"{parts.path}?{parts.query}" if parts.query else parts.path))


def text(face: SdnetFace, address: str) -> str:
    response = get(face, address)
    assert response.status == 200, address
    return response.body.decode()


def site_of(face: SdnetFace) -> Site:
    return Site(face.council, face.tokens, BASE)


def agenda(face: SdnetFace, meeting: Meeting) -> str:
    return text(face, site_of(face).meeting(meeting))


def paper_page(face: SdnetFace, paper: Paper) -> str:
    return text(face, site_of(face).paper(paper))


@cache
def crawled() -> dict[str, Response]:
    """All pages that links lead to, from the start page and the calendar's file on; PDFs are not asked for."""
    face = SdnetFace(town)
    start = text(face, f"{BASE}/startseite")
    events = text(face, f"{BASE}{EXPORT}")
    found: dict[str, Response] = {}
    waiting = [*HREF.findall(start), *AGENDA_LINK.findall(events)]
    while waiting:
        address = urljoin(BASE, waiting.pop())
        if address in found or "/sdnetrim/" in address:
            continue
        found[address] = get(face, address)
        waiting += [unescape(one) for one in HREF.findall(found[address].body.decode())]
    return found


def rows(page: str) -> list[tuple[str, str, str]]:
    """Classes, number and cells of the rows of the page's table."""
    return ROW.findall(page.partition('<table id="table0"')[2])


def cell(content: str, name: str) -> str:
    value = re.findall(rf'<td class="column-{name}">(.*?)</td>', content, re.DOTALL)[0]
    return unescape(re.sub("<[^>]*>", "", value)).replace("\xa0", "")


def fact(page: str, label: str) -> str:
    value = re.findall(rf'<th scope="row">{label}:</th>\s*<td>(.*?)</td>', page, re.DOTALL)[0]
    return unescape(re.sub("<[^>]*>", "", value)).strip()
