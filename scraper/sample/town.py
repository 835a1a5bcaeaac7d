"""The model of Musterstadt: a town council and its press as plain data, in no system's shape.

A *face* (oparl.py, wordpress.py, feed_site.py) is a pure function of a Town and a request. The model also holds what
no face says outright, above all how each group voted and what a press release is about: tests compare with it what
the archive has read.

Ids are whole numbers, unique within one class. A field ``…_id`` holds the id of the class it names. Days and times
are those of Europe/Berlin; times carry their zone. Nothing here is a real person.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

OrganKind = Literal["council", "committee", "district", "advisory", "group", "office"]
PaperKind = Literal["proposal", "report", "notice", "motion", "amendment", "inquiry", "answer", "petition"]
Outcome = Literal[
    "accepted", "amended", "partly", "rejected", "postponed", "referred", "withdrawn", "noted", "settled",
    "elected", "no_vote",
]  # fmt: skip
Majority = Literal["unanimous", "majority", "tie"]
FileKind = Literal["invitation", "minutes", "paper", "attachment", "extract"]
Site = Literal["gruene", "cdu"]


@dataclass(frozen=True)
class Record:
    """`created` and `modified` are when the council's office entered and last touched it."""

    id: int
    created: datetime
    modified: datetime


@dataclass(frozen=True)
class Location(Record):
    room: str
    street_address: str
    postal_code: str
    locality: str
    latitude: float
    longitude: float

    @property
    def description(self) -> str:
        return f"{self.room}, {self.street_address}, {self.postal_code} {self.locality}"


@dataclass(frozen=True)
class LegislativeTerm(Record):
    name: str
    start: date
    end: date


@dataclass(frozen=True)
class Organization(Record):
    kind: OrganKind
    name: str
    short_name: str
    feminine: bool = False
    """Grammar: "die Bezirksvertretung", "die CDU-Fraktion", but "der Rat"."""
    start: date | None = None
    end: date | None = None
    location_id: int | None = None
    party: str | None = None

    def exists_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Person(Record):
    given_name: str
    family_name: str
    gender: Literal["female", "male"]
    title: str | None
    status: str
    """What the town calls them: "Ratsmitglied", "Sachkundige Bürgerin"."""
    email: str | None
    phone: str | None

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)

    @property
    def form_of_address(self) -> str:
        return "Frau" if self.gender == "female" else "Herr"


@dataclass(frozen=True)
class Membership(Record):
    person_id: int
    organization_id: int
    role: str
    voting: bool
    start: date
    end: date | None
    group_id: int | None
    """The group on whose behalf; None for who sits there for no group."""


@dataclass(frozen=True)
class GroupVote:
    group_id: int | None
    """None: members of no group, the mayor among them."""
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True)
class Vote:
    """One show of hands. yes + no + abstain + biased are the voting members present."""

    subject: str | None
    """What is voted on where it is not the item's paper as a whole: "Änderungsantrag der FDP-Fraktion", "Ziffer 2"."""
    outcome: Outcome
    majority: Majority
    yes: int
    no: int
    abstain: int
    biased: int
    groups: tuple[GroupVote, ...]
    is_amendment: bool = False


@dataclass(frozen=True)
class AgendaItem(Record):
    meeting_id: int
    position: int
    number: str
    """As printed: "3.1", "Ö 4", "II."; not unique in a meeting."""
    name: str
    public: bool
    heading: bool = False
    """A line of the printed agenda between the items: "I. Öffentlicher Teil"."""
    late: bool = False
    """Put on the agenda after the invitation (Nachtrag)."""
    paper_id: int | None = None
    consultation_id: int | None = None
    outcome: Outcome | None = None
    """None: not dealt with yet, or nothing to decide."""
    votes: tuple[Vote, ...] = ()
    """In the order taken. Amendments come before what they amend."""
    en_bloc: bool = False
    result: str | None = None
    """The result in the words of the council's system; None for many items that the minutes tell more about."""
    resolution: str | None = None
    referred_to_id: int | None = None
    extract_id: int | None = None
    """The File with this item's extract from the minutes (Beschlussauszug)."""


@dataclass(frozen=True)
class Meeting(Record):
    organization_id: int
    name: str
    start: datetime
    end: datetime | None
    state: str
    cancelled: bool
    location_id: int
    present_ids: tuple[int, ...]
    """Voting members who were there."""
    chair_id: int
    agenda: tuple[AgendaItem, ...]
    invitation_id: int | None
    minutes_id: int | None
    number: int
    """The how manieth meeting of its organ in the term."""


@dataclass(frozen=True)
class Consultation(Record):
    """One station of a paper's way (Beratungsfolge)."""

    paper_id: int
    organization_id: int
    role: str
    authoritative: bool
    """The station that decides."""
    meeting_id: int | None
    """None: announced, and no day found for it yet."""
    agenda_item_id: int | None


@dataclass(frozen=True)
class Paper(Record):
    kind: PaperKind
    paper_type: str
    reference: str
    name: str
    day: date
    topic_noun: str
    """What it is about in a word or two: "Radweg Lindenstraße"."""
    resolution: str
    """Proposed resolution (Beschlussvorschlag), or the question, or what is reported."""
    reasons: tuple[str, ...]
    originator_ids: tuple[int, ...]
    """Organizations: the groups that brought it in, or the office of the administration."""
    originator_person_ids: tuple[int, ...]
    lead_id: int
    """The organ in the lead (federführend)."""
    related_id: int | None
    """The paper that it amends or answers."""
    location_id: int | None
    file_id: int
    attachment_ids: tuple[int, ...]
    consultations: tuple[Consultation, ...]


@dataclass(frozen=True)
class File(Record):
    kind: FileKind
    name: str
    file_name: str
    day: date
    meeting_id: int | None = None
    agenda_item_id: int | None = None
    paper_id: int | None = None


@dataclass(frozen=True)
class PressRelease(Record):
    """`created` is the time of publication, `modified` that of the last edit."""

    site: Site
    party: str
    slug: str
    title: str
    author: str
    category: str
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]
    """The whole text, and nothing else."""
    paper_id: int | None
    """What it is about; None: about no council item."""
    agenda_item_id: int | None
    mention: Literal["number", "title", "topic", "none"]
    """How the text names the paper: by its number, its full title, its topic only."""


@dataclass(frozen=True)
class Deleted(Record):
    """What the office took down; `modified` is when."""

    kind: Literal["paper", "meeting"]


@dataclass(frozen=True)
class ConceptDay:
    """The council day on which the climate concept is decided and a party reports it the same day."""

    meeting_id: int
    agenda_item_id: int
    paper_id: int
    release_id: int


@dataclass(frozen=True)
class Town:
    name: str
    today: date
    seed: int
    locations: tuple[Location, ...]
    terms: tuple[LegislativeTerm, ...]
    organizations: tuple[Organization, ...]
    persons: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    meetings: tuple[Meeting, ...]
    papers: tuple[Paper, ...]
    files: tuple[File, ...]
    releases: tuple[PressRelease, ...]
    deleted: tuple[Deleted, ...]
    concept_day: ConceptDay

    @cached_property
    def agenda_items(self) -> tuple[AgendaItem, ...]:
        return tuple(item for meeting in self.meetings for item in meeting.agenda)

    @cached_property
    def consultations(self) -> tuple[Consultation, ...]:
        return tuple(station for paper in self.papers for station in paper.consultations)

    @cached_property
    def location_of(self) -> dict[int, Location]:
        return {one.id: one for one in self.locations}

    @cached_property
    def organization_of(self) -> dict[int, Organization]:
        return {one.id: one for one in self.organizations}

    @cached_property
    def person_of(self) -> dict[int, Person]:
        return {one.id: one for one in self.persons}

    @cached_property
    def meeting_of(self) -> dict[int, Meeting]:
        return {one.id: one for one in self.meetings}

    @cached_property
    def agenda_item_of(self) -> dict[int, AgendaItem]:
        return {one.id: one for one in self.agenda_items}

    @cached_property
    def paper_of(self) -> dict[int, Paper]:
        return {one.id: one for one in self.papers}

    @cached_property
    def file_of(self) -> dict[int, File]:
        return {one.id: one for one in self.files}

    @cached_property
    def release_of(self) -> dict[int, PressRelease]:
        return {one.id: one for one in self.releases}

    @property
    def council(self) -> Organization:
        return next(one for one in self.organizations if one.kind == "council")

    def releases_on(self, site: Site) -> tuple[PressRelease, ...]:
        """Newest first, as every press site shows them."""
        return self._releases_by_site[site]

    @cached_property
    def _releases_by_site(self) -> dict[Site, tuple[PressRelease, ...]]:
        newest_first = sorted(self.releases, key=lambda one: (one.created, one.id), reverse=True)
        sites: tuple[Site, ...] = ("gruene", "cdu")
        return {site: tuple(one for one in newest_first if one.site == site) for site in sites}
