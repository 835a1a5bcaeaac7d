"""The tables that are made from other tables: documents and their text, minutes, decisions.

What stands in them can always be made again, so they have no history. SQL that writes them stands here and in
migrations/ only.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from pipelines.archive import MOST_PARAMETERS, Archive
from pipelines.derive.documents import NOT_INSTALLED, DocumentText
from pipelines.records import Value
from scraper.documents import WantedFile

MOST_ATTEMPTS = 3
"""A file that did not come so often is asked for again only when its address changed."""
LACKS_OCR = f"coalesce(documents.problem, '') LIKE '%{NOT_INSTALLED}%'"
MINUTES_ROLES = ("resultsProtocol", "verbatimProtocol", "resolutionFile")
"""Roles of the files in which decisions stand, as in file_links."""
LINKED_FILES = "file_links JOIN files ON files.id = file_links.file_id AND files.deleted_at IS NULL"
"""A file that was withdrawn proves nothing any more, even where a meeting still links it."""


class DerivedTables:
    """Reads and writes them; each writing method belongs inside archive.transaction()."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.connection = archive.connection

    # documents

    def wanted_files(self, source: str, *, only_minutes: bool, with_ocr: bool = False) -> list[WantedFile]:
        """Files of `source` that were never fetched, or changed since, newest first. `with_ocr`: also those that were
        not recognised when there was no OCR."""
        roles = ",".join("?" * len(MINUTES_ROLES))
        of_role = f"AND files.id IN (SELECT file_id FROM file_links WHERE role IN ({roles}))" if only_minutes else ""
        statement = f"""
            SELECT files.id, files.name, files.file_name, files.mime_type,
                files.access_url, files.download_url, files.other,
                files.size, files.sha1_checksum, files.sha512_checksum
            FROM files LEFT JOIN downloads ON downloads.file_id = files.id
            LEFT JOIN documents ON documents.sha256 = downloads.document_id
            WHERE files.source = ? AND files.deleted_at IS NULL {of_role}
                AND (downloads.file_id IS NULL OR files.changed_at > downloads.fetched_at
                    OR (downloads.document_id IS NULL AND downloads.attempts < {MOST_ATTEMPTS})
                    OR (? AND {LACKS_OCR}))
            ORDER BY files.first_seen DESC, files.id DESC
        """
        parameters = (source, *(MINUTES_ROLES if only_minutes else ()), with_ocr)
        return [one for row in self.connection.execute(statement, parameters) if (one := _wanted(row))]

    def has_document(self, sha256: str, *, with_ocr: bool = False) -> bool:
        """Whether it was read as well as it can be."""
        statement = f"SELECT 1 FROM documents WHERE sha256 = ? AND NOT (? AND {LACKS_OCR})"
        return self.connection.execute(statement, (sha256, with_ocr)).fetchone() is not None

    def put_document(self, document: DocumentText, kept_as: str | None, now: str) -> None:
        """Writes a document and its pages in the place of what was read of it before."""
        self._put(
            "documents",
            {
                "sha256": document.sha256,
                "mime_type": document.mime_type,
                "size": document.size,
                "page_count": len(document.pages),
                "text_status": document.status,
                "problem": document.problem,
                "read_at": now,
                "kept_as": kept_as,
            },
        )
        self.connection.execute("DELETE FROM pages WHERE document_id = ?", (document.sha256,))
        for page in document.pages:
            self._put(
                "pages",
                {
                    "document_id": document.sha256,
                    "number": page.number,
                    "text": page.text,
                    "method": page.method,
                    "garbage": round(page.quality.garbage, 3),
                    "missing_spaces": round(page.quality.missing_spaces, 3),
                },
            )

    def put_download(
        self, file_id: str, source: str, address: str, now: str, *, sha256: str | None, problem: str | None
    ) -> None:
        """Notes what came of asking for a file: the document, or the `problem` that kept it away."""
        self.connection.execute(
            "INSERT INTO downloads (file_id, source, address, fetched_at, problem, document_id)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (file_id) DO UPDATE SET address = excluded.address,"
            " fetched_at = excluded.fetched_at, problem = excluded.problem,"
            " attempts = CASE WHEN excluded.document_id IS NULL THEN attempts + 1 ELSE 1 END,"
            " document_id = coalesce(excluded.document_id, document_id)",
            (file_id, source, address, now, problem, sha256),
        )

    def reading_of(self, file_id: str) -> str | None:
        """Names the text of a file, as it was read last; None where there is none."""
        statement = (
            "SELECT document_id || ' ' || read_at FROM downloads JOIN documents ON sha256 = document_id"
            " WHERE file_id = ?"
        )
        row = self.connection.execute(statement, (file_id,)).fetchone()
        return row[0] if row else None

    def page_texts(self, file_id: str) -> list[str]:
        """The text of a file, page by page; empty where it was not read."""
        statement = (
            "SELECT pages.text FROM downloads JOIN pages ON pages.document_id = downloads.document_id"
            " WHERE downloads.file_id = ? ORDER BY pages.number"
        )
        return [row[0] for row in self.connection.execute(statement, (file_id,))]

    # minutes and decisions

    def meetings_of(self, source: str) -> list[dict[str, Any]]:
        statement = "SELECT * FROM meetings WHERE source = ? AND deleted_at IS NULL ORDER BY id"
        return [dict(row) for row in self.connection.execute(statement, (source,))]

    def agenda_of(self, meeting_id: str) -> list[dict[str, Any]]:
        statement = "SELECT * FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id"
        return [dict(row) for row in self.connection.execute(statement, (meeting_id,))]

    def files_of_meeting(self, meeting_id: str) -> list[str]:
        """Ids of the meeting's minutes that their source still has, the results before the verbatim ones."""
        statement = f"""
            SELECT file_links.file_id FROM {LINKED_FILES}
            WHERE file_links.meeting_id = ? AND file_links.role IN ('resultsProtocol', 'verbatimProtocol')
            ORDER BY file_links.role, file_links.position
        """
        return [row[0] for row in self.connection.execute(statement, (meeting_id,))]

    def extracts_of(self, item_ids: list[str]) -> dict[str, list[str]]:
        """Ids of the files with what was decided on an item alone (Beschlussauszug), by item."""
        found: dict[str, list[str]] = {}
        for start in range(0, len(item_ids), MOST_PARAMETERS):
            some = item_ids[start : start + MOST_PARAMETERS]
            statement = f"""
                SELECT file_links.agenda_item_id, file_links.file_id FROM {LINKED_FILES}
                WHERE file_links.role = 'resolutionFile'
                AND file_links.agenda_item_id IN ({",".join("?" * len(some))}) ORDER BY file_links.position
            """
            for item, file in self.connection.execute(statement, some):
                found.setdefault(item, []).append(file)
        return found

    def derived_from(self, meeting_id: str) -> str | None:
        """The fingerprint of what the meeting's minutes and decisions were made of last."""
        row = self.connection.execute("SELECT inputs FROM derived WHERE meeting_id = ?", (meeting_id,)).fetchone()
        return row[0] if row else None

    def replace_derived(
        self,
        meeting_id: str,
        inputs: str,
        minutes: Iterable[dict[str, Value]],
        decisions: Iterable[dict[str, Value]],
        votes: Iterable[dict[str, Value]],
        complaints: Iterable[str],
    ) -> None:
        """Writes all that was made for a meeting in the place of what was made before."""
        of_meeting = "SELECT id FROM decisions WHERE meeting_id = ?"
        self.connection.execute(f"DELETE FROM votes WHERE decision_id IN ({of_meeting})", (meeting_id,))
        self.connection.execute("DELETE FROM decisions WHERE meeting_id = ?", (meeting_id,))
        self.connection.execute("DELETE FROM minutes WHERE meeting_id = ?", (meeting_id,))
        for table, rows in (("minutes", minutes), ("decisions", decisions), ("votes", votes)):
            for row in rows:
                self._put(table, row)
        told = "\n".join(complaints) or None
        self._put("derived", {"meeting_id": meeting_id, "inputs": inputs, "complaints": told})

    def _put(self, table: str, row: dict[str, Value]) -> None:
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        self.connection.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def _wanted(row: sqlite3.Row) -> WantedFile | None:
    """None for a file without an address."""
    download = json.loads(row["other"] or "{}").get("download")
    form = download if isinstance(download, dict) and download.get("method") == "POST" else {}
    address = form.get("url") or row["download_url"] or row["access_url"]
    if not address:
        return None
    name = row["file_name"] or row["name"] or ""
    return WantedFile(
        file_id=row["id"], name=name, mime_type=row["mime_type"], address=address, form=form.get("fields"),
        size=row["size"], sha1=row["sha1_checksum"], sha512=row["sha512_checksum"],
    )  # fmt: skip
