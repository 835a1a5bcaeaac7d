"""The pages of this folder: our own words in the markup of public sites."""

from scraper.pages.reading import Reading
from tests.support.saved_pages import SavedPages, of

__all__ = ["PAGES", "SAVED", "SHOWN_AT", "SITE", "changed", "leads_to", "of", "read", "read_as"]

SAVED = SavedPages(
    system="sdnet",
    site="https://rim.example.org/",
    shown_at={
        "termine.ics": "termine/ics/SD.NET_RIM.ics",
        "tops.ics": "tops/ics/?__=T0pz",
        "termine.html": "termine",
        "termine-2027.html": "termine?__=SmFocg",
        "tops.html": "tops/?__=T0pz",
        "vorgang.html": "vorgang/?__=Vm9yZ2FuZw",
        "vorgang-item.html": "vorgang/?__=UHVua3Q",
        "vorlagen.html": "vorlagen",
        "gremien.html": "gremien",
        "fraktionen.html": "fraktionen",
        "gremium.html": "gremien/?__=R3JlbWl1bQ",
        "person.html": "personen/?__=UGVyc29u",
    },
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to


def changed(page: str, old: str, new: str, times: int = -1) -> Reading:
    """The page read with `old` replaced."""
    text = SAVED.body(page).decode()
    assert old in text
    return read_as(text.replace(old, new, times).encode(), SAVED.url(page))
