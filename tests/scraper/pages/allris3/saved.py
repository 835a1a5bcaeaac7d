"""The pages of this folder: our own words in the markup of each skin, in the bytes that sites send: windows-1252.

The same as XML is made after what public programs read of it: no recording was at hand.
"""

from tests.support.saved_pages import SavedPages, of

__all__ = ["PAGES", "SAVED", "SHOWN_AT", "SITE", "leads_to", "of", "read", "read_as", "text_of"]

XML = "selfaction=ws&template=xyz"
SAVED = SavedPages(
    system="allris3",
    site="https://ris.example.org/bi/",
    shown_at={
        "si010_e-classic.html": "si010_e.asp?MM=3&YY=2027",
        "si010_r-responsive.html": "si010_r.asp?MM=3&YY=2027",
        "si018-list.html": "si018_a.asp?GRA=12",
        "to010-classic.html": "to010.asp?SILFDNR=7001",
        "to010-responsive.html": "to010_r.asp?SILFDNR=7001",
        "to010-embedded.html": "to010.asp?SILFDNR=7001",
        "to020-classic.html": "to020.asp?TOLFDNR=9102",
        "vo020-classic.html": "vo020.asp?VOLFDNR=4711",
        "vo020-responsive.html": "vo020_r.asp?VOLFDNR=4711",
        "vo040-classic.html": "vo040.asp",
        "fr010-classic.html": "fr010.asp?SELECT=1",
        "au020-classic.html": "au020.asp?AULFDNR=12",
        "pa021-classic.html": "pa021.asp",
        "kp041-classic.html": "kp041.asp?showAll=true",
        "kp020-classic.html": "kp020.asp?KPLFDNR=261&history=true",
        "si010.xml": f"si010.asp?{XML}&kaldatvon=01.03.2027&kaldatbis=30.09.2027",
        "to010.xml": f"to010.asp?{XML}&SILFDNR=7001",
        "to020.xml": f"to020.asp?{XML}&TOLFDNR=9102",
        "kp041.xml": f"kp041.asp?{XML}&showAll=true",
    },
    encoding="cp1252",
)
SITE, SHOWN_AT, PAGES = SAVED.site, SAVED.shown_at, SAVED.folder
read, read_as, leads_to = SAVED.read, SAVED.read_as, SAVED.leads_to


def text_of(page: str) -> str:
    return SAVED.body(page).decode("cp1252")
