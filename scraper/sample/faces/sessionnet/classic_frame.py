"""What all pages of the old layout share: head, menu, tables of labels and values, documents, foot."""

from collections.abc import Iterable, Sequence

from scraper.sample.faces.markup import named, numeric
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.web import Request
from scraper.sample.town import File

VERSION = "Somacos GmbH & Co. KG,https://www.somacos.de, SessionNet Version 4.4.3 bi (Layout 4)"
MENU = (
    ("info.asp", "Startseite"), ("si0040.asp", "Kalender"), ("si0046.asp", "Termine"), ("gr0040.asp", "Gremien"),
    ("kp0041.asp", "Mandatsträger"),
)  # fmt: skip
ATTACHED = "Tabelle enth&auml;lt zum aufgerufenen Element zugeordnete Dokumente und damit verbundene Aktionen."
DOCUMENT_HEAD = "<thead><tr><th>Dokumenttyp</th><th>Bezeichnung</th><th>Aktionen</th></tr></thead>"


def page(script: str, title: str, content: str, *, context: str = "") -> str:
    """`script` is the name of the page's program, "to0040". `title` is HTML, `context` list items of the menu."""
    menu = "".join(f'<li class="smcmenu1"><a href="{address}" >{named(name)}</a></li>' for address, name in MENU)
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\
<html lang="de" ><head><meta http-equiv="content-type" content="text/html; charset=UTF-8">\
<meta name="Generator" content="{VERSION}"><meta name="sessionnet" content="V:040403">\
<title>SessionNet | {title}</title></head>
<body class="smc_body" ><div id="smclayout" class="smclayout smc_page_{script}_layout"><!-- start smclayout -->
<div id="smcmenu"><ul>{menu}{context}</ul></div>
<div id="smccontent"><h1 class="smc_h1">{title}</h1>
{content}
</div>
<div id="smcfooter"><div id="smcsomacosinfo"><small class="smc_small"><span lang="en">Software: </span>\
Sitzungsdienst <span lang="en">Session</span></small></div></div><!-- ende smclayout --></div></body></html>
"""


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of label and value; the value is HTML."""
    lines = "\n".join(
        f'<tr><td class="smctablehead">{named(label)}:</td><td class="smctablecontent">{value}</td></tr>'
        for label, value in rows
    )
    return f"""<table id="smctablevorgang" class="smctablevorgang" cellspacing="0" cellpadding="0"><tbody>
{lines}
</tbody></table>
"""


def table(script: str, summary: str, rows: Iterable[str], *, head: Sequence[str] = ()) -> str:
    """`summary` and the names of the columns are HTML."""
    columns = "".join(f'<th class="smc_th">{one}&nbsp;</th>' for one in head)
    first = f"<thead><tr>{columns}</tr></thead>" if head else ""
    return f"""<table id="smc_page_{script}_contenttable1" class="smccontenttable smc_page_{script}_contenttable" \
cellspacing="0" cellpadding="0" summary="Inhalt der Tabelle: {summary}">{first}<tbody>
{chr(10).join(rows)}
</tbody></table>
"""


def stripe(number: int) -> str:
    """The class of the `number`-th row."""
    return f"smcrow{number % 2 + 1}"


def documents(files: Sequence[File]) -> str:
    """The same address twice in a row: on the symbol and on the name."""
    if not files:
        return "&nbsp;"
    rows = "".join(_document(one) for one in files)
    return f'<table class="smcdocbox smcdocboxright"  summary="{ATTACHED}">{DOCUMENT_HEAD}<tbody>{rows}</tbody></table>'


def _document(file: File) -> str:
    name = numeric(file.name)
    start = f'<a href="getfile.asp?id={file.id}&type=do&" title="{name}" '
    return (
        f'<tr><td class="smc_doc">{start}aria-label="{name}" class="smce-a-u" target="_blank" ><img src="im/pdf.gif" '
        f'class="smcimg16 smcimgdoc" alt="Dokument anzeigen: {name}" ></a></td><td class="smc_doc smcdocname '
        f'smcdocname1">{start}class="smce-a-u" target="_blank" >{name} <span class="smcwrapsmall smcdosize" '
        f'title="Dateigr&ouml;&szlig;e">{30 + file.id % 400}&nbsp;KB </span></a></td>'
        f'<td class="smc_doc smcdocfunktionen"></td></tr>'
    )


def forms(files: Sequence[File]) -> str:
    """Documents that are asked for by POST; the number is in a hidden field."""
    rows = "".join(
        f'<tr><td class="smc_doc smcdocname smcdocname1"><form  action="ydocstart.asp" method="post"  target="_blank" '
        f'name="dok{one.id}"><input type="hidden" name="DT" value="{one.id}"><input type="image" src="im/pdf.gif" '
        f'alt="Dokument anzeigen: {numeric(one.name)}" title="{numeric(one.name)}"> {numeric(one.name)}</form></td>'
        f'<td class="smc_doc smcdocfunktionen"></td></tr>'
        for one in files
    )
    return f'<table class="smcdocbox"  summary="{ATTACHED}"><tbody>{rows}</tbody></table>\n' if files else ""


def link(address: str, name: str, kind: str = "") -> str:
    """`kind` is SessionNet's name for what is linked: "si", "vo"; not every link tells it."""
    tip = numeric(f"Details anzeigen: {name}")
    datatype = f" smc_doc smc_datatype_{kind}" if kind else ""
    return (
        f'<a href="{address}" title="{tip}" aria-label="{tip}" class="smce-a-u smc-link-normal{datatype}" >'
        f"{numeric(name)}</a>"
    )


def nothing(text: str) -> str:
    return f'<p class="smc_p">{text}</p>'


def classic_start(council: Council, _: Request) -> str:
    text = (
        f"Willkommen im Informationssystem der Stadt {council.town.name}. Die Sitzungen stehen im "
        '<a href="si0040.asp">Kalender</a>, die Mitglieder bei den <a href="gr0040.asp">Gremien</a>.'
    )
    return page("info", named(f"Bürgerinformationssystem {council.town.name}"), nothing(text))


def classic_error(_: Council, __: Request) -> str:
    text = "Der Zugriff auf diese Seite ist nicht m&ouml;glich. Bitte beginnen Sie auf der Startseite."
    return page("error", "Hinweis", f'<p class="smc_error">{text}</p>')
