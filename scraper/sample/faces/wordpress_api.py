"""The REST API of a WordPress site, as far as it shows posts.

After https://developer.wordpress.org/rest-api/reference/posts/ : pages counted in headers, times of the site without
a zone beside times in UTC, errors with a code.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from scraper.sample.faces import wordpress_pages as pages
from scraper.sample.faces.web import Request, Response, as_json
from scraper.sample.town import BERLIN, PressRelease

ROOT = "/wp-json"
COLLECTIONS = f"{ROOT}/wp/v2"
PER_PAGE = 10
LARGEST_PAGE = 100
FIRST_PAGE_ID = 1_000_001
"""Pages have their ids behind those of all posts."""
PAGES_SINCE = datetime(2019, 3, 4, 10, 30, tzinfo=BERLIN)
Json = dict[str, Any]


class WordpressApi:
    """Answers every path under ROOT. `releases`: newest first."""

    def __init__(self, releases: Sequence[PressRelease]) -> None:
        self.releases = releases

    def __call__(self, request: Request) -> Response:
        path = request.path.rstrip("/")
        if path == ROOT:
            return as_json(_index(request.base))
        name, _, number = path.removeprefix(f"{COLLECTIONS}/").partition("/")
        collections: dict[str, tuple[Sequence[Any], Callable[[str, Any], Json]]] = {
            "posts": (self.releases, self._post),
            "pages": (list(enumerate(pages.STATIC_PAGES, start=FIRST_PAGE_ID)), _static_page),
            "categories": (self._terms(lambda one: (one.category,)), _category),
            "tags": (self._terms(lambda one: one.tags), _tag),
            "users": (self._terms(lambda one: (one.author,)), _user),
        }
        if name not in collections or not path.startswith(f"{COLLECTIONS}/"):
            return _error("rest_no_route", "Es wurde keine Route gefunden, die mit der URL übereinstimmt.", 404)
        listed, show = collections[name]
        if not number:
            return self._collection(request, listed, show)
        one = next((one for one in listed if str(show(request.base, one)["id"]) == number), None)
        if one is None:
            return _error(f"rest_{name.removesuffix('s')}_invalid_id", "Ungültige ID.", 404)
        return as_json(_trimmed(request, self._embedded(request, one, show(request.base, one))))

    def _collection(self, request: Request, listed: Sequence[Any], show: Callable[[str, Any], Json]) -> Response:
        per_page = request.whole_number("per_page", PER_PAGE)
        if not 1 <= per_page <= LARGEST_PAGE:
            return _error("rest_invalid_param", "Ungültige(r) Parameter: per_page", 400)
        if listed is self.releases:
            try:
                listed = _chosen(request, self.releases)
            except ValueError:
                return _error("rest_invalid_param", "Ungültige(r) Parameter: Datum", 400)
        total = -(-len(listed) // per_page)
        page = request.whole_number("page", 1)
        if page < 1 or (page > total and page > 1):
            return _error("rest_post_invalid_page_number", "Die angefragte Seitenzahl ist zu groß.", 400)
        shown = listed[(page - 1) * per_page : page * per_page]
        links = [f'<{request.with_query(page=page - 1)}>; rel="prev"'] if page > 1 else []
        links += [f'<{request.with_query(page=page + 1)}>; rel="next"'] if page < total else []
        headers = {"X-WP-Total": str(len(listed)), "X-WP-TotalPages": str(total)}
        if links:
            headers["Link"] = ", ".join(links)
        content = [_trimmed(request, self._embedded(request, one, show(request.base, one))) for one in shown]
        return as_json(content, headers=headers)

    def _post(self, base: str, release: PressRelease) -> Json:
        category, tags, author = self._numbers(release)
        address = f"{base}/{release.slug}/"
        return {
            "id": release.id,
            "date": _local(release.created),
            "date_gmt": _gmt(release.created),
            "guid": {"rendered": f"{base}/?p={release.id}"},
            "modified": _local(release.modified),
            "modified_gmt": _gmt(release.modified),
            "slug": release.slug,
            "status": "publish",
            "type": "post",
            "link": address,
            "title": {"rendered": pages.rendered(release.title)},
            "content": {"rendered": pages.content(release), "protected": False},
            "excerpt": {"rendered": f"<p>{pages.excerpt(release)}</p>\n", "protected": False},
            "author": author,
            "featured_media": 0,
            "comment_status": "closed",
            "ping_status": "closed",
            "sticky": False,
            "template": "",
            "format": "standard",
            "meta": {"footnotes": ""},
            "categories": [category],
            "tags": tags,
            "_links": {
                "self": [{"href": f"{base}{COLLECTIONS}/posts/{release.id}"}],
                "collection": [{"href": f"{base}{COLLECTIONS}/posts"}],
                "author": [{"embeddable": True, "href": f"{base}{COLLECTIONS}/users/{author}"}],
                "wp:term": [
                    {
                        "taxonomy": "category",
                        "embeddable": True,
                        "href": f"{base}{COLLECTIONS}/categories?post={release.id}",
                    },
                    {"taxonomy": "post_tag", "embeddable": True, "href": f"{base}{COLLECTIONS}/tags?post={release.id}"},
                ],
            },
        }

    def _embedded(self, request: Request, one: Any, content: Json) -> Json:
        if "_embed" not in request.query or not isinstance(one, PressRelease):
            return content
        category, tags, author = self._numbers(one)
        terms = [
            [_category(request.base, (category, one.category))],
            [_tag(request.base, (number, name)) for number, name in zip(tags, one.tags, strict=True)],
        ]
        return content | {"_embedded": {"author": [_user(request.base, (author, one.author))], "wp:term": terms}}

    def _numbers(self, release: PressRelease) -> tuple[int, list[int], int]:
        """Ids of its category, its tags and its author."""
        return (
            self._ids[f"category {release.category}"],
            [self._ids[f"tag {one}"] for one in release.tags],
            self._ids[f"author {release.author}"],
        )

    def _terms(self, of: Callable[[PressRelease], Sequence[str]]) -> list[tuple[int, str]]:
        return list(enumerate(sorted({name for one in self.releases for name in of(one)}), start=1))

    @cached_property
    def _ids(self) -> dict[str, int]:
        categories = self._terms(lambda one: (one.category,))
        tags = self._terms(lambda one: one.tags)
        authors = self._terms(lambda one: (one.author,))
        return {
            f"{kind} {name}": number
            for kind, terms in (("category", categories), ("tag", tags), ("author", authors))
            for number, name in terms
        }


def _chosen(request: Request, releases: Sequence[PressRelease]) -> list[PressRelease]:
    """after, before, modified_after, modified_before, slug; orderby date, modified or id. Times are exclusive.

    Raises ValueError for a time that is none.
    """
    after, before, modified_after, modified_before = (
        request.moment(name, BERLIN) for name in ("after", "before", "modified_after", "modified_before")
    )
    chosen = [
        one
        for one in releases
        if (after is None or one.created > after)
        and (before is None or one.created < before)
        and (modified_after is None or one.modified > modified_after)
        and (modified_before is None or one.modified < modified_before)
        and request.query.get("slug", one.slug) == one.slug
    ]
    orders: dict[str, Callable[[PressRelease], Any]] = {
        "date": lambda one: (one.created, one.id),
        "modified": lambda one: (one.modified, one.id),
        "id": lambda one: one.id,
    }
    order = orders.get(request.query.get("orderby", "date"), orders["date"])
    return sorted(chosen, key=order, reverse=request.query.get("order") != "asc")


def _trimmed(request: Request, content: Json) -> Json:
    """Only what _fields names, whole top-level fields."""
    wanted = {name.split(".")[0] for name in request.query.get("_fields", "").split(",") if name}
    return {name: value for name, value in content.items() if name in wanted} if wanted else content


def _index(base: str) -> Json:
    return {
        "name": pages.SITE_TITLE,
        "description": "Bündnis 90/Die Grünen in Musterstadt",
        "url": base,
        "home": base,
        "gmt_offset": "2",
        "timezone_string": "Europe/Berlin",
        "namespaces": ["oembed/1.0", "wp/v2"],
        "authentication": [],
        "routes": {"/wp/v2/posts": {"namespace": "wp/v2", "methods": ["GET"]}},
    }


def _static_page(base: str, page: tuple[int, str]) -> Json:
    number, path = page
    title, text = pages.STATIC_PAGES[path]
    return {
        "id": number,
        "date": _local(PAGES_SINCE),
        "date_gmt": _gmt(PAGES_SINCE),
        "modified": _local(PAGES_SINCE),
        "modified_gmt": _gmt(PAGES_SINCE),
        "slug": path.strip("/"),
        "status": "publish",
        "type": "page",
        "link": f"{base}{path}",
        "title": {"rendered": pages.rendered(title)},
        "content": {"rendered": f"\n<p>{pages.rendered(text)}</p>\n", "protected": False},
    }


def _category(base: str, term: tuple[int, str]) -> Json:
    return _term(base, term, "category", "kategorie")


def _tag(base: str, term: tuple[int, str]) -> Json:
    return _term(base, term, "post_tag", "tag")


def _term(base: str, term: tuple[int, str], taxonomy: str, folder: str) -> Json:
    number, name = term
    slug = pages.slug(name)
    return {"id": number, "link": f"{base}/{folder}/{slug}/", "name": name, "slug": slug, "taxonomy": taxonomy}


def _user(base: str, term: tuple[int, str]) -> Json:
    number, name = term
    slug = pages.slug(name)
    return {"id": number, "name": name, "url": "", "link": f"{base}/author/{slug}/", "slug": slug}


def _error(code: str, message: str, status: int) -> Response:
    return as_json({"code": code, "message": message, "data": {"status": status}}, status)


def _local(moment: datetime) -> str:
    return moment.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M:%S")


def _gmt(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
