"""/tops/: a sitting with its documents and its agenda."""

import re

from selectolax.lexbor import LexborNode

from scraper.items import AgendaItem, Consultation, FileLink, Meeting, MeetingOrganization, Organization, Paper
from scraper.pages.council.documents import first_of, links_of_meeting
from scraper.pages.council.moments import CANCELLED, day_in, start_text, time_in, without_cancellation
from scraper.pages.council.page import classes_of, tables_around, text_of
from scraper.pages.council.publicity import publicity_in
from scraper.pages.council.refusals import refusal
from scraper.pages.sdnet.addresses import kind_of
from scraper.pages.sdnet.document import Page, columns_of, data_rows
from scraper.pages.sdnet.files import Exported, add_documents, documents_of, is_of_item, links_in
from scraper.pages.sdnet.names import Once, item_id, meeting_id, paper_id, slug
from scraper.pages.sdnet.sittings import place_in

CELLS = "td.column-topnrtext, td.column-bezeichnung"
COLUMNS = frozenset({"topnrtext", "bezeichnung", "nummer", "dokumente"})
SESSION = re.compile(r"\s*,\s*[0-9]+\.[^,]*sitzung.*$", re.IGNORECASE)
"""Rat, 8. Sitzung; Rat , 28. XI. Ratsperiode Sitzung"""
PART = re.compile(r"^top-(?P<part>oeff|noeff|nichtoeff)-(?P<row>head|data)$")
"""top-noeff-data: an item that is not public; top-oeff-head: the heading of the public part"""
TIMES = re.compile(r"(?P<start>.*?[0-9]{1,2}[:.][0-9]{2})(?:\s*Uhr)?\s*(?:-|–|bis)\s*(?P<end>[0-9]{1,2}[:.][0-9]{2}.*)")
"""16:30 - 18:00 Uhr"""
ELSEWHERE = "table[class*='tischvorlagen']"
"""Papers handed out in the sitting once more, which stand at their items too."""
VORGANG = re.compile(r"""data-vorgang-id=["']([^"']+)["']""")
IN_OWN_FIELDS = frozenset({"Sitzung", "Termin", "Ort"})
"""Labels."""
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


def read_agenda(page: Page) -> None:
    """The Meeting, its AgendaItems, Files, Consultations, Papers and Organization (all three shallow).

    Leads to papers, to the pages of items without one, where the results stand, and to the committee.
    """
    cell = page.details.get("Sitzung")
    organ, when = _organ(cell), page.value("Termin")
    named = meeting_id(organ, when)
    if not named:
        page.complain("a sitting with its committee and its date", *refusal(page))
        return
    documents = documents_of(page, links_in(*page.details.values()), named, Once())
    links = [
        guessed
        if guessed.role == "verbatimProtocol"
        else FileLink(file=guessed.file, role=document.role or guessed.role)
        for document, guessed in zip(documents, links_of_meeting(documents), strict=True)
    ]
    start, end = _times(when)
    meeting = Meeting(
        vendor_id=named,
        source_url=page.url,
        name=text_of(cell),
        start_text=start,
        end_text=end,
        place=place_in(page.details["Ort"].text()) if "Ort" in page.details else None,
        cancelled=True if CANCELLED.search(f"{page.value('Sitzung')} {when} {page.heading}") else None,
        organization=slug(organ),
        organizations=[MeetingOrganization(organization=slug(organ))],
        files=links,
        invitation=first_of(links, "invitation"),
        results_protocol=first_of(links, "resultsProtocol"),
        verbatim_protocol=first_of(links, "verbatimProtocol"),
        other=page.other_values(IN_OWN_FIELDS),
    )
    page.add(Organization(vendor_id=slug(organ), name=organ))
    page.add(meeting)
    add_documents(page, documents)
    for address, _ in page.links(cell):
        if kind_of(address) == "organization":
            page.follow("organization", slug(organ), address)
    _Agenda(page, named).read()


def _organ(cell: LexborNode | None) -> str:
    """The link's text, or what stands before the number of the sitting."""
    link = cell.css_first("a") if cell is not None else None
    return without_cancellation(text_of(link) or SESSION.sub("", text_of(cell)))


def _times(when: str) -> tuple[str | None, str | None]:
    day, time = day_in(when), time_in(when)
    found = TIMES.fullmatch(time or "")
    if not found:
        return start_text(day, time), None
    return start_text(day, f"{found['start']} Uhr"), start_text(day, found["end"])


class _Agenda:
    """The table of items, row by row."""

    def __init__(self, page: Page, meeting: str) -> None:
        self.page = page
        self.meeting = meeting
        self.items = Once()
        self.public: bool | None = None
        self.position = 0
        self.last = 0
        self.last_public: bool | None = None
        self.seen: set[str] = set()

    def read(self) -> None:
        tables = [one for one in tables_around(self.page.tree.css(CELLS)) if not _is_elsewhere(one)]
        for table in tables:
            for row in data_rows(table):
                self._row(row)
        self._complain_of_lost_rows(bool(tables))

    def _row(self, row: LexborNode) -> None:
        cells = columns_of(row)
        number, name = text_of(cells.get("topnrtext")), text_of(cells.get("bezeichnung"))
        key = row.attributes.get("data-vorgang-id")
        if key:
            self.seen.add(key)
        part = next((found for one in classes_of(row) if (found := PART.match(one))), None)
        if missing := COLUMNS - cells.keys():
            came = f"none for {', '.join(sorted(missing))}: {text_of(row)[:150]!r}"
            self.page.complain_of_layout("an item with all its cells", came)
            if "bezeichnung" not in cells:
                return
        if part is None:
            self.page.complain_of_layout("whether a row is public and an item", f"{number!r}: {name[:150]!r}")
        elif part["row"] == "head":
            self._begin_part(part["part"] == "oeff", name)
            return
        public = part["part"] == "oeff" if part else None
        if part and self.public is not None and public != self.public:
            self.page.complain_of_layout("items in the part that they belong to", f"{number!r}: {name[:150]!r}")
        self._item(row, cells, key, public, number, name)

    def _begin_part(self, public: bool, name: str) -> None:
        told = publicity_in(name)
        called = public if told is None else told
        if called != public:
            self.page.complain_of_layout("a part that is what it is called", f"{name[:150]!r} as public={public}")
        self.public, self.last = public, 0

    def _item(
        self,
        row: LexborNode,
        cells: dict[str, LexborNode],
        key: str | None,
        public: bool | None,
        number: str,
        name: str,
    ) -> None:
        reference = text_of(cells.get("nummer"))
        paper = paper_id(reference)
        named = item_id(self.meeting, paper, key, public, number)
        if not name or not number or named is None:
            self.page.complain_of_layout("a number and a title for each item", f"{number!r}: {name[:150]!r}")
        self._complain_of_order(number, name, public)
        item = AgendaItem(
            vendor_id=self.items(named or f"{self.meeting}-p{self.position}"),
            meeting=self.meeting,
            position=self.position,
            number=number or None,
            name=name or None,
            public=public,
        )
        self.position += 1
        documents = self._documents(cells, item, paper)
        self.page.add(item)
        add_documents(self.page, documents)
        self._follow(row, item, paper, reference)

    def _documents(self, cells: dict[str, LexborNode], item: AgendaItem, paper: str | None) -> list[Exported]:
        """Those of the paper and those of the item itself. Several attachments are named, but linked by the paper."""
        links = [(link, is_of_item(link) or not paper) for link in links_in(cells.get("dokumente"))]
        of_paper = [link for link, is_own in links if not is_own]
        own = [link for link, is_own in links if is_own]
        papers = documents_of(self.page, of_paper, paper or item.vendor_id, Once())
        decided = documents_of(self.page, own, item.vendor_id, Once())
        item.files = [
            FileLink(file=one.number, role="resolutionFile" if one.role == "resolutionFile" else "auxiliaryFile")
            for one in (*papers, *decided)
        ]
        item.resolution_file = first_of(item.files, "resolutionFile")
        return [*papers, *decided]

    def _follow(self, row: LexborNode, item: AgendaItem, paper: str | None, reference: str) -> None:
        """The paper's page, and for a public item without a paper its own: both tell what was decided."""
        address = next((address for address, _ in self.page.links(row) if kind_of(address) == "paper"), None)
        if address and paper:
            self.page.follow("paper", paper, address)
        elif address and item.public:
            self.page.follow("paper", item.vendor_id, address)
        if paper:
            item.consultation = f"{paper}-{self.meeting}"
            self.page.add(Paper(vendor_id=paper, reference=reference))
            self.page.add(
                Consultation(vendor_id=item.consultation, paper=paper, meeting=self.meeting, agenda_item=item.vendor_id)
            )

    def _complain_of_order(self, number: str, name: str, public: bool | None) -> None:
        """Numbers begin anew in each part, whether or not the part has a heading."""
        first = WHOLE_NUMBER.match(number)
        if first is None:
            return
        if int(first.group()) < self.last and public == self.last_public:
            self.page.complain(
                f"item numbers in ascending order behind {self.last}",
                f"{number!r}: {name[:80]!r}",
                "Look at the page: items may stand in the wrong order, or in the wrong part.",
                severity="warning",
            )
        self.last, self.last_public = int(first.group()), public

    def _complain_of_lost_rows(self, has_table: bool) -> None:
        """A sitting may have no agenda yet; numbers of rows, and links to papers, say that there is one."""
        elsewhere = {
            row.attributes.get("data-vorgang-id")
            for table in self.page.tree.css(ELSEWHERE)
            for row in table.css("tr[data-vorgang-id]")
        }
        written = set(VORGANG.findall(self.page.source))
        self.page.complain_of_unread("items", written - {one for one in elsewhere if one}, self.seen, "error")
        signs = "table.table-data:not([class*='tischvorlagen']) td, table.table-top td"
        if not has_table and (self.page.tree.css_first(signs) is not None or "column-topnrtext" in self.page.source):
            self.page.complain_of_layout("the items of the agenda", "none, though there is a table")
        links = [a for a, _ in self.page.links() if kind_of(a) == "paper" and "__=" in a]
        if links and not has_table:
            self.page.complain_of_layout("the items of the agenda", f"none, though {len(links)} links lead to them")


def _is_elsewhere(table: LexborNode) -> bool:
    return any("tischvorlagen" in name for name in classes_of(table))
