"""Musterstadt as an SD.NET RIM 4 site: which address answers what, downloads, and addresses that lead nowhere."""

from scraper.sample.faces.council import CLASSES, Council
from scraper.sample.faces.pdf import render
from scraper.sample.faces.sdnet import agenda, calendar, papers, people
from scraper.sample.faces.sdnet.frame import heading, page
from scraper.sample.faces.sdnet.site import Site
from scraper.sample.faces.sdnet.tokens import Tokens
from scraper.sample.faces.web import Request, Response, as_html, as_json, redirect, robots
from scraper.sample.town import File, Meeting, Town

PARAMETER = "__"


class SdnetFace:
    """The calendar begins a visit: after each of its answers all addresses have other tokens, and the old ones last.

    Not a pure function of town and request, as public sites aren't: it counts the visits.
    """

    def __init__(self, town: Town) -> None:
        self.town = town
        self.council = Council(town)
        self.tokens = Tokens()

    def __call__(self, request: Request) -> Response:
        path = request.path.rstrip("/")
        if path == "/robots.txt":
            return robots(request.base)
        if path == "":
            return redirect(f"{request.base}/startseite")
        if path == calendar.EVENTS.rstrip("/"):
            return as_json({"error": "Zugriff verweigert"}, status=403)
        site = Site(self.council, self.tokens, request.base)
        if path == "/termine" and PARAMETER not in request.query:
            return self._calendar(site)
        if path == calendar.EXPORT:
            self.tokens.next_visit()
            return _ics(calendar.export(site, self.council.meetings))
        if path == "/tops/ics":
            meeting = self._meeting(request)
            return _ics(calendar.export(site, [meeting])) if meeting else _nowhere(site)
        if path.startswith("/sdnetrim/"):
            return self._file(site, path)
        content = self._page(site, path, request)
        return as_html(content) if content is not None else _nowhere(site)

    def _calendar(self, site: Site) -> Response:
        visit = self.tokens.next_visit()
        cookie = f"PHPSESSID={calendar.session_of(visit)[:26]}; path=/; HttpOnly"
        return as_html(calendar.calendar(site, visit), headers={"Set-Cookie": cookie})

    def _page(self, site: Site, path: str, request: Request) -> str | None:
        """The whole page; None where there is none of that name, and none that the token leads to."""
        if PARAMETER not in request.query:
            return self._list(site, path)
        match path, self.tokens.read(request.query[PARAMETER]):
            case "/termine", ("year", number):
                return calendar.year(site, number)
            case "/tops", ("meeting", _):
                meeting = self._meeting(request)
                return agenda.agenda(site, meeting) if meeting else None
            case "/vorgang", ("paper", number) if number in self.town.paper_of:
                return papers.paper(site, self.town.paper_of[number])
            case "/vorgang", ("item", number) if number in self.town.agenda_item_of:
                return papers.matter(site, self.town.agenda_item_of[number])
            case "/vorlagen", ("page", number):
                return papers.papers(site, number)
            case "/gremien" | "/fraktionen", ("organ", number) if self._is_listed(number):
                return people.organ(site, self.town.organization_of[number])
            case "/personen", ("person", number) if number in self.town.person_of:
                return people.person(site, self.town.person_of[number])
        return None

    def _list(self, site: Site, path: str) -> str | None:
        match path:
            case "/startseite":
                content = heading("Ratsportal", f"Sitzungen, Vorlagen und Gremien der Stadt {self.town.name}.")
                return page(site, "startseite", "Startseite", content)
            case "/vorlagen":
                return papers.papers(site, 1)
            case "/gremien" | "/fraktionen":
                return people.organs(site, groups=path == "/fraktionen")
            case "/personen":
                return people.persons(site)
        return None

    def _is_listed(self, number: int) -> bool:
        organ = self.town.organization_of.get(number)
        return organ is not None and organ.kind in CLASSES

    def _meeting(self, request: Request) -> Meeting | None:
        match self.tokens.read(request.query.get(PARAMETER, "")):
            case ("meeting", number) if number in self.town.meeting_of:
                meeting = self.town.meeting_of[number]
                return meeting if self.council.has_page(meeting) else None
        return None

    def _file(self, site: Site, path: str) -> Response:
        """The name behind the token is not looked at."""
        token, _, name = path.removeprefix("/sdnetrim/").partition("/")
        file = self._file_of(token)
        if file is None or not name:
            return _nowhere(site)
        headers = {"Content-Disposition": f'inline; filename="{name}"'}
        return Response(render(self.town, file), "application/pdf", headers=headers)

    def _file_of(self, token: str) -> File | None:
        """The package of a meeting holds its invitation and nothing else."""
        match self.tokens.read(token):
            case ("file", number):
                return self.town.file_of.get(number)
            case ("package", number) if number in self.town.meeting_of:
                return self.town.file_of.get(self.town.meeting_of[number].invitation_id or 0)
        return None


def _ics(content: str) -> Response:
    return Response(content.encode(), "text/calendar; charset=utf-8")


def _nowhere(site: Site) -> Response:
    content = heading("Seite nicht gefunden", "Unter dieser Adresse gibt es nichts.")
    return as_html(page(site, "error", "Fehler", content), status=404)
