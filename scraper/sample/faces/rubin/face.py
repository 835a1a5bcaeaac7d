"""Musterstadt as a more! rubin site: which address answers what, in the portal and in the PHP pages."""

from collections.abc import Callable
from typing import Any

from scraper.sample.faces.council import Month
from scraper.sample.faces.pdf import render
from scraper.sample.faces.rubin.council import BODY, Council, month_asked
from scraper.sample.faces.rubin.documents import file_asked
from scraper.sample.faces.rubin.meetings import whole_meeting
from scraper.sample.faces.rubin.organs import bodies
from scraper.sample.faces.rubin.pages import SHELL, calendar_page, meeting_page
from scraper.sample.faces.rubin.rows import calendar, calendar_file
from scraper.sample.faces.rubin.site import PORTAL, Edition, Site
from scraper.sample.faces.web import Request, Response, as_html, redirect, robots
from scraper.sample.town import Town

SHELL_PATHS = ("/", "/calendar", "/committee", "/meeting")
SERVICE = "/webservice-mobile/webservice.php"
PORTAL_ROBOTS = b"User-agent: *\nDisallow: /config/\nDisallow: /documents.php\n"
TRUE = ("1", "true")
NOTHING_FOUND = [{"ErrorCode": 101}]
"""The service's answer, with status 200, to what it doesn't know."""

Services = dict[tuple[str, str], Callable[[Site, Request], Response]]
"""By the parameters `id` and `action`."""


class RubinFace:
    """`edition` is PORTAL (gremien.info) or PAGES (PHP)."""

    def __init__(self, town: Town, edition: Edition = PORTAL) -> None:
        self.town = town
        self.edition = edition
        self.council = Council(town)

    def __call__(self, request: Request) -> Response:
        site = Site(self.council, request.base, self.edition)
        answer = _pages if self.edition.is_pages else _portal
        return answer(site, request)


def _portal(site: Site, request: Request) -> Response:
    if request.path == "/robots.txt":
        return Response(PORTAL_ROBOTS, "text/plain; charset=utf-8")
    if request.path in SHELL_PATHS:
        return as_html(SHELL)
    if request.path == "/api.php":
        return _document(site, request) if "document_type_id" in request.query else _service(site, request, SERVICES)
    return _no_such_page()


def _pages(site: Site, request: Request) -> Response:
    if request.path == "/robots.txt":
        return robots(request.base)
    if request.path in ("/", "/index.php"):
        return redirect(f"{request.base}/sitzungskalender.php")
    if request.path == "/sitzungskalender.php":
        first, last = _months(site, request, "d_von", "d_bis", further=0)
        return as_html(calendar_page(site, first, last))
    if request.path == "/meeting.php":
        number = request.query.get("id") or request.query.get("sid", "")
        return as_html(meeting_page(site, site.council.meeting_asked(number)))
    if request.path == "/documents.php":
        return _document(site, request)
    if request.path == SERVICE and request.query.get("platform") == request.query.get("system") == "ris":
        return _service(site, request, MOBILE_SERVICES)
    return _no_such_page()


def _service(site: Site, request: Request, services: Services) -> Response:
    query = request.query
    answer = services.get((query.get("id", ""), query.get("action", "")))
    if answer is None:
        return _json(site, NOTHING_FOUND)
    return answer(site, request)


def _calendar(site: Site, request: Request) -> Response:
    first, last = _months(site, request, "from", "to", further=1)
    told = calendar(site, first, last)
    if request.query.get("body_id") not in (None, "", BODY):
        told["meetings"] = []
    return _json(site, told)


def _calendar_file(site: Site, _: Request) -> Response:
    return Response(calendar_file(site).encode(), "text/calendar; charset=utf-8")


def _meeting(site: Site, request: Request) -> Response:
    meeting = site.council.meeting_asked(request.query.get("meeting_id", ""))
    if meeting is None:
        return _json(site, NOTHING_FOUND)
    with_documents = request.query.get("with_agenda_item_documents") in TRUE
    return _json(site, whole_meeting(site, meeting, with_documents=with_documents))


def _no_meeting(site: Site, _: Request) -> Response:
    """The service for mobile phones tells no stranger of a meeting: the page does."""
    return _json(site, [])


def _bodies(site: Site, _: Request) -> Response:
    return _json(site, bodies(site))


MOBILE_SERVICES: Services = {
    ("calendar", "get"): _calendar,
    ("meetings", "get"): _no_meeting,
    ("organizations", "bodies"): _bodies,
}
SERVICES = MOBILE_SERVICES | {
    ("calendar", "webcalendar"): _calendar_file,
    ("meetings", "get"): _meeting,
}


def _document(site: Site, request: Request) -> Response:
    file = file_asked(site.council, request.query)
    if file is None:
        return _no_such_page()
    shown = "inline" if request.query.get("inline") in TRUE else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{file.file_name}"'}
    return Response(render(site.council.town, file), "application/pdf", headers=headers)


def _months(site: Site, request: Request, first: str, last: str, *, further: int) -> tuple[Month, Month]:
    """The months that two parameters name; else the present one and `further` more."""
    today = site.council.town.today
    begin = month_asked(request.query.get(first, "")) or Month(today.year, today.month)
    end = month_asked(request.query.get(last, ""))
    if end is None:
        end = begin
        for _ in range(further):
            end = end.next
    return begin, end


def _json(site: Site, content: Any) -> Response:
    return Response(site.written(content).encode(), "application/json; charset=utf-8")


def _no_such_page() -> Response:
    return as_html("<html><body><h1>404</h1><p>Not Found</p></body></html>", status=404)
