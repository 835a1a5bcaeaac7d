"""Readers of ALLRIS 3 (CC e-gov), classic .asp pages and the responsive skin: one for each kind of page, as HTML or
as XML.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.allris3 import xml_agenda, xml_calendar, xml_item, xml_people
from scraper.pages.allris3.addresses import (
    agenda_urls,
    calendar_url,
    calendar_urls,
    kind_of,
    number_in,
    organizations_urls,
    xml_calendar_urls,
    xml_people_url,
    xml_url,
)
from scraper.pages.allris3.agenda import read_agenda
from scraper.pages.allris3.calendar import read_calendar
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.item import read_item
from scraper.pages.allris3.menu import calendar_in, councils_in, lists_in, papers_in
from scraper.pages.allris3.organizations import read_organizations
from scraper.pages.allris3.paper import read_paper, read_papers
from scraper.pages.allris3.people import read_organization, read_people, read_person
from scraper.pages.allris3.xml import either
from scraper.pages.council.reader import readers

__all__ = [
    "READERS",
    "agenda_urls",
    "calendar_in",
    "calendar_url",
    "calendar_urls",
    "councils_in",
    "is_xml",
    "kind_of",
    "lists_in",
    "number_in",
    "organizations_urls",
    "papers_in",
    "xml_calendar_urls",
    "xml_people_url",
    "xml_url",
]


READERS = readers(
    Page,
    {
        "calendar": either(read_calendar, xml_calendar.read_calendar),
        "agenda": either(read_agenda, xml_agenda.read_agenda),
        "item": either(read_item, xml_item.read_item),
        "paper": read_paper,
        "papers": read_papers,
        "organizations": read_organizations,
        "organization": read_organization,
        "people": either(read_people, xml_people.read_people),
        "person": read_person,
    },
)
"""By kind of page, as kind_of tells it."""


def is_xml(body: bytes, url: str) -> bool:
    """Whether XML came, and no page."""
    return Page(body, url, "answer").xml_root is not None
