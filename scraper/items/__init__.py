"""The vocabulary: one dataclass for each OParl object, and PressRelease.

Page functions (scraper/pages) fill these with what a page says, as text; the item pipelines turn them into rows
of archive.db. Names follow OParl 1.1 in snake_case (https://oparl.org/spezifikation/online-ansicht/).

What the kinds of fields mean:

- ``ref("meeting")`` holds the vendor_id of one other item, ``links`` hold a list of ``Link`` rows. Normalising turns
  vendor_ids into our own ids.
- a pair ``start_text`` / ``start`` holds a date as the page writes it and as we read it. Page functions fill the
  text, the normalising pipeline the value. ``date_context`` is what the page says about it elsewhere (its month, its
  year, its day: ``"2026-09"``).
- ``day()`` and ``moment()`` fields hold the source's text until the normalising pipeline replaces it by ISO 8601.
- ``other`` keeps whatever the source says beyond this vocabulary, under the source's own names.
- None and empty mean: the source does not say.
"""

from dataclasses import fields
from typing import get_args, get_origin

from scraper.items.base import Item, Link, day, moment, ref
from scraper.items.complaint import Complaint
from scraper.items.council import (
    AgendaItem,
    Body,
    Consultation,
    ConsultationOrganization,
    File,
    FileLink,
    LegislativeTerm,
    Location,
    Meeting,
    MeetingOrganization,
    MeetingParticipant,
    Membership,
    Organization,
    Originator,
    Paper,
    PaperLocation,
    PaperRelation,
    Person,
    System,
)
from scraper.items.press import PressRelease

ITEM_TYPES: tuple[type[Item], ...] = (
    System,
    Body,
    LegislativeTerm,
    Organization,
    Person,
    Membership,
    Meeting,
    AgendaItem,
    Paper,
    Consultation,
    File,
    Location,
    PressRelease,
)  # fmt: skip


def _link_fields(item_type: type[Item]) -> dict[str, type[Link]]:
    of_lists = {f.name: get_args(f.type)[0] for f in fields(item_type) if get_origin(f.type) is list}
    return {name: element for name, element in of_lists.items() if issubclass(element, Link)}


LINK_FIELDS: dict[type[Item], dict[str, type[Link]]] = {item_type: _link_fields(item_type) for item_type in ITEM_TYPES}
"""Per item type the fields that hold Link rows, each with its Link class."""

__all__ = [
    "ITEM_TYPES",
    "LINK_FIELDS",
    "AgendaItem",
    "Body",
    "Complaint",
    "Consultation",
    "ConsultationOrganization",
    "File",
    "FileLink",
    "Item",
    "LegislativeTerm",
    "Link",
    "Location",
    "Meeting",
    "MeetingOrganization",
    "MeetingParticipant",
    "Membership",
    "Organization",
    "Originator",
    "Paper",
    "PaperLocation",
    "PaperRelation",
    "Person",
    "PressRelease",
    "System",
    "day",
    "moment",
    "ref",
]
