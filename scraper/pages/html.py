"""The tree of a text that may be HTML, without a warning whatever it is."""

import re

from bs4 import BeautifulSoup

# <?xml version="1.0" encoding="utf-8"?> before an XHTML page, also twice or without its end: Beautiful Soup would take
# the page for XML, and warn.
XML_DECLARATION = re.compile(r"^(?:\s*<\?xml[^<>]*>?)+", re.IGNORECASE)


def tree_of(text: str) -> BeautifulSoup:
    """The tree of an HTML page's text. Words without a tag are one paragraph: Beautiful Soup warns of texts that look
    like an address or a file's name."""
    text = XML_DECLARATION.sub("", text.replace("\x00", ""))
    return BeautifulSoup(text if "<" in text else f"<p>{text}</p>", "lxml")
