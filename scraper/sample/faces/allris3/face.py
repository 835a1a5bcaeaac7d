"""Musterstadt as an ALLRIS 3 site: which script answers what, the session, downloads, refusals."""

from collections.abc import Callable
from functools import cached_property

from scraper.sample.faces.allris3 import agenda, calendar, papers, people, xml
from scraper.sample.faces.allris3.council import Council, number_asked
from scraper.sample.faces.allris3.frame import CONTENT_TYPE, answer, moved, page
from scraper.sample.faces.markup import raw
from scraper.sample.faces.pdf import render
from scraper.sample.faces.web import Request, Response, redirect, robots
from scraper.sample.town import File, Town

ROOT = "/bi/"
START = "allris.net.asp"
REFUSED = "noauth.asp"
SESSION_COOKIE = "ASPSESSIONIDMUSTER=BIBI"
"""Nobody's: who has looked at any page has it."""
DOWNLOAD = "64"
"""The option of do027 that asks for the file itself."""
Page = Callable[[Council, Request], str | None]
"""The whole page; None where there is nothing of the number asked for, and where it may not be seen."""


def _start(council: Council, _: Request) -> str:
    text = f"<p>Willkommen im Bürgerinformationssystem der Stadt {raw(council.town.name)}.</p>"
    return page(council, "allris", "ALLRIS net", "Bürgerinformationssystem", text, own=START)


def _refused(council: Council, _: Request) -> str:
    """Status 200, as on real sites."""
    text = "<p>Sie sind nicht berechtigt, diese Seite zu sehen, oder es gibt sie nicht mehr.</p>"
    return page(council, "noauth", "Zugriff verweigert", "Zugriff verweigert", text, own=REFUSED)


PAGES: dict[str, Page] = {
    START: _start,
    REFUSED: _refused,
    "si010_e.asp": calendar.month,
    "si018.asp": calendar.listing,
    "si018_a.asp": calendar.listing,
    "to010.asp": agenda.agenda,
    "to020.asp": agenda.extract,
    "vo020.asp": papers.paper,
    "vo040.asp": papers.listing,
    "au010.asp": people.committees,
    "au020.asp": people.committee,
    "fr010.asp": people.groups,
    "fr020.asp": people.group,
    "pa020.asp": people.assembly,
    "pa021.asp": people.council_of_today,
    "kp041.asp": people.persons,
    "kp020.asp": people.person,
}
LOCKED = frozenset({"si010_r.asp", "si010_j.asp", "to010_r.asp", "vo020_r.asp", "si016.asp", "si017.asp", "vo021.asp"})
"""Programs that this town has not set free."""


XML: dict[str, Page] = {
    "si010.asp": xml.calendar,
    "si018.asp": xml.calendar,
    "to010.asp": xml.agenda,
    "to020.asp": xml.extract,
    "kp041.asp": xml.persons,
}


class Allris3Face:
    """What can't be shown (unknown, deleted, no session, locked) leads, as on real sites, to a page of status 200."""

    def __init__(self, town: Town, *, offers_xml: bool = True) -> None:
        self.town = town
        self.offers_xml = offers_xml
        self.council = Council(town)

    def __call__(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return robots(request.base)
        if request.path in ("/", ROOT):
            return redirect(f"{request.base}{ROOT}{START}")
        script = request.path.removeprefix(ROOT)
        if script == request.path:
            return _no_such_script()
        if script.startswith(papers.TEMPORARY):
            return self._file(request, script)
        if script == "do027.asp":
            return self._download(request)
        if script == "to010.asp" and (request.form or {}).get("template") == "ics":
            return self._export(request)
        return self._page(request, script)

    def _page(self, request: Request, script: str) -> Response:
        if script in LOCKED:
            return moved(REFUSED)
        as_xml = self.offers_xml and xml.is_asked(request) and script in XML
        read = XML[script] if as_xml else PAGES.get(script)
        if read is None:
            return _no_such_script()
        text = read(self.council, request)
        if text is None:
            return moved(REFUSED)
        known = SESSION_COOKIE in request.cookies
        headers = {} if known else {"Set-Cookie": f"{SESSION_COOKIE}; path=/"}
        return answer(text, headers=headers, content_type=xml.CONTENT_TYPE if as_xml else CONTENT_TYPE)

    def _download(self, request: Request) -> Response:
        """The form's answer is only where the file was laid down. Attachments have no number here."""
        file = self.town.file_of.get(number_asked(request, "DOLFDNR"))
        options = request.query.get("options") or (request.form or {}).get("options")
        if file is None or file.kind == "attachment" or options != DOWNLOAD or SESSION_COOKIE not in request.cookies:
            return moved(REFUSED)
        return moved(papers.document_address(file))

    def _file(self, request: Request, address: str) -> Response:
        file = self._file_at.get(address)
        if file is None or SESSION_COOKIE not in request.cookies:
            return moved(f"{ROOT}{REFUSED}")
        return Response(render(self.town, file), "application/pdf")

    def _export(self, request: Request) -> Response:
        meeting = self.town.meeting_of.get(number_asked(request, "SILFDNR"))
        if meeting is None:
            return moved(REFUSED)
        headers = {"Content-Disposition": 'attachment; filename="termin.ics"'}
        return Response(calendar.exported(self.council, meeting).encode(), "text/calendar; charset=utf-8", 200, headers)

    @cached_property
    def _file_at(self) -> dict[str, File]:
        """By the address below the root at which each file lies."""
        found = {papers.document_address(one): one for one in self.town.files if one.kind != "attachment"}
        for one in self.town.papers:
            main, *attachments = self.council.files_of_paper(one)
            for number, file in enumerate(attachments, 1):
                found[papers.attachment_address(main, number, file)] = file
        return found


def _no_such_script() -> Response:
    return answer("<html><body><h1>404</h1><p>Not Found</p></body></html>", status=404)
