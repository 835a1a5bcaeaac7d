"""A sitting of SessionNet 6 with its agenda, documents and committees."""

import json
from typing import Any

import pytest

from pipelines.german.dates import read_date
from scraper.items import AgendaItem, Consultation, File, Meeting, Organization, Paper
from scraper.pages.sessionnet6.addresses import calendar_url, folder_of, kind_of, organizations_urls
from tests.scraper.pages.sessionnet6.saved import PAGES, SHOWN_AT, SITE, of, read, read_as


def changed(answer: str, **fields: Any) -> bytes:
    """The answer with some fields of its first object changed."""
    first, *others = json.loads(PAGES.joinpath(answer).read_bytes())
    return json.dumps([first | fields, *others]).encode()


def test_sittings() -> None:
    reading = read("sitzungen.json")
    assert reading.complaints == []
    first, second, third = of(reading, Meeting)
    assert first == {
        "vendor_id": "7001",
        "source_url": f"{SITE}sitzungen/7001",
        "other": {"Sitzung": "WA/007/2027", "Freigabe": "2027-02-20"},
        "name": "7. Sitzung des Werkausschusses",
        "start_text": "2027-03-02 17:00-18:25 Uhr",
        "place": "Bürgerhaus, Saal 1, Am Anger 3, 99999 Musterhausen",
    }
    assert (second["place"], second["cancelled"]) == ("Vor Ort: Kläranlage anschließend: Rathaus, Musterhausen", True)
    assert third["place"] == "Musterwald"
    found = [read_date(one["start_text"]) for one in (first, second, third)]
    assert [(one.start, one.end) for one in found if one] == [
        ("2027-03-02T17:00:00+01:00", "2027-03-02T18:25:00+01:00"),
        ("2027-03-16T18:30:00+01:00", None),
        ("2027-03-20", None),
    ]


def test_agendas_that_the_app_does_not_open_are_not_asked_for() -> None:
    assert [(one.kind, one.key, one.url) for one in read("sitzungen.json").follow] == [
        ("agenda", "7001", f"{SITE}api/v1/sitzungen/7001/tagesordnung"),
        ("agenda", "7002", f"{SITE}api/v1/sitzungen/7002/tagesordnung"),
    ]


def test_an_agenda() -> None:
    reading = read("tagesordnung.json")
    assert reading.complaints == []
    items = of(reading, AgendaItem)
    assert [(one["vendor_id"], one["position"], one["number"], one["name"], one["public"]) for one in items] == [
        ("9001", 0, "1", "Eröffnung", True),
        ("9002", 1, "2", "Beschlüsse", True),
        ("9003", 2, "2.1", "Neubau der Kläranlage", True),
        ("9004", 3, "3", "Anfragen", True),
    ]
    assert [one.get("parent") for one in items] == [None, None, "9002", None]
    assert [one.get("result") for one in items] == [
        "bestätigt",
        None,
        "mehrheitlich beschlossen\nJa: 9, Nein: 2, Enthaltungen: 0, Befangen: 1",
        None,
    ]
    assert items[2]["other"] == {"Langtext": "Neubau der Kläranlage\nhier: Vergabe"}
    assert of(reading, Paper) == [{"vendor_id": "4711"}]
    assert of(reading, Consultation) == [
        {
            "vendor_id": "4711-7001",
            "paper": "4711",
            "meeting": "7001",
            "agenda_item": "9003",
            "organization": "12",
        }
    ]


def test_whose_sitting_it_is_stands_in_its_agenda() -> None:
    assert of(read("tagesordnung.json"), Meeting) == [
        {"vendor_id": "7001", "organization": "12", "organizations": [{"organization": "12"}]}
    ]


def test_documents_of_items() -> None:
    reading = read("dokumente.json")
    assert reading.complaints == []
    assert of(reading, AgendaItem) == [
        {
            "vendor_id": "9003",
            "meeting": "7001",
            "resolution_file": "82002",
            "files": [{"file": "82001", "role": "auxiliaryFile"}, {"file": "82002", "role": "resolutionFile"}],
        },
        {"vendor_id": "9004", "meeting": "7001", "files": [{"file": "82003", "role": "auxiliaryFile"}]},
    ]
    address = "https://rats.example.org/buergerportal/api/v1/dokumente/82001/datei"
    assert of(reading, File)[0] == {
        "vendor_id": "82001",
        "name": "Beschlussvorlage",
        "mime_type": "application/pdf",
        "access_url": address,
        "download_url": address,
    }


def test_committees() -> None:
    reading = read("gremien.json")
    assert reading.complaints == []
    assert of(reading, Organization)[1] == {"vendor_id": "12", "name": "Werkausschuss", "member_count": 9}


@pytest.mark.parametrize(
    ("answer", "fields"),
    [
        ("sitzungen.json", {"siNr": 0}),
        ("sitzungen.json", {"dat": "2.3.2027"}),
        ("sitzungen.json", {"name": None}),
        ("tagesordnung.json", {"toNr": "x"}),
        ("tagesordnung.json", {"text": "", "textLang": ""}),
        ("tagesordnung.json", {"oSt": 2}),
        ("tagesordnung.json", {"abstimmungErgebnis": {"ja": "viele"}}),
        ("dokumente.json", {"ref": "/buergerportal/api/v1/dokumente/9/datei"}),
        ("dokumente.json", {"toNr": 0}),
        ("gremien.json", {"name": ""}),
    ],
)
def test_what_is_odd_is_complained_of(answer: str, fields: dict[str, Any]) -> None:
    assert read_as(changed(answer, **fields), SITE + SHOWN_AT[answer]).complaints


@pytest.mark.parametrize("answer", SHOWN_AT)
@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"", "an empty answer"),
        (b'[{"siNr": 7', "damaged data"),
        (b'{"error": "Forbidden"}', "an error: error Forbidden"),
        (b'[{"id": 1}]', "other data"),
        (b"<html><title>SessionNet</title><app-root></app-root></html>", "the page of the app"),
        (b"<html><h1>Anmeldung</h1><input type=password></html>", "a login page"),
        (b"<html><title>Just a moment...</title></html>", "a check for browsers"),
    ],
)
def test_something_else_is_said_to_be_what_it_is(answer: str, body: bytes, came: str) -> None:
    reading = read_as(body, SITE + SHOWN_AT[answer])
    assert reading.items == []
    (complaint,) = reading.complaints
    assert complaint.severity == "error"
    assert complaint.came.startswith(came)


@pytest.mark.parametrize("answer", ["sitzungen.json", "tagesordnung.json", "dokumente.json"])
def test_an_empty_list_is_no_fault(answer: str) -> None:
    assert read_as(b"[]", SITE + SHOWN_AT[answer]).complaints == []


def test_a_town_without_committees_is_odd() -> None:
    assert read_as(b"[]", SITE + SHOWN_AT["gremien.json"]).complaints


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("", ""),
        ("startseite", ""),
        ("sitzungen/1127", ""),
        ("api/v1/sitzungen/7001/tagesordnung?x=1", ""),
        ("gremien/", ""),
        ("bi/", "bi/"),
    ],
)
def test_the_folder_of_the_app(address: str, folder: str) -> None:
    assert folder_of(SITE + address) == SITE + folder


def test_addresses_that_are_asked() -> None:
    assert calendar_url(SITE + "kalender", 2028, 2) == f"{SITE}api/v1/sitzungen?von=2028-02-01&bis=2028-02-29"
    assert organizations_urls("https://rats.example.org/") == ["https://rats.example.org/api/v1/gremien"]


@pytest.mark.parametrize("address", ["", "sitzungen/7001", "api/v1/personen", "api/v1/dokumente/1/datei", "http://["])
def test_other_addresses_are_not_read(address: str) -> None:
    assert kind_of(address if "[" in address else SITE + address) is None
