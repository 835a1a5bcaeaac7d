"""The XML answers of the calendar and of the list of people: mended where they are not valid, and never guessed at."""

from datetime import date

import pytest

from scraper.items import Meeting, Person
from scraper.pages.allris3 import READERS, xml_calendar_urls
from scraper.pages.reading import Reading
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of

CALENDAR, PEOPLE = SITE + SHOWN_AT["si010.xml"], SITE + SHOWN_AT["kp041.xml"]


def one_sitting(fields: str, before: str = '<?xml version="1.0"?>') -> Reading:
    begins = "<silfdnr>7</silfdnr><sisbvcs>20270302T150000Z</sisbvcs><sisevcs></sisevcs>"
    return read_as(f"{before}<root><special/><list><t>{begins}{fields}</t></list></root>", CALENDAR)


def test_sittings() -> None:
    reading = read("si010.xml")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7001",
            "name": "Sitzung des Werkausschusses",
            "start_text": "02.03.2027 16:00 - 18:10",
            "other": {"Gremium": "Werkausschuss"},
        },
        {
            "vendor_id": "7002",
            "name": "Sitzung des Sozialausschusses",
            "start_text": "02.03.2027 18:30",
            "cancelled": True,
            "other": {"Gremium": "Ausschuss für Soziales & Familie"},
        },
        {
            "vendor_id": "7003",
            "name": "Sitzung des Stadtrates",
            "start_text": "18.03.2027 17:00",
            "other": {"Gremium": "Stadtrat"},
        },
        {
            "vendor_id": "7011",
            "name": "Sitzung des Stadtrates „Haushalt“",
            "start_text": "16.07.2027 00:00 - 01:30",  # in UTC it is still the day before
            "other": {"Gremium": "Stadtrat"},
        },
    ]
    assert leads_to(reading)["agenda", "7001"] == "to010.asp?SILFDNR=7001"
    assert len(reading.follow) == 4
    assert reading.complaints == []


def test_the_xml_says_of_a_sitting_what_the_page_says() -> None:
    """The page tells the room besides, and of linked sittings no committee."""
    page, xml = of(read("si010_e-classic.html"), Meeting), of(read("si010.xml"), Meeting)
    for field in ("vendor_id", "name", "start_text", "cancelled"):
        assert [one.get(field) for one in page] == [one.get(field) for one in xml[:3]]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Werkausschuss &amp;amp; Stadtrat", "Werkausschuss & Stadtrat"),
        ("Werkausschuss &amp; Stadtrat", "Werkausschuss & Stadtrat"),
        ("Werkausschuss & Stadtrat", "Werkausschuss & Stadtrat"),
        ("&amp;bdquo;Los 3&amp;ldquo; f&uuml;r Stra&#223;en&#150;bau", "„Los 3“ für Straßen–bau"),
        ("Kl&amp;auml;ranlage&lt;br /&gt;hier: Vergabe", "Kläranlage hier: Vergabe"),
        ('<a href="to010.asp?SILFDNR=7&options=4" target="_blank">Stadtrat</a>', "Stadtrat"),
        ("<![CDATA[Rat & <b>Verwaltung</b>]]>", "Rat & Verwaltung"),
        ("Kosten < 5 Mio. € > 3 Mio.", "Kosten < 5 Mio. € > 3 Mio."),
        ("R&D und &unbekannt; und &copy ohne Ende", "R&D und &unbekannt; und &copy ohne Ende"),
        ("Rat\x0b\x1f der&#12; Stadt", "Rat der Stadt"),
        ("Rat<!-- 3 --> der <?x y?>Stadt", "Rat der Stadt"),
    ],
)
def test_a_value_is_read_as_browsers_would(written: str, name: str) -> None:
    reading = one_sitting(f"<sitext>{written}</sitext>")
    assert [one["name"] for one in of(reading, Meeting)] == [name]
    assert reading.complaints == []


@pytest.mark.parametrize("body_encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_the_bytes_count_and_not_what_is_declared(body_encoding: str) -> None:
    body = '<?xml version="1.0" encoding="us-ascii"?>' + text_of("si010.xml").partition("?>")[2]
    reading = READERS["calendar"](body.encode(body_encoding), CALENDAR)
    assert of(reading, Meeting) == of(read("si010.xml"), Meeting)
    assert reading.complaints == []


def test_an_answer_without_its_declaration_is_known_by_its_list() -> None:
    assert len(one_sitting("<sitext>Rat</sitext>", before="").items) == 1


def test_a_sitting_without_a_title_has_its_name() -> None:
    assert of(one_sitting("<siname>Hauptausschuss</siname><sitext/>"), Meeting)[0]["name"] == "Hauptausschuss"


def test_a_list_without_sittings_is_no_broken_answer() -> None:
    reading = read_as('<?xml version="1.0"?><root><special/><list></list></root>', CALENDAR)
    assert reading == Reading()


@pytest.mark.parametrize(
    ("begin", "end", "start"),
    [
        ("20270114T170000Z", "20270114T191500Z", "14.01.2027 18:00 - 20:15"),
        ("20270714T170000Z", "20270714T191500Z", "14.07.2027 19:00 - 21:15"),
        ("20271031T003000Z", "20271031T013000Z", "31.10.2027 02:30"),  # the clock goes back between them
        ("20271231T233000Z", "", "01.01.2028 00:30"),
        ("20270114T170000Z", "20270114T170000Z", "14.01.2027 18:00"),
        ("20270114T170000Z", "20270114T160000Z", "14.01.2027 18:00"),
        ("20270114T1700Z", "", "14.01.2027 18:00"),
        ("20270114T170000", "", "14.01.2027 17:00"),
    ],
)
def test_moments(begin: str, end: str, start: str) -> None:
    moments = f"<silfdnr>7</silfdnr><sisbvcs>{begin}</sisbvcs><sisevcs>{end}</sisevcs>"
    reading = read_as(f"<root><list><t>{moments}<sitext>Rat</sitext></t></list></root>", CALENDAR)
    assert of(reading, Meeting)[0]["start_text"] == start
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("</root>", "", "a whole page"),
        ("</termin>\n</list>\n</root>", "", "a whole page"),
        ("</silfdnr><siname></siname>", "", "valid XML"),
        ("<silfdnr>7003</silfdnr>", "", "sittings with the number silfdnr"),
        ("<silfdnr>7003</silfdnr>", "<silfdnr>x7003</silfdnr>", "sittings with the number silfdnr"),
        ("<silfdnr>7003<", "<silfdnr>7001<", "sittings with a number each"),
        ("</termin>\n<termin><silfdnr>7003", "<silfdnr>7003", "fields below each other"),
        ("<sitext>Sitzung des Stadtrates</sitext>", "Sitzung des Stadtrates", "fields below each other"),
        ("<sitext>Sitzung des Sozialausschusses - entf&amp;auml;llt -</sitext>", "", "the name of sitting 7002"),
        ("20270302T173000Z", "20271302T173000Z", "begin and end of sitting 7002"),
        ("20270302T173000Z", "", "begin and end of sitting 7002"),
        ("20270302T171000Z", "18:10", "begin and end of sitting 7001"),
        ("list>", "liste>", None),
        ("silfdnr>", "nummer>", "sittings with the number silfdnr"),
    ],
)
def test_what_was_not_understood_is_complained_of(old: str, new: str, expected: str | None) -> None:
    assert old in text_of("si010.xml")
    complaints = read_as(text_of("si010.xml").replace(old, new), CALENDAR).complaints
    assert all(one.severity == "error" for one in complaints)
    if expected is None:
        assert complaints == []
    else:
        assert any(one.expected.startswith(expected) for one in complaints), complaints


def test_an_answer_that_blows_itself_up_is_not_read() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "Rat"}">' for n in range(12))
    bomb = f"<!DOCTYPE root [{entities}]>"
    reading = one_sitting("<sitext>&a11;</sitext>", before=f'<?xml version="1.0"?>{bomb}')
    assert reading.items == []
    assert [one.came for one in reading.complaints] == ["XML that defines entities of its own, which ALLRIS does not"]


def test_files_of_the_machine_are_not_read() -> None:
    reading = one_sitting("<sitext>&x;</sitext>", before='<!DOCTYPE root [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    assert reading.items == []
    assert len(reading.complaints) == 1


@pytest.mark.parametrize("kind", ["calendar", "agenda", "item", "people"])
@pytest.mark.parametrize(
    "body",
    [
        '<?xml version="1.0"?><root/>',
        '<?xml version="1.0"?><root></root>',
        '<?xml version="1.0"?><root><fehler>Keine Berechtigung</fehler></root>',
        '<?xml version="1.0"?><root><special><a>1</a></special></root>',
    ],
)
def test_xml_without_anything_in_it_is_no_answer(kind: str, body: str) -> None:
    reading = READERS[kind](body.encode(), f"{SITE}x.asp?SILFDNR=7&TOLFDNR=7")
    assert reading.items == []
    assert [one.severity for one in reading.complaints] == ["error"]


def test_people_with_a_page_are_taken_and_how_to_reach_them_is_not() -> None:
    reading = read("kp041.xml")
    assert of(reading, Person) == [
        {
            "vendor_id": "261",
            "name": "Erika Muster",
            "family_name": "Muster",
            "given_name": "Erika",
            "form_of_address": "Frau",
        },
        {
            "vendor_id": "263",
            "name": "Dr. Ida Probe",
            "family_name": "Probe",
            "given_name": "Ida",
            "form_of_address": "Frau",
        },
    ]
    assert leads_to(reading) == leads_to(read("kp041-classic.html"))
    assert reading.complaints == []
    told = str(reading)
    assert not any(private in told for private in ("01234", "0151", "@", "Am Bach", "Otto"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<adname>Muster</adname>", "", "the name of person 261"),
        ("KPLFDNR=263", "KPLFDNR=264", "the page of person 263"),
        ("</person>\n<person><kplfdnr>262", "<kplfdnr>262", "fields below each other"),
        ("<kplfdnr>262</kplfdnr>", "", "people with the number kplfdnr"),
        ("</adtel2>", "", "valid XML"),
    ],
)
def test_a_complaint_about_people_does_not_tell_how_to_reach_them(old: str, new: str, expected: str) -> None:
    assert old in text_of("kp041.xml")
    complaints = read_as(text_of("kp041.xml").replace(old, new), PEOPLE).complaints
    assert any(one.expected.startswith(expected) for one in complaints), complaints
    assert not any(private in one.came for one in complaints for private in ("01234", "0151", "@", "Am Bach"))


def test_a_calendar_of_the_page_stays_a_page() -> None:
    """A site without XML answers the same address with its page; both begin as XML."""
    assert read_as(text_of("si010_e-classic.html"), CALENDAR).items == read("si010_e-classic.html").items


def test_where_the_xml_is_asked_for() -> None:
    days = (date(2027, 1, 1), date(2027, 9, 30))
    query = "?selfaction=ws&template=xyz&kaldatvon=01.01.2027&kaldatbis=30.09.2027"
    assert xml_calendar_urls(f"{SITE}si010_j.asp", *days) == [f"{SITE}si010.asp{query}", f"{SITE}si010_j.asp{query}"]
    assert xml_calendar_urls(f"{SITE}si010.asp?MM=3", *days) == [f"{SITE}si010.asp{query}"]
