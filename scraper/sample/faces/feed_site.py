"""A party's site with an RSS feed and plain pages, and no API: feed in pages, list with "Ältere Beiträge", articles."""

import re
from functools import cached_property

from scraper.sample.faces import feed_pages as pages
from scraper.sample.faces.rss import feed, item
from scraper.sample.faces.web import Request, Response, as_html, as_xml, redirect, robots
from scraper.sample.town import PressRelease, Site, Town

SITE: Site = "cdu"
FEED_ITEMS = 15
LIST_ITEMS = 8
ARTICLE = re.compile(r"/presse/(?P<id>[1-9][0-9]*)/[^/]+\.html")


class FeedFace:
    def __init__(self, town: Town) -> None:
        self.releases = town.releases_on(SITE)

    def __call__(self, request: Request) -> Response:
        path = request.path
        if path == "/robots.txt":
            return robots(request.base)
        if path == "/":
            return as_html(pages.home_page(request.base, self.releases[:5]))
        if path == "/rss.xml":
            return self._feed(request)
        if path == "/presse/":
            return self._list(request)
        if path in pages.STATIC_PAGES:
            return as_html(pages.static_page(request.base, path))
        article = ARTICLE.fullmatch(path)
        release = self._by_id.get(int(article["id"])) if article else None
        if release is None:
            return as_html(pages.missing_page(request.base), status=404)
        if path != pages.path_of(release):
            return redirect(f"{request.base}{pages.path_of(release)}")
        others = [one for one in self.releases[:6] if one is not release]
        return as_html(pages.article_page(request.base, release, others[:5]))

    def _feed(self, request: Request) -> Response:
        page, shown = self._part(request, FEED_ITEMS)
        if not shown:
            return as_html(pages.missing_page(request.base), status=404)
        older = request.with_query(seite=page + 1) if page * FEED_ITEMS < len(self.releases) else None
        items = [item(one, f"{request.base}{pages.path_of(one)}", pages.teaser(one)) for one in shown]
        address = request.with_query(seite=page) if page > 1 else f"{request.base}/rss.xml"
        return as_xml(feed(f"{pages.SITE_TITLE}: Presse", f"{request.base}/", address, older, items))

    def _list(self, request: Request) -> Response:
        page, shown = self._part(request, LIST_ITEMS)
        if not shown:
            return as_html(pages.missing_page(request.base), status=404)
        older = f"/presse/?seite={page + 1}" if page * LIST_ITEMS < len(self.releases) else None
        newer = f"/presse/?seite={page - 1}" if page > 1 else None
        return as_html(pages.list_page(request.base, shown, older, newer))

    def _part(self, request: Request, size: int) -> tuple[int, tuple[PressRelease, ...]]:
        page = max(1, request.whole_number("seite", 1))
        return page, self.releases[(page - 1) * size : page * size]

    @cached_property
    def _by_id(self) -> dict[int, PressRelease]:
        return {one.id: one for one in self.releases}
