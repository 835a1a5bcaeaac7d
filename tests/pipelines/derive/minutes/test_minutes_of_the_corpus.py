"""Real minutes with the agenda that the council's own system lists, and verbatim minutes as PDF."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from pipelines.derive.documents import read_document
from pipelines.derive.minutes import AgendaEntry, cut_minutes

CORPUS = Path(__file__).resolve().parents[4] / "../shared/corpus"
RESULTS = CORPUS / "minutes/karlsruhe-results.tsv"
AGENDAS = CORPUS / "links/agenda_items.tsv"
VERBATIM = CORPUS / "pdf/wortprotokolle"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def order(number: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", number)]


@pytest.mark.skipif(not (RESULTS.exists() and AGENDAS.exists()), reason="no recorded minutes in ../shared/corpus")
def test_whole_meetings() -> None:
    """The texts of a meeting one below the other: in each stands its item, and nothing of another one."""
    agendas: dict[str, list[dict[str, str]]] = defaultdict(list)
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows_of(AGENDAS):
        agendas[row["meeting"]].append(row)
    for row in rows_of(RESULTS):
        path = CORPUS / "minutes/karlsruhe" / f"{row['file']}.txt"
        texts[row["meeting"]].setdefault(path.read_text(encoding="utf-8"), row["top"])
    right = total = 0
    for meeting in sorted(texts)[::6]:
        listed = sorted(agendas[meeting], key=lambda row: order(row["number"]))
        entries = [
            AgendaEntry(id=row["id"], number=row["number"] or None, name=row["name"], position=place, public=True)
            for place, row in enumerate(listed)
        ]
        pages, tops = zip(*sorted(texts[meeting].items(), key=lambda pair: order(pair[1])), strict=True)
        numbers = {entry.id: entry.number for entry in entries}
        found = cut_minutes(pages, entries)
        for page, top in enumerate(tops, 1):
            tied = [
                numbers[item] or "" for part in found.parts if part.first_page == page for item in part.agenda_items
            ]
            right += top in tied and all(order(one)[:1] == order(top)[:1] for one in tied)
            total += 1
    assert total > 200
    assert right >= 0.97 * total


@pytest.mark.skipif(not VERBATIM.exists(), reason="no verbatim minutes in ../shared/corpus")
@pytest.mark.parametrize(
    ("file", "numbers", "pages"),
    [
        ("18_", "1 1.1 2 2.1 3 3.1 3.2 3.3 3.4 3.5", {"1": 4, "2": 13, "3.5": 13}),
        (
            "1_",
            "1 2 3 4 5 6 7 8 8.1 8.2 8.3 8.5 8.6 8.7 8.8 8.9 9 10 10.1 10.2 10.3 13",
            {"1": 1, "3": 3, "8.5": 9, "8.9": 13, "13": 15},
        ),
        (
            "2_",
            "1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.3 2.3.1 2.3.2 2.3.3 2.4 2.4.2 2.4.3 2.4.4 2.5 3 3.1 3.2 3.3 3.4 4 4.1 4.2 "
            "4.3 2.2",
            {"1": 1, "2.3": 6, "4.3": 10, "2.2": 14},
        ),
        ("8_", "1 1.1 1.2 2 2.1 2.1.2 2.1.4 3 3.1 3.2 3.3 4 4.1 4.1.1 4.1.2", {"1": 1, "2.1.4": 12, "4.1.2": 24}),
        ("9_", "1 A 2.3 2 2.1 2.2 2.4", {"A": 3, "2.3": 3, "2": 12}),
    ],
)
def test_verbatim_minutes(file: str, numbers: str, pages: dict[str, int]) -> None:
    """Every item that the chair calls, in the order it was called; the agenda has the titles as they are printed."""
    (path,) = VERBATIM.glob(f"{file}*.pdf")
    texts = [page.text for page in read_document(path.read_bytes()).pages]
    called = numbers.split()
    entries: list[tuple[float, AgendaEntry]] = []
    for number in called:
        heading = re.compile(
            rf"^{re.escape(number)} (?![^\n]*[a-z]{{4}}\. [A-Z])([A-ZÄÖÜ][^\n]{{8,}}(?:\n[a-zäöü(][^\n]*)*)$",
            re.MULTILINE,
        )
        title = next(match[1] for text in texts for match in heading.finditer(text))
        place = called.index(number) if number != "2.2" else 7.5
        entries.append(
            (
                place,
                AgendaEntry(
                    id=number, number=number, name=" ".join(title.split()), position=int(place * 2), public=True
                ),
            )
        )
    found = cut_minutes(texts, [entry for _, entry in entries])
    assert [item for part in found.parts for item in part.agenda_items] == called
    assert {number: part.first_page for part in found.parts for number in part.agenda_items if number in pages} == pages
    assert found.tail.strip()
