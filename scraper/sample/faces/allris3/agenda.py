"""One sitting: to010 with its agenda, to020 with one item of it, what the minutes say of it and how the vote went."""

from collections.abc import Iterator

from scraper.sample.faces.allris3.council import OPEN, Council, day_of, has_extract_page, number_of, status_of, time_of
from scraper.sample.faces.allris3.frame import (
    NOTHING,
    PIXEL,
    agenda_form,
    agenda_link,
    cell,
    document,
    form,
    framed,
    head_table,
    organ_link,
    page,
    paper_form,
    row,
    stripe,
)
from scraper.sample.faces.allris3.papers import about
from scraper.sample.faces.allris3.texts import minutes_of, paragraphs, section, votes_of
from scraper.sample.faces.markup import WEEKDAYS, broken, raw
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Meeting, Paper

LABELS = {"invitation": "Einladung", "minutes": "Niederschrift öffent. Teil"}
LATE = "Nachtrags-TOP"
COLUMNS = 8


def agenda(council: Council, request: Request) -> str | None:
    meeting = council.meeting_asked(request)
    if meeting is None:
        return None
    rows = row(cell("Bezeichnung", raw(meeting.name), "text1", span=3))
    rows += row(cell("Gremium", organ_link(council.organ_of(meeting), meeting), "text1", span=3))
    rows += _when_and_where(council, meeting)
    files = "".join(document(one, LABELS[one.kind]) for one in council.files_of_meeting(meeting))
    beside = f"""\t\t\t<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t\t\t\t<tr><td><img src="images/einpix.gif" alt="" width="165" height="1" border="0"  /></td></tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1" align="left">{files}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t</table>
"""
    items = [item for item in meeting.agenda if not item.heading]
    lines = "".join(_item(council, item, stripe(number)) for number, item in enumerate(items))
    table = f"""<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zk1">
\t\t<th width="1%">TOP</th>
\t\t<th colspan="2" width="1%">&nbsp;</th>
\t\t<th colspan="2">Betreff</th>
\t\t<th colspan="3">Vorlage</th>
\t</tr>
\t<tr>
\t\t<td colspan="{COLUMNS}"><hr  /></td>
\t</tr>
{lines}\t<tr>
{chr(9)}{chr(9)}{"<td>&nbsp;</td>" * COLUMNS}
\t</tr>
</table>
<hr  />
<!-- ### AN0.rtf -->
"""
    heading = f"Tagesordnung - {meeting.name}"
    own = f"to010.asp?SILFDNR={meeting.id}"
    content = framed(head_table(rows, beside) + table)
    return page(council, "to010", "Tagesordnung", heading, content, own=own, number=meeting.id)


def _when_and_where(council: Council, meeting: Meeting) -> str:
    """The same lines on both pages."""
    place = council.town.location_of[meeting.location_id]
    start = meeting.start
    day = (
        f'{WEEKDAYS[start.weekday()][:2]}, <a href="si010_e.asp?YY={start.year}&amp;MM={start:%m}&amp;DD={start:%d}" '
        f'title="Sitzungskalender {start:%m/%Y} anzeigen">{day_of(start.date())}</a>'
    )
    return (
        row(cell("Datum", day, "text2", unbroken=True), cell("Status", status_of(meeting), "text3"))
        + row(cell("Zeit", time_of(meeting), "text2", unbroken=True), cell("Anlass", "Sitzung", "text4"))
        + row(cell("Raum", raw(place.room), "text2", span=3))
        + row(cell("Ort", raw(f"{place.street_address}, {place.postal_code} {place.locality}"), "text2", span=3))
    )


def _item(council: Council, item: AgendaItem, kind: str) -> str:
    """What stands of the other part is its name; the number of each is in the address that shows the decisions."""
    number = raw(number_of(item)).replace(" ", NOTHING)
    if item.late:
        number = f'<span style="background-color:#8ae234" title="{LATE}">{number}</span>'
    # bare ampersands, as the program writes them here and nowhere else
    address = f"to010.asp?SILFDNR={item.meeting_id}&TOLFDNR={item.id}&BES=1#beschluss"
    tip = f"Beschlüsse anzeigen ({LATE})" if item.late else "Beschlüsse anzeigen"
    first = f'\t\t<td class="text4" nowrap="nowrap"><a href="{address}" title="{tip}">{number}</a></td>\n'
    name = raw(item.name)
    if not item.public:
        rest = f'<td>&nbsp;</td>\n<td class="text1">{name}</td>\n' + "<td>&nbsp;</td>\n" * 3
        return f'\t<tr class="{kind}">\n{first}\t\t<td>&nbsp;</td>\n{rest}\t</tr>\n'
    button = NOTHING
    if has_extract_page(item):
        button = form("to020.asp", {"TOLFDNR": item.id}, "il1_naz", "PA", item.result or OPEN)
        name = f'<a href="to020.asp?TOLFDNR={item.id}">{name}</a>'
    earlier = council.minuted_before(item)
    return f"""\t<tr class="{kind}">
{first}\t\t<td>&nbsp;</td>
<td>{button}</td>
<td>{name}</td>
<!--{item.id} -->
<td>&nbsp;</td>
{_subject(council, item, earlier)}<td>&nbsp;</td>
\t</tr>
{_minutes(council, earlier, kind) if earlier else ""}"""


def _subject(council: Council, item: AgendaItem, earlier: Meeting | None) -> str:
    """Two cells: the paper that an item is about, or the sitting of which it approves the minutes."""
    if item.paper_id:
        paper = council.town.paper_of[item.paper_id]
        link = f'<a href="vo020.asp?VOLFDNR={paper.id}">{raw(paper.reference)}</a>'
        return f'<td>{paper_form(paper)}</td>\n<td nowrap="nowrap">{link}</td>\n'
    if earlier:
        link = f'<a href="to010.asp?SILFDNR={earlier.id}">SI/{earlier.start.year}/{earlier.id:03d}</a>'
        return f'<td>{agenda_form(earlier)}</td>\n<td nowrap="nowrap">{link}</td>\n'
    return "<td>&nbsp;</td>\n<td></td>\n"


def _minutes(council: Council, earlier: Meeting, kind: str) -> str:
    """A row without a number, below the item that approves them."""
    if earlier.minutes_id is None:
        return ""
    button = document(council.town.file_of[earlier.minutes_id], "Pro", "il1_ns2").rstrip()
    return f"""\t<tr class="{kind}">
\t\t<td class="text4">&nbsp;</td>
\t\t<td colspan="3">&nbsp;</td>
\t\t<td>&nbsp;</td>
\t\t<td>{button}</td>
\t\t<td>&nbsp;</td>
\t\t<td>&nbsp;</td>
\t</tr>
"""


def extract(council: Council, request: Request) -> str | None:
    """Minutes, decision and vote stand below the lines, each after its anchor; which there are stands beside them."""
    item = council.item_asked(request)
    if item is None:
        return None
    meeting = council.town.meeting_of[item.meeting_id]
    paper = council.town.paper_of[item.paper_id] if item.paper_id else None
    texts = texts_of(council, item)
    files = [council.town.file_of[item.extract_id]] if item.extract_id else []
    beside = "".join(document(one, "Beschlussauszug") for one in files)
    beside += "".join(f'\t\t\t\t\t<br /><a href="#allris{anchor}">{name}</a>' for anchor, name, text in texts if text)
    below = "".join(section(anchor, item.id, text) for anchor, _, text in texts)
    content = framed(head_table("".join(_head(council, item, meeting, paper)), beside) + below)
    own = f"to020.asp?TOLFDNR={item.id}"
    return page(council, "to020", "Auszug", f"Auszug - {item.name}", content, own=own, number=item.id)


def texts_of(council: Council, item: AgendaItem) -> list[tuple[str, str, list[str]]]:
    """The program's name for a text, people's, and its paragraphs."""
    paper = council.town.paper_of[item.paper_id] if item.paper_id else None
    organ = council.organ_of(council.town.meeting_of[item.meeting_id])
    referred_to = council.town.organization_of[item.referred_to_id] if item.referred_to_id else None
    return [
        ("WP", "Protokoll", list(minutes_of(item, paper))),
        ("BS", "Beschluss", list(paragraphs(item.resolution)) if item.resolution else []),
        ("AE", "Abstimmungsergebnis", list(votes_of(item, organ, referred_to))),
    ]


def _head(council: Council, item: AgendaItem, meeting: Meeting, paper: Paper | None) -> Iterator[str]:
    button = agenda_form(meeting, f"?topSelected={item.id}")
    yield row(f'<td>{button}</td>\n\t\t<td class="text1" colspan="3">{agenda_link(meeting)}</td>\n')
    yield row(cell("TOP", raw(number_of(item)).replace(" ", NOTHING), "text1", span=3))
    result = broken(raw(item.result or OPEN)).replace("<br>", "<br  />")
    organ = organ_link(council.organ_of(meeting), meeting)
    yield row(cell("Gremium", organ, "text1"), cell("Beschlussart", result, "text3"))
    yield _when_and_where(council, meeting)
    if paper:
        name = f'<a href="vo020.asp?VOLFDNR={paper.id}">{raw(f"{paper.reference} {paper.name}")}</a>'
        yield f"""\t<tr>
<td>{paper_form(paper)}</td>
\t\t<td class="text1">{name}</td>
\t\t<td class="kb1"></td>
\t\t<td class="text1" colspan="2">&nbsp;</td>
\t</tr>
"""
        yield about(council, paper)
    yield f"<tr>{f'<td>{PIXEL}</td>' * 4}</tr>\n"
