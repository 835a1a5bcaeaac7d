"""Readers of SessionNet 6 (Somacos), whose app reads everything as JSON: one for each kind of answer.

docs/systems.md says per kind of answer what is taken, and what is told and not taken.
"""

from scraper.pages.council.reader import readers
from scraper.pages.sessionnet6.addresses import agenda_urls, calendar_url, kind_of, organizations_urls
from scraper.pages.sessionnet6.agenda import read_agenda
from scraper.pages.sessionnet6.calendar import read_calendar
from scraper.pages.sessionnet6.document import Page
from scraper.pages.sessionnet6.documents import read_documents
from scraper.pages.sessionnet6.organizations import read_organizations

__all__ = ["READERS", "agenda_urls", "calendar_url", "kind_of", "organizations_urls"]


READERS = readers(
    Page,
    {
        "calendar": read_calendar,
        "agenda": read_agenda,
        "documents": read_documents,
        "organizations": read_organizations,
    },
)
"""By kind of page, as kind_of tells it."""
