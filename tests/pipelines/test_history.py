"""What a second look at a source does to the archive."""

from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.history import Run
from pipelines.normalise import normalise
from pipelines.records import Record, Value
from pipelines.verdict import Verdict
from scraper.items import AgendaItem, File, FileLink, Item, Meeting, Paper, PressRelease
from scraper.sources import Source
from tests.pipelines.conftest import Clock


class Scraper:
    """Runs over made-up items, one run a call, a day apart."""

    def __init__(self, archive: Archive, source: Source, clock: Clock) -> None:
        self.archive, self.source, self.clock = archive, source, clock

    def record(self, item: Item) -> Record:
        return normalise(item, self.source, self.clock())

    def run(self, *items: Item, mode: str = "full", stopped: str | None = None, error: bool = False) -> Run:
        run, _ = self.run_and_judge(*items, mode=mode, stopped=stopped, error=error)
        return run

    def run_and_judge(
        self, *items: Item, mode: str = "full", stopped: str | None = None, error: bool = False
    ) -> tuple[Run, Verdict]:
        self.clock.next_day()
        run = Run(self.archive, self.source, mode, self.clock)
        complaint: dict[str, Value] = {
            "severity": "error",
            "address": "/x",
            "page_kind": "list",
            "expected": "JSON",
            "came": "HTML",
            "advice": "Look.",
        }
        run.write([self.record(item) for item in items], [complaint] if error else [])
        return run, run.finish(stopped, {"meetings", "papers", "agenda_items", "files"})

    def row(self, table: str, record_id: str) -> dict[str, Any]:
        return self.archive.rows(table, [record_id])[record_id]

    def changes(self) -> list[tuple[Any, ...]]:
        statement = "SELECT record_id, field, old, new FROM changes ORDER BY id"
        return [tuple(row) for row in self.archive.connection.execute(statement)]


@pytest.fixture
def scraper(archive: Archive, town: Source, clock: Clock) -> Scraper:
    return Scraper(archive, town, clock)


SDNET = "https://ris.example.org/sdnetrim/{}/Vorlage.pdf"


def test_another_visits_token_is_no_change_and_a_change_brings_the_new_address(scraper: Scraper) -> None:
    scraper.run(File(vendor_id="7", name="Vorlage", download_url=SDNET.format("UGhV0")))
    before = dump(scraper.archive)
    scraper.run(File(vendor_id="7", name="Vorlage", download_url=SDNET.format("UGhV1")))
    assert dump(scraper.archive) == before
    scraper.run(File(vendor_id="7", name="Beschlussvorlage", download_url=SDNET.format("UGhV2")))
    row = scraper.row("files", "town-file-7")
    assert (row["name"], row["download_url"]) == ("Beschlussvorlage", SDNET.format("UGhV2"))
    assert [change[1] for change in scraper.changes()] == ["name"]


def dump(archive: Archive) -> str:
    books = ("runs", "sqlite_sequence")
    return "\n".join(line for line in archive.connection.iterdump() if not any(f'INTO "{b}"' in line for b in books))


def test_an_unchanged_source_writes_no_row(scraper: Scraper) -> None:
    items = (
        Meeting(vendor_id="1", name="Rat", start_text="2026-09-01T17:00:00+02:00"),
        AgendaItem(vendor_id="7", meeting="1", name="Haushalt", files=[FileLink(file="9", role="auxiliaryFile")]),
        Paper(vendor_id="5", deleted=True, modified="2026-08-01T00:00:00+02:00"),
    )
    scraper.run(*items)
    before = dump(scraper.archive)
    written = scraper.archive.connection.total_changes
    second, verdict = scraper.run_and_judge(*items)
    assert dump(scraper.archive) == before
    assert verdict.word == "good"
    counts = second.written
    assert (counts.inserted, counts.updated, counts.deleted, counts.unchanged) == (0, 0, 0, 3)
    assert scraper.archive.connection.total_changes - written == 3  # the source's entry, the run's start and end


def test_a_changed_field_is_updated_and_kept_in_the_history(scraper: Scraper) -> None:
    scraper.run(AgendaItem(vendor_id="7", name="Haushalt", number="3"))
    run = scraper.run(AgendaItem(vendor_id="7", name="Haushalt 2027", number="3", result="einstimmig beschlossen"))
    row = scraper.row("agenda_items", "town-agenda-item-7")
    assert (row["name"], row["result"]) == ("Haushalt 2027", "einstimmig beschlossen")
    assert row["first_seen"] < row["changed_at"]
    assert sorted(scraper.changes()) == [
        ("town-agenda-item-7", "name", "Haushalt", "Haushalt 2027"),
        ("town-agenda-item-7", "result", None, "einstimmig beschlossen"),
    ]
    assert run.written.updated == 1


def test_a_server_that_stamps_the_time_of_asking_changes_nothing(scraper: Scraper) -> None:
    for day in ("2026-09-02", "2026-09-03"):
        run = scraper.run(Paper(vendor_id="5", name="Radweg", modified=f"{day}T10:00:00+02:00"))
    assert (run.written.updated, scraper.changes()) == (0, [])


def test_the_day_on_which_a_release_was_modified_is_what_it_says(scraper: Scraper) -> None:
    for day in ("2026-09-02", "2026-09-03"):
        run = scraper.run(PressRelease(vendor_id="5", title="Radweg", modified_text=day))
    assert run.written.updated == 1
    assert {change[1] for change in scraper.changes()} == {"modified", "modified_text"}


def test_a_changed_list_of_files_is_replaced(scraper: Scraper) -> None:
    first, second = (FileLink(file=number, role="auxiliaryFile") for number in ("1", "2"))
    scraper.run(Paper(vendor_id="5", files=[first]))
    scraper.run(Paper(vendor_id="5", files=[second, first]))
    links = scraper.archive.links("papers", "town-paper-5")["files"]
    assert [link["file_id"] for link in links] == ["town-file-2", "town-file-1"]
    ((_, field, old, new),) = scraper.changes()
    assert field == "files"
    assert "town-file-2" not in old
    assert "town-file-2" in new


def test_what_the_source_no_longer_says_is_emptied_at_the_end_of_a_clean_run(scraper: Scraper) -> None:
    scraper.run(AgendaItem(vendor_id="7", name="Haushalt", result="abgelehnt"))
    scraper.run(AgendaItem(vendor_id="7", name="Haushalt"), error=True)
    assert scraper.row("agenda_items", "town-agenda-item-7")["result"] == "abgelehnt"
    scraper.run(AgendaItem(vendor_id="7", name="Haushalt"))
    assert scraper.row("agenda_items", "town-agenda-item-7")["result"] is None
    assert scraper.changes() == [("town-agenda-item-7", "result", "abgelehnt", None)]


def test_tellings_of_one_record_add_up_and_a_second_run_writes_nothing(scraper: Scraper) -> None:
    tellings = (File(vendor_id="9", name="Anlage 1"), File(vendor_id="9", name="Anlage 1", size=4711))
    scraper.run(*tellings)
    for order in (tellings, tellings[::-1]):
        run = scraper.run(*order)
        assert scraper.row("files", "town-file-9")["size"] == 4711
        assert run.written.updated == 0
    assert scraper.changes() == []


def test_tellings_that_contradict_each_other_keep_the_first_and_say_so(scraper: Scraper) -> None:
    tellings = (File(vendor_id="9", name="Anlage 1"), File(vendor_id="9", name="Anlage 2"))
    for _ in range(2):
        run = scraper.run(*tellings)
        assert scraper.row("files", "town-file-9")["name"] == "Anlage 1"
        assert run.written.warnings == 1
        assert run.written.updated == 0


def test_a_run_for_changes_only_empties_nothing_that_other_records_may_fill(scraper: Scraper) -> None:
    scraper.run(File(vendor_id="9", name="Anlage 1", size=4711))
    scraper.run(File(vendor_id="9", name="Anlage 1"), mode="changes")
    assert scraper.row("files", "town-file-9")["size"] == 4711


def test_a_deleted_stub_marks_the_record_and_leaves_what_was_known(scraper: Scraper) -> None:
    scraper.run(Paper(vendor_id="5", name="Radweg"))
    stub = Paper(vendor_id="5", deleted=True, modified="2026-09-02T10:00:00+02:00")
    run = scraper.run(stub)
    row = scraper.row("papers", "town-paper-5")
    assert (row["name"], row["deleted_at"]) == ("Radweg", "2026-09-02T10:00:00+02:00")
    assert run.written.deleted == 1
    assert scraper.run(stub).written.deleted == 0


def test_a_record_that_comes_back_is_no_longer_deleted(scraper: Scraper) -> None:
    scraper.run(Paper(vendor_id="5", deleted=True))
    scraper.run(Paper(vendor_id="5", name="Radweg"))
    row = scraper.row("papers", "town-paper-5")
    assert (row["name"], row["deleted_at"], row["deleted_reason"]) == ("Radweg", None, None)


def test_absence_is_noted_and_taken_back_and_is_no_deletion(scraper: Scraper) -> None:
    both = (Paper(vendor_id="5", name="Radweg"), Paper(vendor_id="6", name="Brücke"))
    scraper.run(*both)
    last = scraper.clock().isoformat()
    scraper.run(both[0])
    row = scraper.row("papers", "town-paper-6")
    assert (row["last_seen"], row["deleted_at"]) == (last, None)
    scraper.run(*both)
    assert scraper.row("papers", "town-paper-6")["last_seen"] is None


def test_a_run_in_which_many_vanish_is_not_believed(scraper: Scraper) -> None:
    papers = [Paper(vendor_id=str(number)) for number in range(20)]
    scraper.run(*papers)
    _, verdict = scraper.run_and_judge(*papers[:15])
    assert verdict.word == "suspicious"
    assert "5 of 20 papers" in verdict.reason
    assert scraper.row("papers", "town-paper-19")["last_seen"] is None


@pytest.mark.parametrize(
    ("stopped", "word"), [("shutdown", "interrupted"), ("archive locked", "failed"), (None, "good")]
)
def test_the_verdict_says_how_a_run_ended(scraper: Scraper, stopped: str | None, word: str) -> None:
    assert scraper.run_and_judge(Paper(vendor_id="5"), stopped=stopped)[1].word == word


def test_a_run_that_sees_little_is_suspicious(scraper: Scraper) -> None:
    scraper.run(*(Paper(vendor_id=str(number)) for number in range(100)))
    _, verdict = scraper.run_and_judge(Paper(vendor_id="0"))
    assert verdict.word == "suspicious"
    assert "only 1 records" in verdict.reason


def test_errors_without_a_single_record_are_a_failure(scraper: Scraper) -> None:
    assert scraper.run_and_judge(error=True)[1].word == "failed"
