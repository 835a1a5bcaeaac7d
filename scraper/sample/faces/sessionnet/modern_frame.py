"""What all pages of layout 6 share: head, menu, tabs, boxes of fields, documents, foot."""

from collections.abc import Iterable, Sequence

from scraper.sample.faces.markup import named, raw, raw_attribute
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.web import Request
from scraper.sample.town import File

VERSION = "Somacos GmbH & Co. KG,https://www.somacos.de, SessionNet Version 5.4.7 bi (Layout 6)"
MENU = (
    ("info.php", "smc-home", "Startseite"), ("si0040.php", "smc-calendar", "Kalender"),
    ("gr0040.php", "smc-network-connection", "Gremien"), ("kp0041.php", "smc-people", "Mandatsträger"),
)  # fmt: skip
DOWNLOAD = 'title="Dokument Download Dateityp: pdf" aria-label="Dokument Download Dateityp: pdf"'
NAME_CLASS = "smc-link-normal smc_datatype_do smc-t-r991"
Tab = tuple[str, str]
"""Address and name."""


def page(script: str, title: str, content: str, *, tabs: Sequence[Tab] = (), heading: str | None = None) -> str:
    """`script` is the name of the page's program, "si0057". `title` and `heading` are written out, as HTML."""
    menu = " ".join(
        f'<li class="nav-item smc-nav-online"><a href="{address}" title="{named(name)}" aria-label="{named(name)}" '
        f'class="smce-a-u nav-link smcmenu1 smc-ct1" ><i class="smc {icon}" aria-hidden="true"></i>{raw(name)}</a></li>'
        for address, icon, name in MENU
    )
    return f"""<!DOCTYPE html><html lang="de"  x-ms-format-detection="none"><head><meta charset="utf-8">\
<meta http-equiv="X-UA-Compatible" content="IE=edge">\
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="">\
<meta name="author" content="{VERSION}"><meta name="sessionnet" content="V:050407"/>\
<title>SessionNet | {title}</title>
</head><body id="smc_body" class="smc-body">
<!-- #wrapper --><div id="wrapper" class="smclayout smc_page_{script}_layout">\
<div id="sidebar-wrapper" role="navigation" aria-label="Hauptmenü" class="smc-nav-config smc-pr-n">\
<ul id="sidebar-nav" class="nav nav-pills nav-stacked">{menu}
</ul><!-- /Sidebar ende smcnav mandatos --></div>
<div id="page-content-wrapper">
<div class="page-title" role="navigation" aria-label="Seitentitel und Oberes Menü">\
<h1 class="smc_h1">{heading or title}</h1></div>

<div id="page-content" role="main" aria-label="Informationen">
{_tabs(script, tabs)}{content}
</div><!-- /page-content-1 -->
</div><!-- /page-content-wrapper -->
<footer aria-label="Fusszeile mit Seiteninformationen"><div class="d-flex justify-content-between">\
<div id="smcmenubottom"><ul class="list-inline"><li><i class="fa fa-clock-o" aria-hidden="true"></i>&nbsp;\
Letzte &Auml;nderung:&nbsp;30.06.2026 17:01:12</li></ul></div></div></footer>
</div><!-- /wrapper -->
</body></html>
"""


def _tabs(script: str, tabs: Sequence[Tab]) -> str:
    if not tabs:
        return ""
    items = "".join(
        f'<li class="nav-item{" active smc-ct1" if address.startswith(script) else ""}"><a href="{address}" '
        f'title="{name}" aria-label="{name}" class="smce-a-u nav-link" >{name}</a></li>'
        for address, name in tabs
    )
    return f"""<ul class="nav nav-tabs smcnoprint" id="smcregister" aria-label="Tab Navigation">
{items}
</ul>
"""


def box(number: int, name: str, content: str) -> str:
    """One of the boxes that open and close. `name` is HTML."""
    return f"""<div class="col-sm-12">

<div id="smcpanel{number}" class="card card-light"><div class="card-header" data-toggle="collapse" \
href="#smcacchead{number}" aria-expanded="true" aria-controls="smcacchead{number}" ><h2 class="mb-0 card-header-title" \
id="smc-hn-{number}"><button class="btn btn-link btn-block text-left" type="button" data-toggle="collapse" \
data-target="#smcacchead{number}" aria-expanded="true" aria-controls="smcacchead{number}">{name}</button></h2></div>\
<div id="smcacchead{number}" class="collapse show" aria-labelledby="smcacchead{number}" \
data-parent="#smcpanel{number}" ><div class="card-body">{content}</div></div></div>
</div>
"""


def fields(script: str, rows: Iterable[tuple[str, str, str]]) -> str:
    """Rows of name ("siort"), label and value; the value is HTML."""
    lines = "\n".join(
        f'<div class="smc-table-row"><div class="smc-table-cell smc-cell-head {name}_title">{named(label)}</div>'
        f'<div class="smc-table-cell {name}">{value}</div>\n</div>'
        for name, label, value in rows
    )
    return f"""
<div id="smc_page_{script}_contenttable1" class="smc-table smc-table-striped smccontenttable \
smc_page_{script}_contenttable">
{lines}
</div>
"""


def document(file: File) -> str:
    """Button and name lead to the same file; only the name says which."""
    address = f"getfile.php?id={file.id}&type=do"
    mark = f"0009{file.id:010}"
    return f"""<div id="smcy{mark}" class="smc-dg-ds-1 col-lg-6 smc-d-el"><div id="smcb{mark}" \
class="smc-xxdat smc-default default smc-box-type-1 smc-dg-b1"><div class="smc-doc-content smcc-s1-n smce-m-1">\
<div id="smcg{mark}"  class="smc-action-group smc-action-group-lg ml-auto" role="group"><a href="{address}" {DOWNLOAD} \
role="button" class="btn btn-blue" id="smcs{mark}" ><i role="button" class="smc smc-download" aria-hidden="true"></i>\
</a></div><div class="smc-el-h {NAME_CLASS}"><a href="{address}" {DOWNLOAD} class="smce-a-u {NAME_CLASS}" >\
{raw(file.name)}</a></div></div></div>
</div><!--SMCPHDOCFCT-->
"""


def documents_box(number: int, files: Sequence[File]) -> str:
    if not files:
        return ""
    name = "1 Dokument" if len(files) == 1 else f"{len(files)} Dokumente"
    content = "".join(document(one) for one in files)
    return box(number, name, f'<div class="smc-dg-c-1-10 smc-documents smc-pr-n row">\n{content}</div>\n')


def documents_cell(files: Sequence[File], folder: str = "") -> str:
    """The last cell of a row, filled or not. `folder` is the page of all documents, linked where there are several."""
    if not files:
        return '<td class="smc-t-cl991 sidocs"></td>'
    content = "".join(document(one) for one in files)
    if folder and len(files) > 1:
        tip = 'title="Alle Sitzungsdokumente anzeigen"'
        content += (
            '<div class="smc-d-col smc-d-el smc-doc-icon-1"><div class="smc-xxdat smc-default smc-box-type-1 '
            f'smc-dg-b2"><div class="smc smc-doc-icon smc-doc-icon-text">{len(files)} Dok.</div><div '
            f'class="smc-doc-content smcc-s1-n smce-m-1"><a href="{folder}" {tip} role="button" class="btn '
            'btn-neutral"><i class="fa fa-folder-open" aria-hidden="true"></i></a><div class="smc-el-h '
            f'smc-text-block-991 smc-t-r991"><a href="{folder}" {tip}>{len(files)} Dok.</a></div></div></div></div>\n'
        )
    return (
        '<td data-label="Dokumente" class="smc-t-cl991 sidocs"><div class="smc-dg-c-3-12 smc-documents smce-do-1 '
        f'smc-pr-n">\n{content}<!--SMCPHDOCFCT--></div></td>'
    )


def table(script: str, rows: Iterable[str], *, number: int = 1, kind: str) -> str:
    return f"""<!-- table-responsive --><table id="smc_page_{script}_contenttable{number}" \
class="table table-striped smc-table smc-table-striped smc-table-responsive {kind}">
<tbody>
{chr(10).join(rows)}
</tbody>
</table><!-- /table-responsive -->
"""


def link(address: str, kind: str, name: str) -> str:
    """A link to something with a page of its own; `kind` is SessionNet's name for it: "si", "vo", "gr", "pe"."""
    tip = f"Details anzeigen: {raw_attribute(name)}"
    return (
        f'<a href="{address}" title="{tip}" aria-label="{tip}" '
        f'class="smce-a-u smc-link-normal smc_doc smc_datatype_{kind}" >{raw(name)}</a>'
    )


def nothing(text: str) -> str:
    """A line that says that a list is empty. `text` is HTML."""
    return f'<div class="alert alert-info" role="alert">{text}</div>'


def modern_start(council: Council, _: Request) -> str:
    name = council.town.name
    return page(
        "info",
        named(f"Bürgerinformationssystem der Stadt {name}"),
        f'<p class="smc_p">Willkommen im Bürgerinformationssystem der Stadt {name}. Im '
        '<a href="si0040.php" class="smce-a-u">Kalender</a> stehen alle Sitzungen, unter '
        '<a href="gr0040.php" class="smce-a-u">Gremien</a> die Gremien und Fraktionen.</p>',
    )


def modern_error(_: Council, __: Request) -> str:
    text = "Diese Seite kann nicht angezeigt werden. Es fehlt die Berechtigung, oder die Daten gibt es nicht mehr."
    return page("error2", "Hinweis", f'<div class="alert alert-danger" role="alert">{text}</div>')
