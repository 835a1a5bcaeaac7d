"""One page -> a release or a Complaint: where each field comes from, and what is no release."""

import pytest

from scraper.items import Complaint, PressRelease
from scraper.pages.press.article import Known, Selectors, read_article

ADDRESS = "https://www.spd-musterstadt.de/presse/radweg-kommt/"
TEXT = "<p>Der Rat hat gestern den Bau des Radwegs an der Hauptstraße beschlossen, sagt die Fraktion.</p>"


def page(body: str = "", head: str = "", root: str = "lang='de-DE'") -> bytes:
    heading = "" if "<h1" in body else "<h1>Radweg kommt</h1>"
    return f"<html {root}><head><meta charset=utf-8>{head}</head><body>{heading}{body}</body></html>".encode()


def release(body: bytes, address: str = ADDRESS, **arguments: object) -> PressRelease:
    (one,) = read_article(body, address, **arguments)  # type: ignore[arg-type]  # each test names its own
    assert isinstance(one, PressRelease)
    return one


PUBLISHED = [
    # head, body, published_text, modified_text
    ('<meta property="article:published_time" content="2026-03-10T09:00:00+01:00">', "",
     "2026-03-10T09:00:00+01:00", None),
    (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Radweg '
            'kommt","datePublished":"2026-03-10",'
        '"dateModified":"2026-03-16",}</script><meta property="article:published_time" content="2020-01-01">',
        "",
        "2026-03-10",
        "2026-03-16",
    ),
    ("", '<time class="entry-date published" datetime="2026-03-10">10.3.</time> <time class="updated" '
        'datetime="2026-03-16">16.3.</time>',
     "2026-03-10", "2026-03-16"),
    ("", "<p class='meta'>10. März 202616. März 2026</p>", "10. März 202616. März 2026", None),
    ("", "<div>Veröffentlicht am 10. März 2026 von Max Muster</div>", "10. März 2026", None),
    ("", "<div>Dienstag, 10. März 2026, 14:30 Uhr</div>", "Dienstag, 10. März 2026, 14:30 Uhr", None),
    ("", "<span itemprop='datePublished'>10.03.2026</span>", "10.03.2026", None),
    ("", "<div class='news-list-date'>10.03.26</div>", "10.03.26", None),
    ("", "<div>Musterstadt, 10. März 2026</div>", "10. März 2026", None),
    # A day in the text is that of an event, one in the sidebar that of another release.
    ("", "<aside><time datetime='2019-01-01'>1.1.2019</time></aside>", None, None),
    ("", "<p>Am Montag, den 27.10.2025 hat sich die Ratsfraktion im Rathaus der Stadt offiziell konstituiert, "
        "wie sie mitteilt.</p>", None, None),
    ("<meta name='last-modified' content='2025-01-01'>", "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "published", "modified"), PUBLISHED)
def test_dates(head: str, body: str, published: str | None, modified: str | None) -> None:
    found = release(page(f"<h1>Radweg kommt</h1>{body}{TEXT}", head))
    assert (found.published_text, found.modified_text) == (published, modified)


def test_the_day_in_the_address_or_at_the_text_s_beginning_is_the_last_resort() -> None:
    assert release(page(TEXT), "https://www.spd.de/2021/01/15/radweg-kommt/").published_text == "2021-01-15"
    begins = page(TEXT.replace("<p>", "<p>11.03.2020 – "))
    assert release(begins).published_text == "11.03.2020"


TITLES = [
    ("<title>Radweg kommt | SPD Musterstadt</title>", "<h1>Radweg kommt</h1>", "Radweg kommt"),
    (
        "<title>SPD Musterstadt - Radweg kommt</title>",
        "<h1>Aktuelles</h1><div class='headline'>Radweg kommt</div>",
        "Radweg kommt",
    ),
    (
        '<meta property="og:title" content="Radweg kommt – endlich – CDU">',
        "<h1>Radweg kommt – endlich</h1>",
        "Radweg kommt – endlich",
    ),
    ("<title>Newsdetail</title>", "<h1>Presse</h1><h2 class='entry-title'>Radweg kommt</h2>", "Radweg kommt"),
    (
        '<meta property="og:site_name" content="Grüne Musterstadt"><title>Radweg kommt: Grüne Musterstadt</title>',
        "<h1></h1>",
        "Radweg kommt",
    ),
    ("<title>Rad&shy;weg&nbsp;kommt</title>", "<h1>Rad\u00adweg\u00a0kommt</h1>", "Radweg kommt"),
]


@pytest.mark.parametrize(("head", "heading", "title"), TITLES)
def test_title_without_the_site_s_name(head: str, heading: str, title: str) -> None:
    assert release(page(heading + TEXT, head)).title == title


AUTHORS = [
    ("<span class='byline'>von <a rel='author' href='/a'>Erika Mustermann</a></span>", "Erika Mustermann"),
    ("<p class='meta'>10. März 2026 | von Dr. Max von Beispiel</p>", "Dr. Max von Beispiel"),
    ("<div class='author'>admin</div>", None),
    ("<div class='author'>web.redaktion</div>", None),
    ("<p>Wir danken von Herzen.</p>", None),
]


@pytest.mark.parametrize(("body", "author"), AUTHORS)
def test_author_only_where_there_is_a_byline(body: str, author: str | None) -> None:
    assert release(page(f"<h1>Radweg kommt</h1>{body}{TEXT}")).author == author


def test_tags_language_and_address() -> None:
    head = (
        "<link rel='canonical' href='http://www.spd-musterstadt.de/presse/radweg-kommt/?utm_source=brief#top'>"
        "<meta property='article:tag' content='Radweg'><meta property='article:section' content='Allgemein'>"
    )
    found = release(page(TEXT + "<a rel='tag' href='/tag/rat'>Rat</a>", head), ADDRESS + "?fbclid=1")
    assert found.tags == ["Radweg", "Rat"]
    assert found.language == "de-DE"
    assert found.source_url == "http://www.spd-musterstadt.de/presse/radweg-kommt/"
    assert found.vendor_id == "https://spd-musterstadt.de/presse/radweg-kommt"
    assert found.response_url == ADDRESS + "?fbclid=1"


@pytest.mark.parametrize("canonical", ["/", "https://www.anders.de/presse/radweg/", "mailto:x@y.de"])
def test_a_canonical_address_that_cannot_be_right_is_not_taken(canonical: str) -> None:
    assert release(page(TEXT, f"<link rel=canonical href='{canonical}'>")).source_url == ADDRESS


NO_RELEASE = [
    ("<h1>Seite nicht gefunden</h1><p>Die Seite, die Sie suchen, gibt es hier leider nicht oder nicht mehr."
        "</p>", "error page"),
    ("<h1>Anmelden</h1><form><input name=u><input type='password'></form>", "login"),
    ("<div id='app'></div><script src='/app.js'></script>", "empty shell"),
    ("<h1>Bitte aktivieren Sie Cookies um diese Seite anzusehen</h1><p>Danach laden Sie die Seite neu, dann "
        "geht es weiter.</p>", "cookies"),
    ("<ul><li><a href='/a'>A</a></li><li><a href='/b'>B</a></li></ul>", "without running text"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "came"), NO_RELEASE)
def test_what_is_no_release_becomes_a_complaint_with_its_body(body: str, came: str) -> None:
    answer = f"<html><head><title>SPD</title></head><body>{body}</body></html>".encode()
    (complaint,) = read_article(answer, ADDRESS)
    assert isinstance(complaint, Complaint)
    assert came in complaint.came
    assert (complaint.address, complaint.body, complaint.severity) == (ADDRESS, answer, "error")


def test_an_archive_of_a_blog_is_no_release() -> None:
    answer = page(TEXT * 5).replace(b"<body", b"<body class='archive category category-presse'")
    (complaint,) = read_article(answer, ADDRESS)
    assert isinstance(complaint, Complaint)
    assert "overview" in complaint.came


def test_an_article_about_passwords_is_an_article() -> None:
    body = f"<h1>Anmelden im neuen Ratsportal</h1>{TEXT * 8}<form><input type='password'></form>"
    assert release(page(body)).title == "Anmelden im neuen Ratsportal"


def test_the_feed_fills_what_the_page_leaves_out() -> None:
    known = Known("Titel", "Tue, 10 Mar 2026 09:00:00 +0000", None, "Erika Mustermann", ["Rad"])
    found = release(page(TEXT), known=known)
    assert (found.title, found.published_text, found.author, found.tags) == (
        "Radweg kommt",
        "Tue, 10 Mar 2026 09:00:00 +0000",
        "Erika Mustermann",
        ["Rad"],
    )


def test_the_feed_s_own_text_stands_in_for_a_page_that_shows_none() -> None:
    complaint, found = read_article(
        b"<html><div id=app></div><script></script></html>", ADDRESS, known=Known("Titel", text="Ein Text.")
    )
    assert isinstance(complaint, Complaint)
    assert isinstance(found, PressRelease)
    assert (complaint.severity, found.title, found.text) == ("warning", "Titel", "Ein Text.")


def test_selectors_by_hand_go_before_all_else() -> None:
    body = (
        "<h1>Falsch</h1><b class=t>Richtig</b><i class=d>Stand: 10. März 2026</i><u class=a>Die Fraktion</u>"
        "<div class=x>Kurz.</div>"
    )
    found = release(page(body), selectors=Selectors(title=".t", date=".d", author=".a", text=".x"))
    assert (found.title, found.published_text, found.author, found.text) == (
        "Richtig",
        "10. März 2026",
        "Die Fraktion",
        "Kurz.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig"])
def test_umlauts_in_any_encoding(encoding: str) -> None:
    body = (
        "<html><body><h1>Für Radler: „Öffnung“</h1><p>Die Öffnung der Straße für Räder fordert die Fraktion "
        "seit Jahren.</p></body></html>"
    )
    assert release(body.encode(encoding)).title == "Für Radler: „Öffnung“"


def test_the_header_names_the_encoding() -> None:
    body = (
        "<html><body><h1>Für Räder</h1><p>Die Öffnung der Straße für Räder fordert die Fraktion seit Jahren."
        "</p></body></html>"
    )
    assert release(body.encode("latin-1"), content_type="text/html; charset=iso-8859-1").title == "Für Räder"


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02", b"<", b"<html>" + b"<div>" * 3000, b"nur Text ohne Markup"])
def test_broken_answers_do_not_crash(body: bytes) -> None:
    (complaint,) = read_article(body, ADDRESS)
    assert isinstance(complaint, Complaint)


def test_comments_are_not_the_article_however_long_they_are() -> None:
    comments = f"<div id='comments' class='comments-area'><h2>3 Kommentare</h2><ol><li>{TEXT * 4}</li></ol></div>"
    found = release(page(f"<article><h1>Radweg kommt</h1><div class='entry-content'>{TEXT}</div></article>{comments}"))
    assert found.text == "Der Rat hat gestern den Bau des Radwegs an der Hauptstraße beschlossen, sagt die Fraktion."


def test_the_name_of_the_site_is_no_title_though_it_is_a_heading_and_longer() -> None:
    head = "<title>Radweg kommt - Bündnis 90/Die Grünen Musterstadt</title>"
    body = "<header><h1>Bündnis 90/Die Grünen Musterstadt</h1></header><main><h2>Radweg kommt</h2>"
    assert release(page(f"{body}{TEXT}</main>", head)).title == "Radweg kommt"


def test_a_page_of_linked_headings_is_an_overview() -> None:
    teasers = "".join(f"<article><h2><a href='/d/{n}'>Titel Nummer {n}</a></h2>{TEXT}</article>" for n in range(5))
    (complaint,) = read_article(f"<html><body><main><h1>Presse</h1>{teasers}</main></body></html>".encode(), ADDRESS)
    assert isinstance(complaint, Complaint)
    assert "overview" in complaint.came


def test_a_page_of_old_with_tables_and_bold_words() -> None:
    body = (
        "<html><head><title>CDU Musterstadt | Radweg kommt bald</title></head><body>"
        "<table><tr><td><a href='/'>Home</a></td>"
        "<td><font size=4><b>Radweg kommt bald</b></font><br>12.05.2026<br><br>Der Rat hat den Bau des Radwegs"
        " beschlossen, wie wir es gefordert haben.<br><br>Im Herbst wird gebaut, und zwar zuerst im Norden der"
        " Stadt.<br><br><a href='javascript:history.back()'>zurück</a></td></tr></table></body></html>"
    )
    found = release(body.encode())
    assert (found.title, found.published_text) == ("Radweg kommt bald", "12.05.2026")
    assert found.text == (
        "Der Rat hat den Bau des Radwegs beschlossen, wie wir es gefordert haben.\n\n"
        "Im Herbst wird gebaut, und zwar zuerst im Norden der Stadt."
    )


def test_day_and_author_may_stand_below_the_text() -> None:
    meta = (
        "<div class='fusion-meta-info'>Von <span class='vcard'><a rel='author'>AfD-Fraktion</a></span>"
        "<span class='updated rich-snippet-hidden'>2026-05-12T10:00:00+02:00</span><span>12. Mai 2026</span></div>"
    )
    found = release(page(f"<article><h1>Radweg kommt</h1><div class='post-content'>{TEXT}</div>{meta}</article>"))
    # The hidden moment is that of the last change; the day of publishing is the one shown.
    assert (found.published_text, found.modified_text) == ("12. Mai 2026", "2026-05-12T10:00:00+02:00")
    assert found.author == "AfD-Fraktion"
