"""A paper with its way through the organs (vo020), and the list of papers (vo040)."""

import hashlib
from collections.abc import Iterator

from scraper.sample.faces.allris3.council import OPEN, Council, day_of, has_extract_page
from scraper.sample.faces.allris3.frame import (
    PIXEL,
    agenda_form,
    agenda_link,
    document,
    form,
    framed,
    head_table,
    page,
    paper_form,
    stripe,
)
from scraper.sample.faces.allris3.texts import paragraphs, section, title
from scraper.sample.faces.markup import raw, raw_attribute
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Consultation, File, Meeting, Paper

INITIATORS = {"Einreicher": "Initiator"}
"""What ALLRIS calls what other systems name otherwise."""
SCRIPT = """
<script language="Javascript" type="text/javascript"><!--
//<![CDATA[
\tfunction checkClickResult(id, clicked, value) {
\t}
//]]>
--></script>
"""
PER_PAGE = 50
TEMPORARY = "___tmp/tmp/45-181-136"
"""Where a file is laid down for who asks for it. What follows is another one in each session."""


def paper(council: Council, request: Request) -> str | None:
    one = council.paper_asked(request)
    if one is None:
        return None
    main, *attachments = council.files_of_paper(one)
    rows = f"""\t<tr>
\t\t<td class="kb1">Betreff:</td>
\t\t<td class="text1" colspan="3">{SCRIPT}{raw(one.name)}</td>
\t</tr>
{about(council, one)}\t<tr>
\t\t<td class="kb1" colspan="4">Beratungsfolge:</td>
\t</tr>
\t<tr>
\t\t<td valign="top" colspan="4">
\t\t\t<table cellspacing="0" cellpadding="3" border="0">
\t\t\t\t<tr>
\t\t\t\t\t<td>{PIXEL}</td>
\t\t\t\t\t<td colspan="6">{PIXEL}</td>
\t\t\t\t</tr>
{"".join(line for station in council.stations_of(one) for line in _station(council, *station))}\t\t\t</table>
\t\t</td>
\t</tr>
<tr>{f"<td>{PIXEL}</td>" * 4}</tr>
"""
    texts = (
        ("BV", "Beschlussvorschlag", [title("Beschlussvorschlag:"), *paragraphs(one.resolution)]),
        ("SV", "Sachverhalt", [title("Sachverhalt:"), *(line for text in one.reasons for line in paragraphs(text))]),
    )
    anchors = "".join(f'\t\t\t\t\t\t<br /><a href="#allris{anchor}">{name}</a>' for anchor, name, _ in texts)
    beside = f"""\t\t\t<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t\t\t\t<tr><td><img src="images/einpix.gif" alt="" width="165" height="1" border="0"  /></td></tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1"> {document(main, "Vorlage")}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1">{anchors}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1" align="center">{_attachments(main, attachments)}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t</table>
"""
    below = "".join(section(anchor, one.id, text) for anchor, _, text in texts) + "<!-- ### AN0.rtf -->\n"
    content = framed(head_table(rows, beside) + below)
    own = f"vo020.asp?VOLFDNR={one.id}"
    return page(council, "vo020", "Vorlage", f"Vorlage - {one.reference}", content, own=own, number=one.id)


def about(council: Council, paper: Paper) -> str:
    """Status, kind and authors, as they stand on the page of a paper and on that of an item about it."""
    kind = f'<td class="kb1">Vorlage-Art:</td><td class="text4">{raw(paper.paper_type)}</td>'
    status = '<td class="kb1">Status:</td><td class="text3">öffentlich</td>'
    if paper.related_id:
        other = council.town.paper_of[paper.related_id]
        link = f'<a href="vo020.asp?VOLFDNR={other.id}">{raw(other.reference)}</a>'
        related = f"<table><tr><td>{paper_form(other)}</td><td>{link}</td></tr></table>"
        first = f'\t<tr>{status}<td class="kb1">Bezüglich:</td><td class="text4">{related}</td></tr>\n<tr>{kind}</tr>\n'
    else:
        first = f"\t<tr>{status}{kind}</tr>\n"
    names = {INITIATORS.get(label, label): text for label, text in council.originators_of(paper)}
    lead = names.pop("Federführend", "")
    others = "".join(
        f'<tr><td class="kb1">{label}:</td><td class="text4">{raw(text).replace(", ", "<br  />")}</td></tr>\n'
        for label, text in names.items()
    )
    empty = '<td class="kb1">&nbsp;</td><td class="text4">&nbsp;</td>'
    last = f'<tr>\n<td class="kb1">Federführend:</td><td class="text4">{raw(lead)}</td>\n{empty}\n</tr>\n'
    return first + others + (last if lead else "")


def _station(
    council: Council, station: Consultation, meeting: Meeting | None, item: AgendaItem | None
) -> Iterator[str]:
    """The organ with its task, and below it the sitting; the organ has no number here."""
    today = council.town.today
    colour, state = ("#73d216", "Geplant") if meeting else ("#edd400", "Bereit")
    if meeting and meeting.start.date() <= today:
        colour, state = "#ffffff", "Erledigt"
    mark = f'\t\t\t\t<tr valign="top" class="zl12">\n\t\t\t\t\t<td bgcolor="{colour}" title="{state}"></td>\n'
    organ = council.town.organization_of[station.organization_id]
    yield (
        f'{mark}\t\t\t\t\t<td class="text1" colspan="3">{raw(organ.name)}</td>\n'
        f'\t\t\t\t\t<td class="text1" colspan="3" nowrap="nowrap">{raw(station.role)}</td>\n\t\t\t\t</tr>\n'
    )
    if meeting is None:
        return
    linked = council.has_agenda_page(meeting)
    start = meeting.start
    day = (
        f'<a href="si010_e.asp?YY={start.year}&amp;MM={start:%m}&amp;DD={start:%d}" '
        f'title="Sitzungskalender {start:%m/%Y} anzeigen">{day_of(start.date())}</a>'
    )
    chosen = f"?topSelected={item.id}" if item else ""
    button = result = "&nbsp;"
    if item and has_extract_page(item):
        button = form("to020.asp", {"TOLFDNR": item.id}, "il1_naz", "PA", "Auszug")
        result = f"{raw(item.result or OPEN)}&nbsp;"
    yield f"""{mark}\t\t\t\t\t<td class="text2">{day}&nbsp;</td>
<td>{agenda_form(meeting, chosen) if linked else "&nbsp;"}</td>
<td>{agenda_link(meeting) if linked else raw(meeting.name)}</td>
\t\t\t\t\t<td class="text3">{result}</td>
\t\t\t\t\t<td>&nbsp;</td>
<td>{button}</td>
\t\t\t\t</tr>
"""


def _attachments(main: File, files: list[File]) -> str:
    """They have no number; in their address is their place in the row."""
    if not files:
        return ""
    rows = "".join(
        f"""\t<tr valign="top">
\t\t<td class="text3"><a href="{attachment_address(main, number, one)}" target="_blank"  title="Anlage {number} \
({one.created:%d.%m.%Y %H:%M:%S}) &ouml;ffnen
(Öffnet Dokument in neuem Fenster)
" onmouseover="status='{raw_attribute(one.name)}'; return true;" onmouseout="status=''; return true;">\
{raw(one.name)}</a></td>
\t</tr>
"""
        for number, one in enumerate(files, 1)
    )
    return f"""<table class="tk1" cellspacing="0" cellpadding="3" border="0">
\t<tr><td colspan="1">{PIXEL}</td></tr>
\t<tr valign="top">
\t\t<td class="kb1" colspan="0">Anlagen:</td>
\t</tr>
{rows}</table>
"""


def attachment_address(main: File, number: int, file: File) -> str:
    """___tmp/tmp/45-181-136/8d1f0c3a/b2c47e90/42-Anlagen/01/Konzept.pdf"""
    return f"{_laid_down(main)}/{main.id % 100:02d}-Anlagen/{number:02d}/{file.file_name}"


def document_address(file: File) -> str:
    """___tmp/tmp/45-181-136/8d1f0c3a/b2c47e90/42.pdf"""
    return f"{_laid_down(file)}/{file.id % 100:02d}.pdf"


def _laid_down(file: File) -> str:
    token = hashlib.sha1(f"{file.id} {file.file_name}".encode(), usedforsecurity=False).hexdigest()
    return f"{TEMPORARY}/{token[:8]}/{token[8:16]}"


def listing(council: Council, request: Request) -> str:
    """The newest ones; all with showall=true. "Angel." is the day on which a paper was entered."""
    everything = council.papers_by_day
    shown = everything if request.query.get("showall") == "true" else everything[:PER_PAGE]
    rows = "".join(
        f'\t<tr class="{stripe(number)}"><td nowrap="nowrap">{paper_form(one)}</td><td><a href="vo020.asp?VOLFDNR='
        f'{one.id}">{raw(one.reference)}&nbsp;{raw(one.name)}</a></td><td>&nbsp;</td>\t\t<td class="text2">'
        f'{day_of(one.day)}</td>\t\t<td class="text2">{raw(one.paper_type)}</td>\t</tr>\n'
        for number, one in enumerate(shown)
    )
    count = f"Ergebnisse 1-{len(shown)} von ungefähr {len(everything)}"
    content = f"""<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<thead>
\t<tr class="zk1">
\t\t<th colspan="3" nowrap="nowrap">Vorlage&nbsp;</th>
\t\t<th nowrap="nowrap">Angel.&nbsp;</th>
\t\t<th nowrap="nowrap">V.-Art&nbsp;</th>
\t</tr>
</thead>
<tbody>
\t<tr class="zl11">
\t\t<td class="kb1" colspan="5">
{count}
\t\t</td>
\t</tr>
{rows}\t<tr>
\t\t<td class="text4" colspan="5">
{count}&nbsp;&nbsp;&nbsp;<a href="vo040.asp?showall=true" title="">alle</a>
\t\t</td>
\t</tr>
</tbody>
</table>
"""
    return page(council, "vo040", "Vorlagen - Übersicht", "Vorlagen - Übersicht", content, own="vo040.asp")
