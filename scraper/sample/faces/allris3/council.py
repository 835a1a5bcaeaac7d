"""What ALLRIS's pages are asked for, and what they say of a sitting."""

import re
from datetime import date
from functools import cached_property

from scraper.sample.faces import council
from scraper.sample.faces.council import CLASSES, Month, bare_number
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Meeting, Membership, Organization, Paper, Person

OPEN = "(offen)"
"""The result of an item that has none."""
BODY_SCRIPTS = {"council": ("pa020.asp", "PALFDNR"), "group": ("fr020.asp", "FRLFDNR")}
COMMITTEE_SCRIPT = ("au020.asp", "AULFDNR")
APPROVAL = re.compile(r"Genehmigung der Niederschrift .* (\d\d)\.(\d\d)\.(\d{4})")
"""Genehmigung der Niederschrift über die Sitzung am 17.01.2024"""


class Council(council.Council):
    """The council with what a request to ALLRIS asks for: numbers in the address or in a posted form."""

    def month_asked(self, request: Request) -> Month:
        """The month of a calendar's address; the town's today where it names none or nonsense."""
        year, month = number_asked(request, "YY"), number_asked(request, "MM")
        if 1900 <= year <= 2100 and 1 <= month <= 12:
            return Month(year, month)
        return Month(self.town.today.year, self.town.today.month)

    def meeting_asked(self, request: Request) -> Meeting | None:
        meeting = self.town.meeting_of.get(number_asked(request, "SILFDNR"))
        return meeting if meeting and self.has_agenda_page(meeting) else None

    def item_asked(self, request: Request) -> AgendaItem | None:
        item = self.town.agenda_item_of.get(number_asked(request, "TOLFDNR"))
        return item if item and has_extract_page(item) else None

    def paper_asked(self, request: Request) -> Paper | None:
        return self.town.paper_of.get(number_asked(request, "VOLFDNR"))

    def person_asked(self, request: Request) -> Person | None:
        return self.town.person_of.get(number_asked(request, "KPLFDNR"))

    def committee_asked(self, request: Request) -> Organization | None:
        return self._organ(number_asked(request, COMMITTEE_SCRIPT[1]), set(CLASSES) - set(BODY_SCRIPTS))

    def group_asked(self, request: Request) -> Organization | None:
        return self._organ(number_asked(request, "FRLFDNR"), {"group"})

    def assembly_asked(self, request: Request) -> Organization | None:
        return self._organ(number_asked(request, "PALFDNR"), {"council"})

    def _organ(self, number: int, kinds: set[str]) -> Organization | None:
        organ = self.town.organization_of.get(number)
        return organ if organ and organ.kind in kinds else None

    def has_agenda_page(self, meeting: Meeting) -> bool:
        """A sitting that does not take place is named in the calendar, and no more."""
        return self.has_page(meeting) and not meeting.cancelled

    def minuted_before(self, item: AgendaItem) -> Meeting | None:
        """The sitting whose minutes an item of a later one is to approve."""
        named = APPROVAL.fullmatch(item.name)
        if named is None:
            return None
        day, month, year = map(int, named.groups())
        organ = self.town.meeting_of[item.meeting_id].organization_id
        held = self.meetings_on.get(date(year, month, day), [])
        return next((one for one in held if one.organization_id == organ and self.has_agenda_page(one)), None)

    def committees(self) -> list[Organization]:
        return [one for one in self.organs if one.kind not in BODY_SCRIPTS]

    def groups(self) -> list[Organization]:
        return [one for one in self.organs if one.kind == "group"]

    def last_and_next(self, organ: Organization) -> tuple[Meeting | None, Meeting | None]:
        """Its sittings next to the town's today that have an agenda."""
        held = [one for one in self.meetings if one.organization_id == organ.id and self.has_agenda_page(one)]
        before = [one for one in held if one.start.date() <= self.town.today]
        after = [one for one in held if one.start.date() > self.town.today]
        return (before[-1] if before else None), (after[0] if after else None)

    def everybody_in(self, organ: Organization) -> list[Membership]:
        """Who sits in it today, in the order of their offices."""
        members = self.members(organ, ever=False)
        return sorted(members, key=lambda one: (one.role in ("Mitglied", "Beratendes Mitglied"), one.id))

    @cached_property
    def papers_by_day(self) -> list[Paper]:
        """The newest first."""
        return sorted(self.town.papers, key=lambda one: (one.day, one.id), reverse=True)


def number_asked(request: Request, name: str) -> int:
    """The value of a parameter that a link has in its address and a form posts; 0 where it is none."""
    text = request.query.get(name) or (request.form or {}).get(name, "")
    return int(text) if text.isascii() and text.isdigit() else 0


def address_of(organ: Organization) -> tuple[str, str]:
    """The script and the parameter of an organ's page: ("au020.asp", "AULFDNR")."""
    return BODY_SCRIPTS.get(organ.kind, COMMITTEE_SCRIPT)


def has_extract_page(item: AgendaItem) -> bool:
    """Whether an item is linked: a public one of which the minutes say anything."""
    return item.public and bool(item.outcome or item.result or item.resolution or item.votes or item.extract_id)


def number_of(item: AgendaItem) -> str:
    """Ö 7.1"""
    return f"{'Ö' if item.public else 'N'} {bare_number(item)}"


def status_of(meeting: Meeting) -> str:
    """öffentlich/nichtöffentlich"""
    parts = {one.public for one in meeting.agenda if not one.heading}
    return "/".join(name for public, name in ((True, "öffentlich"), (False, "nichtöffentlich")) if public in parts)


def day_of(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def time_of(meeting: Meeting) -> str:
    """18:00 - 18:46"""
    return f"{meeting.start:%H:%M}" + (f" - {meeting.end:%H:%M}" if meeting.end else "")
