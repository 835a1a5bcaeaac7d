"""Readers of ALLRIS 3 (CC e-gov), classic .asp pages and the responsive skin: one for each kind of page.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.allris3.addresses import (
    agenda_urls,
    calendar_url,
    calendar_urls,
    kind_of,
    organizations_urls,
)
from scraper.pages.allris3.agenda import read_agenda
from scraper.pages.allris3.calendar import read_calendar
from scraper.pages.allris3.document import Page
from scraper.pages.allris3.item import read_item
from scraper.pages.allris3.menu import calendar_in, councils_in, lists_in, papers_in
from scraper.pages.allris3.organizations import read_organizations
from scraper.pages.allris3.paper import read_paper, read_papers
from scraper.pages.allris3.people import read_organization, read_people, read_person
from scraper.pages.council.reader import readers

__all__ = [
    "READERS",
    "agenda_urls",
    "calendar_in",
    "calendar_url",
    "calendar_urls",
    "councils_in",
    "kind_of",
    "lists_in",
    "organizations_urls",
    "papers_in",
]


READERS = readers(
    Page,
    {
        "calendar": read_calendar,
        "agenda": read_agenda,
        "item": read_item,
        "paper": read_paper,
        "papers": read_papers,
        "organizations": read_organizations,
        "organization": read_organization,
        "people": read_people,
        "person": read_person,
    },
)
"""By kind of page, as kind_of tells it."""
