"""OParl servers as they are: each test has a server with one fault that was seen on a real one."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from scraper.items import (
    AgendaItem,
    Body,
    Consultation,
    File,
    Location,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from scraper.sources import Source
from scraper.spiders.oparl import OParlSpider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Site, serving
from tests.support.oparl_server import NOT_FOUND, SCHEMA, Object, OParlServer, meetings, obj, papers, stored

LAST_RUN = datetime(2024, 6, 1, tzinfo=UTC)


def scrape(
    site: Site,
    modified_since: datetime | None = None,
    since: date | None = None,
    path: str = "/system",
    body: str | None = None,
    **settings: Any,
) -> tuple[Crawled, list[Asked]]:
    with serving(site) as server:
        source = Source(key="town", name="Town", system="oparl", url=server.url + path, since=since, body=body)
        crawled = crawl(OParlSpider, settings, source=source, modified_since=modified_since)
        return crawled, [asked for asked in server.asked if asked.path != "/robots.txt"]


def numbers(crawled: Crawled, item_type: type) -> list[str]:
    return [item.vendor_id.rpartition("/")[2] for item in crawled.of(item_type)]


def asked_pages(asked: list[Asked], name: str) -> list[int]:
    return [int(one.query.get("page", 1)) for one in asked if one.path == f"/list/{name}"]


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


# Pages


class SamePageUnderEverNewNumbers(OParlServer):
    def list_page(self, name: str, asked: Asked) -> Answer:
        number = int(asked.query.get("page", 1))
        return self.json({"data": self.lists[name], "links": {"next": f"BASE/list/{name}?page={number + 1}"}})


def test_a_loop_of_pages_is_left_after_three_without_anything_new() -> None:
    crawled, asked = scrape(SamePageUnderEverNewNumbers({"meeting": meetings(3)}))
    assert len(crawled.of(Meeting)) == 3
    assert asked_pages(asked, "meeting") == [1, 2, 3, 4]
    [complaint] = crawled.complaints
    assert "3 pages in a row with nothing new" in complaint.came
    assert "meetings" not in crawled.read_whole


def test_a_next_link_to_the_same_page_ends_the_list() -> None:
    class NextIsSelf(OParlServer):
        def links(self, name: str, number: int, pages: int, asked: Asked) -> dict[str, str]:
            return {"next": f"BASE/list/{name}?page={min(number + 1, pages)}"}

    crawled, asked = scrape(NextIsSelf({"meeting": meetings(25)}, largest_page=10))
    assert len(crawled.of(Meeting)) == 25
    assert asked_pages(asked, "meeting") == [1, 2, 3]
    assert [one.severity for one in crawled.complaints] == ["warning"], "all that the list counts was there"


def test_a_list_that_never_ends_is_left() -> None:
    class Endless(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            number = int(asked.query.get("page", 1))
            return self.json(
                {
                    "data": [obj("Meeting", f"new-{number}", agendaItem=[obj("AgendaItem", number)])],
                    "pagination": {"totalPages": 4},
                    "links": {"next": f"BASE/list/{name}?page={number + 1}"},
                }
            )

    crawled, asked = scrape(Endless({"meeting": []}))
    assert len(asked_pages(asked, "meeting")) == 11, "twice as many as the list says, and three"
    assert "more and more pages" in crawled.complaints[0].came
    assert crawled.complaints[0].severity == "error"
    assert "meetings" not in crawled.read_whole


def test_next_on_another_host_and_scheme_is_asked_for_here() -> None:
    class CallsItselfOtherwise(OParlServer):
        def links(self, name: str, number: int, pages: int, asked: Asked) -> dict[str, str]:
            links = super().links(name, number, pages, asked)
            return {key: link.replace("BASE", "https://intern.example.org:8443") for key, link in links.items()}

    crawled, asked = scrape(CallsItselfOtherwise({"meeting": meetings(25)}, largest_page=10))
    assert len(crawled.of(Meeting)) == 25
    assert asked_pages(asked, "meeting") == [1, 2, 3]


def test_ids_of_another_host_are_kept_and_asked_for_here() -> None:
    references = obj("Paper", 1, mainFile="http://www.council.example.org/body/1/file/1")
    site = OParlServer({"paper": [references]}, called="https://council.example.org")
    site.singles["/body/1/file/1"] = obj("File", 1, fileName="a.pdf")
    crawled, _ = scrape(site)
    assert [one.vendor_id for one in crawled.of(File)] == ["https://council.example.org/body/1/file/1"]
    assert crawled.of(Paper)[0].main_file == "https://council.example.org/body/1/file/1"


def test_http_in_ids_and_https_in_references_are_one_object() -> None:
    paper = obj("Paper", 1, consultation=[obj("Consultation", 1, meeting="https://oparl.example.org/body/1/meeting/1")])
    site = OParlServer({"meeting": meetings(2), "paper": [paper]}, called="http://oparl.example.org")
    crawled, asked = scrape(site)
    assert crawled.of(Consultation)[0].meeting == "http://oparl.example.org/body/1/meeting/1"
    assert "/body/1/meeting/1" not in [one.path for one in asked]


def test_lists_without_pagination_and_plain_arrays() -> None:
    class Bare(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            return self.json(self.lists[name] if name == "meeting" else {"data": self.lists[name]})

    crawled, _ = scrape(Bare({"meeting": meetings(3), "paper": papers(4)}))
    assert (len(crawled.of(Meeting)), len(crawled.of(Paper))) == (3, 4)
    assert crawled.complaints == []
    assert {"meetings", "papers"} <= crawled.read_whole


def test_pages_without_links_are_counted_on() -> None:
    class NoLinks(OParlServer):
        def links(self, name: str, number: int, pages: int, asked: Asked) -> dict[str, str]:
            return {}

    crawled, _ = scrape(NoLinks({"meeting": meetings(25)}, largest_page=10))
    assert len(crawled.of(Meeting)) == 25


def broken_page(number: int, answer: Answer) -> type[OParlServer]:
    class Broken(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            return answer if asked.query.get("page") == str(number) else super().list_page(name, asked)

    return Broken


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (stored("<html><head><title>Wartung</title></head><body>Gleich zurück</body></html>"), "»Wartung«"),
        (stored('{"data": [}'), "broken JSON"),
        (stored(""), "an empty answer"),
        (stored("", 500), "HTTP 500"),
        (stored('"ok"'), "JSON: ok"),
        (Answer(b'{"data": [', claimed_length=5000), "half an answer"),
    ],
)
def test_one_bad_page_does_not_lose_the_others(answer: Answer, came: str) -> None:
    site = broken_page(2, answer)({"meeting": meetings(35)}, largest_page=10)
    crawled, _ = scrape(site, RETRY_TIMES=0)
    assert len(crawled.of(Meeting)) == 25
    errors = [one for one in crawled.complaints if one.severity == "error"]
    assert len(errors) == 1
    assert came in errors[0].came
    assert errors[0].address.endswith("page=2&limit=100")
    assert "meetings" not in crawled.read_whole


def test_the_answer_is_kept_with_the_complaint() -> None:
    html = "<html><title>Wartung</title></html>"
    crawled, _ = scrape(broken_page(2, stored(html))({"meeting": meetings(15)}, largest_page=10))
    assert crawled.complaints[0].body == html.encode()


def test_what_came_whole_of_half_a_page_is_taken() -> None:
    whole = json.dumps({"data": meetings(8)}).encode()
    half = Answer(whole[: len(whole) * 3 // 4])
    crawled, _ = scrape(broken_page(2, half)({"meeting": meetings(15, first_year=2015)}, largest_page=10))
    assert len(crawled.of(Meeting)) == 10
    assert "broken off" in crawled.complaints[0].came
    assert "meetings" not in crawled.read_whole


def test_a_list_that_counts_more_than_it_gives_is_not_whole() -> None:
    class CountsTooMany(OParlServer):
        def json(self, value: Any) -> Answer:
            if value.get("pagination"):
                value["pagination"]["totalElements"] += 5
            return super().json(value)

    crawled, _ = scrape(CountsTooMany({"meeting": meetings(7)}))
    assert [(one.expected[:10], one.came) for one in crawled.complaints] == [("12 objects", "7 different ones")]
    assert "meetings" not in crawled.read_whole


def test_one_bad_object_does_not_lose_the_page() -> None:
    entries: list[Any] = [*meetings(2), 17, None, {"name": "ohne id", "type": f"{SCHEMA}/Meeting"}, {"data": 1}]
    crawled, _ = scrape(OParlServer({"meeting": entries}))
    assert len(crawled.of(Meeting)) == 3, "two whole ones and the one without id"
    severities = [one.severity for one in crawled.complaints]
    assert severities == ["error", "warning", "error", "warning"], "17, no id, nothing known; fewer than counted"


# Objects


def test_agenda_items_only_in_the_single_meeting() -> None:
    whole = meetings(5)
    site = OParlServer({"meeting": [{**one, "agendaItem": []} for one in whole]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in whole}
    crawled, asked = scrape(site)
    assert len(crawled.of(AgendaItem)) == 10
    assert len(crawled.of(Meeting)) == 5
    paths = [one.path for one in asked]
    assert len(paths) == len(set(paths)), "each address once"
    assert {"meetings", "agenda_items"} <= crawled.read_whole


def test_agenda_items_as_addresses_are_asked_for_once_each() -> None:
    [meeting] = meetings(1)
    items = meeting["agendaItem"]
    site = OParlServer({"meeting": [{**meeting, "agendaItem": [one["id"] for one in items]}]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in items}
    crawled, asked = scrape(site)
    assert [(one.position, one.meeting == crawled.of(Meeting)[0].vendor_id) for one in crawled.of(AgendaItem)] == [
        (0, True),
        (1, True),
    ]
    assert [one.path for one in asked].count("/body/1/agendaitem/0-0") == 1


def test_agenda_items_with_a_list_of_their_own_are_taken_from_it() -> None:
    whole = meetings(3)
    items = [item for meeting in whole for item in meeting["agendaItem"]]
    bare = [{**one, "agendaItem": [item["id"] for item in one["agendaItem"]]} for one in whole]
    crawled, asked = scrape(OParlServer({"meeting": bare, "agendaItem": items}))
    assert [item.position for item in crawled.of(AgendaItem)] == [0, 1] * 3
    assert all(item.meeting for item in crawled.of(AgendaItem))
    assert not [one.path for one in asked if "/agendaitem/" in one.path]


def test_the_lists_of_what_is_embedded_are_not_read() -> None:
    items = [item for meeting in meetings(3) for item in meeting["agendaItem"]]
    _, asked = scrape(OParlServer({"meeting": meetings(3), "agendaItem": items}))
    assert asked_pages(asked, "agendaItem") == []


def test_a_list_of_addresses() -> None:
    whole = papers(3)
    site = OParlServer({"paper": [one["id"] for one in whole]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in whole}
    crawled, _ = scrape(site)
    assert (len(crawled.of(Paper)), len(crawled.of(File))) == (3, 3)


def test_memberships_that_only_organizations_name() -> None:
    site = OParlServer(
        {
            "organization": [
                obj("Organization", 1, membership=["BASE/body/1/membership/1", "BASE/body/1/membership/2"])
            ],
            "person": [obj("Person", 1)],
        }
    )
    site.singles["/body/1/membership/1"] = obj("Membership", 1, person="BASE/body/1/person/1", role="Vorsitz")
    site.singles["/body/1/membership/2"] = [obj("Membership", 2, person="BASE/body/1/person/1")]
    crawled, _ = scrape(site)
    organization = crawled.of(Organization)[0].vendor_id
    assert [(one.role, one.organization) for one in crawled.of(Membership)] == [
        ("Vorsitz", organization),
        (None, organization),
    ]


def test_references_to_nothing_are_warnings_and_soon_no_longer_followed() -> None:
    stations = [obj("Consultation", n, meeting=f"BASE/body/1/meeting/secret-{n}") for n in range(50)]
    crawled, asked = scrape(OParlServer({"paper": [obj("Paper", 1, consultation=stations)]}))
    assert len([one for one in asked if "secret" in one.path]) == 20
    assert {one.severity for one in crawled.complaints} == {"warning"}
    assert "consultations" in crawled.read_whole


def test_other_servers_and_homes_are_never_asked() -> None:
    person = obj("Person", 1, location="BASE/body/1/location/home", email=["a@example.org"], membership=[])
    paper = obj("Paper", 1, relatedPaper=["https://elsewhere.example.org/paper/1"], mainFile=obj("File", 1))
    site = OParlServer({"person": [person], "paper": [paper], "locationList": [obj("Location", "home")]})
    crawled, asked = scrape(site)
    assert crawled.of(Location) == []
    assert {one.path for one in asked} == {"/system", "/bodies", "/list/person", "/list/paper", "/body/1/person/1"}
    assert crawled.of(Paper)[0].relations[0].related_paper == "https://elsewhere.example.org/paper/1"
    assert "example.org" not in repr(crawled.of(Person)[0].other)


def test_a_shortened_copy_does_not_replace_the_whole_object() -> None:
    short = {"id": "BASE/body/1/organization/1", "type": f"{SCHEMA}/Organization", "name": "Rat"}
    site = OParlServer(
        {
            "organization": [obj("Organization", 1, name="Rat", classification="Rat")],
            "meeting": [obj("Meeting", 1, organization=[short], agendaItem=[obj("AgendaItem", 1)])],
        }
    )
    crawled, _ = scrape(site)
    assert [one.classification for one in crawled.of(Organization)] == ["Rat"]


# System and bodies


def test_a_body_address_instead_of_a_system() -> None:
    crawled, _ = scrape(OParlServer({"paper": papers(2)}, body={"system": "BASE/system"}), path="/body/1")
    assert len(crawled.of(Paper)) == 2
    assert len(crawled.items) == 6, "system and body, two papers and their files"


class TwoTowns(OParlServer):
    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/bodies":
            other: Object = {
                **self.body_object(),
                "id": "BASE/body/2",
                "name": "Andernorts",
                "paper": "BASE/list/person",
            }
            return self.json({"data": [other, self.body_object()]})
        return super().answer(asked)


def test_one_body_of_several_is_chosen() -> None:
    with serving(TwoTowns({"paper": papers(2), "person": []})) as server:
        source = Source(key="t", name="T", system="oparl", url=f"{server.url}/system", body=f"{server.url}/body/1")
        crawled = crawl(OParlSpider, source=source)
    assert [one.name for one in crawled.of(Body)] == ["Musterstadt"]
    assert len(crawled.of(Paper)) == 2


def test_a_deleted_body_is_a_deletion() -> None:
    class Gone(OParlServer):
        def body_object(self) -> Object:
            return {"id": "BASE/body/1", "type": f"{SCHEMA}/Body", "deleted": True}

    crawled, asked = scrape(Gone({}))
    assert [one.deleted for one in crawled.of(Body)] == [True]
    assert crawled.complaints == []
    assert [one.path for one in asked] == ["/system", "/bodies"]


def test_totals_of_the_whole_list_in_a_filtered_answer_are_no_fault() -> None:
    class CountsAll(OParlServer):
        def json(self, value: Any) -> Answer:
            if value.get("pagination"):
                value["pagination"] = {"totalElements": 180}
            return super().json(value)

    crawled, _ = scrape(CountsAll({"meeting": meetings(180)}), LAST_RUN)
    assert len(crawled.of(Meeting)) == 7
    assert crawled.complaints == []


@pytest.mark.parametrize(
    "bodies",
    [
        {"id": "BASE/body/1", "name": "Musterstadt", "paper": "BASE/list/paper"},
        [{"id": "BASE/body/1", "name": "Musterstadt", "paper": "BASE/list/paper"}],
        ["BASE/body/1"],
        {"data": ["BASE/body/1"]},
        {"data": [{"id": "BASE/body/1"}]},
    ],
)
def test_lists_of_bodies_in_every_shape(bodies: Any) -> None:
    class OtherBodies(OParlServer):
        def answer(self, asked: Asked) -> Answer:
            return self.json(bodies) if asked.path == "/bodies" else super().answer(asked)

    crawled, _ = scrape(OtherBodies({"paper": papers(2)}))
    assert len(crawled.of(Paper)) == 2
    assert crawled.complaints == []


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (stored("<html><title>Ratsinformation</title></html>"), "»Ratsinformation«"),
        (stored("", 503), "HTTP 503"),
        (stored('{"id": "BASE/system", "name": "leer"}'), "JSON without"),
        (stored("[]"), "JSON without"),
    ],
)
def test_no_system_where_one_was_promised(answer: Answer, came: str) -> None:
    def site(asked: Asked) -> Answer:
        return answer if asked.path == "/system" else NOT_FOUND

    crawled, _ = scrape(site, RETRY_TIMES=0)
    assert crawled.read_whole == set()
    assert [one.severity for one in crawled.complaints] == ["error"]
    assert came in crawled.complaints[0].came


def test_a_server_that_is_down() -> None:
    source = Source(key="t", name="T", system="oparl", url="http://127.0.0.1:9/system")
    crawled = crawl(OParlSpider, {"RETRY_TIMES": 0}, source=source)
    assert [one.page_kind for one in crawled.complaints] == ["OParl system"]
    assert crawled.read_whole == set()


# since


def test_nothing_older_than_since_is_taken_and_little_is_asked_for() -> None:
    crawled, asked = scrape(OParlServer({"meeting": meetings(180)}, largest_page=10), since=date(2023, 7, 1))
    assert sorted(numbers(crawled, Meeting)) == [str(number) for number in range(162, 180)]
    assert min(one.start_text for one in crawled.of(Meeting)) == "2023-07-10T17:00:00+01:00"
    assert len(asked_pages(asked, "meeting")) < 10
    assert "meetings" not in crawled.read_whole


def test_persons_come_without_contact_data_and_with_their_memberships() -> None:
    person = obj("Person", 1, phone=["0211 1"], membership=[obj("Membership", 1, role="Mitglied")])
    crawled, _ = scrape(OParlServer({"person": [person], "organization": []}))
    assert crawled.of(Person)[0].other == {}
    assert crawled.of(Membership)[0].person == crawled.of(Person)[0].vendor_id
    assert {"persons", "memberships"} <= crawled.read_whole
