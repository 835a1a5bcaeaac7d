"""OParl servers of Somacos, SD.NET, ALLRIS and more! rubin: each has one habit that was seen on a real one."""

from typing import Any

import pytest

from scraper.items import (
    AgendaItem,
    Meeting,
    Organization,
    Paper,
)
from tests.support.loopback import Answer, Asked
from tests.support.oparl_scrape import LAST_RUN, asked_pages, numbers, scrape
from tests.support.oparl_server import NOT_FOUND, OParlServer, meetings, obj, papers, stored


def test_a_well_behaved_server_is_read_whole_and_without_complaint() -> None:
    crawled, _ = scrape(OParlServer({"meeting": meetings(250), "paper": papers(120)}))
    assert len(crawled.of(Meeting)) == 250
    assert len(crawled.of(AgendaItem)) == 500
    assert len(crawled.of(Paper)) == 120
    assert crawled.complaints == []
    assert {"meetings", "agenda_items", "papers", "consultations", "files"} <= crawled.read_whole
    assert not {"persons", "organizations", "memberships"} & crawled.read_whole, "the body has no such lists"


def test_only_changes_are_asked_for_where_modified_since_is_honoured() -> None:
    crawled, asked = scrape(OParlServer({"meeting": meetings(180)}), LAST_RUN)
    assert numbers(crawled, Meeting) == [str(number) for number in range(173, 180)]
    assert crawled.complaints == []
    assert "meetings" not in crawled.read_whole
    assert len(asked_pages(asked, "meeting")) == 2, "a witness without the filter, and the answer"


# Somacos


class DropsFilterFromPageThree(OParlServer):
    def links(self, name: str, number: int, pages: int, asked: Asked) -> dict[str, str]:
        links = super().links(name, number, pages, asked)
        if number < 2 and "modified_since" in asked.query and "next" in links:
            links["next"] += "&modified_since=" + asked.query["modified_since"]
        return links


def test_the_filter_is_on_every_request_though_next_drops_it() -> None:
    site = DropsFilterFromPageThree({"meeting": meetings(200)}, largest_page=5)
    crawled, asked = scrape(site, LAST_RUN)
    assert len(crawled.of(Meeting)) == 27
    filtered = [one for one in asked if one.path == "/list/meeting"][1:]
    assert len(filtered) == 6
    assert {one.query.get("modified_since") for one in filtered} == {"2024-06-01T00:00:00Z"}
    assert {one.query.get("limit") for one in filtered} == {"100"}


class TakesNoZ(OParlServer):
    """Takes +00:00, and answers 404 to what it cannot read."""

    def list_page(self, name: str, asked: Asked) -> Answer:
        return NOT_FOUND if asked.query.get("modified_since", "").endswith("Z") else super().list_page(name, asked)


def test_a_value_that_is_refused_is_written_the_other_way() -> None:
    crawled, asked = scrape(TakesNoZ({"meeting": meetings(180)}), LAST_RUN)
    assert len(crawled.of(Meeting)) == 7
    assert asked[-1].query["modified_since"] == "2024-06-01T00:00:00 00:00", "a bare + as the query is decoded"


@pytest.mark.parametrize("status", [400, 500])
def test_limit_is_left_out_where_it_is_refused(status: int) -> None:
    class RefusesLimit(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            return stored("{}", status) if "limit" in asked.query else super().list_page(name, asked)

    crawled, asked = scrape(RefusesLimit({"meeting": meetings(25), "paper": papers(25)}), RETRY_TIMES=0)
    assert len(crawled.of(Meeting)) == len(crawled.of(Paper)) == 25
    assert crawled.complaints == []
    with_limit = [one.path for one in asked if "limit" in one.query]
    assert set(with_limit) == {"/bodies", "/list/meeting"}, "where it was refused once it is not tried again"


# SD.NET


@pytest.mark.parametrize(
    "empty",
    [
        stored('{"error": "Die angeforderte Ressource wurde nicht gefunden.", "code": 802}', 404),
        stored('{"error": "Keine Adressen vorhanden"}', 400),
        stored('{"data": [], "links": {}, "pagination": {}}'),
        stored("[]"),
    ],
)
def test_an_empty_window_is_no_fault(empty: Answer) -> None:
    class EmptyWindow(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            entries = self.filtered(self.lists[name], asked)
            return super().list_page(name, asked) if entries else empty

    crawled, asked = scrape(EmptyWindow({"meeting": meetings(30)}), LAST_RUN)
    assert crawled.of(Meeting) == []
    assert crawled.complaints == []
    assert len(asked_pages(asked, "meeting")) == 3, "a witness, the window, and a probe that the filter gives anything"


def test_404_without_a_filter_is_a_fault() -> None:
    class NoMeetings(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            return NOT_FOUND

    crawled, _ = scrape(NoMeetings({"meeting": []}))
    assert [(one.severity, one.came[:8]) for one in crawled.complaints] == [("error", "HTTP 404")]
    assert "meetings" not in crawled.read_whole


def test_deleted_stubs_are_deletions() -> None:
    stub = {"id": "BASE/body/1/paper/7", "created": "2020-01-01T10:00:00+01:00", "deleted": True}
    crawled, _ = scrape(OParlServer({"paper": [stub, *papers(2)]}))
    assert [(paper.vendor_id[-7:], paper.deleted) for paper in crawled.of(Paper)] == [
        ("paper/7", True),
        ("paper/0", False),
        ("paper/1", False),
    ]


# ALLRIS


class Allris(OParlServer):
    """Ten a page, oldest first, everything modified on 1 January 2000, every filter ignored."""

    def list_page(self, name: str, asked: Asked) -> Answer:
        asked.query.pop("limit", None)
        return super().list_page(name, asked)

    def filtered(self, entries: list[Any], asked: Asked) -> list[Any]:
        return entries


def allris(count: int) -> Allris:
    entries = [{**one, "modified": "2000-01-01T00:00:00+01:00"} for one in meetings(count)]
    return Allris({"meeting": entries, "organization": [obj("Organization", 1), obj("Organization", 2)]})


def test_useless_modified_means_walking_back_from_the_last_page() -> None:
    crawled, asked = scrape(allris(180), LAST_RUN)
    # 2024-06-01 less 400 days is in April 2023: all from May 2023 on, and what stands on the pages with them.
    assert {str(number) for number in range(160, 180)} <= set(numbers(crawled, Meeting))
    assert asked_pages(asked, "meeting") == [1, 18, 17, 16, 15, 14], "three pages of older ones, and then no more"
    assert len(crawled.of(Organization)) == 2
    assert "organizations" in crawled.read_whole
    assert "meetings" not in crawled.read_whole
    assert crawled.complaints == []


def test_the_first_run_reads_everything_in_order() -> None:
    crawled, asked = scrape(allris(35))
    assert len(crawled.of(Meeting)) == 35
    assert asked_pages(asked, "meeting") == [1, 2, 3, 4]


def test_control_characters_and_not_available() -> None:
    class Unescaped(OParlServer):
        def json(self, value: Any) -> Answer:
            return stored(super().json(value).body.replace(b"\\t", b"\t").replace(b"\\u000b", b"\x0b"))

    paper = obj(
        "Paper", 1, name="Haushalt\tund\x0bStellenplan", reference="N/A", paperType=" ", mainFile=obj("File", 1)
    )
    crawled, _ = scrape(Unescaped({"paper": [paper]}))
    [read] = crawled.of(Paper)
    assert (read.name, read.reference, read.paper_type) == ("Haushalt\tund\x0bStellenplan", None, None)
    assert [one.severity for one in crawled.complaints] == ["warning"]


def test_a_random_500_is_tried_again() -> None:
    class Sometimes(OParlServer):
        failures = 0

        def list_page(self, name: str, asked: Asked) -> Answer:
            Sometimes.failures += 1
            return stored("", 500) if Sometimes.failures % 3 == 0 else super().list_page(name, asked)

    crawled, _ = scrape(Sometimes({"meeting": meetings(60)}, largest_page=10))
    assert len(crawled.of(Meeting)) == 60
    assert crawled.complaints == []
    assert "meetings" in crawled.read_whole


# More! rubin


def test_an_ignored_filter_with_everything_modified_today() -> None:
    class Rubin(OParlServer):
        def filtered(self, entries: list[Any], asked: Asked) -> list[Any]:
            second = int(asked.at) % 60
            return [
                {**one, "modified": f"2026-09-08T13:{number % 60:02}:{second:02}Z"}
                for number, one in enumerate(entries)
            ]

    crawled, asked = scrape(Rubin({"meeting": meetings(180)}, largest_page=10), LAST_RUN)
    assert len(crawled.of(Meeting)) < 60
    assert "179" in numbers(crawled, Meeting)
    assert asked_pages(asked, "meeting")[-4:] == [17, 16, 15, 14]
    assert crawled.complaints == []


def test_a_filter_that_keeps_everything_back_is_not_believed() -> None:
    class NeverAnything(OParlServer):
        def filtered(self, entries: list[Any], asked: Asked) -> list[Any]:
            return [] if "modified_since" in asked.query else entries

    crawled, _ = scrape(NeverAnything({"meeting": meetings(180)}), LAST_RUN)
    assert "179" in numbers(crawled, Meeting)


# Others


def test_totals_of_the_whole_list_in_a_filtered_answer_are_no_fault() -> None:
    class CountsAll(OParlServer):
        def json(self, value: Any) -> Answer:
            if value.get("pagination"):
                value["pagination"] = {"totalElements": 180}
            return super().json(value)

    crawled, _ = scrape(CountsAll({"meeting": meetings(180)}), LAST_RUN)
    assert len(crawled.of(Meeting)) == 7
    assert crawled.complaints == []
