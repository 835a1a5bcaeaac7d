"""List pages: which links are releases, and which one leads on."""

import pytest

from scraper.pages.press.list_page import read_list

ADDRESS = "https://www.x.de/presse/"


def listed(body: str, address: str = ADDRESS, **rules: str) -> list[str]:
    return [
        one.removeprefix("https://www.x.de")
        for one in read_list(f"<body>{body}</body>".encode(), address, **rules).articles
    ]


ARTICLES = [
    ("<h2><a href='/presse/a-b/'>A B</a></h2><p>Kurz</p><a href='/presse/a-b/#mehr'>Mehr »</a>", ["/presse/a-b/"]),
    ("<article><a href='/x/y'><img></a></article>", ["/x/y"]),
    ("<a href='/n/1'><h3>Titel</h3></a><a href='/n/2'><h3>Titel</h3></a>", ["/n/1", "/n/2"]),
    ("<ul><li><a href='/presse/radwege-kommen-jetzt'>Radwege kommen jetzt</a></li><li><a href='/verein'>Unser "
        "Verein im Ort</a></li></ul>",
     ["/presse/radwege-kommen-jetzt"]),
    ("<div>07.12.2016 <a href='?id=7'>weiter lesen</a></div>", ["/presse/?id=7"]),
    ("<nav><h3><a href='/presse/menu-punkt/'>Menü</a></h3></nav><footer><h4><a href='/presse/fuss/'>Fuß</a>"
        "</h4></footer>", []),
    ("<h2><a href='https://anders.de/a'>A</a></h2><h2><a href='/impressum/'>I</a></h2><h2><a href='/tag/rad/'>"
        "Rad</a></h2>", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "articles"), ARTICLES)
def test_links_to_releases(body: str, articles: list[str]) -> None:
    assert listed(body) == articles


def test_a_selector_by_hand() -> None:
    body = "<h2><a href='/falsch'>Falsch</a></h2><div class=z><a href='/richtig'>x</a></div>"
    assert listed(body, link=".z") == ["/richtig"]
    assert listed(body, link=".z a") == ["/richtig"]


def test_files_are_named() -> None:
    page = read_list(b"<h2><a href='/pm.pdf'>PM</a></h2>", ADDRESS)
    assert (page.articles, page.skipped) == ([], ["https://www.x.de/pm.pdf"])


NEXT = [
    ("<a rel=next href='page/2/'>x</a>", "/presse/page/2/"),
    ("<div class=pagination><a href='?page=2'>Nächste Seite</a></div>", "/presse/?page=2"),
    ("<div class=pagination><a href='?page=2'>»</a></div>", "/presse/?page=2"),
    ("<ul class='lcp_paginator'><li>1</li><li><a href='/presse/?lcp_page1=2'>2</a></li><li><a "
        "href='/presse/?lcp_page1=9'>9</a></li></ul>",
     "/presse/?lcp_page1=2"),
    ("<a href='/presse/seite/2'>Weiter</a>", "/presse/seite/2"),
    ("<div class=nav-links><a class='next page-numbers' href='/presse/page/2/'>Ältere Beiträge</a>"
        "</div>", "/presse/page/2/"),
    ("<a href='?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2'>Nächste</a>",
     "/presse/?tx_news_pi1%5B%40widget_0%5D%5BcurrentPage%5D=2"),
    ("<div class=pagination><span>Seite</span><a href='?page=1'>«</a></div>", None),
    ("<a href='/radweg/'>Weiter</a>", None),
    ("<p><a href='/presse/page/1/'>Seite 1</a> <a href='/presse/page/2/'>Seite 2</a></p>", "/presse/page/2/"),
    ("<a rel=next href='https://anders.de/page/2'>x</a>", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "following"), NEXT)
def test_the_next_page(body: str, following: str | None) -> None:
    found = read_list(body.encode(), ADDRESS).next
    assert found == (None if following is None else f"https://www.x.de{following}")


def test_numbers_lead_on_from_the_page_s_own() -> None:
    pager = "".join(f"<a href='/presse/page/{n}/'>{n}</a>" for n in (1, 2, 3, 4))
    page = read_list(f"<div class=pager>{pager}</div>".encode(), "https://www.x.de/presse/page/3/")
    assert page.next == "https://www.x.de/presse/page/4/"
    assert read_list(f"<div class=pager>{pager}</div>".encode(), "https://www.x.de/presse/page/4/").next is None
