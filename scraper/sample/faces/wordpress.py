"""A party's WordPress site: the pages that people see, feed, sitemap, and the REST API (wordpress_api.py)."""

from collections.abc import Sequence
from functools import cached_property

from scraper.sample.faces import wordpress_pages as pages
from scraper.sample.faces.rss import feed, item
from scraper.sample.faces.web import Request, Response, as_html, as_xml, redirect, robots
from scraper.sample.faces.wordpress_api import ROOT as API
from scraper.sample.faces.wordpress_api import WordpressApi
from scraper.sample.town import PressRelease, Site, Town

SITE: Site = "gruene"
PER_PAGE = 10
RELATED = 3


class WordpressFace:
    def __init__(self, town: Town) -> None:
        self.releases = town.releases_on(SITE)
        self._api = WordpressApi(self.releases)

    def __call__(self, request: Request) -> Response:
        path = request.path
        if path == "/robots.txt":
            return robots(request.base, "/wp-sitemap.xml")
        if path == API or path.startswith(f"{API}/"):
            return self._api(request)
        if path in ("/feed", "/feed/"):
            return self._feed(request)
        if path == "/wp-sitemap.xml":
            return as_xml(_sitemap("sitemapindex", "sitemap", [f"{request.base}/wp-sitemap-posts-post-1.xml"]))
        if path == "/wp-sitemap-posts-post-1.xml":
            return as_xml(_sitemap("urlset", "url", [f"{request.base}/{one.slug}/" for one in self.releases]))
        if not path.endswith("/"):
            return redirect(f"{request.base}{path}/")
        return self._page(request, path)

    def _page(self, request: Request, path: str) -> Response:
        link = {"Link": f'<{request.base}{API}/>; rel="https://api.w.org/"'}
        if path in pages.STATIC_PAGES:
            return as_html(pages.static_page(request.base, path), headers=link)
        release = self._by_slug.get(path.strip("/"))
        if release is not None:
            at = self.releases.index(release)
            related = self.releases[at + 1 : at + 1 + RELATED]
            return as_html(pages.post_page(request.base, release, related), headers=link)
        return self._archive(request, path, link)

    def _archive(self, request: Request, path: str, link: dict[str, str]) -> Response:
        """/, /kategorie/presse/, /tag/klima/, each with /page/2/ behind it."""
        start, _, number = path.partition("/page/")
        number = number.strip("/") or "1"
        start = start.strip("/")
        found = self.releases if not start else self._archives.get(start, ())
        page = int(number) if number.isascii() and number.isdigit() else 0
        shown = found[(page - 1) * PER_PAGE : page * PER_PAGE] if page else ()
        if not shown:
            return as_html(pages.list_page(request.base, "Seite nicht gefunden", (), None, None), status=404)
        root = f"{request.base}/{start}/" if start else f"{request.base}/"
        older = f"{root}page/{page + 1}/" if len(found) > page * PER_PAGE else None
        newer = None if page == 1 else root if page == 2 else f"{root}page/{page - 1}/"
        title = start.rpartition("/")[2].capitalize() or "Aktuelles"
        return as_html(pages.list_page(request.base, title, shown, older, newer), headers=link)

    def _feed(self, request: Request) -> Response:
        page = max(1, request.whole_number("paged", 1))
        shown = self.releases[(page - 1) * PER_PAGE : page * PER_PAGE]
        if not shown:
            return as_html(pages.list_page(request.base, "Seite nicht gefunden", (), None, None), status=404)
        address = f"{request.base}/feed/"
        items = [item(one, f"{request.base}/{one.slug}/", pages.excerpt(one), pages.content(one)) for one in shown]
        return as_xml(feed(pages.SITE_TITLE, request.base, address, None, items))

    @cached_property
    def _by_slug(self) -> dict[str, PressRelease]:
        return {one.slug: one for one in self.releases}

    @cached_property
    def _archives(self) -> dict[str, list[PressRelease]]:
        """Path of an archive -> its posts: "kategorie/presse", "tag/klima", "author/geschaeftsstelle"."""
        found: dict[str, list[PressRelease]] = {}
        for one in self.releases:
            paths = [f"kategorie/{pages.slug(one.category)}", f"author/{pages.slug(one.author)}"]
            for path in {*paths, *(f"tag/{pages.slug(tag)}" for tag in one.tags)}:
                found.setdefault(path, []).append(one)
        return found


def _sitemap(root: str, entry: str, addresses: Sequence[str]) -> str:
    entries = "".join(f"<{entry}><loc>{address}</loc></{entry}>" for address in addresses)
    xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{xmlns}">{entries}</{root}>\n'
