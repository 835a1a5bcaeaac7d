"""What was fetched, as items: one Fetch for each answer that reached a spider, ahead of the items read from it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from scrapy import Request
from scrapy.http import Response

from scraper.items import Complaint

NOTICES = "notices"


@dataclass(frozen=True, kw_only=True)
class Fetch:
    """A row of `fetches`: the answer an address gave."""

    address: str
    """The last one where redirects were followed: the `response_url` of the items."""
    status: int
    etag: str | None
    last_modified: str | None
    """Both word for word, as a conditional request sends them back."""
    sha256: str
    """Of the answer as it is read, after decompression."""
    size: int
    """Bytes after decompression."""
    fetched_at: str
    """ISO 8601 in UTC: ``2026-11-22T12:00:00+00:00``."""


def fetch_of(response: Response) -> Fetch:
    """The Fetch of a response that has just arrived."""
    return Fetch(
        address=response.url,
        status=response.status,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        sha256=sha256(response.body).hexdigest(),
        size=len(response.body),
        fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def notice(request: Request, complaint: Complaint) -> None:
    """Hands on `complaint`, met while `request` was on its way: it comes out with the answer's items."""
    request.meta[NOTICES] = [*request.meta.get(NOTICES, []), complaint]


class FetchLog:
    """Spider middleware, the last one before the item pipelines."""

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        yield fetch_of(response)
        for complaint in response.meta.get(NOTICES, []):
            yield complaint
        async for item_or_request in result:
            yield item_or_request


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
