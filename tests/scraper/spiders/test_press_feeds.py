"""The press spider against sites with a feed: read to its end, and what it leaves out looked for elsewhere."""

from datetime import UTC, date, datetime

from scraper.items import PressRelease
from tests.support.loopback import Answer, serving
from tests.support.press_scrape import expected, scrape, titles
from tests.support.press_site import html, releases, rss, site


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
