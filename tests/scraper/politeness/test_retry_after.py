"""When a server says how long it wants to be left alone."""

from datetime import UTC, datetime

import pytest

from scraper.politeness.retry_after import seconds_to_wait
from tests.support.asker import arrived, ask_for, came
from tests.support.loopback import Answer, Asked, Site, serving

RETRYING = {"RETRY_ENABLED": True, "DOWNLOAD_DELAY": 0.02}
NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 22 Nov 2026 12:02:00 GMT", 120.0),
        ("Sunday, 22-Nov-26 12:02:00 GMT", 120.0),
        ("Sun Nov 22 12:02:00 2026", 120.0),
        ("Sun, 22 Nov 2026 13:02:00 +0100", 120.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("soon", None),
        ("", None),
        ("Sun, 99 Nov 2026 12:02:00 GMT", None),
    ],
)
def test_what_the_header_says(header: str, seconds: float | None) -> None:
    assert seconds_to_wait(header, NOW) == seconds


def busy_at_first(*answers: Answer) -> Site:
    """Gives `answers` to the first pages that are asked for, whichever these are, and then a page."""
    waiting = list(answers)

    def site(asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            return Answer(status=404)
        return waiting.pop(0) if waiting else Answer(b"page")

    return site


def test_the_host_is_left_alone_and_others_are_not() -> None:
    later = {"Retry-After": "1"}
    busy_site = busy_at_first(Answer(status=429, headers=later), Answer(status=503, headers=later))
    with serving(busy_site) as busy, serving(lambda asked: Answer(b"page")) as free:
        elsewhere = free.url.replace("127.0.0.1", "localhost")
        addresses = [f"{site}/{n}" for n in range(3) for site in (busy.url, elsewhere)]
        crawled = ask_for(addresses, RETRYING)
    assert arrived(crawled) == set(addresses)
    first, second, third, *_ = [one.at for one in busy.asked if one.path != "/robots.txt"]
    assert second - first >= 1.0
    assert third - second >= 1.0
    assert max(one.at for one in free.asked) < second


def test_a_host_that_wants_hours_is_given_up() -> None:
    def site(asked: Asked) -> Answer:
        return (
            Answer(status=404) if asked.path == "/robots.txt" else Answer(status=503, headers={"Retry-After": "7200"})
        )

    with serving(site) as server:
        addresses = [f"{server.url}/{n}" for n in range(5)]
        crawled = ask_for(addresses, RETRYING)
    assert len(server.paths()) == 1
    assert came(crawled) == dict.fromkeys(addresses, "the server wants to be left alone for 120 minutes (Retry-After)")


def test_other_statuses_and_unreadable_headers_stop_nothing() -> None:
    def site(asked: Asked) -> Answer:
        status = {"/robots.txt": 404, "/page": 200}.get(asked.path, 503)
        return Answer(b"page", status=status, headers={"Retry-After": "7200" if status == 200 else "soon"})

    with serving(site) as server:
        crawled = ask_for([f"{server.url}/page", f"{server.url}/fault"])
    assert arrived(crawled) == {f"{server.url}/page"}
    assert came(crawled) == {f"{server.url}/fault": "HTTP status 503"}
