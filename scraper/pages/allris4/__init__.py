"""Readers of ALLRIS 4 (CC e-gov, ALLRIS net 4.x): one for each kind of page.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.allris4.addresses import agenda_urls, calendar_url, kind_of, organizations_urls
from scraper.pages.allris4.agenda import read_agenda
from scraper.pages.allris4.calendar import read_calendar
from scraper.pages.allris4.document import Page
from scraper.pages.allris4.item import read_item
from scraper.pages.allris4.organization import read_organization
from scraper.pages.allris4.organizations import read_organizations
from scraper.pages.allris4.paper import read_paper
from scraper.pages.allris4.person import read_person
from scraper.pages.council.reader import readers

__all__ = ["READERS", "agenda_urls", "calendar_url", "kind_of", "organizations_urls"]


READERS = readers(
    Page,
    {
        "calendar": read_calendar,
        "agenda": read_agenda,
        "item": read_item,
        "paper": read_paper,
        "organizations": read_organizations,
        "organization": read_organization,
        "person": read_person,
    },
)
"""By kind of page, as kind_of tells it."""
