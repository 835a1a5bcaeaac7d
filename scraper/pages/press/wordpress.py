"""WordPress' REST API (https://developer.wordpress.org/rest-api/reference/posts/): a page of posts -> releases."""

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from scraper.items import Complaint, PressRelease
from scraper.pages.press.addresses import absolute, page_key, tidy
from scraper.pages.press.article import Known
from scraper.pages.press.article_metadata import clean_tags
from scraper.pages.press.article_text import clean_text
from scraper.pages.press.byline import is_author
from scraper.pages.press.document import one_line

KIND = "WordPress posts"
# PHP prints its warnings before the answer where a site shows them: <br /><b>Deprecated</b>: … [{"id":1,…
JSON_START = re.compile(rb"\[\s*(?:\{\s*\"|\])|\{\s*\"code\"")
NO_DATE = "0000-00-00T00:00:00"
# A page that is a release by its address, though it is no post: /pm_radwege/, /presse/radwege-jetzt/
RELEASE_PAGE = re.compile(
    r"/(?:pm|pressemitteilung|pressemeldung|presseinfo)[_-][^/]+/?$"
    r"|/(?:presse|pressemitteilungen|pressemeldungen)/(?:[^/]+/)*[^/]*-[^/]*-[^/]+/?$",
    re.IGNORECASE,
)
# Types of posts that a theme or plugin adds for releases: pressemitteilung, presse, news; none for what goes with them
PRESS_TYPE = re.compile(
    r"^(?:press|pm$|pm[-_]|news|aktuell|meldung|mitteilung|nachricht|neuigkeit|stellungnahme)"
    r"(?!.*(?:letter|kontakt|foto|bild|galerie|spiegel|verteiler|categor|kategorie|tag|banner|slider|ticker))",
    re.IGNORECASE,
)
# "per_page must be between 1 (inclusive) and 20 (inclusive)"
ALLOWED = re.compile(rb"\bper_page\b[^{}]*?\b(\d+)\D{0,40}\"")
DEFAULT_PER_PAGE = 10
"""What every version allows."""


@dataclass
class PostsPage:
    """One page of posts. `without_text` are those whose text only their HTML page shows (page builders)."""

    releases: list[PressRelease] = field(default_factory=list)
    without_text: list[tuple[str, Known]] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    count: int = 0
    """How many posts the page holds, readable or not."""
    is_past_the_end: bool = False


class NotWordPressError(ValueError):
    """The answer is no page of posts; the message says what it is."""


def read_posts(body: bytes, address: str) -> PostsPage:
    """The posts in an answer of /wp/v2/posts or /wp/v2/pages.

    Dates come as ISO texts in UTC where the API gives them so (date_gmt), else in the site's own time.
    Raises NotWordPressError.
    """
    answer = _json(body)
    if isinstance(answer, dict):
        if answer.get("code") == "rest_post_invalid_page_number":
            return PostsPage(is_past_the_end=True)
        raise NotWordPressError(
            f"the API answers {answer.get('code') or 'an object'}: {answer.get('message') or 'no list of posts'}"
        )
    page = PostsPage(count=len(answer))
    for post in answer:
        if isinstance(post, dict) and isinstance(post.get("link"), str) and "title" in post:
            _read_post(post, address, page)
        else:
            page.complaints.append(
                Complaint(
                    address=address,
                    page_kind=KIND,
                    expected="a post with link and title",
                    came=str(post)[:200],
                    advice="The site's API leaves fields out. Set press: method: feed for this source.",
                    body=json.dumps(post).encode(),
                )
            )
    return page


def read_press_types(body: bytes) -> list[str]:
    """The resources beside posts and pages that hold releases, from /wp/v2/types. Raises NotWordPressError."""
    answer = _json(body)
    types = [one for one in answer.values() if isinstance(one, dict)] if isinstance(answer, dict) else []
    return [
        base
        for one in types
        if isinstance(base := one.get("rest_base"), str)
        and base.replace("-", "").replace("_", "").isalnum()
        and one.get("rest_namespace", "wp/v2") == "wp/v2"
        and (PRESS_TYPE.search(base) or PRESS_TYPE.search(str(one.get("slug") or "")))
    ]


def allowed_per_page(body: bytes) -> int | None:
    """How many posts at a time a site allows that refuses `per_page`; None if the answer refuses something else."""
    if b"rest_invalid_param" not in body or b"per_page" not in body:
        return None
    numbers = [int(one) for one in ALLOWED.findall(body)]
    return max((one for one in numbers if 0 < one < 100), default=DEFAULT_PER_PAGE)


def posts_address(root: str, resource: str = "posts", **parameters: str | int) -> str:
    """The address of a page of `resource` below the API's `root`, which may be https://…/wp-json/ or https://…/?rest_route=/."""
    parts = urlsplit(root)
    query = urlencode(parameters, safe=":,")
    if "rest_route=" in parts.query:
        route = parts.query.rstrip("/") + f"/wp/v2/{resource}"
        return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(filter(None, (route, query))), ""))
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/wp/v2/{resource}", query, ""))


def is_release_page(address: str) -> bool:
    """Whether a WordPress page (which mostly is a static one: Über uns, Kontakt) is a release by its address."""
    return bool(RELEASE_PAGE.search(urlsplit(address).path))


def _json(body: bytes) -> list[Any] | dict[str, Any]:
    text = body.removeprefix(b"\xef\xbb\xbf").strip()
    start = JSON_START.search(text)
    for attempt in (text, text[start.start() :] if start else b""):
        try:
            answer, _ = json.JSONDecoder(strict=False).raw_decode(attempt.decode("utf-8", errors="replace"))
        except (ValueError, RecursionError):
            continue
        if isinstance(answer, list | dict):
            return answer
    raise NotWordPressError("an HTML page" if text[:1] == b"<" else "no JSON")


def _read_post(post: dict[str, Any], address: str, page: PostsPage) -> None:
    link = absolute(post["link"], address) or address
    content = post.get("content")
    rendered = _rendered(content)
    release = PressRelease(
        vendor_id=page_key(link),
        source_url=tidy(link),
        response_url=address,
        title=one_line(html.unescape(clean_text(_rendered(post.get("title"))))) or None,
        published_text=_moment(post, "date"),
        modified_text=_moment(post, "modified"),
        author=_author(post),
        text=clean_text(rendered) if rendered else None,
        tags=_terms(post),
        language=post.get("lang") if isinstance(post.get("lang"), str) else None,
    )
    if isinstance(content, dict) and content.get("protected"):
        page.releases.append(release)
        page.complaints.append(
            Complaint(
                address=link,
                page_kind=KIND,
                expected="a post with its text",
                came="a post behind a password",
                advice="Nothing to do: what is behind a password is not asked for; title and day are kept.",
                severity="warning",
            )
        )
    elif release.text:
        page.releases.append(release)
    else:
        known = Known(release.title, release.published_text, release.modified_text, release.author, release.tags)
        page.without_text.append((release.source_url or link, known))


def _rendered(value: Any) -> str:
    text = value.get("rendered") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


def _moment(post: dict[str, Any], name: str) -> str | None:
    utc, local = post.get(f"{name}_gmt"), post.get(name)
    if isinstance(utc, str) and utc and utc != NO_DATE:
        return utc if utc.endswith("Z") or "+" in utc else f"{utc}Z"
    return local if isinstance(local, str) and local and local != NO_DATE else None


def _embedded(post: dict[str, Any], name: str) -> list[Any]:
    embedded = post.get("_embedded")
    value = embedded.get(name) if isinstance(embedded, dict) else None
    return value if isinstance(value, list) else []


def _author(post: dict[str, Any]) -> str | None:
    found = [one.get("name") for one in _embedded(post, "author") if isinstance(one, dict)]
    named = [html.unescape(name) for name in found if isinstance(name, str) and is_author(name)]
    return ", ".join(named) or None


def _terms(post: dict[str, Any]) -> list[str]:
    groups = [group for group in _embedded(post, "wp:term") if isinstance(group, list)]
    terms = [term for group in groups for term in group if isinstance(term, dict)]
    return clean_tags(
        [
            html.unescape(str(term.get("name") or ""))
            for term in terms
            if term.get("taxonomy") in ("category", "post_tag")
        ]
    )
