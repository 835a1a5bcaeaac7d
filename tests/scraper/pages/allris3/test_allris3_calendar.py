"""A month in each skin, and the list."""

import pytest

from scraper.items import Meeting
from tests.scraper.pages.allris3.saved import SHOWN_AT, SITE, leads_to, of, read, read_as, text_of

AT = SITE + SHOWN_AT["si010_e-classic.html"]


def test_a_month_of_the_classic_skin() -> None:
    reading = read("si010_e-classic.html")
    assert of(reading, Meeting) == [
        {"vendor_id": "7001", "name": "Sitzung des Werkausschusses", "start_text": "02.03.2027 16:00 - 18:10"},
        {
            "vendor_id": "7002",
            "name": "Sitzung des Sozialausschusses",
            "start_text": "02.03.2027 18:30",
            "place": "Rathaus, großer Saal",
            "cancelled": True,
        },
        {"vendor_id": "7003", "name": "Sitzung des Stadtrates", "start_text": "18.03.2027 17:00"},
    ]
    assert leads_to(reading) == {
        ("agenda", "7001"): "to010.asp?SILFDNR=7001",
        ("agenda", "7003"): "to010.asp?SILFDNR=7003",
    }
    assert reading.complaints == []


def test_a_month_of_the_responsive_skin() -> None:
    reading = read("si010_r-responsive.html")
    assert of(reading, Meeting) == [
        {"vendor_id": "7001", "name": "Sitzung des Werkausschusses", "start_text": "02.03.2027 16:00 - 18:10"},
        {"vendor_id": "7003", "name": "Sitzung des Stadtrates", "start_text": "18.03.2027 17:00"},
    ]
    assert leads_to(reading)["agenda", "7001"] == "to010_r.asp?SILFDNR=7001"
    assert reading.complaints == []


def test_the_list_says_whole_dates() -> None:
    reading = read("si018-list.html")
    assert of(reading, Meeting) == [
        {"vendor_id": "7001", "name": "Sitzung des Werkausschusses", "start_text": "02.03.2027 16:00 - 18:10"}
    ]
    assert leads_to(reading) == {("agenda", "7001"): "to010.asp?SILFDNR=7001"}


def test_calendar_and_agenda_say_the_same_of_a_sitting() -> None:
    calendar, agenda = of(read("si010_e-classic.html"), Meeting)[0], of(read("to010-classic.html"), Meeting)[0]
    for field in calendar:
        assert calendar[field] == agenda[field]


def test_the_page_itself_knows_its_month() -> None:
    asked = read_as(text_of("si010_e-classic.html"), f"{SITE}si010_e.asp?MM=4&YY=2027")
    assert of(asked, Meeting)[0]["start_text"] == "02.03.2027 16:00 - 18:10"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('class="tl1"', 'class="x"', "a calendar"),
        ('href="to010.asp?SILFDNR=7001"', "", "links and forms with the number of a sitting"),
        ('name="SILFDNR" value="7002"', 'name="NR" value="7002"', "links and forms with the number of a sitting"),
        (">Sitzung des Stadtrates<", "><", "the name of sitting 7003"),
        ("</html>", "", "a whole page"),
    ],
)
def test_a_layout_that_changed_is_noticed(old: str, new: str, expected: str) -> None:
    assert old in text_of("si010_e-classic.html")
    complaints = read_as(text_of("si010_e-classic.html").replace(old, new), AT).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints


def test_a_month_that_nothing_tells_is_noticed() -> None:
    page = text_of("si010_r-responsive.html")
    complaints = read_as(page, f"{SITE}si010_r.asp").complaints
    assert [one.expected for one in complaints] == ["the date of sitting 7001", "the date of sitting 7003"]


def test_a_month_that_is_not_the_one_asked_for_is_noticed() -> None:
    """The weekdays tell: in April 2027 the 2nd is a Friday. The responsive skin does not say its month."""
    page = text_of("si010_r-responsive.html")
    complaints = read_as(page, f"{SITE}si010_r.asp?MM=4&YY=2027").complaints
    assert [one.came for one in complaints] == [
        "Di 2 in a calendar taken for that of 04.2027",
        "Do 18 in a calendar taken for that of 04.2027",
    ]


@pytest.mark.parametrize("day", ["Di. 2", "Di, 2.", "Dienstag 2", "di2", "Tue2"])
def test_the_day_is_read_however_it_is_written(day: str) -> None:
    old = '<span class="dow">Di</span><span class="dom">2</span>'
    page = text_of("si010_r-responsive.html")
    assert old in page
    reading = read_as(page.replace(old, day), SITE + SHOWN_AT["si010_r-responsive.html"])
    assert of(reading, Meeting)[0]["start_text"] == "02.03.2027 16:00 - 18:10"
    assert reading.complaints == []


def test_a_day_that_is_not_understood_is_not_that_of_the_row_above() -> None:
    old = '<span class="dow">Do</span><span class="dom">18</span>'
    page = text_of("si010_r-responsive.html").replace(old, "am achtzehnten")
    reading = read_as(page, SITE + SHOWN_AT["si010_r-responsive.html"])
    assert "start_text" not in of(reading, Meeting)[1]
    assert [one.expected for one in reading.complaints] == ["the date of sitting 7003"]


def test_a_calendar_of_several_months_is_noticed() -> None:
    form = '<input type="hidden" name="kaldatvonbis" value="01.03.2027-30.04.2027"  />'
    page = text_of("si010_e-classic.html").replace('<table class="tl1"', f'{form}<table class="tl1"')
    assert read_as(page, AT).complaints[0].expected == "a calendar of one month"


def test_a_list_without_sittings_says_so() -> None:
    page = text_of("si018-list.html")
    start, end = page.index("<table class"), page.index("</table>")
    assert read_as(f"{page[:start]}<p>Keine Sitzungen gefunden{page[end:]}", f"{SITE}si018.asp").complaints == []


def test_a_site_that_shows_calendars_by_council_only_says_which_there_are() -> None:
    links = "".join(
        f'<tr><td><a href="/bi/si010_a.asp?MM=3&amp;YY=2027&amp;PALFDNR={n}"><b>Rat</b></a></td></tr>' for n in (1, 2)
    )
    page = text_of("si010_e-classic.html")
    start, end = page.index('<table class="tl1"'), page.index("</table>")
    complaint = read_as(f"{page[:start]}<table>{links}{page[end:]}", f"{SITE}si010_a.asp").complaints[0]
    assert complaint.came == "a choice of 2 councils"
