"""The XML answers of an agenda and of an item, beside the pages that tell the same."""

import pytest

from scraper.items import AgendaItem, Consultation, Meeting, Paper
from scraper.pages.allris3.xml_agenda import LEVELS
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of

AGENDA, ITEM = SITE + SHOWN_AT["to010.xml"], SITE + SHOWN_AT["to020.xml"]


def test_an_agenda() -> None:
    reading = read("to010.xml")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7001",
            "source_url": f"{SITE}to010.asp?SILFDNR=7001",
            "name": "Sitzung des Werkausschusses",
            "place": "Rathaus, Zimmer 4, Am Markt 1, 12345 Musterstadt",
            "other": {"Anlass": "Sitzung"},
        }
    ]
    assert [(one["vendor_id"], one["number"], one["public"]) for one in of(reading, AgendaItem)] == [
        ("9101", "1", True),
        ("9102", "2.1", True),
        ("9103", "3", True),  # from its levels: nothing is printed
        ("9104", "1", False),
    ]
    assert of(reading, Paper) == [{"vendor_id": "4711"}]
    assert of(reading, Consultation) == [
        {"vendor_id": "4711-7001", "paper": "4711", "meeting": "7001", "agenda_item": "9102"}
    ]
    assert leads_to(reading) == {
        ("item", "9101"): "to020.asp?TOLFDNR=9101",
        ("item", "9102"): "to020.asp?TOLFDNR=9102",
        ("item", "9103"): "to020.asp?TOLFDNR=9103",
        ("paper", "4711"): "vo020.asp?VOLFDNR=4711",
    }
    assert reading.complaints == []


@pytest.mark.parametrize(("xml", "page"), [("to010.xml", "to010-classic.html"), ("to020.xml", "to020-classic.html")])
def test_what_the_xml_says_the_page_says_in_the_same_words(xml: str, page: str) -> None:
    told = {(one.type_name, one.vendor_id): of(read(page), type(one)) for one in read(page).items}
    for item in read(xml).items:
        [said] = [one for one in of(read(xml), type(item)) if one["vendor_id"] == item.vendor_id]
        [more] = [one for one in told[item.type_name, item.vendor_id] if one["vendor_id"] == item.vendor_id]
        for field, value in said.items():
            if field == "other":
                assert value.items() <= more[field].items()
            else:
                assert value == more[field], field


@pytest.mark.parametrize(
    ("levels", "printed", "number"),
    [
        (("7", "0", "0"), "", "7"),
        (("7", "2", "0"), "", "7.2"),
        (("7", "2", "13"), "", "7.2.13"),
        (("7", "2", "13"), "Ö 7.2.13", "7.2.13"),
        (("7", "2", "0"), "7.2 a", "7.2"),  # not to be read as a number
        (("0", "0", "0"), "Ö VII", "VII"),
    ],
)
def test_numbers_of_several_levels(levels: tuple[str, str, str], printed: str, number: str) -> None:
    written = "".join(f"<{name}>{one}</{name}>" for name, one in zip(LEVELS, levels, strict=True))
    item = f"<tolfdnr>5</tolfdnr><topnr>{printed}</topnr>{written}<toostLang>öffentlich</toostLang>"
    item += "<totext1>Bau</totext1><volfdnr>0</volfdnr>"
    reading = read_as(f"<root><special/><head><sitext>Rat</sitext></head><list><t>{item}</t></list></root>", AGENDA)
    assert [one.number for one in reading.items if isinstance(one, AgendaItem)] == [number]
    assert reading.complaints == []


@pytest.mark.parametrize("told", ["Nicht oeffentlich", "nicht-öffentlich", "nichtöffentlich", "öffentlich"])
def test_an_item_that_its_number_or_its_label_calls_not_public_is_not(told: str) -> None:
    page = text_of("to010.xml").replace("nichtöffentlich", told)
    assert [one["public"] for one in of(read_as(page, AGENDA), AgendaItem)] == [True, True, True, False]


def test_two_items_on_one_paper_have_a_station_each() -> None:
    page = text_of("to010.xml").replace("Verschiedenes</totext1><volfdnr>0<", "Verschiedenes</totext1><volfdnr>4711<")
    reading = read_as(page, AGENDA)
    assert [one["vendor_id"] for one in of(reading, Consultation)] == ["4711-7001", "4711-7001-9103"]
    assert [one.get("consultation") for one in of(reading, AgendaItem)] == [
        None, "4711-7001", "4711-7001-9103", None
    ]  # fmt: skip


def test_the_room_may_stand_in_either_block() -> None:
    room = "<raname>Rathaus, Zimmer 4</raname>"
    page = text_of("to010.xml").replace(room, "").replace("</special>", f"{room}</special>")
    assert of(read_as(page, AGENDA), Meeting) == of(read("to010.xml"), Meeting)


def test_moments_of_the_sitting_are_taken_where_they_are_moments() -> None:
    page = text_of("to010.xml").replace(">16:00<", ">20270302T150000Z<").replace(">18:10<", ">20270302T171000Z<")
    assert of(read_as(page, AGENDA), Meeting)[0]["start_text"] == "02.03.2027 16:00 - 18:10"


def test_a_sitting_without_items_yet() -> None:
    page = text_of("to010.xml")
    start, end = page.index("<list>"), page.index("</list>")
    reading = read_as(f"{page[:start]}<list>{page[end:]}", AGENDA)
    assert len(reading.items) == 1
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("</root>", "", "a whole page"),
        ("<tolfdnr>9103</tolfdnr>", "", "items with the number tolfdnr"),
        ("</top>\n<top><tolfdnr>9103", "<tolfdnr>9103", "fields below each other"),
        ("<totext1>Verschiedenes</totext1>", "", "a number and a title"),
        ("<tofnum>3</tofnum>", "", "a number and a title"),
        ("nichtöffentlich", "vertraulich", "öffentlich or nichtöffentlich"),
        ("nichtöffentlich", "öffentlich", "öffentlich or nichtöffentlich"),
        ("<toostLang>nichtöffentlich</toostLang>", "", "öffentlich or nichtöffentlich"),
        ("<volfdnr>4711</volfdnr>", "", "the number of each item's paper"),
        ("4711", "4711 und 4712", "the number of each item's paper"),
        ("<sitext>Sitzung des Werkausschusses</sitext>", "", "the name of sitting 7001"),
    ],
)
def test_what_was_not_understood_of_an_agenda_is_complained_of(old: str, new: str, expected: str) -> None:
    assert old in text_of("to010.xml")
    complaints = read_as(text_of("to010.xml").replace(old, new), AGENDA).complaints
    assert any(one.expected.startswith(expected) for one in complaints), complaints


def test_an_item() -> None:
    reading = read("to020.xml")
    assert of(reading, AgendaItem) == [
        {
            "vendor_id": "9102",
            "source_url": f"{SITE}to020.asp?TOLFDNR=9102",
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


@pytest.mark.parametrize(
    "document",
    [
        "<html><head><title>x</title></head><body><p>Erster Satz.</p><p>Zweiter<br>Satz.</p></body></html>",
        '<?xml version="1.0"?><!DOCTYPE html><html><body><p>Erster Satz.<p>Zweiter<br>Satz.</body></html>',
        "<![CDATA[<html><body><p>Erster Satz.</p>Zweiter<br />Satz.</body></html>]]>",
        "&lt;html&gt;&lt;body&gt;&lt;p&gt;Erster Satz.&lt;/p&gt;Zweiter&lt;br&gt;Satz.&lt;/body&gt;&lt;/html&gt;",
    ],
    ids=["as pages", "declared and not closed", "CDATA", "escaped"],
)
def test_a_document_may_be_set_in_in_any_way(document: str) -> None:
    body = f"<root><s><toptext>Bau</toptext><totyp/><nowDate>1</nowDate><rtfWP>{document}</rtfWP></s></root>"
    reading = read_as(f'<?xml version="1.0"?>{body}', ITEM)
    assert of(reading, AgendaItem)[0]["other"] == {"Protokoll": "Erster Satz.\nZweiter\nSatz."}
    assert reading.complaints == []


def test_a_result_keeps_its_lines_and_an_open_one_is_none() -> None:
    page = text_of("to020.xml")
    result = ">mehrheitlich beschlossen<"
    lines = page.replace(result, ">Ja: 9<br />Nein: 2&lt;br&gt;Enthaltungen: 0<")
    assert of(read_as(lines, ITEM), AgendaItem)[0]["result"] == "Ja: 9\nNein: 2\nEnthaltungen: 0"
    assert "result" not in of(read_as(page.replace(result, ">(offen)<"), ITEM), AgendaItem)[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("</root>", "", "a whole page"),
        ("<nowDate>15.03.2027</nowDate>", "", "an item with the day of asking"),
        ("<totyp>mehrheitlich beschlossen</totyp>", "", "the result of an item"),
        ("</rtfBS>", "", "valid XML"),
        ("</rtfWP>\n<rtfBS>", "", "valid XML"),
        ("</body></html></rtfAE>", "</rtfAE>", "the text rtfAE"),
        ("<voname>", "mehr <voname>", "fields below each other"),
    ],
)
def test_what_was_not_understood_of_an_item_is_complained_of(old: str, new: str, expected: str) -> None:
    assert old in text_of("to020.xml")
    complaints = read_as(text_of("to020.xml").replace(old, new), ITEM).complaints
    assert any(one.expected.startswith(expected) for one in complaints), complaints
