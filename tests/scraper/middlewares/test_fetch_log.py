from collections.abc import AsyncIterator
from datetime import datetime
from gzip import compress
from hashlib import sha256

from scrapy import Request
from scrapy.http import Response

from scraper.items import Complaint
from scraper.middlewares.fetch_log import Fetch, FetchLog, notice
from tests.support.asker import ask_for
from tests.support.loopback import Answer, Asked, serving


def test_each_answer_is_logged_once_with_what_a_conditional_request_needs() -> None:
    def site(asked: Asked) -> Answer:
        match asked.path:
            case "/moved":
                return Answer(status=301, headers={"Location": "/page"})
            case "/page":
                headers = {"ETag": 'W/"1"', "Last-Modified": "Sun, 22 Nov 2026 12:00:00 GMT"}
                return Answer(compress(b"page"), headers={**headers, "Content-Encoding": "gzip"})
        return Answer(b"nothing here", status=404)

    with serving(site) as server:
        crawled = ask_for([f"{server.url}/moved", f"{server.url}/missing"])
    fetches: dict[str, Fetch] = {fetch.address: fetch for fetch in crawled.stats["fetches"]}
    assert len(crawled.stats["fetches"]) == 2  # no robots.txt, no redirect

    page = fetches[f"{server.url}/page"]
    assert (page.status, page.etag, page.last_modified) == (200, 'W/"1"', "Sun, 22 Nov 2026 12:00:00 GMT")
    assert (page.sha256, page.size) == (sha256(b"page").hexdigest(), 4)
    offset = datetime.fromisoformat(page.fetched_at).utcoffset()
    assert offset is not None
    assert offset.total_seconds() == 0

    missing = fetches[f"{server.url}/missing"]
    assert (missing.status, missing.etag, missing.last_modified) == (404, None, None)


async def test_notices_come_out_once_between_the_fetch_and_the_items() -> None:
    request = Request("http://127.0.0.1/page")
    complaint = complaint_about("http://127.0.0.1/robots.txt")
    notice(request, complaint)

    async def items() -> AsyncIterator[str]:
        yield "item"

    response = Response(request.url, request=request)
    fetch, *others = [one async for one in FetchLog().process_spider_output(response, items())]
    assert isinstance(fetch, Fetch)
    assert others == [complaint, "item"]


def complaint_about(address: str) -> Complaint:
    return Complaint(address=address, page_kind="robots.txt", expected="", came="", advice="")
