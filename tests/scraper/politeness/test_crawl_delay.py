"""How long we wait between two requests to a host."""

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.settings import Settings

from scraper.middlewares.fetch_log import NOTICES
from scraper.politeness.crawl_delay import CrawlDelay
from tests.support.asker import arrived, ask_for
from tests.support.loopback import Answer, Asked, serving


def test_a_crawl_delay_is_kept_from_the_first_page_on() -> None:
    def site(asked: Asked) -> Answer:
        return Answer(b"User-agent: *\nCrawl-delay: 0.4" if asked.path == "/robots.txt" else b"page")

    with serving(site) as server:
        addresses = [f"{server.url}/{n}" for n in range(3)]
        crawled = ask_for(addresses)
    assert arrived(crawled) == set(addresses)
    assert all(later.at - earlier.at > 0.35 for earlier, later in pairwise(server.asked))


def delay_for(robots: str, own_delay: float) -> tuple[float, float, Request]:
    """The delay of the host's slot and of its next slot after `robots` was read, and the request that needed it."""
    downloader = SimpleNamespace(
        settings=Settings({"DOWNLOAD_DELAY": own_delay}),
        per_slot_settings={},
        slots={"town.example": Slot(1, own_delay, 0.0)},
    )
    crawler: Any = SimpleNamespace(
        engine=SimpleNamespace(downloader=downloader), settings=Settings({"ROBOTSTXT_USER_AGENT": "Ratsarchiv"})
    )
    request = Request("https://town.example:8443/page")
    CrawlDelay(crawler).robots_parsed(ProtegoRobotParser(robots.encode(), None), request)
    of_next = downloader.per_slot_settings.get("town.example", {"delay": own_delay})
    return downloader.slots["town.example"].delay, of_next["delay"], request


@pytest.mark.parametrize(
    ("directive", "own_delay", "delay"),
    [
        ("Crawl-delay: 5", 1.0, 5.0),
        ("Crawl-delay: 0.5", 1.0, 1.0),
        ("Crawl-delay: 5", 10.0, 10.0),
        ("Crawl-delay: 60", 1.0, 60.0),
        ("Crawl-delay: 3600", 1.0, 60.0),
        ("Crawl-delay: 3600", 120.0, 120.0),
        ("Crawl-delay: soon", 1.0, 1.0),
        ("Crawl-delay: -5", 1.0, 1.0),
        ("Crawl-delay: inf", 1.0, 1.0),
        ("Crawl-delay: nan", 1.0, 1.0),
        ("Disallow: /closed", 1.0, 1.0),
    ],
)
def test_the_larger_of_the_two_delays_counts(directive: str, own_delay: float, delay: float) -> None:
    now, later, _ = delay_for(f"User-agent: *\n{directive}", own_delay)
    assert (now, later) == (delay, delay)


def test_a_delay_meant_for_us_goes_before_that_for_all() -> None:
    robots = "User-agent: *\nCrawl-delay: 30\n\nUser-agent: ratsarchiv\nCrawl-delay: 2"
    assert delay_for(robots, 1.0)[0] == 2.0


def test_a_delay_of_hours_is_cut_and_told() -> None:
    request = delay_for("User-agent: *\nCrawl-delay: 3600", 1.0)[2]
    (complaint,) = request.meta[NOTICES]
    assert (complaint.came, complaint.severity) == ("Crawl-delay: 3600", "warning")
    assert NOTICES not in delay_for("User-agent: *\nCrawl-delay: 60", 1.0)[2].meta


def test_a_redirected_request_waits_its_turn_at_the_host_it_goes_to() -> None:
    """Scrapy copies the slot of the first host into the request for the second."""
    crawler: Any = None
    request = Request("https://www.town.example/", meta={"download_slot": "town.example"})
    CrawlDelay(crawler).process_request(request)
    assert "download_slot" not in request.meta
