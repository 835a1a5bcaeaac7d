"""What all pages share: head, menu, tables of labels and values, forms that look like links, foot; in windows-1252."""

from collections.abc import Mapping

from scraper.sample.faces.allris3.council import COMMITTEE_SCRIPT, Council, address_of
from scraper.sample.faces.council import CLASSES
from scraper.sample.faces.markup import raw, raw_attribute
from scraper.sample.faces.web import Response
from scraper.sample.town import File, Meeting, Organization, Paper

ENCODING = "windows-1252"
"""What is sent; every page and header says iso-8859-1."""
CONTENT_TYPE = "text/html; charset=iso-8859-1"
VERSION = "ALLRIS net Version 3.9.5 (221117m)"
PIXEL = '<img src="images/einpix.gif" alt="" width="1" height="1" border="0"  />'
NOTHING = "&nbsp;"
MENU = (
    ("Bürgerinfo", (
        ("allris.net.asp", "Startseite", "Home"), ("pa021.asp", "Rat", "Rat"),
        ("au010.asp?T1=Aussch%FCsse&amp;AU=Ausschuss&amp;SORTVON=1&amp;SORTBIS=400", "Ausschüsse", "Ausschüsse"),
        ("fr010.asp?SELECT=1", "Fraktionen/Gruppen", "Fraktionen/Gruppen"),
    )),
    ("Sitzungen", (
        ("si010_e.asp", "Sitzungstermine aller Gremien", "Kalender"),
        ("si018_a.asp", "Recherche nach wählbaren Suchkriterien", "Übersicht"),
    )),
    ("Vorlagen", (("vo040.asp", "Recherche nach wählbaren Suchkriterien", "Übersicht"),)),
    ("Recherche", (("kp041.asp", "Mandatsträger", "Mandatsträger"),)),
)  # fmt: skip


def page(
    council: Council, script: str, title: str, heading: str, content: str, *, own: str, number: int | None = None
) -> str:
    """`script` is the class of the page, "to010"; `own` its address; `number` that of what it shows. No HTML but
    `content`."""
    object_id = f'\t<meta name="objectID" content="{number}" />\n' if number else ""
    address = raw_attribute(own)
    bookmark = f"Lesezeichen für {raw_attribute(heading)}"
    head = f"""<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
\t<link rel="stylesheet" href="conf/styles/defaults/styles.css" />
\t<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
\t<title>{raw(title)}</title>
\t<meta name="description" content="{VERSION}" />
\t<meta name="language" content="de" />
\t<meta name="keywords" content="Ratsinformationssystem, Ratsinfo, Sitzungsdienst, ALLRIS" />
\t<meta name="classification" content="Government" />
\t<link rel="shortcut icon" type="image/x-icon" href="images/ALLRIS.ico" />
{object_id}\t<meta name="infoID" content="99.3950002.0" />
</head><body ><div>
<div id="allriscontainer" class="{script}">
<div class="borderframe"><div class="mainframe"><div class="header"></div><div id="risleft"><div id="rislogo"></div>
<div id="riswrap"><div id="rismenu"><ul id="menu">
{_menu(address)}</ul>
</div></div>
</div>
<div id="risright"><div id="rishead"><p class="topHeadline">Stadt {raw(council.town.name)}</p></div>
"""
    # what a template wrote ends in CRLF, what the program wrote in LF
    return (
        head.replace("\n", "\r\n")
        + f"""<div id="risnavi"><ul id="navi_right">
<li><!-- BOOKMARK_LINK --><a href="{address}" title="{bookmark}" target="_self"><img src="images/bookmark.gif" \
alt="{bookmark}"  /></a><!-- BOOKMARK_LINK --></li>
</ul>
</div>
<div id="risname"><h1>{raw(heading)}&nbsp;&nbsp;</h1></div>
<div id="risprop"></div>
<div id="rismain"><div id="posOuterLocator"></div>{content}
</div>
<div id="risfoot"><div id="foot_right"><p></p></div>
<div id="foot_center" ><p><a href="" target="_blank" title=""></a></p></div></div>
</div>
</div>
</div>
</div>
</body>
</html>
"""
    )


def _menu(own: str) -> str:
    """Every title folds its part of the menu: an address for the page of which it leads to the page again."""
    parts = []
    for number, (title, links) in enumerate(MENU, 1):
        fold = f"/bi/{own}{'&amp;' if '?' in own else '?'}toggleMenu={number}"
        items = "".join(f'\t<li><a href="{link}" title="{tip}">{name}</a></li>\n' for link, tip, name in links)
        parts.append(
            f'<li><strong><a href="{fold}" title="Reduzieren">{title}</a></strong></li>\n<li>\n\t<ul>\n{items}\t</ul>'
            "\n</li>\n"
        )
    return "".join(parts)


def framed(content: str, border: str = "clip") -> str:
    """In a border of pictures; "spir" is the calendar's."""
    side = f'<td style="background: URL(images/deco/{border}'
    return f"""<table class="risdeco" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td><img src="images/deco/{border}/nw.gif" alt=""  /></td>
\t\t<td width="100%" style="background: URL(images/deco/{border}/n.gif) repeat-x">&nbsp;</td>
\t\t<td><img src="images/deco/{border}/ne.gif" alt=""  /></td>
\t</tr>
\t<tr>
\t\t{side}/w.gif) repeat-y">&nbsp;</td>
\t\t<td bgcolor="white">{content}</td>
{side}/e.gif) repeat-y">&nbsp;</td>
\t</tr>
\t<tr>
\t\t<td><img src="images/deco/{border}/sw.gif" alt=""  /></td>
\t\t<td width="100%" style="background: URL(images/deco/{border}/s.gif) repeat-x">&nbsp;</td>
\t\t<td><img src="images/deco/{border}/se.gif" alt=""  /></td>
\t</tr>
</table>"""


def head_table(rows: str, beside: str) -> str:
    """Labels and values on the left, documents and anchors on the right."""
    return f"""<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td class="ko1" valign="top"><table class="tk1" cellspacing="0" cellpadding="3" border="0">
{rows}</table>
</td>
\t\t<td class="ko2"></td>
\t\t<td class="me1">
{beside}\t\t</td>
\t</tr>
</table>
<hr  />
"""


def cell(label: str, value: str, kind: str, *, span: int = 0, unbroken: bool = False) -> str:
    """A label and its value; `value` is HTML, `kind` the class of its cell."""
    attributes = (f' colspan="{span}"' if span else "") + (' nowrap="nowrap"' if unbroken else "")
    return f'\t\t<td class="kb1">{label}:</td>\n\t\t<td class="{kind}"{attributes}>{value}</td>\n'


def row(*cells: str) -> str:
    return f'\t<tr valign="top">\n{"".join(cells)}\t</tr>\n'


def form(action: str, fields: Mapping[str, int | str], kind: str, value: str, title: str, extra: str = "") -> str:
    """A button that posts the number of what it leads to. `kind` is the button's class; no HTML but `extra`."""
    button = f'<input type="submit" class="{kind}" value="{raw_attribute(value)}" title="{raw_attribute(title)}"  />'
    return posting(action, fields, button, extra)


def posting(action: str, fields: Mapping[str, int | str], button: str, extra: str = "") -> str:
    """`button` and `extra` are HTML."""
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{raw_attribute(str(content))}"  />'
        for name, content in fields.items()
    )
    return f'<form action="{action}" method="post" style="margin:0"{extra}>{hidden}{button}</form>'


def document(file: File, label: str, kind: str = "il2_p") -> str:
    """The program tells the whole name only where the mouse rests."""
    fields = {"DOLFDNR": file.id, "options": 64}
    title = f"{file.name} (Öffnet PDF-Datei in neuem Fenster)"
    return form("do027.asp", fields, kind, label, title, ' target="_blank"') + "\n"


def agenda_form(meeting: Meeting, chosen: str = "") -> str:
    return form(f"to010.asp{chosen}", {"SILFDNR": meeting.id}, "il1_to", "TO", "Tagesordnung")


def agenda_link(meeting: Meeting) -> str:
    return f'<a href="to010.asp?SILFDNR={meeting.id}">{raw(meeting.name)}</a>'


def paper_form(paper: Paper) -> str:
    clip = '<img src="images/attmnt.gif" alt="Enthält Anlagen" title="Enthält Anlagen"  />'
    button = form("vo020.asp", {"VOLFDNR": paper.id}, "il1_vo", "VO", "Vorlage")
    return button.replace("</form>", f"{clip}</form>") if paper.attachment_ids else button


def organ_link(organ: Organization, meeting: Meeting) -> str:
    """From a sitting: the organ as it was on that day."""
    script, name = address_of(organ)
    day = f"history=switch&amp;tsDD={meeting.start.day}&amp;tsMM={meeting.start.month}&amp;tsYYYY={meeting.start.year}"
    if name == COMMITTEE_SCRIPT[1]:
        kind = CLASSES[organ.kind]
        address = f"{script}?T1={kind}&amp;{day}&amp;{name}={organ.id}&amp;altoption={kind}"
    else:
        address = f"{script}?{day}&amp;{name}={organ.id}"
    return f'<a href="{address}">{raw(organ.name)}</a>'


def stripe(number: int) -> str:
    """The class of the `number`-th row."""
    return "zl11" if number % 2 else "zl12"


def answer(
    text: str, *, status: int = 200, headers: Mapping[str, str] | None = None, content_type: str = CONTENT_TYPE
) -> Response:
    body = text.encode(ENCODING, "xmlcharrefreplace")
    return Response(body, content_type, status, headers or {})


def moved(address: str) -> Response:
    """As the web server writes it: where to go stands in the header and in the text."""
    text = (
        "<head><title>Object moved</title></head>\n"
        f'<body><h1>Object Moved</h1>This object may be found <a HREF="{raw_attribute(address)}">here</a>.</body>\n'
    )
    return answer(text, status=302, headers={"Location": address})
