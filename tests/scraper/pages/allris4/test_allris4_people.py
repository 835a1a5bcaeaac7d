import pytest

from scraper.items import Membership, Organization, Person
from tests.scraper.pages.allris4.saved import PAGES, SHOWN_AT, SITE, leads_to, of, read, read_as, saved


def test_the_list_of_committees_has_headings() -> None:
    reading = read("gr010-rows.xml")
    told = [
        (one["vendor_id"], one["name"], one["classification"], one["organization_type"])
        for one in of(reading, Organization)
    ]
    assert told == [
        ("1", "Stadtrat", "Stadtrat", "Gremium"),
        ("12", "Werkausschuss", "Ausschüsse", "Gremium"),
        ("21", "FWG", "Fraktionen und Gruppen", "Fraktion"),
    ]
    assert leads_to(reading)["organization", "21"] == "gr020?GRLFDNR=21"
    assert reading.complaints == []


def test_a_committee_and_its_members() -> None:
    reading = read("gr020.html")
    assert of(reading, Organization) == [
        {"vendor_id": "12", "source_url": f"{SITE}gr020?GRLFDNR=12", "name": "Werkausschuss"}
    ]
    assert of(reading, Person) == [
        {"vendor_id": "501", "name": "Dr. Ilse Quellbach", "form_of_address": "Frau"},
        {"vendor_id": "502", "name": "Bodo Wehrheim", "form_of_address": "Herr"},
        {"vendor_id": "12-Uta Steg", "name": "Uta Steg"},
    ]
    chair, member, _ = of(reading, Membership)
    assert chair == {
        "vendor_id": "501-12",
        "person": "501",
        "organization": "12",
        "role": "Vorsitzende",
        "start_date": "01.07.2024",
        "other": {"Mitgliedschaft": "FWG"},
    }
    assert (member["role"], member["end_date"]) == ("Mitglieder", "31.12.2026")
    assert leads_to(reading) == {("person", "501"): "kp020?KPLFDNR=501", ("person", "502"): "kp020?KPLFDNR=502"}
    assert reading.complaints == []


def test_a_person_and_their_committees() -> None:
    reading = read("kp020.html")
    assert of(reading, Person) == [
        {
            "vendor_id": "501",
            "source_url": f"{SITE}kp020?KPLFDNR=501",
            "name": "Dr. Ilse Quellbach",
            "form_of_address": "Frau",
        }
    ]
    # The latest membership is the one that the committee's page tells of, and has the same name there.
    assert [one["vendor_id"] for one in of(reading, Membership)] == ["501-1", "501-12", "501-12-01.07.2019"]
    assert reading.complaints == []


@pytest.mark.parametrize("before", ["Recherche Person ", "Person - ", "Mitglied - "])
def test_what_stands_before_a_name_is_none_of_it(before: str) -> None:
    body = saved("kp020.html").decode().replace('<h1 class="title">', f'<h1 class="title">{before}')
    assert of(read_as(body.encode(), SITE + SHOWN_AT["kp020.html"]), Person)[0]["name"] == "Dr. Ilse Quellbach"


def test_the_heading_of_the_site_around_is_nobody_s_name() -> None:
    for page, name in (("kp020.html", "Dr. Ilse Quellbach"), ("gr020.html", "Werkausschuss")):
        within = saved(page).decode().replace("<body>", '<body><h1 class="title">Stadt Neustadt</h1>')
        first = read_as(within.encode(), SITE + SHOWN_AT[page]).items[0]
        assert isinstance(first, Organization | Person)
        assert first.name == name


def test_the_order_of_the_rows_does_not_matter() -> None:
    body = saved("kp020.html").decode()
    body = body.replace("01.07.2024", "X").replace("01.07.2019", "01.07.2024").replace("X", "01.07.2019")
    reading = read_as(body.encode(), SITE + SHOWN_AT["kp020.html"])
    assert [one["vendor_id"] for one in of(reading, Membership)] == ["501-1", "501-12-01.07.2019", "501-12"]


def test_no_contact_of_a_person_is_taken() -> None:
    assert b"quellbach@" in PAGES.joinpath("kp020.html").read_bytes()
    for page in ("kp020.html", "gr020.html"):
        told = str(of(read(page), Person, Membership, Organization))
        assert "@" not in told
        assert "Mühlgasse" not in told
