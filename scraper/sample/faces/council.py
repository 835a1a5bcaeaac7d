"""What a council's web pages say of Musterstadt, whichever system makes them: which rows stand on which page."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby

from scraper.sample.town import AgendaItem, Consultation, File, Meeting, Membership, Organization, Paper, Person, Town

LINKED_AHEAD = timedelta(weeks=8)
"""How long before its day a meeting that nobody has been invited to yet has a page of its own."""
COUNT = re.compile(r"(?:(?P<words>[^:]+) )?\(?(?P<count>Ja: \d+, Nein: \d+, Enthaltungen: \d+, Befangen: \d+)\)?")
"""genehmigt (Ja: 14, Nein: 0, Enthaltungen: 0, Befangen: 0)"""
NUMBER_PREFIX = re.compile(r"[ÖN] ")
CLASSES = {
    "council": "Rat", "committee": "Ausschuss", "district": "Bezirksvertretung", "advisory": "Beirat",
    "group": "Fraktion",
}  # fmt: skip
"""Kinds of organs that a council's pages list, in their order; offices are none."""


@dataclass(frozen=True)
class Part:
    """The public or the non-public part of an agenda."""

    public: bool
    begins: datetime | None
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True)
class Result:
    """The two lines below an item; either may be missing."""

    decision: str | None
    count: str | None
    """Ja: 14, Nein: 0, Enthaltungen: 0, Befangen: 0"""


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def days(self) -> list[date]:
        return [
            self.first_day + timedelta(days=number) for number in range((self.next.first_day - self.first_day).days)
        ]

    @property
    def next(self) -> "Month":
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)


class Council:
    """Look-ups in a Town that more than one page needs."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def neighbours(self, month: Month) -> list[Month]:
        """The months before and after, as far as there are meetings."""
        first, last = self.meetings[0].start.date(), self.meetings[-1].start.date()
        around = (month.previous, month.next)
        return [one for one in around if first.replace(day=1) <= one.first_day <= last]

    @cached_property
    def meetings(self) -> list[Meeting]:
        """By day and time."""
        return sorted(self.town.meetings, key=lambda one: (one.start, one.id))

    @cached_property
    def meetings_on(self) -> dict[date, list[Meeting]]:
        found: dict[date, list[Meeting]] = defaultdict(list)
        for one in self.meetings:
            found[one.start.date()].append(one)
        return dict(found)

    def has_page(self, meeting: Meeting) -> bool:
        """Whether the calendar links the meeting, or only names it."""
        soon = meeting.start.date() <= self.town.today + LINKED_AHEAD
        return soon or meeting.invitation_id is not None

    def organ_of(self, meeting: Meeting) -> Organization:
        return self.town.organization_of[meeting.organization_id]

    def place_of(self, meeting: Meeting) -> str:
        return self.town.location_of[meeting.location_id].description

    def heading_of(self, meeting: Meeting) -> str:
        """Haupt- und Finanzausschuss 29.01.2025"""
        return f"{self.organ_of(meeting).name} {meeting.start:%d.%m.%Y}"

    def files_of_meeting(self, meeting: Meeting) -> list[File]:
        return [self.town.file_of[number] for number in (meeting.invitation_id, meeting.minutes_id) if number]

    def files_of_item(self, item: AgendaItem) -> list[File]:
        paper = self.town.paper_of[item.paper_id] if item.paper_id else None
        numbers = (paper.file_id if paper else None, item.extract_id)
        return [self.town.file_of[number] for number in numbers if number]

    def files_of_paper(self, paper: Paper) -> list[File]:
        return [self.town.file_of[number] for number in (paper.file_id, *paper.attachment_ids)]

    def parts_of(self, meeting: Meeting) -> list[Part]:
        """Lines between the items are the program's own, so those of the town's printed agenda are left out.

        Every other organ's office notes when a part began.
        """
        items = [one for one in meeting.agenda if not one.heading]
        parts, before = [], 0
        for public, group in groupby(items, key=lambda one: one.public):
            content = tuple(group)
            begins = None
            if meeting.end and meeting.organization_id % 2 == 0:
                passed = (meeting.end - meeting.start) * before / len(items)
                begins = meeting.start + timedelta(minutes=passed // timedelta(minutes=1))
            parts.append(Part(public, begins, content))
            before += len(content)
        return parts

    def stations_of(self, paper: Paper) -> list[tuple[Consultation, Meeting | None, AgendaItem | None]]:
        """The Beratungsfolge. A meeting without a page of its own is not told yet."""
        found = []
        for station in paper.consultations:
            meeting = self.town.meeting_of[station.meeting_id] if station.meeting_id else None
            item = self.town.agenda_item_of[station.agenda_item_id] if station.agenda_item_id else None
            found.append((station, meeting if meeting and self.has_page(meeting) else None, item))
        return found

    def originators_of(self, paper: Paper) -> list[tuple[str, str]]:
        """Label and names: ("Einreicher", "CDU-Fraktion, SPD-Fraktion")."""
        organs = [self.town.organization_of[number] for number in paper.originator_ids]
        persons = [self.town.person_of[number].name for number in paper.originator_person_ids]
        lines = [
            ("Federführend", ", ".join(one.name for one in organs if one.kind == "office")),
            ("Einreicher", ", ".join(one.name for one in organs if one.kind != "office")),
            ("Verfasser", ", ".join(persons)),
        ]
        return [(label, names) for label, names in lines if names]

    @cached_property
    def organs(self) -> list[Organization]:
        order = list(CLASSES)
        listed = [one for one in self.town.organizations if one.kind in CLASSES]
        return sorted(listed, key=lambda one: (order.index(one.kind), one.id))

    @cached_property
    def persons(self) -> list[Person]:
        return sorted(self.town.persons, key=lambda one: (one.family_name, one.given_name, one.id))

    def members(self, organ: Organization, *, ever: bool) -> list[Membership]:
        return self._told(self._of_organ.get(organ.id, []), ever=ever)

    def memberships(self, person: Person, *, ever: bool) -> list[Membership]:
        return self._told(self._of_person.get(person.id, []), ever=ever)

    def sits_now(self, person: Person) -> bool:
        return bool(self.memberships(person, ever=False))

    def group_of(self, membership: Membership) -> str:
        return self.town.organization_of[membership.group_id].name if membership.group_id else ""

    def _told(self, listed: list[Membership], *, ever: bool) -> list[Membership]:
        """Without `ever` those of today, as the pages show without __cwpall=1."""
        return [one for one in listed if ever or one.end is None or one.end >= self.town.today]

    @cached_property
    def _of_organ(self) -> dict[int, list[Membership]]:
        found: dict[int, list[Membership]] = defaultdict(list)
        for one in self.town.memberships:
            found[one.organization_id].append(one)
        return found

    @cached_property
    def _of_person(self) -> dict[int, list[Membership]]:
        found: dict[int, list[Membership]] = defaultdict(list)
        for one in self.town.memberships:
            found[one.person_id].append(one)
        return found


def bare_number(item: AgendaItem) -> str:
    """ "Ö 7.1" and "7.1" -> "7.1" """
    return NUMBER_PREFIX.sub("", item.number)


def result_of(item: AgendaItem) -> Result:
    """A count at the end of the result, or alone, has a line of its own."""
    if item.result is None:
        return Result(None, None)
    counted = COUNT.fullmatch(item.result)
    return Result(counted["words"], counted["count"]) if counted else Result(item.result, None)


def period(membership: Membership) -> str:
    """von 01.11.2020 bis 31.10.2025"""
    until = f" bis {membership.end:%d.%m.%Y}" if membership.end else ""
    return f"von {membership.start:%d.%m.%Y}{until}"
