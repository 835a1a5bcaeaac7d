import re

import pytest

from pipelines.german.dates import read_date
from scraper.items import Meeting
from tests.scraper.pages.sessionnet.saved import PAGES, SITE, leads_to, of, read, read_as

MONTH = f"{SITE}si0040.php?__cjahr=2027&__cmonat=3"


def test_layout_6_gives_sittings_with_time_and_place() -> None:
    reading = read("si0040-layout6.html")
    assert of(reading, Meeting) == [
        {
            "vendor_id": "7001",
            "name": "Werkausschuss",
            "start_text": "02.03.2027 16:00-18:10 Uhr",
            "place": "Rathaus, Zimmer 4",
        },
        # The second sitting of the day: its row repeats no day, its link's title has no date.
        {
            "vendor_id": "7002",
            "name": "Ortsbeirat Unterstadt",
            "start_text": "2 19:30",
            "date_context": "2027-03",
            "cancelled": True,
        },
    ]
    assert leads_to(reading) == {
        ("agenda", "7001"): "si0056.php?__ksinr=7001",
        ("agenda", "7002"): "si0056.php?__ksinr=7002",
    }
    assert reading.complaints == []


def test_layout_5_has_no_day_and_sittings_may_have_no_time() -> None:
    reading = read("si0040-layout5.html")
    assert of(reading, Meeting) == [
        {"vendor_id": "310", "name": "Hauptausschuss", "start_text": "08.03.2027 17:00", "place": "Ratssaal, Markt 1"},
        {"vendor_id": "311", "name": "Jugendrat", "start_text": "09.03.2027"},
    ]
    assert reading.complaints == []


def test_the_old_table_has_day_and_time_in_cells() -> None:
    reading = read("si0040-old.html")
    assert of(reading, Meeting) == [
        {"vendor_id": "501", "name": "Ausschuss für Städtebau", "start_text": "01.03.2027 17:00-18:26 Uhr"},
        {"vendor_id": "502", "name": "Stadtrat", "start_text": "4", "date_context": "2027-03"},
    ]
    assert leads_to(reading)["agenda", "501"] == "to0040.asp?__ksinr=501"
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("page", "starts"),
    [
        (
            "si0040-layout6.html",
            ["2027-03-02T16:00:00+01:00 to 2027-03-02T18:10:00+01:00", "2027-03-02T19:30:00+01:00"],
        ),
        ("si0040-layout5.html", ["2027-03-08T17:00:00+01:00", "2027-03-09"]),
        ("si0040-old.html", ["2027-03-01T17:00:00+01:00 to 2027-03-01T18:26:00+01:00", "2027-03-04"]),
    ],
)
def test_the_dates_can_be_read(page: str, starts: list[str]) -> None:
    readings = [read_date(m["start_text"], m.get("date_context")) for m in of(read(page), Meeting)]
    assert [" to ".join(filter(None, (one.start, one.end))) for one in readings if one] == starts


def test_without_the_month_in_the_address_the_filter_tells_it() -> None:
    body = PAGES.joinpath("si0040-layout6.html").read_bytes()
    reading = read_as(body, f"{SITE}si0040.php")
    assert of(reading, Meeting)[1]["date_context"] == "2027-03"


def test_a_month_without_sittings_is_empty_and_no_complaint() -> None:
    body = b'<html><body><div class="smc_page_si0040_layout"><p>Keine Termine</p></div></body></html>'
    reading = read_as(body, MONTH)
    assert (reading.items, reading.complaints) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"silink", b"sitzung", "the sitting's name in its own cell"),
        (b'<a href="si0056.php?__ksinr=7001"', b"<a", "a link with the sitting's number"),
        (b">Werkausschuss</a>", b"></a>", "the name of sitting 7001"),
        (b"Werkausschuss 02.03.2027", b"Werkausschuss 03.03.2027", "sitting 7001 on the day of its row"),
        (b"<span class=\"weekday\">2</span>", b"", "sitting 7001 on the day of its row"),
        (b"</html>", b"", "a whole page"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(old: bytes, new: bytes, expected: str) -> None:
    body = PAGES.joinpath("si0040-layout6.html").read_bytes()
    assert old in body
    complaints = read_as(body.replace(old, new), MONTH).complaints
    assert any(complaint.expected.startswith(expected) for complaint in complaints), complaints


def test_a_month_whose_sittings_all_lost_their_links_is_told_of() -> None:
    page = PAGES.joinpath("si0040-layout6.html").read_bytes()
    reading = read_as(re.sub(rb"<a [^>]*__ksinr=[^>]*>", b"<span>", page), MONTH)
    assert not reading.items
    assert [(one.severity, one.expected) for one in reading.complaints] == [
        ("warning", "a link at one of the sittings at least")
    ]


def test_a_month_whose_sittings_stand_in_no_table_is_told_of() -> None:
    page = PAGES.joinpath("si0040-layout5.html").read_bytes()
    lost = re.sub(rb"<table[^>]*>|<a [^>]*__ksinr=[^>]*>", b"", page)
    assert [one.expected for one in read_as(lost, MONTH).complaints] == ["the cells of sittings in rows of a table"]
