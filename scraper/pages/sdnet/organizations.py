"""/gremien and /fraktionen: the lists of committees and groups."""

from selectolax.lexbor import LexborNode

from scraper.items import Organization
from scraper.pages.council.page import around, text_of
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.names import slug

SIGNS = "div.gremien, div.fraktionen"
CLASSES = ("art", "gremienart", "typ")
"""Columns that say what kind of committee it is."""


def read_organizations(page: Page) -> None:
    """Organizations, and "organization" for each."""
    links = _links(page)
    if not links and page.tree.css_first(SIGNS) is None:
        page.complain("a list of committees or groups", *refusal(page))
        return
    for address, link in links:
        _read_link(page, address, link)
    unlinked = [row for table in page.tree.css("table.table-data") for row in data_rows(table) if not _is_read(row)]
    for row in unlinked:
        if text_of(row):
            page.complain_of_layout("a link to each committee", text_of(row)[:200])
    if not links and page.tree.css_first("#div-content a[href], #rimcontent td") is not None:
        page.complain_of_layout("links to committees", "none")


def _links(page: Page) -> list[tuple[str, LexborNode]]:
    return [(address, link) for address, link in page.links() if kind_of(address) == "organization"]


def _read_link(page: Page, address: str, link: LexborNode) -> None:
    name, row = text_of(link), around(link, "tr")
    named = slug(name)
    if not named:
        page.complain_of_layout("the name of each committee", f"a link without one: {text_of(row)[:150]!r}")
        return
    if any(item.vendor_id == named for item in page.reading.items):
        return
    cells = columns_of(row) if row is not None else {}
    page.add(
        Organization(
            vendor_id=named,
            name=name,
            classification=next((text for column in CLASSES if (text := text_of(cells.get(column)))), None),
            organization_type="Fraktion" if "/fraktionen" in address else "Gremium",
        )
    )
    page.follow("organization", named, address)


def _is_read(row: LexborNode) -> bool:
    return any(kind_of(link.attributes.get("href") or "") == "organization" for link in row.css("a[href]"))
