"""The whole way: Musterstadt over real HTTP, the command, archive.db."""

import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from pipelines.archive import Archive
from scraper.sample.generate import make_town
from scraper.sample.neighbour import make_neighbour
from scraper.sample.server import Faces, sample_sources, serving
from scraper.sample.town import Town
from scraper.sources import add_source
from tests.support.loopback import Answer, Asked
from tests.support.loopback import serving as serving_site

RATSARCHIV = (sys.executable, "-m", "scraper.cli")


def ratsarchiv(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*RATSARCHIV, *arguments), cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "archive.db")
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def town() -> Town:
    return make_town(seed=7)


@pytest.fixture(scope="module")
def faces(town: Town) -> Iterator[Faces]:
    with serving(town, port=0) as served:
        yield served


@pytest.fixture(scope="module")
def scraped(faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    for source in sample_sources(faces):
        add_source(folder / "sources.yml", source)
    run = ratsarchiv(folder, "scrape")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.mark.parametrize(
    ("table", "of_the_town"),
    [
        ("organizations", "organizations"),
        ("persons", "persons"),
        ("memberships", "memberships"),
        ("meetings", "meetings"),
        ("papers", "papers"),
        ("press_releases", "releases"),
        ("legislative_terms", "terms"),
    ],
)
def test_everything_the_town_has_is_in_the_archive(scraped: Path, town: Town, table: str, of_the_town: str) -> None:
    of_the_town_itself = "deleted_at IS NULL AND source <> 'musterhausen'"
    ((held,),) = rows(scraped, f"SELECT count(*) FROM {table} WHERE {of_the_town_itself}")
    assert held == len(getattr(town, of_the_town))


def test_the_town_next_door_is_read_from_its_pages(scraped: Path, town: Town) -> None:
    neighbour = make_neighbour(town.seed)
    for table in ("papers", "persons", "memberships"):
        ((held,),) = rows(scraped, f"SELECT count(*) FROM {table} WHERE source = 'musterhausen'")
        assert held == len(getattr(neighbour, table))
    ((name,),) = rows(scraped, "SELECT name FROM organizations WHERE id = 'musterhausen-organization-1'")
    assert name == "Rat der Stadt Musterhausen"


def test_the_release_with_two_dates_in_one_is_read_right(scraped: Path, town: Town) -> None:
    day = town.concept_day
    release = next(one for one in town.releases if one.id == day.release_id)
    statement = (
        f"SELECT substr(published, 1, 10), substr(modified, 1, 10) FROM press_releases WHERE title = '{release.title}'"
    )
    assert rows(scraped, statement) == [(release.created.date().isoformat(), release.modified.date().isoformat())]


def test_the_saved_page_of_that_release_is_read_alike(scraped: Path, faces: Faces, town: Town, tmp_path: Path) -> None:
    release = next(one for one in town.releases if one.id == town.concept_day.release_id)
    ((address, text),) = rows(scraped, f"SELECT source_url, text FROM press_releases WHERE title = '{release.title}'")
    with urllib.request.urlopen(str(address)) as page:
        (tmp_path / "konzept.html").write_bytes(page.read())
    (tmp_path / "sources.yml").write_bytes((scraped / "sources.yml").read_bytes())
    run = ratsarchiv(tmp_path, "import", "konzept.html", "--source", "gruene-musterstadt", "--url", str(address))
    assert run.returncode == 0, run.stderr
    said = "SELECT title, substr(published, 1, 10), substr(modified, 1, 10), text FROM press_releases"
    assert rows(tmp_path, said) == [
        (release.title, release.created.date().isoformat(), release.modified.date().isoformat(), text)
    ]


@pytest.mark.parametrize("arguments", [(), ("--full",)], ids=["changes", "full"])
def test_the_second_run_writes_no_row_and_says_so(scraped: Path, arguments: tuple[str, ...]) -> None:
    before = rows(scraped, "SELECT id, content_hash, changed_at FROM agenda_items ORDER BY id")
    changes = rows(scraped, "SELECT count(*) FROM changes")
    run = ratsarchiv(scraped, "scrape", *arguments)
    assert run.returncode == 0, run.stderr
    assert "archive.db: 0 rows written; it was up to date." in run.stdout
    assert rows(scraped, "SELECT id, content_hash, changed_at FROM agenda_items ORDER BY id") == before
    assert rows(scraped, "SELECT count(*) FROM changes") == changes


def test_status_shows_what_is_held(scraped: Path) -> None:
    said = ratsarchiv(scraped, "status").stdout
    assert "Stadt Musterstadt (musterstadt)" in said
    assert "press releases" in said


def town_file(folder: Path, url: str) -> None:
    folder.joinpath("sources.yml").write_text(
        f"sources: {{town: {{name: Town, system: oparl, url: '{url}/system', delay: 0}}}}\n"
    )


def test_a_server_that_is_down_is_named_and_the_archive_stays(scraped: Path, tmp_path: Path) -> None:
    town_file(tmp_path, "http://127.0.0.1:9")
    run = ratsarchiv(tmp_path, "scrape")
    assert run.returncode == 2
    assert "town: failed" in run.stderr
    said = ratsarchiv(tmp_path, "status").stdout
    assert "http://127.0.0.1:9/" in said
    assert "refused" in said


def test_an_answer_that_is_no_json_is_kept(tmp_path: Path) -> None:
    def site(asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            return Answer(status=404)
        return Answer(b"<!DOCTYPE html><title>Wartungsarbeiten</title>", headers={"Content-Type": "text/html"})

    with serving_site(site) as loopback:
        town_file(tmp_path, loopback.url)
        run = ratsarchiv(tmp_path, "scrape")
    assert run.returncode == 2
    ((came, kept_as),) = rows(tmp_path, "SELECT came, kept_as FROM complaints WHERE severity = 'error'")
    assert "Wartungsarbeiten" in str(came)
    assert b"Wartungsarbeiten" in (tmp_path / str(kept_as)).read_bytes()


def test_a_locked_archive_ends_the_run_with_a_message(scraped: Path, faces: Faces, tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_bytes((scraped / "sources.yml").read_bytes())
    Archive.open(tmp_path / "archive.db").close()
    writer = sqlite3.connect(tmp_path / "archive.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    run = ratsarchiv(tmp_path, "scrape", "cdu-musterstadt")
    writer.close()
    assert run.returncode == 2
    assert "cdu-musterstadt: failed" in run.stderr
    assert "Another run is writing to it" in run.stderr
    assert "Traceback" not in run.stderr
    assert "up to date" not in run.stdout


def wait_for_organizations(archive: Path) -> None:
    """Until the run has written some: how long that takes hangs on the machine."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(f"file:{archive}?mode=ro", uri=True)) as reader,
        ):
            if reader.execute("SELECT id FROM organizations LIMIT 1").fetchall():
                return
        time.sleep(0.1)
    raise AssertionError("the run has written no organization for a minute")


def test_after_ctrl_c_the_next_run_goes_on(faces: Faces, town: Town, tmp_path: Path) -> None:
    slow = next(source for source in sample_sources(faces) if source.key == "musterstadt")
    (tmp_path / "sources.yml").write_text(
        f"sources: {{musterstadt: {{name: Town, system: oparl, url: '{slow.url}', delay: 0.7}}}}\n"
    )
    running = subprocess.Popen((*RATSARCHIV, "scrape"), cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    wait_for_organizations(tmp_path / "archive.db")
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "stopped by hand" in said
    ((verdict,),) = rows(tmp_path, "SELECT verdict FROM runs")
    assert verdict == "interrupted"
    assert rows(tmp_path, "SELECT id FROM organizations LIMIT 1")
    again = ratsarchiv(tmp_path, "scrape")
    assert again.returncode == 0, again.stderr
    assert rows(tmp_path, "SELECT count(*) FROM papers WHERE deleted_at IS NULL") == [(len(town.papers),)]
    assert rows(tmp_path, "PRAGMA integrity_check") == [("ok",)]
