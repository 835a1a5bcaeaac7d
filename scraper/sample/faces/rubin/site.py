"""The two editions of more! rubin, and what all their answers are made of."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scraper.sample.faces.rubin.council import Council

Json = dict[str, Any]
NOT_IN_PAGES = frozenset({"ai_id", "risUrl"})
"""What older servers don't tell: the numbers of agenda items in the database, and pages of committees."""


@dataclass(frozen=True)
class Edition:
    meeting_page: str
    documents: str
    """The script that hands out documents."""
    names_relation: bool
    """Whether a document's address says what it belongs to a second time, and for which program it is."""
    is_pages: bool
    """Whether pages carry the data themselves: every number as a text, umlauts as they are."""


PORTAL = Edition(meeting_page="meeting", documents="api.php", names_relation=True, is_pages=False)
"""gremien.info: an empty shell in the browser, all data from api.php."""
PAGES = Edition(meeting_page="meeting.php", documents="documents.php", names_relation=False, is_pages=True)
"""PHP pages with the data in a script; the calendar also from the service for mobile phones."""


@dataclass(frozen=True, eq=False)
class Site:
    council: Council
    base: str
    """The site's root, without a slash at the end."""
    edition: Edition

    def written(self, content: Any) -> str:
        """JSON as PHP writes it, slashes escaped."""
        told = _as_texts(content) if self.edition.is_pages else content
        text = json.dumps(told, ensure_ascii=not self.edition.is_pages, separators=(",", ":"))
        return text.replace("/", "\\/")


def _as_texts(content: Any) -> Any:
    """What a database hands out untyped: 658 -> "658", False -> "0"."""
    if isinstance(content, dict):
        return {key: _as_texts(value) for key, value in content.items() if key not in NOT_IN_PAGES}
    if isinstance(content, list):
        return [_as_texts(one) for one in content]
    return str(int(content)) if isinstance(content, int) else content


def moment_text(moment: datetime) -> str:
    """2026-09-08 13:54:26, without its zone"""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def time_of(moment: datetime | None) -> str:
    """19:30:00; 00:00:00 for a time that is not known."""
    return f"{moment:%H:%M:%S}" if moment else "00:00:00"
