"""RSS 2.0, RSS 1.0 and Atom -> the articles a feed lists. Read with lxml, which goes on after broken XML."""

import re
from dataclasses import dataclass, field
from html.entities import html5

from lxml import etree

from scraper.pages.press.addresses import absolute, is_page, tidy
from scraper.pages.press.article import Known
from scraper.pages.press.article_text import clean_text
from scraper.pages.press.byline import is_author
from scraper.pages.press.document import decoded, one_line

# &nbsp; &uuml; – XML knows five names of characters, feeds use those of HTML.
NAMED_CHARACTER = re.compile(r"&([A-Za-z]+\d*);")
XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,10};)")
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
DECLARED_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.:-]+)[\"']", re.IGNORECASE)
# XML 1.0 allows no control characters but tab, line feed and carriage return.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
FULL_TEXT = 400
"""Characters from which a feed's content may be the whole article rather than its beginning."""
ELLIPSIS = re.compile(r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|weiterlesen|mehr)\W*$", re.IGNORECASE)
DC, CONTENT = "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/modules/content/"
# Feeds put together by hand use prefixes that they never declare: <dc:date> without xmlns:dc
UNDECLARED = {"dc": DC, "content": CONTENT}
# Their <title> and <content> are those of a picture or a sound: media:title, itunes:author
OF_MEDIA = re.compile(r"mrss|itunes|podcast", re.IGNORECASE)
# PHP prints its warnings before the feed where a site shows them.
BEGINS = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    address: str
    known: Known

    @property
    def moment(self) -> str | None:
        """The text of the later of its two dates."""
        return self.known.modified_text or self.known.published_text


@dataclass
class Feed:
    entries: list[Entry] = field(default_factory=list)
    next: str | None = None
    """The address of its next page, where the feed names one (RFC 5005)."""
    is_wordpress: bool = False
    """WordPress pages its feeds with ?paged=2."""
    skipped: list[str] = field(default_factory=list)
    """Entries that lead to no page: to a PDF, or nowhere. Their addresses or titles."""


class NotAFeedError(ValueError):
    """The answer is neither RSS nor Atom; the message says what it is."""


def read_feed(body: bytes, address: str, content_type: str | None = None) -> Feed:
    """The entries of a feed, in its order; relative links are taken as from `address`. Raises NotAFeedError."""
    root = _root(body, content_type)
    name = _name(root)
    if name not in ("rss", "RDF", "feed", "channel"):
        raise NotAFeedError(f"an XML document <{name}>" if name != "html" else "an HTML page")
    feed = Feed()
    channel = next((one for one in root.iter() if _name(one) == "channel"), root)
    feed.is_wordpress = "wordpress" in _text(channel, "generator").lower()
    for link in channel:
        if _name(link) == "link" and link.get("rel") == "next" and link.get("href"):
            feed.next = absolute(link.get("href", ""), address)
    for entry in root.iter():
        if _name(entry) in ("item", "entry"):
            _read_entry(entry, address, feed)
    return feed


def _root(body: bytes, content_type: str | None) -> etree._Element:
    declared = DECLARED_ENCODING.search(body[:200])
    text = decoded(
        body, content_type or (f"text/xml; charset={declared.group(1).decode('ascii')}" if declared else None)
    )
    if (begins := BEGINS.search(text)) is None:
        raise NotAFeedError("an HTML page" if "<" in text[:100] else "no XML")
    text = NAMED_CHARACTER.sub(_character, CONTROL.sub("", XML_HEAD.sub("", text[begins.start() :])))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(BARE_AMPERSAND.sub("&amp;", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise NotAFeedError(f"no XML ({error.msg})") from None
    if root is None:
        raise NotAFeedError("an empty answer")
    return root


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    return match.group() if name in XML_NAMES else html5.get(f"{name};", match.group())


def _read_entry(entry: etree._Element, address: str, feed: Feed) -> None:
    title = one_line(clean_text(_text(entry, "title"))) or None
    # lxml gathers xml:base from the entry and all that it stands in.
    base = absolute(entry.base or "", address) or address
    link = absolute(_link(entry), base) if _link(entry) else None
    if link is None or not is_page(link):
        feed.skipped.append(link or title or "an entry without link and title")
        return
    content = clean_text(_text(entry, "encoded", CONTENT) or _text(entry, "content"))
    author = one_line(_text(entry, "creator", DC) or _author(entry))
    known = Known(
        title=title,
        published_text=_text(entry, "pubDate")
        or _text(entry, "published")
        or _text(entry, "date", DC)
        or _text(entry, "issued")
        or None,
        modified_text=_text(entry, "updated") or _text(entry, "modified") or None,
        author=author if is_author(author) else None,
        tags=[
            tag
            for one in entry
            if _name(one) == "category" and (tag := one_line(one.get("label") or one.get("term") or one.text))
        ],
        text=content if len(content) >= FULL_TEXT and not ELLIPSIS.search(content) else None,
    )
    feed.entries.append(Entry(tidy(link), known))


def _link(entry: etree._Element) -> str:
    """The article's address: RSS has it as text, Atom as href of rel=alternate; else a guid that is an address."""
    links = [one for one in entry if _name(one) == "link"]
    for one in links:
        if one.get("href") and one.get("rel", "alternate") == "alternate":
            return one.get("href", "").strip()
    for one in links:
        if one.text and one.text.strip():
            return one.text.strip()
    guid = _text(entry, "guid") or _text(entry, "id")
    return guid if guid.startswith("http") else ""


def _author(entry: etree._Element) -> str:
    """RSS: "mail@x.de (Name)" or a name; Atom: <author><name>."""
    for one in entry:
        if _name(one) == "author":
            name = _text(one, "name") or one_line(one.text)
            bracketed = re.search(r"\(([^)]+)\)", name)
            return bracketed.group(1) if bracketed else name
    return ""


def _name(element: etree._Element) -> str:
    return _named(element)[1]


def _named(element: etree._Element) -> tuple[str, str]:
    """The element's namespace and name; ("", "") for a comment."""
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace, _, name = tag.rpartition("}")
    prefix, _, local = name.rpartition(":")
    return namespace.lstrip("{") or UNDECLARED.get(prefix, prefix), local


def _text(element: etree._Element, name: str, namespace: str | None = None) -> str:
    """All text in the child called `name`; Atom may hold XHTML there, which stays HTML."""
    for one in element:
        of_one, name_of_one = _named(one)
        if name_of_one == name and (of_one == namespace if namespace else not OF_MEDIA.search(of_one)):
            if len(one):
                return (one.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in one)
            return (one.text or "").strip()
    return ""
