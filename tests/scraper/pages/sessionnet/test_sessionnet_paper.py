import pytest

from scraper.items import Consultation, File, Paper
from tests.scraper.pages.sessionnet.saved import PAGES, SHOWN_AT, SITE, leads_to, of, read, read_as


def test_a_paper_of_layout_6() -> None:
    reading = read("vo0050-layout6.html")
    assert of(reading, Paper) == [
        {
            "vendor_id": "4711",
            "source_url": f"{SITE}vo0050.php?__kvonr=4711",
            "reference": "0017/2027",
            "name": "Neubau der Kläranlage",
            "paper_type": "Beschlussvorlage",
            "date_text": "11.02.2027",
            "main_file": "82001",
            "files": [{"file": "82005", "role": "auxiliaryFile"}, {"file": "82001", "role": "mainFile"}],
            "originators": [
                {"organization": "31", "person": None, "name": "Fraktion Stadtgrün", "role": "originator"},
                {"organization": None, "person": None, "name": "Tiefbauamt", "role": "direction"},
            ],
            "other": {"Aktenzeichen": "66.1"},
        }
    ]
    assert leads_to(reading) == {("consultations", "4711"): "vo0053.php?__kvonr=4711"}
    assert reading.complaints == []


def test_stations_on_cards() -> None:
    reading = read("vo0053-cards.html")
    assert of(reading, Consultation) == [
        {
            "vendor_id": "4711-7001",
            "paper": "4711",
            "meeting": "7001",
            "agenda_item": "7001-2-1",
            "role": "Vorberatung",
            "position": 0,
            "other": {"Gremium": "Werk- und Betriebsausschuss"},
        },
        {
            "vendor_id": "4711-7010",
            "paper": "4711",
            "meeting": "7010",
            "agenda_item": "7010-5",
            "position": 1,
            "other": {"Gremium": "Stadtrat", "Ergebnis": "Mehrheitlich beschlossen"},
        },
        {
            "vendor_id": "4711-Kreistag",
            "paper": "4711",
            "position": 2,
            "other": {"Gremium": "Kreistag", "Datum": "20.04.2027"},
        },
    ]
    assert reading.complaints == []


def test_a_paper_of_the_old_layout_shows_its_stations() -> None:
    reading = read("vo0050-old.html")
    paper = of(reading, Paper)[0]
    assert (paper["reference"], paper["name"], paper["paper_type"], paper["date_text"], paper["main_file"]) == (
        "0017/2027",
        "Neubau der Kläranlage",
        "Beschlussvorlage",
        "11.02.2027",
        "82001",
    )
    assert of(reading, File)[0]["other"]["download"]["fields"] == {"DT": "82001"}
    assert of(reading, Consultation) == [
        {
            "vendor_id": "4711-7001",
            "paper": "4711",
            "meeting": "7001",
            "agenda_item": "7001-2-1",
            "role": "Vorberatung",
            "position": 0,
            "other": {"Gremium": "Werkausschuss", "Ergebnis": "Mehrheitlich beschlossen"},
        },
        {
            "vendor_id": "4711-g1",
            "paper": "4711",
            "organization": "1",
            "organizations": [{"organization": "1"}],
            "role": "Entscheidung",
            "position": 1,
        },
    ]
    assert reading.complaints == []


def test_a_request_of_members_is_a_paper_with_a_name_of_its_own() -> None:
    body = PAGES.joinpath("vo0050-old.html").read_bytes()
    reading = read_as(body, f"{SITE}ag0050.php?__kagnr=4711")
    assert of(reading, Paper)[0]["vendor_id"] == "ag4711"


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("vo0050-layout6.html", b"vobetr", b"x", None),
        ("vo0050-layout6.html", b">0017/2027<", b"><", "the paper's number"),
        ("vo0050-layout6.html", b"smc-table-cell", b"x", "a paper with its number"),
        ("vo0050-old.html", b"smctablehead", b"x", "a paper with its number"),
        ("vo0050-old.html", b"<td>Werkausschuss</td>", b"", None),
        ("vo0053-cards.html", b"card-header", b"x", "each station in a card of its own"),
        ("vo0053-cards.html", b"</html>", b"", "a whole page"),
    ],
)
def test_what_is_missing_is_said(page: str, old: bytes, new: bytes, expected: str | None) -> None:
    """A label that stays, or a committee that the link's sitting tells, is not missed."""
    body = PAGES.joinpath(page).read_bytes()
    assert old in body
    complaints = read_as(body.replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert (complaints == []) if expected is None else any(c.expected.startswith(expected) for c in complaints)
