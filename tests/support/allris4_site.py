"""Musterstadt as an ALLRIS 4 site: asking as a browser does, following links, reading fields and rows of its pages."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from urllib.parse import urljoin, urlsplit

from scraper.sample.faces.allris4.face import SESSION_COOKIE, Allris4Face
from scraper.sample.faces.council import Council
from scraper.sample.faces.web import Request, Response
from scraper.sample.generate import make_town

BASE = "http://127.0.0.1:8024"
PUBLIC = f"{BASE}/public/"
HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
OWN_REQUEST = re.compile(r'"u":"\./((?:si|gr)010\?\d+-1\.0-(?:&[^"]*)?)"')
SCRIPT = {"Wicket-Ajax": "true", "Wicket-Ajax-BaseURL": "si010"}

town = make_town()
council = Council(town)
face = Allris4Face(town)


def get(address: str, *, session: bool = True, headers: dict[str, str] | None = None) -> Response:
    parts = urlsplit(urljoin(PUBLIC, address))
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return face(Request.of(BASE, target, cookies=SESSION_COOKIE if session else "", headers=headers))


def text(address: str, headers: dict[str, str] | None = None) -> str:
    response = get(address, headers=headers)
    assert response.status == 200, address
    return response.body.decode()


def loaded(address: str, language: str = "") -> str:
    """What the page's own request is answered, with the headers its script would send."""
    own = OWN_REQUEST.search(text(address))
    assert own
    return text(own[1], SCRIPT | ({"Accept-Language": language} if language else {}))


def months() -> Iterator[str]:
    for year in range(council.meetings[0].start.year, council.meetings[-1].start.year + 1):
        for month in range(1, 13):
            yield f"si010?MM={month}&YY={year}"


@cache
def crawled() -> dict[str, str]:
    """Every page that links lead to from the calendar's months on, by address; of PDFs, that there is one."""
    found: dict[str, str] = {}
    waiting = [urljoin(PUBLIC, one) for one in months()]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        if ".pdf" in address or "attachment" in address:
            found[address] = "PDF"
            continue
        found[address] = text(address)
        if OWN_REQUEST.search(found[address]):
            found[address] += loaded(address)
        waiting += [urljoin(address, unescape(one)) for one in HREF.findall(found[address]) if not one.startswith("#")]
    return found


def read_text(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n")))


def field(page: str, name: str) -> str:
    found = re.search(rf'<span class="text\d" id="{name}">(.*?)</span>', page, re.DOTALL)
    assert found, name
    return read_text(found[1]).strip()


def rows(page: str) -> list[str]:
    return re.findall(r"<tr (?!class=\"headers).*?</tr>", page, re.DOTALL)


def cell(row: str, kind: str) -> str:
    found = re.search(rf'<td class="{kind}">(.*?)</td>', row, re.DOTALL)
    assert found, kind
    return read_text(found[1]).strip()
