"""The vocabulary: one dataclass for each OParl object, and PressRelease.

Page functions (scraper/pages) fill these with what a page says, as text; the item pipelines turn them into rows
of archive.db. Names follow OParl 1.1 in snake_case (https://oparl.org/spezifikation/online-ansicht/).

What the kinds of fields mean:

- ``ref("meeting")`` holds the vendor_id of one other item, ``links`` hold a list of ``Link`` rows. Normalising turns
  vendor_ids into our own ids.
- a pair ``start_text`` / ``start`` holds a date as the page writes it and as we read it. Page functions fill the
  text, the normalising pipeline the value. ``date_context`` is what the page says about it elsewhere (its month, its
  year, its day: ``"2026-09"``).
- ``day()`` and ``moment()`` fields hold the source's text until the normalising pipeline replaces it by ISO 8601.
- ``other`` keeps whatever the source says beyond this vocabulary, under the source's own names.
- None and empty mean: the source does not say.
"""

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, get_args, get_origin


def ref(type_name: str) -> Any:
    """A field with the vendor_id of one item of that Item.type_name; its column is called ``<field>_id``."""
    return field(default=None, metadata={"ref": type_name})


def day() -> Any:
    """A field with a date: the source's text first, an ISO day, month or year after normalising."""
    return field(default=None, metadata={"date": "day"})


def moment() -> Any:
    """A field with a point in time: the source's text first, ISO 8601 with offset after normalising."""
    return field(default=None, metadata={"date": "moment"})


@dataclass(kw_only=True)
class Link:
    """A row of a link table: what the item that holds it is tied to. Its place in the list is its position."""

    table: ClassVar[str]


@dataclass(kw_only=True)
class Item:
    """What every record has. `vendor_id` is the name the source itself gives it: an OParl address, a number."""

    type_name: ClassVar[str]
    """Singular, as in our ids: ``agenda-item``."""
    table: ClassVar[str]

    vendor_id: str
    source_url: str | None = None
    """Where a person can look at it."""
    response_url: str | None = None
    """The address whose answer it was read from; the key of `fetches`."""
    deleted: bool = False
    """The source says that it took the record down. All other fields may then be empty, and keep their last value."""
    created: str | None = moment()
    modified: str | None = moment()
    date_context: str | None = None
    other: dict[str, Any] = field(default_factory=dict)


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


@dataclass(kw_only=True)
class PressRelease(Item):
    """`vendor_id` and `source_url` are the canonical address."""

    type_name: ClassVar[str] = "press-release"
    table: ClassVar[str] = "press_releases"
    title: str | None = None
    party: str | None = None
    published: str | None = None
    modified: str | None = None
    precision: str | None = None
    """Of `published`: minute or day."""
    published_text: str | None = None
    """As found; two dates that run together ("10. März 201716. März 2017") are published and modified."""
    modified_text: str | None = None
    author: str | None = None
    text: str | None = None
    """Plain text, paragraphs apart by an empty line; without head, menus, share buttons, related posts."""
    tags: list[str] = field(default_factory=list)
    language: str | None = None


@dataclass(kw_only=True)
class Complaint:
    """Something that could not be read or fetched. It is kept, counted and reported, and the run goes on."""

    address: str
    page_kind: str
    """What the address should have been: "OParl list", "press article"."""
    expected: str
    came: str
    advice: str
    body: bytes | None = None
    """The answer itself, kept for whoever mends the reader."""
    severity: str = "error"
    """``error``: something is missing in the archive because of it. ``warning``: mended or odd, nothing is missing."""


ITEM_TYPES: tuple[type[Item], ...] = (
    System,
    Body,
    LegislativeTerm,
    Organization,
    Person,
    Membership,
    Meeting,
    AgendaItem,
    Paper,
    Consultation,
    File,
    Location,
    PressRelease,
)  # fmt: skip


def _link_fields(item_type: type[Item]) -> dict[str, type[Link]]:
    of_lists = {f.name: get_args(f.type)[0] for f in fields(item_type) if get_origin(f.type) is list}
    return {name: element for name, element in of_lists.items() if issubclass(element, Link)}


LINK_FIELDS: dict[type[Item], dict[str, type[Link]]] = {item_type: _link_fields(item_type) for item_type in ITEM_TYPES}
"""Per item type the fields that hold Link rows, each with its Link class."""
