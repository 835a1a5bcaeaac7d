"""Addresses of one release come to one name; those of several do not."""

import pytest

from scraper.pages.press.addresses import absolute, looks_like_release, page_key, same_site, tidy

SAME = [
    "https://www.gruene.de/presse/radweg/",
    "http://gruene.de/presse/radweg",
    "https://www.gruene.de:443/presse/radweg/?utm_source=x&fbclid=9",
    "https://www.GRUENE.de/presse/radweg/#comments",
    "https://gruene.de/presse/radweg/index.html",
    "https://gruene.de/presse/radweg/;jsessionid=AB12",
    "https://web.archive.org/web/20170317081200/http://www.gruene.de/presse/radweg/",
    "https://gruene.de/presse/radweg/?print=1",
]


@pytest.mark.parametrize("address", SAME)
def test_one_release_has_one_key(address: str) -> None:
    assert page_key(address) == "https://gruene.de/presse/radweg"


DIFFERENT = [
    "https://spd.de/?p=12",
    "https://spd.de/?p=13",
    "https://spd.de/index.php?id=5&tx_news_pi1[news]=7",
    "https://spd.de/index.php?id=5&tx_news_pi1[news]=8",
    "https://spd.de/detail.php?show=radwege",
    "https://spd.de/detail.php?show=haushalt",
    "https://spd.de/Presse",
    "https://spd.de/presse",
]


def test_different_pages_have_different_keys() -> None:
    assert len({page_key(address) for address in DIFFERENT}) == len(DIFFERENT)


def test_order_of_parameters_and_the_action_do_not_matter() -> None:
    assert page_key("https://x.de/?b_id=2&a_id=1&tx_news_pi1[action]=detail&cHash=ff") == page_key(
        "https://x.de/?a_id=1&b_id=2"
    )


def test_tidy_keeps_an_address_that_answers() -> None:
    assert tidy("HTTP://www.X.de/a b/ü?id=3&utm_medium=mail#top") == "http://www.x.de/a%20b/%C3%BC?id=3"


@pytest.mark.parametrize(
    "href", ["mailto:a@b.de", "javascript:void(0)", "tel:0211", "http://[kaputt", "https://x.de:99999999/", "data:,x"]
)
def test_what_is_no_web_address(href: str) -> None:
    assert absolute(href, "https://x.de/") is None


def test_same_site() -> None:
    assert same_site("http://www.x.de/a", "https://x.de/b")
    assert not same_site("https://x.de/a", "https://y.x.de/a")
    assert not same_site("http://127.0.0.1:80/", "http://127.0.0.1:8000/")


@pytest.mark.parametrize(
    ("address", "is_release"),
    [
        ("https://x.de/presse/radweg-kommt/", True),
        ("https://x.de/2021/01/15/radweg/", True),
        ("https://x.de/aktuelles/detail/News/radweg/", True),
        ("https://x.de/index.php?tx_news_pi1[news]=7", True),
        ("https://x.de/pm_radwege/", True),
        ("https://x.de/presse/", False),
        ("https://x.de/presse/pressekontakt/", False),
        ("https://x.de/kategorie/presse/page/2/", False),
        ("https://x.de/presse/radweg.pdf", False),
        ("https://x.de/ueber-uns/", False),
        ("https://x.de/", False),
    ],
)
def test_what_looks_like_a_release_in_a_sitemap(address: str, is_release: bool) -> None:
    assert looks_like_release(address) is is_release


@pytest.mark.parametrize("view", ["", "/", "/amp/", "/print", "/?print=1", "?share=x&nb=1", "/?amp", "/#comments"])
def test_other_views_of_a_release_have_its_name(view: str) -> None:
    assert page_key(f"http://www.x.de/presse/radweg{view}") == "https://x.de/presse/radweg"
