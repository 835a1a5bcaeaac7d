"""Where a site's calendar answers, and what is asked from there on."""

import json
from datetime import date
from typing import Any

import pytest

from scraper.items import AgendaItem, Body, Meeting
from scraper.sources import Source
from scraper.spiders.rubin import RubinSpider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving

TODAY = date(2027, 3, 20)
API, SERVICE, PAGES = "/api.php", "/webservice-mobile/webservice.php", "/sitzungskalender.php"
NUMBER = "ni_2027-GR-30"
SITTING = {
    "nummer": NUMBER,
    "nummer_si": "2027-GR-30",
    "datum": "2027-03-01",
    "titel": "30. Sitzung des Gemeinderates",
    "beginn": "18:30:00",
    "full_url": f"https://elsewhere.example.org/meeting.php?id={NUMBER}",
}
ITEM = {
    "id": f"{NUMBER}|EFS|1",
    "vorlagennummer": "EFS",
    "status": "1",
    "topnummer": "1",
    "title": "Fragen",
    "documents": [],
}
WHOLE = SITTING | {"committees": [{"id": "GR", "name": "Gemeinderat"}], "agenda_items": [ITEM]}
ROW = (
    f'<tr><td>Mo., 01.03.2027</td><td class="SKTerminTitel_td"><a href="meeting.php?sid={NUMBER}">30. Sitzung</a></td>'
)


class Site:
    """`answering`: the scripts that are there; others are not found, or answer with a shell."""

    def __init__(self, *answering: str, otherwise: int = 404) -> None:
        self.answering, self.otherwise = answering, otherwise

    def __call__(self, asked: Asked) -> Answer:
        if asked.path == "/meeting.php":
            told = json.dumps({"passed-meeting": WHOLE})
            return Answer(f'<script>window.components["MeetingPage__1"] = {{ props: {told} }};</script>'.encode())
        if asked.path not in self.answering:
            return Answer(b'<html><body><div id="app"></div></body></html>', status=self.otherwise)
        if asked.path == PAGES:
            row = ROW if asked.query["d_von"] == "2027-03" else ""
            return Answer(f'<html><table class="table_sk">{row}</table></html>'.encode())
        return Answer(json.dumps(self.told(asked.query)).encode())

    def told(self, query: dict[str, str]) -> Any:
        if query["id"] == "organizations":
            return [{"id": "NH", "name": "Musterhausen"}]
        if query["id"] == "meetings":
            return WHOLE if query["meeting_id"] == NUMBER else []
        return {"meetings": [SITTING] if query["from"] == "2027-03" else []}


def scrape(loopback: Loopback, path: str = "/") -> Crawled:
    source = Source(key="town", name="Town", system="rubin", url=f"{loopback.url}{path}", since=date(2027, 1, 1))
    return crawl(RubinSpider, source=source, today=TODAY)


def scripts(loopback: Loopback) -> set[str]:
    return {asked.path for asked in loopback.asked if asked.path != "/robots.txt"}


@pytest.mark.parametrize(
    ("site", "path", "asked"),
    [
        (Site(API), "/", {API}),
        (Site(SERVICE), "/", {API, SERVICE, "/meeting.php"}),
        (Site(SERVICE, otherwise=200), "/", {API, SERVICE, "/meeting.php"}),
        (Site(PAGES), "/", {API, SERVICE, PAGES, "/meeting.php"}),
        (Site(PAGES), PAGES, {PAGES, "/meeting.php"}),
    ],
    ids=["data", "phones", "phones beside a shell", "pages", "pages that are named"],
)
def test_a_site_is_read_wherever_its_calendar_answers(site: Site, path: str, asked: set[str]) -> None:
    with serving(site) as loopback:
        crawled = scrape(loopback, path)
    assert scripts(loopback) == asked
    assert crawled.complaints == []
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"2027-GR-30"}
    assert [one.vendor_id for one in crawled.of(AgendaItem)] == ["2027-GR-30|EFS|1"]


def test_the_towns_of_a_site_are_read_where_there_is_data() -> None:
    with serving(Site(API)) as loopback:
        crawled = scrape(loopback)
    assert [one.name for one in crawled.of(Body)] == ["Musterhausen"]


def test_one_town_of_several_is_asked_for() -> None:
    with serving(Site(API)) as loopback:
        scrape(loopback, "/?body_id=NH")
    assert {asked.query.get("body_id") for asked in loopback.asked if asked.query.get("id") == "calendar"} == {"NH"}


@pytest.mark.parametrize("otherwise", [404, 200])
def test_a_site_without_a_calendar_costs_one_complaint(otherwise: int) -> None:
    with serving(Site(otherwise=otherwise)) as loopback:
        crawled = scrape(loopback)
    assert [one.address.partition("?")[0] for one in crawled.complaints] == [f"{loopback.url}{PAGES}"]
    assert crawled.read_whole == set()
