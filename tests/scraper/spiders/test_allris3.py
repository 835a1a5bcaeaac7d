"""What the spider asks of a site: its menu first, the calendar that it serves, and each thing once."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from scraper.items import AgendaItem, Meeting, Membership, Organization, Paper
from scraper.sources import Source
from scraper.spiders.allris3 import Allris3Spider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving

PAGES = Path(__file__).parents[1] / "pages/allris3/pages"
PAGE_OF = {
    "allris.net.asp": "to020-classic.html",  # any page has the menu
    "si010_e.asp": "si010_e-classic.html",
    "to010.asp": "to010-classic.html",
    "to020.asp": "to020-classic.html",
    "vo020.asp": "vo020-classic.html",
    "vo040.asp": "vo040-classic.html",
    "pa021.asp": "pa021-classic.html",
    "au020.asp": "au020-classic.html",
    "fr010.asp": "fr010-classic.html",
    "kp020.asp": "kp020-classic.html",
}
THEIRS = {"SILFDNR": "7001", "TOLFDNR": "9102", "VOLFDNR": "4711", "AULFDNR": "12", "KPLFDNR": "261"}
"""The only number of each kind that the town has a page of."""
REFUSED = b"Zugriff verweigert (Programm %s).<br>"


class Town:
    """`calendar` is the script that it serves; the others are refused, and `gone` are not there."""

    def __init__(self, calendar: str = "si010_e.asp", gone: tuple[str, ...] = ()) -> None:
        self.calendar, self.gone = calendar, gone

    def __call__(self, asked: Asked) -> Answer:
        script = asked.path.rpartition("/")[2]
        if script in self.gone or any(asked.query.get(name, number) != number for name, number in THEIRS.items()):
            return Answer(status=404)
        if script == self.calendar:
            return Answer(self.page("si010_e-classic.html"))
        if script.startswith("si010"):
            return Answer(REFUSED % script.encode())
        if script not in PAGE_OF:
            return Answer(status=404)
        return Answer(self.page(PAGE_OF[script]))

    def page(self, name: str) -> bytes:
        text = (PAGES / name).read_text(encoding="utf-8")
        return text.replace("si010_e.asp", self.calendar).encode("cp1252")


def scrape(loopback: Loopback, start: str = "allris.net.asp", **arguments: Any) -> Crawled:
    source = Source(key="town", name="Town", system="allris3", url=f"{loopback.url}/bi/{start}")
    return crawl(Allris3Spider, source=source, today=date(2027, 3, 15), **arguments)


def scripts(loopback: Loopback) -> list[str]:
    return [asked.path.rpartition("/")[2] for asked in loopback.asked if asked.path != "/robots.txt"]


def test_a_site_is_read_from_its_menu_on() -> None:
    with serving(Town()) as loopback:
        crawled = scrape(loopback)
    asked = scripts(loopback)
    assert asked[:2] == ["allris.net.asp", "pa021.asp"]
    assert asked.count("au010.asp") == 2  # the menu has two lists of committees
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"7001", "7002", "7003"}
    assert {one.vendor_id for one in crawled.of(Organization)} == {"pa1", "au12", "fr12", "fr9"}
    assert [one.resolution_text for one in crawled.of(AgendaItem) if one.resolution_text]
    assert {"4711", "4709"} == {one.vendor_id for one in crawled.of(Paper)}
    assert {"261-au12", "261-pa1"} <= {one.vendor_id for one in crawled.of(Membership)}
    targets = [one.target for one in loopback.asked if "si010" not in one.target and one.path != "/robots.txt"]
    assert len(targets) == len(set(targets))


@pytest.mark.parametrize("start", ["allris.net.asp", "si010_e.asp", ""])
def test_the_calendar_that_is_served_is_found(start: str) -> None:
    """The menu names it; where the menu can't be had, each is tried."""
    with serving(Town(calendar="si010_j.asp", gone=("allris.net.asp", "") if start == "" else ())) as loopback:
        crawled = scrape(loopback, start)
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"7001", "7002", "7003"}
    assert not any("Zugriff" in one.came or "refusal" in one.came for one in crawled.complaints)


def test_a_site_that_refuses_every_calendar_is_complained_of() -> None:
    with serving(Town(calendar="none")) as loopback:
        crawled = scrape(loopback)
    assert [one.came for one in crawled.complaints if "refusal" in one.came] == ["the refusal of si010_e.asp"]
    assert crawled.read_whole == set()


def test_the_calendar_of_one_council_stays_that_of_one_council() -> None:
    with serving(Town(calendar="si010_a.asp")) as loopback:
        scrape(loopback, "si010_a.asp?PALFDNR=2")
    months = [one.query for one in loopback.asked if one.path.endswith("si010_a.asp") and "MM" in one.query]
    assert months
    assert {one.get("PALFDNR") for one in months} == {"2"}


def test_a_calendar_for_each_council_is_read_one_after_the_other() -> None:
    choice = b"".join(b'<a href="/bi/si010_a.asp?MM=3&amp;YY=2027&amp;PALFDNR=%d">Rat</a>' % one for one in (1, 2))

    def site(asked: Asked) -> Answer:
        if asked.path.endswith("si010_a.asp") and "PALFDNR" not in asked.query:
            return Answer(choice)
        return Town(calendar="si010_a.asp")(asked)

    with serving(site) as loopback:
        crawled = scrape(loopback)
    months = [one.query for one in loopback.asked if one.path.endswith("si010_a.asp") and one.query.get("MM") == "3"]
    assert [one.get("PALFDNR") for one in months if one["YY"] == "2027"] == [None, "1", "2"]
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"7001", "7002", "7003"}
    assert not [one for one in crawled.complaints if "calendar" in one.page_kind]


def by_council_only(asked: Asked) -> Answer:
    """A site whose menu links the calendars of two councils, and none of all."""
    links = b"".join(b'<a href="si010_a.asp?PALFDNR=%d">Ratskalender</a>' % one for one in (4, 21))
    answer = Town(calendar="si010_a.asp")(asked)
    if asked.path.endswith("si010_a.asp") and "PALFDNR" not in asked.query:
        return Answer(status=500)
    return Answer(answer.body.replace(b'<a href="si010_a.asp"', links + b'<a href="x.asp"'), status=answer.status)


def test_calendars_of_councils_that_the_menu_links_are_read_and_none_of_all_is_guessed() -> None:
    with serving(by_council_only) as loopback:
        crawled = scrape(loopback)
    months = [one.query for one in loopback.asked if "/si010" in one.path and one.query.get("MM") == "3"]
    assert [one.get("PALFDNR") for one in months if one["YY"] == "2027"] == ["4", "21"]
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"7001", "7002", "7003"}


@pytest.mark.parametrize("answer", [Answer(REFUSED % b"si010_a.asp"), Answer(status=404)], ids=["refused", "gone"])
def test_a_council_whose_calendar_does_not_answer_keeps_no_other_from_being_read(answer: Answer) -> None:
    def site(asked: Asked) -> Answer:
        refused = asked.path.endswith("si010_a.asp") and asked.query.get("PALFDNR") == "4"
        return answer if refused else by_council_only(asked)

    with serving(site) as loopback:
        crawled = scrape(loopback)
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"7001", "7002", "7003"}
    assert [one.address for one in crawled.complaints if "PALFDNR=4" in one.address and "si010" in one.address]


def test_a_choice_of_councils_in_place_of_each_calendar_ends() -> None:
    """It stands on each page of the site, so it must not begin anew at each."""
    choice = b"".join(b'<a href="si010_a.asp?PALFDNR=%d">Rat</a>' % one for one in (1, 2))
    with serving(lambda asked: Answer(choice)) as loopback:
        crawled = scrape(loopback)
    assert len([one for one in loopback.asked if "/si010" in one.path]) == 2
    assert crawled.read_whole == set()


def test_a_run_for_changes_reads_the_newest_papers_only() -> None:
    with serving(Town()) as loopback:
        scrape(loopback, modified_since=datetime(2027, 3, 14, tzinfo=UTC))
    assert [one.query for one in loopback.asked if one.path.endswith("vo040.asp")] == [{}]
    with serving(Town()) as loopback:
        scrape(loopback)
    queries = [one.query for one in loopback.asked if one.path.endswith("vo040.asp")]
    assert queries == [{"showall": "true"}, {"shownext": "true"}]
