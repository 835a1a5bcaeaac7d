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


def test_the_icon_tells_the_paper_itself_under_whatever_name() -> None:
    page = PAGES.joinpath("vo0050-layout6.html").read_bytes()
    icon = b'<div class="smc-doc-icon"><i class="smc smc-doc-dakurz-1 smc-doc-symbol  smc_field_danr_2">VO</i></div>'
    own = page.replace(b'<div class="smc-d-el">', b'<div class="smc-d-el">' + icon).replace(b">Vorlage<", b">0017 FWS<")
    assert of(read_as(own, f"{SITE}vo0050.php?__kvonr=4711"), Paper)[0]["main_file"] == "82001"
    without = page.replace(b">Vorlage<", b">0017 FWS<")
    assert "main_file" not in of(read_as(without, f"{SITE}vo0050.php?__kvonr=4711"), Paper)[0]


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


def test_a_row_of_headings_is_no_station() -> None:
    body = PAGES.joinpath("vo0050-old.html").read_text().replace("<th", "<td").replace("</th>", "</td>")
    reading = read_as(body.encode(), f"{SITE}vo0050.php?__kvonr=4711")
    assert [station["vendor_id"] for station in of(reading, Consultation)] == ["4711-7001", "4711-g1"]


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
        (
            "vo0053-cards.html",
            b'card card-light"><div class="card-header',
            b'x"><div class="x',
            "each station in a card of its own",
        ),
        ("vo0053-cards.html", b"</html>", b"", "a whole page"),
    ],
)
def test_what_is_missing_is_said(page: str, old: bytes, new: bytes, expected: str | None) -> None:
    """A label that stays, or a committee that the link's sitting tells, is not missed."""
    body = PAGES.joinpath(page).read_bytes()
    assert old in body
    complaints = read_as(body.replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert (complaints == []) if expected is None else any(c.expected.startswith(expected) for c in complaints)


CARD = """<html><head><meta name="sessionnet" content="V:050407"></head><body class="smc-body">
<div class="smclayout smc_page_vo0053_layout"><h1 class="smc_h1">Neubau</h1><div id="smcaccordion">
<div class="card card-light"><div class="card-header"><h2><button class="btn btn-link btn-block text-left">{told}
<span class="smc-badges"><span class="badge">1 Dok.</span></span></button></h2></div><div class="card-body">
<p class="smc_field_btname"><strong>Beschluss:</strong> einstimmig beschlossen</p>
<p class="smc_field_totexta"><strong>Abstimmung:</strong> Ja:&nbsp;9, Nein:&nbsp;2</p></div></div></div></div>
</body></html>"""


@pytest.mark.parametrize(
    ("told", "committee", "role", "outcome"),
    [
        ("Umweltausschuss - Klima TOP 3 öffentlich - Vorberatung", "Umweltausschuss - Klima", "Vorberatung", None),
        ("Umweltausschuss - Klima - Anhörung", "Umweltausschuss - Klima", "Anhörung", None),
        ("Rat TOP Ö 5 - Beratung und Beschlussfassung", "Rat", "Beratung und Beschlussfassung", None),
        ("Rat nichtöffentlich - Bekanntgabe", "Rat", "Bekanntgabe", None),
        ("Ausschuss für öffentliche Ordnung - vertagt", "Ausschuss für öffentliche Ordnung", None, "vertagt"),
    ],
)
def test_a_station_names_its_committee_whole_its_role_and_its_result(
    told: str, committee: str, role: str | None, outcome: str | None
) -> None:
    body = CARD.format(told=f"16.03.2027 {told}")
    reading = read_as(body.encode(), f"{SITE}vo0053.php?__kvonr=4711")
    (station,) = of(reading, Consultation)
    assert (station["other"]["Gremium"], station.get("role")) == (committee, role)
    decided = [outcome] if outcome else []
    assert station["other"]["Ergebnis"].split("; ") == [*decided, "einstimmig beschlossen", "Ja: 9, Nein: 2"]
    assert reading.complaints == []


def test_a_badge_is_no_part_of_the_date_and_a_card_needs_no_header() -> None:
    body = CARD.format(told="11.03.2027 Rat TOP Ö 1").replace("1 Dok.", "1").replace('class="card-header"', "")
    (station,) = of(read_as(body.encode(), f"{SITE}vo0053.php?__kvonr=4711"), Consultation)
    assert station["other"]["Gremium"] == "Rat"
    assert station["other"]["Datum"] == "11.03.2027"
