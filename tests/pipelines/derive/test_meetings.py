"""Minutes and decisions of a meeting in the archive: made once, and again where something changed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.archive import Archive
from pipelines.derive.documents import DocumentText, read_document
from pipelines.derive.meetings import derive_source
from pipelines.derived_tables import DerivedTables
from pipelines.history import Run, iso
from pipelines.normalise import normalise
from scraper.items import AgendaItem, File, FileLink, Item, Meeting
from scraper.sources import Source

SOURCE = Source(key="town", name="Town", system="oparl", url="http://127.0.0.1/")
NOW = datetime(2027, 3, 1, 3, 0, tzinfo=UTC)
MINUTES = """Niederschrift über die Sitzung des Werkausschusses
Anwesend: Herr Beispiel, Frau Muster
TOP 1 Zaun am Bauhof
Der Vorsitzende trägt vor.
Beschluss:
Der Zaun wird gestrichen.
Abstimmungsergebnis: Ja: 7, Nein: 2, Enthaltungen: 1
TOP 2 Bericht der Werkleitung
Der Ausschuss nimmt den Bericht zur Kenntnis.
"""


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[DerivedTables]:
    with Archive.open(tmp_path / "archive.db") as archive:
        yield DerivedTables(archive)


def tell(tables: DerivedTables, *items: Item) -> None:
    run = Run(tables.archive, SOURCE, "changes", lambda: NOW)
    run.write([normalise(item, SOURCE, NOW) for item in items])
    run.finish(None, set())


def meeting(result: str | None = None, **other: Any) -> list[Item]:
    return [
        Meeting(vendor_id="1", files=[FileLink(file="9", role="resultsProtocol")]),
        AgendaItem(
            vendor_id="11", meeting="1", position=0, number="Ö 1", name="Zaun am Bauhof", result=result, **other
        ),
        AgendaItem(vendor_id="12", meeting="1", position=1, number="Ö 2", name="Bericht der Werkleitung"),
        File(vendor_id="9", download_url="http://127.0.0.1/9.pdf"),
    ]


def fetch(tables: DerivedTables, text: str) -> DocumentText:
    document = read_document(text.encode(), name="minutes.txt")
    with tables.archive.transaction():
        tables.put_document(document, None, iso(NOW))
        tables.put_download("town-file-9", "town", "http://x/9", iso(NOW), sha256=document.sha256, problem=None)
    return document


def rows(tables: DerivedTables, columns: str, table: str = "decisions") -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tables.connection.execute(f"SELECT {columns} FROM {table} ORDER BY id")]


def test_what_the_server_says_is_a_decision_until_the_minutes_come_and_stays(tables: DerivedTables) -> None:
    tell(tables, *meeting("mehrheitlich beschlossen"))
    assert derive_source(tables, "town", "oparl").decisions == 1
    assert rows(tables, "agenda_item_id, origin, preferred, outcome, yes") == [
        ("town-agenda-item-11", "oparl", 1, "accepted", None)
    ]
    fetch(tables, MINUTES)
    assert derive_source(tables, "town", "oparl").decisions == 3
    assert rows(tables, "agenda_item_id, origin, preferred, outcome, yes, no, abstain") == [
        ("town-agenda-item-11", "minutes", 1, "accepted", 7, 2, 1),
        ("town-agenda-item-11", "oparl", 0, "accepted", None, None, None),
        ("town-agenda-item-12", "minutes", 1, "noted", None, None, None),
    ]
    (resolution, page, start, end) = rows(tables, "resolution_text, page, span_start, span_end")[0]
    (text,) = tables.page_texts("town-file-9")
    assert (resolution, page) == ("Der Zaun wird gestrichen.", 1)
    assert "Ja: 7, Nein: 2" in text[start:end]


def test_minutes_are_kept_by_item_and_attendance_apart(tables: DerivedTables) -> None:
    tell(tables, *meeting())
    fetch(tables, MINUTES)
    derive_source(tables, "town", "oparl")
    found = rows(tables, "part, agenda_item_id, number", "minutes")
    assert ("item", "town-agenda-item-11", "1") in found
    assert ("item", "town-agenda-item-12", "2") in found
    assert [part for part, *_ in found].count("attendance") == 1


def test_nothing_is_read_again_that_has_not_changed(tables: DerivedTables) -> None:
    tell(tables, *meeting("beschlossen"))
    fetch(tables, MINUTES)
    assert derive_source(tables, "town", "oparl").meetings == 1
    assert derive_source(tables, "town", "oparl").meetings == 0
    tell(tables, *meeting("abgelehnt"))
    assert derive_source(tables, "town", "oparl").meetings == 1
    ((complaints,),) = tables.connection.execute("SELECT complaints FROM derived").fetchall()
    assert "sources disagree (minutes: accepted, oparl: rejected)" in complaints


def test_minutes_that_a_page_shows(tables: DerivedTables) -> None:
    shown = {"Protokoll": "Herr Beispiel begründet den Antrag.", "Abstimmungsergebnis": "einstimmig angenommen"}
    tell(tables, *meeting("beschlossen", other=shown, resolution_text="Der Zaun wird gestrichen."))
    derive_source(tables, "town", "allris3")
    assert rows(tables, "origin, preferred, majority, resolution_text") == [
        ("html_minutes", 1, "unanimous", "Der Zaun wird gestrichen."),
        ("html", 0, None, "Der Zaun wird gestrichen."),
    ]


def test_who_opposed_where_it_is_said(tables: DerivedTables) -> None:
    tell(tables, *meeting("mehrheitlich gegen die Stimmen der SPD-Fraktion beschlossen"))
    derive_source(tables, "town", "oparl")
    votes = tables.connection.execute("SELECT who, kind, vote FROM votes").fetchall()
    assert [tuple(row) for row in votes] == [("SPD-Fraktion", "group", "no")]
    (view,) = tables.connection.execute("SELECT outcome, majority, opposed FROM decisions_in_words").fetchall()
    assert tuple(view) == ("angenommen", "mehrheitlich", "SPD-Fraktion")


def test_groups_with_their_votes_in_words(tables: DerivedTables) -> None:
    """A group that was of two minds is not just "against"."""
    table = "Fraktion | Ja | Nein | Enthaltung\nCDU | 9 | 2 | 0\nSPD | 6 | 0 | 1\nHerr Muster | 0 | 1 | 0"
    tell(tables, *meeting(f"mehrheitlich beschlossen\n{table}"))
    derive_source(tables, "town", "oparl")
    (view,) = tables.connection.execute("SELECT in_favour, opposed, abstaining FROM decisions_in_words").fetchall()
    assert tuple(view) == ("CDU (9), SPD (6)", "CDU (2), Herr Muster", "SPD (1)")
