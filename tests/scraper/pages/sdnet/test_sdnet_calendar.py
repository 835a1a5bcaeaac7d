"""The calendar as ICS, as a page, and as the list of a year: the same sittings under the same names."""

import pytest

from pipelines.german.dates import read_date
from scraper.items import Meeting
from tests.scraper.pages.sdnet.saved import PAGES, SHOWN_AT, SITE, changed, leads_to, of, read, read_as

AGENDA = "tops/?__=S2xhckFscE1lZXRpbmcwMQ"
SITTINGS = ["werkausschuss-2027-03-02", "ausschuss-fuer-wald-feld-und-flur-2027-06-15", "werkausschuss-2027-12-07"]


@pytest.mark.parametrize("page", ["termine.ics", "termine-2027.html"])
def test_each_form_of_the_calendar_names_the_same_sittings(page: str) -> None:
    reading = read(page)
    assert [meeting["vendor_id"] for meeting in of(reading, Meeting)] == SITTINGS
    assert leads_to(reading)["agenda", SITTINGS[0]] == AGENDA
    assert [meeting.get("cancelled") for meeting in of(reading, Meeting)] == [None, True, None]
    assert reading.complaints == []


@pytest.mark.parametrize("page", ["termine.ics", "termine-2027.html"])
def test_starts_are_those_of_the_place(page: str) -> None:
    starts = [read_date(meeting["start_text"], None) for meeting in of(read(page), Meeting)]
    assert [start and start.start for start in starts] == [
        "2027-03-02T16:03:00+01:00",
        "2027-06-15T17:00:00+02:00",  # 15:00 UTC in the ICS
        "2027-12-07T17:00:00+01:00",
    ]


def test_the_details_of_an_event() -> None:
    assert of(read("termine.ics"), Meeting)[0] == {
        "vendor_id": "werkausschuss-2027-03-02",
        "organization": "werkausschuss",
        "start_text": "02.03.2027 16:03 Uhr",
        "end_text": "02.03.2027 18:10 Uhr",
        "place": "Altes Rathaus, Am Markt 4, 99998 Klarhausen, Zimmer 4",
    }


def test_a_sitting_without_an_agenda_keeps_its_name_and_remark() -> None:
    meeting = of(read("termine.ics"), Meeting)[2]
    assert (meeting["name"], meeting["other"]) == (
        "Werkausschuss",
        {"Bemerkung": "TOP 3 entfällt. Der Ort wird noch genannt."},
    )
    assert ("agenda", meeting["vendor_id"]) not in leads_to(read("termine.ics"))


def test_the_export_of_one_sitting_says_the_same() -> None:
    assert of(read("tops.ics"), Meeting) == of(read("termine.ics"), Meeting)[:1]


def test_the_page_leads_to_the_export_and_to_years() -> None:
    reading = read("termine.html")
    assert leads_to(reading) == {
        ("calendar", "export"): "termine/ics/SD.NET_RIM.ics",
        ("calendar", "2025"): "termine?__=S2xhckFscFllYXIw2025",
        ("calendar", "2026"): "termine?__=S2xhckFscFllYXIw2026",
        ("calendar", "2027"): "termine?__=S2xhckFscFllYXIw2027",
    }
    assert (reading.items, reading.complaints) == ([], [])


@pytest.mark.parametrize(
    ("remark", "cancelled"),
    [
        ("Die Sitzung entfällt!", True),
        ("Wegen Krankheit findet die Sitzung nicht statt.", True),
        ("Es entfällt die Sitzung.", True),
        ("Mangels Themen fällt die Sitzung aus.", True),
        ("entfällt", True),
        ("Zur Sitzung: TOP 3 entfällt.", None),
        ("Wegen Umbau findet die Sitzung im Foyer statt.", None),
        ("Die Einwohnerfragen entfallen.", None),
    ],
)
def test_a_remark_may_call_the_sitting_off(remark: str, cancelled: bool | None) -> None:
    reading = changed("termine.ics", "Die Sitzung findet mangels Themen nicht statt.", remark)
    assert of(reading, Meeting)[1].get("cancelled") is cancelled


def test_two_sittings_of_a_committee_on_a_day_are_told_of() -> None:
    reading = changed("termine.ics", "20271207T170000", "20270302T190000")
    assert [meeting["vendor_id"] for meeting in of(reading, Meeting)] == SITTINGS[:2]
    assert [(one.severity, one.expected, one.came) for one in reading.complaints] == [
        ("warning", "one sitting werkausschuss-2027-03-02", "another one, 02.03.2027 19:00 Uhr")
    ]


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        (
            "termine.ics",
            "DTSTART;TZID=Europe/Berlin:20270302T160300",
            "DTSTART:soon",
            "an event with its committee and its start",
        ),
        ("termine.ics", "SUMMARY:Werkausschuss\n", "", "an event with its committee and its start"),
        ("termine.ics", "BEGIN:VEVENT\nDTSTAMP", "DTSTAMP", "a calendar file (ICS)"),
        ("termine.ics", "END:VCALENDAR", "", "a calendar file (ICS)"),
        ("termine.ics", "/tops/?__=S2xhckFscE1lZXRpbmcwMQ", "/tops/", "the link to the agenda"),
        ("termine-2027.html", "column-uebersicht", "x", "a sitting with its date and its committee"),
        ("termine-2027.html", "Di, 15.06.2027 17:00 Uhr</a>", "noch offen</a>", "a sitting with its date"),
        ("termine-2027.html", 'href="https://rim.example.org/tops/', 'x="', "a link to the sitting"),
        ("termine-2027.html", ">Werkausschuss</td>", ">Rat</td>", "a link to a sitting of 'Rat'"),
        ("termine-2027.html", "</html>", "", "a whole page"),
        ("termine.html", "data-export-url", "data-x", "something to read"),
    ],
)
def test_a_layout_that_changed_is_noticed(page: str, old: str, new: str, expected: str) -> None:
    text = PAGES.joinpath(page).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new).replace('<ul class="termine-jahre">', "<ul hidden>")
    if page == "termine.html":
        text = text.replace("/termine?__=", "/x?")
    complaints = read_as(text.encode(), SITE + SHOWN_AT[page]).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints
