"""Several pages tell of one thing; in the archive they become one row, and none contradicts another."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.history import Run
from pipelines.normalise import normalise
from scraper.sources import Source
from tests.scraper.pages.allris3.saved import read

NOW = datetime(2027, 3, 20, tzinfo=UTC)
CLASSIC = [
    "pa021-classic.html",
    "fr010-classic.html",
    "si010_e-classic.html",
    "au020-classic.html",
    "vo040-classic.html",
    "to010-classic.html",
    "kp020-classic.html",
    "to020-classic.html",
    "vo020-classic.html",
]


@pytest.mark.parametrize("pages", [CLASSIC, CLASSIC[::-1]], ids=["as asked", "in the reverse order"])
def test_all_pages_of_a_town_make_one_record_of_each_thing(tmp_path: Path, pages: list[str]) -> None:
    source = Source(key="town", name="Town", system="allris3", url="https://ris.example.org/bi/")
    with Archive.open(tmp_path / "archive.db") as archive:
        run = Run(archive, source, "full", lambda: NOW)
        for page in pages:
            run.write([normalise(item, source, NOW) for item in read(page).items])
        run.finish(None, set())
        assert [tuple(row) for row in archive.connection.execute("SELECT came FROM complaints")] == []
        item = row(archive, "agenda_items", "9102")
        assert (item["number"], item["name"]) == ("2.1", "Neubau der Kläranlage hier: Vergabe „Los 3“")
        assert (item["position"], item["public"], item["result"]) == (1, 1, "mehrheitlich beschlossen")
        assert item["resolution_text"] == "Der Auftrag für „Los 3“ geht an die Firma Beispielbau."
        assert "Der Werkleiter" in item["other"]
        meeting = row(archive, "meetings", "7001")
        assert (meeting["start"], meeting["end"]) == ("2027-03-02T16:00:00+01:00", "2027-03-02T18:10:00+01:00")
        paper = row(archive, "papers", "4711")
        assert (paper["kind"], paper["date"]) == ("proposal", "2027-02-24")
        station = row(archive, "consultations", "4711-7001")
        assert (station["role"], station["agenda_item_id"]) == ("Vorberatung", item["id"])


def row(archive: Archive, table: str, vendor_id: str) -> dict[str, Any]:
    found = archive.connection.execute(f"SELECT * FROM {table} WHERE vendor_id = ?", (vendor_id,)).fetchall()
    assert len(found) == 1
    return dict(found[0])
