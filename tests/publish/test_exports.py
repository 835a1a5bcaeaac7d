"""CSV and JSON of every table and view, complete."""

import csv
import io
import json

import pytest

from publish.exports import BATCH, stream
from publish.serve import site
from tests.publish.conftest import HOSTILE, Get, visitor
from tests.publish.test_metadata import tables
from tests.support.archive_file import ArchiveFile

MANY = BATCH * 2 + 345


@pytest.fixture
def large_archive(empty_archive: ArchiveFile) -> ArchiveFile:
    empty_archive.add("meetings", id="musterstadt-meeting-1", name="Sitzung", start="2017-03-10")
    rows = [
        {
            "id": f"musterstadt-agenda-item-{i:05}",
            "name": f"Punkt {i} {HOSTILE}\n",
            "meeting_id": "musterstadt-meeting-1",
        }
        for i in range(MANY)
    ]
    empty_archive.add_many("agenda_items", rows)
    return empty_archive


@pytest.mark.parametrize("table", ["agenda_items", "agenda_results"])
async def test_exports_have_every_row(large_archive: ArchiveFile, table: str) -> None:
    get = visitor(site(large_archive.path))
    rows = list(csv.DictReader(io.StringIO((await get(f"/export/{table}.csv")).html, newline="")))
    objects = json.loads((await get(f"/export/{table}.json")).html)
    lines = [json.loads(line) for line in (await get(f"/export/{table}.ndjson")).html.split("\n") if line]
    assert len(rows) == len(objects) == len(lines) == MANY
    assert objects == lines
    assert [{name: value or "" for name, value in row.items()} for row in rows] == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in objects
    ]
    name = "agenda_item" if table == "agenda_results" else "name"
    assert {row[name] for row in rows} == {f"Punkt {i} {HOSTILE}\n" for i in range(MANY)}


@pytest.mark.parametrize("table", ["agenda_items", "agenda_results"])
async def test_the_csv_of_a_selection_has_every_row(large_archive: ArchiveFile, table: str) -> None:
    get = visitor(site(large_archive.path))
    name = "agenda_item" if table == "agenda_results" else "name"
    page = await get(f"/archive/{table}?{name}__contains=Punkt")
    address = next(link for link in page.addresses(".downloads a") if "_stream=on" in link)
    answer = await get(address)
    assert answer.response.headers["content-type"].startswith("text/csv")
    assert len(list(csv.DictReader(io.StringIO(answer.html, newline="")))) == MANY


@pytest.mark.parametrize("table", sorted(tables()))
async def test_every_table_and_view_can_be_taken_away(get: Get, table: str) -> None:
    page = await get(f"/archive/{table}")
    links = page.addresses(".downloads a")
    assert {f"/export/{table}.csv", f"/export/{table}.json", f"/export/{table}.ndjson"} <= set(links)
    answer = await get(f"/export/{table}.csv")
    assert answer.response.headers["content-disposition"] == f'attachment; filename="{table}.csv"'
    assert next(csv.reader(io.StringIO(answer.html))) == tables()[table]
    assert isinstance((await get(f"/export/{table}.json")).response.json(), list)


@pytest.mark.parametrize(
    "name",
    [
        "nix.json",
        "papers_fts.json",
        "papers_fts_data.csv",
        "sqlite_master.json",
        "papers.xml",
        "..~2Fpapers.json",
    ],
)
async def test_there_is_no_export_of_anything_else(get: Get, name: str) -> None:
    assert (await get(f"/export/{name}")).status == 404


async def test_an_export_is_of_one_moment(large_archive: ArchiveFile) -> None:
    pieces = stream(large_archive.path, "agenda_items", "ndjson")
    text = await anext(pieces) + await anext(pieces)
    large_archive.add("agenda_items", id="musterstadt-agenda-item-99999", name="später")
    async for piece in pieces:
        text += piece
    assert text.count("\n") == MANY
