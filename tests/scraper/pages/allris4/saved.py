"""The pages of this folder: our own words in ALLRIS 4's markup."""

from tests.support.saved_pages import SavedPages, of

__all__ = ["PAGES", "SAVED", "SHOWN_AT", "SITE", "leads_to", "of", "read", "read_as", "saved"]

SAVED = SavedPages(
    system="allris4",
    site="https://ris.example.org/public/",
    shown_at={
        "si010-rows.xml": "si010?4-1.0-&MM=3&YY=2027",
        "to010.html": "to010?SILFDNR=70011&refresh=false",
        "to010-40.html": "to010?SILFDNR=310&refresh=false",
        "to020.html": "to020?TOLFDNR=5003&SILFDNR=70011",
        "vo020.html": "vo020?VOLFDNR=4711&refresh=false",
        "gr010-rows.xml": "gr010?7-1.0-",
        "gr020.html": "gr020?GRLFDNR=12",
        "kp020.html": "kp020?KPLFDNR=501",
    },
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to
saved = SAVED.body
