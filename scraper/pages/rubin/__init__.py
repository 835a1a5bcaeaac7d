"""Readers of more! rubin: its data as JSON, the PHP pages that carry it in a script, and the older tables.

docs/systems.md says per kind of page what is taken, and what is shown and not taken.
"""

from scraper.pages.council.reader import readers
from scraper.pages.rubin.addresses import agenda_urls, calendar_url, entries, kind_of, organizations_urls
from scraper.pages.rubin.agenda import read_agenda
from scraper.pages.rubin.bodies import read_bodies
from scraper.pages.rubin.calendar import read_calendar
from scraper.pages.rubin.document import Page

__all__ = ["READERS", "agenda_urls", "calendar_url", "entries", "kind_of", "organizations_urls"]


READERS = readers(Page, {"calendar": read_calendar, "agenda": read_agenda, "bodies": read_bodies})
"""By kind of page, as kind_of tells it."""
