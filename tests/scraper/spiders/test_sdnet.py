"""What to ask of an SD.NET RIM site: the pages of the reader's tests, served as a site."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from scraper.items import AgendaItem, Consultation, Meeting, Membership, Organization, Paper
from scraper.sources import Source
from scraper.spiders.sdnet import SdnetSpider
from tests.scraper.pages.sdnet.saved import PAGES
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving

TODAY = date(2027, 4, 1)
BY_TOKEN = {
    "S2xhckFscE1lZXRpbmcwMQ": "tops.html",
    "S2xhckFscFBhcGVyMDE": "vorgang.html",
    "S2xhckFscEl0ZW0wMDAx": "vorgang-item.html",
    "S2xhckFscE9yZ2FuMDAx": "gremium.html",
    "S2xhckFscFBlcnNvbjE": "person.html",
    "S2xhckFscFllYXIw2027": "termine-2027.html",
}
BY_PATH = {
    "/gremien": "gremien.html",
    "/fraktionen": "fraktionen.html",
    "/termine": "termine.html",
    "/termine/ics/SD.NET_RIM.ics": "termine.ics",
    "/vorlagen": "vorlagen.html",
}
SITTING = "werkausschuss-2027-03-02"


class Town:
    """Everything that the saved pages link and that is not saved leads to a page with nothing on it."""

    url = ""

    def __init__(self, *lost: str) -> None:
        self.lost = lost

    def __call__(self, asked: Asked) -> Answer:
        token = asked.query.get("__")
        page = BY_TOKEN.get(token) if token else BY_PATH.get(asked.path)
        if page is None or page in self.lost:
            return Answer(status=404)
        return Answer(PAGES.joinpath(page).read_bytes().replace(b"https://rim.example.org", self.url.encode()))


def scrape(town: Town, **arguments: Any) -> tuple[Crawled, Loopback]:
    since = arguments.pop("since", None)
    with serving(town) as loopback:
        town.url = loopback.url
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/termine", since=since)
        return crawl(SdnetSpider, source=source, today=TODAY, **arguments), loopback


def told(crawled: Crawled, item_type: type) -> set[str]:
    return {one.vendor_id for one in crawled.of(item_type)}


def test_the_calendar_comes_before_what_it_leads_to_and_after_the_lists_of_committees() -> None:
    _, loopback = scrape(Town())
    paths = loopback.paths()
    assert paths.index("/gremien") < paths.index("/termine") < paths.index("/termine/ics/SD.NET_RIM.ics")
    assert paths.index("/termine/ics/SD.NET_RIM.ics") < paths.index("/vorlagen")


def test_each_thing_is_asked_for_once_whatever_leads_to_it() -> None:
    crawled, loopback = scrape(Town())
    targets = [asked.target for asked in loopback.asked]
    assert len(targets) == len(set(targets))
    assert {SITTING, "werkausschuss-2027-12-07"} <= told(crawled, Meeting)
    assert {"bv-17-2027", "bv-40-2027"} <= told(crawled, Paper)
    assert f"bv-17-2027-{SITTING}" in told(crawled, Consultation)
    assert "wilma-muster-werkausschuss" in told(crawled, Membership)


def test_the_result_on_the_papers_page_is_that_of_the_agendas_item() -> None:
    crawled, _ = scrape(Town())
    tellings = [one for one in crawled.of(AgendaItem) if one.vendor_id == f"{SITTING}-bv-17-2027"]
    assert {one.number for one in tellings} == {"2.", None}
    assert {one.result for one in tellings} == {"Einstimmig, 1 Enthaltung(en)", None}


def test_a_run_for_changes_tells_nothing_that_is_older_than_its_window() -> None:
    crawled, loopback = scrape(Town(), modified_since=datetime(2027, 10, 1, tzinfo=UTC))
    assert told(crawled, Meeting) == {"ausschuss-fuer-wald-feld-und-flur-2027-06-15", "werkausschuss-2027-12-07"}
    assert not {"/vorlagen", "/termine"} & set(loopback.paths())
    assert crawled.of(AgendaItem) == []


def test_a_source_with_a_beginning_asks_for_no_earlier_year() -> None:
    _, loopback = scrape(Town(), since=date(2027, 1, 1))
    years = [asked.query["__"] for asked in loopback.asked if asked.path == "/termine" and asked.query]
    assert years == ["S2xhckFscFllYXIw2027"]


@pytest.mark.parametrize(
    ("lost", "path"), [("termine.ics", "/termine/ics/SD.NET_RIM.ics"), ("termine.html", "/termine")]
)
def test_one_calendar_is_found_without_the_other(lost: str, path: str) -> None:
    crawled, loopback = scrape(Town(lost))
    assert SITTING in told(crawled, Meeting)
    assert f"{loopback.url}{path}" in {one.address for one in crawled.complaints}
    assert crawled.read_whole == set()


def test_an_export_is_asked_for_where_the_page_names_it() -> None:
    class Moved(Town):
        def __call__(self, asked: Asked) -> Answer:
            if asked.path == "/termine/ics/" and asked.query.get("__") == "RXhwb3J0":
                return super().__call__(replace(asked, path="/termine/ics/SD.NET_RIM.ics", query={}))
            if asked.path == "/termine/ics/SD.NET_RIM.ics":
                return Answer(status=404)
            answer = super().__call__(asked)
            answer.body = answer.body.replace(b"/termine/ics/SD.NET_RIM.ics", b"/termine/ics/?__=RXhwb3J0")
            return answer

    for arguments in ({}, {"modified_since": datetime(2027, 10, 1, tzinfo=UTC)}):
        crawled, _ = scrape(Moved(), **arguments)
        ends = {one.vendor_id: one.end_text for one in crawled.of(Meeting) if one.end_text}
        assert ends["werkausschuss-2027-12-07"] == "07.12.2027 20:30 Uhr"  # only the ICS tells it


def test_a_sitting_of_no_listed_committee_is_tied_to_none() -> None:
    crawled, _ = scrape(Town("gremien.html", "tops.html", "vorgang.html"))
    assert {one.organization for one in crawled.of(Meeting)} == {None}
    assert told(crawled, Organization) == {"fraktion-klares-wasser"}


def test_a_page_that_calls_its_thing_otherwise_is_told_of() -> None:
    class Renamed(Town):
        def __call__(self, asked: Asked) -> Answer:
            answer = super().__call__(asked)
            if asked.query.get("__") == "S2xhckFscE9yZ2FuMDAx":
                answer.body = answer.body.replace(b"Werkausschuss", b"Betriebsausschuss")
            return answer

    crawled, _ = scrape(Renamed())
    assert ("the page of werkausschuss", "one of betriebsausschuss") in {
        (one.expected, one.came) for one in crawled.complaints
    }
