"""The press spider against sites with list pages or a sitemap, or with nothing of the kind."""

from datetime import UTC, datetime

from scraper.items import PressRelease
from scraper.sources import PressRules
from tests.support.loopback import Answer, Asked, serving
from tests.support.press_scrape import expected, scrape, titles
from tests.support.press_site import html, listing, releases, site


def test_a_release_that_is_listed_and_gone_is_a_warning() -> None:
    listed = releases(3)
    with serving(lambda asked: answer(asked)) as loopback:
        links = "".join(f"<h2><a href='{one.path}'>{one.title}</a></h2>" for one in listed)
        answer = site({"/presse/": html(f"<main>{links}</main>")}, listed[1:])
        crawled = scrape(loopback, press=PressRules(method="list", start=f"{loopback.url}/presse/"))
    assert len(crawled.items) == 2
    (complaint,) = crawled.complaints
    assert (complaint.severity, complaint.address) == ("warning", f"{loopback.url}{listed[0].path}")


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
