"""Lists of OParl servers that run in circles, break off or miscount: each fault was seen on a real one."""

import json
from datetime import date
from typing import Any

import pytest

from scraper.items import (
    Consultation,
    File,
    Meeting,
    Paper,
)
from tests.support.loopback import Answer, Asked
from tests.support.oparl_scrape import asked_pages, numbers, scrape
from tests.support.oparl_server import SCHEMA, OParlServer, meetings, obj, papers, stored


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


def test_nothing_older_than_since_is_taken_and_little_is_asked_for() -> None:
    crawled, asked = scrape(OParlServer({"meeting": meetings(180)}, largest_page=10), since=date(2023, 7, 1))
    assert sorted(numbers(crawled, Meeting)) == [str(number) for number in range(162, 180)]
    assert min(one.start_text for one in crawled.of(Meeting)) == "2023-07-10T17:00:00+01:00"
    assert len(asked_pages(asked, "meeting")) < 10
    assert "meetings" not in crawled.read_whole
