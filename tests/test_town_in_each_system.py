"""The same town through OParl and through two layouts of SessionNet: the same archive, as far as the pages show it."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import serving

KEYS = ("oparl", "modern", "classic")
SESSIONNET = ("modern", "classic")
Rows = dict[Any, dict[str, Any]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("systems")
    with serving(make_town(seed=3), port=0) as faces:
        (folder / "sources.yml").write_text(
            "sources:\n"
            f"  oparl: {{name: A, system: oparl, url: '{faces.council}/oparl/v1.1/system', delay: 0}}\n"
            f"  modern: {{name: B, system: sessionnet, url: '{faces.sessionnet}/bi/info.php', delay: 0}}\n"
            f"  classic: {{name: C, system: sessionnet, url: '{faces.sessionnet_classic}/info.asp', delay: 0}}\n"
        )
        for said in ("rows written", "0 rows written; it was up to date"):
            command = (sys.executable, "-m", "scraper.cli", "scrape", "--full")
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
            assert run.returncode == 0, run.stderr
            assert said in run.stdout
    connection = sqlite3.connect(folder / "archive.db")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def rows(archive: sqlite3.Connection, table: str, source: str) -> Rows:
    """The rows of a table by id, ids without their source; deleted ones and meetings to come left out."""

    def without_source(value: Any) -> Any:
        return value.removeprefix(f"{source}-") if isinstance(value, str) else value

    statement = f"SELECT * FROM {table} WHERE source = ? AND deleted_at IS NULL"
    found = archive.execute(statement, (source,)).fetchall()
    return {
        without_source(row["id"]): {name: without_source(value) for name, value in dict(row).items()} for row in found
    }


def by(found: Rows, *names: str) -> Rows:
    return {tuple(row[name] for name in names): row for row in found.values()}


@pytest.mark.parametrize("source", SESSIONNET)
@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("meetings", ("start", "end", "precision", "place", "organization_id", "invitation_id", "results_protocol_id")),
        ("papers", ("reference", "name", "paper_type", "kind", "date", "main_file_id")),
        ("organizations", ("name",)),
        ("persons", ("name",)),
        ("files", ("name",)),
    ],
)
def test_records_say_the_same_in_each_system(
    archive: sqlite3.Connection, source: str, table: str, fields: tuple[str, ...]
) -> None:
    truth, read = rows(archive, table, "oparl"), rows(archive, table, source)
    assert read.keys() <= truth.keys()
    assert len(read) > 10
    for key, row in read.items():
        assert {name: row[name] for name in fields} == {name: truth[key][name] for name in fields}, key


@pytest.mark.parametrize("source", SESSIONNET)
def test_papers_and_documents_are_all_there(archive: sqlite3.Connection, source: str) -> None:
    for table in ("papers", "files"):
        assert rows(archive, table, source).keys() == rows(archive, table, "oparl").keys()


@pytest.mark.parametrize("source", SESSIONNET)
def test_agendas_are_the_same_item_by_item(archive: sqlite3.Connection, source: str) -> None:
    def agenda(of: str) -> Rows:
        found = rows(archive, "agenda_items", of)
        for row in found.values():
            row["number"] = re.sub(r"^[ÖN]\s+", "", row["number"] or "")  # which part it is in stands in `public`
            row["result"] = re.sub(r"[\s()]+", " ", row["result"] or "").strip()  # SessionNet has two rows for one text
        return by(found, "meeting_id", "number", "name")

    truth, read = agenda("oparl"), agenda(source)
    published = {key: row for key, row in truth.items() if key[0] in rows(archive, "meetings", source)}
    headings = {key for key in published if key[1] in ("I.", "II.")}
    assert read.keys() == published.keys() - headings
    for key, row in read.items():
        assert (row["public"], row["result"]) == (truth[key]["public"], truth[key]["result"]), key


@pytest.mark.parametrize("source", SESSIONNET)
def test_papers_take_the_same_way(archive: sqlite3.Connection, source: str) -> None:
    truth, read = (by(rows(archive, "consultations", of), "paper_id", "meeting_id") for of in ("oparl", source))
    common = truth.keys() & read.keys()
    assert len(common) > 0.95 * len(truth)
    for key in common:
        for name in ("role", "position", "organization_id"):
            assert read[key][name] == truth[key][name], (key, name)
    items = rows(archive, "agenda_items", source)
    held = [row["agenda_item_id"] for row in read.values() if row["agenda_item_id"]]
    assert set(held) <= items.keys()


@pytest.mark.parametrize("source", SESSIONNET)
def test_members_are_in_the_same_organs(archive: sqlite3.Connection, source: str) -> None:
    truth, read = (
        by(rows(archive, "memberships", of), "person_id", "organization_id", "role").keys() for of in ("oparl", source)
    )
    assert read <= truth
    assert len(read) > 100


def test_no_contact_of_a_person_is_in_the_archive(archive: sqlite3.Connection) -> None:
    dump = "\n".join(line for line in archive.iterdump() if 'INTO "persons"' in line or 'INTO "memberships"' in line)
    assert "@" not in dump
    assert not re.search(r"\b0\d{3,5}[ /-]\d{3,}", dump)
