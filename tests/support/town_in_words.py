"""An archive's rows told without any system's numbers: what a sitting, a paper, a person is called by people.

So the same town through two systems can be compared, though one numbers its sittings and the other has only their days.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

Rows = dict[Hashable, dict[str, Any]]
"""By what people call a record; the values of its fields."""

PART_AND_DOT = re.compile(r"^(?:[ÖN]\s+)?(.*?)\.?$")
"""Ö 7.1, 7.1. : which part it is in stands in `public`."""


class TownInWords:
    """The rows of one source. Deleted ones are left out."""

    def __init__(self, archive: sqlite3.Connection, source: str) -> None:
        self._archive, self._source = archive, source
        self._organizations = self._names("organizations", "name")
        self._persons = self._names("persons", "name")
        self._papers = self._names("papers", "reference")
        self._files = self._names("files", "name")
        self._meetings = {
            row["id"]: (row["start"], self._organizations.get(row["organization_id"]) or _committee(row["name"]))
            for row in self._rows("meetings")
        }
        self._items = {
            row["id"]: (
                self._meetings.get(row["meeting_id"]),
                row["public"],
                _number(row["number"]),
                _line(row["name"]),
            )
            for row in self._rows("agenda_items")
        }

    def tables(self) -> dict[str, Rows]:
        return {
            "meetings": self._told(
                "meetings",
                self._meetings,
                ("start", "end", "precision", "place", "name", "state", "cancelled"),
                organization=self._organizations,
                invitation=self._files,
                results_protocol=self._files,
            ),
            "agenda items": self._told(
                "agenda_items", self._items, ("public", "result", "resolution_text"), consultation=self._stations
            ),
            "papers": self._told("papers", self._papers, ("name", "paper_type", "kind", "date"), main_file=self._files),
            "consultations": self._told(
                "consultations",
                self._stations,
                ("role", "authoritative", "position"),
                organization=self._organizations,
                agenda_item=self._items,
            ),
            "organizations": self._told(
                "organizations", self._organizations, ("short_name", "organization_type", "classification")
            ),
            "persons": self._told(
                "persons", self._persons, ("form_of_address", "title", "given_name", "family_name", "status")
            ),
            "memberships": self._told(
                "memberships",
                self._memberships,
                ("role", "start_date", "end_date", "voting_right"),
                on_behalf_of=self._organizations,
            ),
            "files": self._told("files", self._holders, ("name", "mime_type", "date")),
        }

    @property
    def _stations(self) -> dict[str, Hashable]:
        return {
            row["id"]: (
                self._papers.get(row["paper_id"]),
                self._meetings.get(row["meeting_id"], self._organizations.get(row["organization_id"])),
            )
            for row in self._rows("consultations")
        }

    @property
    def _memberships(self) -> dict[str, Hashable]:
        """The earlier of two memberships in one organ is told apart by how many came after it."""
        rows = sorted(self._rows("memberships"), key=lambda row: row["start_date"] or "9", reverse=True)
        seen: Counter[Hashable] = Counter()
        found: dict[str, Hashable] = {}
        for row in rows:
            who = (self._persons.get(row["person_id"]), self._organizations.get(row["organization_id"]))
            found[row["id"]] = (*who, seen[who])
            seen[who] += 1
        return found

    @property
    def _holders(self) -> dict[str, Hashable]:
        """A file by what it belongs to, as what, and in which place."""
        holders: dict[str, Mapping[str, Hashable]] = {
            "paper_id": self._papers,
            "meeting_id": self._meetings,
            "agenda_item_id": self._items,
        }
        links = self._archive.execute("SELECT * FROM file_links ORDER BY position").fetchall()
        found: dict[str, Hashable] = {}
        for column, names in holders.items():
            places: Counter[Hashable] = Counter()
            for link in links:
                if link["file_id"] not in self._files or link[column] not in names:
                    continue
                held = (names[link[column]], link["role"])
                found.setdefault(link["file_id"], (*held, places[held]))
                places[held] += 1
        return found

    def _told(
        self, table: str, keys: Mapping[str, Hashable], plain: tuple[str, ...], **named: Mapping[str, Hashable]
    ) -> Rows:
        return {
            keys[row["id"]]: {
                **{field: _line(row[field]) for field in plain},
                **{field: names.get(row[f"{field}_id"]) for field, names in named.items()},
            }
            for row in self._rows(table)
            if row["id"] in keys
        }

    def _names(self, table: str, field: str) -> dict[str, Hashable]:
        return {row["id"]: row[field] for row in self._rows(table)}

    def _rows(self, table: str) -> list[dict[str, Any]]:
        statement = f"SELECT * FROM {table} WHERE source = ? AND deleted_at IS NULL"
        return [dict(row) for row in self._archive.execute(statement, (self._source,))]


def _number(text: str | None) -> str:
    return PART_AND_DOT.sub(r"\1", text or "")


def _line(value: Any) -> Any:
    """Texts in one line; what some systems break into two, or put into brackets, others don't."""
    return " ".join(re.sub(r"[()]", " ", value).split()) or None if isinstance(value, str) else value


def _committee(name: str | None) -> str | None:
    """Of a sitting whose committee is not told: its name, mostly the committee's."""
    return (name or "").rpartition(", ")[0] or name
