"""to020: what was said and decided on one item. It completes the item that the agenda lists, under the same number.

The agenda gives title, place, documents and paper; this page gives the texts. What both say, they say in the same
words: number, public or not, and the result.
"""

import re

from scraper.items import AgendaItem
from scraper.pages.allris3.addresses import canonical
from scraper.pages.allris3.details import details_of
from scraper.pages.allris3.document import Page, hidden_in, linked_in
from scraper.pages.allris3.files import add_files, documents_in
from scraper.pages.allris3.texts import name_of, texts_of, without_heading
from scraper.pages.council.documents import first_of, links_of_item
from scraper.pages.council.page import text_of

ITEM_NUMBER = re.compile(r"(?:(?P<part>Ö|NÖ|N)(?=[\s0-9]|$)\s*)?(?P<number>[0-9IVX][0-9A-Za-z.]*)")
"""Ö 6.1; N 2; 3"""
OPEN = frozenset({"", "(offen)", "offen", "Auszug", "Beschluss", "Protokoll", "Protokollauszug", "Niederschrift"})
"""What stands in place of a result where nothing was decided, or in a button's title what it leads to."""
RESOLUTION = "BS"
WITHOUT_PLACE = frozenset({"AN"})
"""Texts that are not taken: the list of attachments, which are documents."""


def read_item(page: Page) -> None:
    """The AgendaItem: result, resolution_text, and in `other` the minutes ("Protokoll") and the vote."""
    number = page.number("item")
    details = details_of(page)
    root = page.tree.root
    meeting = (linked_in(root, "meeting") or hidden_in(root, "meeting")) if root is not None else None
    printed = ITEM_NUMBER.fullmatch(text_of(details.get("TOP")))
    if not number or not (printed or "Beschlussart" in details):
        page.complain_of_refusal("an item of an agenda with its number")
        return
    if page.is_of_another("item", number):
        return
    if not meeting:
        page.complain_of_layout(f"the sitting of item {number}", "no link to an agenda")
    if not printed:
        page.complain_of_layout("an item's printed number", repr(text_of(details.get("TOP"))[:80]))
    if "Beschlussart" not in details:
        page.complain_of_layout("the label Beschlussart", f"labels {', '.join(details)[:200]}")
    documents = documents_in(page, root, f"to{number}") if root is not None else []
    files = links_of_item(documents)
    texts = texts_of(page)
    resolution = texts.pop(RESOLUTION, None)
    page.add(
        AgendaItem(
            vendor_id=number,
            source_url=canonical(page.url, "item"),
            meeting=meeting,
            number=printed["number"] if printed else None,
            public=printed["part"] == "Ö" if printed and printed["part"] else None,
            result=result_of(details["Beschlussart"].text()) if "Beschlussart" in details else None,
            resolution_text=(without_heading(resolution) or None) if resolution else None,
            resolution_file=first_of(files, "resolutionFile"),
            files=files,
            other={
                name_of(page, anchor): without_heading(text)
                for anchor, text in texts.items()
                if anchor not in WITHOUT_PLACE
            },
        )
    )
    add_files(page, documents)


def result_of(text: str) -> str | None:
    """The result, word for word and line by line; None for "(offen)"."""
    result = "\n".join(line for one in text.split("\n") if (line := " ".join(one.split())))
    return None if result in OPEN else result
