"""to010 as XML: a sitting and its items.

It names no documents, no results and no numbers of committees, and mostly no day: where the page answers, it tells
more.
"""

from collections import Counter

from scraper.items import AgendaItem, Meeting, Paper
from scraper.pages.allris3.addresses import canonical, sibling
from scraper.pages.allris3.agenda import add_paper
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.item import ITEM_NUMBER
from scraper.pages.allris3.xml import answer_of, entries_of
from scraper.pages.allris3.xml_calendar import span
from scraper.pages.council.moments import CANCELLED
from scraper.pages.council.publicity import publicity_in
from scraper.pages.reading import NAMED_ORGANIZATION

LEVELS = ("tofnum", "tofunum", "tofuunum")
"""An item's number, level by level; "0" where it has no such level."""


def read_agenda(page: Page) -> None:
    """The Meeting, its AgendaItems, Consultations and Papers (both shallow); to follow the papers, and the item pages
    of all items that are public, which the site may have or not."""
    number = page.number("meeting")
    answer = answer_of(page, "a sitting with its agenda")
    if answer is None:
        return
    block = answer.list_of("tolfdnr")
    head = answer.outside(block)
    if not number or not (head.keys() & {"sitext", "saname", "raname", "raort"} or (block is not None and len(block))):
        page.complain_of_layout("a sitting with its agenda", f"{answer.told}; {', '.join(head)[:150]}")
        return
    name = head.get("sitext") or head.get("siname")
    if not name:
        page.complain_of_layout(f"the name of sitting {number}", ", ".join(head)[:200])
    page.add(
        Meeting(
            vendor_id=number,
            source_url=canonical(page.url, "meeting"),
            name=name,
            start_text=span(head.get("sisb"), head.get("sise")),
            place=", ".join(head[one] for one in ("raname", "raort") if one in head) or None,
            cancelled=True if CANCELLED.search(name or "") else None,
            other={
                label: head[one] for one, label in (("saname", "Anlass"), ("grname", NAMED_ORGANIZATION)) if one in head
            },
        )
    )
    if block is None:
        page.complain_of_layout("a list of items", answer.told)
        return
    used: Counter[str] = Counter()
    entries = entries_of(page, answer, block, "tolfdnr", "items")
    for position, (item_number, entry) in enumerate(entries):
        _read_item(page, number, position, item_number, entry, used)


def _read_item(page: Page, meeting: str, position: int, number: str, entry: dict[str, str], used: Counter[str]) -> None:
    levels = ".".join(entry[level] for level in LEVELS if entry.get(level, "0") != "0")
    printed = ITEM_NUMBER.fullmatch(entry.get("topnr", "")) or ITEM_NUMBER.fullmatch(levels)
    told_public = publicity_in(entry.get("toostlang", ""))
    part = printed["part"] if printed else None
    told = f"item {number}: {entry}"[:200]
    if not printed or not entry.get("totext1"):
        page.complain_of_layout("a number and a title for each item", told)
    if told_public is None or (part and (part == "Ö") != told_public):
        page.complain_of_layout("öffentlich or nichtöffentlich, as the number says, for each item", told)
    item = AgendaItem(
        vendor_id=number,
        meeting=meeting,
        position=position,
        number=printed["number"] if printed else None,
        name=entry.get("totext1"),
        public=False if part and part != "Ö" else told_public,
    )
    page.add(item)
    if item.public:
        page.follow("item", number, sibling(page.url, "to020", f"TOLFDNR={number}"))
    paper = entry.get("volfdnr", "").lstrip("0")
    if paper.isdecimal() and len(paper) <= 18:
        shallow = Paper(vendor_id=paper, reference=entry.get("voname"))
        add_paper(page, meeting, item, shallow, sibling(page.url, "vo020"), used)
    elif paper or "volfdnr" not in entry:
        page.complain_of_layout("the number of each item's paper, 0 for none", told)
