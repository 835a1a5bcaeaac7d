"""What all ALLRIS 4 pages share: head, menu, basic data, panels, tables, texts; and the pages that only refuse."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from urllib.parse import quote

from scraper.sample.faces.markup import raw, raw_attribute
from scraper.sample.faces.web import Request
from scraper.sample.town import File

ROOT = "/public/"
VERSION = "ALLRIS net Version 4.1.7 (4170039) - 04.06.2026"
"""The day is that of the program's making; it stands on every page."""
RESOURCES = "./wicket/resource/"
MENU = {
    "Rat": "council", "Ausschüsse": "committee", "Bezirksvertretungen": "district", "Beiräte": "advisory",
    "Fraktionen": "group",
}  # fmt: skip
"""Entries of the menu "Organisation", and the kind of organs each leads to."""
SHORT_DAYS = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
PANELS = {"Dokumente": "documents", "Anlagen": "attachments"}
"""Titles and classes."""
Ids = Iterator[str]
"""id2a, id2b, …: Wicket numbers what its script may change, and goes on counting from page to page."""
Cell = tuple[str, str]
"""Class and content, HTML both; the class may be empty."""


def ids_from(number: int) -> Ids:
    return (f"id{one:x}" for one in count(16 + number))


def page_number(page: str) -> int:
    """Which page of the visitor's session a page is. Wicket counts them; here it follows from what was asked for.

    So a page's own requests can't be guessed, and this server keeps nothing: `page` is "si010 2026-10".
    """
    return zlib.crc32(page.encode()) % 90


def speaks_german(request: Request) -> bool:
    """Weekdays and months are in the visitor's language; English where they name none."""
    told = request.headers.get("accept-language", "")
    return any(one.strip().lower().startswith("de") for one in told.split(","))


def page(name: str, number: int, address: str, title: str, main: str, script: str = "") -> str:
    """The whole page. `address` is its own, as its script has it: "to010?SILFDNR=1&refresh=false"."""
    query = address.partition("?")[2]
    own = f"./{name}?{number}-1.-head-searchform{'&' if query else ''}{query}"
    token = f"{zlib.crc32(f'{number} {address}'.encode()):08x}" * 4
    entries = "".join(
        f'<li role="none"><a href="./gr010?menu={quote(quote(one))}" role="menuitem">{one}</a></li>' for one in MENU
    )
    return f"""
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="de">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="description" content="{VERSION}" /><script type="text/javascript" id="wicket-ajax-base-url">
/*<![CDATA[*/
Wicket.Ajax.baseUrl="{raw(address)}";
/*]]>*/
</script>
{script}<meta name="wicket.header.items"/>
<title>ALLRIS - {raw(title)}</title>
<link rel="icon" href="favicon.ico" type="image/x-icon"/>
</head>
<body>
<div id="allris">
<ul id="skipLinks"></ul>
<div>
<div id="top">
<span id="logo" title="ALLRIS 4 - Stadt Musterstadt"></span>
<div id="search">
<form id="searchform" method="post" action="{raw_attribute(own)}" aria-label="Suchen">\
<input type="hidden" name="sectoken" value="{token}" />
<input type="search" class="searchtext searchfield" value="" name="searchfield" id="searchfield"/>
<button type="submit" class="searchsubmit" name="p::submit" id="submitSearchButton">Suchen</button>
</form>
</div>
</div>
</div>
<div>
<div id="navigation">
<nav id="navMenu" class="menubar" tabindex="-1" aria-label="Menüleiste" data-jumplink="Zum Menü">
<ul class="nav-menu" role="menubar">
<li class="nav-item" role="none">
<a class="parent" href="#" role="menuitem">Organisation</a>
<div class="sub-nav">
<ul class="sub-nav-group" role="menu">
{entries}
</ul>
</div>
</li><li class="nav-item" role="none">
<a class="parent" href="#" role="menuitem">Sitzungen</a>
<div class="sub-nav">
<ul class="sub-nav-group" role="menu">
<li role="none"><a href="./si010" role="menuitem">Kalender</a></li>
</ul>
</div>
</li>
</ul>
</nav>
</div>
</div>
<main id="pageContent" tabindex="-1" aria-label="Seiteninhalt" data-jumplink="Zum Inhalt">
{main}</main>
<div>
<div id="footer">
</div>
</div>
</div>
</body>
</html>
"""


def read_out(ids: Ids, heading: str, content: str, head: str = "") -> str:
    """Heading, basic data, content."""
    return f"""\
<div id="readOut">
<div id="{next(ids)}">
<div class="header">
<h1 class="title">{raw(heading)}</h1>

</div>
</div>
{head}<div class="clear"></div>
<div id="mainContent">
{content}</div>
</div>
"""


def head(rows: Iterable[str], panels: str) -> str:
    return f"""\
<div id="head">
<div id="headLeft">
<div class="frameHeader">
<h2>Grunddaten</h2>
</div>
<div class="headLeftInner roundedBorder">
{"".join(rows)}</div>
</div>
<div id="headRight">
{panels}</div>
</div>
"""


def fact(label: str, field: str, content: str, *, wide: bool = False, described: bool = False) -> str:
    """One of the basic data: `field` is its id, "siraum"; `content` is HTML, and may hold further fields behind it.

    `described` is how vo020 writes its labels.
    """
    return f"<dl>\n{_entry(label, field, content, wide=wide, described=described)}</dl>\n"


def facts_in_one(*told: tuple[str, str, str]) -> str:
    """Several of them, each label, field and content, in one list."""
    entries = "".join(_entry(*one, wide=False, described=False) for one in told)
    return f"<dl>\n{entries}</dl>\n"


def _entry(label: str, field: str, content: str, *, wide: bool, described: bool) -> str:
    kind = "text1" if field.endswith(("betreff", "gremium")) else "text4"
    told = f'\n<a aria-describedby="{field}">{label}:</a>\n' if described else f"{label}:"
    return f"""\
<dt class="colTitle">
<span class="label">{told}</span>
</dt>
<dd class="{"colEntry3" if wide else "colEntry"}">
<span class="{kind}" id="{field}">{content}</span>
</dd>
"""


def row(*facts: str) -> str:
    return f'<div class="row">\n{"".join(facts)}</div>\n'


def side_panel(title: str, entries: Sequence[str]) -> str:
    """The box "Dokumente" or "Anlagen" to the right of the basic data; none without entries."""
    if not entries:
        return ""
    items = "</li><li>\n".join(f"{one}\n\n" for one in entries)
    return f"""\
<aside tabindex="-1" id="{title.lower()}HeaderPanel" class="{PANELS[title]}" data-jumplink="Zu {title}">
<div class="frameHeader">
<span>{title}</span>
</div>
<ul class="headRightInner roundedBorder">
<li>
{items}</li>
</ul>
</aside>
"""


def document_link(file: File, *, labelled: bool = True) -> str:
    """In tables the name stands in the tooltip only."""
    tip = raw_attribute(f"Öffnet PDF-Datei '{file.name}' in neuem Fenster")
    kind = "js-simple-tooltip doclink pdf" if labelled else "pdfOhneLabel js-simple-tooltip doclink pdf"
    return (
        f'<a href="{RESOURCES}org.apache.wicket.Application/doc{file.id}.pdf" target="_blank" '
        f'data-simpletooltip-text="{tip}" class="{kind}">{raw(file.name) if labelled else ""}</a>'
    )


def section(ids: Ids, title: str, content: str) -> str:
    """A part of the page that can be folded up."""
    return f"""\
<div id="{(key := next(ids))}">
<div class="compFull roundedBorder">
<div class="expcol rs_skip rs_preserve">
<a href="#" id="showHideLink_{key}" data-simpletooltip-text="{title} ausblenden" class="js-simple-tooltip">\
<img id="{next(ids)}" src="{RESOURCES}org.apache.wicket.Application/images/collapse.svg" alt="Reduzieren"/></a>
</div>
<div id="{next(ids)}">
<h2 class="expandedTitle">{title}</h2>
{content}</div>
</div>
</div>
"""


def written(number: int, paragraphs: Iterable[str]) -> str:
    """Text from the word processor, which brings its styles along."""
    lines = "".join(
        f'\t\t\t<p style="margin-top:0pt; margin-bottom:11pt">\n\t\t\t\t<span>{raw(one)}</span>\n\t\t\t</p>\n'
        for one in paragraphs
    )
    attributes = f'id="htm{number}" style="font-family:Carlito; font-size:11pt;" class="docPart readOnly"'
    return f"<div {attributes}>\n\t\t<div>\n{lines}\t\t</div>\n\t</div>\n"


def table(opening: str, caption: str, columns: Iterable[Cell], rows: Iterable[str]) -> str:
    """`opening` are the attributes of the table; `rows` from `table_row`."""
    heads = "\n".join(f'<th{_class(kind)} scope="col">{name}</th>\n' for kind, name in columns)
    return (
        f'<table {opening}>\n<caption class="rs_skip">{caption}</caption>\n<thead>\n\n<tr class="headers">\n\n{heads}\n'
        f"</tr>\n\n</thead>\n<tbody>\n{''.join(rows)}\n</tbody>\n\n</table>\n"
    )


def table_row(attributes: str, cells: Iterable[Cell]) -> str:
    content = "".join(f"<td{_class(kind)}>\n{inner}\n</td>" for kind, inner in cells)
    return f"<tr {attributes}>\n{content}\n</tr>"


def nothing_to_see() -> str:
    """To whom nothing may be told, and where there is nothing; all addresses without an answer lead here."""
    text = "Zu dem gewählten Element gibt es keine weiteren Angaben, oder Sie sind nicht berechtigt, sie zu sehen."
    return page(
        "noauth",
        0,
        "noauth",
        "Hinweis",
        read_out(ids_from(0), "Keine Information verfügbar", _message("Hinweis", text)),
    )


def failure(text: str) -> str:
    return page(
        "error", 0, "error", "Fehler", read_out(ids_from(0), "Fehler", _message("Es ist ein Fehler aufgetreten", text))
    )


def _message(title: str, text: str) -> str:
    return (
        f'<div class="compFull roundedBorder">\n<div class="message_header">{title}</div>\n'
        f'<div class="message_text">{text}</div>\n</div>\n'
    )


def boxed(content: str) -> str:
    return f"<div>{content}</div>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
