import pytest

from scraper.items import AgendaItem, Consultation, File, Paper
from tests.scraper.pages.allris4.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, saved


def test_a_paper() -> None:
    reading = read("vo020.html")
    assert of(reading, Paper) == [
        {
            "vendor_id": "4711",
            "source_url": f"{SITE}vo020?VOLFDNR=4711",
            # The kind has a dash of its own.
            "reference": "17/2027",
            "paper_type": "Antrag - Fraktion",
            "name": "Bänke am Mühlbach - Antrag der FWG-Fraktion",
            "date_text": "15.02.2027",
            "main_file": "9101",
            "files": [
                {"file": "9101", "role": "mainFile"},
                {"file": "9102", "role": "auxiliaryFile"},
                {"file": "4711-Lageplan", "role": "auxiliaryFile"},
            ],
            "originators": [
                {"organization": None, "person": None, "name": "Bauhof", "role": "direction"},
                {"organization": None, "person": None, "name": "FWG-Fraktion", "role": "originator"},
            ],
            "other": {"Status": "öffentlich (Vorlage freigegeben)", "Beteiligt": "Kämmerei; Ordnungsamt"},
        }
    ]
    assert reading.complaints == []


def test_an_attachment_has_no_address_of_its_own() -> None:
    *_, attachment = of(read("vo020.html"), File)
    assert attachment == {
        "vendor_id": "4711-Lageplan",
        "name": "Lageplan",
        "access_url": f"{SITE}vo020?VOLFDNR=4711",
    }


def test_a_station_has_none_one_or_several_sittings() -> None:
    reading = read("vo020.html")
    told = [
        (one["vendor_id"], one.get("meeting"), one.get("agenda_item"), one["role"], one["other"])
        for one in of(reading, Consultation)
    ]
    works, done = {"Gremium": "Werkausschuss"}, {"Status": "Erledigt"}
    assert told == [
        ("4711-70001", "70001", "4999", "Vorberatung", {**works, **done, "Ergebnis": "vertagt"}),
        ("4711-70011", "70011", "5003", "Vorberatung", {**works, **done}),
        ("4711-Hauptausschuss (intern)", None, None, "Vorberatung", {"Gremium": "Hauptausschuss (intern)", **done}),
        ("4711-Stadtrat", None, None, "Entscheidung", {"Gremium": "Stadtrat", "Status": "Geplant"}),
    ]
    assert [one["position"] for one in of(reading, Consultation)] == [0, 1, 2, 3]


def test_what_was_decided_on_an_item() -> None:
    reading = read("to020.html")
    assert of(reading, AgendaItem) == [
        {
            "vendor_id": "5003",
            "source_url": f"{SITE}to020?TOLFDNR=5003",
            "meeting": "70011",
            # The part with the votes has its title in a tooltip only; a row of its table is one line.
            "result": "geändert beschlossen\nDafür: 9 Dagegen: 2",
            "other": {"Protokoll": "Der Vorsitzende ruft den Antrag auf."},
            "resolution_text": "Am Mühlbach werden drei Bänke aufgestellt.\nStandort: Furt\nStandort: Wehr",
            "resolution_file": "9201",
            "files": [
                {"file": "9201", "role": "resolutionFile"},
                {"file": "9102", "role": "auxiliaryFile"},
                {"file": "to5003-Lageplan", "role": "auxiliaryFile"},
            ],
        }
    ]
    assert leads_to(reading) == {}
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("page", "written", "instead", "expected"),
    [
        ("vo020.html", "Antrag - Fraktion - 17/2027", "Vorlage", "the paper's number"),
        ("vo020.html", "<div>Stadtrat</div>", "<div></div>", "the committee of each station"),
        ("vo020.html", "./to010?SILFDNR=70001&amp;TOLFDNR=4999", "#", "a link with the sitting's number"),
        ("vo020.html", "<span>Gremium</span>", "<span>Ort</span>", "the columns Status, Datum, Gremium"),
        ("to020.html", '<div class="compFull roundedBorder" >', "<div>", "each text in a part of the page"),
        ("to020.html", "Wortprotokoll", "", "a title for each part of the page"),
    ],
)
def test_what_is_odd_is_told(page: str, written: str, instead: str, expected: str) -> None:
    body = saved(page).decode()
    assert written in body
    reading = read_as(body.replace(written, instead).encode(), SITE + SHOWN_AT[page])
    assert any(complaint.expected.startswith(expected) for complaint in reading.complaints)


def test_an_item_before_its_sitting_says_nothing_yet() -> None:
    body = saved("to020.html").decode()
    start, end = body.index('<div id="mainContent">'), body.index('<aside tabindex="-1" aria-label="Legende"')
    body = body[:start] + "</div>" + body[end:]
    body = body.replace('id="toBeschlussart">geändert beschlossen', 'id="toBeschlussart">')
    reading = read_as(body.encode(), SITE + SHOWN_AT["to020.html"])
    (item,) = of(reading, AgendaItem)
    assert "result" not in item
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("page", "address", "expected"),
    [("vo020.html", "vo020?VOLFDNR=99", "paper 99"), ("to020.html", "to020?TOLFDNR=99", "item 99")],
)
def test_the_page_of_another_thing_is_not_read(page: str, address: str, expected: str) -> None:
    reading = read_as(saved(page), SITE + address)
    assert reading.items == []
    assert [complaint.expected for complaint in reading.complaints] == [expected]
