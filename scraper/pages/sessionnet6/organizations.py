"""api/v1/gremien: the committees."""

from scraper.items import Organization
from scraper.pages.council.data import word
from scraper.pages.sessionnet6.document import Page, number_of


def read_organizations(page: Page) -> None:
    listed = page.listed("committees", "grNr")
    if listed == []:
        page.complain_of_layout("committees", "an empty list")
    for told in listed or []:
        number, name, members = number_of(told, "grNr") or "", word(told, "name"), word(told, "anzahlMitglieder")
        if name is None:
            page.complain_of_layout("a name for each committee", f"none for {number}")
        page.add(
            Organization(
                vendor_id=number,
                name=name,
                member_count=int(members) if members and members.isascii() and members.isdigit() else None,
            )
        )
