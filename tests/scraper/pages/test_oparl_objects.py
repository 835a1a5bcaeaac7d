"""OParl objects -> items."""

from typing import Any

import pytest

from scraper.items import (
    AgendaItem,
    Body,
    Consultation,
    File,
    FileLink,
    Item,
    LegislativeTerm,
    Location,
    Meeting,
    Membership,
    Organization,
    Originator,
    Paper,
    PaperLocation,
    PaperRelation,
    Person,
    System,
)
from scraper.pages.oparl import Reading, read_objects, type_of

SCHEMA = "https://schema.oparl.org/1.1/"
PAGE = "https://oparl.example.org/list"


def read(*values: Any, expected: type[Item] | None = None) -> Reading:
    return read_objects(values, expected, PAGE)


def one(value: dict[str, Any], item_type: type[Item]) -> Any:
    [found] = read({"id": "https://o.example.org/1", **value}, expected=item_type).items
    assert isinstance(found, item_type)
    return found


@pytest.mark.parametrize(
    ("value", "expected", "item_type"),
    [
        ({"type": SCHEMA + "AgendaItem"}, Meeting, AgendaItem),
        ({"type": "https://schema.oparl.org/1.0/LegislativeTerm"}, None, LegislativeTerm),
        ({"type": "http://oparl.org/schema/1.0/Organization/"}, None, Organization),
        ({"type": "Person"}, None, Person),
        ({}, Meeting, Meeting),
        ({"type": "https://example.org/Unfug"}, Meeting, Meeting),
        ({"id": "https://o.example.org/oparl/bodies/0001/papers/vo/50214"}, None, Paper),
        ({"id": "https://o.example.org/bi/oparl/1.0/meetings.asp?id=7"}, None, Meeting),
        ({"id": "https://o.example.org/body/1/location/0-1"}, None, Location),
        ({"id": "https://o.example.org/x/1"}, None, None),
    ],
)
def test_the_type_comes_from_the_object_the_list_or_the_id(
    value: dict[str, Any], expected: type[Item] | None, item_type: type[Item] | None
) -> None:
    assert type_of(value, expected) is item_type


VALUES = [
    (Paper, "name", "Haushalt ", "name", "Haushalt "),
    (Paper, "name", "N/A", "name", None),
    (Paper, "name", " ", "name", None),
    (Paper, "reference", 17, "reference", "17"),
    (Paper, "reference", ["VO/17"], "reference", "VO/17"),
    (Paper, "keyword", "Verkehr", "keyword", ["Verkehr"]),
    (Paper, "keyword", ["Verkehr", "", None], "keyword", ["Verkehr"]),
    (Paper, "date", "2015-09-29", "date_text", "2015-09-29"),
    (Paper, "deleted", "true", "deleted", True),
    (Paper, "deleted", False, "deleted", False),
    (Paper, "web", "https://ris.example.org/vo?1", "source_url", "https://ris.example.org/vo?1"),
    (Paper, "web", "N/A", "source_url", "https://o.example.org/1"),
    (Body, "equivalent", [""], "equivalent", []),
    (Body, "ags", 5358016, "ags", "5358016"),
    (Organization, "memberCount", "12", "member_count", 12),
    (Membership, "votingRight", "1", "voting_right", True),
    (Membership, "votingRight", 0, "voting_right", False),
    (Meeting, "meetingState", "eingeladen", "state", "eingeladen"),
    (Meeting, "start", "2026-01-20T19:00:00+01:00", "start_text", "2026-01-20T19:00:00+01:00"),
    (Meeting, "end", "2026-01-20T00:00:00+01:00", "end_text", "2026-01-20T00:00:00+01:00"),
    (Meeting, "cancelled", "nein", "cancelled", False),
    (AgendaItem, "start", "2026-01-20T19:10:00+01:00", "start", "2026-01-20T19:10:00+01:00"),
    (AgendaItem, "result", "(kein Text vorhanden)", "result", "(kein Text vorhanden)"),
    (AgendaItem, "resolutionText", "<table><td>Ja</td></table>", "resolution_text", "<table><td>Ja</td></table>"),
    (AgendaItem, "order", 5, "position", 5),
    (File, "size", "48213.0", "size", 48213),
    (File, "fileName", "a.pdf.pdf", "file_name", "a.pdf.pdf"),
    (Location, "geojson", {"type": "Feature"}, "geojson", {"type": "Feature"}),
    (Consultation, "authoritative", "false", "authoritative", False),
    (System, "otherOparlVersions", ["https://o.example.org/1.0"], "other", {"otherOparlVersions": ["https://o.example.org/1.0"]}),
    (Body, "meeting", "https://o.example.org/m", "other", {"meeting": "https://o.example.org/m"}),
    (File, "paper", ["https://o.example.org/p"], "other", {"paper": ["https://o.example.org/p"]}),
    (System, "VENDOR:version", "5.0.4", "other", {"VENDOR:version": "5.0.4"}),
]  # fmt: skip


@pytest.mark.parametrize(("item_type", "name", "value", "field", "expected"), VALUES)
def test_properties_land_in_their_fields(
    item_type: type[Item], name: str, value: Any, field: str, expected: Any
) -> None:
    assert getattr(one({name: value}, item_type), field) == expected


@pytest.mark.parametrize(
    ("item_type", "name", "value"),
    [
        (File, "size", "47 KB"),
        (Organization, "memberCount", True),
        (Membership, "votingRight", "vielleicht"),
        (Paper, "name", {"de": "Haushalt"}),
        (Paper, "keyword", [{"name": "Verkehr"}]),
        (Location, "geojson", "50.7, 6.4"),
    ],
)
def test_what_does_not_fit_its_field_is_kept_as_it_is(item_type: type[Item], name: str, value: Any) -> None:
    assert one({name: value}, item_type).other == {name: value}


MEETING = {
    "id": "https://o.example.org/meeting/1",
    "type": SCHEMA + "Meeting",
    "organization": ["https://o.example.org/organization/1", "https://o.example.org/organization/2"],
    "participant": ["https://o.example.org/person/1"],
    "location": {
        "id": "https://o.example.org/location/1",
        "description": "Rathaus, Marktplatz 1, 12345 Musterstadt, Saal",
        "room": "Rathaus, Saal",
        "streetAddress": "Marktplatz 1",
        "postalCode": "12345",
        "locality": "Musterstadt",
    },
    "invitation": {"id": "https://o.example.org/file/1", "name": "Einladung"},
    "auxiliaryFile": {"id": "https://o.example.org/file/2"},
    "agendaItem": [
        {"id": "https://o.example.org/agendaitem/2", "order": 2, "name": "B"},
        {"id": "https://o.example.org/agendaitem/1", "order": 1, "resolutionFile": "https://o.example.org/file/3"},
    ],
}


def test_a_meeting_gives_all_that_is_in_it() -> None:
    reading = read(MEETING)
    meeting = next(item for item in reading.items if isinstance(item, Meeting))
    assert meeting.organization == "https://o.example.org/organization/1"
    assert [link.organization[-1] for link in meeting.organizations] == ["1", "2"]
    assert [link.person[-1] for link in meeting.participants] == ["1"]
    assert meeting.place == "Rathaus, Marktplatz 1, 12345 Musterstadt, Saal"
    assert meeting.invitation == "https://o.example.org/file/1"
    assert meeting.files == [
        FileLink(file="https://o.example.org/file/1", role="invitation"),
        FileLink(file="https://o.example.org/file/2", role="auxiliaryFile"),
    ]
    items = {item.vendor_id[-1]: item for item in reading.items if isinstance(item, AgendaItem)}
    assert {number: (item.position, item.meeting) for number, item in items.items()} == {
        "1": (0, meeting.vendor_id),
        "2": (1, meeting.vendor_id),
    }
    assert items["2"].other == {"order": 2}, "kept where the place on the agenda does not say it"
    assert len([item for item in reading.items if isinstance(item, Location)]) == 1
    own = {(reference.target, reference.vendor_id[-1]) for reference in reading.references if reference.own}
    assert own == {(File, "3")}


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ({"description": "Bürgersaal, Rathaus am Marktplatz"}, "Bürgersaal, Rathaus am Marktplatz"),
        (
            {"room": "Saal 2", "streetAddress": "Weg 1", "postalCode": "12345", "locality": "Ort"},
            "Saal 2, Weg 1, 12345 Ort",
        ),
        ({"description": "N/A", "room": " "}, None),
        ([{"room": "Saal 2"}], "Saal 2"),
        ("Saal 2", "Saal 2"),
        ("https://o.example.org/location/1", None),
    ],
)
def test_the_place_of_a_meeting_in_words(location: Any, place: str | None) -> None:
    reading = read({"id": "https://o.example.org/meeting/1", "location": location}, expected=Meeting)
    assert next(item.place for item in reading.items if isinstance(item, Meeting)) == place


def test_a_paper_gives_all_that_is_in_it() -> None:
    reading = read(
        {
            "id": "https://o.example.org/paper/1",
            "mainFile": [{"id": "https://o.example.org/file/1"}, {"id": "https://o.example.org/file/2"}],
            "location": [{"id": "https://o.example.org/location/1", "streetAddress": "Weg 1"}],
            "consultation": [{"id": "https://o.example.org/consultation/1"}, "https://o.example.org/consultation/2"],
            "originatorPerson": ["https://o.example.org/person/1"],
            "originatorOrganization": ["SPD-Fraktion"],
            "underDirectionOf": "https://o.example.org/organization/1",
            "superordinatedPaper": ["https://o.example.org/paper/0"],
        },
        expected=Paper,
    )
    paper = next(item for item in reading.items if isinstance(item, Paper))
    assert paper.main_file == "https://o.example.org/file/1"
    assert [link.file[-1] for link in paper.files] == ["1", "2"]
    assert paper.locations == [PaperLocation(location="https://o.example.org/location/1")]
    assert paper.originators == [
        Originator(person="https://o.example.org/person/1", role="originator"),
        Originator(name="SPD-Fraktion", role="originator"),
        Originator(organization="https://o.example.org/organization/1", role="direction"),
    ]
    assert paper.relations == [PaperRelation(related_paper="https://o.example.org/paper/0", relation="superordinated")]
    assert paper.other == {"consultation": ["https://o.example.org/consultation/2"]}
    [station] = [item for item in reading.items if isinstance(item, Consultation)]
    assert (station.paper, station.position) == (paper.vendor_id, 0)
    [second] = [one for one in reading.references if one.target is Consultation]
    assert dict(second.context) == {"paper": paper.vendor_id, "position": 1}


def test_without_a_main_file_none_is_guessed() -> None:
    reading = read({"id": "https://o.example.org/paper/1", "auxiliaryFile": [{"id": "https://o.example.org/file/1"}]},
                   expected=Paper)  # fmt: skip
    paper = next(item for item in reading.items if isinstance(item, Paper))
    assert paper.main_file is None
    assert [link.role for link in paper.files] == ["auxiliaryFile"]


def test_body_person_and_organization_give_their_parts() -> None:
    reading = read(
        {"id": "https://o.example.org/body/1", "legislativeTerm": {"id": "https://o.example.org/term/1", "name": "XI"}},
        expected=Body,
    )
    assert [item.body for item in reading.items if isinstance(item, LegislativeTerm)] == [
        "https://o.example.org/body/1"
    ]
    reading = read({"id": "https://o.example.org/person/1", "membership": [{"role": "Mitglied"}]}, expected=Person)
    [membership] = [item for item in reading.items if isinstance(item, Membership)]
    assert membership.vendor_id == "https://o.example.org/person/1#membership-0"
    assert membership.person == "https://o.example.org/person/1"
    reading = read(
        {"id": "https://o.example.org/organization/1", "membership": ["https://o.example.org/membership/1"]},
        expected=Organization,
    )
    assert reading.items[0].other == {"membership": ["https://o.example.org/membership/1"]}


PERSON = {
    "id": "https://o.example.org/person/1",
    "name": "Erika Muster",
    "email": ["erika@example.org"],
    "phone": ["0211 123"],
    "location": {"id": "https://o.example.org/location/9", "streetAddress": "Privatweg 1"},
    "locationObject": {"id": "https://o.example.org/location/9", "streetAddress": "Privatweg 1"},
    "image": {"id": "https://o.example.org/file/9"},
    "VENDOR:emailPrivat": "erika@example.org",
    "VENDOR:telMobil": "0170 1",
    "plz": "12345",
    "Wohnort": "Musterstadt",
    "VENDOR:address": {"street": "Privatweg 1"},
    "VENDOR:kontakte": ["0211 123"],
    "VENDOR:info": {"note": "schreibt an erika@example.org", "sort": 3},
    "VENDOR:sortierung": 1,
}


def test_nothing_tells_how_to_reach_a_person_or_where_they_live() -> None:
    reading = read(PERSON, expected=Person)
    [person] = reading.items
    assert person.other == {"VENDOR:info": {"sort": 3}, "VENDOR:sortierung": 1}
    assert reading.references == []
    assert reading.mentioned == []
    meeting = read({"id": "https://o.example.org/meeting/1", "VENDOR:chair": {**PERSON, "type": SCHEMA + "Person"}},
                   expected=Meeting).items[0]  # fmt: skip
    assert "0211" not in repr(meeting)
    assert "Privatweg" not in repr(meeting)
    location = one({"persons": ["https://o.example.org/person/1"], "room": "Saal"}, Location)
    assert location.other == {}


def test_an_object_where_only_its_address_is_due_is_set_apart() -> None:
    reading = read({**MEETING, "organization": {"id": "https://o.example.org/organization/1", "name": "Rat"}})
    assert [item.vendor_id for item in reading.mentioned] == ["https://o.example.org/organization/1"]
    meeting = next(item for item in reading.items if isinstance(item, Meeting))
    assert meeting.organization == "https://o.example.org/organization/1"


def test_one_id_with_two_contents_is_two_objects() -> None:
    stations = [
        {
            "id": "https://o.example.org/consultation/1",
            "meeting": "https://o.example.org/meeting/1",
            "role": "Anhörung",
        },
        {
            "id": "https://o.example.org/consultation/1",
            "meeting": "https://o.example.org/meeting/2",
            "role": "Anhörung",
        },
    ]
    reading = read({"id": "https://o.example.org/paper/1", "consultation": stations}, expected=Paper)
    found = [item for item in reading.items if isinstance(item, Consultation)]
    assert [(item.vendor_id[-3:], (item.meeting or "")[-1], item.position) for item in found] == [
        ("n/1", "1", 0),
        ("1#2", "2", 1),
    ]
    [complaint] = reading.complaints
    assert complaint.severity == "warning"
    assert "other meeting" in complaint.came


def test_copies_of_one_object_are_one_and_say_all_that_any_of_them_says() -> None:
    short = {"id": "https://o.example.org/file/1", "name": "Anlage"}
    whole = {**short, "fileName": "anlage.pdf"}
    reading = read(short, whole, short, expected=File)
    [item] = reading.items
    assert isinstance(item, File)
    assert item.file_name == "anlage.pdf"
    assert reading.complaints == []


def test_objects_without_an_id_are_kept_and_reported() -> None:
    reading = read({"name": "a"}, {"name": "b"}, expected=Paper)
    assert [item.vendor_id for item in reading.items] == [f"{PAGE}#paper-1", f"{PAGE}#paper-2"]
    assert [complaint.severity for complaint in reading.complaints] == ["warning", "warning"]


@pytest.mark.parametrize("entry", [17, "Rat", ["a"], {"id": "https://o.example.org/x/1"}])
def test_what_is_no_object_is_reported(entry: Any) -> None:
    reading = read(entry)
    assert reading.items == []
    assert [complaint.severity for complaint in reading.complaints] == ["error"]


def test_an_object_of_another_type_than_due_is_read_as_what_it_is() -> None:
    value = {
        "id": "https://o.example.org/paper/1",
        "mainFile": {"id": "https://o.example.org/l/1", "type": SCHEMA + "Location"},
    }
    reading = read(value, expected=Paper)
    assert [type(item) for item in reading.items] == [Paper, Location]
    paper = reading.items[0]
    assert isinstance(paper, Paper)
    assert paper.main_file is None
    assert paper.other == {"mainFile": ["https://o.example.org/l/1"]}
    assert len(reading.complaints) == 1
