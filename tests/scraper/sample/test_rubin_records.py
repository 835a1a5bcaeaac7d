"""What more! rubin's data says of Musterstadt: every item, result, paper and file, as the recorded answers say it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from scraper.sample.faces.council import bare_number
from scraper.sample.faces.rubin.council import MINUTES_PREFIX, short_key, submission_number
from scraper.sample.faces.rubin.documents import file_asked
from scraper.sample.faces.rubin.organs import MEETING_KINDS
from scraper.sample.faces.rubin.site import PAGES, PORTAL, Edition
from tests.support.rubin_site import BASE, EDITIONS, Json, council, in_script, server_of, told, town

RECORDINGS = Path(__file__).resolve().parents[3] / "../shared/corpus/pages/rubin"
SIZES = {"documentSize", "documentPageCount"}
"""What the recordings tell of documents and we don't: each would have to be made first."""


def shapes(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each value's way of keys and what it is: ("meetings.room.id", "str"), Nones left out."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from shapes(below, f"{path}.{key}")
    elif isinstance(value, list):
        for below in value:
            yield from shapes(below, path)
    elif value is not None:
        yield path, type(value).__name__


def recorded(name: str) -> str:
    if not (RECORDINGS / name).exists():
        pytest.skip("the recorded pages are not on this machine")
    return (RECORDINGS / name).read_text()


def without_sizes(found: Any) -> set[tuple[str, str]]:
    return {(path, kind) for path, kind in shapes(found) if path.rpartition(".")[2] not in SIZES}


def test_the_portals_calendar_tells_what_the_recorded_one_tells() -> None:
    ours = server_of(PORTAL).service("id=calendar&action=get&from=2024-01&to=2026-09&view=list")
    assert without_sizes(json.loads(recorded("rockenhausen/calendar-2026-09-10.excerpt.json"))) <= set(shapes(ours))


def test_the_portals_meeting_tells_what_the_recorded_one_tells() -> None:
    theirs = json.loads(recorded("rockenhausen/meeting-2026-VGRATNPL-61.excerpt.json"))
    assert without_sizes(theirs) <= set(shapes(told(PORTAL)))


def test_the_pages_script_is_written_as_on_the_recorded_page() -> None:
    theirs = in_script(recorded("eibenstock/meeting_ni_2026-STR-240.html"))
    assert without_sizes(theirs) <= set(shapes(told(PAGES)))
    assert {kind for _, kind in shapes(told(PAGES))} == {"str"}


@EDITIONS
def test_every_item_and_result_stands_in_its_meeting(edition: Edition) -> None:
    for meeting, answer in zip(council.meetings, told(edition), strict=True):
        ours = [item for item in meeting.agenda if not item.heading]
        assert [
            (row["topnummer"], plain(row["title"]), int(row["status"]), row["abstimmungstext"])
            for row in answer["agenda_items"]
        ] == [(bare_number(item), item.name, 1 if item.public else 2, item.result or "") for item in ours]
        ids = [row["id"] for row in answer["agenda_items"]]
        assert len(set(ids)) == len(ids)
        assert all(one.startswith(f"{answer['nummer']}|") for one in ids)


def plain(text: str) -> str:
    return " ".join(text.split())


@EDITIONS
def test_every_paper_is_told_with_its_way(edition: Edition) -> None:
    found = {
        row["submission"]["id"]: row["submission"]
        for answer in told(edition)
        for row in answer["agenda_items"]
        if row["topart"] == "vl"
    }
    assert found.keys() == {submission_number(one) for one in town.papers}
    for paper in town.papers:
        row = found[submission_number(paper)]
        assert (plain(row["name"]), row["alias"], row["type"]["name"]) == (
            paper.name,
            paper.reference,
            paper.paper_type,
        )
        assert row["erstellungsdatum"][:10] == str(paper.day)
        way = [(one["gremium"], one["beratungsstatus_lang"], one["sitzungsnummer"]) for one in row["consultations"]]
        assert way == [
            (
                short_key(town.organization_of[one.organization_id]),
                one.role,
                council.number_of(town.meeting_of[one.meeting_id]) if one.meeting_id else "",
            )
            for one in paper.consultations
        ]


def test_titles_are_broken_as_offices_break_them() -> None:
    titles = [row["title"] for answer in told(PORTAL) for row in answer["agenda_items"]]
    assert any(re.fullmatch(r"Anfrage der [\w\-/ ]+:\r\n.+", one) for one in titles)


@EDITIONS
def test_every_file_can_be_had(edition: Edition) -> None:
    addresses = {row["documentUrl"] for answer in told(edition) for row in documents(answer)}
    assert all(one.startswith(f"{BASE}/{edition.documents}?document_type_id=") for one in addresses)
    asked = [file_asked(council, dict(parse_qsl(urlsplit(one).query))) for one in addresses]
    assert {one.id for one in asked if one} == {one.id for one in town.files}
    assert len(addresses) == len(town.files)
    address = urlsplit(min(addresses))
    response = server_of(edition).get(f"{address.path}?{address.query}")
    assert (response.status, response.content_type, response.body[:5]) == (200, "application/pdf", b"%PDF-")
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    shown = server_of(edition).get(f"{address.path}?{address.query}&inline=1")
    assert shown.headers["Content-Disposition"].startswith("inline; filename=")


def documents(answer: Json) -> Iterator[Json]:
    yield from answer["documents"]
    for row in answer["agenda_items"]:
        yield from row["documents"]


def test_a_documents_address_outlives_the_minutes() -> None:
    extract = next(one for one in town.files if one.kind == "extract")
    item = council.item_id(town.agenda_item_of[extract.agenda_item_id or 0])
    for number in (item, item.removeprefix(MINUTES_PREFIX)):
        assert file_asked(council, {"document_type_id": "5", "agenda_item_id": number}) == extract


@EDITIONS
def test_who_was_there_is_told_with_role_and_group_and_no_contact(edition: Edition) -> None:
    for meeting, answer in zip(council.meetings, told(edition), strict=True):
        assert [int(one["Personalnummer"]) for one in answer["participants"]] == list(meeting.present_ids)
        for row in answer["participants"]:
            assert row["fullName"] == town.person_of[int(row["id"])].name
            assert row["role"]
    text = json.dumps(told(edition), ensure_ascii=False)
    assert not any((one.email or "@") in text or (one.phone and one.phone in text) for one in town.persons)


def test_organs_have_short_names_of_their_own() -> None:
    keys = [short_key(one) for one in council.organs]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[A-Za-z0-9]{1,10}", one) for one in keys)
    assert {row["id"]: row["name"] for answer in told(PORTAL) for row in answer["committees"]} == {
        short_key(one): one.name for one in council.organs if one.kind in MEETING_KINDS
    }
