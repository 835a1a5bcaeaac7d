"""The pages of this folder: our own words in the markup of each layout."""

from tests.support.saved_pages import SavedPages, of

__all__ = ["PAGES", "SAVED", "SHOWN_AT", "SITE", "leads_to", "of", "read", "read_as"]

SAVED = SavedPages(
    system="sessionnet",
    site="https://ris.example.org/bi/",
    shown_at={
        "si0040-layout6.html": "si0040.php?__cjahr=2027&__cmonat=3",
        "si0040-layout5.html": "si0040.php?__cjahr=2027&__cmonat=3",
        "si0040-old.html": "si0040.asp?__cjahr=2027&__cmonat=3",
        "si0041-old.html": "si0041.asp?__ctopic=gr&__kgrnr=12",
        "si0040-appointments.html": "si0040.asp?__cjahr=2027&__cmonat=3",
        "si0057-layout6.html": "si0057.php?__ksinr=7001&smcspf=4",
        "si0057-items-with-pages.html": "si0057.php?__ksinr=7001",
        "to0040-old.html": "to0040.asp?__ksinr=7001",
        "si0056-cards.html": "si0056.asp?__ksinr=7001",
        "si0056-panels.html": "si0056.asp?__ksinr=7001",
        "vo0050-layout6.html": "vo0050.php?__kvonr=4711&voselect=7001",
        "vo0050-old.html": "vo0050.php?__kvonr=4711",
        "vo0053-cards.html": "vo0053.php?__kvonr=4711",
        "gr0040-layout6.html": "gr0040.asp?__cwpall=1",
        "kp0040-layout6.html": "kp0040.asp?__kgrnr=12",
        "kp0050-layout6.html": "kp0050.asp?__kpenr=261",
    },
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to
