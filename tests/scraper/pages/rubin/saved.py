"""The pages of this folder: our own words in the forms of the system."""

from tests.support.saved_pages import SavedPages, of

MEETING = "id=meetings&action=get"
MONTH = "id=calendar&action=get&from=2027-03&to=2027-03&view=list"
__all__ = ["MONTH", "PAGES", "SAVED", "SHOWN_AT", "SITE", "leads_to", "of", "read", "read_as"]

SAVED = SavedPages(
    system="rubin",
    site="https://rats.example.org/",
    shown_at={
        "calendar.json": f"api.php?{MONTH}",
        "sitzungskalender.html": "sitzungskalender.php?skc_zeitraum=1&skc_ansicht=k&d_von=2027-03&d_bis=2027-03",
        "meeting-invited.json": f"api.php?{MEETING}&meeting_id=2027-WA-52&with_agenda_item_documents=true",
        "meeting-minutes.json": f"api.php?{MEETING}&meeting_id=ni_2027-WA-52&with_agenda_item_documents=true",
        "meeting-page.html": "meeting.php?id=ni_2027-WA-52",
        "sitzungen_top.html": "sitzungen_top.php?sid=ni_2013-GR-150",
        "bodies.json": "api.php?id=organizations&action=bodies",
    },
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to
