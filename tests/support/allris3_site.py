"""Asks Musterstadt's ALLRIS 3 pages, without a server or as a site that a test serves and changes."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from scraper.sample.faces.allris3.face import SESSION_COOKIE, Allris3Face
from scraper.sample.faces.web import Request, Response
from scraper.sample.generate import make_town
from tests.support.loopback import Answer, Asked, Site

BASE = "http://127.0.0.1:8020"
town = make_town()
face = Allris3Face(town)


def get(
    address: str, *, form: str | None = None, cookies: str = SESSION_COOKIE, of: Allris3Face | None = None
) -> Response:
    """`address` below /bi/, or whole."""
    parts = urlsplit(urljoin(f"{BASE}/bi/", address))
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return (of or face)(Request.of(BASE, target, form=form, cookies=cookies))


def text(address: str, *, of: Allris3Face | None = None) -> str:
    response = get(address, of=of)
    assert response.status == 200
    return response.body.decode("windows-1252")


def read_text(page: str) -> str:
    """The page without tags, entities and non-breaking spaces; text that is not to be broken stands together."""
    flat = re.sub(r"<[^>]*>", "", re.sub(r"<br  />", "\n", page))
    return unescape(flat).replace("\xa0", " ")


def site_of(of: Allris3Face) -> Site:
    """The face as a site for tests.support.loopback."""

    def answer(asked: Asked) -> Answer:
        request = Request.of(f"http://{asked.headers['Host']}", asked.target, cookies=asked.headers.get("Cookie", ""))
        response = of(request)
        return Answer(response.body, response.status, {"Content-Type": response.content_type, **response.headers})

    return answer
