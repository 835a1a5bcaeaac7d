"""The paper of an agenda item (Vorlage, "submission" in the data) and its way through the committees."""

import re

from scraper.items import AgendaItem, Consultation, ConsultationOrganization, FileLink, Paper
from scraper.pages.council.data import Told, objects, part, word
from scraper.pages.rubin.addresses import lasting
from scraper.pages.rubin.document import Page
from scraper.pages.rubin.documents import OF_PAPER, SUBMISSION, Document
from scraper.pages.rubin.meetings import UNKNOWN_DAY, organization_of, unique

WITH_PAPER = "vl"
"""topart of an item: "at" is one of the usual items, "zt" has words of its own."""
LONG_NUMBER = re.compile(r"[0-9]{6,}")
"""202620109100436; usual items may have short numbers: "11"."""
ENDING = re.compile(r"\.\w{1,5}$")


def paper_number(item: Told) -> str | None:
    """The number of the paper that the item is about; None if it is about none."""
    number = word(item, "vorlagennummer")
    kind = word(item, "topart")
    has_paper = kind == WITH_PAPER if kind else bool(LONG_NUMBER.fullmatch(number or ""))
    return number if has_paper else None


def add_paper(page: Page, told: Told, item: AgendaItem, documents: list[Document]) -> None:
    """The Paper of an item as far as the page tells, its stations, and what the paper's files are to it."""
    number = paper_number(told)
    if number is None or item.meeting is None:
        return
    submission = part(told, "submission")
    if word(submission, "id") not in (None, number):
        page.complain_of_layout(f"paper {number} below its item", f"paper {word(submission, 'id')}")
    of_paper = [one for one in documents if one.kind in OF_PAPER]
    itself = next((one.told for one in of_paper if one.kind == SUBMISSION), {})
    reference = word(submission, "alias") or word(itself, "alias")
    day = word(submission, "erstellungsdatum") or word(itself, "erstellungsdatum")
    named = word(submission, "documentName") or word(itself, "documentName")
    kind, name = _kind_and_name(named, reference)
    paper = Paper(
        vendor_id=number,
        reference=reference,
        name=word(submission, "name") or word(itself, "name") or name,
        paper_type=word(part(submission, "type"), "name", "bezeichnung")
        or word(part(itself, "type"), "name", "bezeichnung")
        or kind,
        date_text=day.split(" ")[0] if day and not UNKNOWN_DAY.match(day) else None,
    )
    for document in of_paper:
        is_main = document.kind == SUBMISSION and paper.main_file is None
        paper.files.append(FileLink(file=document.key or "", role="mainFile" if is_main else "auxiliaryFile"))
        if is_main:
            paper.main_file = document.key
    page.add(paper)
    item.consultation = f"{number}-{item.meeting}"
    stations = _stations_of(page, number, objects(submission.get("consultations")))
    own = stations.setdefault(
        item.consultation, Consultation(vendor_id=item.consultation, paper=number, meeting=item.meeting)
    )
    own.agenda_item = item.vendor_id
    own.role = own.role or word(part(told, "counselling_status"), "name")
    for station in stations.values():
        page.add_once(station)


def _kind_and_name(document: str | None, reference: str | None) -> tuple[str | None, str | None]:
    """From the name of the paper's document, where nothing else says it: Beschlussvorlage 039/26 (Satzung).pdf"""
    kind, found, name = (document or "").partition(f" {reference} (") if reference else ("", "", "")
    name = ENDING.sub("", name)
    if not found or not name.endswith(")"):
        return None, None
    return kind.strip() or None, name[:-1].strip() or None


def _stations_of(page: Page, paper: str, stations: list[Told]) -> dict[str, Consultation]:
    """By name, one Consultation a sitting: of committees that sit together the data has a station each."""
    found: dict[str, Consultation] = {}
    for told in sorted(stations, key=_order):
        meeting = _meeting_of(told)
        organization = word(told, "gremium")
        if meeting is None and organization is None:
            page.complain_of_layout(f"sitting or committee of each station of paper {paper}", str(told)[:150])
            continue
        key = f"{paper}-{meeting or organization}"
        station = found.get(key)
        if station is None:
            station = found[key] = Consultation(vendor_id=key, paper=paper, meeting=meeting, position=len(found))
        station.role = station.role or word(told, "beratungsstatus_lang")
        if organization:
            keys = unique([*(link.organization for link in station.organizations), organization])
            station.organizations = [ConsultationOrganization(organization=one) for one in keys]
            station.organization = keys[0]
        if (committee := part(told, "committee")) and (named := organization_of(page, committee)):
            page.add_once(named)
            if organization != named.vendor_id:
                page.complain_of_layout(f"committee {organization} of a station", f"committee {named.vendor_id}")
    return found


def _order(told: Told) -> int:
    number = word(told, "folge") or ""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _meeting_of(told: Told) -> str | None:
    """The sitting by its lasting name; a station that is only planned has none."""
    within = part(told, "meeting")
    number = word(within, "nummer_si", "nummer") or word(told, "sitzungsnummer")
    if number is None and (item := word(told, "agenda_item_id")) and "|" in item:
        number = item.partition("|")[0]
    return lasting(number) if number else None
