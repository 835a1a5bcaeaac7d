"""What Wicket adds to ALLRIS 4: pages that come without their rows, and the XML in which a browser then gets them."""

import html
import re

from scraper.pages.allris4.addresses import PATH_END, name_of
from scraper.pages.council.page import HEAD, absolute, decoded

ANSWER = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<ajax-response\b", re.IGNORECASE)
PIECE = re.compile(r"<component\b(?P<attributes>[^>]*)><!\[CDATA\[(?P<markup>.*?)(?:\]\]>|\Z)", re.DOTALL)
"""<component id="id2a" ><![CDATA[<div id="id2a">…</div>]]></component>"""
ANY_PIECE = re.compile(r"<!\[CDATA\[(?P<markup>.*?)(?:\]\]>|\Z)", re.DOTALL)
OWN_REQUEST = re.compile(
    r'"u"\s*:\s*"(?P<address>[^"\s]*?[a-z]{2}[0-9]{3}\?[0-9]+-[0-9]+\.[0-9]+-(?:(?:&|\\u0026)[^"\s]*)?)"'
)
"""Wicket.Ajax.ajax({"u":"./si010?0-1.0-&MM=9&YY=2026","c":"id27"}): without the name of a button behind the dash."""
OWN_ADDRESS = re.compile(r'Wicket\.Ajax\.baseUrl\s*=\s*"(?P<address>[^"]*)"')
"""Wicket.Ajax.baseUrl="si010?MM=9&amp;YY=2026";"""
SIGNS_OF_ROWS = {"si010": "calenderView", "gr010": "GRLFDNR="}
"""Pages that come without their rows, and what their source has where the rows are in it."""


def is_answer(source: str) -> bool:
    """Whether it is the answer to a page's own request, and no page."""
    return ANSWER.match(source) is not None


def markup_of(answer: str) -> str:
    """The HTML in an answer: the elements that a browser puts into the page."""
    pieces = [
        found["markup"].replace("]^", "]") if "encoding=" in found["attributes"] else found["markup"]
        for found in PIECE.finditer(answer)
    ]
    return "\n".join(pieces or [found["markup"] for found in ANY_PIECE.finditer(answer)])


def rows_url(body: bytes, url: str) -> str | None:
    """Where a browser gets the rows that the page at `url` comes without; None where it has them or names no place."""
    name = name_of(url)
    source = decoded(body)
    if name not in SIGNS_OF_ROWS or is_answer(source) or SIGNS_OF_ROWS[name] in source:
        return None
    for found in OWN_REQUEST.finditer(source):
        address = html.unescape(found["address"].replace("\\u0026", "&"))
        if name_of(address) == name:
            return absolute(url, address)
    return None


def rows_headers(body: bytes, url: str) -> dict[str, str]:
    """What a browser sends with the request for a page's rows."""
    found = OWN_ADDRESS.search(decoded(body))
    path, *query = PATH_END.split(url, maxsplit=1)
    own = html.unescape(found["address"]) if found else "?".join([path.rpartition("/")[2], *query])
    return {
        "Wicket-Ajax": "true",
        "Wicket-Ajax-BaseURL": own,
        "X-Requested-With": "XMLHttpRequest",
        "Accept": "text/xml",
        "Accept-Language": "de",
    }


def is_cut_off(answer: str) -> bool:
    return "</ajax-response" not in answer[-HEAD:]
