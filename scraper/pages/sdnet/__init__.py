"""Readers of SD.NET RIM 4 (Sternberg): one for each kind of page.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.council.reader import readers
from scraper.pages.sdnet.addresses import agenda_urls, calendar_page_url, calendar_url, kind_of, organizations_urls
from scraper.pages.sdnet.agenda import read_agenda
from scraper.pages.sdnet.calendar import read_calendar
from scraper.pages.sdnet.document import Page, checked
from scraper.pages.sdnet.organization import read_organization
from scraper.pages.sdnet.organizations import read_organizations
from scraper.pages.sdnet.paper import read_paper
from scraper.pages.sdnet.papers import read_papers
from scraper.pages.sdnet.person import read_person

__all__ = ["READERS", "agenda_urls", "calendar_page_url", "calendar_url", "kind_of", "organizations_urls"]


READERS = readers(
    Page,
    {
        "calendar": checked(read_calendar),
        "agenda": checked(read_agenda),
        "paper": checked(read_paper),
        "papers": checked(read_papers),
        "organizations": checked(read_organizations),
        "organization": checked(read_organization),
        "person": checked(read_person),
    },
)
"""By kind of page, as kind_of tells it."""
