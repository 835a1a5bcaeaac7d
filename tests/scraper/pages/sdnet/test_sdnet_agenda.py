"""A sitting with a public and a non-public part, documents of all kinds, and papers with and without attachments."""

import re

import pytest

from pipelines.german.dates import read_date
from scraper.items import AgendaItem, Consultation, File, Meeting, Organization, Paper
from tests.scraper.pages.sdnet.saved import PAGES, SHOWN_AT, SITE, changed, leads_to, of, read, read_as

SITTING = "werkausschuss-2027-03-02"
FILES = f"{SITE}sdnetrim/"
TABLE_OF_ROWS = re.compile(r'<table id="table[01]".*?</table>', re.DOTALL)


def test_the_sitting() -> None:
    (meeting,) = of(read("tops.html"), Meeting)
    links = meeting.pop("files")
    assert meeting == {
        "vendor_id": SITTING,
        "source_url": f"{SITE}tops/?__=T0pz",
        "name": "Werkausschuss, 3. Sitzung",
        "start_text": "02.03.2027 16:03 Uhr",
        "place": "Altes Rathaus, Am Markt 4, 99998 Klarhausen, Zimmer 4",
        "organization": "werkausschuss",
        "organizations": [{"organization": "werkausschuss"}],
        "invitation": f"{SITTING}-bekanntmachung-werkausschuss-02-03-2027-pdf",
        "results_protocol": f"{SITTING}-oeffentliche-niederschrift-werkausschuss-02-03-2027-pdf",
    }
    assert [link["role"] for link in links] == ["invitation", "invitation", "resultsProtocol"]
    assert of(read("tops.html"), Organization) == [{"vendor_id": "werkausschuss", "name": "Werkausschuss"}]
    start = read_date(meeting["start_text"], None)
    assert start
    assert start.start == "2027-03-02T16:03:00+01:00"


def test_the_items() -> None:
    reading = read("tops.html")
    items = [item for item in reading.items if isinstance(item, AgendaItem)]
    assert [(item.vendor_id.removeprefix(SITTING), item.position, item.number, item.public) for item in items] == [
        ("-200-801", 0, "1.", True),
        ("-bv-17-2027", 1, "2.", True),
        ("-bv-18-2027-1-ergaenzung", 2, "2.1", True),
        ("-bv-19-2027", 3, "1.", False),
        ("-200-803", 4, "2.", False),
    ]
    assert items[1].name == "Neubau der Kläranlage Vergabe der Erdarbeiten"
    assert all(item.meeting == SITTING for item in items)
    assert reading.complaints == []


def test_papers_and_their_stations() -> None:
    reading = read("tops.html")
    assert [paper["reference"] for paper in of(reading, Paper)] == [
        "BV 17/2027",
        "BV 18/2027 1. Ergänzung",
        "BV 19/2027",
    ]
    assert of(reading, Consultation)[0] == {
        "vendor_id": f"bv-17-2027-{SITTING}",
        "paper": "bv-17-2027",
        "meeting": SITTING,
        "agenda_item": f"{SITTING}-bv-17-2027",
    }


def test_what_a_document_belongs_to() -> None:
    item = of(read("tops.html"), AgendaItem)[1]
    assert [(link["file"], link["role"]) for link in item["files"]] == [
        ("bv-17-2027-beschlussvorlage-bv-17-2027-pdf", "auxiliaryFile"),
        ("bv-17-2027-lageplan-suedufer-pdf", "auxiliaryFile"),
        (f"{SITTING}-bv-17-2027-beschlusstext-bv-17-2027-werkausschuss-02-03-2027-pdf", "resolutionFile"),
    ]
    assert item["resolution_file"].endswith("-beschlusstext-bv-17-2027-werkausschuss-02-03-2027-pdf")


def test_a_document_is_called_what_the_page_calls_it() -> None:
    files = {file["vendor_id"]: file for file in of(read("tops.html"), File)}
    url = f"{FILES}S2xhckFscEZpbGUwMg/Lageplan_Suedufer.pdf"
    assert files["bv-17-2027-lageplan-suedufer-pdf"] == {
        "vendor_id": "bv-17-2027-lageplan-suedufer-pdf",
        "name": "Lageplan Südufer",
        "mime_type": "application/pdf",
        "date_text": "20.02.2027",
        "access_url": url,
        "download_url": url,
    }
    assert not any("Sitzungspaket" in file["access_url"] for file in files.values())


def test_the_way_on() -> None:
    assert leads_to(read("tops.html")) == {
        ("organization", "werkausschuss"): "gremien/?__=S2xhckFscE9yZ2FuMDAx",
        ("paper", f"{SITTING}-200-801"): "vorgang/?__=S2xhckFscEl0ZW0wMDAx",  # its result stands there
        ("paper", "bv-17-2027"): "vorgang/?__=S2xhckFscFBhcGVyMDE",
        ("paper", "bv-18-2027-1-ergaenzung"): "vorgang/?__=S2xhckFscFBhcGVyMDI",
        ("paper", "bv-19-2027"): "vorgang/?__=S2xhckFscFBhcGVyMDM",
    }


def test_other_tokens_are_the_same_things() -> None:
    other = changed("tops.html", "S2xhckFscE", "QW5kZXJlcl")
    assert [item.vendor_id for item in other.items] == [item.vendor_id for item in read("tops.html").items]
    assert [follow.key for follow in other.follow] == [follow.key for follow in read("tops.html").follow]


def test_rows_without_record_numbers_are_named_by_their_printed_numbers() -> None:
    items = of(changed("tops.html", "  data-vorgang-id=", "  data-x="), AgendaItem)
    assert [item["vendor_id"].removeprefix(SITTING) for item in items][::4] == ["-1", "-n2"]


def test_a_paper_that_stands_twice_makes_two_items() -> None:
    items = of(changed("tops.html", ">BV 19/2027<", ">BV 17/2027<"), AgendaItem)
    assert [item["vendor_id"].removeprefix(SITTING) for item in items][1::2] == ["-bv-17-2027", "-bv-17-2027x2"]


def test_a_committee_that_is_not_linked_is_what_stands_before_the_number() -> None:
    link = '<a href="https://rim.example.org/gremien/?__=S2xhckFscE9yZ2FuMDAx">Werkausschuss</a>'
    reading = changed("tops.html", link, "Wald, Feld und Flur")
    assert of(reading, Meeting)[0]["vendor_id"] == "wald-feld-und-flur-2027-03-02"


def test_an_end_beside_the_start() -> None:
    (meeting,) = of(changed("tops.html", ">Di, 02.03.2027 16:03 Uhr<", ">Di, 02.03.2027 16:03 - 18:10 Uhr<"), Meeting)
    assert (meeting["start_text"], meeting["end_text"]) == ("02.03.2027 16:03 Uhr", "02.03.2027 18:10 Uhr")


def test_a_sitting_without_an_agenda_is_no_complaint() -> None:
    text = PAGES.joinpath("tops.html").read_text(encoding="utf-8")
    body = TABLE_OF_ROWS.sub("<p>Zu dieser Sitzung gibt es noch keine Tagesordnung.</p>", text).encode()
    reading = read_as(body, SITE + SHOWN_AT["tops.html"])
    assert of(reading, AgendaItem) == []
    assert [meeting["vendor_id"] for meeting in of(reading, Meeting)] == [SITTING]
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("column-bezeichnung", "x", "an item with all its cells"),
        ("column-nummer", "x", "an item with all its cells"),
        ("column-dokumente", "x", "an item with all its cells"),
        ("top-oeff-data", "x", "whether a row is public and an item"),
        # without the mark of its part an item that is not public would pass for a public one
        ("top-noeff-data", "top-oeff-data", "items in the part that they belong to"),
        ("Nichtöffentliche Sitzung", "Öffentliche Sitzung", "a part that is what it is called"),
        (">2.1<", "><", "a number and a title for each item"),
        (">Sitzung:<", ">Treffen:<", "a sitting with its committee and its date"),
        ("Di, 02.03.2027 16:03 Uhr</a>", "bald</a>", "a sitting with its committee and its date"),
        ('class="table-details"', "", "a sitting with its committee and its date"),
        ("-link", "-x", "an icon that says what a document is"),
        ('href="https://rim.example.org/vorgang/', 'x="', "links with their addresses"),
        ("</html>", "", "a whole page"),
    ],
)
def test_a_layout_that_changed_is_noticed(old: str, new: str, expected: str) -> None:
    complaints = changed("tops.html", old, new).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints


def test_items_in_another_order_than_their_numbers_are_noticed() -> None:
    complaints = changed("tops.html", ">1.<", ">7.<", 1).complaints
    assert [(complaint.severity, complaint.expected) for complaint in complaints] == [
        ("warning", "item numbers in ascending order behind 7")
    ]
