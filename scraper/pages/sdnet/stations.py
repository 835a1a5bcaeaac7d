"""The Beratungsfolge of a paper, and what each sitting made of it."""

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, ConsultationOrganization
from scraper.pages.council.moments import without_cancellation
from scraper.pages.council.page import tables_around, text_of
from scraper.pages.council.vote_tables import vote_rows
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.names import Once, item_id, meeting_id, slug

CELLS = "td.column-beginn, td.column-gremium"
COLUMNS = frozenset({"beginn", "gremium", "ergebnis"})
ROLES = ("zustaendigkeit", "beratungsart", "rolle", "beratungsaktion")
SIGNS = "table.table-vorgang td, table.table-data td"


def read_stations(page: Page, paper: str | None) -> None:
    """Consultations (none without a paper), and AgendaItems with nothing but their result and resolution.

    Leads to the sittings, and to the committees.
    """
    tables = tables_around(page.tree.css(CELLS))
    if not tables and page.tree.css_first(SIGNS) is not None:
        page.complain_of_layout("the stations of the paper", "a table without them")
    names, items = Once(), Once()
    position = 0
    for table in tables:
        for row in data_rows(table):
            if _read_station(page, row, paper, position, names, items):
                position += 1
    found = {one.key for one in page.reading.follow if one.kind == "agenda"}
    links = {a for a, _ in page.links() if kind_of(a) == "agenda" and "__=" in a}
    if len(links) > len(found):
        page.complain_of_layout("all sittings to be read", f"{len(links) - len(found)} that were not")


def _read_station(
    page: Page, row: LexborNode, paper: str | None, position: int, names: Once, items: Once
) -> Consultation | AgendaItem | None:
    cells = columns_of(row)
    organ, when = text_of(cells.get("gremium")), text_of(cells.get("beginn"))
    if COLUMNS - cells.keys() or not organ:
        page.complain_of_layout("a station with its sitting, committee and result", text_of(row)[:200])
        return None
    meeting = meeting_id(organ, when)
    if when and meeting is None:
        page.complain_of_layout("the date of a sitting", f"{when!r} of {organ!r}")
    address = next((a for a, _ in page.links(cells["beginn"]) if kind_of(a) == "agenda"), None)
    if address is None and cells["beginn"].css_first("a") is not None:
        page.complain_of_layout("a link to the sitting", f"none at {when!r} of {organ!r}")
    if address and meeting:
        page.follow("agenda", meeting, address)
    for link, _ in page.links(cells["gremium"]):
        if kind_of(link) == "organization":
            page.follow("organization", slug(without_cancellation(organ)), link)
    held = items(item_id(meeting, paper, row.attributes.get("data-vorgang-id"), None, "") or "") if meeting else ""
    item = _item(cells, held, meeting) if address and held and meeting else None
    if paper is None:
        if item is None:
            page.complain_of_layout("the item that the page is about", f"{when!r} of {organ!r}")
        else:
            page.add(item)
        return item
    station = Consultation(
        vendor_id=names(f"{paper}-{meeting or slug(without_cancellation(organ))}"),
        paper=paper,
        meeting=meeting,
        agenda_item=item.vendor_id if item else None,
        organization=slug(without_cancellation(organ)),
        organizations=[ConsultationOrganization(organization=slug(without_cancellation(organ)))],
        role=next((text for name in ROLES if (text := text_of(cells.get(name)))), None),
        position=position,
    )
    if item and (item.result or item.resolution_text):
        page.add(item)
    page.add(station)
    return station


def _item(cells: dict[str, LexborNode], named: str, meeting: str) -> AgendaItem:
    return AgendaItem(
        vendor_id=named,
        meeting=meeting,
        result=_lines(cells["ergebnis"]) or None,
        resolution_text=_words(cells.get("beschluss")) or None,
    )


def _lines(cell: LexborNode) -> str:
    text = cell.text()
    for table in cell.css("table"):
        if rows := vote_rows(table):
            text = text.replace(table.text(), "\n" + "\n".join(rows) + "\n")
    return "\n".join(line for piece in text.splitlines() if (line := " ".join(piece.split())))


def _words(cell: LexborNode | None) -> str:
    """The text of a cell that holds words; one with links to documents has none of its own."""
    return "" if cell is None or cell.css_first("a") is not None else _lines(cell)
