"""Systems and bodies of OParl servers: in every shape, deleted, of another town, or not there."""

from typing import Any

import pytest

from scraper.items import (
    Body,
    Paper,
)
from scraper.sources import Source
from scraper.spiders.oparl import OParlSpider
from tests.support.crawl import crawl
from tests.support.loopback import Answer, Asked, serving
from tests.support.oparl_scrape import scrape
from tests.support.oparl_server import NOT_FOUND, SCHEMA, Object, OParlServer, papers, stored


def test_a_body_address_instead_of_a_system() -> None:
    crawled, _ = scrape(OParlServer({"paper": papers(2)}, body={"system": "BASE/system"}), path="/body/1")
    assert len(crawled.of(Paper)) == 2
    assert len(crawled.items) == 6, "system and body, two papers and their files"


class TwoTowns(OParlServer):
    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/bodies":
            other: Object = {
                **self.body_object(),
                "id": "BASE/body/2",
                "name": "Andernorts",
                "paper": "BASE/list/person",
            }
            return self.json({"data": [other, self.body_object()]})
        return super().answer(asked)


def test_one_body_of_several_is_chosen() -> None:
    with serving(TwoTowns({"paper": papers(2), "person": []})) as server:
        source = Source(key="t", name="T", system="oparl", url=f"{server.url}/system", body=f"{server.url}/body/1")
        crawled = crawl(OParlSpider, source=source)
    assert [one.name for one in crawled.of(Body)] == ["Musterstadt"]
    assert len(crawled.of(Paper)) == 2


def test_a_deleted_body_is_a_deletion() -> None:
    class Gone(OParlServer):
        def body_object(self) -> Object:
            return {"id": "BASE/body/1", "type": f"{SCHEMA}/Body", "deleted": True}

    crawled, asked = scrape(Gone({}))
    assert [one.deleted for one in crawled.of(Body)] == [True]
    assert crawled.complaints == []
    assert [one.path for one in asked] == ["/system", "/bodies"]


@pytest.mark.parametrize(
    "bodies",
    [
        {"id": "BASE/body/1", "name": "Musterstadt", "paper": "BASE/list/paper"},
        [{"id": "BASE/body/1", "name": "Musterstadt", "paper": "BASE/list/paper"}],
        ["BASE/body/1"],
        {"data": ["BASE/body/1"]},
        {"data": [{"id": "BASE/body/1"}]},
    ],
)
def test_lists_of_bodies_in_every_shape(bodies: Any) -> None:
    class OtherBodies(OParlServer):
        def answer(self, asked: Asked) -> Answer:
            return self.json(bodies) if asked.path == "/bodies" else super().answer(asked)

    crawled, _ = scrape(OtherBodies({"paper": papers(2)}))
    assert len(crawled.of(Paper)) == 2
    assert crawled.complaints == []


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (stored("<html><title>Ratsinformation</title></html>"), "»Ratsinformation«"),
        (stored("", 503), "HTTP 503"),
        (stored('{"id": "BASE/system", "name": "leer"}'), "JSON without"),
        (stored("[]"), "JSON without"),
    ],
)
def test_no_system_where_one_was_promised(answer: Answer, came: str) -> None:
    def site(asked: Asked) -> Answer:
        return answer if asked.path == "/system" else NOT_FOUND

    crawled, _ = scrape(site, RETRY_TIMES=0)
    assert crawled.read_whole == set()
    assert [one.severity for one in crawled.complaints] == ["error"]
    assert came in crawled.complaints[0].came


def test_a_server_that_is_down() -> None:
    source = Source(key="t", name="T", system="oparl", url="http://127.0.0.1:9/system")
    crawled = crawl(OParlSpider, {"RETRY_TIMES": 0}, source=source)
    assert [one.page_kind for one in crawled.complaints] == ["OParl system"]
    assert crawled.read_whole == set()
