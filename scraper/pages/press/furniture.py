"""What stands on a page beside its article: menus, share buttons, related posts, cookie banners, newsletter boxes."""

import re

from bs4 import Tag

from scraper.pages.press.addresses import is_page
from scraper.pages.press.article_text import SILENT, Block
from scraper.pages.press.document import attribute, comparable, text_of

FURNITURE_TAGS = ("nav", "aside", "footer", "form", "dialog", "menu", *SILENT)
FURNITURE_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "contentinfo",
        "menu",
        "menubar",
        "toolbar",
    ]
)

# Parts of class names and ids, apart by "-", "_" or a capital: post-navigation, sharedaddy, td-post-sharing-top
FURNITURE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:"
    r"nav|navi|navbar|navigation|\w*menu|menue|breadcrumbs?|crumbs?|rootline|skip\w*|pagination|pager|paging"
    r"|prevpost|nextpost|prevnext"
    r"|sidebar|site-header|masthead|topbar|site-footer|footer|colophon"
    r"|share|shares|sharing|sharer|sharedaddy|sharethis|addtoany|addthis|shariff|social\w*|followus"
    r"|related|relatedposts|yarpp|similar|recommended|latest-posts|recent-posts|recent|popular|outbrain|taboola"
    r"|kontextliste|see-?also"
    r"|comments?|respond|commentlist|externcomments|disqus"
    r"|newsletter\w*|subscribe|subscription|mailchimp|optin"
    r"|cookies?|cookie\w*|consent|gdpr|dsgvo|borlabs\w*|klaro|usercentrics|datenschutzhinweis"
    r"|advert\w*|ads?|anzeige|werbung|sponsor\w*"
    r"|author-?(?:box|bio|info|card)|about-author|post-author-box"
    r"|tags|tags?-(?:links|list|template)|tagcloud|post-categories|cat-links|schlagworte?|schlagwoerter"
    r"|(?:entry|post|article)-?(?:meta|footer|utility)|postmeta|metadata|pagemeta|post-views|byline|posted-on"
    r"|widget-area|mh-widget|widget(?=$|[-_ ])|print(?:button|link|only)?|print-link|toolbar|backlink|back-to-top|totop"
    r"|modal|popup|overlay|lightbox|offcanvas|off-canvas"
    r"|sr-only|screen-reader-text|visually-?hidden|unsichtbar|invisible|hidden-print"
    r"|kontaktbox|contact-?box|contactbox|ansprechpartner\w*|searchform|search-form|login|loginform|captcha|jobholder|toc|copyright|credits?|photo-?credits?|bildnachweis"
    r"|donation\w*|spendenbox|cta|call-to-action"
    r")(?=$|[-_ ])",
    re.IGNORECASE,
)
# What holds no article's text however much text it holds.
NEVER_TEXT = re.compile(
    r"(?:^|[-_ ])(?:comments?|commentlist|comment-list|respond|related\w*|cookie\w*"
    r"|consent|footer|newsletter\w*|kontaktbox)(?=$|[-_ ])",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Elementor calls all that it shows a widget, also the text: elementor-widget-text-editor
NOT_FURNITURE = re.compile(r"^(?:elementor|wp-block|fl-|et_pb|vc_|fusion)", re.IGNORECASE)
WP_BLOCK_FURNITURE = re.compile(
    r"^wp-block-(?:latest-posts|latest-comments|archives|categories|tag-cloud|search|social|navigation|query"
    r"|buttons?$|post-(?:date|author|terms|navigation))"
)
# What page builders call what is no text: elementor-widget-share-buttons, elementor-location-header, et_pb_sidebar_0
BUILDER_FURNITURE = re.compile(
    r"^(?:elementor-(?:widget-(?:share-buttons|social-icons|posts|loop-grid|nav-menu|post-navigation|author-box"
    r"|post-comments"
    r"|search-form|login|form|sitemap|archive-posts|table-of-contents|post-info|breadcrumbs)|location-(?:header"
    r"|footer|popup))"
    r"|et_pb_(?:sidebar|blog|social_media_follow|comments|post_nav|menu|newsletter|search|signup)|et_social"
    r"|vc_(?:posts|basic_grid)"
    r"|fusion-(?:sharing|social|related|meta|footer|header|comments)|fl-(?:post-grid|menu|share|post-navigation))",
    re.IGNORECASE,
)
# A quotation that a theme sets beside the text is part of it.
QUOTATION = re.compile(r"quote|zitat", re.IGNORECASE)
DISPLAY_NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# What themes mark as the article's own text; nothing that holds it is furniture.
ARTICLE_MARKS = (
    "[itemprop=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__body,"
    " .article-text, .post-body, .news-text-wrap, .td-post-content, .single-content, .post__content, .articlebody,"
    " .news-single-item, .pressemitteilung"
)

# Headings after which an article is over. Compared without spaces and signs.
END_HEADINGS = frozenset(
    comparable(text)
    for text in (
        "Ähnliche Beiträge", "Ähnliche Artikel", "Ähnliche Meldungen", "Ähnliche Themen", "Verwandte Beiträge",
        "Verwandte Artikel", "Verwandte Themen", "Weitere Beiträge", "Weitere Artikel", "Weitere Meldungen",
        "Weitere Nachrichten", "Weitere Neuigkeiten", "Weitere News", "Weitere Pressemitteilungen", "Weitere Themen",
        "Mehr zum Thema", "Zum Thema", "Mehr Artikel", "Mehr Beiträge", "Mehr Nachrichten", "Mehr lesen",
        "Das könnte Sie auch interessieren", "Das könnte dich auch interessieren", "Das könnte Dir auch gefallen",
        "Das könnte Ihnen auch gefallen", "Auch interessant", "Lesen Sie auch", "Passend dazu", "Neueste Beiträge",
        "Aktuelle Beiträge", "Letzte Beiträge", "Neueste Artikel", "Neueste Kommentare", "Aktuelle Meldungen",
        "Schreibe einen Kommentar", "Hinterlasse einen Kommentar", "Hinterlasse jetzt einen Kommentar",
        "Kommentar schreiben", "Kommentar verfassen", "Kommentare", "Keine Kommentare", "Kommentar hinterlassen",
        "Antwort hinterlassen", "Teile diesen Beitrag", "Diesen Beitrag teilen", "Beitrag teilen", "Artikel teilen",
        "Teile diesen Artikel", "Teilen mit", "Teilen Sie diesen Beitrag", "Diesen Artikel teilen", "Teilen auf",
        "Seite teilen", "Jetzt teilen", "Nächste Termine", "Kommende Termine", "Aktuelle Termine", "Ansprechpartner",
        "Ihr Ansprechpartner", "Ihre Ansprechpartnerin", "Dein Ansprechpartner", "Deine Ansprechpartnerin",
        "Share this", "Related posts", "Beitragsnavigation", "Beitrags-Navigation",
        "Artikelnavigation", "Newsletter abonnieren", "Unser Newsletter", "Newsletter", "Bleiben Sie informiert",
        "Folge uns", "Folgen Sie uns", "Social Media", "Archiv", "Archive", "Kategorien", "Schlagwörter",
    )
)  # fmt: skip
# Short lines that are buttons and labels, wherever they stand.
BUTTON_LINES = frozenset(
    comparable(text)
    for text in (
        "Teilen", "Twittern", "Tweet", "Tweeten", "Facebook", "Twitter", "WhatsApp", "E-Mail", "Mail", "Drucken",
        "Seite drucken", "PDF", "Instagram", "LinkedIn", "Xing", "Telegram", "Pinterest", "teilen mitteilen",
        "Merken", "Link kopieren", "Share", "Print", "Zurück", "Zurück zur Übersicht", "Zur Übersicht",
        "Zurück zur Liste", "Nach oben", "Zum Seitenanfang", "Zum Anfang", "Top", "Weiter", "Weiterlesen", "Mehr",
        "Mehr lesen", "Weiter lesen", "Mehr erfahren", "Vorheriger Beitrag", "Nächster Beitrag", "Vorheriger Artikel",
        "Nächster Artikel", "Diskutiere in unserem Forum", "Bild vergrößern", "Vorlesen", "Artikel anhören",
        "Auf Facebook teilen", "Auf Twitter teilen", "Per E-Mail teilen", "Kommentieren", "Keine Kommentare",
        "0 Kommentare", "Anzeige", "Gefällt mir", "Gefällt mir Wird geladen", "Pressemitteilung lesen",
        "Inhalt entsperren", "Video laden", "Einverstanden", "Alle Pressemitteilungen", "Alle Beiträge",
        "Alle Meldungen", "Startseite", "Post Views", "Loading", "Wird geladen", "Empfehlen",
        "Weiterempfehlen", "Übersicht", "Artikel drucken", "Druckversion", "Druckansicht", "Als PDF speichern",
        "Link versenden", "Tags", "Schlagwörter",
    )
)  # fmt: skip
# Lines known by how they begin.
FURNITURE_LINE = re.compile(
    r"^(?:Schlagw(?:orte|örter)\s*:|Schlagwort\s*:|Tags?\s*:|Kategorien?\s*:|Kategorisiert in|Veröffentlicht (?:in"
    r"|unter)\b"
    r"|Veröffentlicht (?:am|von)\b.{0,80}\d{4}.{0,60}$|Verschlagwortet"
    r"|Erstellt am\b.{0,25}$|Zuletzt (?:geändert|aktualisiert)\b.{0,40}$|Dieser Beitrag wurde (?:am"
    r"|unter|in)\b"
    r"|Beitrags-?(?:Autor|Kategorie|Datum|Kommentare|Navigation|veröffentlicht)\b|Lesezeit\s*:|Lesedauer|Post Views\s*:"
    r"|Mit dem (?:Laden|Anklicken|Klick)\b.{0,80}(?:Datenschutz|Verbindung|Servern)|Verbindung mit \w+ herstellen"
    r"|Sie sehen gerade einen Platzhalterinhalt|Klicken Sie auf den (?:unteren )?Button, um den Inhalt"
    r"|Bitte akzeptieren? .{0,40}Cookies"
    r"|Diese[sr]? (?:Web)?[Ss]ite (?:nutzt|verwendet) (?:Cookies|Akismet)|\d+ Kommentare? zu\b|Gefällt mir\s*:"
    r"|Kommentare? \d+$|Beitrag gedruckt von\b|URL zum (?:Beitrag|Artikel)\s*:|Artikel gedruckt von\b)",
    re.IGNORECASE,
)
TEASER_LINK = re.compile(
    r"^[\s»›>→.…\[(]*(?:weiter\s?lesen|mehr\s?lesen|mehr erfahren|mehr|weiter|lesen|zum (?:artikel|beitrag)"
    r"|zur (?:pressemitteilung|meldung)"
    r"|pressemitteilung lesen|artikel lesen|read more|details)\b[\s»›>→.…\])]*",
    re.IGNORECASE,
)


# A line that is a link to another article: "Lesen Sie auch: Mehr Bäume für die Südstadt"
OTHER_ARTICLE = re.compile(r"^(?:Lesen Sie|Lies|Siehe|Auch interessant|Mehr dazu|Zum Thema)\b", re.IGNORECASE)
BETWEEN_BUTTONS = re.compile(r"\s*[|·•/]\s*|\n")


TEASER_DEPTH, LONGEST_TEASER = 3, 500


class Weights:
    """How much running text each element of the page holds, so that no wrapper with an unlucky name is thrown away."""

    def __init__(self, body: Tag) -> None:
        self._of: dict[int, int] = {}
        self.whole = 0
        for paragraph in body.find_all("p"):
            links = sum(len(a.get_text()) for a in paragraph.find_all("a"))
            length = max(len(paragraph.get_text(strip=True)) - links, 0)
            self.whole += length
            for parent in (paragraph, *paragraph.parents):
                self._of[id(parent)] = self._of.get(id(parent), 0) + length

    def holds_the_text(self, tag: Tag) -> bool:
        return self._of.get(id(tag), 0) * 2 > self.whole


def is_furniture(tag: Tag) -> bool:
    """By its tag, its role, its class and id, or because it is hidden."""
    if tag.name == "aside" and QUOTATION.search(attribute(tag, "class")) and tag.find_parent("article"):
        return False
    if tag.name in FURNITURE_TAGS or attribute(tag, "role") in FURNITURE_ROLES:
        return True
    if tag.has_attr("hidden") or DISPLAY_NONE.search(attribute(tag, "style")):
        return True
    if tag.name == "header" and tag.find_parent(("article", "main")) is None:
        return True
    classes = [name for name in attribute(tag, "class").split() if not NOT_FURNITURE.match(name)]
    if "hidden" in classes and not any(":" in name for name in classes):
        return True
    if any(WP_BLOCK_FURNITURE.match(name) or BUILDER_FURNITURE.match(name) for name in attribute(tag, "class").split()):
        return True
    names = " ".join([*classes, attribute(tag, "id")])
    return bool(FURNITURE_NAMES.search(CAMEL.sub("-", names)))


def remove_furniture(body: Tag, title: Tag | None) -> None:
    """Takes all furniture out of `body`, but nothing that holds `title` or the page's running text."""
    weights = Weights(body)
    marked = body.select(ARTICLE_MARKS)
    kept = {id(parent) for tag in (*marked, *([title] if title else [])) for parent in (tag, *tag.parents)}
    removed: set[int] = set()
    for tag in body.find_all(True):
        if id(tag.parent) in removed:
            removed.add(id(tag))
            continue
        if id(tag) in kept or not is_furniture(tag):
            continue
        names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
        if tag.name in SILENT or NEVER_TEXT.search(names) or not weights.holds_the_text(tag):
            removed.add(id(tag))
    for tag in [one for one in body.find_all(True) if id(one) in removed and id(one.parent) not in removed]:
        tag.extract()


def is_in_teaser(tag: Tag, title: Tag | None) -> bool:
    """Whether `tag` stands in a small part of the page whose heading leads to another page and that has not `title`."""
    for parent in list(tag.parents)[:TEASER_DEPTH]:
        if parent.name == "body" or (title is not None and any(one is parent for one in title.parents)):
            return False
        if any(map(is_heading_link, parent.find_all("a", href=True))):
            return len(parent.get_text()) < LONGEST_TEASER
    return False


def is_heading_link(link: Tag) -> bool:
    """A heading that leads to another page; one that leads to a file belongs to the article."""
    names = ("h1", "h2", "h3", "h4", "h5")
    return bool(link.find_parent(names) or link.find(names)) and is_page(attribute(link, "href"))


def is_button_line(block: Block) -> bool:
    """A label, a button or the article's tags, where they stand as a line of their own."""
    if block.is_linked and (block.element.select_one("a[rel~=tag]") or OTHER_ARTICLE.match(block.text)):
        return True
    buttons = BETWEEN_BUTTONS.split(block.text)
    if block.is_linked and len(buttons) == 1:
        buttons = [text_of(link) for link in block.tags if link.name == "a"]
    return (
        comparable(block.text) in BUTTON_LINES
        or (bool(buttons) and all(comparable(one) in BUTTON_LINES for one in buttons))
        or bool(FURNITURE_LINE.match(block.text))
    )


def ends_article(block: Block) -> bool:
    """A heading of what follows the article on the page."""
    return len(block.text) < 60 and comparable(block.text) in END_HEADINGS
