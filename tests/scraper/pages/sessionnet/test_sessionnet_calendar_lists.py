"""Calendars of other forms: lists of one committee's sittings, and sittings that have a number before their agenda."""

import pytest

from pipelines.german.dates import read_date
from scraper.items import Meeting
from tests.scraper.pages.sessionnet.saved import PAGES, SITE, leads_to, of, read, read_as


def test_a_list_of_one_committee_links_dates_and_names_it_in_their_titles() -> None:
    reading = read("si0041-old.html")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7001",
            "name": "Bezirksvertretung Nord",
            "start_text": "02.03.2027 15:00-18:09",
            "place": "Bürgerhaus, Saal 2",
        },
        {"vendor_id": "6950", "name": "Bezirksvertretung Nord", "start_text": "12.01.2027 15:00"},
    ]
    assert leads_to(reading) == {
        ("agenda", "7001"): "to0040.asp?__ksinr=7001",
        ("agenda", "6950"): "to0040.asp?__ksinr=6950",
    }
    assert reading.complaints == []


def test_a_date_is_no_name_and_its_absence_is_said() -> None:
    body = PAGES.joinpath("si0041-old.html").read_bytes().replace(b"Details anzeigen: Bezirksvertretung Nord ", b"")
    reading = read_as(body, f"{SITE}si0041.asp?__kgrnr=12")
    assert [meeting.get("name") for meeting in of(reading, Meeting)] == [None, None]
    assert [complaint.expected for complaint in reading.complaints] == [
        "the name of sitting 7001",
        "the name of sitting 6950",
    ]


def test_a_sitting_without_an_agenda_is_known_by_its_appointment() -> None:
    reading = read("si0040-appointments.html")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7005",
            "name": "Arbeitskreis Haushalt",
            "start_text": "05.03.2027 13:30 Uhr",
            "place": "im großen Ratssaal (1. OG), Markt 1",
        },
        {
            "vendor_id": "7006",
            "name": "Ortsbeirat Oberdorf",
            "start_text": "9 18.00 Uhr",
            "date_context": "2027-03",
            "place": "Feuerwehrhaus",
        },
    ]
    assert leads_to(reading) == {("agenda", "7006"): "si0057.asp?__ksinr=7006"}
    assert reading.complaints == []


def test_appointments_only_may_be_links_that_were_lost() -> None:
    body = PAGES.joinpath("si0040-appointments.html").read_bytes().replace(b'<a  href="si0057.asp?__ksinr=7006"', b"<b")
    reading = read_as(body, f"{SITE}si0040.asp?__cjahr=2027&__cmonat=3")
    assert [meeting["vendor_id"] for meeting in of(reading, Meeting)] == ["7005", "7006"]
    assert [(one.severity, one.expected) for one in reading.complaints] == [
        ("warning", "a link at one of the sittings at least")
    ]


@pytest.mark.parametrize("heading", ["Kalender 2027 März", "Sitzungskalender März 2027"])
@pytest.mark.parametrize("address", ["si0040.asp", "si0040.asp?__canz=1"])
def test_without_a_month_in_the_address_the_heading_tells_it(heading: str, address: str) -> None:
    page = PAGES.joinpath("si0040-appointments.html").read_text()
    body = page.replace('<h1 class="smc_h1">Kalender 2027 März', f'<h1 class="smc_h1">{heading}')
    meetings = of(read_as(body.encode(), SITE + address), Meeting)
    start = read_date(meetings[1]["start_text"], meetings[1]["date_context"])
    assert start
    assert start.start == "2027-03-09T18:00:00+01:00"


@pytest.mark.parametrize(
    ("told", "start"), [("Di, 09.03.2027", "2027-03-09T18:00:00+01:00"), ("Di., 09.03.27", "2027-03-09T18:00:00+01:00")]
)
def test_the_whole_date_may_stand_in_a_cell_of_its_own(told: str, start: str) -> None:
    row = f"""<table id="smc_page_si0040_contenttable1"><tr class="smc-row"><td class="siday"><div class="date">
        <span class="weekday">{told}</span></div></td><td class="silink"><div class="smc-el-h">Ortsrat Oberdorf</div>
        <a class="smc-link-normal" href="si0057.asp?__ksinr=7006">Ortsrat Oberdorf</a>
        <ul class="list-inline smc-detail-list"><li>18:00 Uhr</li><li>Gemeindehaus</li></ul></td></tr></table>"""
    reading = read_as(row.encode(), f"{SITE}si0040.asp")
    (meeting,) = of(reading, Meeting)
    found = read_date(meeting["start_text"], meeting.get("date_context"))
    assert found
    assert (meeting["name"], found.start, meeting["place"]) == ("Ortsrat Oberdorf", start, "Gemeindehaus")
    assert reading.complaints == []
