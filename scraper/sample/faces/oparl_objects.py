"""Musterstadt's records as OParl 1.1 objects: https://oparl.org/spezifikation/online-ansicht/ ."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from scraper.sample.town import (
    AgendaItem,
    Consultation,
    Deleted,
    File,
    LegislativeTerm,
    Location,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
    Record,
    Town,
)  # fmt: skip

SCHEMA = "https://schema.oparl.org/1.1/"
LICENSE = "https://www.govdata.de/dl-de/zero-2-0"
ORGANIZATION_TYPES = {
    "council": ("Hauptorgan", "Rat"),
    "committee": ("Gremium", "Ausschuss"),
    "district": ("Gremium", "Bezirksvertretung"),
    "advisory": ("Gremium", "Beirat"),
    "group": ("Fraktion", "Fraktion"),
    "office": ("Verwaltungsbereich", "Amt"),
}
Json = dict[str, Any]


class OparlObjects:
    """Turns records into objects whose ids start with `root` ("http://127.0.0.1:8017/oparl/v1.1").

    Every object method leaves out what the town does not say: OParl has no nulls.
    """

    def __init__(self, town: Town, root: str) -> None:
        self.town = town
        self.root = root
        self.body_url = f"{root}/body/1"
        self._describe: dict[type[Record], tuple[str, Callable[[Any], Json]]] = {
            LegislativeTerm: ("LegislativeTerm", self._term),
            Location: ("Location", self._location),
            Organization: ("Organization", self._organization),
            Person: ("Person", self._person),
            Membership: ("Membership", self._membership),
            Meeting: ("Meeting", self._meeting),
            AgendaItem: ("AgendaItem", self._agenda_item),
            Paper: ("Paper", self._paper),
            Consultation: ("Consultation", self._consultation),
            File: ("File", self._file),
        }
        """Class -> OParl type, whose objects live at ``<root>/<type in lower case>/<id>``, and what they say."""

    def url(self, name: str, number: int | None) -> str | None:
        return None if number is None else f"{self.root}/{name.lower()}/{number}"

    def urls(self, name: str, numbers: tuple[int, ...]) -> list[str]:
        return [f"{self.root}/{name.lower()}/{number}" for number in numbers]

    def of(self, record: Record, *, whole: bool = True) -> Json:
        """`record` as its object. `whole` False leaves out embedded lists (the parameter omit_internal)."""
        if isinstance(record, Deleted):
            return self._head(record, record.kind.capitalize()) | {"deleted": True}
        name, describe = self._describe[type(record)]
        content = describe(record)
        if not whole:
            content = {key: value for key, value in content.items() if key not in OMITTED.get(name, ())}
        return self._head(record, name) | {key: value for key, value in content.items() if value not in (None, [], "")}

    def _head(self, record: Record, name: str) -> Json:
        return {
            "id": self.url(name, record.id),
            "type": SCHEMA + name,
            "created": moment_text(record.created),
            "modified": moment_text(record.modified),
        }

    def _term(self, term: LegislativeTerm) -> Json:
        return {"body": self.body_url, "name": term.name, "startDate": _day(term.start), "endDate": _day(term.end)}

    def _location(self, location: Location) -> Json:
        point = {"type": "Point", "coordinates": [location.longitude, location.latitude]}
        return {
            "description": location.description,
            "room": location.room,
            "streetAddress": location.street_address,
            "postalCode": location.postal_code,
            "locality": location.locality,
            "geojson": {"type": "Feature", "geometry": point, "properties": {}},
        }

    def _organization(self, organ: Organization) -> Json:
        kind, classification = ORGANIZATION_TYPES[organ.kind]
        meets = organ.kind not in ("group", "office")
        members = self._memberships_of_organization[organ.id]
        return {
            "body": self.body_url,
            "name": organ.name,
            "shortName": organ.short_name,
            "organizationType": kind,
            "classification": classification,
            "startDate": _day(organ.start),
            "endDate": _day(organ.end),
            "membership": self.urls("Membership", tuple(one.id for one in members)),
            "memberCount": sum(one.end is None for one in members) or None,
            "votingMemberCount": sum(one.end is None and one.voting for one in members) or None,
            "meeting": f"{self.url('Organization', organ.id)}/meetings" if meets else None,
            "consultation": f"{self.url('Organization', organ.id)}/consultations" if meets else None,
            "subOrganizationOf": self.url("Organization", self.town.council.id if organ.kind == "committee" else None),
            "location": self.of(self.town.location_of[organ.location_id]) if organ.location_id else None,
        }

    def _person(self, person: Person) -> Json:
        return {
            "body": self.body_url,
            "name": person.name,
            "familyName": person.family_name,
            "givenName": person.given_name,
            "formOfAddress": person.form_of_address,
            "title": [person.title] if person.title else [],
            "gender": person.gender,
            "status": [person.status],
            "email": [person.email] if person.email else [],
            "phone": [person.phone] if person.phone else [],
            "membership": [self.of(one) for one in self._memberships_of_person[person.id]],
        }

    def _membership(self, membership: Membership) -> Json:
        return {
            "person": self.url("Person", membership.person_id),
            "organization": self.url("Organization", membership.organization_id),
            "role": membership.role,
            "votingRight": membership.voting,
            "startDate": _day(membership.start),
            "endDate": _day(membership.end),
            "onBehalfOf": self.url("Organization", membership.group_id),
        }

    def _meeting(self, meeting: Meeting) -> Json:
        return {
            "name": meeting.name,
            "meetingState": meeting.state,
            "cancelled": meeting.cancelled,
            "start": moment_text(meeting.start),
            "end": moment_text(meeting.end) if meeting.end else None,
            "location": self.of(self.town.location_of[meeting.location_id]),
            "organization": self.urls("Organization", (meeting.organization_id,)),
            "participant": self.urls("Person", meeting.present_ids),
            "invitation": self._file_of(meeting.invitation_id),
            "resultsProtocol": self._file_of(meeting.minutes_id),
            "agendaItem": [self.of(item) for item in meeting.agenda],
        }

    def _agenda_item(self, item: AgendaItem) -> Json:
        return {
            "meeting": self.url("Meeting", item.meeting_id),
            "number": item.number,
            "order": item.position,
            "name": item.name,
            "public": item.public,
            "consultation": self.url("Consultation", item.consultation_id),
            "result": item.result,
            "resolutionText": item.resolution,
            "resolutionFile": self._file_of(item.extract_id),
        }

    def _paper(self, paper: Paper) -> Json:
        location = self.town.location_of[paper.location_id] if paper.location_id else None
        offices = tuple(one for one in paper.originator_ids if self.town.organization_of[one].kind == "office")
        return {
            "body": self.body_url,
            "name": paper.name,
            "reference": paper.reference,
            "date": _day(paper.day),
            "paperType": paper.paper_type,
            "relatedPaper": self.urls("Paper", self._related_papers(paper)),
            "superordinatedPaper": self.urls("Paper", (paper.related_id,) if paper.related_id else ()),
            "subordinatedPaper": self.urls("Paper", self._papers_below.get(paper.id, ())),
            "mainFile": self._file_of(paper.file_id),
            "auxiliaryFile": [self.of(self.town.file_of[number]) for number in paper.attachment_ids],
            "location": [self.of(location)] if location else [],
            "originatorPerson": self.urls("Person", paper.originator_person_ids),
            "originatorOrganization": self.urls("Organization", paper.originator_ids),
            "underDirectionOf": self.urls("Organization", offices),
            "consultation": [self.of(one) for one in paper.consultations],
        }

    def _consultation(self, station: Consultation) -> Json:
        return {
            "paper": self.url("Paper", station.paper_id),
            "agendaItem": self.url("AgendaItem", station.agenda_item_id),
            "meeting": self.url("Meeting", station.meeting_id),
            "organization": self.urls("Organization", (station.organization_id,)),
            "authoritative": station.authoritative,
            "role": station.role,
        }

    def _file(self, file: File) -> Json:
        address = f"{self.root}/file/{file.id}/{file.file_name}"
        return {
            "name": file.name,
            "fileName": file.file_name,
            "mimeType": "application/pdf",
            "date": _day(file.day),
            "accessUrl": address,
            "downloadUrl": f"{address}?download=1",
            "fileLicense": LICENSE,
            "meeting": self.urls("Meeting", (file.meeting_id,) if file.meeting_id else ()),
            "agendaItem": self.urls("AgendaItem", (file.agenda_item_id,) if file.agenda_item_id else ()),
            "paper": self.urls("Paper", (file.paper_id,) if file.paper_id else ()),
        }

    def _file_of(self, number: int | None) -> Json | None:
        return self.of(self.town.file_of[number]) if number is not None else None

    def _related_papers(self, paper: Paper) -> tuple[int, ...]:
        return (paper.related_id,) if paper.related_id and paper.kind == "answer" else ()

    @cached_property
    def _papers_below(self) -> dict[int, tuple[int, ...]]:
        below: dict[int, tuple[int, ...]] = {}
        for paper in self.town.papers:
            if paper.related_id:
                below[paper.related_id] = (*below.get(paper.related_id, ()), paper.id)
        return below

    @cached_property
    def _memberships_of_person(self) -> dict[int, list[Membership]]:
        found: dict[int, list[Membership]] = defaultdict(list)
        for one in self.town.memberships:
            found[one.person_id].append(one)
        return found

    @cached_property
    def _memberships_of_organization(self) -> dict[int, list[Membership]]:
        found: dict[int, list[Membership]] = defaultdict(list)
        for one in self.town.memberships:
            found[one.organization_id].append(one)
        return found


OMITTED = {
    "AgendaItem": ("auxiliaryFile",), "Meeting": ("auxiliaryFile", "agendaItem"), "Person": ("membership",),
    "Paper": ("auxiliaryFile", "location"),
}  # fmt: skip
"""What omit_internal leaves out."""


def moment_text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
