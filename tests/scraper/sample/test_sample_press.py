"""Musterstadt's two press sites: WordPress with its REST API, and a site with a feed and plain pages."""

import json
import re
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from scraper.sample.faces.feed_site import FeedFace
from scraper.sample.faces.web import Face, Request, Response
from scraper.sample.faces.wordpress import WordpressFace
from scraper.sample.generate import make_town
from scraper.sample.making.clock import long_day
from scraper.sample.town import BERLIN, PressRelease

BASE = "http://127.0.0.1:8018"
town = make_town()
green = town.releases_on("gruene")
black = town.releases_on("cdu")
concept = town.release_of[town.concept_day.release_id]


def ask(face: Face, target: str, status: int = 200) -> Response:
    response = face(Request.of(BASE, target.removeprefix(BASE)))
    assert response.status == status, target
    return response


def soup(face: Face, target: str) -> BeautifulSoup:
    return BeautifulSoup(ask(face, target).body, "lxml")


def feed_items(response: Response) -> list[etree._Element]:
    return etree.fromstring(response.body).findall("channel/item")


class TestWordpressApi:
    site = WordpressFace(town)

    def posts(self, query: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(ask(self.site, f"/wp-json/wp/v2/posts?{query}").body)
        return found

    def test_its_index_knows_the_namespace(self) -> None:
        assert "wp/v2" in json.loads(ask(self.site, "/wp-json/").body)["namespaces"]

    def test_pages_hold_every_release_once_newest_first(self) -> None:
        first = ask(self.site, "/wp-json/wp/v2/posts?per_page=7")
        number = int(first.headers["X-WP-TotalPages"])
        assert int(first.headers["X-WP-Total"]) == len(green)
        found = [post["slug"] for page in range(1, number + 1) for post in self.posts(f"per_page=7&page={page}")]
        assert found == [release.slug for release in green]
        assert 'rel="next"' in first.headers["Link"]

    @pytest.mark.parametrize(
        ("query", "code"),
        [("page=99", "rest_post_invalid_page_number"), ("per_page=101", "rest_invalid_param"),
         ("per_page=0", "rest_invalid_param"), ("modified_after=gestern", "rest_invalid_param")],
    )  # fmt: skip
    def test_what_cannot_be_answered_is_an_error_with_a_code(self, query: str, code: str) -> None:
        assert json.loads(ask(self.site, f"/wp-json/wp/v2/posts?{query}", 400).body)["code"] == code

    def test_a_post_says_what_the_release_says(self) -> None:
        (post,) = self.posts(f"slug={concept.slug}&_embed")
        assert unescape(post["title"]["rendered"]) == concept.title
        content = BeautifulSoup(post["content"]["rendered"], "lxml")
        assert [one.get_text() for one in content.select("p")] == list(concept.paragraphs)
        assert post["date"] == concept.created.strftime("%Y-%m-%dT%H:%M:%S")
        assert datetime.fromisoformat(post["modified_gmt"] + "Z") == concept.modified
        assert post["_embedded"]["author"][0]["name"] == concept.author
        categories, tags = post["_embedded"]["wp:term"]
        assert [one["name"] for one in categories] == [concept.category]
        assert [one["name"] for one in tags] == list(concept.tags)
        assert ask(self.site, post["link"]).body
        assert json.loads(ask(self.site, f"/wp-json/wp/v2/posts/{post['id']}").body)["slug"] == concept.slug

    def test_only_what_was_edited_since(self) -> None:
        """modified_after leaves out the moment itself, and counts only what it lets through."""
        moment = concept.modified.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M:%S")
        response = ask(self.site, f"/wp-json/wp/v2/posts?modified_after={moment}&per_page=100")
        expected = {release.slug for release in green if release.modified > concept.modified}
        assert {post["slug"] for post in json.loads(response.body)} == expected
        assert int(response.headers["X-WP-Total"]) == len(expected) < len(green)

    def test_other_orders(self) -> None:
        assert [one["id"] for one in self.posts("orderby=id&order=asc&per_page=100")] == sorted(one.id for one in green)
        assert self.posts("orderby=modified")[0]["slug"] == max(green, key=lambda one: (one.modified, one.id)).slug

    def test_static_pages_are_no_posts(self) -> None:
        pages = json.loads(ask(self.site, "/wp-json/wp/v2/pages").body)
        assert {one["type"] for one in pages} == {"page"}
        assert all(ask(self.site, one["link"]).body for one in pages)

    def test_fewer_fields_on_demand(self) -> None:
        assert set(self.posts("_fields=id,title.rendered")[0]) == {"id", "title"}

    @pytest.mark.parametrize("name", ["categories", "tags", "users"])
    def test_terms_and_authors_have_the_ids_that_posts_use(self, name: str) -> None:
        known = {one["id"]: one for one in json.loads(ask(self.site, f"/wp-json/wp/v2/{name}?per_page=100").body)}
        for post in self.posts("per_page=100"):
            used = [post["author"]] if name == "users" else post[name]
            assert set(used) <= set(known)
        assert json.loads(ask(self.site, f"/wp-json/wp/v2/{name}/1").body) == known[1]

    @pytest.mark.parametrize("path", ["/wp-json/wp/v2/posts/99999", "/wp-json/wp/v2/comments", "/wp-json/other"])
    def test_what_is_not_there(self, path: str) -> None:
        assert json.loads(ask(self.site, path, 404).body)["code"].startswith("rest_")


class TestWordpressPages:
    site = WordpressFace(town)

    def test_the_two_dates_of_the_concept_run_together(self) -> None:
        page = soup(self.site, f"/{concept.slug}/")
        dates = page.select_one(".posted-on a")
        assert dates is not None
        assert dates.get_text() == long_day(concept.created.date()) + long_day(concept.modified.date())
        assert [time["class"] for time in dates.select("time")] == [["entry-date", "published"], ["updated"]]

    def test_the_api_is_announced_in_the_head_and_in_a_header(self) -> None:
        response = ask(self.site, "/")
        assert 'rel="https://api.w.org/"' in response.headers["Link"]
        assert BeautifulSoup(response.body, "lxml").select_one('link[rel="https://api.w.org/"]')

    def test_every_release_has_its_page_and_noise_around_it(self) -> None:
        for release in green:
            page = soup(self.site, f"/{release.slug}/")
            content = page.select_one(".entry-content")
            assert content is not None
            assert [one.get_text() for one in content.select("p")] == list(release.paragraphs)
            assert page.select(".sharedaddy, #cookie-notice, .related-posts, nav")

    @pytest.mark.parametrize("start", ["/", "/kategorie/presse/", "/tag/rat/", "/author/geschaeftsstelle/"])
    def test_archives_lead_back_to_the_oldest_post(self, start: str) -> None:
        seen: list[str] = []
        address: str | None = start
        while address:
            page = soup(self.site, address)
            seen += [str(one["href"]) for one in page.select(".entry-title a")]
            older = page.select_one(".nav-previous a")
            address = str(older["href"]) if older else None
        assert len(seen) == len(set(seen)) > 10
        assert start != "/" or len(seen) == len(green)

    def test_feed_and_sitemap(self) -> None:
        assert len(feed_items(ask(self.site, "/feed/"))) == 10
        assert len(feed_items(ask(self.site, "/feed/?paged=2"))) == 10
        ask(self.site, "/feed/?paged=99", 404)
        assert b"wp-sitemap-posts-post-1.xml" in ask(self.site, "/wp-sitemap.xml").body
        assert ask(self.site, "/wp-sitemap-posts-post-1.xml").body.count(b"<loc>") == len(green)

    def test_other_addresses(self) -> None:
        assert b"Allow: /" in ask(self.site, "/robots.txt").body
        assert ask(self.site, "/kontakt/").body
        assert ask(self.site, f"/{concept.slug}", 301).headers["Location"] == f"{BASE}/{concept.slug}/"
        ask(self.site, "/gibt-es-nicht/", 404)
        ask(self.site, "/page/99/", 404)


class TestFeedSite:
    site = FeedFace(town)

    def test_the_feed_goes_back_page_by_page(self) -> None:
        found: list[str] = []
        address: str | None = "/rss.xml"
        while address:
            response = ask(self.site, address)
            found += [str(item.findtext("title")) for item in feed_items(response)]
            older = etree.fromstring(response.body).find(".//{http://www.w3.org/2005/Atom}link[@rel='next']")
            address = str(older.get("href")) if older is not None else None
        assert found == [release.title for release in black]

    def test_a_feed_entry_has_address_and_moment(self) -> None:
        item = feed_items(ask(self.site, "/rss.xml"))[0]
        assert datetime.strptime(str(item.findtext("pubDate")), "%a, %d %b %Y %H:%M:%S %z") == black[0].created
        assert black[0].title in soup(self.site, str(item.findtext("link"))).get_text()

    def test_the_list_leads_back_to_the_oldest(self) -> None:
        found: list[str] = []
        address: str | None = "/presse/"
        while address:
            page = soup(self.site, address)
            found += [one.get_text() for one in page.select(".meldung h3 a")]
            older = page.select_one("a:-soup-contains('Ältere Beiträge')")
            address = str(older["href"]) if older else None
        assert found == [release.title for release in black]

    def test_articles_hold_the_text_and_noise(self) -> None:
        for release in black:
            page = soup(self.site, article(release))
            assert [one.get_text() for one in page.select(".news-text p")] == list(release.paragraphs)
            assert page.select(".share, aside, .cookies, nav")

    def test_articles_say_their_date_in_every_way(self) -> None:
        shapes: set[str] = set()
        metadata: set[str] = set()
        for release in black:
            page = soup(self.site, article(release))
            date = page.select_one(".news-date")
            assert date is not None
            shapes.add(re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "0", date.get_text())))
            metadata.add("json" if page.select("[type='application/ld+json']") else "og" if page.select(
                "[property^='article:']") else "none")  # fmt: skip
        assert len(shapes) >= 7
        assert metadata == {"json", "og", "none"}

    def test_json_ld_is_readable(self) -> None:
        release = next(one for one in black if one.id % 3 == 0)
        script = soup(self.site, article(release)).select_one("[type='application/ld+json']")
        assert script is not None
        described = json.loads(script.get_text())
        assert described["headline"] == release.title
        assert datetime.fromisoformat(described["datePublished"]) == release.created

    def test_other_addresses(self) -> None:
        assert b"Allow: /" in ask(self.site, "/robots.txt").body
        assert b"/rss.xml" in ask(self.site, "/").body
        assert ask(self.site, "/impressum/").body
        assert ask(self.site, f"/presse/{black[0].id}/alt.html", 301).headers["Location"] == BASE + article(black[0])
        for missing in ("/wp-json/", "/presse/99999/x.html", "/presse/?seite=99", "/rss.xml?seite=99", "/feed/"):
            ask(self.site, missing, 404)


def article(release: PressRelease) -> str:
    return f"/presse/{release.id}/{release.slug}.html"
