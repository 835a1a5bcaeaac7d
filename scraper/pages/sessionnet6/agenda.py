"""api/v1/sitzungen/{siNr}/tagesordnung: the public part of an agenda, and which papers it is about."""

from scraper.items import AgendaItem, Consultation, Meeting, MeetingOrganization, Paper
from scraper.pages.council.data import Told, lines, part, word
from scraper.pages.sessionnet6.addresses import documents_url, meeting_in
from scraper.pages.sessionnet6.document import Page, number_of

PUBLIC = "1"
"""oSt of every item seen. The interface tells of the public part only."""
COUNTS = {"ja": "Ja", "nein": "Nein", "enthaltung": "Enthaltungen", "befangen": "Befangen"}
"""A vote in the words of SessionNet's pages: "Ja: 4, Nein: 0, Enthaltungen: 6, Befangen: 0"."""


def read_agenda(page: Page) -> None:
    """The AgendaItems, Papers and Consultations (shallow), the Meeting's committee, and the documents to follow."""
    meeting = meeting_in(page.url)
    listed = page.listed("agenda items", "toNr")
    if listed is None:
        return
    if meeting is None:
        page.complain_of_layout("an address with the sitting's number", page.url)
        return
    _add_committees(page, meeting, listed)
    above: list[tuple[int, str]] = []
    for position, told in enumerate(listed):
        item = _item(page, meeting, told, position)
        level = word(told, "ebene") or ""
        if level.isascii() and level.isdigit() and len(level) < 3:
            while above and above[-1][0] >= int(level):
                above.pop()
            item.parent = above[-1][1] if above else None
            above.append((int(level), item.vendor_id))
        page.add(item)
        _add_paper(page, meeting, told, item)
    if listed:
        page.follow("documents", meeting, documents_url(page.url, meeting))


def _add_committees(page: Page, meeting: str, listed: list[Told]) -> None:
    """The list of sittings does not tell whose they are; each item does."""
    numbers = dict.fromkeys(number for told in listed if (number := number_of(told, "grNr")))
    if numbers:
        organizations = [MeetingOrganization(organization=number) for number in numbers]
        page.add(Meeting(vendor_id=meeting, organization=next(iter(numbers)), organizations=organizations))


def _item(page: Page, meeting: str, told: Told, position: int) -> AgendaItem:
    number, name, status = word(told, "nummer"), word(told, "text", "textLang"), word(told, "oSt")
    if name is None:
        page.complain_of_layout("a title for each item", f"none for {word(told, 'toNr')}")
    if status != PUBLIC:
        page.complain_of_layout("each item public (1)", f"{status!r} for {word(told, 'toNr')}")
    results = (lines(told, "beschluss"), _vote(page, told))
    item = AgendaItem(
        vendor_id=number_of(told, "toNr") or "",
        meeting=meeting,
        position=position,
        number=number,
        name=name,
        public=True if status == PUBLIC else None,
        result="\n".join(result for result in results if result) or None,
    )
    long_name = lines(told, "textLang")
    if long_name and " ".join(long_name.split()) != name:
        item.other["Langtext"] = long_name
    return item


def _vote(page: Page, told: Told) -> str | None:
    counted = part(told, "abstimmungErgebnis")
    if not counted:
        return None
    counts = {label: word(counted, field) for field, label in COUNTS.items()}
    if any(count is None or not count.isdigit() for count in counts.values()):
        page.complain_of_layout("the numbers of a vote", str(counted)[:150])
        return None
    return ", ".join(f"{label}: {count}" for label, count in counts.items())


def _add_paper(page: Page, meeting: str, told: Told, item: AgendaItem) -> None:
    """What the paper is called stands in answers that no recording shows; its number ties the items it is on."""
    paper = number_of(told, "voNr")
    if paper is None:
        return
    item.consultation = f"{paper}-{meeting}"
    page.add_once(Paper(vendor_id=paper))
    page.add_once(
        Consultation(
            vendor_id=item.consultation,
            paper=paper,
            meeting=meeting,
            agenda_item=item.vendor_id,
            organization=number_of(told, "grNr"),
        )
    )
