"""Which page an address shows, and the addresses that are asked for."""

import pytest

from scraper.pages.rubin.addresses import (
    agenda_url,
    calendar_url,
    entries,
    kind_of,
    lasting,
    number_in,
    organizations_urls,
)

SITE = "https://rats.example.org/"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("api.php?id=calendar&action=get&from=2027-03&to=2027-03", "calendar"),
        ("api.php?id=meetings&action=get&meeting_id=2027-GR-31", "agenda"),
        ("api.php?id=organizations&action=bodies", "bodies"),
        ("webservice-mobile/webservice.php?json=true&id=calendar&action=get", "calendar"),
        ("sitzungskalender.php?skc_zeitraum=1", "calendar"),
        ("meeting.php?id=2027-GR-31", "agenda"),
        ("ris/meeting?id=2027-GR-31", "agenda"),
        ("meeting.php;jsessionid=1A?sid=ni_2027-GR-31", "agenda"),
        ("sitzungen_top.php?sid=ni_2013-03-150", "agenda"),
        ("api.php?document_type_id=4&submission_id=1&id=69", None),
        ("documents.php?document_type_id=4", None),
        ("", None),
        ("http://[", None),
    ],
)
def test_the_kind_of_page(address: str, kind: str | None) -> None:
    assert kind_of(address if "[" in address else SITE + address) == kind


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("meeting.php?id=ni_2027-GR-31", "ni_2027-GR-31"),
        ("meeting?id=2027-GR-31", "2027-GR-31"),
        ("sitzungen_top.php?sid=ni_2013-03-150", "ni_2013-03-150"),
        ("api.php?id=meetings&meeting_id=2027-GR-31", "2027-GR-31"),
        ("api.php?id=calendar", None),
    ],
)
def test_the_number_of_a_sitting(address: str, number: str | None) -> None:
    assert number_in(SITE + address) == number


def test_the_name_of_a_sitting_lasts() -> None:
    assert lasting("ni_2027-GR-31") == lasting("2027-GR-31") == "2027-GR-31"


@pytest.mark.parametrize("root", ["", "index.php", "meeting.php?id=2027-GR-31", "webservice-mobile/"])
def test_a_site_is_entered_from_any_of_its_pages(root: str) -> None:
    scripts = [one.partition("?")[0].removeprefix(SITE) for one in entries(SITE + root)]
    assert scripts == ["api.php", "webservice-mobile/webservice.php", "sitzungskalender.php"]


def test_the_entry_that_is_named_comes_first() -> None:
    assert entries(SITE + "sitzungskalender.php")[0] == SITE + "sitzungskalender.php"
    assert entries(SITE + "webservice-mobile/webservice.php")[0] == SITE + "webservice-mobile/webservice.php"


def test_the_calendar_of_each_entry() -> None:
    api, service, pages = entries(SITE)
    assert calendar_url(api, 2027, 3) == SITE + "api.php?id=calendar&action=get&from=2027-03&to=2027-03&view=list"
    assert calendar_url(service, 2027, 3) == (
        f"{SITE}webservice-mobile/webservice.php?id=calendar&action=get&from=2027-03&to=2027-03&view=list"
        "&json=true&system=ris&platform=ris"
    )
    assert calendar_url(pages, 2027, 11) == (
        f"{SITE}sitzungskalender.php?skc_zeitraum=1&skc_ansicht=k&d_von=2027-11&d_bis=2027-11&koerperschaft="
    )


def test_one_town_of_several() -> None:
    api, _, pages = entries(SITE + "?body_id=OG003")
    assert "&body_id=OG003" in calendar_url(api, 2027, 3)
    assert calendar_url(pages, 2027, 3).endswith("&koerperschaft=OG003")


def test_the_towns_are_asked_for_where_there_is_data() -> None:
    api, service, pages = entries(SITE)
    assert organizations_urls(api) == [SITE + "api.php?id=organizations&action=bodies"]
    assert organizations_urls(service)[0].startswith(SITE + "webservice-mobile/webservice.php?id=organizations")
    assert organizations_urls(pages) == []


@pytest.mark.parametrize(
    ("calendar", "told", "address"),
    [
        (
            "api.php?id=calendar",
            None,
            "api.php?id=meetings&action=get&meeting_id=A%7C1&with_agenda_item_documents=true",
        ),
        ("webservice-mobile/webservice.php", None, "meeting.php?id=A%7C1"),
        ("webservice-mobile/webservice.php", "http:///rats.example.org/meeting?id=A", "meeting?id=A%7C1"),
        ("sitzungskalender.php", "https://other.example.org//sitzungen_top.php?sid=A", "sitzungen_top.php?sid=A%7C1"),
    ],
)
def test_where_an_agenda_is(calendar: str, told: str | None, address: str) -> None:
    assert agenda_url(SITE + calendar, "A|1", told) == SITE + address
