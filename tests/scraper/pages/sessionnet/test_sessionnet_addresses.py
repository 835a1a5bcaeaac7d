import pytest

from scraper.pages.council.page import absolute
from scraper.pages.sessionnet import agenda_urls, calendar_url, kind_of, organizations_urls
from scraper.pages.sessionnet.addresses import canonical, number_in, paper_in


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://ris.example.org/bi/si0040.php?__cjahr=2027&__cmonat=3", "calendar"),
        ("https://ris.example.org/si0046.asp?__cselect=65536", "calendar"),
        ("https://ris.example.org/bi/SI0057.ASP?__ksinr=7", "agenda"),
        ("https://ris.example.org/bi/to0040.php?__ksinr=7", "agenda"),
        ("https://ris.example.org/bi/si0050.php?__ksinr=7#top", "agenda"),
        ("https://ris.example.org/bi/vo0050.php?__kvonr=7", "paper"),
        ("https://ris.example.org/bi/ag0050.php?__kagnr=7", "paper"),
        ("https://ris.example.org/bi/vo0053.php?__kvonr=7", "consultations"),
        ("https://ris.example.org/bi/gr0040.php", "organizations"),
        ("https://ris.example.org/bi/gr0040.php?__kgrnr=7", "organization"),
        ("https://ris.example.org/bi/kp0040.php?__kgrnr=7", "organization"),
        ("https://ris.example.org/bi/kp0041.php?__kgrnr=7", "organization"),
        ("https://ris.example.org/bi/kp0041.php", None),
        ("https://ris.example.org/bi/pe0051.php?__kpenr=7", "person"),
        ("https://ris.example.org/bi/getfile.php?id=7&type=do", None),
        ("https://ris.example.org/bi/info.php", None),
        ("https://ris.example.org/si0040.html", None),
        ("https://[broken/si0040", None),
        ("", None),
    ],
)
def test_the_script_tells_the_kind_of_page(url: str, kind: str | None) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (
            "https://ris.example.org/bi/si0040.asp",
            "https://ris.example.org/bi/si0040.asp?__cjahr=2027&__cmonat=3&__canz=1&__cselect=0",
        ),
        (
            "https://ris.example.org/bi/info.php?__cpanr=12",
            "https://ris.example.org/bi/si0040.php?__cjahr=2027&__cmonat=3&__canz=1&__cselect=0&__cpanr=12",
        ),
        (
            "https://ris.example.org/bi/",
            "https://ris.example.org/bi/si0040.php?__cjahr=2027&__cmonat=3&__canz=1&__cselect=0",
        ),
    ],
)
def test_a_month_is_asked_for_with_the_ending_and_the_town_of_the_site(root: str, expected: str) -> None:
    assert calendar_url(root, 2027, 3) == expected


def test_the_other_addresses_of_a_site() -> None:
    root = "https://ris.example.org/bi/info.asp?__cpanr=2"
    assert organizations_urls(root) == ["https://ris.example.org/bi/gr0040.asp?__cwpall=1&__cpanr=2"]
    assert agenda_urls(root, "7001") == [
        "https://ris.example.org/bi/si0057.asp?__ksinr=7001",
        "https://ris.example.org/bi/to0040.asp?__ksinr=7001",
        "https://ris.example.org/bi/si0056.asp?__ksinr=7001",
    ]


@pytest.mark.parametrize(
    ("address", "of", "number"),
    [
        ("si0057.asp?smcspf=4&__ksinr=007", "meeting", "7"),
        ("getfile.asp?id=340369&type=do&", "file", "340369"),
        ("getfile.php?type=do&id=12", "file", "12"),
        ("si0046.asp?__ksigrnr=82", "organization", "82"),
        ("si0057.asp?__ksinr=", "meeting", None),
        ("si0057.asp?__ksinr=1234567890123456789012", "meeting", None),
        ("other.php?id=12", "document", None),
    ],
)
def test_numbers_in_addresses(address: str, of: str, number: str | None) -> None:
    assert number_in(address, of) == number


def test_papers_and_requests_have_names_of_their_own() -> None:
    assert (paper_in("vo0050.php?__kvonr=5"), paper_in("ag0050.php?__kagnr=5"), paper_in("info.php")) == (
        "5",
        "ag5",
        None,
    )


def test_one_page_has_one_address_whatever_led_to_it() -> None:
    assert canonical("vo0050.asp?__kvonr=5&voselect=7001", "paper") == canonical("vo0050.asp?x=1&__kvonr=5", "paper")


def test_an_address_that_is_none_leads_nowhere() -> None:
    assert absolute("https://ris.example.org/", "http://[x") is None
