from scraper.items import Complaint, File
from scraper.sources import Source
from tests.support.clumsy import Clumsy
from tests.support.crawl import crawl
from tests.support.loopback import Answer, Asked, serving


def test_an_exception_in_a_spider_becomes_a_complaint_and_the_rest_goes_on() -> None:
    def site(asked: Asked) -> Answer:
        return Answer(b"page", status=404 if asked.path in ("/missing", "/robots.txt") else 200)

    with serving(site) as server:
        source = Source(key="town", name="Town", system="oparl", url=f"{server.url}/")
        crawled = crawl(Clumsy, {"LOG_LEVEL": "CRITICAL"}, source=source)

    assert {file.vendor_id for file in crawled.of(File)} == {"first", "first of many", "whole"}
    told: dict[str, Complaint] = {one.came.partition(" (")[0]: one for one in crawled.complaints}
    assert set(told) == {
        "KeyError: 'id'",
        "ValueError: odd page",
        "ValueError: odd list",
        "TypeError: not a response",
        "LookupError: no more addresses",
        "HTTP status 404",
    }
    assert crawled.stats["spider_exceptions/count"] == len(told) - 1

    midway = told["ValueError: odd page"]
    assert (midway.address, midway.page_kind, midway.body) == (f"{server.url}/midway", "midway", b"page")
    assert "clumsy.py, line " in midway.came
    assert "in midway" in midway.came
    assert "report it" in midway.advice
    assert told["LookupError: no more addresses"].address == source.url
