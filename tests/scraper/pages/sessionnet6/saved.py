"""The pages of this folder: our own words in the forms of the system."""

from tests.support.saved_pages import SavedPages, of

__all__ = ["PAGES", "SAVED", "SHOWN_AT", "SITE", "leads_to", "of", "read", "read_as"]

SAVED = SavedPages(
    system="sessionnet6",
    site="https://rats.example.org/buergerportal/",
    shown_at={
        "sitzungen.json": "api/v1/sitzungen?von=2027-03-01&bis=2027-03-31",
        "tagesordnung.json": "api/v1/sitzungen/7001/tagesordnung",
        "dokumente.json": "api/v1/sitzungen/7001/tagesordnung/dokumente",
        "gremien.json": "api/v1/gremien",
    },
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to
