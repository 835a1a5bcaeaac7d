"""robots.txt as RFC 9309 wants it read, seen from the servers' side."""

from contextlib import ExitStack
from time import sleep

from scraper.sources import Source
from scraper.spiders.press import PressSpider
from tests.support.asker import arrived, ask_for, came
from tests.support.crawl import crawl
from tests.support.loopback import Answer, Asked, Site, serving

CLOSED = b"User-agent: *\nDisallow: /"


def with_robots(answer: Answer) -> Site:
    return lambda asked: answer if asked.path == "/robots.txt" else Answer(b"page")


def test_requests_that_wait_for_the_same_robots_txt_all_get_its_rules() -> None:
    """With Scrapy's own middleware (2.14 to 2.19) this fails: all closed pages but the first are asked for."""

    def site(asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            sleep(0.3)
            return Answer(b"User-agent: *\nDisallow: /closed")
        return Answer(b"page")

    with serving(site) as server:
        closed = [f"{server.url}/closed/{n}" for n in range(6)]
        open_ = [f"{server.url}/open/{n}" for n in range(3)]
        crawled = ask_for([*closed, *open_])
    assert [path for path in server.paths() if path.startswith("/closed")] == []
    assert arrived(crawled) == set(open_)
    assert came(crawled) == dict.fromkeys(closed, "the site's robots.txt forbids this address to us")
    assert [one.path for one in server.asked].count("/robots.txt") == 1


ALLOWED, CLOSED_TO_US, UNKNOWN = "", "the site's robots.txt forbids", "robots.txt could not be read"


def test_what_an_answer_means() -> None:
    cases: dict[str, tuple[Answer, str]] = {
        "none": (Answer(status=404), ALLOWED),
        "nobody may look": (Answer(status=403), ALLOWED),
        "gone": (Answer(status=410), ALLOWED),
        "a redirect to nowhere": (Answer(status=302), ALLOWED),
        "a home page": (Answer(b"<html><p>User-agent: *</p><p>Disallow: /</p></html>"), ALLOWED),
        "empty": (Answer(b""), ALLOWED),
        "closed to all": (Answer(CLOSED), CLOSED_TO_US),
        "closed to all, from Windows": (Answer(b"\xef\xbb\xbf" + CLOSED.replace(b"\n", b"\r\n")), CLOSED_TO_US),
        "closed to us": (Answer(b"User-agent: ratsarchiv\nDisallow: /\n\nUser-agent: *\nAllow: /"), CLOSED_TO_US),
        "open to us": (Answer(b"User-agent: *\nDisallow: /\n\nUser-agent: Ratsarchiv\nDisallow:"), ALLOWED),
        "closed to another": (Answer(b"User-agent: GPTBot\nDisallow: /"), ALLOWED),
        "a fault": (Answer(status=500), UNKNOWN),
        "down for now": (Answer(status=503), UNKNOWN),
        "too fast": (Answer(status=429), UNKNOWN),
        "half of it": (Answer(CLOSED, claimed_length=1000), UNKNOWN),
        "far too large": (Answer(b"#" * (4 * 1024 * 1024 + 1)), UNKNOWN),
    }
    with ExitStack() as servers:
        sites = {name: servers.enter_context(serving(with_robots(answer))) for name, (answer, _) in cases.items()}
        told = came(ask_for([f"{site.url}/page" for site in sites.values()]))
    for name, (_, words) in cases.items():
        was_asked = sites[name].paths() == ["/page"]
        assert was_asked == (words == ALLOWED), name
        assert words in told.get(f"{sites[name].url}/page", ""), name


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def test_redirects_are_followed_and_what_they_lead_to_is_checked() -> None:
    with serving(with_robots(Answer(CLOSED))) as closed, ExitStack() as servers:

        def moved(asked: Asked) -> Answer:
            return Answer(status=404) if asked.path == "/robots.txt" else redirect(f"{closed.url}/page")

        cases: dict[Site, str] = {
            with_robots(redirect(f"{closed.url}/robots.txt", 301)): CLOSED_TO_US,
            with_robots(redirect("/robots.txt")): UNKNOWN,
            with_robots(redirect("http://nowhere.localhost/robots.txt")): UNKNOWN,
        }
        sites = [(servers.enter_context(serving(site)), words) for site, words in cases.items()]
        page_moved = servers.enter_context(serving(moved))
        told = came(ask_for([f"{site.url}/page" for site in (*(site for site, _ in sites), page_moved)]))
    for site, words in sites:
        assert words in told[f"{site.url}/page"]
        assert site.paths() == []
    assert CLOSED_TO_US in told[f"{closed.url}/page"]
    assert (page_moved.paths(), closed.paths()) == (["/page"], [])


def test_a_site_whose_rules_nobody_knows_is_complained_about_once() -> None:
    """A press site has many addresses to try; none of them may be asked for then."""
    with serving(with_robots(Answer(status=500))) as server:
        source = Source(key="partei", name="Partei", system="press", url=f"{server.url}/", delay=0)
        complaints = crawl(PressSpider, source=source).complaints
    assert [one.came for one in complaints] == [
        f"nothing was asked, because {server.url}/robots.txt could not be read: HTTP status 500"
    ]
    assert server.paths() == []
