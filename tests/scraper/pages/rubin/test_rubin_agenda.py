"""One sitting before and after its minutes, as data and as a page that carries the data: the same records."""

import json
from typing import Any

import pytest

from pipelines.german.dates import read_date
from scraper.items import (
    AgendaItem,
    Body,
    Consultation,
    File,
    Item,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from scraper.pages.reading import Reading
from tests.scraper.pages.rubin.saved import PAGES, SHOWN_AT, SITE, of, read, read_as

BEFORE, AFTER, PAGE = "meeting-invited.json", "meeting-minutes.json", "meeting-page.html"
PAPER = "202711029100017"


def changed(page: str, **fields: Any) -> Reading:
    """The sitting with some fields changed."""
    told = json.loads(PAGES.joinpath(page).read_bytes()) | fields
    return read_as(json.dumps(told).encode(), SITE + SHOWN_AT[page])


def with_item(**fields: Any) -> Reading:
    """The sitting before its minutes with the first item changed."""
    first, *others = json.loads(PAGES.joinpath(BEFORE).read_bytes())["agenda_items"]
    return changed(BEFORE, agenda_items=[first | fields, *others])


def names(reading: Reading, *types: type[Item]) -> list[tuple[str, str]]:
    return [(item.type_name, item.vendor_id) for item in reading.items if isinstance(item, types)]


@pytest.mark.parametrize("page", [BEFORE, AFTER, PAGE])
def test_minutes_change_the_number_of_a_sitting_and_not_its_name_nor_its_items(page: str) -> None:
    reading = read(page)
    assert reading.complaints == []
    assert names(reading, Meeting, AgendaItem, Paper, Consultation) == [
        ("meeting", "2027-WA-52"),
        ("agenda-item", "2027-WA-52|EFS|1"),
        ("agenda-item", f"2027-WA-52|{PAPER}|1"),
        ("paper", PAPER),
        ("consultation", f"{PAPER}-2027-WA-52"),
        ("consultation", f"{PAPER}-2027-GR-31"),
        ("consultation", f"{PAPER}-GR"),
        ("agenda-item", "2027-WA-52|zt_0|1"),
        ("agenda-item", "2027-WA-52|202711029100018|2"),
        ("paper", "202711029100018"),
        ("consultation", "202711029100018-2027-WA-52"),
    ]


def test_documents_keep_their_names_when_minutes_come() -> None:
    before, after = ({one["vendor_id"] for one in of(read(page), File)} for page in (BEFORE, AFTER))
    assert after - before == {"2027-WA-52|3", f"2027-WA-52|{PAPER}|1|5"}
    assert before - after == set()


def test_the_page_says_what_the_data_says() -> None:
    data, page = read(AFTER), read(PAGE)
    assert of(page, Person, Membership, Organization, Body) == of(data, Person, Membership, Organization, Body)
    # Older servers tell no row numbers, by which an item is put below another.
    items = [{**one, "parent": None} for one in of(data, AgendaItem)]
    assert [{**one, "parent": None} for one in of(page, AgendaItem)] == items
    assert of(page, Paper, Consultation) == of(data, Paper, Consultation)
    assert of(page, File)[0]["access_url"] == f"{SITE}documents.php?document_type_id=1&meeting_id=2027-WA-52&" + (
        "id=69&json=1&platform=ris"
    )


def test_the_sitting_of_two_committees() -> None:
    (meeting,) = of(read(AFTER), Meeting)
    assert meeting["organization"] == "WA"
    assert meeting["organizations"] == [{"organization": "WA"}, {"organization": "BA"}]
    assert meeting["place"] == "Saal im Bürgerhaus, Am Anger 3, 99999 Musterhausen"
    assert (meeting["results_protocol"], meeting["participants"]) == ("2027-WA-52|3", [{"person": "21"}])
    assert [(one["file"], one["role"]) for one in meeting["files"]] == [
        ("2027-WA-52|1", "auxiliaryFile"),
        ("2027-WA-52|3", "resultsProtocol"),
    ]
    assert meeting["other"] == {
        "parts": [{"name": "öffentlicher Teil", "time": "17:02"}, {"name": "nichtöffentlicher Teil", "time": "18:10"}]
    }


@pytest.mark.parametrize(
    ("begin", "end", "start", "finish", "precision"),
    [
        ("17:00:00", "18:25:00", "2027-03-02T17:00:00+01:00", "2027-03-02T18:25:00+01:00", "minute"),
        ("17:00", "00:00:00", "2027-03-02T17:00:00+01:00", None, "minute"),
        ("22:30:00", "00:10:00", "2027-03-02T22:30:00+01:00", "2027-03-03T00:10:00+01:00", "minute"),
        ("00:00:00", "18:25:00", "2027-03-02", None, "day"),
        ("", None, "2027-03-02", None, "day"),
    ],
)
def test_midnight_is_a_stand_in_for_an_unknown_time(
    begin: str, end: str | None, start: str, finish: str | None, precision: str
) -> None:
    (meeting,) = of(changed(AFTER, beginn=begin, ende=end), Meeting)
    found = read_date(meeting["start_text"])
    assert found
    assert (found.start, found.end, found.precision) == (start, finish, precision)


def test_an_item_with_its_paper() -> None:
    reading = read(AFTER)
    item = of(reading, AgendaItem)[1]
    assert (item["number"], item["public"]) == ("2", True)
    assert item["name"] == "Neubau der Kläranlage; a) Rohbau b) Zufahrt"
    assert item["result"] == "Einstimmig beschlossen\nJa: 9, Nein: 0"
    assert item["other"] == {"Beschlussnummer": "WA 4/2027"}
    assert item["resolution_file"] == f"2027-WA-52|{PAPER}|1|5"
    assert of(reading, Paper)[0] == {
        "vendor_id": PAPER,
        "reference": "17/2027",
        "name": "Neubau der Kläranlage; a) Rohbau b) Zufahrt",
        "paper_type": "Beschlussvorlage",
        "date_text": "2027-02-11",
        "main_file": f"{PAPER}|4",
        "files": [
            {"file": f"{PAPER}|4", "role": "mainFile"},
            {"file": f"{PAPER}|20270211101500-0.pdf||13", "role": "auxiliaryFile"},
        ],
    }


def test_two_stations_in_one_sitting_are_one_consultation_of_two_committees() -> None:
    first, second, planned, _ = of(read(AFTER), Consultation)
    assert first == {
        "vendor_id": f"{PAPER}-2027-WA-52",
        "paper": PAPER,
        "meeting": "2027-WA-52",
        "agenda_item": f"2027-WA-52|{PAPER}|1",
        "organization": "WA",
        "role": "Vorberatung",
        "position": 0,
        "organizations": [{"organization": "WA"}, {"organization": "BA"}],
    }
    assert (second["meeting"], second["organization"], second["role"]) == ("2027-GR-31", "GR", "beschließend")
    assert "meeting" not in planned


def test_items_that_are_not_public_are_listed_without_documents() -> None:
    reading = read(AFTER)
    item, paper = of(reading, AgendaItem)[-1], of(reading, Paper)[-1]
    assert (item["public"], item["number"], item["name"]) == (False, "1", "Grundstücke")
    assert (paper["reference"], paper.get("main_file")) == ("18/2027", None)
    assert "Kalkulation" not in {one["name"] for one in of(reading, File)}


def test_an_item_below_another() -> None:
    assert of(read(AFTER), AgendaItem)[2]["parent"] == f"2027-WA-52|{PAPER}|1"


def test_nobody_is_said_to_be_present_before_there_are_minutes() -> None:
    assert of(read(BEFORE), Person, Membership) == []
    assert "participants" not in of(read(BEFORE), Meeting)[0]


def test_who_was_there() -> None:
    reading = read(AFTER)
    assert of(reading, Person)[0] == {
        "vendor_id": "21",
        "name": "Dr. Anna Beispiel",
        "family_name": "Beispiel",
        "given_name": "Anna",
        "form_of_address": "Frau",
        "title": ["Dr."],
    }
    told = ("person", "organization", "role", "on_behalf_of")
    assert [tuple(one.get(field) for field in told) for one in of(reading, Membership)] == [
        ("21", "WA", "Vorsitzende", "WGN"),
        ("22", "BA", "Ausschussmitglied", None),
    ]


def test_the_table_of_an_old_server() -> None:
    reading = read("sitzungen_top.html")
    assert reading.complaints == []
    (meeting,) = of(reading, Meeting)
    start = read_date(meeting["start_text"])
    assert start
    assert (start.start, start.end) == ("2013-11-29T15:00:00+01:00", "2013-11-29T15:45:00+01:00")
    assert (meeting["vendor_id"], meeting["place"]) == ("2013-GR-150", "Ratssaal")
    assert [(one["vendor_id"], one["number"], one["name"], one["public"]) for one in of(reading, AgendaItem)] == [
        ("2013-GR-150|EFS|1", "1", "Fragen der Einwohner", True),
        ("2013-GR-150|20132402100045|1", "2", "Radwege am Anger", True),
        ("2013-GR-150|GRU|2", "1", "Grundstücke", False),
    ]
    (paper,) = of(reading, Paper)
    assert (paper["reference"], paper["main_file"]) == ("2013/0123", "20132402100045.pdf")


def test_a_paper_that_is_told_of_by_its_document_only() -> None:
    told = json.loads(PAGES.joinpath(BEFORE).read_bytes())
    item = told["agenda_items"][1]
    reading = changed(BEFORE, agenda_items=[{**item, "submission": {"alias": "17/2027"}}])
    (paper,) = of(reading, Paper)
    assert paper["name"] == "Neubau der Kläranlage; a) Rohbau b) Zufahrt"
    assert (paper["reference"], paper["paper_type"]) == ("17/2027", "Beschlussvorlage")


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"status": 3},
        {"id": "2027-WA-52|EFS"},
        {"id": "2027-GR-1|EFS|1"},
        {"vorlagennummer": "EFX"},
        {"votings": [{"yes": 3}]},
        {"documents": [{"documentUrl": "https://rats.example.org/api.php?id=69", "documentPublicStatusId": 1}]},
    ],
    ids=str,
)
def test_an_item_that_is_odd_is_complained_of(fields: dict[str, Any]) -> None:
    assert with_item(**fields).complaints


def test_a_draft_is_not_shown() -> None:
    reading = with_item(is_draft=True)
    assert [one["position"] for one in of(reading, AgendaItem)] == [0, 1, 2]


def test_an_item_twice_has_two_names() -> None:
    items = json.loads(PAGES.joinpath(BEFORE).read_bytes())["agenda_items"]
    reading = changed(BEFORE, agenda_items=[items[0], items[0]])
    assert [one["vendor_id"] for one in of(reading, AgendaItem)] == ["2027-WA-52|EFS|1", "2027-WA-52|EFS|1|x2"]


def test_markup_in_a_result_is_no_part_of_it() -> None:
    reading = with_item(abstimmungstext="<p>Ja: 4&nbsp;Stimmen<br>Nein: 1</p>")
    assert of(reading, AgendaItem)[0]["result"] == "Ja: 4 Stimmen\nNein: 1"


def test_another_sitting_than_asked_for_is_complained_of() -> None:
    body = PAGES.joinpath(BEFORE).read_bytes()
    other = SITE + "api.php?id=meetings&action=get&meeting_id=2027-GR-31"
    assert [one.expected for one in read_as(body, other).complaints] == ["sitting 2027-GR-31"]
    assert read_as(body, SITE + "api.php?id=meetings&action=get&meeting_id=812").complaints == []


def test_data_in_an_attribute() -> None:
    """As pages had it in 2021."""
    told = PAGES.joinpath(BEFORE).read_text().replace('"', "&quot;")
    page = (
        f'<html><body><div id="content"><div component="MeetingPage" vue-passed-meeting="{told}"></div></body></html>'
    )
    reading = read_as(page.encode(), SITE + "meeting.php?sid=2027-WA-52")
    assert reading.complaints == []
    assert of(reading, AgendaItem) == of(read(BEFORE), AgendaItem)
