from pathlib import Path

import pytest

from scraper.detection.products import linked_council, oparl_addresses, product_of, start_of

PAGES = Path(__file__).resolve().parents[3] / "../shared/corpus/pages"
RECORDED = {
    "sessionnet": "SessionNet",
    "sessionnet6": "SessionNet 6",
    "allris3": "ALLRIS 3",
    "allris4": "ALLRIS 4",
    "sdnet": "SD.NET RIM",
    "rubin": "more! rubin",
    "provox": "Provox IIP",
    "other/cron-ratsinfo": "cronmm_ratsinfo (TYPO3)",
    "other/komfa": "KOMFA-RIS",
    "other/regisafe": "regisafe",
}


@pytest.mark.parametrize(
    ("page", "system", "version"),
    [
        ('<meta name="Generator" content="Somacos, SessionNet Version 5.3.3 bi (Layout 4)">', "sessionnet", "5.3.3"),
        ('<a href="si0057.php?__ksinr=1192">Rat</a>', "sessionnet", None),
        ('<meta name="description" content="ALLRIS net Version 4.1.7 (4170041)">', "allris4", "4.1.7"),
        ('<form action="to010.asp" method="post">', "allris3", None),
        ("<root><list><termin><silfdnr>7001</silfdnr>", "allris3", None),
        ('<div class="smclayout smc_page_kp0050_layout">', "sessionnet", None),
        ("<title>SessionNet | Vorlage</title>", "sessionnet", None),
        ('{"meetings": [{"nummer": "2027-SR-103", "nummer_si": null}]}', "rubin", None),
        ('[{"grNr": 1, "name": "Stadtrat"}]', "sessionnet6", None),
        ('[{"toNr": 2412, "doNr": 3135, "name": "Beschlussvorlage"}]', "sessionnet6", None),
        ("<title>SessionNet | Start</title><app-root></app-root>", "sessionnet6", None),
        ('<div id="allris"><a href="./to010?SILFDNR=1000264">Rat</a>', "allris4", None),
        ('<div id="allris"><form action="./vo020?0-1.-head-searchform&amp;VOLFDNR=17">', "allris4", None),
        ('<div id="allris" class="to010"><a href="to010_r.asp?SILFDNR=1543&TOLFDNR=2">', "allris3", None),
        ("<title>Termine - SD.NET RIM 4 | Musterstadt</title>", "sdnet", "4"),
        ('<a href="https://musterstadt.gremien.info/meeting.php?sid=7">', "rubin", None),
    ],
)
def test_a_council_system_is_known_by_its_pages(page: str, system: str, version: str | None) -> None:
    product = product_of(page)
    assert product is not None
    assert (product.system, product.version) == (system, version)
    assert product.evidence in page


@pytest.mark.parametrize(
    "page",
    [
        "<title>Grüne Musterstadt</title><p>Unsere Anfrage zur Session im Netz</p>",
        '<a href="/ris/">Zum Ratsinformationssystem</a>',
        "<p>Die Stadt löst SessionNet Version 5 ab; ALLRIS net Version 4 war ihr zu teuer.</p>",
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
    assert oparl_addresses("https://www.ris.example.org/bi/si010.asp?MM=1", "sdnet") == [
        "https://www.ris.example.org/bi/webservice/oparl/v1.1/system",
        "https://www.ris.example.org/bi/webservice/oparl/v1.0/system",
        "https://www.ris.example.org/webservice/oparl/v1.1/system",
        "https://www.ris.example.org/webservice/oparl/v1.0/system",
    ]


def test_a_server_of_the_directory_comes_first() -> None:
    first, *_ = oparl_addresses("https://ratsinfo.magdeburg.de/si0040.asp", "sessionnet")
    assert first == "https://ratsinfo.magdeburg.de/oparl/system"


HOME = "https://gruene-musterstadt.example/"
LINK = "https://ris.musterstadt.example/bi/si0057.php?__ksinr=7&x=1"


def test_a_link_to_a_council_does_not_make_a_partys_page_one() -> None:
    page = f'<p>Mehr in der <a href="{LINK.replace("&", "&amp;")}">Tagesordnung</a>.'
    assert product_of(page, HOME) is None
    assert linked_council(page, HOME) == LINK


def test_nor_does_a_link_without_a_scheme() -> None:
    page = f'<a href="{LINK.removeprefix("https:")}">Tagesordnung</a>'
    assert product_of(page, HOME) is None
    assert linked_council(page, HOME) == LINK


@pytest.mark.parametrize("words", ["Alle Termine auf musterstadt.gremien.info.", "Post an rat@gremien.info"])
def test_nor_does_the_name_of_a_councils_host(words: str) -> None:
    assert product_of(f"<p>{words}</p>", HOME) is None


def test_a_councils_host_may_name_itself() -> None:
    product = product_of("<p>Willkommen auf musterstadt.gremien.info</p>", "https://musterstadt.gremien.info/")
    assert product is not None
    assert product.system == "rubin"


def test_a_link_to_itself_does() -> None:
    page = f'<a href="{LINK}">Rat</a>'
    for url in ("https://ris.musterstadt.example/", "https://www.ris.musterstadt.example/bi/info.php"):
        product = product_of(page, url)
        assert product is not None
        assert product.system == "sessionnet"
        assert linked_council(page, url) is None


@pytest.mark.parametrize(
    ("system", "page", "start"),
    [
        ("sessionnet", '<a href="si0040.asp?__cjahr=2026">', "https://x.example/bi/si0040.asp"),
        ("allris3", '<a href="/bi/si010_e.asp?MM=9">', "https://x.example/bi/si010_e.asp"),
        ("allris4", '<a href="./si010">', "https://x.example/bi/si010"),
        ("sdnet", '<a href="https://x.example/termine">', "https://x.example/termine"),
        ("rubin", "<a href='sitzungskalender.php'>", "https://x.example/bi/sitzungskalender.php"),
        ("rubin", "<p>", "https://x.example/bi/info"),
    ],
)
def test_a_source_begins_at_the_calendar_that_a_page_links(system: str, page: str, start: str) -> None:
    assert start_of(system, "https://x.example/bi/info", page) == start
