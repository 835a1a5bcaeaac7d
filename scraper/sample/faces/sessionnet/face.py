"""Musterstadt as a SessionNet site: which script answers what, errors, downloads, the session old sites ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scraper.sample.faces.pdf import render
from scraper.sample.faces.sessionnet import (
    classic_meetings,
    classic_papers,
    classic_people,
    modern_meetings,
    modern_papers,
    modern_people,
)
from scraper.sample.faces.sessionnet.classic_frame import classic_error, classic_start
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.sessionnet.modern_frame import modern_error, modern_start
from scraper.sample.faces.web import Request, Response, as_html, redirect, robots
from scraper.sample.town import Town

Page = Callable[[Council, Request], str | None]
"""The whole page; None where there is nothing of the number asked for, and where it may not be seen."""
SESSION_COOKIE = "ASPSESSIONIDMUSTER=BIBI"
"""Nobody's: who has looked at the calendar has it."""


@dataclass(frozen=True, eq=False)
class Layout:
    root: str
    """Where the scripts are: "/bi/"."""
    suffix: str
    error: str
    """The script to which everything that can't be shown is sent."""
    pages: Mapping[str, Page]
    asks_session: frozenset[str] = frozenset()
    """Scripts that answer only who comes with the calendar's cookie."""
    posts_downloads: bool = False
    """Whether ydocstart takes the number of a file by POST."""


MODERN = Layout(
    root="/bi/",
    suffix=".php",
    error="error2",
    pages={
        "info": modern_start,
        "error2": modern_error,
        "si0040": modern_meetings.calendar,
        "si0046": modern_meetings.listing,
        "si0050": modern_meetings.information,
        "si0057": modern_meetings.agenda,
        "to0040": modern_meetings.agenda,
        "vo0050": modern_papers.paper,
        "vo0053": modern_papers.stations,
        "gr0040": modern_people.organs,
        "kp0040": modern_people.organ,
        "kp0041": modern_people.persons,
        "kp0050": modern_people.person,
        "pe0051": modern_people.person,
    },
)
"""SessionNet 5.4.7, layout 6, PHP, in a folder."""
CLASSIC = Layout(
    root="/",
    suffix=".asp",
    error="error",
    pages={
        "info": classic_start,
        "error": classic_error,
        "si0040": classic_meetings.calendar,
        "si0046": classic_meetings.listing,
        "si0057": classic_meetings.agenda,
        "to0040": classic_meetings.agenda,
        "vo0050": classic_papers.paper,
        "gr0040": classic_people.organs,
        "kp0040": classic_people.organ,
        "kp0041": classic_people.persons,
        "kp0050": classic_people.person,
    },
    asks_session=frozenset({"si0057"}),
    posts_downloads=True,
)
"""SessionNet 4.4.3, layout 4, ASP, tables, at the root."""


class SessionNetFace:
    """What can't be shown (unknown, deleted, no session) leads, as on real sites, to an error page of status 200."""

    def __init__(self, town: Town, layout: Layout) -> None:
        self.town = town
        self.layout = layout
        self.council = Council(town)

    def __call__(self, request: Request) -> Response:
        layout = self.layout
        if request.path == "/robots.txt":
            return robots(request.base)
        if request.path in ("/", layout.root):
            return redirect(f"{request.base}{layout.root}info{layout.suffix}")
        script = request.path.removeprefix(layout.root).removesuffix(layout.suffix)
        if request.path != f"{layout.root}{script}{layout.suffix}":
            return _no_such_script()
        if script == "getfile":
            return self._file(request)
        if script == "ydocstart" and layout.posts_downloads:
            return self._download(request)
        return self._page(request, script)

    def _page(self, request: Request, script: str) -> Response:
        layout = self.layout
        read = layout.pages.get(script)
        if read is None:
            return _no_such_script()
        if script in layout.asks_session and SESSION_COOKIE not in request.cookies:
            return self._refused(request)
        page = read(self.council, request)
        if page is None:
            return self._refused(request)
        gives_session = script == "si0040" and bool(layout.asks_session)
        return as_html(page, headers={"Set-Cookie": f"{SESSION_COOKIE}; path=/"} if gives_session else {})

    def _refused(self, request: Request) -> Response:
        location = f"{request.base}{self.layout.root}{self.layout.error}{self.layout.suffix}"
        return Response(b"", status=302, headers={"Location": location})

    def _file(self, request: Request) -> Response:
        file = self.town.file_of.get(request.whole_number("id", 0))
        if file is None or request.query.get("type") != "do":
            return self._refused(request)
        headers = {"Content-Disposition": f'inline; filename="{file.file_name}"'}
        return Response(render(self.town, file), "application/pdf", headers=headers)

    def _download(self, request: Request) -> Response:
        """The form's answer is only where the file is."""
        number = (request.form or {}).get("DT", "")
        if not number.isdigit():
            return self._refused(request)
        location = f"{request.base}{self.layout.root}getfile{self.layout.suffix}?id={number}&type=do"
        return Response(b"", status=302, headers={"Location": location})


def _no_such_script() -> Response:
    return as_html("<html><body><h1>404</h1><p>Not Found</p></body></html>", status=404)
