"""The spider at a site on loopback whose pages come without their rows, in one visit."""

from datetime import date
from typing import Any

import pytest

from scraper.items import AgendaItem, Meeting, Organization
from scraper.sources import Source
from scraper.spiders.allris4 import Allris4Spider
from scraper.spiders.council_pages import READ_WHOLE
from tests.scraper.pages.allris4.saved import saved
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving

TODAY = date(2027, 3, 15)
VISIT = "JSESSIONID=0A1B"
NO_SITTINGS = (
    '<ajax-response><component id="a" ><![CDATA[<table class="calenderView"><tbody><tr class="mon emptyRow">'
    '<td><span class="dom">01</span></td><td colspan="3"></td></tr></tbody></table>]]></component></ajax-response>'
)
WHOLE_PAGES = {
    ("to010", "70011"): "to010.html",
    ("to020", "5003"): "to020.html",
    ("vo020", "4711"): "vo020.html",
    ("gr020", "12"): "gr020.html",
    ("kp020", "501"): "kp020.html",
}
NUMBERS = ("SILFDNR", "TOLFDNR", "VOLFDNR", "GRLFDNR", "KPLFDNR")


class Site:
    """March 2027 has sittings. The rows of a page are for the visit that has it open; each page closes the one before.

    `instead` are pages by name ("to010") that answer with a saved one, or with a status; `lost` months do not answer.
    """

    def __init__(self, instead: dict[str, str | int] | None = None, lost: tuple[str, ...] = ()) -> None:
        self.instead = instead or {}
        self.lost = lost
        self.open: str | None = None

    def __call__(self, asked: Asked) -> Answer:
        name = asked.path.removeprefix("/public/")
        if asked.path == "/robots.txt" or name == asked.path:
            return Answer(status=404)
        answer = self.instead.get(name)
        if isinstance(answer, int) or asked.query.get("MM") in self.lost:
            return Answer(status=404)
        if answer:
            return Answer(saved(answer))
        if name in ("si010", "gr010"):
            headers = {key.lower(): value for key, value in asked.headers.items()}
            return self.rows(name, headers) if "wicket-ajax" in headers else self.shell(name, asked.target)
        self.open = None
        numbered = [(name, asked.query[one]) for one in NUMBERS if one in asked.query]
        page = next((WHOLE_PAGES[one] for one in numbered if one in WHOLE_PAGES), "not-public.html")
        return Answer(saved(page))

    def shell(self, name: str, target: str) -> Answer:
        self.open = target.removeprefix("/public/")
        query = self.open.partition("?")[2]
        own = f"./{name}?7-1.0-{'&' if query else ''}{query}"
        body = (
            '<!DOCTYPE html><html><head><meta name="description" content="ALLRIS net Version 4.1.6" /><script>'
            f'Wicket.Ajax.baseUrl="{self.open}";Wicket.Ajax.ajax({{"u":"{own}"}});</script></head></html>'
        )
        return Answer(body.encode(), headers={"Set-Cookie": f"{VISIT}; Path=/public"})

    def rows(self, name: str, headers: dict[str, str]) -> Answer:
        if headers.get("cookie") != VISIT or headers["wicket-ajax-baseurl"] != self.open:
            return Answer(saved("visit-over.xml"))
        if name == "gr010":
            return Answer(saved("gr010-rows.xml"))
        return Answer(saved("si010-rows.xml") if self.open == "si010?MM=3&YY=2027" else NO_SITTINGS.encode())


def scrape(site: Site, **arguments: Any) -> tuple[Crawled, Loopback]:
    with serving(site) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/public/", **arguments)
        return crawl(Allris4Spider, source=source, today=TODAY), loopback


def by_id(crawled: Crawled, kind: type) -> dict[str, Any]:
    found = {one.vendor_id: one for one in crawled.of(kind)}
    assert len(found) == len([one for one in crawled.of(kind) if one.vendor_id in found]), "told twice"
    return found


def test_rows_are_asked_for_at_once_with_cookie_and_headers() -> None:
    crawled, loopback = scrape(Site())
    assert {complaint.severity for complaint in crawled.complaints} == {"warning"}
    paths = [one for one in loopback.asked if one.path in ("/public/si010", "/public/gr010")]
    assert len(paths) % 2 == 0
    for page, rows in zip(paths[::2], paths[1::2], strict=True):
        assert "Wicket-Ajax" not in page.headers
        assert (rows.headers["Wicket-Ajax"], rows.headers["Accept-Language"]) == ("true", "de")
        assert rows.target == page.target  # but for the page's number in the visit, which has no value


def test_the_calendar_is_read_ahead_and_back() -> None:
    crawled, loopback = scrape(Site())
    months = {(int(one.query["YY"]), int(one.query["MM"])) for one in loopback.asked if one.path == "/public/si010"}
    assert min(months) == (2025, 3)
    assert max(months) == (2027, 9)
    assert by_id(crawled, Meeting).keys() == {"70011", "70012", "70013", "70014"}
    assert {one.vendor_id for one in crawled.of(Organization)} == {"1", "12", "21"}
    assert crawled.read_whole == READ_WHOLE


@pytest.mark.parametrize("lost", [("9", "4"), ("2",), ("3",)])
def test_a_month_that_does_not_answer_is_passed_over(lost: tuple[str, ...]) -> None:
    crawled, loopback = scrape(Site(lost=lost), since=date(2026, 12, 1))
    months = {one.query["MM"] for one in loopback.asked if one.path == "/public/si010"}
    assert months == {"12", *(str(month) for month in range(1, 10))}
    assert len([one for one in crawled.complaints if one.severity == "error"]) == len(lost)
    assert len(by_id(crawled, AgendaItem)) == (0 if "3" in lost else 5)


def test_a_sitting_is_told_once_and_wholly() -> None:
    crawled, _ = scrape(Site())
    meetings = by_id(crawled, Meeting)
    assert meetings["70011"].start_text == "02.03.2027 17:00 - 18:26"
    assert meetings["70011"].place == "Rathaus, Zimmer 4, Am Markt 1, 12345 Neustadt"
    # Its own page says that nothing of it is public: the calendar's word counts.
    assert (meetings["70012"].start_text, meetings["70012"].place) == (
        "22.03.2027 18:00 - 19:45",
        "Dorfgemeinschaftshaus",
    )
    assert {complaint.severity for complaint in crawled.complaints} == {"warning"}


def test_an_item_is_told_once_with_what_was_decided() -> None:
    crawled, _ = scrape(Site())
    items = by_id(crawled, AgendaItem)
    assert items.keys() == {"5001", "5002", "5003", "5004", "5005"}
    decided = items["5003"]
    assert (decided.number, decided.position, decided.parent) == ("2.1", 2, "5002")
    assert decided.result == "geändert beschlossen\nDafür: 9 Dagegen: 2"
    assert [link.file for link in decided.files] == ["9201", "9102", "to5003-Lageplan"]
    assert items["5001"].name == "Eröffnung der Sitzung"


@pytest.mark.parametrize("answer", [404, "error.html"])
def test_what_has_no_answer_of_its_own_is_told_by_others(answer: str | int) -> None:
    crawled, _ = scrape(Site({"to010": answer, "gr020": answer, "kp020": answer, "vo020": answer}))
    assert by_id(crawled, Meeting)["70011"].start_text == "02.03.2027 17:00"
    crawled, _ = scrape(Site({"to020": answer}))
    assert by_id(crawled, AgendaItem)["5003"].name == 'Antrag der FWG-Fraktion: "Bänke am Mühlbach"'
    assert crawled.read_whole == set()


def test_a_visit_that_ended_costs_a_complaint_and_no_endless_loop() -> None:
    site = Site()
    site.rows = lambda name, headers: site.shell(name, f"/public/{name}")  # type: ignore[method-assign]  # it restarts
    crawled, loopback = scrape(site, since=date(2027, 2, 1))
    assert crawled.items == []
    assert {complaint.came for complaint in crawled.complaints} == {"the page without its rows"}
    assert len(loopback.asked) < 30


@pytest.mark.parametrize(
    ("page", "reason"),
    [("gate.html", "a check for browsers"), ("too-often.html", "a refusal for asking too often")],
)
def test_a_door_that_is_shut_is_not_knocked_at_again(page: str, reason: str) -> None:
    crawled, loopback = scrape(Site({"gr010": page, "si010": page}))
    assert [complaint.came for complaint in crawled.complaints] == [reason]
    assert crawled.stats["finish_reason"] == reason
    assert loopback.paths() == ["/public/gr010"]
