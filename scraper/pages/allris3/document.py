"""A page of ALLRIS 3: what it is known by, what it says of itself, and why it may not be there."""

import re
from functools import cached_property
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.pages.allris3.addresses import NUMBERS, number_in, numbers_in
from scraper.pages.council import page
from scraper.pages.council.page import LINE_BREAK, text_of
from scraper.pages.council.refusals import refusal

REFUSED = re.compile(r"Zugriff verweigert \(Programm (?P<program>[^)]{1,100})\)")
"""Zugriff verweigert (Programm si010_e.asp).<br>, the whole answer: the site does not show this page to anybody."""
NO_ACCESS = re.compile(r"<title>\s*Zugriff verweigert", re.IGNORECASE)
"""Where some sites lead to instead, with status 200."""
NOTHING = re.compile(r"Keine Information verf", re.IGNORECASE)
"""Keine Information verfügbar: what is not there or not public."""
OWN_HEADING = "#risname h1, #risname_raw h1, #allriscontainer h1, #allris h1"
"""Pages that stand within a town's site have its heading above their own."""
RESPONSIVE = 'id="allris"'
"""<div id="allris" class="to010 normal">"""
SCRIPTS = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
END = re.compile(r"</html\s*>(?:\s|<!--[^<>]*-->)*\Z", re.IGNORECASE)
XML_ROOT = re.compile(
    r"\s*(?P<declared><\?xml\b[^<>]*\?>)?(?:\s|<!--.*?-->|<!DOCTYPE\s+(?!html\b)[^<>\[]*(?:\[.*?\]\s*)?>)*"
    r"<(?P<root>(?!(?:html|head|body)\b)[A-Za-z_][\w.-]*)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""<?xml version="1.0" encoding="iso-8859-1"?><ALLRIS>; pages are declared as XML too, and go on with <!DOCTYPE html"""
XML_BLOCKS = re.compile(r"<(?:list|special|toptext|nowDate)\b")
"""By these an answer is known that lacks its declaration."""


class Page(page.Page):
    product: ClassVar[str] = "ALLRIS"
    made_by_product: ClassVar[re.Pattern[str]] = re.compile(r"allris|cc e-gov|\b[a-z]{2}LFDNR=", re.IGNORECASE)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """Without scripts: the cell of a subject has one in it."""
        return LexborHTMLParser(LINE_BREAK.sub("\n", SCRIPTS.sub("", self.source)))

    @cached_property
    def heading(self) -> str:
        return text_of(self.tree.css_first(OWN_HEADING)) or super().heading

    @cached_property
    def xml_root(self) -> str | None:
        """What the outermost element is called where XML came ("selfaction=ws"), None where a page did."""
        found = XML_ROOT.match(self.source)
        return found["root"] if found and (found["declared"] or XML_BLOCKS.search(self.source)) else None

    @cached_property
    def is_cut_off(self) -> bool:
        """It does not end as a whole page does, or within one of the documents that are set into it."""
        if self.xml_root:
            end = self.source.rstrip()
            closed = re.search(rf"</{re.escape(self.xml_root)}\s*>\Z", end)
            return not (closed or re.search(rf"<{re.escape(self.xml_root)}[^<>]*/>\Z", end))
        if not page.WHOLE_PAGE.match(self.source):
            return False
        if not END.search(self.source[-page.HEAD :]):
            return True
        whole = self.source.count("<html") == self.source.count("</html")
        return not whole and RESPONSIVE not in self.source

    def number(self, of: str) -> str | None:
        """The number of what the page shows: as asked for, or as the page says of itself."""
        if asked := number_in(self.url, of):
            return asked
        return self.own_number

    @cached_property
    def own_number(self) -> str | None:
        """What the page says in its head that it shows."""
        told = self.tree.css_first("meta[name='objectID']")
        number = (told.attributes.get("content") or "").lstrip("0") if told is not None else ""
        return number if number.isdecimal() and len(number) <= 18 else None

    def complain_of_refusal(self, expected: str) -> None:
        """In place of the page something else came."""
        if refused := REFUSED.search(self.source[: page.HEAD]):
            self.complain(
                expected,
                f"the refusal of {refused['program']}",
                "The site does not show this page to anybody. Look which calendar it links, and give its address in"
                " sources.yml (si010_a.asp?PALFDNR=1 for the calendar of one council).",
            )
        elif NO_ACCESS.search(self.source[: page.HEAD]):
            self.complain(expected, "a page that denies access", "The page is not public, or is gone.")
        elif len(self.body) < page.HEAD and NOTHING.search(self.source):
            self.complain(expected, "a page that says that there is nothing", "It may have become non-public.")
        else:
            self.complain(expected, *refusal(self))

    def is_of_another(self, of: str, number: str) -> bool:
        """Whether the page is not the one that was asked for; where it says its own number, in its head.

        Recordings show that number of sittings, items, papers, committees and groups; of councils and people none does.
        """
        if self.own_number in (None, number):
            return False
        self.complain_of_layout(f"{of} {number}", f"a page of {self.own_number}")
        return True

    def complain_of_unread_numbers(self, of: str, what: str, read: set[str], severity: str = "warning") -> None:
        """Each number of `of` (a key of addresses.NUMBERS) in the page should have been read. `what`: "sittings"."""
        self.complain_of_unread(what, numbers_in(self.source, of), read, severity)


def cells_in(row: LexborNode) -> list[LexborNode]:
    """The cells of a row in their order."""
    return [cell for cell in row.iter() if cell.tag == "td"]


def hidden_in(node: LexborNode, of: str) -> str | None:
    """The number of `of` that a form within `node` posts."""
    name = NUMBERS[of].lower()
    for field in node.css("input[name]"):
        if (field.attributes.get("name") or "").lower() == name:
            number = (field.attributes.get("value") or "").strip().lstrip("0")
            if number.isdecimal() and len(number) <= 18:
                return number
    return None


def linked_in(node: LexborNode, of: str) -> str | None:
    """The number of `of` in the first link within `node` that has one."""
    for link in node.css("a[href]"):
        if number := number_in(link.attributes.get("href") or "", of):
            return number
    return None


def lines_of(node: LexborNode) -> list[str]:
    """The lines of a cell, apart by line breaks."""
    return [line for text in node.text().split("\n") if (line := " ".join(text.split()))]


def is_without_address(node: LexborNode) -> bool:
    """Whether a link within `node` leads nowhere: what it led to is then told from nothing else."""
    return node.css_first("a:not([href]):not([name])") is not None
