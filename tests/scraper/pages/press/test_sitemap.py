"""Sitemaps and indexes of them."""

import gzip

import pytest

from scraper.pages.press.sitemap import NotASitemapError, children_to_read, read_sitemap, sitemaps_in_robots

ADDRESS = "https://x.de/sitemap.xml"
NAMESPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"


def index(*names: str) -> bytes:
    children = "".join(f"<sitemap><loc>https://x.de/{name}</loc></sitemap>" for name in names)
    return f"<sitemapindex {NAMESPACE}>{children}</sitemapindex>".encode()


def test_pages_with_their_last_change() -> None:
    body = (
        f"\n<?xml version='1.0'?><urlset {NAMESPACE}><url><loc> /presse/a </loc><lastmod>2026-03-10</lastmod></url>"
        "<url><loc>https://x.de/a.pdf</loc></url><url><lastmod>2026-01-01</lastmod></url></urlset>"
    )
    assert [(one.address, one.modified_text) for one in read_sitemap(body.encode(), ADDRESS).pages] == [
        ("https://x.de/presse/a", "2026-03-10")
    ]


def test_a_news_sitemap_gives_title_and_day() -> None:
    body = (
        f"<urlset {NAMESPACE} xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>"
        f"https://x.de/a</loc><news:news>"
        "<news:publication><news:name>X</news:name></news:publication><news:publication_date>2026-03-10"
        "</news:publication_date>"
        "<news:title>Radweg</news:title></news:news><image:image "
        "xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
        "<image:loc>https://x.de/bild</image:loc></image:image></url></urlset>"
    )
    (page,) = read_sitemap(body.encode(), ADDRESS).pages
    assert (page.address, page.title, page.published_text) == ("https://x.de/a", "Radweg", "2026-03-10")


@pytest.mark.parametrize(
    ("children", "read"),
    [
        (("post-sitemap.xml", "page-sitemap.xml", "category-sitemap.xml"), ["post-sitemap.xml"]),
        (
            ("wp-sitemap-posts-post-1.xml", "wp-sitemap-posts-page-1.xml", "wp-sitemap-users-1.xml"),
            ["wp-sitemap-posts-post-1.xml"],
        ),
        (("sitemap.xml?sitemap=pages&p=1", "sitemap.xml?sitemap=news&p=1"), ["sitemap.xml?sitemap=news&p=1"]),
        (("sitemap-1.xml", "sitemap-2.xml", "sitemap-images.xml"), ["sitemap-1.xml", "sitemap-2.xml"]),
    ],
)
def test_which_sitemaps_of_an_index_are_read(children: tuple[str, ...], read: list[str]) -> None:
    sitemap = read_sitemap(index(*(child.replace("&", "&amp;") for child in children)), ADDRESS)
    assert [one.address.removeprefix("https://x.de/") for one in children_to_read(sitemap)] == read


def test_gzip_and_plain_text() -> None:
    assert len(read_sitemap(gzip.compress(index("a.xml")), ADDRESS).children) == 1
    assert [one.address for one in read_sitemap(b"https://x.de/a\nhttps://x.de/b\n", ADDRESS).pages] == [
        "https://x.de/a",
        "https://x.de/b",
    ]


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"\x1f\x8bkaputt", b"Nicht gefunden", b"<rss></rss>"])
def test_no_sitemap(body: bytes) -> None:
    with pytest.raises(NotASitemapError):
        read_sitemap(body, ADDRESS)


def test_robots_txt_names_sitemaps() -> None:
    body = b"User-agent: *\nDisallow:\nSitemap: https://x.de/a.xml\r\n sitemap:/b.xml\n# Sitemap: /c.xml"
    assert sitemaps_in_robots(body, "https://x.de/robots.txt") == ["https://x.de/a.xml", "https://x.de/b.xml"]
