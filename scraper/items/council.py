"""The OParl objects (https://oparl.org/spezifikation/online-ansicht/), and the links between them."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from scraper.items.base import Item, Link, day, moment, ref


@dataclass(kw_only=True)
class FileLink(Link):
    table: ClassVar[str] = "file_links"
    file: str = ref("file")
    role: str
    """OParl's property: mainFile, auxiliaryFile, invitation, resultsProtocol, verbatimProtocol, resolutionFile,
    derivativeFile."""


@dataclass(kw_only=True)
class MeetingOrganization(Link):
    table: ClassVar[str] = "meeting_organizations"
    organization: str = ref("organization")


@dataclass(kw_only=True)
class MeetingParticipant(Link):
    table: ClassVar[str] = "meeting_participants"
    person: str = ref("person")


@dataclass(kw_only=True)
class ConsultationOrganization(Link):
    table: ClassVar[str] = "consultation_organizations"
    organization: str = ref("organization")


@dataclass(kw_only=True)
class Originator(Link):
    """Who brought a paper in (role ``originator``) or answers for it (``direction``, OParl's underDirectionOf)."""

    table: ClassVar[str] = "paper_originators"
    organization: str | None = ref("organization")
    person: str | None = ref("person")
    name: str | None = None
    """As written, where the source names them without a reference."""
    role: str


@dataclass(kw_only=True)
class PaperRelation(Link):
    table: ClassVar[str] = "paper_relations"
    related_paper: str = ref("paper")
    relation: str
    """related, superordinated or subordinated."""


@dataclass(kw_only=True)
class PaperLocation(Link):
    table: ClassVar[str] = "paper_locations"
    location: str = ref("location")


@dataclass(kw_only=True)
class System(Item):
    type_name: ClassVar[str] = "system"
    table: ClassVar[str] = "systems"
    name: str | None = None
    oparl_version: str | None = None
    license: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None
    website: str | None = None
    vendor: str | None = None
    product: str | None = None


@dataclass(kw_only=True)
class Body(Item):
    type_name: ClassVar[str] = "body"
    table: ClassVar[str] = "bodies"
    name: str | None = None
    short_name: str | None = None
    system: str | None = ref("system")
    classification: str | None = None
    ags: str | None = None
    rgs: str | None = None
    equivalent: list[str] = field(default_factory=list)
    website: str | None = None
    license: str | None = None
    license_valid_since: str | None = moment()
    oparl_since: str | None = moment()
    contact_name: str | None = None
    contact_email: str | None = None
    location: str | None = ref("location")
    main_organization: str | None = ref("organization")
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class LegislativeTerm(Item):
    type_name: ClassVar[str] = "legislative-term"
    table: ClassVar[str] = "legislative_terms"
    name: str | None = None
    body: str | None = ref("body")
    start_date: str | None = day()
    end_date: str | None = day()
    license: str | None = None
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Organization(Item):
    type_name: ClassVar[str] = "organization"
    table: ClassVar[str] = "organizations"
    name: str | None = None
    short_name: str | None = None
    body: str | None = ref("body")
    organization_type: str | None = None
    classification: str | None = None
    post: list[str] = field(default_factory=list)
    sub_organization_of: str | None = ref("organization")
    external_body: str | None = ref("body")
    member_count: int | None = None
    voting_member_count: int | None = None
    start_date: str | None = day()
    end_date: str | None = day()
    website: str | None = None
    location: str | None = ref("location")
    license: str | None = None
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Person(Item):
    """A member of an organ. By rule no address, telephone number or e-mail of a person enters the archive."""

    type_name: ClassVar[str] = "person"
    table: ClassVar[str] = "persons"
    name: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    form_of_address: str | None = None
    affix: str | None = None
    title: list[str] = field(default_factory=list)
    gender: str | None = None
    body: str | None = ref("body")
    status: list[str] = field(default_factory=list)
    life: str | None = None
    life_source: str | None = None
    license: str | None = None
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Membership(Item):
    type_name: ClassVar[str] = "membership"
    table: ClassVar[str] = "memberships"
    person: str | None = ref("person")
    organization: str | None = ref("organization")
    role: str | None = None
    voting_right: bool | None = None
    start_date: str | None = day()
    end_date: str | None = day()
    on_behalf_of: str | None = ref("organization")
    license: str | None = None
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Meeting(Item):
    type_name: ClassVar[str] = "meeting"
    table: ClassVar[str] = "meetings"
    name: str | None = None
    organization: str | None = ref("organization")
    """The first of `organizations`, so that a table shows it."""
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    start_text: str | None = None
    """The start, or start and end in one, as the page writes them."""
    end_text: str | None = None
    state: str | None = None
    cancelled: bool | None = None
    place: str | None = None
    """Room and address in words."""
    location: str | None = ref("location")
    body: str | None = ref("body")
    invitation: str | None = ref("file")
    results_protocol: str | None = ref("file")
    verbatim_protocol: str | None = ref("file")
    license: str | None = None
    keyword: list[str] = field(default_factory=list)
    organizations: list[MeetingOrganization] = field(default_factory=list)
    participants: list[MeetingParticipant] = field(default_factory=list)
    files: list[FileLink] = field(default_factory=list)


@dataclass(kw_only=True)
class AgendaItem(Item):
    type_name: ClassVar[str] = "agenda-item"
    table: ClassVar[str] = "agenda_items"
    number: str | None = None
    name: str | None = None
    meeting: str | None = ref("meeting")
    position: int | None = None
    """0 for the first item of the agenda; numbers are not unique, positions are."""
    public: bool | None = None
    parent: str | None = ref("agenda-item")
    consultation: str | None = ref("consultation")
    result: str | None = None
    """Word for word as the source writes it."""
    resolution_text: str | None = None
    resolution_file: str | None = ref("file")
    start: str | None = moment()
    end: str | None = moment()
    license: str | None = None
    keyword: list[str] = field(default_factory=list)
    files: list[FileLink] = field(default_factory=list)


@dataclass(kw_only=True)
class Paper(Item):
    type_name: ClassVar[str] = "paper"
    table: ClassVar[str] = "papers"
    reference: str | None = None
    name: str | None = None
    paper_type: str | None = None
    """As found: "Beschlussvorlage"."""
    kind: str | None = None
    """motion, amendment, inquiry, answer, proposal, report, notice, petition, other: filled by normalising."""
    date: str | None = None
    date_text: str | None = None
    body: str | None = ref("body")
    main_file: str | None = ref("file")
    license: str | None = None
    keyword: list[str] = field(default_factory=list)
    originators: list[Originator] = field(default_factory=list)
    relations: list[PaperRelation] = field(default_factory=list)
    locations: list[PaperLocation] = field(default_factory=list)
    files: list[FileLink] = field(default_factory=list)


@dataclass(kw_only=True)
class Consultation(Item):
    """One station of a paper's way through the organs (Beratungsfolge)."""

    type_name: ClassVar[str] = "consultation"
    table: ClassVar[str] = "consultations"
    paper: str | None = ref("paper")
    meeting: str | None = ref("meeting")
    agenda_item: str | None = ref("agenda-item")
    organization: str | None = ref("organization")
    role: str | None = None
    authoritative: bool | None = None
    position: int | None = None
    """0 for the paper's first station."""
    license: str | None = None
    keyword: list[str] = field(default_factory=list)
    organizations: list[ConsultationOrganization] = field(default_factory=list)


@dataclass(kw_only=True)
class File(Item):
    type_name: ClassVar[str] = "file"
    table: ClassVar[str] = "files"
    name: str | None = None
    file_name: str | None = None
    mime_type: str | None = None
    date: str | None = None
    date_text: str | None = None
    size: int | None = None
    """Bytes."""
    sha1_checksum: str | None = None
    sha512_checksum: str | None = None
    access_url: str | None = None
    download_url: str | None = None
    external_service_url: str | None = None
    text: str | None = None
    """The full text where the source itself gives it."""
    master_file: str | None = ref("file")
    license: str | None = None
    file_license: str | None = None
    keyword: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Location(Item):
    """A place of a body, an organ, a meeting or a paper; never a person's."""

    type_name: ClassVar[str] = "location"
    table: ClassVar[str] = "locations"
    description: str | None = None
    room: str | None = None
    street_address: str | None = None
    postal_code: str | None = None
    locality: str | None = None
    sub_locality: str | None = None
    geojson: dict[str, Any] = field(default_factory=dict)
    license: str | None = None
    keyword: list[str] = field(default_factory=list)
