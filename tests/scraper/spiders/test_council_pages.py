"""What to ask of a council's pages, with a made-up system whose pages are JSON."""

import json
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from scraper.items import AgendaItem, Complaint, Meeting, Organization
from scraper.pages.reading import NAMED_ORGANIZATION, Follow, Reading
from scraper.sources import Source
from scraper.spiders.council_pages import READ_WHOLE, CouncilPagesSpider, months_before
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving

TODAY = date(2026, 9, 15)
COMMITTEES = {"1": "Rat", "2": "Ausschuss"}


def read_calendar(body: bytes, url: str) -> Reading:
    root = url.partition("/calendar")[0]
    sittings = json.loads(body)
    return Reading(
        items=[Meeting(vendor_id=one, other={NAMED_ORGANIZATION: COMMITTEES.get(one, "")}) for one in sittings],
        follow=[Follow(kind="agenda", key=one, url=f"{root}/agenda?id={one}") for one in sittings],
    )


def read_agenda(body: bytes, url: str) -> Reading:
    if not body:
        return Reading(complaints=[complaint(url)])
    return Reading(items=[AgendaItem(vendor_id=f"{body.decode()}-1", meeting=body.decode())])


def read_organizations(body: bytes, url: str) -> Reading:
    """Two committees share a name."""
    names = {"1": "Rat", "2": "Ausschuss", "3": "Ausschuss"}
    return Reading(items=[Organization(vendor_id=number, name=name) for number, name in names.items()])


def read_groups(body: bytes, url: str) -> Reading:
    return Reading(items=[Organization(vendor_id="9", name="Fraktion")])


def complaint(url: str) -> Complaint:
    return Complaint(address=url, page_kind="agenda", expected="an agenda", came="nothing", advice="Look at the page.")


class MadeUp(CouncilPagesSpider):
    name = "made-up"
    pages: ClassVar[Any] = SimpleNamespace(
        READERS={
            "calendar": read_calendar,
            "agenda": read_agenda,
            "organizations": read_organizations,
            "groups": read_groups,
        },
        calendar_url=lambda root, year, month: f"{root}calendar?m={year}-{month:02}",
        kind_of=lambda url: url.rpartition("/")[2],
        organizations_urls=lambda root: [f"{root}organizations", f"{root}groups"],
        agenda_urls=lambda root, meeting: [f"{root}agenda?id={meeting}", f"{root}old?id={meeting}"],
    )


class Town:
    """`sittings` by month; meetings in `elsewhere` have their agenda at the old address only."""

    def __init__(self, sittings: dict[str, list[str]], elsewhere: tuple[str, ...] = (), lost: tuple[str, ...] = ()):
        self.sittings, self.elsewhere, self.lost = sittings, elsewhere, lost

    def __call__(self, asked: Asked) -> Answer:
        meeting = asked.query.get("id", "")
        if asked.path == "/calendar":
            return Answer(json.dumps(self.sittings.get(asked.query["m"], [])).encode())
        if asked.path in ("/organizations", "/groups"):
            return Answer(b"{}", status=404 if asked.path.strip("/") in self.lost else 200)
        if meeting in self.lost or asked.path not in ("/agenda", "/old"):
            return Answer(status=404)
        moved = meeting in self.elsewhere and asked.path == "/agenda"
        return Answer(b"" if moved else meeting.encode())


def scrape(loopback: Loopback, **arguments: Any) -> Crawled:
    since = arguments.pop("since", None)
    source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", since=since)
    return crawl(MadeUp, source=source, today=TODAY, **arguments)


def months(loopback: Loopback) -> list[str]:
    return sorted(asked.query["m"] for asked in loopback.asked if asked.path == "/calendar")


def test_the_calendar_is_read_ahead_and_back_until_two_years_were_empty() -> None:
    with serving(Town({"2026-10": ["3"], "2026-09": ["2"], "2025-12": ["1"]})) as loopback:
        crawled = scrape(loopback)
    assert months(loopback)[0] == "2023-12"
    assert months(loopback)[-1] == "2027-03"
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"1", "2", "3"}
    assert {one.meeting for one in crawled.of(AgendaItem)} == {"1", "2", "3"}
    assert crawled.read_whole == READ_WHOLE


def test_a_committee_that_is_only_named_is_found_by_its_name_if_it_is_the_only_one() -> None:
    with serving(Town({"2026-09": ["1", "2", "3"]})) as loopback:
        crawled = scrape(loopback)
    assert {one.vendor_id: one.organization for one in crawled.of(Meeting)} == {"1": "1", "2": None, "3": None}


def test_a_list_that_does_not_answer_keeps_the_others_and_the_calendar_from_nothing() -> None:
    with serving(Town({"2026-09": ["1"]}, lost=("organizations",))) as loopback:
        crawled = scrape(loopback)
    assert [one.name for one in crawled.of(Organization)] == ["Fraktion"]
    assert [one.vendor_id for one in crawled.of(Meeting)] == ["1"]
    assert len(crawled.complaints) == 1


def test_a_calendar_that_always_shows_the_same_month_comes_to_an_end() -> None:
    always = Town({f"{year}-{month:02}": ["1"] for year in range(1990, 2030) for month in range(1, 13)})
    with serving(always) as loopback:
        crawled = scrape(loopback)
    assert len(months(loopback)) < 40
    assert len([asked for asked in loopback.asked if asked.path == "/agenda"]) == 1
    assert len(crawled.of(AgendaItem)) == 1


@pytest.mark.parametrize(
    ("arguments", "first"),
    [({"since": date(2026, 7, 20)}, "2026-07"), ({"modified_since": datetime(2026, 9, 14, tzinfo=UTC)}, "2026-04")],
)
def test_a_run_with_a_window_asks_for_no_earlier_month(arguments: dict[str, Any], first: str) -> None:
    with serving(Town({"2026-09": ["1"]})) as loopback:
        crawled = scrape(loopback, **arguments)
    assert months(loopback)[0] == first
    assert crawled.read_whole == set()


def test_an_agenda_is_looked_for_at_its_other_addresses_before_anyone_complains() -> None:
    with serving(Town({"2026-09": ["1", "2"]}, elsewhere=("1", "2"))) as loopback:
        crawled = scrape(loopback)
    assert {one.meeting for one in crawled.of(AgendaItem)} == {"1", "2"}
    assert crawled.complaints == []


def test_an_agenda_that_answers_nowhere_costs_one_complaint_and_the_claim_to_have_seen_all() -> None:
    with serving(Town({"2026-09": ["1", "2"]}, lost=("1",))) as loopback:
        crawled = scrape(loopback)
    assert {one.meeting for one in crawled.of(AgendaItem)} == {"2"}
    (one,) = crawled.complaints
    assert one.address == f"{loopback.url}/old?id=1"
    assert crawled.read_whole == set()


@pytest.mark.parametrize(
    ("months_back", "day"),
    [(0, date(2026, 1, 1)), (1, date(2025, 12, 1)), (13, date(2024, 12, 1)), (-12, date(2027, 1, 1))],
)
def test_months_are_counted_across_years(months_back: int, day: date) -> None:
    assert months_before(date(2026, 1, 31), months_back) == day
