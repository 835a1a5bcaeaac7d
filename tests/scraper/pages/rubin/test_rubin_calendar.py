"""Sittings of a month, as data and as the table of the PHP pages."""

import json
from typing import Any

import pytest

from pipelines.german.dates import read_date
from scraper.items import Body, Meeting
from tests.scraper.pages.rubin.saved import MONTH, PAGES, SHOWN_AT, SITE, leads_to, of, read, read_as

API = f"{SITE}api.php?{MONTH}"
BARE = {"nummer": "2027-GR-31", "nummer_si": None, "datum": "2027-03-16", "titel": "31. Sitzung", "status": "4"}
"""What the service for mobile phones of an old server tells, at least."""


def calendar(*rows: dict[str, Any], at: str = f"api.php?{MONTH}") -> Any:
    return read_as(json.dumps({"meetings": list(rows)}).encode(), SITE + at)


def test_sittings_are_named_by_their_number_before_minutes() -> None:
    reading = read("calendar.json")
    assert reading.complaints == []
    found = of(reading, Meeting)
    assert [one["vendor_id"] for one in found] == ["2027-WA-52", "2027-GR-30", "2027-BA-12"]
    starts = [read_date(one["start_text"]) for one in found]
    assert [(one.start, one.end) for one in starts if one] == [
        ("2027-03-02T17:00:00+01:00", None),
        ("2027-03-01T18:30:00+01:00", "2027-03-01T20:05:00+01:00"),
        ("2027-03-30", None),
    ]
    assert [one.get("cancelled") for one in found] == [None, None, True]
    assert found[2]["source_url"] == SITE + "meeting?id=2027-BA-12"


def test_the_calendar_says_of_a_sitting_what_its_agenda_says() -> None:
    told, again = of(read("calendar.json"), Meeting)[0], of(read("meeting-invited.json"), Meeting)[0]
    assert told == {name: value for name, value in again.items() if name in told}


def test_an_agenda_is_asked_for_by_its_present_number() -> None:
    asked = "api.php?id=meetings&action=get&meeting_id={}&with_agenda_item_documents=true"
    assert leads_to(read("calendar.json")) == {
        ("agenda", "2027-WA-52"): asked.format("2027-WA-52"),
        ("agenda", "2027-GR-30"): asked.format("ni_2027-GR-30"),
        ("agenda", "2027-BA-12"): asked.format("2027-BA-12"),
    }


def test_beside_the_service_for_mobile_phones_agendas_are_pages() -> None:
    told = BARE | {"fullUrl": "https://rats.example.org//meeting.php?id=2027-GR-31", "fraktionssitzung": "0"}
    reading = calendar(told, at=f"webservice-mobile/webservice.php?{MONTH}")
    assert reading.complaints == []
    assert leads_to(reading) == {("agenda", "2027-GR-31"): "meeting.php?id=2027-GR-31"}


def test_the_table_of_the_php_pages() -> None:
    reading = read("sitzungskalender.html")
    assert reading.complaints == []
    assert of(reading, Meeting) == [
        {"vendor_id": "2027-WA-52", "name": "Gemeinsame Sitzung"},
        {
            "vendor_id": "2027-GR-31",
            "name": "31. Sitzung des Gemeinderates",
            "start_text": "16.03.2027 18:30 Uhr",
            "cancelled": True,
        },
    ]
    assert leads_to(reading) == {
        ("agenda", "2027-WA-52"): "meeting.php?id=ni_2027-WA-52",
        ("agenda", "2027-GR-31"): "sitzungen_top.php?sid=2027-GR-31",
    }


def test_a_calendar_in_a_component() -> None:
    content = json.dumps({"calendar": {"meetings": [BARE]}})
    page = f'<script>window.components["CalendarPage__1a"] = {{ props: {content}, store: [] }};</script>'
    reading = read_as(f"<html><body>{page}</body></html>".encode(), SITE + "sitzungskalender.php")
    assert [one["vendor_id"] for one in of(reading, Meeting)] == ["2027-GR-31"]


@pytest.mark.parametrize("fields", [{"is_draft": True}, {"is_draft": "1"}, {"event_type_id": 2}], ids=str)
def test_what_is_no_sitting_yet_or_none_at_all_is_left_out(fields: dict[str, Any]) -> None:
    reading = calendar(BARE | fields)
    assert (reading.items, reading.complaints) == ([], [])


def test_a_sitting_of_a_group_says_so() -> None:
    assert of(calendar(BARE | {"fraktionssitzung": "1"}), Meeting)[0]["other"] == {"Fraktionssitzung": True}


def test_a_month_without_sittings_is_no_fault() -> None:
    assert calendar().complaints == []


@pytest.mark.parametrize(
    "fields",
    [
        {"nummer": None},
        {"datum": "16.3."},
        {"titel": ""},
        {"full_url": "https://rats.example.org/meeting?id=2027-GR-30"},
    ],
    ids=str,
)
def test_a_sitting_that_is_odd_is_complained_of(fields: dict[str, Any]) -> None:
    assert calendar(BARE | fields).complaints


def test_a_row_of_the_table_without_a_link_is_complained_of() -> None:
    page = PAGES.joinpath("sitzungskalender.html").read_text().replace("sid", "x")
    assert read_as(page.encode(), SITE + SHOWN_AT["sitzungskalender.html"]).complaints


def test_the_towns_of_a_site() -> None:
    reading = read("bodies.json")
    assert reading.complaints == []
    assert of(reading, Body) == [
        {"vendor_id": "NH", "name": "Gemeinde Musterhausen"},
        {"vendor_id": "ZV", "name": "Zweckverband Wasser"},
    ]


def test_half_of_a_character_does_no_harm() -> None:
    reading = read_as(b'{"meetings": [{"nummer": "2027-\\ud83d-1", "datum": "2027-03-16", "titel": "\\udc00"}]}', API)
    assert [one.vendor_id for one in reading.items] == ["2027-\ufffd-1"]
    assert reading.follow[0].url.isascii()
