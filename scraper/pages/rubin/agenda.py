"""A sitting with its agenda: the answer of api.php, meeting.php with the same data in a script, sitzungen_top.php.

An item is named by its sitting and by what it is about, as in the data: `2026-STR-240|662008100058|1`, where the last
number says whether it is public. The sitting's part of it is its name before there were minutes, so that an item
keeps its name when they come.
"""

from collections import Counter

from scraper.items import AgendaItem, FileLink, Meeting
from scraper.pages.council.data import Told, is_set, lines, objects, part, word
from scraper.pages.council.documents import Document as NamedDocument
from scraper.pages.council.documents import first_of, links_of_meeting
from scraper.pages.rubin.addresses import lasting
from scraper.pages.rubin.classic import is_classic, read_classic_agenda
from scraper.pages.rubin.document import Page
from scraper.pages.rubin.documents import OF_PAPER, RESOLUTION, Document, documents_of
from scraper.pages.rubin.meetings import complain_of_another_sitting, meeting_of
from scraper.pages.rubin.papers import add_paper, paper_number
from scraper.pages.rubin.people import add_people

PUBLIC = {"1": True, "2": False}
"""status of an item."""


def read_agenda(page: Page) -> None:
    """The Meeting, its Organizations, AgendaItems, Files, Papers and Consultations, and who was there."""
    if is_classic(page):
        read_classic_agenda(page)
        return
    told = page.passed("meeting")
    if not isinstance(told, dict) or not isinstance(told.get("agenda_items"), list):
        page.complain_of_missing_data("a sitting with its agenda")
        return
    complain_of_another_sitting(page, told)
    meeting = meeting_of(page, told)
    if meeting is None:
        return
    page.add(meeting)
    documents = documents_of(page, told)
    meeting.files = [_link_to_meeting(one) for one in documents]
    meeting.invitation = first_of(meeting.files, "invitation")
    meeting.results_protocol = first_of(meeting.files, "resultsProtocol")
    meeting.verbatim_protocol = first_of(meeting.files, "verbatimProtocol")
    add_people(page, meeting, told)
    numbers = {meeting.vendor_id, lasting(word(told, "nummer") or "")}
    _add_items(page, meeting, numbers, told["agenda_items"])


def _link_to_meeting(document: Document) -> FileLink:
    """By what the site calls that kind of document (Niederschrift), else by the document's own name."""
    named = [
        NamedDocument(number=document.key or "", name=name, url="") for name in (document.called, document.name) if name
    ]
    links = links_of_meeting(named)
    return next((link for link in links if link.role != "auxiliaryFile"), links[0])


def _add_items(page: Page, meeting: Meeting, numbers: set[str], items: list[object]) -> None:
    """`numbers`: by which the items may name their sitting."""
    used: Counter[str] = Counter()
    by_row: dict[str, str] = {}
    if len(objects(items)) < len(items):
        page.complain_of_layout("items of the agenda", f"{len(items) - len(objects(items))} that are none")
    shown = [told for told in objects(items) if not is_set(told, "is_draft")]
    for position, told in enumerate(shown):
        named = _name_of(page, meeting, numbers, told) or f"{meeting.vendor_id}|p{position}"
        used[named] += 1
        item = _item(page, meeting, told, named if used[named] == 1 else f"{named}|x{used[named]}", position)
        if row := word(told, "ai_id"):
            by_row[row] = item.vendor_id
        item.parent = by_row.get(word(told, "parent_id") or "")


def _item(page: Page, meeting: Meeting, told: Told, named: str, position: int) -> AgendaItem:
    status = word(told, "status") or ""
    number, name = word(told, "topnummer", "number"), word(told, "title")
    item = AgendaItem(
        vendor_id=named,
        meeting=meeting.vendor_id,
        position=position,
        number=number,
        name=name,
        public=PUBLIC.get(status),
        result=lines(told, "abstimmungstext"),
    )
    if name is None:
        page.complain_of_layout("a title for each item", f"none for {word(told, 'id') or str(told)[:150]!r}")
    if status not in PUBLIC:
        page.complain_of_layout("each item public (1) or not (2)", f"{status!r} for {word(told, 'id')}")
    if resolution := word(told, "resolution_number"):
        item.other["Beschlussnummer"] = resolution
    if paper_number(told) is None and (role := word(part(told, "counselling_status"), "name")):
        item.other["Beratungsart"] = role
    if told.get("votings"):
        page.complain(
            "no votes in the data: none of those seen had them",
            f"votes on item {number}",
            "They are not in the archive yet. Please report it with the stored page.",
            severity="warning",
        )
    page.add(item)
    documents = documents_of(page, told)
    item.files = [
        FileLink(file=one.key or "", role="resolutionFile" if one.kind == RESOLUTION else "auxiliaryFile")
        for one in documents
        if paper_number(told) is None or one.kind not in OF_PAPER
    ]
    item.resolution_file = first_of(item.files, "resolutionFile")
    add_paper(page, told, item, documents)
    return item


def _name_of(page: Page, meeting: Meeting, numbers: set[str], told: Told) -> str | None:
    """The item's name in the data, below the sitting's lasting name; its fields must agree with it."""
    about, status = word(told, "vorlagennummer"), word(told, "status")
    sitting, *rest = (word(told, "id") or "").split("|")
    if rest != [about, status]:
        page.complain_of_layout(f"the item {about}|{status}", f"the item {'|'.join(rest)!r}")
    if lasting(sitting) not in numbers:
        page.complain_of_layout(f"an item of sitting {meeting.vendor_id}", f"one of {sitting!r}")
    return "|".join([meeting.vendor_id, *rest]) if rest and all(rest) else None
