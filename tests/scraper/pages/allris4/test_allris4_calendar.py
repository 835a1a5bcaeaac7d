import pytest

from pipelines.german.dates import read_date
from scraper.items import Meeting
from tests.scraper.pages.allris4.saved import SITE, leads_to, of, read, read_as, saved

MONTH = f"{SITE}si010?4-1.0-&MM=3&YY=2027"


def test_sittings_with_and_without_a_page() -> None:
    reading = read("si010-rows.xml")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "70011",
            "name": "Sitzung des Werkausschusses",
            "start_text": "02.03.2027 17:00",
            "place": "Rathaus, Zimmer 4",
        },
        # The second of its day, behind a row that only says that there are holidays.
        {
            "vendor_id": "70012",
            "name": "Sitzung des Ortsbeirates Wiesental",
            "start_text": "22.03.2027 18:00 - 19:45",
            "place": "Dorfgemeinschaftshaus",
            "cancelled": True,
        },
        # Without a page there is no whole date: the day of an earlier row, the month of the others.
        {
            "vendor_id": "70013",
            "name": "Sitzung des Beirates für Sport",
            "start_text": "22 20:00",
            "date_context": "2027-03",
        },
        {
            "vendor_id": "70014",
            "name": "Sitzung des Stadtrates",
            "start_text": "31",
            "date_context": "2027-03",
            "place": "Ratssaal",
        },
    ]
    assert leads_to(reading) == {
        ("agenda", "70011"): "to010?SILFDNR=70011&refresh=false",
        ("agenda", "70012"): "to010?SILFDNR=70012&refresh=false",
    }
    assert reading.complaints == []


def test_the_dates_can_be_read() -> None:
    dates = [read_date(one["start_text"], one.get("date_context")) for one in of(read("si010-rows.xml"), Meeting)]
    assert [(date.start, date.end) for date in dates if date] == [
        ("2027-03-02T17:00:00+01:00", None),
        ("2027-03-22T18:00:00+01:00", "2027-03-22T19:45:00+01:00"),
        ("2027-03-22T20:00:00+01:00", None),
        ("2027-03-31", None),
    ]


def test_the_month_is_that_of_the_links_and_not_the_one_asked_for() -> None:
    reading = read_as(saved("si010-rows.xml"), f"{SITE}si010?4-1.0-&MM=7&YY=2026")
    assert {one.get("date_context") for one in of(reading, Meeting)} == {None, "2027-03"}


def test_a_month_without_links_is_the_one_asked_for() -> None:
    body = saved("si010-rows.xml").decode()
    start, end = body.index('<tr class="tue odd">'), body.index('<tr class="wed even">')
    unlinked = (body[:start] + body[end:]).encode()
    reading = read_as(unlinked, MONTH)
    assert of(reading, Meeting)[0]["date_context"] == "2027-03"
    assert reading.complaints == []
    other = read_as(unlinked, f"{SITE}si010?4-1.0-&MM=7&YY=2026")
    assert [one.came for one in other.complaints] == ["Wed 31 in a calendar taken for that of 2026-07"]


def test_a_month_without_sittings_is_no_fault() -> None:
    body = saved("si010-rows.xml").decode()
    start, end = body.index('<tr class="tue odd">'), body.index('<tr class="wed even emptyRow">')
    rest = body.index('<tr class="sameday')
    reading = read_as((body[:start] + body[end:rest] + body[body.index("</tbody>") :]).encode(), MONTH)
    assert (reading.items, reading.complaints) == ([], [])


def test_the_page_without_its_rows_says_where_they_are() -> None:
    reading = read_as(saved("si010-shell.html"), f"{SITE}si010?MM=3&YY=2027")
    assert reading.items == []
    (complaint,) = reading.complaints
    assert complaint.came == "the page without its rows"
    assert MONTH in complaint.advice


def test_rows_that_are_in_the_page_are_read() -> None:
    rows = saved("si010-rows.xml").decode().partition("<![CDATA[")[2].partition("]]>")[0]
    page = saved("si010-shell.html").decode().replace('<div id="id27">', f'<div id="id27">{rows}')
    assert len(read_as(page.encode(), f"{SITE}si010?MM=3&YY=2027").items) == 4


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ('<span class="dom">02</span>', '<span class="dom">05</span>', "sitting 70011 on the day of its row, the 05."),
        ('href="./to010?SILFDNR=70011&amp;refresh=false" id="si_70011"', "", "the sitting's number in each row"),
        (">Sitzung des Stadtrates<", "><", "a sitting's number and name"),
        ('<a id="si_70013">', "<a>", "the sitting's number in each row"),
        ('<span class="dom">31</span>', '<span class="dom">31st</span>', "the date of sitting 70014"),
        (
            '<span class="dow">Wed</span><span class="dom">31',
            '<span class="dow">Do.</span><span class="dom">31',
            "a day of the month for sitting 70014",
        ),
    ],
)
def test_a_row_that_is_odd_is_told(written: str, instead: str, expected: str) -> None:
    reading = read_as(saved("si010-rows.xml").replace(written.encode(), instead.encode()), MONTH)
    assert expected in [complaint.expected for complaint in reading.complaints]
