"""Musterstadt speaks OParl 1.1 as the specification has it."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from scraper.sample.faces.oparl import ROOT, OparlFace
from scraper.sample.faces.web import Request
from scraper.sample.generate import make_town

BASE = "http://127.0.0.1:8017"
SCHEMAS = Path(__file__).resolve().parents[3] / "../shared/schemas/oparl-1.1"
LISTS = (
    "organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership", "locationList",
    "legislativeTermList",
)  # fmt: skip
Json = dict[str, Any]

town = make_town()
face = OparlFace(town, BASE)


def ask(url: str, status: int = 200) -> Json:
    response = face(Request.of(BASE, url.removeprefix(BASE)))
    assert response.status == status, url
    content: Json = json.loads(response.body)
    return content


def pages(url: str) -> Iterator[Json]:
    following: str | None = url
    while following:
        page = ask(following)
        yield page
        following = page["links"].get("next")


def whole_list(url: str) -> list[Json]:
    return [one for page in pages(url) for one in page["data"]]


@pytest.fixture(scope="module")
def body() -> Json:
    system = ask(f"{ROOT}/system")
    (only,) = whole_list(system["body"])
    assert ask(only["id"]) == only
    return only


@pytest.fixture(scope="module")
def lists(body: Json) -> dict[str, list[Json]]:
    return {name: whole_list(body[name] + "?limit=100") for name in LISTS}


class TestLists:
    def test_they_hold_the_whole_town(self, lists: dict[str, list[Json]]) -> None:
        expected = {
            "organization": town.organizations, "person": town.persons, "meeting": town.meetings, "paper": town.papers,
            "agendaItem": town.agenda_items, "consultation": town.consultations, "file": town.files,
            "membership": town.memberships, "locationList": town.locations, "legislativeTermList": town.terms,
        }  # fmt: skip
        assert {name: len(found) for name, found in lists.items()} == {
            name: len(records) for name, records in expected.items()
        }

    def test_every_object_is_at_its_own_address(self, lists: dict[str, list[Json]]) -> None:
        for found in lists.values():
            for one in found[::7]:
                assert ask(one["id"]) == one

    def test_embedded_objects_are_the_same_as_by_themselves(self, lists: dict[str, list[Json]]) -> None:
        by_id = {one["id"]: one for found in lists.values() for one in found}
        for found in lists.values():
            for parent in found:
                for inner in embedded(parent):
                    assert inner == by_id[inner["id"]]

    def test_every_address_in_them_leads_to_an_object(self, body: Json, lists: dict[str, list[Json]]) -> None:
        known = {one["id"] for found in lists.values() for one in found} | {body["id"], body["system"]}
        for found in lists.values():
            for one in found:
                for url in addresses(one):
                    assert url in known or re.search(r"/(meetings|consultations)$|/file/\d+/.*\.pdf", url), url

    def test_pages_count_and_link_each_other(self, body: Json) -> None:
        first, *_, last = pages(f"{body['paper']}?limit=30")
        assert first["pagination"] == {
            "totalElements": len(town.papers), "elementsPerPage": 30, "currentPage": 1,
            "totalPages": -(-len(town.papers) // 30),
        }  # fmt: skip
        assert "prev" not in first["links"]
        assert "next" not in last["links"]
        assert ask(first["links"]["last"])["data"] == last["data"]
        assert ask(ask(first["links"]["next"])["links"]["prev"]) == first
        assert ask(last["links"]["first"]) == first

    def test_no_page_is_larger_than_a_hundred(self, body: Json) -> None:
        assert len(ask(f"{body['agendaItem']}?limit=1000")["data"]) == 100

    def test_lists_of_an_organ(self, lists: dict[str, list[Json]]) -> None:
        council = next(one for one in lists["organization"] if one["classification"] == "Rat")
        meetings = whole_list(council["meeting"])
        assert len(meetings) == sum(one.organization_id == town.council.id for one in town.meetings)
        assert all(council["id"] in one["organization"] for one in meetings)
        assert whole_list(council["consultation"])


class TestFilters:
    @pytest.mark.parametrize("name", ["created_since", "created_until", "modified_since", "modified_until"])
    def test_a_filter_holds_on_every_page(self, body: Json, name: str) -> None:
        moment = "2025-06-01T00:00:00+02:00"
        attribute, side = name.split("_")
        for page in pages(f"{body['paper']}?limit=20&{name}={quote(moment)}"):
            for one in page["data"]:
                stamp = datetime.fromisoformat(one[attribute])
                limit = datetime.fromisoformat(moment)
                assert stamp >= limit if side == "since" else stamp <= limit
            assert all(name in link for link in page["links"].values())

    def test_since_and_until_together_leave_nothing_out(self, body: Json) -> None:
        later = whole_list(f"{body['meeting']}?modified_since=2025-06-01T00:00:00Z")
        earlier = whole_list(f"{body['meeting']}?modified_until=2025-05-31T23:59:59Z")
        assert len([one for one in later if "deleted" not in one]) + len(earlier) == len(town.meetings)

    def test_an_empty_window_is_an_empty_list(self, body: Json) -> None:
        assert ask(f"{body['paper']}?modified_since=2026-07-01T00:00:00Z")["data"] == []

    def test_a_filter_that_is_no_time_is_refused(self, body: Json) -> None:
        ask(f"{body['paper']}?modified_since=gestern", status=400)

    def test_internal_lists_can_be_left_out(self, body: Json) -> None:
        meetings = whole_list(f"{body['meeting']}?omit_internal=true")
        assert not any("agendaItem" in one for one in meetings)


class TestDeleted:
    def test_stubs_are_in_lists_with_modified_since_only(self, body: Json, lists: dict[str, list[Json]]) -> None:
        assert not any("deleted" in one for found in lists.values() for one in found)
        changed = whole_list(f"{body['paper']}?modified_since=2026-01-01T00:00:00Z")
        assert sum(one.get("deleted", False) for one in changed) == 2

    def test_a_stub_stays_at_its_address(self) -> None:
        for stub in town.deleted:
            found = ask(f"{ROOT}/{stub.kind}/{stub.id}")
            assert set(found) == {"id", "type", "created", "modified", "deleted"}


class TestAddresses:
    @pytest.mark.parametrize(
        "path",
        ["/oparl/v1.1/paper/999999", "/oparl/v1.1/paper/abc", "/oparl/v1.1/nothing", "/elsewhere",
         "/oparl/v1.1/body/2", "/oparl/v1.1/file/1/other.pdf"],
    )  # fmt: skip
    def test_nothing_there(self, path: str) -> None:
        assert path in ask(path, status=404)["error"]

    def test_every_file_is_a_pdf_of_its_name(self, lists: dict[str, list[Json]]) -> None:
        for one in lists["file"][::40]:
            response = face(Request.of(BASE, one["accessUrl"].removeprefix(BASE)))
            assert response.content_type == one["mimeType"] == "application/pdf"
            assert response.body.startswith(b"%PDF-")


class TestSchema:
    @pytest.fixture(autouse=True)
    def _schemas(self) -> None:
        if not SCHEMAS.is_dir():
            pytest.skip("the schemas of OParl 1.1 are not beside this checkout")

    def test_system_and_body(self, body: Json) -> None:
        check(ask(f"{ROOT}/system"), "System")
        check(body, "Body")

    def test_every_object_of_every_list(self, lists: dict[str, list[Json]]) -> None:
        for found in lists.values():
            for one in found:
                check(one, one["type"].rpartition("/")[2])


def embedded(value: Any) -> Iterator[Json]:
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict) and "id" in inner:
            yield inner
        yield from embedded(inner)


def addresses(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith(BASE):
        yield value.partition("?")[0]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses(inner)


SCHEMA_FILES: dict[str, Json] = {}
TYPES: dict[str, Any] = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
FORMATS: dict[str, Any] = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}


def check(found: Json, name: str) -> None:
    """What the schema files can say: required fields, no unknown ones, types, formats, constants, inner objects."""
    if name not in SCHEMA_FILES:
        SCHEMA_FILES[name] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    schema = SCHEMA_FILES[name]
    assert set(schema["required"]) <= set(found), (name, found)
    assert set(found) <= set(schema["properties"]), (name, found)
    for key, value in found.items():
        check_value(value, schema["properties"][key], f"{name}.{key}")


def check_value(value: Any, rule: Json, where: str) -> None:
    if "$ref" in rule and "type" not in rule:
        check(value, rule["$ref"].removesuffix(".json"))
        return
    assert isinstance(value, TYPES[rule["type"]]), where
    assert value not in ("", []), where
    if "const" in rule:
        assert value == rule["const"], where
    if rule.get("format") == "url":
        assert re.match(r"https?://\S+$", value), where
    elif "format" in rule:
        FORMATS[rule["format"]](value)
        assert rule["format"] == "date" or datetime.fromisoformat(value).tzinfo, where
    if rule["type"] == "array":
        for one in value:
            check_value(one, rule["items"], where)
