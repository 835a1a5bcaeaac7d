"""OParl's types and properties, 1.0 and 1.1, and where each of them goes: tables, and nothing else.

A property that stands in none of these tables goes into `Item.other` under its own name. The specification:
https://oparl.org/spezifikation/online-ansicht/
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from scraper.items import (
    AgendaItem,
    Body,
    Consultation,
    ConsultationOrganization,
    File,
    FileLink,
    Item,
    LegislativeTerm,
    Link,
    Location,
    Meeting,
    MeetingOrganization,
    MeetingParticipant,
    Membership,
    Organization,
    Originator,
    Paper,
    PaperLocation,
    PaperRelation,
    Person,
    System,
)
from scraper.pages.oparl import values

OPARL_TYPES: tuple[type[Item], ...] = (
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
)

TYPE_WORDS: dict[str, type[Item]] = {
    word: item_type
    for item_type, words in {
        System: "system systems",
        Body: "body bodies",
        LegislativeTerm: "legislativeterm legislativeterms legislative_terms",
        Organization: "organization organizations organisation organisations",
        Person: "person persons people",
        Membership: "membership memberships",
        Meeting: "meeting meetings",
        AgendaItem: "agendaitem agendaitems agenda_items",
        Paper: "paper papers",
        Consultation: "consultation consultations",
        File: "file files",
        Location: "location locations",
    }.items()
    for word in words.split()
}
"""Words for types as in a `type` (https://schema.oparl.org/1.1/AgendaItem) and in ids (/bodies/1/papers/7)."""

Read = Callable[[Any], Any]

DIFFERENTLY_NAMED: dict[type[Item], dict[str, str]] = {
    Meeting: {"meetingState": "state", "start": "start_text", "end": "end_text"},
    Paper: {"date": "date_text"},
    File: {"date": "date_text"},
}
"""Properties whose field is not called like them in snake_case."""

NOT_FROM_OPARL = frozenset(
    {"vendor_id", "source_url", "response_url", "date_context", "other", "precision", "kind", "place", "position"}
)
"""Fields that no property fills directly."""

READERS: dict[Any, Read] = {
    str | None: values.text,
    int | None: values.number,
    bool | None: values.truth,
    bool: values.truth,
    list[str]: values.texts,
    dict[str, Any]: values.mapping,
}
"""By the type of a field: how its property is read."""


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _properties_of(item_type: type[Item]) -> dict[str, tuple[str, Read]]:
    renamed = {field: name for name, field in DIFFERENTLY_NAMED.get(item_type, {}).items()}
    normalised = {field.removesuffix("_text") for field in renamed.values() if field.endswith("_text")}
    normalised |= {field.removesuffix("_text") for field in renamed if field.endswith("_text")}
    return {
        renamed.get(f.name, _camel(f.name)): (f.name, READERS[f.type])
        for f in fields(item_type)
        if f.type in READERS and "ref" not in f.metadata and f.name not in NOT_FROM_OPARL | normalised
    }


PROPERTIES: dict[type[Item], dict[str, tuple[str, Read]]] = {one: _properties_of(one) for one in OPARL_TYPES}
"""Per type: property -> its field and how to read it. Follows from the fields of the items."""


@dataclass(frozen=True)
class Relation:
    """A property that holds other objects, embedded or by their addresses."""

    target: type[Item]
    field: str | None = None
    """The reference field that the (first) object goes to."""
    links: str | None = None
    """The field with Link rows, and how a row is made of the object's vendor_id."""
    link: Callable[[str], Link] | None = None
    back: str | None = None
    """The field of the target that refers back to the holder; such targets are numbered if they have a `position`."""
    own: bool = True
    """The objects are parts of the holder: who takes it takes them. Otherwise it merely refers to them."""
    words: Callable[[str], Link] | None = None
    """What to do with words that stand in place of an object."""


def _file(role: str, field: str | None = None) -> Relation:
    return Relation(File, field=field, links="files", link=lambda file: FileLink(file=file, role=role))


def _originator(target: type[Item], field: str, role: str = "originator") -> Relation:
    return Relation(
        target,
        links="originators",
        link=lambda vendor_id: Originator(role=role, **{field: vendor_id}),
        words=lambda name: Originator(role=role, name=name),
        own=False,
    )


def _related(relation: str) -> Relation:
    return Relation(
        Paper, links="relations", link=lambda paper: PaperRelation(related_paper=paper, relation=relation), own=False
    )


def _ref(target: type[Item], field: str) -> Relation:
    return Relation(target, field=field, own=False)


RELATIONS: dict[type[Item], dict[str, Relation]] = {
    System: {},
    Body: {
        "system": _ref(System, "system"),
        "mainOrganization": _ref(Organization, "main_organization"),
        "legislativeTerm": Relation(LegislativeTerm, back="body"),
        "location": Relation(Location, field="location"),
    },
    LegislativeTerm: {"body": _ref(Body, "body")},
    Organization: {
        "body": _ref(Body, "body"),
        "subOrganizationOf": _ref(Organization, "sub_organization_of"),
        "externalBody": _ref(Body, "external_body"),
        "subOrganization": Relation(Organization, back="sub_organization_of"),
        "membership": Relation(Membership, back="organization"),
        "location": Relation(Location, field="location"),
    },
    Person: {"body": _ref(Body, "body"), "membership": Relation(Membership, back="person")},
    Membership: {
        "person": _ref(Person, "person"),
        "organization": _ref(Organization, "organization"),
        "onBehalfOf": _ref(Organization, "on_behalf_of"),
    },
    Meeting: {
        "body": _ref(Body, "body"),
        "organization": Relation(
            Organization,
            field="organization",
            links="organizations",
            link=lambda organization: MeetingOrganization(organization=organization),
            own=False,
        ),
        "participant": Relation(
            Person, links="participants", link=lambda person: MeetingParticipant(person=person), own=False
        ),
        "location": Relation(Location, field="location"),
        "invitation": _file("invitation", "invitation"),
        "resultsProtocol": _file("resultsProtocol", "results_protocol"),
        "verbatimProtocol": _file("verbatimProtocol", "verbatim_protocol"),
        "auxiliaryFile": _file("auxiliaryFile"),
        "agendaItem": Relation(AgendaItem, back="meeting"),
    },
    AgendaItem: {
        "meeting": _ref(Meeting, "meeting"),
        "consultation": _ref(Consultation, "consultation"),
        "resolutionFile": _file("resolutionFile", "resolution_file"),
        "auxiliaryFile": _file("auxiliaryFile"),
    },
    Paper: {
        "body": _ref(Body, "body"),
        "mainFile": _file("mainFile", "main_file"),
        "auxiliaryFile": _file("auxiliaryFile"),
        "location": Relation(Location, links="locations", link=lambda place: PaperLocation(location=place)),
        "consultation": Relation(Consultation, back="paper"),
        "originatorPerson": _originator(Person, "person"),
        "originatorOrganization": _originator(Organization, "organization"),
        "underDirectionOf": _originator(Organization, "organization", role="direction"),
        "relatedPaper": _related("related"),
        "superordinatedPaper": _related("superordinated"),
        "subordinatedPaper": _related("subordinated"),
    },
    Consultation: {
        "paper": _ref(Paper, "paper"),
        "meeting": _ref(Meeting, "meeting"),
        "agendaItem": _ref(AgendaItem, "agenda_item"),
        "organization": Relation(
            Organization,
            field="organization",
            links="organizations",
            link=lambda organization: ConsultationOrganization(organization=organization),
            own=False,
        ),
    },
    File: {
        "masterFile": _ref(File, "master_file"),
        "derivativeFile": Relation(File, back="master_file"),
    },
    Location: {},
}

EXTERNAL_LISTS: dict[type[Item], dict[str, type[Item] | None]] = {
    System: {"body": None},
    Body: {
        "organization": Organization,
        "person": Person,
        "meeting": Meeting,
        "paper": Paper,
        "legislativeTermList": LegislativeTerm,
        "membership": Membership,
        "agendaItem": AgendaItem,
        "consultation": Consultation,
        "file": File,
        "locationList": None,
    },
    Organization: {"meeting": Meeting, "consultation": Consultation},
}
"""Properties with the address of a list of its own, and what the list holds. Some servers embed the list instead; None:
then it is not read here (the bodies of a system are read one by one, a list of all places may hold homes)."""

NEVER_ARCHIVED: dict[type[Item], frozenset[str]] = {
    Person: frozenset({"email", "phone", "location", "locationObject", "image"}),
    Location: frozenset({"persons"}),
}
"""By rule of the archive: who sits on a council is public, where they live and how to reach them is not kept."""

CONTACT_KEY = re.compile(
    r"e-?mail|tele(?:fon|fax)|phone|mobil|handy|fax|anschrift|add?ress|stra(?:ss|ß)e|street|postal|postleit|wohn"
    r"|haus-?n|house-?n|kontakt|contact|privat|geburt|birth|iban|foto|photo|portrait"
    r"|(?:^|[-_.:])(?:tel|plz|zip|ort|location|image|bild)(?:$|[-_.:0-9])",
    re.IGNORECASE,
)
"""A vendor's own keys for a person's contact data, words apart by "-": "STERNBERG:email-Privat", "plz", "tel-1".
Not "STERNBERG:sortierung"."""

CONTACT_VALUE = re.compile(
    r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+"
    r"|\b(?:tel(?:efon)?|fon|fax|mobil|handy)\b[.:\s]*\+?[\d(][\d\s/()-]{3,}\d"
    r"|(?<![\w/-])(?:\+49|0\d{2,4}[ /(-])[\d\s/()-]{3,}\d"
    r"|[^\n,;]{0,80},\s*\d{5}\s+[A-ZÄÖÜ][\w-]+",
    re.IGNORECASE,
)
"""An e-mail address, a telephone number ("0241 / 12 34 56", "Tel.: 123456"), a street with its town ("Weg 1, 52349
Düren"), whatever the key is called. Not "2024-01-02 10:00" or the numbers in an address of the web."""
