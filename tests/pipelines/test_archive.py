"""Opening, updating and refusing archives; what SQLite's errors become."""

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils import Database

from pipelines.archive import SEARCHED, Archive, ArchiveError
from pipelines.history import Run
from pipelines.migrations import MIGRATIONS, statements
from pipelines.normalise import normalise
from pipelines.records import LINK_TABLES, NOT_COLUMNS, OF_THE_ARCHIVE, column
from scraper.items import ITEM_TYPES, LINK_FIELDS, Item, PressRelease
from scraper.sources import Source
from tests.pipelines.conftest import Clock


def columns(archive: Archive, table: str) -> set[str]:
    return {row["name"] for row in archive.connection.execute(f"PRAGMA table_info({table})")}


@pytest.mark.parametrize("item_type", ITEM_TYPES)
def test_every_field_of_an_item_has_its_column_and_no_column_is_left_over(
    archive: Archive, item_type: type[Item]
) -> None:
    of_the_item = {column(f) for f in fields(item_type)} - NOT_COLUMNS - set(LINK_FIELDS[item_type])
    of_the_archive = set(OF_THE_ARCHIVE) if item_type.table in SEARCHED else OF_THE_ARCHIVE - {"docid"}
    observed = {"observed_at"} if item_type.table == "memberships" else set()
    assert columns(archive, item_type.table) == of_the_item | of_the_archive | observed | {"source"}


def test_every_field_of_a_link_has_its_column(archive: Archive) -> None:
    for links in LINK_TABLES.values():
        for link in links.values():
            assert columns(archive, link.table) >= {link.owner, *link.columns, "position"}


@pytest.mark.parametrize("steps", range(len(MIGRATIONS.pending(Database(memory=True)))))
def test_an_older_archive_is_brought_up_to_date_in_place(tmp_path: Path, steps: int) -> None:
    names = [migration.name for migration in MIGRATIONS.pending(Database(memory=True))]
    path = tmp_path / "archive.db"
    older = Database(path)
    MIGRATIONS.apply(older, stop_before=names[steps])
    if steps:
        older.table("sources").insert({"key": "town", "name": "Town", "system": "oparl", "url": "http://127.0.0.1/"})
    older.close()
    with Archive.open(path) as archive:
        assert [migration.name for migration in MIGRATIONS.applied(Database(archive.connection))] == names
        assert archive.connection.execute("SELECT count(*) FROM sources").fetchone()[0] == bool(steps)


def test_an_archive_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    Archive.open(path).close()
    newer = Database(path)
    newer.table("_sqlite_migrations").insert({"migration_set": "ratsarchiv", "name": "9999_flying", "applied_at": ""})
    newer.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"newer Ratsarchiv.*9999_flying.*Update"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_another_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    other = Database(path)
    other.table("photos").insert({"id": 1})
    other.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="no archive of Ratsarchiv"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.write_text("Sehr geehrte Damen und Herren, " * 100)
    with pytest.raises(ArchiveError, match="damaged or something else"):
        Archive.open(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="Check that the folder exists"):
        Archive.open(tmp_path / "nowhere" / "archive.db")


def test_a_locked_archive_says_who_may_hold_it(
    tmp_path: Path, town: Source, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.archive.WAIT_FOR_LOCK_SECONDS", 0.05)
    path = tmp_path / "archive.db"
    Archive.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive.open(path) as archive, pytest.raises(ArchiveError, match="Another run is writing"):
        Run(archive, town, "full", clock)
    other.close()


def test_a_full_disk_leaves_nothing_half_written(archive: Archive, town: Source, clock: Clock) -> None:
    run = Run(archive, town, "full", clock)
    pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
    archive.connection.execute(f"PRAGMA max_page_count = {pages}")  # the next page is one too many
    releases = [PressRelease(vendor_id=str(number), text="Wort " * 2000) for number in range(20)]
    with pytest.raises(ArchiveError, match="disk is full"):
        run.write([normalise(release, town, clock()) for release in releases])
    archive.connection.execute("PRAGMA max_page_count = 1000000")
    assert archive.connection.execute("SELECT count(*) FROM press_releases").fetchone()[0] == 0
    assert archive.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_the_search_index_follows_inserts_and_updates(archive: Archive, town: Source, clock: Clock) -> None:
    def found(word: str) -> int:
        statement = "SELECT count(*) FROM press_releases_fts WHERE press_releases_fts MATCH ?"
        count: int = archive.connection.execute(statement, (word,)).fetchone()[0]
        return count

    for title in ("Radweg", "Brücke"):
        run = Run(archive, town, "full", clock)
        run.write([normalise(PressRelease(vendor_id="1", title=title), town, clock())])
    assert (found("radweg"), found("brucke")) == (0, 1)


def test_a_trigger_is_one_statement() -> None:
    script = "-- why\nCREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n"
    assert len(list(statements(script))) == 2
