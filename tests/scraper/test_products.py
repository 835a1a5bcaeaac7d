from pathlib import Path

import pytest

from scraper.products import oparl_addresses, product_of

PAGES = Path(__file__).resolve().parents[2] / "../shared/corpus/pages"
RECORDED = {
    "sessionnet": "SessionNet",
    "allris3": "ALLRIS",
    "allris4": "ALLRIS",
    "sdnet": "SD.NET RIM",
    "rubin": "more! rubin",
    "muenchen": None,
    "provox": None,
    "other": None,
}


@pytest.mark.parametrize(
    ("page", "name", "version"),
    [
        ('<meta name="Generator" content="Somacos, SessionNet Version 5.3.3 bi (Layout 4)">', "SessionNet", "5.3.3"),
        ('<a href="si0057.php?__ksinr=1192">Rat</a>', "SessionNet", None),
        ('<meta name="description" content="ALLRIS net Version 4.1.7 (4170041)">', "ALLRIS", "4.1.7"),
        ('<form action="to010.asp" method="post">', "ALLRIS", None),
        ("<title>Termine - SD.NET RIM 4 | Musterstadt</title>", "SD.NET RIM", "4"),
        ('<a href="https://musterstadt.gremien.info/meeting.php?sid=7">', "more! rubin", None),
    ],
)
def test_a_council_system_is_known_by_its_pages(page: str, name: str, version: str | None) -> None:
    product = product_of(page)
    assert product is not None
    assert (product.name, product.version) == (name, version)
    assert product.evidence in page


@pytest.mark.parametrize(
    "page",
    [
        "<title>Grüne Musterstadt</title><p>Unsere Anfrage zur Session im Netz</p>",
        '<a href="/ris/">Zum Ratsinformationssystem</a>',
        "",
    ],
)
def test_other_pages_are_no_council_system(page: str) -> None:
    assert product_of(page) is None


@pytest.mark.skipif(not PAGES.exists(), reason="the recorded pages are not here")
@pytest.mark.parametrize("folder", RECORDED)
def test_recorded_pages_are_told_apart(folder: str) -> None:
    pages = [path for path in PAGES.glob(f"{folder}/**/*") if path.suffix in (".html", ".xml", ".json")]
    assert pages
    for path in pages:
        product = product_of(path.read_text(encoding="utf-8", errors="replace"))
        assert (product.name if product else None) == RECORDED[folder], path.name


def test_oparl_is_looked_for_below_each_folder_of_the_site() -> None:
    assert oparl_addresses("https://www.ris.example.org/bi/si010.asp?MM=1", "SD.NET RIM") == [
        "https://www.ris.example.org/bi/webservice/oparl/v1.1/system",
        "https://www.ris.example.org/bi/webservice/oparl/v1.0/system",
        "https://www.ris.example.org/webservice/oparl/v1.1/system",
        "https://www.ris.example.org/webservice/oparl/v1.0/system",
    ]


def test_a_server_of_the_directory_comes_first() -> None:
    first, *_ = oparl_addresses("https://ratsinfo.magdeburg.de/si0040.asp", "SessionNet")
    assert first == "https://ratsinfo.magdeburg.de/oparl/system"
