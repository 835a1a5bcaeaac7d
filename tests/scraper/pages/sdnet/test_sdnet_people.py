"""Committees, groups and persons."""

import pytest

from scraper.items import Membership, Organization, Person
from tests.scraper.pages.sdnet.saved import PAGES, SITE, changed, leads_to, of, read


def test_the_lists_of_committees_and_groups() -> None:
    assert of(read("gremien.html"), Organization)[:2] == [
        {
            "vendor_id": "rat-der-stadt-klarhausen",
            "name": "Rat der Stadt Klarhausen",
            "classification": "Rat",
            "organization_type": "Gremium",
        },
        {
            "vendor_id": "werkausschuss",
            "name": "Werkausschuss",
            "classification": "Ausschuss",
            "organization_type": "Gremium",
        },
    ]
    assert of(read("fraktionen.html"), Organization) == [
        {"vendor_id": "fraktion-klares-wasser", "name": "Fraktion Klares Wasser", "organization_type": "Fraktion"}
    ]
    assert leads_to(read("gremien.html"))["organization", "werkausschuss"] == "gremien/?__=S2xhckFscE9yZ2FuMDAx"
    assert read("gremien.html").complaints == read("fraktionen.html").complaints == []


def test_the_members_of_a_committee() -> None:
    reading = read("gremium.html")
    assert of(reading, Organization) == [
        {"vendor_id": "werkausschuss", "source_url": f"{SITE}gremien/?__=R3JlbWl1bQ", "name": "Werkausschuss"}
    ]
    assert of(reading, Person) == [
        {"vendor_id": "wilma-muster", "name": "Dr. Wilma Muster", "form_of_address": "Frau"},
        {"vendor_id": "bodo-beispiel", "name": "Bodo Beispiel"},
        {"vendor_id": "otto-ohnelink", "name": "Otto Ohnelink", "form_of_address": "Herr"},
    ]
    assert of(reading, Membership)[0] == {
        "vendor_id": "wilma-muster-werkausschuss",
        "person": "wilma-muster",
        "organization": "werkausschuss",
        "role": "Vorsitz",
        "other": {"Fraktion": "Fraktion Klares Wasser"},
    }
    assert leads_to(reading) == {
        ("person", "wilma-muster"): "personen/?__=S2xhckFscFBlcnNvbjE",
        ("person", "bodo-beispiel"): "personen/?__=S2xhckFscFBlcnNvbjI",
    }
    assert reading.complaints == []


def test_a_person_and_their_memberships() -> None:
    reading = read("person.html")
    assert of(reading, Person) == [
        {
            "vendor_id": "wilma-muster",
            "source_url": f"{SITE}personen/?__=UGVyc29u",
            "name": "Dr. Wilma Muster",
            "form_of_address": "Frau",
            "status": ["Ratsmitglied"],
        }
    ]
    assert [(one["vendor_id"], one["start_date"], one.get("end_date")) for one in of(reading, Membership)] == [
        ("wilma-muster-werkausschuss", "05.11.2025", None),  # as the committee's page names it
        ("wilma-muster-werkausschuss-03.11.2020", "03.11.2020", "31.10.2025"),
        ("wilma-muster-fraktion-klares-wasser", "05.11.2025", None),
    ]
    assert reading.complaints == []


@pytest.mark.parametrize("page", ["gremium.html", "person.html"])
def test_no_contact_of_a_person_is_taken(page: str) -> None:
    assert "0999" in PAGES.joinpath(page).read_text()
    told = repr([vars(item) for item in read(page).items])
    assert not any(words in told for words in ("0999", "Bachweg", "wilma@"))


def test_a_committee_without_members_is_no_complaint() -> None:
    text = PAGES.joinpath("gremium.html").read_text()
    start, end = text.index('<table id="table0"'), text.index("</table></div>\n\n</div>")
    reading = changed("gremium.html", text[start : end + 8], "<p>Es sind keine Mitglieder eingetragen.</p>")
    assert (len(reading.items), reading.complaints) == (1, [])


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("gremien.html", "column-art", "x", "cells that say what they show"),
        ("gremien.html", "/gremien/?__=S2xhckFscE9yZ2FuMDAx", "/x", "a link to each committee"),
        ("gremien.html", "<span>Werkausschuss</span>", "", "the name of each committee"),
        ("gremium.html", "column-funktion", "x", "cells that say what they show"),
        ("gremium.html", "Frau Dr. Wilma Muster", "", "a member with a name and a link"),
        ("gremium.html", ">Bezeichnung:<", ">Ort:<", None),
        ("gremium.html", "<td>Werkausschuss</td>", "<td>Rat</td>", "the committee 'Werkausschuss'"),
        ("gremium.html", "personen/?__=S2xhckFscFBlcnNvbjI", "x", "a member with a name and a link"),
        ("person.html", "column-gremium", "x", "memberships with their committees"),
        ("person.html", "<td>Frau Dr. Wilma Muster</td>", "<td>Bodo Beispiel</td>", "the person"),
        ("person.html", 'class="table-details"', "", "labels in the block that is marked as one"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str | None) -> None:
    complaints = changed(page, old, new).complaints
    if expected is None:  # the heading has the name too
        assert complaints == []
    else:
        assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints
