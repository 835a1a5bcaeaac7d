"""Second item pipeline: Item -> Record. Vendor names become our ids, date texts ISO values, papers get their kind.

Rule 1 of the archive holds here: what can't be read is empty, and its text stays, either in the text column beside it
or in `other`, with a complaint that is counted.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import Crawler

from pipelines.german.dates import DateReading, find_dates, read_date
from pipelines.german.terms import paper_kind
from pipelines.identity import record_id
from pipelines.records import NOT_COLUMNS, Record, Value, column
from scraper.items import LINK_FIELDS, Complaint, File, Item, Link, Meeting, Membership, Paper, PressRelease
from scraper.sources import Source

FARTHEST_FUTURE_YEARS = 3
"""Councils plan their sittings a year or two ahead; a meeting in 2030 seen in 2026 is a stand-in of the system."""


class Normalise:
    """Scrapy item pipeline. Everything that is no Item passes untouched."""

    def __init__(self, crawler: Crawler, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.crawler = crawler
        self.clock = clock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Normalise":
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, Item):
            return item
        source: Source = self.crawler.spider.source  # type: ignore[union-attr]  # pipelines run with a SourceSpider
        return normalise(item, source, self.clock())


def normalise(item: Item, source: Source, now: datetime) -> Record:
    """The Record of `item` as `source` gives it. `now` is aware; it only judges dates, it never fills them."""
    complaints: list[Complaint] = []
    _read_moments(item, complaints)
    match item:
        case Meeting():
            _read_meeting_times(item, complaints, now)
        case Paper():
            item.kind = paper_kind(item.paper_type)
            item.date = _read_day(item, "date_text", complaints)
        case File():
            item.date = _read_day(item, "date_text", complaints)
        case PressRelease():
            item.party = item.party or source.party
            _read_press_dates(item, complaints)

    def id_of(type_name: str, vendor_id: str) -> str:
        return record_id(source.key, type_name, vendor_id, source.body)

    links = LINK_FIELDS[type(item)]
    values: dict[str, Value] = {"source": source.key}
    for f in fields(item):
        if f.name in links or f.name in NOT_COLUMNS:
            continue
        value = getattr(item, f.name)
        values[column(f)] = id_of(f.metadata["ref"], value) if value and "ref" in f.metadata else _cell(value)
    if isinstance(item, Membership):
        values["observed_at"] = now.isoformat(timespec="seconds")
    return Record(
        table=item.table,
        id=id_of(item.type_name, item.vendor_id),
        values=values,
        links={name: [_link_row(link, id_of) for link in getattr(item, name)] for name in links},
        deleted=item.deleted,
        deleted_at=(item.modified or now.isoformat(timespec="seconds")) if item.deleted else None,
        complaints=complaints,
    )


def _link_row(link: Link, id_of: Callable[[str, str], str]) -> dict[str, Value]:
    row: dict[str, Value] = {}
    for f in fields(link):
        value = getattr(link, f.name)
        row[column(f)] = id_of(f.metadata["ref"], value) if value and "ref" in f.metadata else value
    return row


def _cell(value: Any) -> Value:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, sort_keys=isinstance(value, dict)) if value else None
    return int(value) if isinstance(value, bool) else value


def _read_moments(item: Item, complaints: list[Complaint]) -> None:
    """Replaces the text of each day() and moment() field by its ISO value; unreadable text moves to `other`."""
    for f in fields(item):
        wanted = f.metadata.get("date")
        text = getattr(item, f.name) if wanted else None
        if not text:
            continue
        read = read_date(text, item.date_context)
        if read is None:
            item.other[f.name] = text
            complaints.append(_unreadable(item, f.name, text))
            setattr(item, f.name, None)
        else:
            setattr(item, f.name, _day_of(read) if wanted == "day" else read.start)


def _read_day(item: Item, text_field: str, complaints: list[Complaint]) -> str | None:
    text: str | None = getattr(item, text_field)
    read = read_date(text, item.date_context) if text else None
    if text and read is None:
        complaints.append(_unreadable(item, text_field, text))
    return _day_of(read) if read else None


def _day_of(read: DateReading) -> str:
    return read.start[:10]


def _read_meeting_times(item: Meeting, complaints: list[Complaint], now: datetime) -> None:
    """Fills start, end and precision. 00:00 means that the source has no time: it leaves the day."""
    if not item.start_text:
        return
    read = read_date(item.start_text, item.date_context)
    if read is None:
        complaints.append(_unreadable(item, "start_text", item.start_text))
        return
    item.start, item.end, item.precision = read.start, read.end, read.precision
    if item.precision == "minute" and item.start[11:16] == "00:00":
        item.start, item.precision = item.start[:10], "day"
    if item.end_text:
        item.end = _end(item.end_text, item.start)
    if int(item.start[:4]) > now.year + FARTHEST_FUTURE_YEARS:
        complaints.append(_implausible(item, f"a meeting that starts {item.start}"))


def _end(text: str, start: str) -> str | None:
    """The end of something that starts at `start`; None for 00:00 and for an end before the start (unknown)."""
    read = read_date(text, start[:10])
    if read is None:
        return None
    end = read.end or read.start
    if end[11:16] == "00:00" or _comparable(end) < _comparable(start):
        return None
    return end


def _comparable(iso: str) -> str:
    """`iso` in UTC where it has a time, so that text compares as time does, across the change of summer time too."""
    return datetime.fromisoformat(iso).astimezone(UTC).isoformat() if len(iso) > 10 else iso


def _read_press_dates(item: PressRelease, complaints: list[Complaint]) -> None:
    """Two dates that run together in one text are the day of publication and that of the last change."""
    if item.published_text:
        found = find_dates(item.published_text, item.date_context)
        read = found[0] if found else read_date(item.published_text, item.date_context)
        if read is None:
            complaints.append(_unreadable(item, "published_text", item.published_text))
        else:
            item.published, item.precision = read.start, read.precision
            if len(found) == 2 and not item.modified_text:
                item.modified = found[1].start
    if item.modified_text:
        read = read_date(item.modified_text, item.date_context)
        if read is None:
            complaints.append(_unreadable(item, "modified_text", item.modified_text))
        else:
            item.modified = read.start


def _unreadable(item: Item, name: str, text: str) -> Complaint:
    return Complaint(
        address=item.source_url or item.vendor_id,
        page_kind=item.type_name,
        expected=f"a date in {name}",
        came=text[:200],
        advice="The text is kept. If it is a date, teach pipelines/german/dates.py its shape.",
        severity="warning",
    )


def _implausible(item: Item, what: str) -> Complaint:
    return Complaint(
        address=item.source_url or item.vendor_id,
        page_kind=item.type_name,
        expected="a plausible date",
        came=what,
        advice="It is archived as the source says. Look at the page before you trust it.",
        severity="warning",
    )
