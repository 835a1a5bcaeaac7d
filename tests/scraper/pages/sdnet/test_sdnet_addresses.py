import pytest

from scraper.pages.sdnet import agenda_urls, calendar_page_url, calendar_url, kind_of, organizations_urls
from scraper.pages.sdnet.addresses import papers_url, site_of


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://rim.example.org/termine", "calendar"),
        ("https://rim.example.org/termine?__=SmFocg", "calendar"),
        ("https://rim.example.org/termine/ics/SD.NET_RIM.ics", "calendar"),
        ("https://rim.example.org/termine/ics/?__=SmFocg", "calendar"),
        ("https://rim.example.org/tops/ics/?__=T0pz", "calendar"),
        ("https://rim.example.org/klarhausen/tops/?__=T0pz", "agenda"),
        ("https://rim.example.org/tops?__=T0pz#top", "agenda"),
        ("https://rim.example.org/vorgang/?__=T0pz", "paper"),
        ("https://rim.example.org/vorlagen", "papers"),
        ("https://rim.example.org/vorlagen/?__=T0pz", "papers"),
        ("https://rim.example.org/gremien", "organizations"),
        ("https://rim.example.org/gremien/", "organizations"),
        ("https://rim.example.org/gremien?__=U2VpdGU", "organizations"),
        ("https://rim.example.org/gremien/?__=R3Vw", "organization"),
        ("https://rim.example.org/fraktionen/?__=R3Vw", "organization"),
        ("https://rim.example.org/personen/?__=R3Vw", "person"),
        ("https://rim.example.org/personen", None),
        ("https://rim.example.org/termine/json/Sitzungstermine/", None),
        ("https://rim.example.org/sdnetrim/R3Vw/Vorlage.pdf", None),
        ("https://rim.example.org/startseite", None),
        ("https://[broken/termine", "calendar"),
        ("", None),
    ],
)
def test_the_folder_tells_the_kind_of_page(url: str, kind: str | None) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://rim.example.org", "https://rim.example.org/"),
        ("https://rim.example.org/startseite", "https://rim.example.org/"),
        ("https://rim.example.org/termine/ics/SD.NET_RIM.ics", "https://rim.example.org/"),
        ("https://rim.example.org/klarhausen/tops/?__=T0pz", "https://rim.example.org/klarhausen/"),
        ("https://rim.example.org/klarhausen/", "https://rim.example.org/klarhausen/"),
        ("https://rim.example.org/klarhausen", "https://rim.example.org/klarhausen/"),
        ("https://rim.example.org/klarhausen/index.php", "https://rim.example.org/klarhausen/"),
        ("https://rim.example.org/klarhausen/startseite/", "https://rim.example.org/klarhausen/"),
    ],
)
def test_the_site_that_a_page_belongs_to(url: str, site: str) -> None:
    assert site_of(url) == site


def test_the_addresses_that_need_no_token() -> None:
    root = "https://rim.example.org/klarhausen/gremien"
    site = "https://rim.example.org/klarhausen/"
    assert calendar_url(root, 2027, 3) == f"{site}termine/ics/SD.NET_RIM.ics"
    assert calendar_page_url(root) == f"{site}termine"
    assert papers_url(root) == f"{site}vorlagen"
    assert organizations_urls(root) == [f"{site}gremien", f"{site}fraktionen"]
    assert agenda_urls(root, "rat-2027-03-18") == []
