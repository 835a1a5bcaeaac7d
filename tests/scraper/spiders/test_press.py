"""The press spider against made-up sites on loopback: what it asks for, and the releases it finds."""

import json
from datetime import UTC, date, datetime
from typing import Any

from scraper.items import PressRelease
from scraper.sources import PressRules, Source
from scraper.spiders.press import PressSpider
from tests.support.crawl import Crawled, crawl
from tests.support.loopback import Answer, Asked, Loopback, serving
from tests.support.press_site import article, html, listing, post, posts_answer, releases, rss, site

WORDPRESS_HEAD = "<link rel='https://api.w.org/' href='/wp-json/'>"


def scrape(loopback: Loopback, path: str = "/", since: date | None = None, **arguments: Any) -> Crawled:
    press = arguments.pop("press", PressRules())
    source = Source(
        key="spd", name="SPD", system="press", url=loopback.url + path, party="SPD", press=press, since=since, delay=0
    )
    return crawl(PressSpider, source=source, **arguments)


def titles(crawled: Crawled) -> list[str]:
    return sorted(one.title for one in crawled.of(PressRelease))


def expected(count: int) -> list[str]:
    return sorted(one.title for one in releases(count))


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


def test_the_feed_of_a_wordpress_is_read_to_its_last_page() -> None:
    listed = releases(5)
    generator = "<generator>https://wordpress.org/?v=6.5</generator>"
    with serving(lambda asked: answer(asked)) as loopback:
        pages = {
            "/": html("Willkommen", "<link rel=alternate type='application/rss+xml' href='/feed/'>"),
            "/feed/": rss(listed[:3], loopback.url, generator),
            "/feed/?paged=2": rss(listed[3:], loopback.url, generator),
            "/feed/?paged=3": Answer(status=404),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback)
    assert titles(crawled) == expected(5)
    assert crawled.read_whole == {"press_releases"}
    assert {one.vendor_id for one in crawled.of(PressRelease)} == {
        f"https://{loopback.url.removeprefix('http://')}{one.path.rstrip('/')}" for one in listed
    }


def test_what_a_short_feed_leaves_out_is_looked_for_in_a_list() -> None:
    listed = releases(12)
    with serving(lambda asked: answer(asked)) as loopback:
        links = "".join(f"<h2><a href='{one.path}'>{one.title}</a></h2>" for one in listed)
        pages = {
            "/": html(
                "<nav><a href='/presse/'>Presse</a></nav>",
                "<link rel=alternate type='application/rss+xml' href='/rss.xml'>",
            ),
            "/rss.xml": rss(listed[9:], loopback.url),
            "/presse/": html(f"<main><h1>Pressemitteilungen</h1>{links}</main>"),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback)
    assert titles(crawled) == expected(12)
    assert [path for path in loopback.paths() if path == listed[11].path] == [listed[11].path]
    assert crawled.complaints == []


def test_where_nothing_lists_older_releases_the_run_says_so_and_is_good() -> None:
    listed = releases(3)
    with serving(lambda asked: answer(asked)) as loopback:
        pages = {
            "/": html("Willkommen", "<link rel=alternate type='application/rss+xml' href='/rss.xml'>"),
            "/rss.xml": rss(listed, loopback.url),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback)
    assert titles(crawled) == expected(3)
    (complaint,) = crawled.complaints
    assert (complaint.expected, complaint.severity) == ("releases older than those of the feed", "warning")
    assert crawled.read_whole == set()


def test_a_release_that_is_listed_and_gone_is_a_warning() -> None:
    listed = releases(3)
    with serving(lambda asked: answer(asked)) as loopback:
        links = "".join(f"<h2><a href='{one.path}'>{one.title}</a></h2>" for one in listed)
        answer = site({"/presse/": html(f"<main>{links}</main>")}, listed[1:])
        crawled = scrape(loopback, press=PressRules(method="list", start=f"{loopback.url}/presse/"))
    assert len(crawled.items) == 2
    (complaint,) = crawled.complaints
    assert (complaint.severity, complaint.address) == ("warning", f"{loopback.url}{listed[0].path}")


def test_an_incremental_run_leaves_old_entries_of_the_feed_out() -> None:
    listed = releases(10)
    with serving(lambda asked: answer(asked)) as loopback:
        pages = {
            "/": html("x", "<link rel=alternate type='application/rss+xml' href='/feed/'>"),
            "/feed/": rss(listed, loopback.url),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback, modified_since=datetime(2026, 1, 9, 12, tzinfo=UTC))
    assert titles(crawled) == sorted(one.title for one in listed[9:])


def test_atom_with_relative_links() -> None:
    listed = releases(2)
    entries = "".join(
        f"<entry><title>{one.title}</title><link href='..{one.path}'/><updated>{one.day}T10:00:00Z</updated></entry>"
        for one in listed
    )
    pages = {
        "/": html("x", "<link rel=alternate type='application/atom+xml' href='/news/atom.xml'>"),
        "/news/atom.xml": Answer(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>".encode()),
    }
    with serving(site(pages, listed)) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(2)


def test_a_site_that_has_only_a_sitemap() -> None:
    listed = releases(3)
    with serving(lambda asked: answer(asked)) as loopback:
        urls = "".join(
            f"<url><loc>{loopback.url}{path}</loc></url>"
            for path in ("/", "/impressum/", "/presse/", *(one.path for one in listed))
        )
        pages = {
            "/": html("Willkommen"),
            "/robots.txt": Answer(f"User-agent: *\nDisallow: /intern/\nSitemap: {loopback.url}/karte.xml\n".encode()),
            "/karte.xml": Answer(
                f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{loopback.url}/alles.xml</loc></sitemap></sitemapindex>".encode()
            ),
            "/alles.xml": Answer(
                f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>".encode()
            ),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback)
    assert titles(crawled) == expected(3)
    assert "/impressum/" not in loopback.paths()
    assert crawled.read_whole == {"press_releases"}


def test_a_list_page_is_followed_to_its_end() -> None:
    listed = releases(5)
    pages = {
        "/": html("<nav><a href='/aktuelles/'>Aktuelles</a></nav>Willkommen"),
        "/aktuelles/": listing(listed[:2], "/aktuelles/?page=2"),
        "/aktuelles/?page=2": listing(listed[2:4], "/aktuelles/?page=3"),
        "/aktuelles/?page=3": listing(listed[4:]),
    }
    with serving(site(pages, listed)) as loopback:
        crawled = scrape(loopback)
    assert titles(crawled) == expected(5)
    assert crawled.read_whole == {"press_releases"}
    assert "/kontakt/" not in loopback.paths()


def test_an_incremental_run_reads_a_list_only_while_it_brings_news() -> None:
    newest_first = releases(12)[::-1]
    pages = {
        f"/aktuelles/?page={n + 1}": listing(newest_first[n * 3 : n * 3 + 3], f"/aktuelles/?page={n + 2}")
        for n in range(4)
    }
    pages["/aktuelles/"] = pages["/aktuelles/?page=1"]
    rules = PressRules(method="list")
    with serving(site(pages, newest_first)) as loopback:
        crawled = scrape(loopback, "/aktuelles/", press=rules, modified_since=datetime(2026, 1, 12, tzinfo=UTC))
    assert [one.target for one in loopback.asked if one.path == "/aktuelles/"] == [
        "/aktuelles/",
        "/aktuelles/",
        "/aktuelles/?page=2",
    ]
    assert "Radweg Nummer 12 kommt endlich" in titles(crawled)


def test_a_list_that_runs_in_a_circle_ends_with_a_complaint() -> None:
    listed = releases(2)

    def answer(asked: Asked) -> Answer:
        if asked.path == "/aktuelles/":
            return listing(listed, f"/aktuelles/?page={int(asked.query.get('page', '1')) + 1}")
        return site({}, listed)(asked)

    with serving(answer) as loopback:
        crawled = scrape(loopback, press=PressRules(method="list", start=f"{loopback.url}/aktuelles/"))
    assert titles(crawled) == expected(2)
    assert [one.came for one in crawled.complaints] == ["3 pages in a row without a new release"]
    assert crawled.read_whole == set()


def test_what_is_told_by_hand_goes_first() -> None:
    listed = releases(2)
    teasers = "".join(f"<p class=zeile><a class=mehr href='/x/{one.number}'>hier</a></p>" for one in listed)
    article_page = (
        "<div class=kopf>Datum: <b class=tag>10. März 2026</b></div><div class=t>Titel {n}</div>"
        "<div class=inhalt>Ein Text.<p>Noch einer.</p></div>"
    )
    pages = {
        "/liste": html(teasers),
        **{f"/x/{one.number}": html(article_page.replace("{n}", str(one.number))) for one in listed},
    }
    with serving(site(pages, [])) as loopback:
        rules = PressRules(
            method="list",
            start=f"{loopback.url}/liste",
            link="a.mehr",
            title=".t",
            date=".tag",
            text=".inhalt",
            include="/x/",
        )
        crawled = scrape(loopback, press=rules)
    assert [
        (one.title, one.published_text, one.text) for one in sorted(crawled.of(PressRelease), key=lambda one: one.title)
    ] == [
        ("Titel 1", "10. März 2026", "Ein Text.\n\nNoch einer."),
        ("Titel 2", "10. März 2026", "Ein Text.\n\nNoch einer."),
    ]
    assert sorted(loopback.paths()) == ["/liste", "/x/1", "/x/2"]


def test_a_site_that_offers_nothing_says_what_was_tried() -> None:
    with serving(lambda asked: html("Wir sind umgezogen.") if asked.path == "/" else Answer(status=404)) as loopback:
        crawled = scrape(loopback)
    (complaint,) = crawled.complaints
    assert crawled.items == []
    for method in ("wordpress", "feed", "sitemap", "list"):
        assert f"{method}:" in complaint.came
    assert "press:" in complaint.advice


def test_a_server_that_is_down_is_not_searched() -> None:
    with serving(lambda asked: Answer()) as loopback:
        pass
    crawled = scrape(loopback)
    assert [one.page_kind for one in crawled.complaints] == ["press site"]


def test_a_release_that_fails_leaves_the_table_unread() -> None:
    listed = releases(2)
    pages = {"/aktuelles/": listing(listed), listed[0].path: Answer(b"kaputt", status=403)}
    with serving(site(pages, listed)) as loopback:
        crawled = scrape(loopback, press=PressRules(method="list", start=f"{loopback.url}/aktuelles/"))
    assert titles(crawled) == [listed[1].title]
    assert [one.address for one in crawled.complaints] == [loopback.url + listed[0].path]
    assert crawled.read_whole == set()


def test_files_and_other_sites_are_not_followed() -> None:
    listed = releases(1)
    extra = "<h2><a href='/presse/radwege.pdf'>PDF der Fraktion</a></h2><h2><a href='https://www.example.org/presse/x-y-z/'>Woanders</a></h2>"
    pages = {"/aktuelles/": html(f"<main>{extra}<h2><a href='{listed[0].path}'>Radweg</a></h2></main>")}
    with serving(site(pages, listed)) as loopback:
        crawled = scrape(loopback, press=PressRules(method="list", start=f"{loopback.url}/aktuelles/"))
    assert loopback.paths() == ["/aktuelles/", listed[0].path]
    assert crawled.stats["press/no_page"] == 1


def test_nothing_older_than_since_is_taken() -> None:
    listed = releases(10)
    with serving(lambda asked: answer(asked)) as loopback:
        pages = {
            "/": html("x", "<link rel=alternate type='application/rss+xml' href='/feed/'>"),
            "/feed/": rss(listed, loopback.url),
        }
        answer = site(pages, listed)
        crawled = scrape(loopback, since=date(2026, 1, 9))
    assert titles(crawled) == sorted(one.title for one in listed[8:])
    assert crawled.read_whole == set()
