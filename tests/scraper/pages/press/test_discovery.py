"""What a page says that its site offers."""

from scraper.pages.press.discovery import guessed_offer, read_offer

SITE = "https://www.x.de/"


def test_wordpress_is_announced_by_link_or_header() -> None:
    assert (
        read_offer(b"<link rel='https://api.w.org/' href='/blog/wp-json/'>", SITE).wordpress[0]
        == "https://www.x.de/blog/wp-json/"
    )
    header = '<https://www.x.de/api/>; rel="https://api.w.org/"'
    assert read_offer(b"x", SITE, link_header=header).wordpress[0] == "https://www.x.de/api/"


def test_wordpress_is_known_by_its_folders_and_else_not_asked() -> None:
    assert read_offer(b"<img src='/wp-content/logo.png'>", SITE).wordpress == [
        "https://www.x.de/wp-json/",
        "https://www.x.de/?rest_route=/",
    ]
    assert read_offer(b"<p>TYPO3</p>", SITE).wordpress == []


def test_the_page_of_a_category_names_its_number() -> None:
    page = (
        b"<link rel='https://api.w.org/' href='/wp-json/'><link rel=alternate type='application/json' "
        b"href='/wp-json/wp/v2/categories/12'>"
    )
    assert read_offer(page, SITE + "kategorie/presse/").wordpress_filter == {"categories": "12"}


def test_press_feeds_come_before_others_and_comments_never() -> None:
    page = """<link rel=alternate type='application/rss+xml' title='X » Kommentar-Feed' href='/comments/feed/'>
    <link rel=alternate type='application/rss+xml' title='Termine' href='/termine.xml'>
    <link rel=alternate type='application/rss+xml' title='X' href='/feed/'>
    <link rel=alternate type='application/rss+xml' title='Pressemitteilungen' href='/presse.xml'>
    <link rel=alternate type='application/rss+xml' title='Portal' href='https://anders.de/rss'>"""
    feeds = read_offer(page.encode(), SITE).feeds
    assert feeds[:3] == ["https://www.x.de/presse.xml", "https://www.x.de/feed/", "https://www.x.de/termine.xml"]
    assert not any("comments" in one or "anders" in one for one in feeds)


def test_lists_by_the_names_in_the_menu() -> None:
    page = (
        b"<a href='/a'>Aktuelles</a><a href='/p'>Presse</a><a href='/pm'>Pressemitteilungen</a><a href='/k'>Kontakt</a>"
    )
    assert read_offer(page, SITE).lists == ["https://www.x.de/pm", "https://www.x.de/p", "https://www.x.de/a", SITE]
    assert read_offer(page, SITE + "meldungen/").lists[0] == SITE + "meldungen/"


def test_guesses_below_the_address_and_at_the_root() -> None:
    offer = guessed_offer("https://www.x.de/ortsverein/")
    assert "https://www.x.de/ortsverein/wp-json/" in offer.wordpress
    assert "https://www.x.de/wp-json/" in offer.wordpress
    assert "https://www.x.de/ortsverein/feed/" in offer.feeds
