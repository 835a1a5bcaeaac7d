"""A month's sittings: the data of api.php and of the service for mobile phones, or the table of the PHP calendar."""

from typing import Any

from scraper.pages.council.data import Told, objects, word
from scraper.pages.rubin.addresses import agenda_url
from scraper.pages.rubin.classic import read_classic_calendar
from scraper.pages.rubin.document import Page
from scraper.pages.rubin.meetings import is_sitting, meeting_of

TABLE = "table.table_sk"


def read_calendar(page: Page) -> None:
    """The Meetings, and their agendas to follow."""
    listed = _meetings_in(page.data)
    if listed is None:
        if page.data in (None, {}) and not page.fault and page.tree.css_first(TABLE) is not None:
            read_classic_calendar(page)
        else:
            page.complain_of_missing_data("a list of sittings")
        return
    if len(objects(listed)) < len(listed):
        page.complain_of_layout("a list of sittings", f"{len(listed) - len(objects(listed))} entries that are none")
    for told in objects(listed):
        if is_sitting(told):
            _add(page, told)


def _meetings_in(data: Any) -> list[Any] | None:
    """The list of sittings, wherever the answer or a component of the page has it."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("meetings"), list):
        return list(data["meetings"])
    for told in data.values():
        found = told.get("meetings") if isinstance(told, dict) else told
        if isinstance(found, list) and found and all("nummer" in one for one in objects(found)[:1]):
            return list(found) if objects(found) else None
    return None


def _add(page: Page, told: Told) -> None:
    meeting = meeting_of(page, told)
    number = word(told, "nummer")
    if meeting is None or number is None:
        return
    page.add(meeting)
    page.follow("agenda", meeting.vendor_id, agenda_url(page.url, number, word(told, "full_url", "fullUrl")))
