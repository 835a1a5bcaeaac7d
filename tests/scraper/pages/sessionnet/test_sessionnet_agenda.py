"""One sitting as each layout shows it: the same items, named the same."""

import re

import pytest

from pipelines.german.dates import read_date
from scraper.items import AgendaItem, Consultation, File, Meeting, Paper
from scraper.pages.sessionnet.agenda import item_id
from tests.scraper.pages.sessionnet.saved import PAGES, SHOWN_AT, SITE, leads_to, of, read, read_as

LAYOUTS = [
    "si0057-layout6.html",
    "si0057-items-with-pages.html",
    "to0040-old.html",
    "si0056-cards.html",
    "si0056-panels.html",
]
RESULT = "Mehrheitlich beschlossen\nJa: 9, Nein: 2"


@pytest.mark.parametrize("page", LAYOUTS)
def test_every_layout_gives_the_same_items(page: str) -> None:
    reading = read(page)
    items = [item for item in reading.items if isinstance(item, AgendaItem)]
    last = "1" if "N 1" in PAGES.joinpath(page).read_text() else "3"
    assert [(item.vendor_id, item.position, item.number, item.public, item.result) for item in items] == [
        ("7001-1", 0, "1", True, None),
        ("7001-2-1", 1, "2.1", True, RESULT),
        (f"7001-n{last}", 2, last, False, None),
    ]
    assert [item.name for item in items if item.name] == [
        "Fragen der Einwohner",
        "Neubau der Kläranlage hier: Vergabe" if page.startswith("si0057") else "Neubau der Kläranlage",
        "Grundstücke",
    ]
    assert all(item.meeting == "7001" for item in items)
    assert "auxiliaryFile 82001" in [f"{link.role} {link.file}" for link in items[1].files]
    assert of(reading, Paper) == [{"vendor_id": "4711", "reference": "0017/2027"}]
    assert of(reading, Consultation) == [
        {"vendor_id": "4711-7001", "paper": "4711", "meeting": "7001", "agenda_item": "7001-2-1"}
    ]
    assert leads_to(reading)["paper", "4711"].endswith("?__kvonr=4711")
    assert reading.complaints == []


@pytest.mark.parametrize("page", LAYOUTS)
def test_every_layout_gives_the_sitting(page: str) -> None:
    meeting = of(read(page), Meeting)[0]
    assert (meeting["vendor_id"], meeting["name"]) == ("7001", "Werkausschuss")
    start = read_date(meeting["start_text"], meeting.get("date_context"))
    assert start
    assert start.start == ("2027-03-02T16:00:00+01:00")


def test_the_details_of_layout_6() -> None:
    assert of(read("si0057-layout6.html"), Meeting) == [
        {
            "vendor_id": "7001",
            "source_url": f"{SITE}si0057.php?__ksinr=7001",
            "name": "Werkausschuss",
            "start_text": "02.03.2027 16:00-18:10 Uhr",
            "place": "Rathaus, Zimmer 4",
            "invitation": "81001",
            "results_protocol": "81002",
            "other": {"Sitzung": "WA/003/2027", "Gremium": "Werkausschuss"},
            "files": [
                {"file": "81001", "role": "invitation"},
                {"file": "81002", "role": "resultsProtocol"},
                {"file": "81003", "role": "auxiliaryFile"},
            ],
        }
    ]


def test_how_to_reach_a_clerk_is_not_taken() -> None:
    cell = '<div class="smc-table-cell smc-cell-head x_title">{}</div><div class="smc-table-cell x">{}</div>'
    told = [("Schriftführung", "Frau Beispiel, Tel. 0123 456"), ("E-Mail", "rat(at)example"), ("Anlass", "Sitzung")]
    rows = "".join(f'<div class="smc-table-row">{cell.format(*one)}</div>' for one in told)
    page = PAGES.joinpath("si0057-layout6.html").read_text()
    body = page.replace('<div class="smc-table-row">', rows + '<div class="smc-table-row">', 1)
    (meeting,) = of(read_as(body.encode(), f"{SITE}si0057.php?__ksinr=7001"), Meeting)
    assert meeting["other"] == {"Anlass": "Sitzung", "Sitzung": "WA/003/2027", "Gremium": "Werkausschuss"}


def test_the_details_of_the_old_layout() -> None:
    reading = read("to0040-old.html")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7001",
            "source_url": f"{SITE}to0040.asp?__ksinr=7001",
            "name": "Werkausschuss",
            "start_text": "02.03.2027 16:00-18:10 Uhr",
            "place": "Rathaus, Zimmer 4",
            "organization": "12",
            "organizations": [{"organization": "12"}],
            "invitation": "81001",
            "files": [{"file": "81001", "role": "invitation"}],
            "other": {
                "Sitzung": "WA/003/2027",
                "parts": [
                    {"name": "Öffentlicher Teil", "time": "Beginn 16:00 Uhr"},
                    {"name": "Nicht öffentlicher Teil", "time": "Beginn 17:40 Uhr"},
                ],
            },
        }
    ]
    assert leads_to(reading)["organization", "12"] == "kp0040.asp?__kgrnr=12&__cwpall=1"


def test_a_late_item_and_a_remark_keep_their_words() -> None:
    late = of(read("to0040-old.html"), AgendaItem)[1]
    assert late["other"] == {"Bemerkung": "ohne Aussprache", "late": "Nachtrag: 01.03.2027"}


def test_button_icon_and_text_are_one_document() -> None:
    assert of(read("si0057-layout6.html"), File)[3:] == [
        {
            "vendor_id": number,
            "name": name,
            "mime_type": "application/pdf",
            "access_url": f"{SITE}getfile.php?id={number}&type=do",
            "download_url": f"{SITE}getfile.php?id={number}&type=do",
        }
        for number, name in (("82001", "Vorlage"), ("82002", "Beschlussauszug"))
    ]
    assert of(read("si0057-layout6.html"), AgendaItem)[1]["resolution_file"] == "82002"


def test_an_old_download_is_a_form() -> None:
    files = of(read("to0040-old.html"), File)
    assert files[0] == {
        "vendor_id": "81001",
        "name": "Einladung",
        "other": {
            "download": {
                "method": "POST",
                "url": f"{SITE}ydocstart.asp",
                "fields": {"DT": "81001", "smcsid": "x1"},
            }
        },
    }
    assert files[1]["name"] == "Vorlage 0017/2027"  # without "323 KB"


@pytest.mark.parametrize(
    ("public", "number", "named"),
    [(True, "1", "5-1"), (None, "1", "5-1"), (False, "1", "5-n1"), (True, "3.1.", "5-3-1"), (None, "I.", "5-i")],
)
def test_the_name_of_an_item(public: bool | None, number: str, named: str) -> None:
    assert item_id("5", public, number) == named


def test_a_number_that_comes_twice_names_two_items() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes().replace(b"&Ouml; 2.1", b"&Ouml; 1")
    items = of(read_as(body, f"{SITE}si0057.php?__ksinr=7001"), AgendaItem)
    assert [item["vendor_id"] for item in items] == ["7001-1", "7001-1x2", "7001-n1"]


def test_an_item_that_came_too_late_for_a_number_is_no_complaint() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes().replace(b"&Ouml; 2.1<", b"&Ouml; <")
    reading = read_as(body, f"{SITE}si0057.php?__ksinr=7001")
    late = of(reading, AgendaItem)[1]
    assert (late["vendor_id"], late.get("number"), late["public"]) == ("7001-p1", None, True)
    assert late["consultation"] == "4711-7001"
    assert reading.complaints == []


def test_a_sitting_without_an_agenda_is_no_complaint() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes()
    start, end = body.index(b'<table id="smc_page_si0057_contenttable2"'), body.index(b"</table>")
    reading = read_as(body[:start] + body[end:], f"{SITE}si0057.php?__ksinr=7001")
    assert of(reading, AgendaItem) == []
    assert [meeting["vendor_id"] for meeting in of(reading, Meeting)] == ["7001"]
    assert reading.complaints == []


def test_parameters_may_be_in_capitals() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes().replace(b"?__kvonr=", b"?__KVONR=")
    reading = read_as(body, f"{SITE}si0057.php?__KSINR=7001")
    assert of(reading, Meeting)[0]["vendor_id"] == "7001"
    assert [paper["vendor_id"] for paper in of(reading, Paper)] == ["4711"]
    assert ("paper", "4711") in leads_to(reading)
    assert reading.complaints == []


def test_titles_are_found_by_their_box_in_cells_of_another_name() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes().replace(b'class="tobetr"', b'class="toname"')
    reading = read_as(body, f"{SITE}si0057.php?__ksinr=7001")
    assert [(item["name"], item.get("result")) for item in of(reading, AgendaItem)] == [
        ("Fragen der Einwohner", None),
        ("Neubau der Kläranlage hier: Vergabe", RESULT),
        ("Grundstücke", None),
    ]
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        (
            "si0057-layout6.html",
            b'class="tobetr"><div class="smc-card-header-title-simple"',
            b"><div",
            "the item's title",
        ),
        ("si0057-layout6.html", b'class="tofnum"', b"", "the items of the agenda"),
        ("si0057-layout6.html", b'<span class="badge">&Ouml; 1</span>', b"", "a number and a title"),
        ("si0057-layout6.html", b"__ksinr=7001", b"__ksinr=7009", "sitting 7001"),
        ("to0040-old.html", b"smc_topr", b"smc_tops", "rows of an agenda with items, parts and results only"),
        ("to0040-old.html", b"smc_topht ", b"x ", "the item's title in its own cell"),
        ("si0056-cards.html", b"smc-card-text-title", b"x", "the item's title in its card"),
        # without the heading of its part an item that is not public would pass for a public one
        ("si0056-panels.html", b'"panel-heading"><h2>Nicht', b'"x"><h2>Nicht', "the heading of each part in a card"),
        ("si0056-panels.html", b"smc-panel-text-title", b"x", "the item's title in its card"),
        ("si0056-panels.html", b'"badge">2.1<', b'"badge"><', "a number and a title"),
        ("to0040-old.html", b"</html>", b"", "a whole page"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: bytes, new: bytes, expected: str) -> None:
    body = PAGES.joinpath(page).read_bytes()
    assert old in body
    complaints = read_as(body.replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints


def test_towns_call_date_time_and_room_otherwise() -> None:
    page = PAGES.joinpath("si0057-layout6.html").read_text()
    start, end = page.index('<div class="smc-table-row">'), page.index('</div></div>\n<div id="smcpanel2"')
    told = {"Datum und Uhrzeit": "02.03.2027, 16:00 - 18:10 Uhr", "Ort": "Rathaus, Zimmer 4,", "Beginn": "16:00 Uhr"}
    rows = "".join(
        f'<div class="smc-table-row"><div class="smc-table-cell smc-cell-head">{label}:</div>'
        f'<div class="smc-table-cell">{value}</div></div>'
        for label, value in told.items()
    )
    body = (page[:start] + rows + page[end:]).replace("02.03.2027 - 16:00-18:10&nbsp;Uhr", "003")
    meeting = of(read_as(body.encode(), f"{SITE}si0057.php?__ksinr=7001"), Meeting)[0]
    assert (meeting["start_text"], meeting["place"]) == ("02.03.2027 16:00 - 18:10 Uhr", "Rathaus, Zimmer 4")
    assert "other" not in meeting


@pytest.mark.parametrize("page", ["to0040-old.html", "si0056-panels.html"])
def test_a_confidential_part_is_not_public(page: str) -> None:
    source = PAGES.joinpath(page).read_text()
    body = re.sub(r"Nicht\s?(?:&ouml;|&Ouml;|ö)ffentlicher Teil", "Vertraulicher Teil", source)
    assert body != source
    items = of(read_as(body.encode(), SITE + SHOWN_AT[page]), AgendaItem)
    assert [item["public"] for item in items] == [True, True, False]


def test_items_in_another_order_than_their_numbers_are_noticed() -> None:
    body = PAGES.joinpath("si0057-layout6.html").read_bytes().replace(b"&Ouml; 1<", b"&Ouml; 7<")
    complaints = read_as(body, f"{SITE}si0057.php?__ksinr=7001").complaints
    assert [(complaint.severity, complaint.expected) for complaint in complaints] == [
        ("warning", "item numbers in ascending order behind 7")
    ]


def test_pages_in_windows_1252_are_read_too() -> None:
    body = PAGES.joinpath("si0056-cards.html").read_text().replace("utf-8", "ISO-8859-1")
    body = body.replace("Kl&auml;ranlage", "Kläranlage – Bau")
    items = of(read_as(body.encode("cp1252"), f"{SITE}si0056.asp?__ksinr=7001"), AgendaItem)
    assert items[1]["name"] == "Neubau der Kläranlage – Bau"


def test_items_that_are_not_public_are_numbered_on_their_own() -> None:
    page = PAGES.joinpath("si0057-layout6.html").read_bytes()
    body = page.replace(b"&Ouml; 1<", b"N 9<").replace(b"&Ouml; 2.1<", b"&Ouml; 1<")
    reading = read_as(body, f"{SITE}si0057.php?__ksinr=7001")
    assert [item["vendor_id"] for item in of(reading, AgendaItem)] == ["7001-n9", "7001-1", "7001-n1"]
    assert reading.complaints == []
