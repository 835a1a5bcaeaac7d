"""What all pages share: head, menu, tables of facts, tables of rows, links to documents and meetings."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scraper.sample.faces.markup import named, raw, raw_attribute
from scraper.sample.faces.sdnet.site import Site, exported, moment_text
from scraper.sample.town import File, Meeting, Organization, Person

MENU = (
    ("gremien", "Gremien"), ("fraktionen", "Fraktionen"), ("personen", "Personen"), ("termine", "Sitzungen"),
    ("vorlagen", "Vorlagen"),
)  # fmt: skip
ICON = '<i class="letter_inside"></i><i class="fa-top"></i><i class="fa-bottom"></i>'
SPACER = '<span class="document-spacer"></span>'
"""Stands where a row has no document of that kind."""
Column = tuple[str, str]
"""Name of its cells ("bezeichnung") and heading."""


def page(site: Site, kind: str, title: str, content: str, *, active: str = "") -> str:
    """`kind` marks the content ("tops"), `active` is the menu's entry; `title` is text, `content` HTML."""
    town = raw(site.council.town.name)
    menu = "\n".join(
        f'<li class="sdnetrim-menu-li sdnetrim-menu-li-level0 {folder} {"aktiv" if folder == active else ""}">'
        f'<a class="a-level-0 " href="{site.base}/{folder}">{name}</a></li>'
        for folder, name in MENU
    )
    return f"""<!DOCTYPE html>
<html lang="de" dir="ltr">
<head>
    <meta charset="utf-8" />
    <meta name="generator" content="SD.NET RIM - Ratsinfomanagement" />
    <meta name="robots" content="index, nofollow" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>{raw(title)} - SD.NET RIM 4 | {town}</title>
    <link rel="stylesheet" href="{site.base}/library/media/css/tables.css?26.2.1" type="text/css" />
</head>
<body class="cid01">
<nav id="navigation" role="navigation" aria-label="Hauptnavigation">
<a class="leveltitle" href="{site.base}/startseite" title="Zur Startseite">Ratsportal {town}</a>
<ul class="sdnetrim-menu-ul sdnetrim-menu-ul-level0">
{menu}
</ul>
</nav>
<main id="inhalt">
<div id="rimcontent">

<div id="div-content" class="{kind}">

{content}
</div>
</div>
</main>
</body>
</html>
"""


def heading(text: str, description: str) -> str:
    return f"""    <h1 class="heading">{raw(text)}</h1>
    <p class="description">{raw(description)}</p>
"""


class Fact(NamedTuple):
    """One line of a page's facts; the value is HTML."""

    label: str
    value: str
    is_document: bool = False


def details(facts: Iterable[Fact]) -> str:
    lines = "\n".join(
        f"""            <tr>
                <th scope="row">{raw(label)}:</th>
                <td{' class="document-icon-margin"' if is_document else ""}>{value}</td>
            </tr>
"""
        for label, value, is_document in facts
    )
    return f"""    <div class="sst-table-container papers-hidden">
        <table class="table-details">
{lines}        </table>
    </div>
"""


def table(kind: str, caption: str, columns: Sequence[Column], rows: Iterable[str], *, head_hidden: bool = False) -> str:
    """`kind` marks the table ("top"); `rows` are whole ``<tr>``."""
    width = len(columns)
    heads = "".join(
        f'<th class="column-{name}-header table-col-pos-{place}" scope="col" role="columnheader">{label}</th>'
        for place, (name, label) in enumerate(columns)
    )
    hidden = ' style="display:none;"' if head_hidden else ""
    return (
        f'<div class="sst-table-container papers-hidden"><table id="table0" class="table-data table-{kind} '
        f'table-cols-{width}"><caption class="caption">{caption}</caption><colgroup span="{width}"></colgroup>'
        f"<thead{hidden}><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>\n"
    )


def row(place: int, cells: Iterable[tuple[str, str]], *, marks: str = "", number: str = "") -> str:
    """`place` counts from 0; `number` is the record's ("200_16903"); values of cells are HTML."""
    content = "\n".join(f'<td class="column-{name}">{value}</td>' for name, value in cells)
    attribute = f' data-vorgang-id="{number}"' if number else ""
    return f'<tr class="row-{(place + 1) % 2}{marks}" {attribute}>\n{content}\n</tr>\n\n'


def lines(text: str) -> str:
    """A text of one or more lines as HTML."""
    return raw(text).replace("\n", "<br />\n")


def meeting_link(site: Site, meeting: Meeting) -> str:
    """Of one that has no page yet only the moment."""
    text = moment_text(meeting.start)
    if not site.council.has_page(meeting):
        return text
    organ = site.council.organ_of(meeting).name
    label = f"Sitzung am {moment_text(meeting.start, long=True)} des Gremiums {organ} anzeigen."
    return f'<a aria-label="{raw_attribute(label)}" href="{site.meeting(meeting)}" title="Zur Sitzung">{raw(text)}</a>'


def organ_link(site: Site, organ: Organization) -> str:
    return f'<a href="{site.organ(organ)}"><span>{raw(organ.name)}</span></a>'


def person_link(site: Site, person: Person) -> str:
    return f'<a href="{site.person(person)}"><span>{raw(f"{person.form_of_address} {person.name}")}</span></a>'


def document(site: Site, file: File, icon: str, *, in_row: bool = False) -> str:
    """A document of its own right; `icon` says what it is ("vorlage-link"). In rows only the icon is seen."""
    name = site.document_name(file)
    label = raw_attribute(f"{name.whole} im PDF-Format öffnen")
    hidden = ' class="hide-text"' if in_row else ""
    return (
        f'<a role="button" class="link-element" href="{site.file(file)}" target="_blank" aria-label="{label}" '
        f'title="{label}"><span aria-hidden="true" class="document-link fa-sst-file {icon} fa-icon">{ICON}</span>'
        f'<span aria-hidden="true"{hidden}>{raw(name.short)} {exported(file)}</span></a>'
    )


def attachment(site: Site, file: File, reference: str, *, in_row: bool = False) -> str:
    """What comes with a paper of that number."""
    name = site.document_name(file).whole
    label = f"Anlage {name} zum Vorgang {reference} exportiert am {file.day:%d.%m.%Y} im PDF-Format öffnen"
    hidden = ' class="hide-text"' if in_row else ""
    return (
        f'<a role="button" class="link-element" aria-label="{raw_attribute(label)}" href="{site.file(file)}" '
        f'target="_blank" title="{named(name)} {exported(file)}"><span aria-hidden="true" class="attachment-link '
        f'vorlage-attachment-link fa-icon">{ICON}</span><span aria-hidden="true"{hidden}>{raw(name)} {exported(file)}'
        "</span></a>"
    )
