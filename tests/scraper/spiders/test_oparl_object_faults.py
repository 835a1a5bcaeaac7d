"""Objects of OParl servers that are embedded, named by address, shortened, or not there."""

from scraper.items import (
    AgendaItem,
    File,
    Location,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from tests.support.oparl_scrape import asked_pages, scrape
from tests.support.oparl_server import SCHEMA, OParlServer, meetings, obj, papers


def test_agenda_items_only_in_the_single_meeting() -> None:
    whole = meetings(5)
    site = OParlServer({"meeting": [{**one, "agendaItem": []} for one in whole]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in whole}
    crawled, asked = scrape(site)
    assert len(crawled.of(AgendaItem)) == 10
    assert len(crawled.of(Meeting)) == 5
    paths = [one.path for one in asked]
    assert len(paths) == len(set(paths)), "each address once"
    assert {"meetings", "agenda_items"} <= crawled.read_whole


def test_agenda_items_as_addresses_are_asked_for_once_each() -> None:
    [meeting] = meetings(1)
    items = meeting["agendaItem"]
    site = OParlServer({"meeting": [{**meeting, "agendaItem": [one["id"] for one in items]}]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in items}
    crawled, asked = scrape(site)
    assert [(one.position, one.meeting == crawled.of(Meeting)[0].vendor_id) for one in crawled.of(AgendaItem)] == [
        (0, True),
        (1, True),
    ]
    assert [one.path for one in asked].count("/body/1/agendaitem/0-0") == 1


def test_agenda_items_with_a_list_of_their_own_are_taken_from_it() -> None:
    whole = meetings(3)
    items = [item for meeting in whole for item in meeting["agendaItem"]]
    bare = [{**one, "agendaItem": [item["id"] for item in one["agendaItem"]]} for one in whole]
    crawled, asked = scrape(OParlServer({"meeting": bare, "agendaItem": items}))
    assert [item.position for item in crawled.of(AgendaItem)] == [0, 1] * 3
    assert all(item.meeting for item in crawled.of(AgendaItem))
    assert not [one.path for one in asked if "/agendaitem/" in one.path]


def test_the_lists_of_what_is_embedded_are_not_read() -> None:
    items = [item for meeting in meetings(3) for item in meeting["agendaItem"]]
    _, asked = scrape(OParlServer({"meeting": meetings(3), "agendaItem": items}))
    assert asked_pages(asked, "agendaItem") == []


def test_a_list_of_addresses() -> None:
    whole = papers(3)
    site = OParlServer({"paper": [one["id"] for one in whole]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in whole}
    crawled, _ = scrape(site)
    assert (len(crawled.of(Paper)), len(crawled.of(File))) == (3, 3)


def test_memberships_that_only_organizations_name() -> None:
    site = OParlServer(
        {
            "organization": [
                obj("Organization", 1, membership=["BASE/body/1/membership/1", "BASE/body/1/membership/2"])
            ],
            "person": [obj("Person", 1)],
        }
    )
    site.singles["/body/1/membership/1"] = obj("Membership", 1, person="BASE/body/1/person/1", role="Vorsitz")
    site.singles["/body/1/membership/2"] = [obj("Membership", 2, person="BASE/body/1/person/1")]
    crawled, _ = scrape(site)
    organization = crawled.of(Organization)[0].vendor_id
    assert [(one.role, one.organization) for one in crawled.of(Membership)] == [
        ("Vorsitz", organization),
        (None, organization),
    ]


def test_references_to_nothing_are_warnings_and_soon_no_longer_followed() -> None:
    stations = [obj("Consultation", n, meeting=f"BASE/body/1/meeting/secret-{n}") for n in range(50)]
    crawled, asked = scrape(OParlServer({"paper": [obj("Paper", 1, consultation=stations)]}))
    assert len([one for one in asked if "secret" in one.path]) == 20
    assert {one.severity for one in crawled.complaints} == {"warning"}
    assert "consultations" in crawled.read_whole


def test_other_servers_and_homes_are_never_asked() -> None:
    person = obj("Person", 1, location="BASE/body/1/location/home", email=["a@example.org"], membership=[])
    paper = obj("Paper", 1, relatedPaper=["https://elsewhere.example.org/paper/1"], mainFile=obj("File", 1))
    site = OParlServer({"person": [person], "paper": [paper], "locationList": [obj("Location", "home")]})
    crawled, asked = scrape(site)
    assert crawled.of(Location) == []
    assert {one.path for one in asked} == {"/system", "/bodies", "/list/person", "/list/paper", "/body/1/person/1"}
    assert crawled.of(Paper)[0].relations[0].related_paper == "https://elsewhere.example.org/paper/1"
    assert "example.org" not in repr(crawled.of(Person)[0].other)


def test_a_shortened_copy_does_not_replace_the_whole_object() -> None:
    short = {"id": "BASE/body/1/organization/1", "type": f"{SCHEMA}/Organization", "name": "Rat"}
    site = OParlServer(
        {
            "organization": [obj("Organization", 1, name="Rat", classification="Rat")],
            "meeting": [obj("Meeting", 1, organization=[short], agendaItem=[obj("AgendaItem", 1)])],
        }
    )
    crawled, _ = scrape(site)
    assert [one.classification for one in crawled.of(Organization)] == ["Rat"]


def test_persons_come_without_contact_data_and_with_their_memberships() -> None:
    person = obj("Person", 1, phone=["0211 1"], membership=[obj("Membership", 1, role="Mitglied")])
    crawled, _ = scrape(OParlServer({"person": [person], "organization": []}))
    assert crawled.of(Person)[0].other == {}
    assert crawled.of(Membership)[0].person == crawled.of(Person)[0].vendor_id
    assert {"persons", "memberships"} <= crawled.read_whole
