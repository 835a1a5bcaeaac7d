import re

import pytest

from pipelines.german.dates import read_date
from scraper.items import AgendaItem, Consultation, File, Meeting, Paper
from scraper.pages.allris4 import READERS
from tests.scraper.pages.allris4.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, saved

ADDRESS = SITE + SHOWN_AT["to010.html"]


def test_a_sitting() -> None:
    reading = read("to010.html")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "70011",
            "source_url": f"{SITE}to010?SILFDNR=70011",
            "name": "Sitzung des Werkausschusses",
            "organization": "12",
            "organizations": [{"organization": "12"}],
            "start_text": "02.03.2027 17:00 - 18:26",
            "state": "Niederschrift öffentlich",
            "place": "Rathaus, Zimmer 4, Am Markt 1, 12345 Neustadt",
            "invitation": "9001",
            "results_protocol": "9002",
            "files": [{"file": "9001", "role": "invitation"}, {"file": "9002", "role": "resultsProtocol"}],
            "other": {
                "Anlass": "ordentliche Sitzung",
                "Status": "gemischt",
                "parts": [{"name": "Öffentlicher Teil", "time": "17:00 - 18:10 Uhr"}],
            },
        }
    ]
    date = read_date("02.03.2027 17:00 - 18:26", None)
    assert date is not None
    assert (date.start, date.end) == ("2027-03-02T17:00:00+01:00", "2027-03-02T18:26:00+01:00")
    assert reading.complaints == []


def test_its_items_are_a_tree() -> None:
    reading = read("to010.html")
    to020 = f"{SITE}to020?TOLFDNR="
    first, above, below, unlinked, hidden = of(reading, AgendaItem)
    common = {"meeting": "70011", "public": True}
    assert first == {
        **common,
        "vendor_id": "5001",
        "source_url": f"{to020}5001",
        "position": 0,
        "number": "1",
        "name": "Eröffnung der Sitzung",
    }
    assert above["other"] == {"Zuständigkeit": "Entscheidung"}
    assert below == {
        **common,
        "vendor_id": "5003",
        "source_url": f"{to020}5003",
        "position": 2,
        "number": "2.1",
        "name": 'Antrag der FWG-Fraktion: "Bänke am Mühlbach"',
        "parent": "5002",
        "consultation": "4711-70011",
        "files": [{"file": "9102", "role": "auxiliaryFile"}],
    }
    # Its link has neither id nor address; its number stands at the button beside it.
    assert unlinked == {
        **common,
        "vendor_id": "5004",
        "position": 3,
        "number": "3",
        "name": "Sachstand Kläranlage",
        "other": {"Zusatz": "(neu)", "Vorlage": "18/2027", "Zuständigkeit": "Kenntnisnahme"},
    }
    assert hidden == {
        "vendor_id": "5005",
        "meeting": "70011",
        "position": 4,
        "number": "4",
        "name": "Vergabe",
        "public": False,
    }


def test_papers_documents_and_what_follows() -> None:
    reading = read("to010.html")
    assert of(reading, Paper) == [{"vendor_id": "4711", "reference": "17/2027"}]
    assert of(reading, Consultation) == [
        {
            "vendor_id": "4711-70011",
            "paper": "4711",
            "meeting": "70011",
            "agenda_item": "5003",
            "role": "Entscheidung",
        }
    ]
    assert [(file["vendor_id"], file["name"]) for file in of(reading, File)] == [
        ("9001", "Einladung"),
        ("9002", "Niederschrift öffentlich"),
        ("9102", "Sammeldokument öffentlich"),
    ]
    assert leads_to(reading) == {
        ("organization", "12"): "gr020?GRLFDNR=12",
        ("item", "5001"): "to020?TOLFDNR=5001&SILFDNR=70011",
        ("item", "5002"): "to020?TOLFDNR=5002&SILFDNR=70011",
        ("item", "5003"): "to020?TOLFDNR=5003&SILFDNR=70011",
        ("paper", "4711"): "vo020?VOLFDNR=4711&refresh=false",
    }


def test_version_4_0_with_whole_addresses_and_results_in_the_table() -> None:
    reading = read("to010-40.html")
    (meeting,) = of(reading, Meeting)
    # The page's first heading is the town's; whoever works on the sitting is nobody's business.
    assert meeting["name"] == "4. Sitzung der Stadtverordneten"
    assert meeting["other"] == {"Gremium": "Stadtverordnetenversammlung"}
    told = [(one["vendor_id"], one.get("number"), one["name"], one["public"]) for one in of(reading, AgendaItem)]
    assert told == [
        ("601", "1.", "Bürgerfragestunde", True),
        ("602", None, "Dringlichkeitsantrag zur Feuerwehr", True),
        ("603", "2.", "Niederschrift der letzten Sitzung", True),
        ("604", "3.", "Grundstück", False),
    ]
    assert [one.get("result") for one in of(reading, AgendaItem)] == [
        "zur Kenntnis genommen",
        "einstimmig zugestimmt",
        None,
        None,
    ]
    assert leads_to(reading)["paper", "88"] == "vo020?VOLFDNR=88&refresh=false"
    assert reading.complaints == []


def test_columns_are_known_by_their_headings_where_cells_have_no_class() -> None:
    body = saved("to010.html").decode()
    for name in ("tonr", "tobetreff", "tovonr", "tozunr"):
        body = body.replace(f'<td class="{name}">', "<td>")
    assert of(read_as(body.encode(), ADDRESS), AgendaItem) == of(read("to010.html"), AgendaItem)


def test_a_paper_that_is_on_the_agenda_twice_has_two_consultations() -> None:
    row = "<div>18/2027</div>"
    link = '<a href="./vo020?VOLFDNR=4711&amp;TOLFDNR=5004" id="vo_5004">17/2027</a>'
    reading = read_as(saved("to010.html").decode().replace(row, link).encode(), ADDRESS)
    assert [one["vendor_id"] for one in of(reading, Consultation)] == ["4711-70011", "4711-70011-5004"]


def test_a_sitting_without_an_agenda_yet() -> None:
    body = saved("to010.html").decode()
    start, end = body.index('<div id="mainContent">'), body.index('<aside tabindex="-1" aria-label="Legende"')
    reading = read_as((body[:start] + "</div>" + body[end:]).encode(), ADDRESS)
    assert [one["vendor_id"] for one in of(reading, Meeting)] == ["70011"]
    assert of(reading, AgendaItem) == []
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("Nichtöffentlicher Teil</p>", "Öffentlicher Teil</p>", "items as public as their part (public)"),
        ("Nichtöffentlicher Teil</p>", "Pause</p>", "items as public as their part (public)"),
        ("Eröffnung der Sitzung", "", "a number in the database and a title for each item"),
        ('id="betreff_5001"', "", None),
        ("SILFDNR=70011", "SILFDNR=70012", "meeting 70011"),
        ('href="./vo020?VOLFDNR=4711&amp;refresh=false&amp;TOLFDNR=5003"', "", "a link with the paper's number"),
        (
            '<tr id="id7e" class="odd numeven"',
            "<tr><td>Pause</td></tr><tr",
            "rows of an agenda with items and headings",
        ),
    ],
)
def test_what_is_odd_is_told(written: str, instead: str, expected: str | None) -> None:
    reading = read_as(saved("to010.html").decode().replace(written, instead).encode(), ADDRESS)
    told = [complaint.expected for complaint in reading.complaints]
    assert told == [] if expected is None else any(one.startswith(expected) for one in told)


def test_an_item_below_a_heading_that_is_not_public_is_not_public_whatever_its_mark() -> None:
    page = saved("to010.html").decode().replace("<p>Öffentlicher Teil (", "<p>Vertraulicher Teil (")
    reading = read_as(page.encode(), ADDRESS)
    assert not any(one["public"] for one in of(reading, AgendaItem))
    assert {one.severity for one in reading.complaints} == {"warning"}


def test_the_page_of_another_sitting_is_not_read() -> None:
    reading = read_as(saved("to010.html"), f"{SITE}to010?SILFDNR=70099&refresh=false")
    assert reading.items == []
    assert [complaint.expected for complaint in reading.complaints] == ["meeting 70099"]


@pytest.mark.parametrize("url", [ADDRESS, f"{SITE}noauth"])
def test_a_sitting_that_is_not_public_is_a_warning(url: str) -> None:
    reading = READERS["agenda"](saved("not-public.html"), url)
    assert reading.items == []
    assert [complaint.severity for complaint in reading.complaints] == ["warning"]


def test_a_heading_without_the_date_is_not_the_sitting_s_name() -> None:
    body = saved("to010.html").decode().replace('id="sibetreff"', "").replace("Betreff:</", "Anlass der Sitzung:</")
    body = re.sub(r"<h1[^>]*>.*?</h1>", "<h1>Stadt Neustadt</h1>", body, flags=re.DOTALL)
    assert of(read_as(body.encode(), ADDRESS), Meeting)[0]["name"] == "Werkausschuss"
