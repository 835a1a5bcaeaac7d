"""Whatever comes in place of a page is called by its name, and never read as an empty page."""

import pytest

from tests.scraper.pages.sdnet.saved import SHOWN_AT, SITE, read_as

ADDRESSES = sorted(SHOWN_AT.values())
FRAME = (
    '<html><head><title>{} - SD.NET RIM 4 | Klarhausen</title></head><body><div id="rimcontent">{}</div></body></html>'
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "came"),
    [
        (FRAME.format("Anmeldung", "<input type='password' name='p'>"), "a login page"),
        (FRAME.format("Fehler", "<p>Unter dieser Adresse gibt es nichts.</p>"), "an error page that answers with 200"),
        ("<html><title>Just a moment...</title><body>Please wait</body></html>", "a check for browsers"),
        (FRAME.format("Hinweis", "<p>Wegen Wartungsarbeiten bis 18 Uhr nicht da.</p>"), "a notice of maintenance"),
        ("<html><body><h1>Freibad</h1><p>Heute offen</p></body></html>", "a page that is not SD.NET RIM's"),
        ("", "an empty answer"),
        ("%PDF-1.4\n\0\0", "no HTML page"),
        ('{"error": "none"}', "no HTML page"),
    ],
)
def test_an_answer_that_is_another(address: str, body: str, came: str) -> None:
    reading = read_as(body.encode(), SITE + address)
    assert (reading.items, reading.follow) == ([], [])
    assert [complaint.came for complaint in reading.complaints] == [came]
    assert reading.complaints[0].page_kind.startswith("SD.NET RIM ")


def test_letters_that_were_lost_are_told_of() -> None:
    reading = read_as(b"<html>Ausschuss f+APw-r Wald</html>", f"{SITE}gremien")
    assert reading.complaints[0].expected == "a page whose letters can be read"
