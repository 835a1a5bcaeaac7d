"""Readers of SessionNet (Somacos), versions 4 and 5, all layouts: one for each kind of page.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.council.reader import readers
from scraper.pages.sessionnet.addresses import agenda_urls, calendar_url, kind_of, organizations_urls
from scraper.pages.sessionnet.agenda import read_agenda
from scraper.pages.sessionnet.calendar import read_calendar
from scraper.pages.sessionnet.consultations import read_consultations
from scraper.pages.sessionnet.document import Page
from scraper.pages.sessionnet.organization import read_organization
from scraper.pages.sessionnet.organizations import read_organizations
from scraper.pages.sessionnet.paper import read_paper
from scraper.pages.sessionnet.person import read_person

__all__ = ["READERS", "agenda_urls", "calendar_url", "kind_of", "organizations_urls"]


READERS = readers(
    Page,
    {
        "calendar": read_calendar,
        "agenda": read_agenda,
        "paper": read_paper,
        "consultations": read_consultations,
        "organizations": read_organizations,
        "organization": read_organization,
        "person": read_person,
    },
)
"""By kind of page, as kind_of tells it."""
