"""A row of an agenda, in the classic skin and the responsive one: its links and forms, and what they lead to."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from scraper.pages.allris3.addresses import number_in, script_of
from scraper.pages.allris3.document import cells_in, hidden_in
from scraper.pages.allris3.files import TEMPORARY
from scraper.pages.allris3.item import result_of
from scraper.pages.council.page import around, classes_of, text_of

IN_COMMENT = re.compile(r"\s*([0-9]{1,18})\s*")
"""<!--1038573 --> behind the title's cell."""
TITLE_PLACE = 3
"""The title's cell in the classic skin, where nothing marks it: number, blank, minutes, title."""
TITLE_CLASSES = ("tobetreff", "text1")
"""In the responsive skin; of items without minutes in the classic one."""
LATE = "Nachtrags-TOP"
"""<span style="background-color:#8ae234" title="Nachtrags-TOP">Ö&nbsp;3.1</span>"""


@dataclass
class Row:
    node: LexborNode
    cells: list[LexborNode]
    leads: list[tuple[str, str | None, LexborNode]]
    """Its links and forms: address, script ("to020"), node."""

    @classmethod
    def of(cls, node: LexborNode) -> "Row":
        leads = []
        for one in node.css("a[href], form[action]"):
            address = one.attributes.get("href") or one.attributes.get("action") or ""
            leads.append((address, script_of(address), one))
        return cls(node, cells_in(node), leads)

    @property
    def text(self) -> str:
        return text_of(self.node)

    @property
    def printed(self) -> str:
        """What stands in its first cell: "Ö 3.1"."""
        return text_of(self.cells[0]) if self.cells else ""

    def number_of_item(self) -> str | None:
        """The site's own: from the link of the printed number, the form of the minutes, or a comment."""
        for address, script, node in self.leads:
            if number := number_in(address, "item"):
                return number
            if script == "to020" and node.tag == "form" and (number := hidden_in(node, "item")):
                return number
        return next((number for cell in self.cells if (number := _number_behind(cell))), None)

    def address_of_item(self) -> str | None:
        """Where the minutes of the item stand, without its number."""
        found = [address for address, script, _ in self.leads if script == "to020"]
        return found[0].partition("?")[0] if found else None

    def title(self) -> LexborNode | None:
        for _, script, node in self.leads:
            if script == "to020" and node.tag == "a":
                return around(node, "td")
        for cell in self.cells:
            if _number_behind(cell) or any(one in classes_of(cell) for one in TITLE_CLASSES):
                return cell
        return self.cells[TITLE_PLACE] if len(self.cells) > TITLE_PLACE else None

    def result(self) -> str | None:
        """The title of the button that leads to the minutes."""
        for _, script, node in self.leads:
            if script == "to020" and node.tag == "form":
                button = node.css_first("input[type=submit]")
                return result_of((button.attributes.get("title") or "") if button is not None else "")
        return None

    def is_late(self) -> bool:
        """Whether it came onto the agenda after the invitation."""
        return bool(self.cells) and self.cells[0].css_first(f"[title*='{LATE}']") is not None

    def holders(self) -> list[LexborNode]:
        """Its links and forms to documents."""
        return [node for address, script, node in self.leads if script == "do027" or TEMPORARY in address]

    def paper(self) -> tuple[str, str, str] | None:
        """Number, address without it, and reference of the paper that the item is about."""
        number, address, reference = None, "", ""
        for lead, script, node in self.leads:
            if script == "vo020":
                number = number or number_in(lead, "paper") or hidden_in(node, "paper")
                address = address or lead.partition("?")[0]
                reference = reference or (text_of(node) if node.tag == "a" else "")
        return (number, address, reference) if number else None


def _number_behind(cell: LexborNode) -> str | None:
    """The number in the comment that stands behind a title's cell."""
    comment = cell.next
    while comment is not None and not comment.is_element_node:
        if comment.tag == "-comment" and (found := IN_COMMENT.fullmatch(comment.comment_content or "")):
            return found.group(1)
        comment = comment.next
    return None
