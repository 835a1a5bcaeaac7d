"""Made-up press sites of Musterstadt for loopback servers: posts, feeds, sitemaps, lists and article pages."""

import json
from dataclasses import dataclass

from tests.support.loopback import Answer, Asked, Site

SENTENCE = "Der Rat der Stadt hat in seiner Sitzung über die Radwege an der Hauptstraße beraten, und wir sagen warum."


@dataclass(frozen=True)
class Release:
    number: int

    @property
    def title(self) -> str:
        return f"Radweg Nummer {self.number} kommt endlich"

    @property
    def path(self) -> str:
        return f"/presse/radweg-nummer-{self.number}-kommt/"

    @property
    def day(self) -> str:
        return f"2026-{(self.number - 1) // 28 + 1:02}-{(self.number - 1) % 28 + 1:02}"


def releases(count: int) -> list[Release]:
    return [Release(number) for number in range(1, count + 1)]


def html(body: str, head: str = "") -> Answer:
    page = f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def article(release: Release) -> Answer:
    return html(
        f"<nav><a href='/'>Start</a></nav><main><article><h1>{release.title}</h1>"
        f"<time datetime='{release.day}T10:00:00+01:00'>am Tag</time>"
        f"<p>{SENTENCE} Nummer {release.number}.</p><p>{SENTENCE}</p></article></main><footer>Impressum</footer>",
        head=f"<title>{release.title} | SPD Musterstadt</title>",
    )


def post(release: Release, base: str, **changed: object) -> dict[str, object]:
    return {
        "id": release.number,
        "date": f"{release.day}T10:00:00",
        "date_gmt": f"{release.day}T09:00:00",
        "modified": f"{release.day}T11:00:00",
        "modified_gmt": f"{release.day}T10:00:00",
        "link": base + release.path,
        "title": {"rendered": release.title},
        "content": {"rendered": f"<p>{SENTENCE} Nummer {release.number}.</p>\n", "protected": False},
        "_embedded": {
            "author": [{"name": "Erika Mustermann"}],
            "wp:term": [
                [{"name": "Verkehr &amp; Umwelt", "taxonomy": "category"}],
                [{"name": "Rad", "taxonomy": "post_tag"}],
            ],
        },
        **changed,
    }


def posts_answer(all_posts: list[dict[str, object]], asked: Asked) -> Answer:
    """As WordPress pages its posts: a hundred at most, the number of pages in a header, 400 after the last page."""
    size, number = int(asked.query.get("per_page", "10")), int(asked.query.get("page", "1"))
    since = asked.query.get("modified_after", "").removesuffix("Z")
    chosen = [one for one in all_posts if str(one["modified_gmt"]) > since]
    part = chosen[(number - 1) * size : number * size]
    if number > 1 and not part:
        return Answer(json.dumps({"code": "rest_post_invalid_page_number", "message": "…"}).encode(), status=400)
    headers = {"Content-Type": "application/json", "X-WP-TotalPages": str(-(-len(chosen) // size))}
    return Answer(json.dumps(part).encode(), headers=headers)


def rss(listed: list[Release], base: str, generator: str = "") -> Answer:
    items = "".join(
        f"<item><title>{one.title}</title><link>{base}{one.path}?utm_source=rss</link>"
        f"<pubDate>{_mail_date(one)}</pubDate><description>kurz</description></item>"
        for one in listed
    )
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{generator}{items}</channel></rss>"
    return Answer(feed.encode(), headers={"Content-Type": "application/rss+xml"})


def listing(listed: list[Release], following: str | None = None) -> Answer:
    teasers = "".join(
        f"<div class='teaser'><h2><a href='{one.path}'>{one.title}</a></h2><p>Kurz.</p>"
        f"<a href='{one.path}'>Weiterlesen</a></div>"
        for one in listed
    )
    link = f"<div class='pagination'><a href='{following}'>Nächste Seite »</a></div>" if following else ""
    return html(f"<nav><a href='/kontakt/'>Kontakt</a></nav><main>{teasers}{link}</main>")


def site(pages: dict[str, Answer], listed: list[Release]) -> Site:
    """A site that knows `pages` by path (or by path and query) and the pages of the releases."""
    articles = {one.path: one for one in listed}

    def answer(asked: Asked) -> Answer:
        found = pages.get(asked.target) or pages.get(asked.path)
        if found is not None:
            return found
        return article(articles[asked.path]) if asked.path in articles else Answer(status=404)

    return answer


def _mail_date(release: Release) -> str:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{int(release.day[8:])} {months[int(release.day[5:7]) - 1]} 2026 09:00:00 +0000"
