"""to020 as XML: what was said and decided on one item. Its texts are HTML documents, set in as rtfWP, rtfBS …"""

from html import unescape

from scraper.items import AgendaItem
from scraper.pages.allris3.addresses import canonical
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.item import ITEM_NUMBER, RESOLUTION, WITHOUT_PLACE, result_of
from scraper.pages.allris3.texts import NAMES, text_of_document, without_heading
from scraper.pages.allris3.xml import Answer, answer_of, fields_of, has_field, lines_of, oddity
from scraper.pages.council.publicity import publicity_in

WHOLE = "nowdate"
"""The day of asking: an answer without it is a broken one."""
SIGNS = frozenset({WHOLE, "toptext", "totyp"})
SET_IN = "rtf"


def read_item(page: Page) -> None:
    """The AgendaItem: result, resolution_text, and in `other` the minutes ("Protokoll") and the vote.

    Its title is the agenda's, as on the page. Reference and subject of its paper stand here without the paper's number:
    they are left to the agenda and the paper.
    """
    number = page.number("item")
    answer = answer_of(page, "an item of an agenda")
    if answer is None:
        return
    block = next((one for one in answer.blocks if fields_of(one).keys() & SIGNS), None)
    if not number or block is None:
        page.complain_of_layout("an item of an agenda with its number", answer.told)
        return
    entry = fields_of(block)
    if odd := oddity(block):
        page.complain_of_layout("fields below each other, each once", odd)
    if not has_field(block, "totyp"):
        page.complain_of_layout("the result of an item (totyp)", ", ".join(entry)[:200])
    if WHOLE not in entry:
        page.complain_of_layout("an item with the day of asking (nowDate)", ", ".join(entry)[:200])
    meeting, printed = entry.get("silfdnr", "").lstrip("0"), ITEM_NUMBER.fullmatch(entry.get("topnr", ""))
    texts = _texts(page, answer)
    resolution = texts.pop(RESOLUTION, None)
    page.add(
        AgendaItem(
            vendor_id=number,
            source_url=canonical(page.url, "item"),
            meeting=meeting if meeting.isdecimal() and len(meeting) <= 18 else None,
            number=printed["number"] if printed else None,
            public=publicity_in(entry.get("toostlang", "")),
            result=result_of(lines_of(block, "totyp")),
            resolution_text=(without_heading(resolution) or None) if resolution else None,
            other={
                NAMES.get(name, name): without_heading(text)
                for name, text in texts.items()
                if name not in WITHOUT_PLACE
            },
        )
    )


def _texts(page: Page, answer: Answer) -> dict[str, str]:
    """The texts by the program's names, as the page's reader has them."""
    texts = {}
    for name, document in answer.documents.items():
        source = document.strip().removeprefix("<![CDATA[").removesuffix("]]>")
        if "<" not in source:
            source = unescape(source)  # escaped as a value
        if text := text_of_document(source):
            texts[name] = text
        if source.strip() and (not text or ("<html" in source and "</html" not in source)):
            page.complain_of_layout(f"the text {SET_IN}{name}", repr(source[:200]))
    return texts
