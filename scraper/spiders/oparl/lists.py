"""Walks the lists of an OParl server: which pages to ask for, in which order, when to stop.

Three ways of reading a list, chosen by testing the server (docs/oparl.md):
whole, every page; since, only what changed, where ``modified_since`` is honoured; window, page by page from the newer
end until the objects are older than anybody still changes, where it is not.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from scraper.items import Body, Complaint, Item, Meeting, Paper
from scraper.pages.oparl import ListPage, read_list
from scraper.pages.oparl.addresses import joined, numbered, page_key, page_number, with_query
from scraper.spiders.oparl.filters import BERLIN, Judgement, judge, mistrust, moment, written_for_query
from scraper.spiders.oparl.server import GONE, Answer, Server

PAGE_SIZE = "100"
"""What `limit` asks for: the most that Somacos gives, and few enough for one answer."""

WINDOW = timedelta(days=400)
"""Without an honest modified_since, papers and meetings of the last thirteen months are read again: results and minutes
come months after a meeting, seldom later than a year."""

PATIENCE = 3
"""Pages in a row that bring nothing new, fail, or are too old: then the list is left."""

MOST_PAGES = 5000
"""Of a list that does not say how many it has."""

DATES: dict[type[Item], str] = {Meeting: "start", Paper: "date"}
"""The property by which a list has an older and a newer end."""

EMPTY_WINDOW = (400, 404)
"""What some servers answer to a filter that nothing passes; 400 with "Keine Adressen vorhanden" in it."""


@dataclass
class Listing:
    """One list and how its reading went."""

    name: str
    """The body's property: ``meeting``."""
    target: type[Item]
    address: str
    mode: str = "whole"
    whole: bool = True
    """Every object of the list was seen in this run."""
    total: int | None = None
    """How many objects the server says it has."""
    seen: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.name}: {self.mode}, {len(self.seen)} of {'?' if self.total is None else self.total}"


@dataclass
class Page:
    """A page of a list as it came."""

    asked: str
    answer: Answer
    content: ListPage | None
    """None: the answer holds no list."""
    witness: bool = False
    """Asked for only to learn how the list is made; its objects are not to be taken."""

    @property
    def entries(self) -> tuple[Any, ...]:
        return self.content.entries if self.content else ()


@dataclass(frozen=True)
class Numbers:
    """The numbers of a list's first and last page, as its first page tells them."""

    first: int = 1
    last: int = 1

    @classmethod
    def of(cls, page: Page) -> "Numbers":
        """The larger of what totalPages and the link to the last page say; most servers count from 1, some from 0."""
        if page.content is None:
            return cls()
        first = 0 if page.content.current == 0 else 1
        by_count = first + (page.content.total_pages or 1) - 1
        return cls(first, max(by_count, page_number(page.content.last or "", without=first)))


class ListWalker:
    """Reads lists of one server. `since` and `modified_since` as in Source and SourceSpider."""

    def __init__(self, server: Server, since: date | None, modified_since: datetime | None) -> None:
        self._server = server
        self._modified_since = modified_since
        self._since = datetime.combine(since, time(), BERLIN) if since else None
        window = modified_since - WINDOW if modified_since else None
        self._cutoff = max((one for one in (self._since, window) if one), default=None)
        self._limit: dict[str, str] = {"limit": PAGE_SIZE}

    def is_wanted(self, entry: Any, target: type[Item]) -> bool:
        """Not known to be older than the source's `since`."""
        day = self._date_of(entry, target)
        return self._since is None or day is None or day >= self._since

    async def read(self, listing: Listing) -> AsyncIterator[Page | Complaint]:
        first = await self._first_page(listing)
        if first.content is None:
            listing.whole, listing.mode = False, "not read"
            for complaint in first.answer.complaints:
                yield complaint
            return
        listing.total = first.content.total
        if self._modified_since and listing.target is not Body:
            filtered, value, reason = await self._filtered(listing, first, self._modified_since)
            if value is not None:
                listing.whole, listing.mode = False, f"modified_since={value} honoured"
                yield Page(first.asked, first.answer, first.content, witness=True)
                if filtered:
                    async for found in self._walk(listing, filtered, filtered, {"modified_since": value}):
                        yield found
                return
            listing.mode = f"whole, modified_since not honoured ({reason})"
        start, step, stop = await self._direction(listing, first)
        if start is not first:
            yield Page(first.asked, first.answer, first.content, witness=True)
        async for found in self._walk(listing, start, first, {}, step, stop):
            yield found

    async def _first_page(self, listing: Listing) -> Page:
        """The list's first page, unfiltered; and once for a server whether it can bear `limit`."""
        if self._limit:
            page = await self._page(listing, listing.address, retries=1)
            if page.content is not None or page.answer.status is None:
                return page
            limit, self._limit = self._limit, {}
            page = await self._page(listing, listing.address)
            if page.content is None:
                self._limit = limit
            return page
        return await self._page(listing, listing.address)

    async def _page(
        self, listing: Listing, address: str, parameters: dict[str, str] | None = None, retries: int | None = None
    ) -> Page:
        asked = with_query(address, {**self._limit, **(parameters or {})})
        answer = await self._server.ask(asked, f"OParl list of {listing.name}", retries)
        content = read_list(answer.value) if answer.good else None
        if answer.good and content is None:
            answer.complaints.append(_complaint(answer.url, listing, "a list", f"JSON: {answer.words[:200]}"))
        return Page(asked, answer, content)

    async def _filtered(self, listing: Listing, first: Page, since: datetime) -> tuple[Page | None, str | None, str]:
        """The first page with the filter, and the filter's value as the server takes it; else None and why not."""
        assert first.content is not None
        if not first.content.entries:
            return None, None, "the list is empty"
        reason = mistrust(first.content)
        if reason:
            return None, None, reason
        for form, value in enumerate(written_for_query(since)):
            page = await self._page(listing, listing.address, {"modified_since": value})
            if page.content is None and page.answer.status not in EMPTY_WINDOW:
                reason = f"HTTP {page.answer.status}"
                continue
            judgement: Judgement = judge(first.content, page.content, since)
            if judgement.probe:
                probe = written_for_query(judgement.probe)[form]
                probed = await self._page(listing, listing.address, {"modified_since": probe})
                judgement = judgement.after_probe(probed.content is not None and bool(probed.content.entries))
            if judgement.honoured:
                return (page if page.content else None), value, judgement.reason
            reason = judgement.reason
        return None, None, reason or "it was refused"

    async def _direction(self, listing: Listing, first: Page) -> tuple[Page, int, bool]:
        """Where to begin, whether to go on (1) or back (-1), and whether to stop at what is too old."""
        assert first.content is not None
        newest_first = self._newest(first.content, listing.target)
        last_address = _last_page(first)
        if self._cutoff is None or newest_first is None or last_address is None:
            return first, 1, False
        last = await self._page(listing, last_address)
        newest_last = self._newest(last.content, listing.target) if last.content else None
        if newest_last is None or newest_last == newest_first:
            return first, 1, False
        reason = listing.mode.removeprefix("whole").removeprefix(", ")
        listing.mode = ", ".join(filter(None, (f"window from {self._cutoff.date()}", reason)))
        return (last, -1, True) if newest_last > newest_first else (first, 1, True)

    def _newest(self, content: ListPage, target: type[Item]) -> datetime | None:
        return max((one for entry in content.entries if (one := self._date_of(entry, target))), default=None)

    def _date_of(self, entry: Any, target: type[Item]) -> datetime | None:
        return moment(entry.get(DATES[target])) if isinstance(entry, dict) and target in DATES else None

    async def _walk(
        self,
        listing: Listing,
        page: Page,
        first: Page,
        parameters: dict[str, str],
        step: int = 1,
        stop_at_old: bool = False,
    ) -> AsyncIterator[Page | Complaint]:
        """From `page` on. `first` is the list's first page, which is not asked for again."""
        total, total_pages = (page.content.total, page.content.total_pages) if page.content else (None, None)
        numbers = Numbers.of(first)
        known = {page_key(first.asked): first}
        if first.content and first.content.current == numbers.first:
            known[page_key(numbered(first.asked, numbers.first))] = first
        most = 2 * total_pages + PATIENCE if total_pages else MOST_PAGES
        visited = {page_key(page.asked)}
        stale = failed = old = 0
        while True:
            for complaint in page.answer.complaints:
                yield complaint
            content = page.content
            listing.whole = listing.whole and content is not None and page.answer.whole
            if content is None:
                failed += 1
            else:
                new = {self._key(entry) for entry in content.entries} - listing.seen
                listing.seen |= new
                failed, stale = 0, 0 if new else stale + 1
                old = old + 1 if stop_at_old and self._is_old(content, listing.target) else 0
                yield page
            everything = total is not None and len(listing.seen) >= total
            following = self._following(page, step, Numbers(numbers.first) if everything else numbers, parameters)
            if following is None or failed == PATIENCE:
                break
            if old == PATIENCE:
                listing.whole = False
                return
            if stale == PATIENCE or page_key(following) in visited or len(visited) >= most:
                listing.whole = listing.whole and everything
                seen_before = page_key(following) in visited
                yield _endless(listing, following, stale, seen_before, len(visited), everything)
                return
            visited.add(page_key(following))
            ends = content is not None and content.ends and total is None and step == 1
            page = known.get(page_key(following)) or await self._page(listing, following, parameters)
            if page.content is None and parameters and page.answer.status in EMPTY_WINDOW:
                return
            if ends and page.answer.status in GONE:
                came = f"HTTP {page.answer.status} after a page without a link to a next one"
                yield _complaint(following, listing, f"page {page_number(following)}, by totalPages", came, "warning")
                return
        if total is not None and not everything and not parameters:
            listing.whole = False
            came = f"{len(listing.seen)} different ones"
            yield _complaint(listing.address, listing, f"{total} objects, as the list says", came, "warning")

    def _following(self, page: Page, step: int, numbers: Numbers, parameters: dict[str, str]) -> str | None:
        """The next page (`step` -1: the one before) by its link, else by its number in a list that counts its pages."""
        link = None
        if page.content is not None:
            link = page.content.next if step == 1 else page.content.previous
            link = joined(page.answer.url, link) if link else None
        if not link:
            number = page_number(page.asked, without=numbers.first) + step
            if not numbers.first <= number <= numbers.last or (page.content and not page.entries):
                return None
            link = numbered(page.asked, number)
        return with_query(self._server.addresses.to_ask(link), {**self._limit, **parameters})

    def _is_old(self, content: ListPage, target: type[Item]) -> bool:
        newest = self._newest(content, target)
        return newest is not None and self._cutoff is not None and newest < self._cutoff

    def _key(self, entry: Any) -> str:
        name = entry.get("id") if isinstance(entry, dict) else entry
        return self._server.addresses.canonical(name) if isinstance(name, str) else repr(entry)


def _last_page(first: Page) -> str | None:
    """The address of the list's last page; None if the list has one page only or does not tell."""
    assert first.content is not None
    pages = first.content.total_pages
    if pages == 1:
        return None
    last = joined(first.answer.url, first.content.last) if first.content.last else None
    return last or (numbered(first.asked, Numbers.of(first).last) if pages else None)


def _endless(
    listing: Listing, following: str, stale: int, seen_before: bool, pages: int, everything: bool
) -> Complaint:
    if stale == PATIENCE:
        came = f"{PATIENCE} pages in a row with nothing new"
    elif seen_before:
        came = "a page that was there before"
    else:
        came = f"more and more pages, {pages} so far"
    return _complaint(following, listing, "the list's next page", came, "warning" if everything else "error")


def _complaint(address: str, listing: Listing, expected: str, came: str, severity: str = "error") -> Complaint:
    return Complaint(
        address=address,
        page_kind=f"OParl list of {listing.name}",
        expected=expected,
        came=came,
        advice="What came was taken. Tell the operator of the server that the list is wrong.",
        severity=severity,
    )
