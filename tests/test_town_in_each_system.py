"""The same town through OParl and through the pages of each system: the same archive, as far as the pages show it."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.sample.generate import make_town
from scraper.sample.server import serving
from tests.support.town_in_words import Rows, TownInWords

DOCS = Path(__file__).resolve().parents[1] / "docs/systems.md"
TABLE = re.compile(r"<!-- the town in each system -->\n(.*?)<!-- end -->", re.DOTALL)
SYSTEMS = {
    "layout6": ("SessionNet, layout 6", "sessionnet", "sessionnet", "/bi/info.php"),
    "tables": ("SessionNet, tables", "sessionnet", "sessionnet_classic", "/info.asp"),
    "allris3": ("ALLRIS 3", "allris3", "allris3", "/bi/allris.net.asp"),
    "allris4": ("ALLRIS 4", "allris4", "allris4", "/public/"),
    "sdnet": ("SD.NET RIM", "sdnet", "sdnet", "/"),
    "rubin": ("rubin, JSON", "rubin", "rubin", "/"),
    "php": ("rubin, PHP", "rubin", "rubin_pages", "/sitzungskalender.php"),
}
"""By key of the source: its column, its system, the face and where that begins."""
OTHER_WORDS = {
    ("meetings", "name"): "without the number of the sitting; rubin writes that it is off",
    ("meetings", "state"): "in the words of the system",
    ("meetings", "place"): "SD.NET turns room and street round; a sitting without a page has no more than its room",
    ("meetings", "organization"): "a calendar that names no committee",
    ("organizations", "short_name"): "letters and digits only",
    ("organizations", "organization_type"): "the council is a committee like others",
    ("organizations", "classification"): "in the words of the system",
    ("papers", "main_file"): "with the number of the paper",
    ("files", "name"): "with what the document belongs to",
    ("persons", "status"): "in the words of the system",
}
"""Fields that a system shows in words of its own."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("systems")
    with serving(make_town(seed=3), port=0) as faces:
        entries = [f"  oparl: {{name: OParl, system: oparl, url: '{faces.council}/oparl/v1.1/system', delay: 0}}"]
        for key, (name, system, face, path) in SYSTEMS.items():
            url = f"{getattr(faces, face)}{path}"
            entries.append(f"  {key}: {{name: '{name}', system: {system}, url: '{url}', delay: 0}}")
        (folder / "sources.yml").write_text("\n".join(["sources:", *entries, ""]))
        for said in ("rows written", "0 rows written; it was up to date"):
            command = (sys.executable, "-m", "scraper.cli", "scrape", "--full")
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
            assert run.returncode == 0, run.stderr
            assert said in run.stdout
    connection = sqlite3.connect(folder / "archive.db")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def towns(archive: sqlite3.Connection) -> dict[str, dict[str, Rows]]:
    return {key: TownInWords(archive, key).tables() for key in ("oparl", *SYSTEMS)}


@pytest.mark.parametrize("key", SYSTEMS)
def test_nothing_is_told_that_oparl_does_not_tell(towns: dict[str, dict[str, Rows]], key: str) -> None:
    for table, read in towns[key].items():
        assert read.keys() <= towns["oparl"][table].keys(), table
        assert read


@pytest.mark.parametrize("key", SYSTEMS)
def test_what_is_told_is_the_same(towns: dict[str, dict[str, Rows]], key: str) -> None:
    for table, read in towns[key].items():
        for who, row in read.items():
            truth = towns["oparl"][table][who]
            for field, value in row.items():
                assert value in (None, truth[field]) or (table, field) in OTHER_WORDS, (table, who, field, truth[field])


@pytest.mark.parametrize("key", SYSTEMS)
def test_papers_documents_and_agendas_are_all_there(towns: dict[str, dict[str, Rows]], key: str) -> None:
    truth, read = towns["oparl"], towns[key]
    for table in ("papers", "files"):
        assert read[table].keys() == truth[table].keys()
    headings = {who for who in truth["agenda items"] if who[2] in ("I", "II")}  # type: ignore[index]  # a tuple
    held = {who for who in truth["agenda items"] if who[0] in read["meetings"]}  # type: ignore[index]
    assert read["agenda items"].keys() == held - headings


def test_the_docs_show_the_comparison(towns: dict[str, dict[str, Rows]]) -> None:
    found = TABLE.search(DOCS.read_text(encoding="utf-8"))
    assert found, f"{DOCS} has no place for the table"
    assert found.group(1).strip() == "\n".join(comparison(towns)), "put this into docs/systems.md"


def comparison(towns: dict[str, dict[str, Rows]]) -> Iterator[str]:
    """Lines of a Markdown table: a field in each system, beside OParl."""
    yield f"| | {' | '.join(column for column, *_ in SYSTEMS.values())} |"
    yield f"|---|{'---|' * len(SYSTEMS)}"
    for table, truth in towns["oparl"].items():
        cells = [share(len(towns[key][table]), len(truth)) for key in SYSTEMS]
        yield f"| **{table}** | {' | '.join(cells)} |"
        for field in next(iter(truth.values())):
            cells = [cell(truth, towns[key][table], field) for key in SYSTEMS]
            if set(cells) != {"–"}:
                yield f"| {field} | {' | '.join(cells)} |"


def cell(truth: Rows, read: Rows, field: str) -> str:
    shown = [who for who, row in read.items() if row[field] is not None and who in truth]
    due = [who for who in read if who in truth and truth[who][field] is not None]
    if not shown:
        return "–"
    same = all(read[who][field] == truth[who][field] for who in shown)
    return share(len(shown), len(due)) if same else "other words"


def share(part: int, whole: int) -> str:
    return "=" if part >= whole else f"{part} of {whole}"


def test_no_contact_of_a_person_is_in_the_archive(archive: sqlite3.Connection) -> None:
    dump = "\n".join(line for line in archive.iterdump() if 'INTO "persons"' in line or 'INTO "memberships"' in line)
    assert "@" not in dump
    assert not re.search(r"\b0\d{3,5}[ /-]\d{3,}", dump)
