"""The press spider against WordPress on loopback: what it asks the API for, and the releases it finds."""

import json
from datetime import UTC, datetime

from scraper.items import PressRelease
from tests.support.loopback import Answer, Asked, serving
from tests.support.press_scrape import expected, scrape, titles
from tests.support.press_site import article, html, post, posts_answer, releases, rss, site

WORDPRESS_HEAD = "<link rel='https://api.w.org/' href='/wp-json/'>"


def test_wordpress_gives_all_posts_a_hundred_at_a_time() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return posts_answer([post(one, loopback.url) for one in releases(120)], asked)
        return html("Willkommen", WORDPRESS_HEAD) if asked.path == "/" else Answer(status=404)

    with serving(answer) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(120)
    assert loopback.paths()[:3] == ["/", "/wp-json/wp/v2/posts", "/wp-json/wp/v2/posts"]
    assert sorted(loopback.paths()[3:]) == ["/wp-json/wp/v2/pages", "/wp-json/wp/v2/types"]
    assert crawled.read_whole == {"press_releases"}
    first = next(one for one in crawled.of(PressRelease) if one.title.startswith("Radweg Nummer 1 "))
    assert first.party == "SPD"
    assert first.published_text == "2026-01-01T09:00:00Z"
    assert first.tags == ["Verkehr & Umwelt", "Rad"]


def test_a_wordpress_type_of_posts_for_releases_is_read_too() -> None:
    first, second = releases(2)
    types = {one: {"slug": one, "rest_base": one} for one in ("post", "page", "pressemitteilung", "pressefoto")}

    def answer(asked: Asked) -> Answer:
        answers = {
            "/": html("Willkommen", WORDPRESS_HEAD),
            "/wp-json/wp/v2/types": Answer(json.dumps(types).encode()),
            "/wp-json/wp/v2/posts": posts_answer([post(first, loopback.url)], asked),
            "/wp-json/wp/v2/pressemitteilung": posts_answer([post(second, loopback.url)], asked),
        }
        return answers.get(asked.path, Answer(status=404))

    with serving(answer) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(2)


def test_a_site_that_allows_fewer_posts_at_a_time_and_counts_no_pages() -> None:
    """The page after the last one answers 400: that is the end and no fault."""
    refusal = {"code": "rest_invalid_param", "data": {"params": {"per_page": "per_page: 1 (inclusive) bis 20 (inkl.)"}}}

    def answer(asked: Asked) -> Answer:
        if asked.path != "/wp-json/wp/v2/posts":
            return html("Willkommen", WORDPRESS_HEAD) if asked.path == "/" else Answer(status=404)
        if int(asked.query["per_page"]) > 20:
            return Answer(json.dumps(refusal).encode(), status=400)
        given = posts_answer([post(one, loopback.url) for one in releases(40)], asked)
        return Answer(given.body, status=given.status)

    with serving(answer) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(40)
    assert [one for one in crawled.complaints if one.severity == "error"] == []
    assert crawled.read_whole == {"press_releases"}


def test_an_api_that_answers_every_page_with_the_first_ends_with_a_warning() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return Answer(json.dumps([post(one, loopback.url) for one in releases(10)]).encode())
        return html("Willkommen", WORDPRESS_HEAD) if asked.path == "/" else Answer(status=404)

    with serving(answer) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(10)
    assert "new release" in crawled.complaints[0].came


def test_an_incremental_run_asks_wordpress_for_what_changed() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return posts_answer([post(one, loopback.url) for one in releases(20)], asked)
        return html("Willkommen", WORDPRESS_HEAD) if asked.path == "/" else Answer(status=404)

    with serving(answer) as loopback:
        crawled = scrape(loopback, modified_since=datetime(2026, 1, 18, 12, tzinfo=UTC))
    # The release of the 18th changed at 10, before what is asked for.
    assert titles(crawled) == sorted(one.title for one in releases(20)[18:])
    assert crawled.read_whole == set()


def test_an_incremental_run_without_news_does_not_look_elsewhere() -> None:
    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return posts_answer([post(one, loopback.url) for one in releases(3)], asked)
        return html("Willkommen", WORDPRESS_HEAD) if asked.path == "/" else Answer(status=404)

    with serving(answer) as loopback:
        crawled = scrape(loopback, modified_since=datetime(2026, 9, 1, tzinfo=UTC))
    assert (crawled.items, crawled.complaints) == ([], [])
    assert loopback.paths() == ["/", "/wp-json/wp/v2/posts", "/wp-json/wp/v2/posts"]


def test_a_category_page_takes_the_posts_of_that_category() -> None:
    head = WORDPRESS_HEAD + "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/categories/12'>"

    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return posts_answer([post(one, loopback.url) for one in releases(2)], asked)
        return html("Presse", head) if asked.path == "/kategorie/presse/" else Answer(status=404)

    with serving(answer) as loopback:
        crawled = scrape(loopback, "/kategorie/presse/")
    assert titles(crawled) == expected(2)
    assert [one.query.get("categories") for one in loopback.asked if "posts" in one.path] == ["12"]


def test_a_post_without_text_in_the_api_is_read_from_its_page() -> None:
    """Page builders keep the text where the API does not see it."""
    one = releases(1)[0]

    def answer(asked: Asked) -> Answer:
        if asked.path == "/wp-json/wp/v2/posts":
            return posts_answer([post(one, loopback.url, content={"rendered": "", "protected": False})], asked)
        pages = {"/": html("Willkommen", WORDPRESS_HEAD), one.path: article(one)}
        return pages.get(asked.path, Answer(status=404))

    with serving(answer) as loopback:
        (release,) = scrape(loopback).of(PressRelease)
    assert release.text.startswith("Der Rat der Stadt")
    assert release.tags == ["Verkehr & Umwelt", "Rad"]


def test_where_the_api_is_switched_off_the_feed_is_taken() -> None:
    listed = releases(3)
    with serving(lambda asked: answer(asked)) as loopback:
        pages = {
            "/": html("Willkommen", WORDPRESS_HEAD + "<link rel=alternate type='application/rss+xml' href='/feed/'>"),
            "/wp-json/wp/v2/posts": Answer(b'{"code":"rest_cannot_access","message":"Nein"}', status=401),
            "/feed/": rss(listed, loopback.url),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback)
    assert titles(crawled) == expected(3)
    assert crawled.complaints == []
    assert loopback.paths()[:3] == ["/", "/wp-json/wp/v2/posts", "/"]  # the third is /?rest_route=/wp/v2/posts
    assert "/feed/" in loopback.paths()
    # The feed holds the last releases only, so nothing can be said about those before.
    assert crawled.read_whole == set()
