"""What SessionNet's pages are asked for, and how they tell a result."""

from scraper.sample.faces import council
from scraper.sample.faces.council import CLASSES, Month
from scraper.sample.faces.web import Request
from scraper.sample.town import Meeting, Organization, Paper, Person


class Council(council.Council):
    """The council with what an address of SessionNet asks for."""

    def month_asked(self, request: Request) -> Month:
        """The month of a calendar's address; the town's today where it names none or nonsense."""
        year, month = request.whole_number("__cjahr", 0), request.whole_number("__cmonat", 0)
        if 1900 <= year <= 2100 and 1 <= month <= 12:
            return Month(year, month)
        return Month(self.town.today.year, self.town.today.month)

    def meeting_asked(self, request: Request) -> Meeting | None:
        meeting = self.town.meeting_of.get(request.whole_number("__ksinr", 0))
        return meeting if meeting and self.has_page(meeting) else None

    def paper_asked(self, request: Request) -> Paper | None:
        return self.town.paper_of.get(request.whole_number("__kvonr", 0))

    def organ_asked(self, request: Request) -> Organization | None:
        organ = self.town.organization_of.get(request.whole_number("__kgrnr", 0))
        return organ if organ and organ.kind in CLASSES else None

    def person_asked(self, request: Request) -> Person | None:
        return self.town.person_of.get(request.whole_number("__kpenr", 0))
