"""Pages that say little about themselves, or the wrong thing: what a careful reader still sees on them."""

import pytest

from scraper.items import PressRelease
from scraper.pages.press.article import read_article

ADDRESS = "https://www.fdp-musterstadt.de/meldung/4711"
ONE = "Der Rat hat gestern den Bau des Radwegs an der Hauptstraße beschlossen, sagt die Fraktion."
TWO = "„Darauf haben alle gewartet, die mit dem Rad zur Arbeit fahren“, sagt Ratsherr Max Beispiel."
TEXT = f"<p>{ONE}</p><p>{TWO}</p>"
BOTH = f"{ONE}\n\n{TWO}"


def release(page: str | bytes) -> PressRelease:
    (one,) = read_article(page.encode() if isinstance(page, str) else page, ADDRESS)
    assert isinstance(one, PressRelease)
    return one


TITLES = [
    # The site's name is the only h1, and its address says so.
    ("FDP Musterstadt: Aktuelles", "<h1>FDP-Fraktion Musterstadt</h1><h4>Verkehr</h4><h2>Radweg kommt</h2>"),
    # The section's name is the only h1, and the page's head has no other.
    ("Pressemitteilungen - FDP", "<h1>Pressemitteilungen</h1><h2>Radweg kommt</h2>"),
    # The site's name hangs on to the title, and only the address tells that it is one.
    ("Radweg kommt :: FDP Musterstadt", "<p>Der Kreisverband meldet</p>"),
    # No heading at all, as on pages of old.
    ("FDP", "<font size='5'><b>Radweg kommt: FDP freut sich</b></font><br>"),
]


@pytest.mark.parametrize(("head", "body"), TITLES)
def test_the_title(head: str, body: str) -> None:
    found = release(f"<html><head><title>{head}</title></head><body>{body}{TEXT}</body></html>").title or ""
    assert found.removesuffix(": FDP freut sich") == "Radweg kommt"


DATES = [
    # head, before the text, below it, published, modified
    ("", "<div>Juni 2, 2026</div>", "", "Juni 2, 2026", None),
    ("", "<p>Zuletzt aktualisiert: 05.06.2026</p><p>02.06.2026</p>", "", "02.06.2026", "05.06.2026"),
    ("", "<p class='stand'>Zuletzt geändert am 05.06.2026</p>", "", None, "05.06.2026"),
    ("", "<p>02.06.2026 (aktualisiert: 05.06.2026)</p>", "", "02.06.2026 (aktualisiert: 05.06.2026", None),
    ("", "<p>Musterstadt, 2. Juni 2026.</p>", "", "2. Juni 2026", None),
    # Words marked for machines are less than the moment in the head.
    ("<meta property='article:published_time' content='2026-06-02T08:00:00Z'>",
     "<ul><li itemprop='datePublished'>Juni 2, 2026</li></ul>", "", "2026-06-02T08:00:00Z", None),
    ("", "<footer class='node__meta'><div>Gespeichert von fdp am Di., 02.06.2026 - 10:15</div></footer>", "",
     "Di., 02.06.2026 - 10:15", None),
    # Below the text: the shown day is that of publishing, the hidden moment that of the last change.
    ("", "", "<div class='post-meta'>Von Max Beispiel|<span class='updated'>2026-06-04T10:00:00+02:00</span>"
     "<span>2. Juni 2026</span></div>", "2. Juni 2026", "2026-06-04T10:00:00+02:00"),
    ("", "<p>Einladung: Am 14. Juni 2026 wird gefeiert.</p>", "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "before", "below", "published", "modified"), DATES)
def test_the_days(head: str, before: str, below: str, published: str | None, modified: str | None) -> None:
    body = f"<article><h1>Radweg kommt</h1>{before}<div>{TEXT}</div>{below}</article>"
    found = release(f"<html><head>{head}</head><body>{body}</body></html>")
    assert (found.published_text, found.modified_text) == (published, modified)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<p>Am 2. Juni 2026 von <a href='/a'>Max Beispiel</a> in <a href='/c'>Verkehr</a></p>", "Max Beispiel"),
        ("<p>Von <b>Max Beispiel</b> - 2. Juni 2026</p>", "Max Beispiel"),
        ("<div>02.06.2026 | Max Beispiel</div>", "Max Beispiel"),
        ("<p class='wp-block-post-author__name'>Max Beispiel</p>", "Max Beispiel"),
        ("<p class='author'>info21345</p>", None),
    ],
)
def test_the_author(byline: str, author: str | None) -> None:
    assert release(f"<html><body><main><h1>Radweg kommt</h1>{byline}{TEXT}</main></body></html>").author == author


@pytest.mark.parametrize(
    "beside",
    [
        "<p><a href='javascript:print()'>Drucken</a> | <a href='/x'>Empfehlen</a></p>",
        "<p><a href='#'>nach oben</a> <a href='/p'>Seite drucken</a></p>",
        "<p><a href='/z'>Lesen Sie auch: Mehr Bäume für die Südstadt und den Norden</a></p>",
        "<p>Veröffentlicht von FDP Musterstadt am: 02.06.2026, 10:44 Uhr (123 mal gelesen)</p><p>[Übersicht]</p>",
        "<p>Beitrag gedruckt von FDP Musterstadt: https://www.fdp-musterstadt.de</p>",
        "<div class='field--name-field-tags'><div>Tags</div><div><a href='/t'>Verkehr</a></div></div>",
        "<div class='blog-post--tags-template'><span>tagged with Verkehr</span></div>",
        "<h3>Nächste Termine</h3><p>12.12.2026: Mitgliederversammlung der FDP im Gasthof zur Post um 19 Uhr</p>",
    ],
)
def test_what_is_no_text(beside: str) -> None:
    body = f"<main><h1>Radweg kommt</h1>{TEXT}{beside}</main>"
    assert release(f"<html><body>{body}</body></html>").text == BOTH


def test_a_short_subtitle_is_text_and_a_short_label_is_not() -> None:
    body = f"<main><h1>Radweg kommt</h1><p>Verkehr</p><p class='untertitel'>Baubeginn im Herbst</p>{TEXT}</main>"
    assert release(f"<html><body>{body}</body></html>").text == f"Baubeginn im Herbst\n\n{BOTH}"


@pytest.mark.parametrize(("declared", "real"), [("utf-8", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "utf-8")])
def test_bytes_are_read_as_what_they_are(declared: str, real: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><h1>Grüne wählen</h1>{TEXT}</body></html>"
    found = release(page.encode(real))
    assert (found.title, found.text) == ("Grüne wählen", BOTH)


def test_what_a_reader_would_miss() -> None:
    event = "<p>Wann: 14. Juni 2026, 19 Uhr</p><p>Wo: Rathaus</p>"
    quotation = "<aside class='pullquote'><p>„Wir warten seit Jahren“, sagt sie.</p></aside>"
    body = f"<article><h1>Radweg kommt</h1>{event}{TEXT}{quotation}<p>Der Bau beginnt im Herbst.</p></article>"
    assert release(f"<html><body>{body}</body></html>").text == (
        f"Wann: 14. Juni 2026, 19 Uhr\n\nWo: Rathaus\n\n{BOTH}\n\n„Wir warten seit Jahren“, sagt sie.\n\n"
        "Der Bau beginnt im Herbst."
    )


def test_a_short_release_beside_teasers_of_others() -> None:
    teaser = "<div class='teaser'><p class='date'>01.01.2026</p><h4><a href='/a'>Anderes</a></h4><p>{}</p></div>"
    text = "Von etwas ganz anderem ist hier die Rede, und das ziemlich lang, mit Komma und Punkt."
    column = f"<div class='col-8'><h1>Radweg kommt</h1><p>{ONE}</p></div>"
    found = release(f"<html><body><div>{column}<div class='col-4'>{teaser.format(text) * 3}</div></div></body></html>")
    assert (found.text, found.published_text) == (ONE, None)


def test_structured_data_escaped_like_html() -> None:
    data = "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2026-06-02&quot;}"
    head = f"<script type='application/ld+json'>{data}</script>"
    body = f"<h1>Radweg kommt</h1>{TEXT}"
    assert release(f"<html><head>{head}</head><body>{body}</body></html>").published_text == "2026-06-02"
