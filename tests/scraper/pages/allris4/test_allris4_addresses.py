import pytest

from scraper.pages.allris4 import agenda_urls, calendar_url, kind_of, organizations_urls
from scraper.pages.allris4.addresses import number_in, numbers_in

SITE = "https://ris.example.org/public/"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (f"{SITE}si010?MM=3&YY=2027", "calendar"),
        (f"{SITE}si010?4-1.0-&MM=3&YY=2027", "calendar"),
        (f"{SITE}to010;jsessionid=0A1B?SILFDNR=7", "agenda"),
        ("https://ris.example.org/TO020?TOLFDNR=7", "item"),
        ("https://ris.example.org/allris/vo020?VOLFDNR=7&refresh=false", "paper"),
        (f"{SITE}gr010", "organizations"),
        (f"{SITE}gr020?GRLFDNR=7#top", "organization"),
        (f"{SITE}kp020?KPLFDNR=7", "person"),
        (f"{SITE}si018", None),
        (f"{SITE}wicket/resource/org.apache.wicket.Application/doc7.pdf", None),
        ("https://ris.example.org/bi/si010.asp?MM=3&YY=2027", None),
        (SITE, None),
        ("", None),
    ],
)
def test_the_name_tells_the_kind_of_page(url: str, kind: str | None) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    "root",
    [SITE, SITE.rstrip("/"), f"{SITE}si010", f"{SITE}si010?MM=1&YY=2020", f"{SITE}to010;jsessionid=0A?SILFDNR=7"],
)
def test_any_address_of_a_site_leads_to_its_pages(root: str) -> None:
    assert calendar_url(root, 2027, 3) == f"{SITE}si010?MM=3&YY=2027"
    assert organizations_urls(root) == [f"{SITE}gr010"]
    assert agenda_urls(root, "70011") == [f"{SITE}to010?SILFDNR=70011&refresh=false"]


def test_a_site_may_stand_at_the_root() -> None:
    assert calendar_url("https://ris.example.org", 2027, 3) == "https://ris.example.org/si010?MM=3&YY=2027"


@pytest.mark.parametrize(
    ("address", "of", "number"),
    [
        ("./to010?SILFDNR=70011&refresh=false", "meeting", "70011"),
        ("./to010?0-1.0-&SILFDNR=0070011", "meeting", "70011"),
        ("./to010?refresh=false", "meeting", None),
        ("./to010?SILFDNR=000", "meeting", None),
        ("./to010?XSILFDNR=3", "meeting", None),
        ("./vo020?VOLFDNR=4711&TOLFDNR=5003", "item", "5003"),
        ("./wicket/resource/org.apache.wicket.Application/doc9001.pdf", "document", "9001"),
        ("./to010?SILFDNR=" + "9" * 30, "meeting", None),
    ],
)
def test_numbers_in_addresses(address: str, of: str, number: str | None) -> None:
    assert number_in(address, of) == number


def test_numbers_in_the_source_of_a_page() -> None:
    source = '<a href="./to020?TOLFDNR=1&amp;SILFDNR=9"></a> "u":"./to010?0-1.0-link&SILFDNR=009&XSILFDNR=8&SILFDNR="'
    found = numbers_in(source)
    assert (found["meeting"], found["item"], found["paper"]) == ({"9"}, {"1"}, set())
