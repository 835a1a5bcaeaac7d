"""Of which type an OParl object is, also where it does not say so."""

import re
from typing import Any
from urllib.parse import urlsplit

from scraper.items import Item
from scraper.pages.oparl.addresses import is_address
from scraper.pages.oparl.vocabulary import TYPE_WORDS

SEPARATORS = re.compile(r"[/.?=&#:]")
"""What stands between the words of an address: /oparl/bodies/1/papers.asp?id=7."""


def type_of(value: Any, expected: type[Item] | None = None) -> type[Item] | None:
    """The item type of an object: by its `type`, else what its list or property holds, else by the words in its id."""
    if not isinstance(value, dict):
        return expected
    own = value.get("type")
    if isinstance(own, str) and (known := TYPE_WORDS.get(own.strip().rstrip("/").rpartition("/")[2].lower())):
        return known
    return expected or _type_in_address(value.get("id"))


def _type_in_address(address: Any) -> type[Item] | None:
    if not is_address(address):
        return None
    parts = urlsplit(address)
    words = SEPARATORS.split(parts.path.lower())
    return next((TYPE_WORDS[word] for word in reversed(words) if word in TYPE_WORDS), None)
