"""Musterstadt through each of its faces: what its council decided is in the archive, with its votes and its proof."""

import re
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import serving
from scraper.sample.size import Size
from scraper.sample.town import AgendaItem, Town
from tests.test_town_in_each_system import SYSTEMS

KEYS = ("oparl", *SYSTEMS)
Key = tuple[str, str, str]
"""Start of the meeting, number without part and dot, and name of an item."""


@pytest.fixture(scope="module")
def town() -> Town:
    return make_town(seed=5, size=Size(years=0.7))


@pytest.fixture(scope="module")
def archive(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("decisions")
    with serving(town, port=0) as faces:
        addresses = {"oparl": ("oparl", f"{faces.council}/oparl/v1.1/system")}
        addresses |= {key: (system, getattr(faces, face) + path) for key, (_, system, face, path) in SYSTEMS.items()}
        entries = [
            f"  {key}: {{name: {key}, system: {system}, url: '{url}', delay: 0, files: all}}"
            for key, (system, url) in addresses.items()
        ]
        (folder / "sources.yml").write_text("\n".join(["sources:", *entries, ""]))
        command = (sys.executable, "-m", "scraper.cli", "scrape")
        for is_first in (True, False):
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
            assert run.returncode == 0, run.stderr
            assert ("decisions and" in run.stderr) == ("documents fetched" in run.stderr) == is_first
    connection = sqlite3.connect(folder / "archive.db")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def bare(number: str) -> str:
    return re.sub(r"^[ÖN] |\.$", "", number)


def key_of(town: Town, item: AgendaItem) -> Key:
    return town.meeting_of[item.meeting_id].start.isoformat(), bare(item.number), " ".join(item.name.split())


def decisions(archive: sqlite3.Connection, source: str) -> dict[Key, list[dict[str, Any]]]:
    """The preferred decisions by item, in their order."""
    statement = """
        SELECT decisions.*, meetings.start, agenda_items.number, agenda_items.name FROM decisions
        JOIN agenda_items ON agenda_items.id = decisions.agenda_item_id
        JOIN meetings ON meetings.id = decisions.meeting_id
        WHERE decisions.source = ? AND preferred = 1 ORDER BY decisions.position
    """
    found: defaultdict[Key, list[dict[str, Any]]] = defaultdict(list)
    for row in archive.execute(statement, (source,)):
        found[row["start"], bare(row["number"]), " ".join(row["name"].split())].append(dict(row))
    return found


def held(town: Town) -> list[AgendaItem]:
    """Items of which a document or the system tells what became of them."""
    return [
        item
        for item in town.agenda_items
        if not item.heading and item.public and (item.result or town.meeting_of[item.meeting_id].minutes_id)
    ]


@pytest.mark.parametrize("source", KEYS)
def test_what_became_of_each_item_is_known(archive: sqlite3.Connection, town: Town, source: str) -> None:
    found = decisions(archive, source)
    wrong = {}
    for item in held(town):
        outcomes = [one["item_outcome"] for one in found.get(key_of(town, item), []) if one["item_outcome"]]
        if outcomes != ([item.outcome] if item.outcome else []):
            wrong[key_of(town, item)] = (item.outcome, outcomes)
    assert wrong == {}


@pytest.mark.parametrize("source", KEYS)
def test_each_vote_is_there_with_what_was_printed_of_it(archive: sqlite3.Connection, town: Town, source: str) -> None:
    found = decisions(archive, source)
    counted = 0
    for item in held(town):
        rows = found.get(key_of(town, item), [])
        if not (item.votes and town.meeting_of[item.meeting_id].minutes_id):
            continue
        assert len(rows) == len(item.votes), key_of(town, item)
        for vote, row in zip(item.votes, rows, strict=True):
            for name in ("yes", "no", "abstain", "biased"):
                assert row[name] in (None, getattr(vote, name)), (key_of(town, item), name)
                counted += row[name] is not None
    assert counted > 50


@pytest.mark.parametrize("source", KEYS)
def test_the_proof_is_on_the_page_that_it_names(archive: sqlite3.Connection, source: str) -> None:
    """It may go on behind the page's end: the pages of a file are joined by a line feed."""
    statement = """
        SELECT decisions.*, (
            SELECT group_concat(text, char(10)) FROM (
                SELECT text FROM pages WHERE document_id = downloads.document_id AND number >= decisions.page
                ORDER BY number
            )
        ) AS text
        FROM decisions JOIN downloads USING (file_id) WHERE decisions.source = ?
    """
    rows = archive.execute(statement, (source,)).fetchall()
    assert len(rows) > 30
    for row in rows:
        assert row["text"][row["span_start"] : row["span_end"]] == row["result_text"]


def test_all_groups_that_are_named_as_opponents_are_there(archive: sqlite3.Connection) -> None:
    statement = "SELECT id, result_text FROM decisions WHERE result_text LIKE '%Gegenstimmen: %' AND preferred = 1"
    rows = archive.execute(statement).fetchall()
    assert rows
    for row in rows:
        named = " ".join(row["result_text"].partition("Gegenstimmen: ")[2].split())
        votes = "SELECT who FROM votes WHERE decision_id = ? AND vote = 'no' ORDER BY position"
        assert ", ".join(one["who"] for one in archive.execute(votes, (row["id"],))) == named


def test_who_opposed_is_never_inferred(archive: sqlite3.Connection, town: Town) -> None:
    names = {name for one in town.organizations for name in (one.name, one.short_name, one.party) if name}
    for row in archive.execute("SELECT who, result_text FROM votes JOIN decisions ON decisions.id = decision_id"):
        assert row["who"] in " ".join(row["result_text"].split())
        assert any(name in row["who"] or row["who"] in name for name in names), row["who"]
