"""Who asks. 127.1 is another way to write 127.0.0.1, which Ratsarchiv does not know: it stands for a real site."""

from importlib.metadata import version
from pathlib import Path

from scrapy import Spider
from scrapy.crawler import Crawler

from scraper.politeness.identity import Identity, user_agent
from scraper.sources import Source
from scraper.sources.writing import add_source
from tests.support.asker import arrived, ask_for, came
from tests.support.loopback import Answer, Asked, serving

OUR_NAME = f"Ratsarchiv/{version('ratsarchiv')}"
NO_CONTACT = "nothing was sent to 127.1: no contact is set"


def test_the_contact_stands_in_the_user_agent() -> None:
    assert user_agent("archiv@example.org") == f"{OUR_NAME} (+archiv@example.org)"
    assert user_agent(None) == OUR_NAME


def test_without_a_contact_nothing_is_sent_to_a_real_site() -> None:
    with serving(lambda asked: Answer(b"page")) as server:
        address = server.url.replace("127.0.0.1", "127.1") + "/page"
        crawled = ask_for([address])
    assert server.asked == []
    assert came(crawled) == {address: NO_CONTACT}
    assert "contact: archiv@example.org" in crawled.complaints[0].advice


def test_a_redirect_from_loopback_does_not_reach_a_real_site_either() -> None:
    def site(asked: Asked) -> Answer:
        real = f"http://127.1:{asked.headers['Host'].rpartition(':')[2]}/page"
        return Answer(status=302 if asked.path == "/moved" else 404, headers={"Location": real})

    with serving(site) as server:
        crawled = ask_for([f"{server.url}/moved"])
    assert server.paths() == ["/moved"]
    assert list(came(crawled).values()) == [NO_CONTACT]


def test_every_request_names_us_robots_txt_and_redirects_too() -> None:
    def site(asked: Asked) -> Answer:
        if asked.path == "/moved":
            return Answer(status=302, headers={"Location": "/page"})
        return Answer(b"page") if asked.path == "/page" else Answer(status=404)

    with serving(site) as server:
        address = server.url.replace("127.0.0.1", "127.1")
        crawled = ask_for([f"{address}/moved"], contact="archiv@example.org")
    assert arrived(crawled) == {f"{address}/page"}
    asked = {one.path: one.headers["User-Agent"] for one in server.asked}
    assert asked == dict.fromkeys(["/robots.txt", "/moved", "/page"], f"{OUR_NAME} (+archiv@example.org)")


def test_a_spider_without_a_source_has_the_contact_of_the_file(tmp_path: Path) -> None:
    """As in ``scrapy shell``."""
    path = tmp_path / "sources.yml"
    crawler = Crawler(Spider, {"SOURCES_FILE": str(path)})
    assert Identity.from_crawler(crawler).contact is None
    add_source(path, Source(key="a", name="A", system="oparl", url="http://a.example/", contact="archiv@example.org"))
    assert Identity.from_crawler(crawler).contact == "archiv@example.org"
