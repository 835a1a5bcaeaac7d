"""Musterstadt as an ALLRIS 4 site: which address answers what, the session, requests of pages, errors, downloads."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlencode

from scraper.sample.faces.allris4 import calendar, meetings, papers, people
from scraper.sample.faces.allris4.ajax import EMPTY_RESPONSE, LISTENER, listener_of, with_query
from scraper.sample.faces.allris4.frame import ROOT, failure, nothing_to_see
from scraper.sample.faces.council import Council
from scraper.sample.faces.pdf import render
from scraper.sample.faces.web import Request, Response, as_html, redirect, robots
from scraper.sample.town import File, Town

SESSION_COOKIE = "JSESSIONID=6D757374657273746164740000000004.allris"
"""Nobody's: whoever comes without one is given it, on whichever page."""
DOCUMENT = re.compile(rf"{ROOT}wicket/resource/org\.apache\.wicket\.Application/doc(\d+)\.pdf")
HOME = "si010"
NO_ANSWER = "noauth"
NO_BASE_URL = "Die Anfrage der Seite nennt ihre Adresse nicht."
NO_NUMBER = "Die Adresse ist nicht vollständig."


@dataclass(frozen=True)
class Page:
    """A page of one record, whole at once. `show` gives None where there is none, and where it may not be seen."""

    parameter: str
    show: Callable[[Council, Request], str | None]


@dataclass(frozen=True)
class LoadingPage:
    """A page that is empty at first. `number` is which page of the session it is, `content` what its script gets."""

    number: Callable[[Council, Request], int]
    shell: Callable[[Council, Request], str]
    content: Callable[[Council, Request], str]


LOADING_PAGES = {
    "si010": LoadingPage(calendar.number, calendar.shell, calendar.content),
    "gr010": LoadingPage(people.number, people.shell, people.content),
}
PAGES = {
    "to010": Page("SILFDNR", meetings.agenda),
    "to020": Page("TOLFDNR", meetings.agenda_item),
    "vo020": Page("VOLFDNR", papers.paper),
    "gr020": Page("GRLFDNR", people.organ),
    "kp020": Page("KPLFDNR", people.person),
}


class Allris4Face:
    """What is unknown or not public leads to a notice of status 200; an address that lacks its number is an error."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.council = Council(town)

    def __call__(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return robots(request.base)
        if request.path in ("/", ROOT.removesuffix("/"), ROOT):
            return redirect(f"{request.base}{ROOT}{HOME}")
        document = DOCUMENT.fullmatch(request.path)
        if document:
            file = self.town.file_of.get(int(document[1]))
            return self._file(file) if file else _no_such_page()
        name = request.path.removeprefix(ROOT)
        if request.path != f"{ROOT}{name}":
            return _no_such_page()
        return _in_session(request, self._page(request, name))

    def _page(self, request: Request, name: str) -> Response:
        if name == NO_ANSWER:
            return as_html(nothing_to_see())
        if name in LOADING_PAGES:
            return self._loading(request, name, LOADING_PAGES[name])
        if name not in PAGES:
            return _no_such_page()
        if name == "vo020" and SESSION_COOKIE in request.cookies:
            file = papers.attachment_asked(self.council, request)
            if file:
                return self._file(file)
        if listener_of(request):
            return _without_listener(request, name)
        if not request.query.get(PAGES[name].parameter, "").isdigit():
            return as_html(failure(NO_NUMBER), HTTPStatus.INTERNAL_SERVER_ERROR)
        shown = PAGES[name].show(self.council, request)
        return _found(request, NO_ANSWER) if shown is None else as_html(shown)

    def _loading(self, request: Request, name: str, page: LoadingPage) -> Response:
        """The content is for who has the page open: its session, its number, and the headers of its script."""
        listener = listener_of(request)
        if listener is None:
            return as_html(page.shell(self.council, request))
        if request.headers.get("wicket-ajax") != "true":
            return _without_listener(request, name)
        if "wicket-ajax-baseurl" not in request.headers:
            return as_html(failure(NO_BASE_URL), HTTPStatus.INTERNAL_SERVER_ERROR)
        has_page = SESSION_COOKIE in request.cookies and listener.page == page.number(self.council, request)
        content = page.content(self.council, request) if has_page else EMPTY_RESPONSE
        return Response(content.encode(), "text/xml;charset=UTF-8")

    def _file(self, file: File) -> Response:
        headers = {"Content-Disposition": f'inline; filename="{file.file_name}"'}
        return Response(render(self.town, file), "application/pdf", headers=headers)


def _in_session(request: Request, response: Response) -> Response:
    if SESSION_COOKIE in request.cookies:
        return response
    cookie = f"{SESSION_COOKIE}; Path={ROOT.removesuffix('/')}; HttpOnly"
    return replace(response, headers={**response.headers, "Set-Cookie": cookie})


def _without_listener(request: Request, name: str) -> Response:
    """Who asks for a part of a page and is not its script gets the page."""
    rest = {key: value for key, value in request.query.items() if not LISTENER.fullmatch(key)}
    return _found(request, with_query(name, urlencode(rest)))


def _found(request: Request, address: str) -> Response:
    return Response(b"", status=HTTPStatus.FOUND, headers={"Location": f"{request.base}{ROOT}{address}"})


def _no_such_page() -> Response:
    return as_html("<html><body><h1>HTTP Status 404 – Not Found</h1></body></html>", status=HTTPStatus.NOT_FOUND)
