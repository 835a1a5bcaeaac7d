"""RSS 2.0 as Musterstadt's press sites write it, in pages (RFC 5005)."""

from collections.abc import Iterable
from datetime import UTC
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from scraper.sample.town import PressRelease


def item(release: PressRelease, address: str, description: str, content: str | None = None) -> str:
    """One entry. `content` is the whole text as HTML, where the site gives it."""
    tags = "".join(f"<category>{escape(one)}</category>" for one in (release.category, *release.tags))
    encoded = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{escape(release.title)}</title><link>{escape(address)}</link>"
        f"<dc:creator>{escape(release.author)}</dc:creator>"
        f"<pubDate>{format_datetime(release.created.astimezone(UTC))}</pubDate>{tags}"
        f'<guid isPermaLink="true">{escape(address)}</guid>'
        f"<description>{escape(description)}</description>{encoded}</item>"
    )


def feed(title: str, home: str, address: str, next_address: str | None, items: Iterable[str]) -> str:
    """A page of a feed; `next_address` is the page with older entries."""
    older = f'<atom:link href={quoteattr(next_address)} rel="next" type="application/rss+xml"/>' if next_address else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{escape(title)}</title><link>{escape(home)}</link><language>de-DE</language>"
        f'<atom:link href={quoteattr(address)} rel="self" type="application/rss+xml"/>{older}'
        f"{''.join(items)}</channel></rss>\n"
    )
