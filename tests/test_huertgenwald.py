"""A whole council of 17,000 records, as recorded, from its server to archive.db with the command."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.huertgenwald import RECORDING, ROOT, needs_recording, recorded
from tests.support.loopback import serving

pytestmark = needs_recording


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("wald")
    with serving(recorded) as server:
        (folder / "sources.yml").write_text(
            f"sources: {{wald: {{name: Hürtgenwald, system: oparl, url: '{server.url}{ROOT}/system', delay: 0}}}}\n"
        )
        assert scrape(folder) == "archive.db: 17,374 rows written.\n"
        yield folder


def scrape(folder: Path, *arguments: str) -> str:
    command = (sys.executable, "-m", "scraper.cli", "scrape", *arguments)
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "archive.db")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("table", "rows", "deleted"),
    [
        ("systems", 1, 0),
        ("bodies", 1, 0),
        ("organizations", 22, 0),
        ("persons", 49, 0),
        ("memberships", 533, 0),
        ("meetings", 367, 21),
        ("agenda_items", 5106, 0),
        ("papers", 2115, 18),
        ("consultations", 2228, 0),
        ("files", 6947, 0),
        ("locations", 5, 0),
        ("complaints", 0, None),
    ],
)
def test_there_are_as_many_rows_as_recorded_objects(
    archive: sqlite3.Connection, table: str, rows: int, deleted: int | None
) -> None:
    assert archive.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == rows
    if deleted is not None:
        marked = archive.execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NOT NULL").fetchone()[0]
        assert marked == deleted


def objects(value: Any, type_name: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if str(value.get("type", "")).endswith(f"/{type_name}"):
            yield value
        for part in value.values():
            yield from objects(part, type_name)
    elif isinstance(value, list):
        for part in value:
            yield from objects(part, type_name)


PLAIN = {
    "Paper": ("papers", {"name": "name", "reference": "reference", "paperType": "paper_type", "date": "date"}),
    "AgendaItem": ("agenda_items", {"name": "name", "number": "number", "result": "result"}),
    "Meeting": ("meetings", {"name": "name"}),
    "File": ("files", {"name": "name", "accessUrl": "access_url", "downloadUrl": "download_url", "date": "date"}),
    "Membership": ("memberships", {"role": "role", "startDate": "start_date", "endDate": "end_date"}),
    "Organization": ("organizations", {"name": "name", "shortName": "short_name", "endDate": "end_date"}),
    "Person": ("persons", {"name": "name", "familyName": "family_name", "gender": "gender", "web": "source_url"}),
}


@pytest.mark.parametrize("type_name", PLAIN)
def test_what_an_object_says_stands_in_its_row(archive: sqlite3.Connection, type_name: str) -> None:
    table, columns = PLAIN[type_name]
    rows = {row["vendor_id"]: row for row in archive.execute(f"SELECT * FROM {table}")}
    pages = [json.loads(path.read_bytes()) for path in sorted(RECORDING.glob("body/1/*.json"))]
    said = [one for page in pages for one in objects(page, type_name)]
    assert said
    for one in said:
        row = rows[one["id"]]
        for property_, column in columns.items():
            words = " ".join(str(one.get(property_) or "").replace("\u00ad", "").split())
            assert " ".join(str(row[column] or "").split()) == words, (one["id"], property_)


def test_every_reference_between_meetings_agendas_and_papers_leads_somewhere(archive: sqlite3.Connection) -> None:
    for table, column, target in (
        ("agenda_items", "meeting_id", "meetings"),
        ("agenda_items", "consultation_id", "consultations"),
        ("consultations", "paper_id", "papers"),
        ("meetings", "organization_id", "organizations"),
        ("memberships", "organization_id", "organizations"),
        ("file_links", "file_id", "files"),
    ):
        statement = f"SELECT count(*) FROM {table} WHERE {column} NOT IN (SELECT id FROM {target})"
        assert archive.execute(statement).fetchone()[0] == 0, (table, column)


def test_the_first_meeting_reads_as_the_page_says(archive: sqlite3.Connection) -> None:
    row = archive.execute("SELECT * FROM meetings WHERE id = 'wald-meeting-898'").fetchone()
    assert (row["start"], row["end"]) == ("2016-04-07T18:00:00+02:00", "2016-04-07T20:15:00+02:00")
    assert row["place"].startswith("Rathaus Gemeinde Hürtgenwald")
    assert row["organization_id"] == "wald-organization-1-8"


@pytest.mark.parametrize("arguments", [(), ("--full",)], ids=["changes", "full"])
def test_a_second_run_writes_no_row(folder: Path, arguments: tuple[str, ...]) -> None:
    assert scrape(folder, *arguments) == "archive.db: 0 rows written; it was up to date.\n"
