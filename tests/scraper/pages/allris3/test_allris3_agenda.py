"""One sitting in each skin: the same items, named the same; and the item's own page, which completes it."""

import pytest

from pipelines.german.dates import read_date
from scraper.items import AgendaItem, Consultation, File, Meeting, Paper
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of

SKINS = ["to010-classic.html", "to010-embedded.html", "to010-responsive.html"]
CLASSIC = SKINS[:2]


@pytest.mark.parametrize("page", SKINS)
def test_every_skin_gives_the_same_items(page: str) -> None:
    reading = read(page)
    items = of(reading, AgendaItem)
    assert [(one["vendor_id"], one["position"], one["number"], one["public"]) for one in items] == [
        ("9101", 0, "1", True),
        ("9102", 1, "2.1", True),
        ("9103", 2, "3", True),
        ("9104", 3, "1", False),
    ]
    assert all(one["meeting"] == "7001" for one in items)
    assert of(reading, Paper) == [{"vendor_id": "4711", "reference": "0017/2027"}]
    assert of(reading, Consultation) == [
        {"vendor_id": "4711-7001", "paper": "4711", "meeting": "7001", "agenda_item": "9102"}
    ]
    assert {("item", "9102"), ("paper", "4711"), ("organization", "au12")} <= leads_to(reading).keys()
    assert reading.complaints == []


@pytest.mark.parametrize("page", SKINS)
def test_every_skin_gives_the_sitting(page: str) -> None:
    meeting = of(read(page), Meeting)[0]
    assert (meeting["vendor_id"], meeting["organization"]) == ("7001", "au12")
    span = read_date(meeting["start_text"], None)
    assert span
    assert (span.start, span.end) == ("2027-03-02T16:00:00+01:00", "2027-03-02T18:10:00+01:00")


@pytest.mark.parametrize("page", CLASSIC)
def test_results_documents_and_late_items_of_the_classic_skin(page: str) -> None:
    reading = read(page)
    questions, plant, various, _ = of(reading, AgendaItem)
    assert questions["name"] == "Fragen der Einwohner (höchstens 15 Minuten)"
    assert plant["name"] == "Neubau der Kläranlage hier: Vergabe „Los 3“"
    assert (plant["result"], plant["keyword"]) == ("mehrheitlich beschlossen", ["Nachtrags-TOP"])
    assert (plant["resolution_file"], plant["files"]) == ("82002", [{"file": "82002", "role": "resolutionFile"}])
    assert "result" not in various  # "(offen)"
    meeting = of(reading, Meeting)[0]
    assert meeting["name"] == "Sitzung des Werkausschusses"
    assert meeting["place"] == "Rathaus, Zimmer 4, Am Markt 1, 12345 Musterstadt"
    assert meeting["other"] == {"Status": "öffentlich/nichtöffentlich", "Anlass": "Sitzung"}
    assert (meeting["invitation"], meeting["results_protocol"]) == ("81001", "81002")


def test_a_download_is_an_address_and_the_form_that_some_sites_want() -> None:
    assert of(read("to010-classic.html"), File)[1] == {
        "vendor_id": "81002",
        "name": "Niederschrift öffentlicher Teil",  # the button says "NIE öffentl."
        "mime_type": "application/pdf",
        "access_url": f"{SITE}do027.asp?DOLFDNR=81002&options=64",
        "download_url": f"{SITE}do027.asp?DOLFDNR=81002&options=64",
        "other": {
            "download": {
                "method": "POST",
                "url": f"{SITE}do027.asp",
                "fields": {"DOLFDNR": "81002", "options": "64"},
            }
        },
    }


def test_both_skins_give_the_same_address_of_a_document() -> None:
    for page in SKINS:
        assert of(read(page), File)[0]["access_url"] == f"{SITE}do027.asp?DOLFDNR=81001&options=64"


def test_the_page_of_an_item_gives_its_texts() -> None:
    reading = read("to020-classic.html")
    assert of(reading, AgendaItem) == [
        {
            "vendor_id": "9102",
            "source_url": f"{SITE}to020.asp?TOLFDNR=9102",
            "meeting": "7001",
            "number": "2.1",
            "public": True,
            "result": "mehrheitlich beschlossen",
            "resolution_text": "Der Auftrag für „Los 3“ geht an die Firma Beispielbau.",
            "other": {
                "Protokoll": "Der Werkleiter erläutert die Angebote.\n"
                "Ein Mitglied fragt nach den Kosten; sie liegen bei 3 Mio. €.",
                "Abstimmungsergebnis": "Ja: 9\nNein: 2",
            },
        }
    ]
    assert reading.complaints == []


def test_agenda_and_item_never_contradict_each_other() -> None:
    listed = of(read("to010-classic.html"), AgendaItem)[1]
    told = of(read("to020-classic.html"), AgendaItem)[0]
    assert listed.keys() & told.keys() == {"vendor_id", "source_url", "meeting", "number", "public", "result"}
    for field in listed.keys() & told.keys():
        assert listed[field] == told[field]


def test_the_number_of_an_item_stands_in_a_comment_too() -> None:
    page = text_of("to010-classic.html").replace("&TOLFDNR=9101&BES=1", "")
    assert of(read_as(page, SITE + SHOWN_AT["to010-classic.html"]), AgendaItem)[0]["vendor_id"] == "9101"


def test_two_items_on_one_paper_have_a_station_each() -> None:
    page = text_of("to010-responsive.html").replace(
        '<td class="tovonr emptyCol"></td>',
        '<td class="tovonr"><a href="vo020_r.asp?VOLFDNR=4711">0017/2027</a></td>',
        1,
    )
    stations = of(read_as(page, SITE + SHOWN_AT["to010-responsive.html"]), Consultation)
    assert [(one["vendor_id"], one["agenda_item"]) for one in stations] == [
        ("4711-7001", "9101"),
        ("4711-7001-9102", "9102"),
    ]


PART = '<tr><td colspan="8">{}</td></tr><tr class="zl12">'


NOT_PUBLIC = ["Nicht oeffentlicher Teil", "Vertraulicher Teil", "II. Nicht-öffentliche Sitzung (ab 19:00 Uhr)"]


@pytest.mark.parametrize("heading", NOT_PUBLIC)
def test_items_of_a_part_that_is_not_public_are_not(heading: str) -> None:
    page = text_of("to010-classic.html").replace('<tr class="zl12">', PART.format("Öffentlicher Teil"), 1)
    before, _, behind = page.rpartition('<tr class="zl12">')
    told = f"{before}{PART.format(heading)}{behind}".replace(">N&nbsp;1<", ">1<")
    reading = read_as(told, SITE + SHOWN_AT["to010-classic.html"])
    public = {one["vendor_id"]: one["public"] for one in of(reading, AgendaItem)}
    assert set(public.values()) == {True, False}
    assert (public["9101"], public["9104"]) == (True, False)
    contradicted = reading.complaints
    assert all(one.expected.startswith("items as public as their part") for one in contradicted), contradicted


def test_what_marks_the_title_counts_more_than_its_place() -> None:
    page = text_of("to010-classic.html").replace("<td>Fragen der Einwohner", "<td>x</td><td>Fragen der Einwohner")
    items = of(read_as(page, SITE + SHOWN_AT["to010-classic.html"]), AgendaItem)
    assert items[0]["name"] == "Fragen der Einwohner (höchstens 15 Minuten)"


def test_a_sitting_of_two_committees_is_both_s() -> None:
    link = '<a href="au020_r.asp?AULFDNR=14">Bauausschuss</a>'
    page = text_of("to010-responsive.html").replace("Werkausschuss</a>", f"Werkausschuss</a><br>{link}", 1)
    meeting = of(read_as(page, SITE + SHOWN_AT["to010-responsive.html"]), Meeting)[0]
    assert meeting["organization"] == "au12"
    assert meeting["organizations"] == [{"organization": "au12"}, {"organization": "au14"}]


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("18 Uhr", "02.03.2027 18 Uhr"),
        ("18:00h", "02.03.2027 18:00h"),
        ("18.00 Uhr", "02.03.2027 18.00 Uhr"),
        ("18:00&nbsp;-&nbsp;20:15&nbsp;Uhr", "02.03.2027 18:00 - 20:15 Uhr"),
    ],
)
@pytest.mark.parametrize("label", ["Zeit:", "Uhrzeit:", "Beginn:"])
def test_the_time_is_read_however_it_is_written(label: str, told: str, start: str) -> None:
    page = text_of("to010-classic.html").replace("Zeit:", label).replace("16:00 - 18:10", told)
    meeting = of(read_as(page, SITE + SHOWN_AT["to010-classic.html"]), Meeting)[0]
    assert meeting["start_text"] == start
    assert meeting["other"].keys() == {"Status", "Anlass"}


def test_a_document_that_is_not_handed_out_is_none() -> None:
    page = text_of("to010-responsive.html").replace("js-simple-tooltip doclink pdf", "disable doclink pdf")
    reading = read_as(page, SITE + SHOWN_AT["to010-responsive.html"])
    assert of(reading, File) == []
    assert reading.complaints == []


def test_a_committee_without_a_link_is_named() -> None:
    page = text_of("to010-responsive.html").replace('<a href="au020_r.asp', '<a href="xx.asp')
    meeting = of(read_as(page, SITE + SHOWN_AT["to010-responsive.html"]), Meeting)[0]
    assert meeting["other"]["Gremium"] == "Werkausschuss"
    assert "organization" not in meeting


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("to010-classic.html", 'class="tl1"', 'class="x"', "the table of items"),
        ("to010-classic.html", ">Ö&nbsp;1<", "><", "a number and a title"),
        ("to010-classic.html", "Datum:", "Termin:", "a sitting's label Datum"),
        ("to010-classic.html", "DOLFDNR", "NUMMER", "a document with its number"),
        ("to010-classic.html", 'colspan="8"><hr  />', 'colspan="8">Anmerkungen', "rows of an agenda with items"),
        ("to010-classic.html", 'colspan="8"><hr  />', 'colspan="8">(nichtöffentlich)', "rows of an agenda with items"),
        (
            "to010-classic.html",
            'colspan="8"><hr  />',
            'colspan="8">Bericht aus nichtöffentlicher Sitzung',
            "rows of an agenda with items",
        ),
        ("to010-classic.html", 'content="7001"', 'content="7002"', "meeting 7001"),
        ("to020-classic.html", 'content="9102"', 'content="9103"', "item 9102"),
        ("to010-classic.html", "</html>", "", "a whole page"),
        ("to010-embedded.html", "</html>", "", "a whole page"),
        ("to010-responsive.html", 'class="tobetreff"', "", "a number and a title"),
        ("to010-responsive.html", "</html>", "", "a whole page"),
        ("to020-classic.html", "Beschlussart:", "Ausgang:", "the label Beschlussart"),
        ("to020-classic.html", "TOP:", "Punkt:", "an item's printed number"),
        ("to020-classic.html", "SILFDNR", "NUMMER", "the sitting of item 9102"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str) -> None:
    assert old in text_of(page)
    complaints = read_as(text_of(page).replace(old, new), SITE + SHOWN_AT[page]).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints


def test_a_page_that_breaks_off_within_a_text_is_noticed() -> None:
    page = text_of("to020-classic.html")
    cut = page[: page.index("</html>") + len("</html>")]
    assert "a whole page" in [one.expected for one in read_as(cut, SITE + SHOWN_AT["to020-classic.html"]).complaints]


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO-8859-15", "utf-8", "windows-1252"])
@pytest.mark.parametrize("sent", ["cp1252", "utf-8"])
def test_bytes_are_read_whatever_the_page_declares(declared: str, sent: str) -> None:
    body = text_of("to010-classic.html").replace("iso-8859-1", declared).encode(sent)
    items = of(read_as(body, SITE + SHOWN_AT["to010-classic.html"]), AgendaItem)
    assert items[1]["name"] == "Neubau der Kläranlage hier: Vergabe „Los 3“"
