"""A site that answers as XML too: the same is read with fewer requests, and a bad XML hides nothing."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.history import Run
from pipelines.normalise import normalise
from pipelines.records import LINK_TABLES
from scraper.items import ITEM_TYPES, AgendaItem, File, Meeting
from scraper.sample.faces.allris3.face import Allris3Face
from scraper.sample.generate import make_town
from scraper.sample.size import Size
from scraper.sources import Source
from scraper.spiders.allris3 import Allris3Spider
from scraper.spiders.council_pages import READ_WHOLE
from tests.support.allris3_site import site_of
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, Site, serving

TOWN = make_town(7, Size(years=1.0, committees=1, districts=1, advisory=0))
"""Of a year; a sitting of February was called off, and no agenda of it can be seen."""
FACE = site_of(Allris3Face(TOWN))
WITHOUT_XML = site_of(Allris3Face(TOWN, offers_xml=False))
NOW = datetime(2026, 6, 30, tzinfo=UTC)
Records = dict[tuple[str, str], dict[str, Any]]
REFUSED = b"Zugriff verweigert (Programm to010.asp).<br>"


def scrape(site: Site, **arguments: Any) -> tuple[Crawled, Loopback]:
    with serving(site) as loopback:
        source = Source(key="town", name="Town", system="allris3", url=f"{loopback.url}/bi/allris.net.asp")
        return crawl(Allris3Spider, source=source, today=TOWN.today, **arguments), loopback


def records(crawled: Crawled, loopback: Loopback) -> Records:
    """All that was told of each thing; of two tellings the first, as in the archive."""
    told: Records = {}
    for item in crawled.items:
        record = told.setdefault((item.type_name, item.vendor_id), {})
        for field in fields(item):
            value = getattr(item, field.name)
            if field.name != "response_url" and value not in (None, [], {}):
                record.setdefault(field.name, str(value).replace(loopback.url, ""))
    return told


def months(loopback: Loopback) -> list[str]:
    return sorted(f"{one.query['YY']}-{one.query['MM']:0>2}" for one in loopback.asked if "MM" in one.query)


def is_xml(asked: Asked) -> bool:
    return asked.query.get("template") == "xyz"


def asked_as_xml(loopback: Loopback) -> list[str]:
    return [one.path.rpartition("/")[2] for one in loopback.asked if is_xml(one)]


def with_calendar(change: Callable[[bytes], bytes], status: int = 200) -> Site:
    """The town with a changed XML calendar."""

    def site(asked: Asked) -> Answer:
        answer = FACE(asked)
        if is_xml(asked) and asked.path.endswith("si010.asp"):
            return Answer(change(answer.body), status, answer.headers)
        return answer

    return site


def without_sittings(body: bytes, numbers: set[int]) -> bytes:
    text = body.decode("cp1252")
    head, *sittings = text.split("<termin>")
    last = sittings[-1].partition("</list>")[2]
    kept = [one.partition("</list>")[0] for one in sittings if not any(f"<silfdnr>{n}<" in one for n in numbers)]
    return "".join([head, *(f"<termin>{one}" for one in kept), "</list>", last]).encode("cp1252")


@pytest.fixture(scope="module")
def by_pages() -> tuple[Crawled, Loopback]:
    crawled, loopback = scrape(WITHOUT_XML)
    assert not crawled.complaints
    assert crawled.read_whole == READ_WHOLE
    return crawled, loopback


def archived(crawled: Crawled, loopback: Loopback, path: Path) -> dict[str, list[str]]:
    """All rows of the archive that a crawl makes, by table, without where they were read."""
    source = Source(key="town", name="Town", system="allris3", url=loopback.url)
    link_tables = [link.table for links in LINK_TABLES.values() for link in links.values()]
    with Archive.open(path) as archive:
        run = Run(archive, source, "full", lambda: NOW)
        run.write([normalise(item, source, NOW) for item in deepcopy(crawled.items)])
        run.finish(None, crawled.read_whole)
        found = {}
        for table in {*(one.table for one in ITEM_TYPES), *link_tables, "complaints"}:
            rows = [dict(row) for row in archive.connection.execute(f"SELECT * FROM {table}")]
            for row in rows:
                for column in ("response_url", "docid", "content_hash"):  # addresses are part of the hash
                    row.pop(column, None)
            found[table] = sorted(str(row).replace(loopback.url, "") for row in rows)
        return found


def test_the_town_is_the_same_by_its_pages_and_by_its_xml(by_pages: tuple[Crawled, Loopback], tmp_path: Path) -> None:
    crawled, loopback = scrape(FACE)
    assert records(crawled, loopback) == records(*by_pages)
    archive = archived(crawled, loopback, tmp_path / "xml.db")
    assert archive == archived(*by_pages, tmp_path / "pages.db")
    assert len(archive["meetings"]) == len(TOWN.meetings)
    assert archive["complaints"] == []
    assert crawled.complaints == []
    assert crawled.read_whole == READ_WHOLE
    assert asked_as_xml(loopback) == ["si010.asp", "kp041.asp"]
    assert (
        len(months(loopback)) == len(months(by_pages[1])) - 7 + 1
    )  # eight months have sittings and one of these no agenda to be seen
    window = next(one.query for one in loopback.asked if is_xml(one))
    assert (window["kaldatvon"], window["kaldatbis"]) == ("01.01.1990", "31.12.2026")


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body[: len(body) // 2],
        lambda body: b"",
        lambda body: b"<html><body><form><input type='password'></form></body></html>",
        lambda body: b'<?xml version="1.0"?><root><special/><list/></root>',
        lambda body: body.replace(b"</silfdnr>", b"", 1),
        lambda body: body.replace(b"Z</sisbvcs>", b"+00</sisbvcs>"),
    ],
    ids=["half", "empty", "a login", "no sittings", "broken", "moments of another form"],
)
def test_without_a_good_xml_calendar_the_months_are_read_without_a_word(
    change: Callable[[bytes], bytes], by_pages: tuple[Crawled, Loopback]
) -> None:
    crawled, loopback = scrape(with_calendar(change))
    assert records(crawled, loopback) == records(*by_pages)
    assert crawled.complaints == []
    assert crawled.read_whole == READ_WHOLE
    assert asked_as_xml(loopback) == ["si010.asp", "si010_e.asp"]
    assert len(months(loopback)) == len(months(by_pages[1]))


@pytest.mark.parametrize("status", [404, 403])
def test_an_xml_calendar_that_is_not_there_is_no_fault(status: int, by_pages: tuple[Crawled, Loopback]) -> None:
    crawled, loopback = scrape(with_calendar(lambda body: b"", status))
    assert records(crawled, loopback) == records(*by_pages)
    assert crawled.complaints == []


def sittings_of(year: int, month: int) -> set[int]:
    return {one.id for one in TOWN.meetings if (one.start.year, one.start.month) == (year, month)}


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param({min(sittings_of(2025, 8))}, id="one of its first month"),
        pytest.param(sittings_of(2025, 11), id="a month in between"),
        pytest.param({one.id for one in TOWN.meetings if one.start.year == 2025}, id="all before a year"),
    ],
)
def test_an_xml_calendar_that_leaves_out_sittings_hides_none(
    lacking: set[int], by_pages: tuple[Crawled, Loopback]
) -> None:
    crawled, loopback = scrape(with_calendar(lambda body: without_sittings(body, lacking)))
    assert records(crawled, loopback) == records(*by_pages)
    assert [one.severity for one in crawled.complaints] == ["warning"]
    assert "missing" in crawled.complaints[0].came
    assert set(months(loopback)) >= {f"{one.start:%Y-%m}" for one in TOWN.meetings}
    assert len(months(loopback)) == len(set(months(loopback)))
    assert crawled.read_whole == READ_WHOLE


def test_an_xml_calendar_without_this_months_sittings_stands_for_nothing(by_pages: tuple[Crawled, Loopback]) -> None:
    now = sittings_of(TOWN.today.year, TOWN.today.month)
    crawled, loopback = scrape(with_calendar(lambda body: without_sittings(body, now)))
    assert now
    assert records(crawled, loopback) == records(*by_pages)
    assert [one.severity for one in crawled.complaints] == ["warning"]
    assert len(months(loopback)) == len(months(by_pages[1]))


def test_a_run_for_changes_asks_for_its_months_and_for_no_people() -> None:
    since = datetime(2026, 6, 29, tzinfo=UTC)
    crawled, loopback = scrape(FACE, modified_since=since)
    without, pages = scrape(WITHOUT_XML, modified_since=since)
    assert records(crawled, loopback) == records(without, pages)
    assert asked_as_xml(loopback) == ["si010.asp"]
    assert next(one.query for one in loopback.asked if is_xml(one))["kaldatvon"] == "01.01.2026"
    assert crawled.read_whole == set()


def test_a_sitting_of_the_xml_calendar_that_no_page_shows_is_archived_as_the_xml_tells_it() -> None:
    hidden = (
        b"<termin><silfdnr>999</silfdnr><sisbvcs>20251112T170000Z</sisbvcs><sisevcs/><sitext>Sondersitzung</sitext>"
        b"<grname>Haupt- und Finanzausschuss</grname></termin></list>"
    )
    crawled, _ = scrape(with_calendar(lambda body: body.replace(b"</list>", hidden)))
    [meeting] = [one for one in crawled.of(Meeting) if one.vendor_id == "999"]
    assert (meeting.name, meeting.start_text) == ("Sondersitzung", "12.11.2025 18:00")
    assert meeting.organization == "au2"
    assert crawled.complaints == []


def chosen() -> Any:
    """A sitting of last November, with minutes."""
    return next(one for one in TOWN.meetings if one.id in sittings_of(2025, 11) and one.minutes_id)


@pytest.mark.parametrize(
    "answer", [Answer(REFUSED), Answer(status=500), Answer(status=404)], ids=["said", "500", "404"]
)
def test_an_agenda_whose_page_is_refused_is_read_as_xml_and_the_refusal_told(answer: Answer) -> None:
    meeting = chosen()

    def site(asked: Asked) -> Answer:
        refused = asked.query.get("SILFDNR") == str(meeting.id) and not is_xml(asked)
        return answer if refused else FACE(asked)

    crawled, _ = scrape(site, settings={"RETRY_TIMES": 0})
    items = [one for one in crawled.of(AgendaItem) if one.meeting == str(meeting.id) and one.name]
    assert [one.vendor_id for one in items] == [str(one.id) for one in meeting.agenda if not one.heading]
    assert {one.result for one in crawled.of(AgendaItem) if one.vendor_id in {one.vendor_id for one in items}} - {None}
    [told] = [one for one in crawled.complaints if one.severity == "error"]
    assert told.address.endswith(f"to010.asp?SILFDNR={meeting.id}")
    assert crawled.read_whole == set()  # its documents were not seen
    assert not any(one.vendor_id == str(meeting.invitation_id) for one in crawled.of(File))


def test_an_item_whose_page_is_refused_is_read_as_xml() -> None:
    meeting = chosen()
    item = next(one for one in meeting.agenda if one.resolution)

    def site(asked: Asked) -> Answer:
        refused = asked.query.get("TOLFDNR") == str(item.id) and not is_xml(asked)
        return Answer(status=404) if refused else FACE(asked)

    crawled, _ = scrape(site)
    texts = [one.resolution_text for one in crawled.of(AgendaItem) if one.vendor_id == str(item.id)]
    assert [text for text in texts if text]
    assert [one.severity for one in crawled.complaints] == ["error"]


def test_where_no_page_of_a_calendar_answers_the_xml_stands_for_it() -> None:
    def site(asked: Asked) -> Answer:
        refused = "/si010" in asked.path and not is_xml(asked)
        return Answer(b"Zugriff verweigert (Programm si010_e.asp).<br>") if refused else FACE(asked)

    crawled, _ = scrape(site)
    assert {one.vendor_id for one in crawled.of(Meeting)} == {str(one.id) for one in TOWN.meetings}
    assert crawled.complaints[0].came == "the refusal of si010_e.asp"
    assert crawled.read_whole == set()


def test_the_calendar_of_one_council_is_not_asked_for_as_xml() -> None:
    """It would name the sittings of all."""
    with serving(FACE) as loopback:
        source = Source(
            key="town",
            name="Town",
            system="allris3",
            url=f"{loopback.url}/bi/si010_e.asp?PALFDNR=1",
            since=date(2026, 5, 1),
        )
        crawl(Allris3Spider, source=source, today=TOWN.today)
    assert asked_as_xml(loopback) == []
