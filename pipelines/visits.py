"""Addresses that hold for one visit: what in them is only that visit's.

Some systems put a token into the address of a page or a document that is another one at the next visit. That such an
address changed is no change of the record; what the archive stores is the address of the visit that wrote it.
"""

import re
from typing import Any

ADDRESSES = frozenset({"source_url", "access_url", "download_url"})
"""Columns that hold addresses."""
TOKENS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<=[?&]__=)[\w%=-]+",  # SD.NET RIM: /tops/?__=UGhVM0hpd2NX
        r"(?<=/sdnetrim/)[\w-]+(?=/)",  # SD.NET RIM: /sdnetrim/UGhVM0hpd2NX/Vorlage.pdf
        r"(?<=/___tmp/tmp/)[\w-]+(?:/[\w-]+){2}(?=/)",  # ALLRIS 3: ___tmp/tmp/45-181/7f3a/91bc/12-Anlagen/01/Plan.pdf
        r"(?<=\?)[0-9]+(?=--\w)",  # ALLRIS 4: vo020?12--anlagenHeaderPanel-attachmentsList-0-attachment-link&VOLFDNR=7
        r";jsessionid=[\w.!-]+",  # …/si010;jsessionid=0A1B2C
    )
)


def lasting(column: str, value: Any) -> Any:
    """The value of `column` without what its address has for one visit only; other columns' values as they are.

    >>> lasting("download_url", "https://ris.example.org/sdnetrim/UGhVM0hpd2NX/Vorlage.pdf")
    'https://ris.example.org/sdnetrim//Vorlage.pdf'
    """
    if column not in ADDRESSES or not isinstance(value, str):
        return value
    for token in TOKENS:
        value = token.sub("", value)
    return value
