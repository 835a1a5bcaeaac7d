"""Dialects of OParl, each read into an archive: everything arrives, and a second run writes no row."""

import gzip
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive, RunCounts
from pipelines.history import Run
from pipelines.normalise import normalise
from pipelines.records import complaint_row
from pipelines.validate import validate
from scraper.sources import Source
from scraper.spiders.oparl import OParlSpider
from tests.support.crawl import crawl
from tests.support.loopback import Answer, Asked, serving
from tests.support.oparl_server import NOT_FOUND, OParlServer, meetings, obj, papers

FIRST_RUN = datetime(2026, 11, 1, 12, tzinfo=UTC)
OWN_NAME = "https://oparl.musterstadt.example"

COUNCIL: dict[str, list[Any]] = {
    "organization": [obj("Organization", number, name=f"Ausschuss {number}") for number in range(12)],
    "meeting": meetings(25),
    "paper": papers(25),
}
ALL_OF_IT = {"organizations": 12, "meetings": 25, "agenda_items": 50, "papers": 25, "files": 25}


@dataclass
class Town:
    path: Path
    runs: int = 0

    def scrape(self, site: OParlServer, changes: bool = False) -> RunCounts:
        """One run over `site` into the archive, a day after the one before."""
        now = FIRST_RUN + timedelta(days=self.runs)
        site.called = site.called or OWN_NAME
        since = now - timedelta(days=30) if changes else None
        with serving(site) as server:
            source = Source(key="town", name="Town", system="oparl", url=f"{server.url}/system")
            crawled = crawl(OParlSpider, source=source, modified_since=since)
        self.runs += 1
        records = []
        for item in crawled.items:
            validate(item)
            records.append(normalise(item, source, now))
        with Archive.open(self.path) as archive:
            run = Run(archive, source, "changes" if changes else "full", lambda: now)
            run.write(records, [complaint_row(one) for one in crawled.complaints])
            run.finish(None, crawled.read_whole)
        return run.written

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()

    def counts(self) -> dict[str, int]:
        return {table: self.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ALL_OF_IT}

    def dump(self) -> str:
        connection = sqlite3.connect(self.path)
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path / "archive.db")


class TenAPage(OParlServer):
    """Makes its list pages itself, ten objects each."""

    first_number = 1

    def list_page(self, name: str, asked: Asked) -> Answer:
        entries, number = self.lists[name], int(asked.query.get("page", self.first_number))
        at = 10 * (number - self.first_number)
        return self.json(self.page(name, entries[at : at + 10], number, -(-len(entries) // 10)))

    def page(self, name: str, data: list[Any], number: int, pages: int) -> dict[str, Any]:
        raise NotImplementedError


class OnlyALinkToTheLast(TenAPage):
    def page(self, name: str, data: list[Any], number: int, pages: int) -> dict[str, Any]:
        return {"data": data, "links": {"last": f"BASE/list/{name}?page={pages}"}}


class CountedFromZero(TenAPage):
    first_number = 0

    def page(self, name: str, data: list[Any], number: int, pages: int) -> dict[str, Any]:
        return {"data": data, "pagination": {"currentPage": number, "totalPages": pages}}


class LinkedFromZero(TenAPage):
    first_number = 0

    def page(self, name: str, data: list[Any], number: int, pages: int) -> dict[str, Any]:
        return {"data": data, "links": {"next": f"?page={number + 1}" if number + 1 < pages else None}}


class CountsTooManyPages(TenAPage):
    def list_page(self, name: str, asked: Asked) -> Answer:
        beyond = int(asked.query.get("page", 1)) > -(-len(self.lists[name]) // 10)
        return NOT_FOUND if beyond else super().list_page(name, asked)

    def page(self, name: str, data: list[Any], number: int, pages: int) -> dict[str, Any]:
        links = {"first": f"BASE/list/{name}", **({"next": f"?page={number + 1}"} if number < pages else {})}
        return {"data": data, "links": links, "pagination": {"totalPages": 99}}


class ByOffset(OParlServer):
    def list_page(self, name: str, asked: Asked) -> Answer:
        at = int(asked.query.get("offset", 0))
        link = f"?offset={at + 10}" if at + 10 < len(self.lists[name]) else None
        return self.json({"data": self.lists[name][at : at + 10], "links": {"next": link}})


class ListsInTheBody(OParlServer):
    def body_object(self) -> dict[str, Any]:
        return {**super().body_object(), **self.lists}


class AddressesInTheBody(OParlServer):
    def body_object(self) -> dict[str, Any]:
        addresses = {name: [one["id"] for one in entries] for name, entries in self.lists.items()}
        return {**super().body_object(), **addresses}


class EverythingModifiedNow(OParlServer):
    """Each answer has another second in `modified`, and in `created` too."""

    answers = 0

    def json(self, value: Any) -> Answer:
        self.answers += 1
        now = f"2026-11-01T12:{self.answers // 60 % 60:02}:{self.answers % 60:02}+01:00"
        return super().json(_stamped(value, now))


def _stamped(value: Any, now: str) -> Any:
    if isinstance(value, list):
        return [_stamped(one, now) for one in value]
    if isinstance(value, dict):
        inner = {name: _stamped(one, now) for name, one in value.items()}
        return {**inner, "created": now, "modified": now} if "id" in value else inner
    return value


class PackedWithAMark(OParlServer):
    def answer(self, asked: Asked) -> Answer:
        answer = super().answer(asked)
        body = answer.body.replace(b"BASE", OWN_NAME.encode())
        return Answer(gzip.compress(b"\xef\xbb\xbf" + body), answer.status, {"Content-Encoding": "gzip"})


DIALECTS = [
    OParlServer,
    OnlyALinkToTheLast,
    CountedFromZero,
    LinkedFromZero,
    CountsTooManyPages,
    ByOffset,
    ListsInTheBody,
    AddressesInTheBody,
    EverythingModifiedNow,
    PackedWithAMark,
]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_everything_arrives_and_later_runs_write_no_row(town: Town, dialect: type[OParlServer]) -> None:
    site = dialect(COUNCIL)
    first = town.scrape(site)
    assert town.counts() == ALL_OF_IT
    assert first.errors == 0
    assert town.rows("SELECT DISTINCT body_id FROM papers") == [("town-body-1",)]
    for changes in (False, True):
        later = town.scrape(site, changes)
        assert (later.inserted, later.updated, later.deleted, later.errors) == (0, 0, 0, 0)
    assert town.rows("SELECT * FROM changes") == []


def test_a_change_is_kept_with_the_time_that_the_server_gives(town: Town) -> None:
    town.scrape(OParlServer(COUNCIL))
    first, *rest = COUNCIL["paper"]
    renamed = {**first, "name": "Neuer Name", "modified": "2026-11-01T13:00:00+01:00"}
    assert town.scrape(OParlServer({**COUNCIL, "paper": [renamed, *rest]}), changes=True).updated == 1
    assert town.rows("SELECT record_id, field, new FROM changes ORDER BY field") == [
        ("town-paper-0", "modified", "2026-11-01T13:00:00+01:00"),
        ("town-paper-0", "name", "Neuer Name"),
    ]


def test_ids_outlive_a_new_host_and_another_order(town: Town) -> None:
    town.scrape(OParlServer(COUNCIL))
    before = town.rows("SELECT id FROM agenda_items ORDER BY id")
    reversed_lists = {name: entries[::-1] for name, entries in COUNCIL.items()}
    moved = town.scrape(OParlServer(reversed_lists, called="http://ris.example.org:8080"))
    assert moved.inserted == 0
    assert town.rows("SELECT id FROM agenda_items ORDER BY id") == before


@pytest.mark.parametrize("deleted", [True, "true"])
def test_a_deletion_is_marked(town: Town, deleted: Any) -> None:
    town.scrape(OParlServer(COUNCIL))
    stub = {"id": "BASE/body/1/paper/3", "deleted": deleted, "modified": "2026-11-01T13:00:00+01:00"}
    entries = [stub if one["id"] == stub["id"] else one for one in COUNCIL["paper"]]
    assert town.scrape(OParlServer({**COUNCIL, "paper": entries})).deleted == 1
    assert town.rows("SELECT id FROM papers WHERE deleted_at IS NOT NULL") == [("town-paper-3",)]


def test_deleted_false_in_words_is_no_deletion_and_hides_no_parts(town: Town) -> None:
    whole = [{**one, "deleted": "false"} for one in meetings(5)]
    site = OParlServer({"meeting": [{**one, "agendaItem": None} for one in whole]})
    site.singles = {one["id"].removeprefix("BASE"): one for one in whole}
    town.scrape(site)
    assert town.rows("SELECT count(*) FROM agenda_items") == [(10,)]
    assert town.rows("SELECT count(*) FROM meetings WHERE deleted_at IS NULL") == [(5,)]


def test_an_error_in_place_of_an_object_is_reported_and_no_record(town: Town) -> None:
    class SaysErrorWith200(OParlServer):
        def single(self, path: str) -> Answer:
            return self.json({"error": "Objekt nicht gefunden", "code": 802})

    site = SaysErrorWith200({"paper": [obj("Paper", 1, mainFile="BASE/body/1/file/77")]})
    assert town.scrape(site).errors == 1
    assert town.rows("SELECT count(*) FROM files") == [(0,)]
    assert town.rows("SELECT came FROM complaints") == [("an object with nothing of one: code, error",)]


def test_organizations_within_organizations_are_records(town: Town) -> None:
    inner = obj("Organization", 3, name="Unterarbeitskreis")
    middle = obj("Organization", 2, name="Arbeitskreis", subOrganization=[inner])
    town.scrape(OParlServer({"organization": [obj("Organization", 1, name="Rat", subOrganization=[middle])]}))
    assert town.rows("SELECT id, sub_organization_of_id FROM organizations ORDER BY id") == [
        ("town-organization-1", None),
        ("town-organization-2", "town-organization-1"),
        ("town-organization-3", "town-organization-2"),
    ]


def test_an_empty_list_page_in_place_of_an_agenda_is_no_agenda_item(town: Town) -> None:
    town.scrape(OParlServer({"meeting": [obj("Meeting", 1, name="Rat", agendaItem={"data": []})]}))
    assert town.rows("SELECT count(*) FROM agenda_items") == [(0,)]
    assert town.rows("SELECT other FROM meetings") == [('{"agendaItem": [{"data": []}]}',)]


def test_bodies_told_apart_by_the_query_only_do_not_mix(town: Town) -> None:
    class TwoBodies(OParlServer):
        def answer(self, asked: Asked) -> Answer:
            if asked.path == "/bodies":
                return self.json([self.numbered(number) for number in (1, 2)])
            if asked.path == "/papers.asp":
                body = asked.query["body"]
                paper = {"id": f"BASE/papers.asp?body={body}&id=7", "type": "Paper", "name": f"Vorlage in {body}"}
                return self.json([paper])
            return super().answer(asked)

        def numbered(self, number: int) -> dict[str, Any]:
            address = f"BASE/bodies.asp?id={number}"
            return {"id": address, "type": "Body", "paper": f"BASE/papers.asp?body={number}"}

    town.scrape(TwoBodies({}))
    assert town.rows("SELECT id, name FROM papers ORDER BY id") == [
        ("town-paper-7", "Vorlage in 1"),
        ("town-paper-b2-7", "Vorlage in 2"),
    ]


def test_no_contact_data_of_a_person_anywhere_in_the_archive(town: Town) -> None:
    secrets = ["geheim@example.org", "0241 / 12 34 56", "Tel.: 998877", "Heimweg 1, 52349 Düren", "Zuhause 5"]
    mail, telephone, extension, home, street = secrets
    person = obj(
        "Person",
        1,
        name="Erika Muster",
        life=f"Lehrerin ({mail})",
        email=[mail],
        phone=telephone,
        location={"id": "BASE/body/1/location/1", "type": "Location", "streetAddress": street},
        **{"VENDOR:sprechzeit": extension, "VENDOR:merkmal": {"zeile": home}, "VENDOR:telPrivat": telephone},
        membership=[obj("Membership", 1, role="Mitglied", **{"VENDOR:erreichbar": telephone})],
    )
    unnamed = {"familyName": "Muster", "zeile": home, "erreichbar": telephone}
    town.scrape(
        OParlServer(
            {
                "person": [person],
                "meeting": [obj("Meeting", 1, participant=[person], **{"VENDOR:leitung": unnamed})],
                "paper": [obj("Paper", 1, originatorPerson=[person])],
            }
        )
    )
    dump = town.dump()
    assert "Erika Muster" in dump
    assert "Lehrerin" in dump
    assert [secret for secret in secrets if secret in dump] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"data": {"email": "geheim@example.org"]', 200),
        (b'{"persons": [{"email": "geheim@example.org"}]}', 200),
        (b'{"error": "ask geheim@example.org"}', 403),
    ],
)
def test_complaints_quote_no_contact_data(town: Town, body: bytes, status: int) -> None:
    class Odd(OParlServer):
        def list_page(self, name: str, asked: Asked) -> Answer:
            return Answer(body, status=status)

    assert town.scrape(Odd({"person": []})).errors == 1
    assert "geheim@example.org" not in town.dump()
