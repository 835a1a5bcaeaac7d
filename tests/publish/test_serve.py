"""Starting the site, and what a person is told who can't."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from datasette.app import Datasette

from pipelines.archive import Archive
from publish.serve import METADATA, ServeError, run, site
from tests.publish.conftest import visitor
from tests.support.archive_file import ArchiveFile


def make_text(path: Path) -> None:
    path.write_text("kein Archiv", encoding="utf-8")


def make_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (id)")


def make_old_archive(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE sources (key)")
        connection.execute("CREATE TABLE runs (id)")


def make_directory(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "make archive"),
        (make_directory, "make archive"),
        (make_text, "another kind of file"),
        (make_database, "no archive of this project"),
        (make_old_archive, "older Ratsarchiv"),
    ],
)
def test_what_is_no_archive_is_refused_with_advice(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "archive.db"
    assert callable(make)
    make(path)
    with pytest.raises(ServeError, match=words) as refusal:
        site(path)
    assert str(path) in str(refusal.value)


@pytest.mark.parametrize("text", [None, "a: [", "title: anderes", "[]"])
def test_bad_metadata_is_refused(empty_archive: ArchiveFile, tmp_path: Path, text: str | None) -> None:
    metadata = tmp_path / "metadata.yml"
    if text is not None:
        metadata.write_text(text, encoding="utf-8")
    with pytest.raises(ServeError, match=r"metadata\.yml"):
        site(empty_archive.path, metadata)


def test_a_port_in_use_is_refused_with_advice(empty_archive: ArchiveFile) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match="--port"):
            run(empty_archive.path, port=port)


async def test_the_address_does_not_depend_on_the_file_name(tmp_path: Path) -> None:
    other = ArchiveFile(tmp_path / "mein archiv.db")
    page = await visitor(site(other.path))("/archive/papers")
    assert page.status == 200


async def test_the_site_sees_what_a_run_writes(empty_archive: ArchiveFile) -> None:
    get = visitor(site(empty_archive.path))
    assert (await get("/archive/papers.json?_shape=array")).response.json() == []
    empty_archive.add("papers", id="musterstadt-paper-1", name="Neu")
    assert len((await get("/archive/papers.json?_shape=array")).response.json()) == 1
    assert "Neu" in (await get("/suche?q=neu")).text


async def test_the_books_of_the_migrations_are_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    Archive.open(path).close()
    get = visitor(site(path))
    assert "_sqlite_migrations" not in (await get("/archive")).html
    assert (await get("/export/_sqlite_migrations.csv")).status == 404


async def test_plain_datasette_looks_the_same(empty_archive: ArchiveFile) -> None:
    """`datasette archive.db -m metadata.yml` finds the plugin by its entry point."""
    metadata = yaml.safe_load(METADATA.read_text(encoding="utf-8"))
    page = await visitor(Datasette([str(empty_archive.path)], metadata=metadata))("/archive/papers")
    assert page.texts("h1") == ["Vorlagen"]


async def test_other_databases_are_left_alone(tmp_path: Path) -> None:
    make_database(tmp_path / "other.db")
    get = visitor(Datasette([str(tmp_path / "other.db")]))
    for address in ("/", "/other", "/other/other", "/other?sql=select+1"):
        assert (await get(address)).status == 200, address
    assert (await get("/suche?q=a")).status == 404
    assert (await get("/export/other.csv")).status == 404


async def test_a_persons_own_templates_come_first(empty_archive: ArchiveFile, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "suche.html").write_text("<main>eigene Suche</main>", encoding="utf-8")
    datasette = Datasette([str(empty_archive.path)], template_dir=str(tmp_path / "templates"))
    assert (await visitor(datasette)("/suche")).text == "eigene Suche"
