"""The HTML of Musterstadt's WordPress site, as a common theme with a cookie banner and share buttons writes it."""

from collections.abc import Sequence
from html import escape

from scraper.sample.making.clock import long_day
from scraper.sample.town import PressRelease

SITE_TITLE = "GRÜNE Musterstadt"
MENU = (("/", "Start"), ("/kategorie/presse/", "Presse"), ("/termine/", "Termine"), ("/kontakt/", "Kontakt"))
STATIC_PAGES = {
    "/termine/": ("Termine", "Unsere Treffen sind öffentlich: jeden ersten Montag im Monat um 19:30 Uhr."),
    "/kontakt/": ("Kontakt", "Geschäftsstelle, Marktstraße 3, 99981 Musterstadt"),
    "/impressum/": ("Impressum", "Verantwortlich im Sinne des Presserechts ist der Kreisvorstand."),
}


def rendered(text: str) -> str:
    """Text as WordPress renders it: escaped, dashes as numeric entities."""
    return escape(text, quote=False).replace("&amp;", "&#038;").replace("–", "&#8211;")


def content(release: PressRelease) -> str:
    """The text as the editor's blocks: quotations stand in blockquotes."""
    blocks = []
    for paragraph in release.paragraphs:
        html = f"<p>{rendered(paragraph)}</p>"
        quoted = paragraph.startswith("„")
        blocks.append(
            f'\n<blockquote class="wp-block-quote is-layout-flow">{html}</blockquote>\n' if quoted else f"\n{html}\n"
        )
    return "\n".join(blocks)


def excerpt(release: PressRelease) -> str:
    words = " ".join(release.paragraphs).split()
    return rendered(" ".join(words[:40])) + (" [&hellip;]" if len(words) > 40 else "")


def dates(release: PressRelease) -> str:
    """Published and updated with nothing between them: the theme means to hide the second, and text has both."""
    published = f'datetime="{release.created.isoformat()}">{long_day(release.created.date())}</time>'
    if release.modified == release.created:
        return f'<time class="entry-date published updated" {published}'
    updated = f'datetime="{release.modified.isoformat()}">{long_day(release.modified.date())}</time>'
    return f'<time class="entry-date published" {published}<time class="updated" {updated}'


def post_page(base: str, release: PressRelease, related: Sequence[PressRelease]) -> str:
    address = f"{base}/{release.slug}/"
    tags = "".join(f'<a href="{base}/tag/{slug(one)}/" rel="tag">{escape(one)}</a>' for one in release.tags)
    more = "".join(f'<li><a href="{base}/{one.slug}/">{rendered(one.title)}</a></li>' for one in related)
    return _page(
        base,
        release.title,
        f"""<article id="post-{release.id}" class="post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{rendered(release.title)}</h1>
<div class="entry-meta"><span class="posted-on"><span class="screen-reader-text">Veröffentlicht am</span> \
<a href="{address}" rel="bookmark">{dates(release)}</a></span> \
<span class="byline"><span class="author vcard"><a class="url fn n" href="{base}/author/{slug(release.author)}/">\
{escape(release.author)}</a></span></span></div></header>
<div class="entry-content">{content(release)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Teilen mit:</h3><ul>\
<li class="share-facebook"><a href="https://www.facebook.com/sharer.php?u={address}" rel="nofollow">Facebook</a></li>\
<li class="share-mail"><a href="mailto:?body={address}" rel="nofollow">E-Mail</a></li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">{_category_link(base, release)}</span> \
<span class="tags-links">{tags}</span></footer></article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Beitragsnavigation</h2></nav>
<section class="related-posts"><h2>Das könnte dich auch interessieren</h2><ul>{more}</ul></section>""",
        head=_meta(address, release),
    )


def list_page(base: str, title: str, releases: Sequence[PressRelease], older: str | None, newer: str | None) -> str:
    """Home page and archives: ten teasers with both dates, and the way to older ones."""
    teasers = "\n".join(
        f"""<article id="post-{one.id}" class="post type-post hentry"><header class="entry-header">\
<h2 class="entry-title"><a href="{base}/{one.slug}/" rel="bookmark">{rendered(one.title)}</a></h2>\
<div class="entry-meta"><span class="posted-on">{dates(one)}</span></div></header>\
<div class="entry-summary"><p>{excerpt(one)}</p></div>\
<a class="more-link" href="{base}/{one.slug}/">Weiterlesen</a></article>"""
        for one in releases
    )
    back = f'<div class="nav-previous"><a href="{older}">Ältere Beiträge</a></div>' if older else ""
    forth = f'<div class="nav-next"><a href="{newer}">Neuere Beiträge</a></div>' if newer else ""
    heading = f'<h1 class="page-title">{escape(title)}</h1>'
    return _page(base, title, f'{heading}\n{teasers}\n<nav class="navigation posts-navigation">{back}{forth}</nav>')


def static_page(base: str, path: str) -> str:
    title, text = STATIC_PAGES[path]
    body = f'<h1 class="entry-title">{title}</h1><div class="entry-content"><p>{escape(text)}</p></div>'
    return _page(base, title, f'<article class="page type-page hentry">{body}</article>')


def slug(text: str) -> str:
    """Of categories, tags and authors: "Bezirksvertretung Süd" -> "bezirksvertretung-sued"."""
    plain = text.lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("é", "e"), (".", ""), (" ", "-")):
        plain = plain.replace(umlaut, letters)
    return plain


def _category_link(base: str, release: PressRelease) -> str:
    return f'<a href="{base}/kategorie/{slug(release.category)}/" rel="category tag">{escape(release.category)}</a>'


def _meta(address: str, release: PressRelease) -> str:
    return (
        f'<link rel="canonical" href="{address}">\n<meta property="og:type" content="article">\n'
        f'<meta property="og:title" content="{escape(release.title)}">\n'
        f'<meta property="article:published_time" content="{release.created.isoformat()}">\n'
        f'<meta property="article:modified_time" content="{release.modified.isoformat()}">\n'
    )


def _page(base: str, title: str, body: str, head: str = "") -> str:
    menu = "".join(f'<li class="menu-item"><a href="{base}{path}">{name}</a></li>' for path, name in MENU)
    return f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – {SITE_TITLE}</title>
<meta name="generator" content="WordPress 6.8.2">
<link rel="alternate" type="application/rss+xml" title="{SITE_TITLE} » Feed" href="{base}/feed/">
<link rel="https://api.w.org/" href="{base}/wp-json/">
{head}</head>
<body class="wp-embed-responsive">
<a class="skip-link screen-reader-text" href="#content">Zum Inhalt springen</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="{base}/" rel="home">{SITE_TITLE}</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">{menu}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
{body}
</main>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search" method="get" \
action="{base}/"><label>Suche nach: <input type="search" name="s"></label></form></section>
<section class="widget"><h2 class="widget-title">Mitmachen</h2><p>Werde Mitglied! Wir freuen uns auf dich.</p></section>
</aside></div>
<footer id="colophon" class="site-footer"><a href="{base}/impressum/">Impressum</a> · © 2026 {SITE_TITLE}</footer>
<div id="cookie-notice" role="dialog"><p>Diese Website benutzt Cookies. Wenn du sie weiter nutzt, gehen wir von deinem \
Einverständnis aus.</p><button>OK</button></div>
</body>
</html>
"""
