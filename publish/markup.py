"""What a source wrote in HTML, as plain text: OParl asks for text, and SD.NET sends votes by group as tables."""

import re

from bs4 import BeautifulSoup

MARKUP = re.compile(r"</?(?:table|tbody|tr|td|p|br|div|span|b|strong|i|em|u|ul|ol|li)(?:\s[^<>]*)?/?>", re.IGNORECASE)
BLOCKS = ("p", "div", "li", "tr", "br")


def without_markup(text: str) -> str:
    """A line for each block and each row of a table, cells apart by bars. Text without tags of HTML stays as it is.

    >>> without_markup("<table><tr><td>CDU</td><td>9</td><td></td></tr></table>")
    'CDU | 9 |'
    """
    if not MARKUP.search(text):
        return text
    tree = BeautifulSoup(text, "lxml")
    for row in tree("tr"):
        row.string = " | ".join(" ".join(cell.get_text(" ").split()) for cell in row(("td", "th"), recursive=False))
    for block in tree(BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    lines = (" ".join(line.split()) for line in tree.get_text().split("\n"))
    return "\n".join(line for line in lines if line)
