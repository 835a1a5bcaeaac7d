"""Lists of committees and groups, their members, and a person."""

import pytest

from scraper.items import Membership, Organization, Person
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of


def test_the_list_of_groups() -> None:
    reading = read("fr010-classic.html")
    assert of(reading, Organization) == [
        {
            "vendor_id": "fr12",
            "name": "Fraktion Mitte",
            "organization_type": "Fraktion",
            "classification": "Fraktion/Gruppe",
            "member_count": 14,
        },
        {
            "vendor_id": "fr9",
            "name": "Gruppe Land",
            "organization_type": "Fraktion",
            "classification": "Fraktion/Gruppe",
            "end_date": "28.05.2024",
        },
    ]
    assert leads_to(reading)["organization", "fr12"] == "fr020.asp?FRLFDNR=12"
    assert reading.complaints == []


def test_committee_and_group_of_one_number_are_two() -> None:
    groups, committee = of(read("fr010-classic.html"), Organization), of(read("au020-classic.html"), Organization)
    assert (groups[0]["vendor_id"], committee[0]["vendor_id"]) == ("fr12", "au12")


@pytest.mark.parametrize("page", ["au020-classic.html", "pa021-classic.html", "kp020-classic.html"])
def test_the_heading_of_the_site_around_is_nobody_s_name(page: str) -> None:
    within = text_of(page).replace("<body >", "<body ><header><h1>Stadt Musterstadt</h1></header>")
    assert "<h1>Stadt Musterstadt" in within
    first = read_as(within, SITE + SHOWN_AT[page]).items[0]
    assert isinstance(first, Organization | Person)
    assert first.name in {"Werkausschuss", "Stadtrat", "Erika Muster"}


def test_a_committee_and_its_members() -> None:
    reading = read("au020-classic.html")
    assert of(reading, Organization) == [
        {"vendor_id": "au12", "source_url": f"{SITE}au020.asp?AULFDNR=12", "name": "Werkausschuss"}
    ]
    assert of(reading, Person) == [
        {"vendor_id": "261", "name": "Erika Muster", "family_name": "Muster", "given_name": "Erika"},
        {"vendor_id": "262", "name": "Dr. Otto von Beispiel"},
    ]
    assert of(reading, Membership) == [
        {
            "vendor_id": "261-au12",
            "person": "261",
            "organization": "au12",
            "role": "Ausschussvorsitz",
            "start_date": "01.11.2025",
            "other": {"Funktion": "Fraktion Mitte"},
        },
        {
            "vendor_id": "262-au12",
            "person": "262",
            "organization": "au12",
            "role": "Ausschussmitglied",
            "other": {"Funktion": "Fraktion Land"},
        },
    ]
    assert leads_to(reading)["person", "261"] == "kp020.asp?KPLFDNR=261&history=true"
    assert reading.complaints == []


def test_the_list_of_people() -> None:
    reading = read("kp041-classic.html")
    assert [(one["vendor_id"], one["name"]) for one in of(reading, Person)] == [
        ("261", "Erika Muster"),
        ("263", "Ida Probe"),
    ]
    assert leads_to(reading)["person", "263"] == "kp020.asp?KPLFDNR=263&history=true"
    assert reading.complaints == []


def test_the_only_council_of_a_site_has_the_number_that_its_links_say() -> None:
    assert of(read("pa021-classic.html"), Organization) == [
        {"vendor_id": "pa1", "source_url": f"{SITE}pa020.asp?PALFDNR=1", "name": "Stadtrat"}
    ]


def test_a_person_with_earlier_memberships() -> None:
    reading = read("kp020-classic.html")
    assert of(reading, Person) == [
        {"vendor_id": "261", "source_url": f"{SITE}kp020.asp?KPLFDNR=261", "name": "Erika Muster"}
    ]
    told = [
        (one["vendor_id"], one["role"], one.get("start_date"), one.get("end_date")) for one in of(reading, Membership)
    ]
    assert told == [
        ("261-pa1", "Ratsmitglied", "01.11.2025", None),
        ("261-au12", "Ausschussvorsitz", "01.11.2025", None),
        ("261-au12-01.11.2020", "Ausschussmitglied", "01.11.2020", "31.10.2025"),
    ]
    assert reading.complaints == []


def test_committee_and_person_say_the_same() -> None:
    listed, told = of(read("au020-classic.html"), Membership)[0], of(read("kp020-classic.html"), Membership)[1]
    assert {field: listed[field] for field in told} == told
    listed, told = of(read("au020-classic.html"), Person)[0], of(read("kp020-classic.html"), Person)[0]
    assert listed["name"] == told["name"]


@pytest.mark.parametrize("page", ["au020-classic.html", "kp020-classic.html"])
def test_no_address_and_no_number_of_a_telephone_is_taken(page: str) -> None:
    assert "Am Markt" in text_of(page) or "Musterweg" in text_of(page)
    taken = str([of(read(page), Organization), of(read(page), Person), of(read(page), Membership)])
    assert not any(word in taken for word in ("Am Markt", "Musterweg", "01234"))


@pytest.mark.parametrize(
    ("written", "name", "family", "form"),
    [
        ("Muster, Erika", "Erika Muster", "Muster", None),
        ("von der Aue, Dr. Ida", "Dr. Ida von der Aue", "von der Aue", None),
        ("Frau Erika Muster", "Erika Muster", None, "Frau"),
        ("Herrn Otto Beispiel", "Otto Beispiel", None, "Herr"),
        ("Erika Muster, MdL", "Erika Muster, MdL", None, None),
    ],
)
def test_names_are_written_in_several_ways(written: str, name: str, family: str | None, form: str | None) -> None:
    page = text_of("au020-classic.html").replace("Muster, Erika", written)
    person = of(read_as(page, SITE + SHOWN_AT["au020-classic.html"]), Person)[0]
    assert (person["name"], person.get("family_name"), person.get("form_of_address")) == (name, family, form)


@pytest.mark.parametrize(
    ("page", "old", "new", "expected", "severity"),
    [
        ("fr010-classic.html", "FRLFDNR=", "NR=", "a committee with its number and its name", "error"),
        ("fr010-classic.html", "fr020", "fr099", "links to committees in the list", "error"),
        ("au020-classic.html", "<th nowrap", "<td nowrap", "2 cells under as many headings", "error"),
        ("au020-classic.html", "KPLFDNR", "NR", "a member with a number", "error"),
        ("au020-classic.html", "Muster, Erika", "", "the name of person 261", "warning"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str, severity: str) -> None:
    assert old in text_of(page)
    complaints = read_as(text_of(page).replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert [one.severity for one in complaints if one.expected.startswith(expected)][:1] == [severity], complaints


def test_how_to_reach_a_member_is_not_taken() -> None:
    page = text_of("au020-classic.html").replace('title="">Funktion<', 'title="">Telefon<')
    body = page.replace("Fraktion Mitte", "0123 456").replace("Fraktion Land", "otto@example.org")
    reading = read_as(body, SITE + SHOWN_AT["au020-classic.html"])
    assert [one.get("other") for one in of(reading, Membership)] == [None, None]
    assert reading.complaints == []
