"""Folders of minutes with an answer key: a table (.tsv) with the columns file, top and result, and beside it texts of
one agenda item each."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.scoring import Item, Remark
from pipelines.derive.documents import read_document

REMARKS = Path(__file__).parent
COLUMNS = frozenset({"file", "result"})
"""What a key must have."""


def find_keys(corpus: Path) -> list[Path]:
    """The answer keys of a corpus: ``minutes/karlsruhe-results.tsv``, or ``results.tsv`` beside ``minutes/``."""
    tables = {*corpus.glob("*.tsv"), *corpus.glob("*/*.tsv")}
    return sorted(path for path in tables if "results" in path.stem or _columns(path) >= COLUMNS)


def _columns(table: Path) -> set[str]:
    with table.open(encoding="utf-8", errors="replace") as lines:
        return set(lines.readline().strip().split("\t"))


def read_key(key: Path) -> Iterator[Item]:
    """The items of a key whose text is there.

    Raises ValueError, with what to do, where the key has no columns "file" and "result".
    """
    with key.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not set(rows.fieldnames or ()) >= COLUMNS:
            raise ValueError(f"{key}: the first line must name the columns file, top and result, separated by tabs")
        folders = _folders(key)
        for row in rows:
            name = row["file"].removesuffix(".txt")
            text = next((path for folder in folders if (path := folder / f"{name}.txt").is_file()), None)
            if text is not None:
                yield Item(name, row.get("top") or None, row["result"], text.read_text(encoding="utf-8"))


def _folders(key: Path) -> list[Path]:
    name = key.stem.replace("results", "").strip("-_")
    beside = [key.parent / name] if name else []
    return [*beside, key.parent / "minutes", key.parent]


def read_remarks(key: Path) -> Mapping[str, Remark]:
    """Our notes about a key's disagreements, by file: ``evaluation/karlsruhe-disagreements.tsv``; empty for others."""
    notes = REMARKS / f"{key.stem.replace('-results', '')}-disagreements.tsv"
    if not notes.is_file():
        return {}
    with notes.open(encoding="utf-8", newline="") as lines:
        return {row["file"]: Remark(row["verdict"], row["why"]) for row in csv.DictReader(lines, delimiter="\t")}


def other_minutes(corpus: Path) -> list[Path]:
    """Minutes without a key: excerpts as text, and verbatim minutes as PDF."""
    verbatim = (corpus / "pdf" / "wortprotokolle").glob("*.pdf")
    return [*sorted((corpus / "minutes" / "other").glob("*.txt")), *sorted(verbatim)]


def text_of(minutes: Path) -> str:
    """The text of a file, for a PDF its pages joined by a line feed."""
    if minutes.suffix == ".pdf":
        return "\n".join(page.text for page in read_document(minutes.read_bytes(), name=minutes.name).pages)
    return minutes.read_text(encoding="utf-8")
