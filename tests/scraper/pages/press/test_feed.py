"""RSS and Atom, also broken -> entries."""

import pytest

from scraper.pages.press.feed import Feed, NotAFeedError, read_feed

ADDRESS = "https://www.spd-musterstadt.de/feed/"
LONG = "Der Rat hat beschlossen, was wir seit Jahren fordern. " * 10


def rss(item: str, encoding: str = "utf-8") -> Feed:
    text = f"<?xml version='1.0' encoding='{encoding}'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    text += (
        f" xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>SPD</title>{item}</channel></rss>"
    )
    return read_feed(text.encode(encoding), ADDRESS)


def test_an_entry_with_all_its_fields() -> None:
    (entry,) = rss(
        "<item><title><![CDATA[Radweg &amp; Straße]]></title><link>/presse/radweg/?utm_source=rss</link>"
        "<pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate><dc:creator>Erika Mustermann</dc:creator>"
        f"<category>Rad</category><content:encoded><![CDATA[<p>{LONG}</p><p>Ende.</p>]]></content:encoded></item>"
    ).entries
    assert entry.address == "https://www.spd-musterstadt.de/presse/radweg/"
    assert entry.known.title == "Radweg & Straße"
    assert entry.moment == "Tue, 10 Mar 2026 09:00:00 +0100"
    assert entry.known.author == "Erika Mustermann"
    assert entry.known.tags == ["Rad"]
    assert entry.known.text == f"{LONG.strip()}\n\nEnde."


def test_a_cut_text_is_no_text() -> None:
    (entry,) = rss(f"<item><title>a</title><link>/a</link><content:encoded>{LONG}[…]</content:encoded></item>").entries
    assert entry.known.text is None


def test_atom() -> None:
    feed = read_feed(
        b"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='?seite=2'/><entry><title "
        b"type='html'>Rad &amp;amp; Weg</title>"
        b"<link rel='self' href='/x.xml'/><link rel='alternate' href='../presse/a/'/><published>"
        b"2026-03-10T09:00:00Z</published>"
        b"<updated>2026-03-16T09:00:00Z</updated><author><name>Die Fraktion</name></author><category term='rad' "
        b"label='Rad'/></entry></feed>",
        ADDRESS,
    )
    (entry,) = feed.entries
    assert feed.next == "https://www.spd-musterstadt.de/feed/?seite=2"
    assert entry.address == "https://www.spd-musterstadt.de/presse/a/"
    assert (entry.known.published_text, entry.known.modified_text) == ("2026-03-10T09:00:00Z", "2026-03-16T09:00:00Z")
    assert (entry.known.title, entry.known.author, entry.known.tags) == ("Rad & Weg", "Die Fraktion", ["Rad"])


def test_rss_1_0() -> None:
    feed = read_feed(
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
        b" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>x</title></channel>"
        b"<item><title>A</title><link>https://www.spd-musterstadt.de/a</link><dc:date>2026-03-10</dc:date>"
        b"</item></rdf:RDF>",
        ADDRESS,
    )
    assert [(one.address, one.moment) for one in feed.entries] == [("https://www.spd-musterstadt.de/a", "2026-03-10")]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    assert rss("<item><title>Für Räder</title><link>/a</link></item>", encoding).entries[0].known.title == "Für Räder"


BROKEN = [
    "<item><title>Rad & Weg</title><link>/a?x=1&y=2</link></item>",
    "<item><title>Rad&nbsp;&amp;&uuml;ber</title><link>/a</link></item>",
    "<item><title>Rad</title><link>/a</link><description><p>offen</description></item>",
    "<item><title>Rad\x0b</title><link>/a</link></item>",
    "<item><title>Rad</title><guid>https://www.spd-musterstadt.de/a</guid></item>",
]


@pytest.mark.parametrize("item", BROKEN)
def test_broken_xml_still_gives_its_entries(item: str) -> None:
    (entry,) = rss(item).entries
    assert entry.address.startswith("https://www.spd-musterstadt.de/a")
    assert (entry.known.title or "").startswith("Rad")


def test_what_leads_to_no_page_is_named() -> None:
    feed = rss("<item><title>Nur PDF</title><link>/radwege.pdf</link></item><item><title>Ohne</title></item>")
    assert (feed.entries, feed.skipped) == ([], ["https://www.spd-musterstadt.de/radwege.pdf", "Ohne"])


def test_wordpress_is_recognised() -> None:
    assert rss("<generator>https://wordpress.org/?v=6.5</generator>").is_wordpress
    assert not rss("<generator>TYPO3</generator>").is_wordpress


@pytest.mark.parametrize("body", [b"", b"<html><body>Nein</body></html>", b"{}", b"<urlset></urlset>"])
def test_no_feed(body: bytes) -> None:
    with pytest.raises(NotAFeedError):
        read_feed(body, ADDRESS)


def test_entities_are_not_expanded() -> None:
    """The billion laughs attack: an entity of entities."""
    bomb = (
        b"<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title><link>"
        b"/a</link></item></channel></rss>"
    )
    assert "ha" not in (read_feed(bomb, ADDRESS).entries[0].known.title or "")


def test_prefixes_that_nobody_declared_and_a_warning_before_the_feed() -> None:
    body = (
        "<br /><b>Warning</b>: in x.php<br /><?xml version='1.0'?><rss><channel><item><title>Radweg</title>"
        "<media:title>Foto</media:title><link>/radweg/</link><dc:date>2026-03-10</dc:date></item></channel></rss>"
    )
    (entry,) = read_feed(body.encode(), ADDRESS).entries
    assert (entry.known.title, entry.known.published_text) == ("Radweg", "2026-03-10")


def test_relative_links_of_atom_are_taken_as_from_xml_base() -> None:
    body = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://www.spd-musterstadt.de/blog/'>"
        "<entry><link href='eins'/></entry><entry xml:base='alt/'><link href='zwei'/></entry></feed>"
    )
    assert [one.address for one in read_feed(body.encode(), ADDRESS).entries] == [
        "https://www.spd-musterstadt.de/blog/eins",
        "https://www.spd-musterstadt.de/blog/alt/zwei",
    ]
