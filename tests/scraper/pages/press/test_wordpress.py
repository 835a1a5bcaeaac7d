"""Answers of WordPress' REST API -> releases."""

import json

import pytest

from scraper.pages.press.wordpress import (
    NotWordPressError,
    allowed_per_page,
    is_release_page,
    posts_address,
    read_posts,
    read_press_types,
)
from tests.support.press_site import post, releases

API = "https://www.spd-musterstadt.de/wp-json/wp/v2/posts"
SITE = "https://www.spd-musterstadt.de"
ONE = releases(1)[0]


def answer(*posts: object) -> bytes:
    return json.dumps(posts).encode()


def test_a_post_with_all_its_fields() -> None:
    (release,) = read_posts(answer(post(ONE, SITE, title={"rendered": "Gr&uuml;n &#038; gut"})), API).releases
    assert release.vendor_id == "https://spd-musterstadt.de/presse/radweg-nummer-1-kommt"
    assert release.source_url == f"{SITE}/presse/radweg-nummer-1-kommt/"
    assert release.response_url == API
    assert release.title == "Grün & gut"
    assert (release.published_text, release.modified_text) == ("2026-01-01T09:00:00Z", "2026-01-01T10:00:00Z")
    assert release.author == "Erika Mustermann"
    assert release.tags == ["Verkehr & Umwelt", "Rad"]
    assert release.text is not None
    assert release.text.startswith("Der Rat der Stadt")


def test_without_utc_the_site_s_own_time_is_taken() -> None:
    (release,) = read_posts(answer(post(ONE, SITE, date_gmt=None, modified_gmt="0000-00-00T00:00:00")), API).releases
    assert (release.published_text, release.modified_text) == ("2026-01-01T10:00:00", "2026-01-01T11:00:00")


@pytest.mark.parametrize(
    "embedded",
    [None, {}, {"author": [{"code": "rest_user_invalid_id"}]}, {"author": [{"name": "admin"}], "wp:term": [None]}],
)
def test_a_hidden_author_is_none(embedded: object) -> None:
    (release,) = read_posts(answer(post(ONE, SITE, _embedded=embedded)), API).releases
    assert (release.author, release.tags) == (None, [])


def test_what_is_behind_a_password_keeps_title_and_day() -> None:
    page = read_posts(answer(post(ONE, SITE, content={"rendered": "", "protected": True})), API)
    assert [(one.title, one.text) for one in page.releases] == [(ONE.title, None)]
    assert [one.severity for one in page.complaints] == ["warning"]


def test_a_post_without_text_is_to_be_read_from_its_page() -> None:
    page = read_posts(answer(post(ONE, SITE, content={"rendered": "<p>[vc_row]</p>", "protected": False})), API)
    assert page.releases == []
    assert [(address, known.title) for address, known in page.without_text] == [(SITE + ONE.path, ONE.title)]


def test_a_post_that_is_none_becomes_a_complaint() -> None:
    page = read_posts(answer({"id": 3}, post(ONE, SITE)), API)
    assert len(page.releases) == 1
    assert page.count == 2
    assert [one.severity for one in page.complaints] == ["error"]


def test_the_page_after_the_last() -> None:
    assert read_posts(b'{"code":"rest_post_invalid_page_number","message":"x"}', API).is_past_the_end


def test_php_warnings_before_the_answer() -> None:
    body = b"\xef\xbb\xbf<br />\n<b>Deprecated</b>: f() in [x.php] on line 3<br />" + answer(post(ONE, SITE))
    assert len(read_posts(body, API).releases) == 1


@pytest.mark.parametrize(
    "body", [b"", b"<html>Nein</html>", b"null", b'{"code":"rest_disabled","message":"Nein"}', b'"x"', b"[[[["]
)
def test_no_wordpress(body: bytes) -> None:
    with pytest.raises(NotWordPressError):
        read_posts(body, API)


@pytest.mark.parametrize(
    ("root", "address"),
    [
        ("https://x.de/wp-json/", "https://x.de/wp-json/wp/v2/posts?per_page=5"),
        ("https://x.de/blog/wp-json", "https://x.de/blog/wp-json/wp/v2/posts?per_page=5"),
        ("https://x.de/?rest_route=/", "https://x.de/?rest_route=/wp/v2/posts&per_page=5"),
    ],
)
def test_addresses_of_posts(root: str, address: str) -> None:
    assert posts_address(root, per_page=5) == address


@pytest.mark.parametrize(
    ("address", "is_release"),
    [
        ("https://x.de/pm_radwege/", True),
        ("https://x.de/presse/sichere-radwege-jetzt/", True),
        ("https://x.de/presse/", False),
        ("https://x.de/presse/kontakt/", False),
        ("https://x.de/ueber-uns/", False),
    ],
)
def test_which_static_pages_are_releases(address: str, is_release: bool) -> None:
    assert is_release_page(address) is is_release


def test_types_of_posts_that_hold_releases() -> None:
    bases = ["posts", "pages", "presse", "pm", "news", "newsletter", "pressefotos", "termine", "font-families/(?P<id>)"]
    types = {str(number): {"rest_base": base} for number, base in enumerate(bases)}
    assert read_press_types(json.dumps(types).encode()) == ["presse", "pm", "news"]
    assert read_press_types(b'{"code":"rest_cannot_view","data":{"status":401}}') == []


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        (
            b'{"code":"rest_invalid_param","data":{"params":{"per_page":"von 1 (inklusive) bis 20 (inklusive)"}}}',
            20,
        ),
        (b'{"code":"rest_invalid_param","data":{"params":{"per_page":"zu viele"}}}', 10),
        (b'{"code":"rest_invalid_param","data":{"params":{"orderby":"x"}}}', None),
    ],
)
def test_how_many_posts_at_a_time_a_refusal_allows(body: bytes, allowed: int | None) -> None:
    assert allowed_per_page(body) == allowed
