"""Documents fetched over loopback: what reaches the archive, what is kept, and what is asked for again."""

import multiprocessing
import sqlite3
from dataclasses import replace
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.derive.documents import read_document
from pipelines.derived_tables import DerivedTables
from pipelines.history import Run, iso
from pipelines.normalise import normalise
from scraper.documents import WantedFile
from scraper.items import File, FileLink, Meeting
from scraper.scraping import Job, Outcome, Watcher, scrape
from scraper.sources import Source
from tests.pipelines.conftest import Clock
from tests.pipelines.derive.documents import made
from tests.support.loopback import Answer, Asked, Loopback, serving

TEXT = b"Niederschrift\nTOP 1 Zaun\nEinstimmig beschlossen.\n"
PAGE = b"<!DOCTYPE html><html><title>Anmeldung</title><body><form><input type=password></form></body></html>"


def site(asked: Asked) -> Answer:
    answers = {"/one.txt": TEXT, "/same.txt": TEXT, "/login.pdf": PAGE, "/broken.pdf": b"%PDF-1.7\n1 0 obj <<"}
    return Answer(answers[asked.path]) if asked.path in answers else Answer(status=404)


def run_jobs(sender: Any, jobs: list[Job], archive: Path) -> None:
    from scraper.commands.scrape import settings_for

    settings = settings_for(verbose=False, ARCHIVE=str(archive), RETRY_TIMES="0")
    sender.send(scrape(jobs, settings, Watcher()))


def outcomes_of(jobs: list[Job], archive: Path) -> list[Outcome]:
    """In a process of its own: the reactor starts only once."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=run_jobs, args=(sender, jobs, archive))
    process.start()
    assert receiver.poll(60)
    outcomes: list[Outcome] = receiver.recv()
    process.join(20)
    return outcomes


def fetch(source: Source, archive: Path, wanted: list[WantedFile]) -> Outcome:
    (outcome,) = outcomes_of([Job(source, wanted=lambda: wanted)], archive)
    return outcome


def file(loopback: Loopback, path: str) -> File:
    return File(vendor_id=path.strip("/"), name=path.strip("/"), download_url=loopback.url + path)


@pytest.fixture
def fetched(archive: Archive, clock: Clock) -> Any:
    with serving(site) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", delay=0, keep_files=True)
        paths = ("/one.txt", "/same.txt", "/login.pdf", "/broken.pdf", "/gone.pdf")
        meeting = Meeting(vendor_id="1", files=[FileLink(file="one.txt", role="resultsProtocol")])
        run = Run(archive, source, "full", clock)
        run.write([normalise(item, source, clock()) for item in [meeting, *(file(loopback, path) for path in paths)]])
        run.finish(None, set())
        wanted = DerivedTables(archive).wanted_files("town", only_minutes=False)
        outcome = fetch(source, archive.path, wanted)
        yield source, wanted, outcome, loopback


def rows(archive: Archive, statement: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(archive.path) as connection:
        return connection.execute(statement).fetchall()


def test_each_content_is_read_once_and_what_is_lost_is_told(archive: Archive, fetched: Any) -> None:
    _, wanted, outcome, _ = fetched
    assert len(wanted) == 5
    assert outcome.verdict == "good"
    assert (outcome.counts["items"], outcome.counts["inserted"]) == (3, 2)
    told = dict(rows(archive, "SELECT file_id, coalesce(problem, 'fetched') FROM downloads"))
    assert sorted(told.values())[0].startswith("HTTP status 404") or "HTTP status 404" in told.values()
    assert [problem for problem in told.values() if "HTML page in place" in problem]
    assert list(told.values()).count("fetched") == 3
    status = dict(rows(archive, "SELECT mime_type, text_status FROM documents"))
    assert status == {"text/plain": "read", "application/pdf": "broken"}
    assert rows(archive, "SELECT number, text FROM pages WHERE text <> ''") == [(1, TEXT.decode().strip())]
    expected = {"404", "login", "broken"}
    complaints = " ".join(row[0] for row in rows(archive, "SELECT address || came FROM complaints"))
    assert all(word in complaints for word in expected)


def test_the_files_stay_where_the_source_wants_it(archive: Archive, fetched: Any) -> None:
    kept = [row[0] for row in rows(archive, "SELECT kept_as FROM documents WHERE mime_type = 'text/plain'")]
    assert [archive.path.parent.joinpath(one).read_bytes() for one in kept] == [TEXT]


def test_only_what_did_not_come_is_wanted_again_and_not_for_ever(archive: Archive, fetched: Any) -> None:
    source, _, _, loopback = fetched
    for attempt in (2, 3):
        again = DerivedTables(archive).wanted_files("town", only_minutes=False)
        assert {one.address.removeprefix(loopback.url) for one in again} == {"/login.pdf", "/gone.pdf"}, attempt
        fetch(source, archive.path, again)
    assert DerivedTables(archive).wanted_files("town", only_minutes=False) == []


def test_minutes_alone_if_that_is_all_that_is_wanted(archive: Archive, clock: Clock, town: Source) -> None:
    run = Run(archive, town, "full", clock)
    link = FileLink(file="m", role="resultsProtocol")
    items = [Meeting(vendor_id="1", files=[link]), File(vendor_id="m", download_url="http://x/m.pdf"),
             File(vendor_id="a", download_url="http://x/a.pdf")]  # fmt: skip
    run.write([normalise(item, town, clock()) for item in items])
    tables = DerivedTables(archive)
    assert [one.address for one in tables.wanted_files("town", only_minutes=True)] == ["http://x/m.pdf"]
    assert len(tables.wanted_files("town", only_minutes=False)) == 2


def test_a_run_of_documents_is_no_scrape(archive: Archive, fetched: Any) -> None:
    assert rows(archive, "SELECT mode FROM runs ORDER BY id") == [("full",), ("files",)]
    started = rows(archive, "SELECT started FROM runs WHERE mode = 'full'")[0][0]
    assert archive.last_good_start("town") == started


def test_a_run_in_which_most_did_not_come_is_not_good(archive: Archive) -> None:
    with serving(lambda _: Answer(status=404)) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", delay=0)
        addresses = [f"{loopback.url}/{number}.pdf" for number in range(5)]
        wanted = [WantedFile(file_id=one, name="", mime_type=None, address=one, form=None) for one in addresses]
        outcome = fetch(source, archive.path, wanted)
    assert (outcome.verdict, outcome.reason) == ("suspicious", "5 of 5 documents did not come (see complaints)")


def test_a_file_that_can_not_be_kept_is_told_of_and_asked_for_again(archive: Archive) -> None:
    archive.path.with_name("documents").write_text("a file where the folder should be")
    with serving(site) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", delay=0, keep_files=True)
        wanted = WantedFile(file_id="f", name="", mime_type=None, address=f"{loopback.url}/one.txt", form=None)
        outcome = fetch(source, archive.path, [wanted])
    assert outcome.verdict == "failed"
    ((came,),) = rows(archive, "SELECT came FROM complaints")
    assert came.startswith(("FileExistsError", "NotADirectoryError"))
    assert rows(archive, "SELECT * FROM downloads") == []


def test_no_documents_are_asked_for_where_the_source_itself_failed(archive: Archive) -> None:
    with serving(lambda _: Answer(status=500)) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/system", delay=0)
        wanted = WantedFile(file_id="f", name="f", mime_type=None, address=f"{loopback.url}/f.pdf", form=None)
        outcomes = outcomes_of([Job(source), Job(source, wanted=lambda: [wanted])], archive.path)
        assert "/f.pdf" not in {asked.path for asked in loopback.asked}
    assert [one.verdict for one in outcomes] == ["failed"]


def test_pictures_are_wanted_again_once_they_can_be_recognised(archive: Archive, clock: Clock, town: Source) -> None:
    run = Run(archive, town, "full", clock)
    run.write([normalise(File(vendor_id="p", download_url="http://x/p.png"), town, clock())])
    tables = DerivedTables(archive)
    picture = read_document(made.drawn(made.pdf([made.MINUTES])).getvalue(), name="p.png")
    assert picture.status == "needs_ocr"
    with archive.transaction():
        tables.put_document(picture, None, "2027-01-01T00:00:00+00:00")
        tables.put_download("town-file-p", "town", "http://x/p.png", iso(clock()), sha256=picture.sha256, problem=None)
    assert tables.has_document(picture.sha256)
    assert not tables.has_document(picture.sha256, with_ocr=True)
    assert tables.wanted_files("town", only_minutes=False) == []
    assert [one.file_id for one in tables.wanted_files("town", only_minutes=False, with_ocr=True)] == ["town-file-p"]


def test_a_file_that_is_not_what_the_source_says_is_read_and_told(archive: Archive, clock: Clock) -> None:
    with serving(lambda asked: Answer(TEXT[:-10] if asked.path == "/cut.txt" else TEXT)) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", delay=0)
        stated = {"size": len(TEXT), "sha1_checksum": sha1(TEXT, usedforsecurity=False).hexdigest()}
        items = [replace(file(loopback, path), **stated) for path in ("/cut.txt", "/whole.txt")]  # type: ignore[arg-type]
        run = Run(archive, source, "full", clock)
        run.write([normalise(item, source, clock()) for item in items])
        run.finish(None, set())
        outcome = fetch(source, archive.path, DerivedTables(archive).wanted_files("town", only_minutes=False))
    assert (outcome.counts["inserted"], outcome.counts["warnings"]) == (2, 1)
    ((address, expected, came),) = rows(archive, "SELECT address, expected, came FROM complaints")
    assert address.endswith("/cut.txt")
    assert (expected[:24], came[:8]) == ("a file of 49 bytes whose", "39 bytes")
    told = dict(rows(archive, "SELECT address, problem FROM downloads WHERE document_id IS NOT NULL"))
    assert [bool(problem) for _, problem in sorted(told.items())] == [True, False]


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (Answer(TEXT, claimed_length=len(TEXT) + 5), "half an answer"),
        (Answer(TEXT[:9], status=206, headers={"Content-Range": "bytes 0-8/51"}), "HTTP status 206, a part of it"),
    ],
)
def test_half_a_file_is_none(archive: Archive, answer: Answer, came: str) -> None:
    with serving(lambda asked: answer if asked.path == "/f.txt" else Answer(status=404)) as loopback:
        source = Source(key="town", name="Town", system="oparl", url=f"{loopback.url}/", delay=0)
        wanted = WantedFile(file_id="f", name="f", mime_type=None, address=f"{loopback.url}/f.txt", form=None)
        fetch(source, archive.path, [wanted])
    assert rows(archive, "SELECT sha256 FROM documents") == []
    ((told,),) = rows(archive, "SELECT came FROM complaints")
    assert told.startswith(came)
    assert rows(archive, "SELECT problem FROM downloads") == [(told,)]
