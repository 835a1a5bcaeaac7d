"""List pages and addresses of OParl servers."""

from typing import Any

import pytest

from scraper.pages.oparl import Addresses, ListPage, read_list
from scraper.pages.oparl.addresses import is_address, joined, numbered, page_key, page_number, with_query


@pytest.mark.parametrize(
    ("value", "page"),
    [
        (
            {
                "data": [{"id": "a"}],
                "pagination": {"totalElements": "21", "elementsPerPage": 10},
                "links": {"next": "n", "prev": "p", "last": "l"},
            },
            ListPage(({"id": "a"},), next="n", previous="p", last="l", total=21, total_pages=3),
        ),
        ([], ListPage(())),
        (["a", "b"], ListPage(("a", "b"))),
        ({"data": None}, ListPage(())),
        ({"data": {"id": "a"}, "links": [], "pagination": []}, ListPage(({"id": "a"},))),
        ({"data": [None, "", {"id": "a"}], "links": None}, ListPage(({"id": "a"},))),
        ({"id": "a"}, ListPage(({"id": "a"},))),
        ({"error": "nicht gefunden"}, None),
        ("ok", None),
        (None, None),
    ],
)
def test_lists_in_every_shape(value: Any, page: ListPage | None) -> None:
    assert read_list(value) == page


def test_a_server_has_one_spelling_for_its_addresses_and_one_place_to_ask() -> None:
    addresses = Addresses("http://127.0.0.1:8080/oparl/system")
    addresses.called("https://www.council.example.org/oparl/system")
    for spelled in (
        "https://www.council.example.org/oparl/paper/1",
        "http://council.example.org:80/oparl/paper/1",
        "HTTP://Council.Example.org/oparl/paper/1",
        "http://127.0.0.1:8080/oparl/paper/1",
        "/oparl/paper/1",
    ):
        assert addresses.canonical(spelled) == "https://www.council.example.org/oparl/paper/1"
        assert addresses.to_ask(spelled) == "http://127.0.0.1:8080/oparl/paper/1"
        assert addresses.is_ours(addresses.canonical(spelled))
    assert addresses.canonical("https://elsewhere.example.org/x") == "https://elsewhere.example.org/x"
    assert not addresses.is_ours("https://elsewhere.example.org/x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://a.example.org/1", True),
        ("/oparl/paper/1", True),
        ("Rat der Stadt", False),
        ("/ ohne /", False),
        ("/", False),
        ("http://[::1", False),
        ("https://", False),
        ("", False),
        (17, False),
        (None, False),
    ],
)
def test_what_is_an_address(value: object, expected: bool) -> None:
    assert is_address(value) is expected


def test_query_values_are_sent_as_they_stand() -> None:
    since = {"limit": "100", "modified_since": "2026-01-01T00:00:00+01:00"}
    assert with_query("http://a/list?page=3&limit=5#x", since) == (
        "http://a/list?page=3&limit=100&modified_since=2026-01-01T00:00:00+01:00"
    )
    assert with_query("http://a/list", {}) == "http://a/list"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("?page=2", "http://a.example.org/oparl/list?page=2"),
        ("/oparl/list?page=2", "http://a.example.org/oparl/list?page=2"),
        ("https://b.example.org/list?page=2", "https://b.example.org/list?page=2"),
        ("http://[", None),
        ("javascript:void(0)", None),
    ],
)
def test_links_are_read_as_on_their_page(link: str, address: str | None) -> None:
    assert joined("http://a.example.org/oparl/list?page=1", link) == address


@pytest.mark.parametrize(
    ("address", "number", "second"),
    [
        ("http://a/list", 1, "http://a/list?page=2"),
        ("http://a/list?page=7&limit=100", 7, "http://a/list?page=2&limit=100"),
        ("http://a/papers.asp?body=1&p=3", 3, "http://a/papers.asp?body=1&p=2"),
        ("http://a/list?homepage=9", 1, "http://a/list?homepage=9&page=2"),
    ],
)
def test_numbers_of_pages(address: str, number: int, second: str) -> None:
    assert page_number(address) == number
    assert numbered(address, 2) == second


def test_one_page_has_one_key() -> None:
    assert page_key("http://a/list/?page=2&limit=5") == page_key("https://b:81/list?limit=5&page=2")
    assert page_key("http://a/list?page=2") != page_key("http://a/list?page=3")
