"""The HTML of a party's site that is no WordPress: a content management system of its own kind.

What a page says about itself differs from article to article, as on sites that were rebuilt in between: some have
JSON-LD, some OpenGraph only, some nothing but a date in the text, in one of several shapes.
"""

import json
from collections.abc import Sequence
from datetime import date
from html import escape

from scraper.sample.making.clock import MONTHS, WEEKDAYS, long_day
from scraper.sample.town import PressRelease

SITE_TITLE = "CDU Musterstadt"
MENU = (("/", "Startseite"), ("/presse/", "Presse"), ("/fraktion/", "Fraktion"), ("/impressum/", "Impressum"))
STATIC_PAGES = {
    "/fraktion/": ("Unsere Fraktion", "Die Mitglieder unserer Fraktion im Rat der Stadt Musterstadt."),
    "/impressum/": ("Impressum", "CDU-Stadtverband Musterstadt, Bahnhofstraße 12, 99981 Musterstadt"),
}


def visible_date(release: PressRelease) -> str:
    """The day of publication in one of seven shapes; the same for the same release."""
    day = release.created.date()
    weekday = WEEKDAYS[day.weekday()]
    shapes = (
        f"{day:%d.%m.%Y}",
        f"{weekday[:2]}., {day:%d.%m.%Y}",
        f"{long_day(day)} | Presse",
        f"{day.day}.{day.month}.{day:%y}",
        f"{day:%d.%m.%y} –",
        f"{weekday}, {day.day}. {MONTHS[day.month - 1]} {day.year}, {release.created:%H:%M} Uhr",
        f"Stand: {day:%d.%m.%Y}, {release.created:%H:%M} Uhr",
    )
    return shapes[release.id % len(shapes)]


def path_of(release: PressRelease) -> str:
    return f"/presse/{release.id}/{release.slug}.html"


def teaser(release: PressRelease) -> str:
    return release.paragraphs[0][:180] + ("…" if len(release.paragraphs[0]) > 180 else "")


def article_page(base: str, release: PressRelease, others: Sequence[PressRelease]) -> str:
    paragraphs = "\n".join(f"<p>{escape(one, quote=False)}</p>" for one in release.paragraphs)
    more = "".join(
        f'<li><span class="datum">{_short(one.created.date())}</span> '
        f'<a href="{path_of(one)}">{escape(one.title)}</a></li>'
        for one in others
    )
    signed = f'<p class="autor">Von {escape(release.author)}</p>' if release.id % 2 else ""
    return _page(
        base,
        release.title,
        f"""<div class="row"><article class="news-single col-8">
<p class="news-date">{visible_date(release)}</p>
<h1>{escape(release.title)}</h1>
{signed}
<div class="news-text">
{paragraphs}
</div>
<ul class="share"><li><a href="https://twitter.com/intent/tweet?url={base}{path_of(release)}">Twittern</a></li>\
<li><a href="javascript:window.print()">Drucken</a></li></ul>
<p class="back"><a href="/presse/">« Zurück zur Übersicht</a></p>
</article>
<aside class="col-4"><h3>Weitere Meldungen</h3><ul>{more}</ul>
<h3>Termine</h3><p>Stammtisch: jeden 2. Dienstag, 19 Uhr, Gasthaus zur Post</p></aside></div>""",
        _metadata(base, release),
    )


def list_page(base: str, releases: Sequence[PressRelease], older: str | None, newer: str | None) -> str:
    rows = "\n".join(
        f'<div class="meldung"><h3><a href="{path_of(one)}">{escape(one.title)}</a></h3>'
        f"<p>{one.created:%d.%m.%Y} | {escape(one.author)}</p><p>{escape(teaser(one))}</p>"
        f'<a class="mehr" href="{path_of(one)}">Mehr »</a></div>'
        for one in releases
    )
    forth = f'<a class="newer" href="{newer}">« Neuere Beiträge</a> ' if newer else ""
    back = f'<a class="older" rel="next" href="{older}">Ältere Beiträge »</a>' if older else ""
    return _page(base, "Presse", f'<h1>Meldungen / Presse</h1>\n{rows}\n<p class="blaettern">{forth}{back}</p>')


def home_page(base: str, releases: Sequence[PressRelease]) -> str:
    rows = "".join(f'<li><a href="{path_of(one)}">{escape(one.title)}</a></li>' for one in releases)
    return _page(base, "Startseite", f"<h1>Willkommen bei der {SITE_TITLE}</h1><h2>Aktuelles</h2><ul>{rows}</ul>")


def static_page(base: str, path: str) -> str:
    title, text = STATIC_PAGES[path]
    return _page(base, title, f"<h1>{title}</h1><p>{escape(text)}</p>")


def missing_page(base: str) -> str:
    return _page(base, "Nicht gefunden", "<h1>Diese Seite gibt es nicht</h1>")


def _short(day: date) -> str:
    return f"{day.day}.{day.month}."


def _metadata(base: str, release: PressRelease) -> str:
    """JSON-LD for a third of the articles, OpenGraph for the next, nothing for the rest."""
    kind = release.id % 3
    if kind == 0:
        described = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": release.title,
            "datePublished": release.created.isoformat(),
            "dateModified": release.modified.isoformat(),
            "author": {"@type": "Person", "name": release.author},
        }
        # "</" inside the script would end it
        content = json.dumps(described).replace("</", r"<\/")
        return f'<script type="application/ld+json">{content}</script>\n'
    if kind == 1:
        return (
            f'<meta property="og:title" content="{escape(release.title)}">\n'
            '<meta property="og:type" content="article">\n'
            f'<meta property="og:url" content="{base}{path_of(release)}">\n'
            f'<meta property="article:published_time" content="{release.created.isoformat()}">\n'
        )
    return ""


def _page(base: str, title: str, body: str, metadata: str = "") -> str:
    menu = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in MENU)
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{escape(title)} | {SITE_TITLE}</title>
<link rel="alternate" type="application/rss+xml" title="Pressemitteilungen" href="{base}/rss.xml">
{metadata}</head>
<body>
<div class="cookies">Wir verwenden Cookies. <a href="/impressum/">Mehr erfahren</a> <button>Verstanden</button></div>
<header><a class="logo" href="/">{SITE_TITLE}</a><nav><ul>{menu}</ul></nav></header>
<main>
{body}
</main>
<footer><p>© 2026 {SITE_TITLE} · Telefon 09999 123-0 · Öffnungszeiten: Mo bis Do 9.00 – 16.00 Uhr</p></footer>
</body>
</html>
"""
