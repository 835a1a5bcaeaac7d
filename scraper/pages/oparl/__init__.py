"""OParl: the answers of a server -> items, for versions 1.0 and 1.1 and the dialects of the vendors."""

from scraper.pages.oparl.addresses import Addresses
from scraper.pages.oparl.document import Document, NotJson, read_document
from scraper.pages.oparl.lists import ListPage, read_list
from scraper.pages.oparl.objects import Reading, Reference, read_objects
from scraper.pages.oparl.types import type_of

__all__ = [
    "Addresses",
    "Document",
    "ListPage",
    "NotJson",
    "Reading",
    "Reference",
    "read_document",
    "read_list",
    "read_objects",
    "type_of",
]
