"""The old layout: the month calendar, the list of meetings, the agenda."""

from collections.abc import Iterator

from scraper.sample.faces.council import Part, bare_number, result_of
from scraper.sample.faces.markup import MONTHS, broken, day_text, named, numeric, time_text
from scraper.sample.faces.sessionnet.classic_frame import documents, facts, nothing, page, stripe, table
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, File, Meeting

WIDTH = 7
CANCELLED = "<strong>Die Sitzung entf&auml;llt.</strong>"
EMPTY_CELL = '<td class="smc_td">&nbsp;</td>'


def calendar(council: Council, request: Request) -> str:
    """One month, with a row for each day on which nothing is."""
    month = council.month_asked(request)
    rows: list[str] = []
    for day in month.days:
        first = f'<td class="smc_fct_day">{day.day}&nbsp;</td>'
        if day not in council.meetings_on:
            rows.append(_empty_day(len(rows), first))
        for one in council.meetings_on.get(day, ()):
            rows.append(_row(council, len(rows), one, first))
    months = " ".join(
        f'<a href="si0040.asp?__cjahr={one.year}&__cmonat={one.month}&__canz=1" class="smce-a-u" >'
        f"{named(MONTHS[one.month - 1])} {one.year}</a>"
        for one in council.neighbours(month)
    )
    name = f"{named(MONTHS[month.month - 1])} {month.year}"
    content = f'<div id="smcfilter"><strong>{name}</strong> {months}</div>\n'
    return page("si0040", "Sitzungen", content + table("si0040", f"Sitzungen Termine: {name}", rows))


def _empty_day(number: int, first: str) -> str:
    return (
        f'<tr valign="top"  class="{stripe(number)}">{first}{EMPTY_CELL}'
        f'<td class="smc_td smc_field_silink">&nbsp;</td>{EMPTY_CELL}</tr>'
    )


def _row(council: Council, number: int, meeting: Meeting, first: str) -> str:
    """`first` is the cell with the day or the whole date."""
    kind = stripe(number)
    return (
        f'<tr valign="top"  class="{kind} smcrowsi{kind[-1]}">{first}'
        f'<td class="smcnowrap smc_field_yytime">{time_text(meeting.start, meeting.end)}&nbsp;</td>'
        f'<td class="smc_td smc_field_silink">{_entry(council, meeting)}</td>'
        f'<td  class="smcnoprint">{documents(council.files_of_meeting(meeting))}</td></tr>'
    )


def _entry(council: Council, meeting: Meeting) -> str:
    """One that nobody has been invited to yet has no link."""
    name = numeric(council.organ_of(meeting).name)
    if not council.has_page(meeting):
        return f"{name}<!--SMCINFO:si.bi -->"
    tip = numeric(f"Details anzeigen: {council.heading_of(meeting)}")
    note = f"<br>{CANCELLED}" if meeting.cancelled else ""
    return (
        f'<a href="to0040.asp?__ksinr={meeting.id}" title="{tip}" aria-label="{tip}" '
        f'class="smce-a-u smc-link-normal smc_doc smc_datatype_si" >{name}</a>{note}'
    )


def listing(council: Council, _: Request) -> str:
    """The meetings to come, and those of the last four weeks, with their whole date."""
    shown = [one for one in council.meetings if (one.start.date() - council.town.today).days >= -28]
    rows = [
        _row(council, number, one, f'<td class="smc_td smc_field_sidat">{day_text(one.start)}</td>')
        for number, one in enumerate(shown)
    ]
    return page("si0046", "Termine", table("si0046", "Sitzungen Termine", rows))


def agenda(council: Council, request: Request) -> str | None:
    """A meeting that nobody has been invited to yet, and one that was cancelled, has none."""
    meeting = council.meeting_asked(request)
    if meeting is None:
        return None
    organ = council.organ_of(meeting)
    address = f"kp0040.asp?__kgrnr={organ.id}"
    context = f'<li class="smcmenucontext_fct_gremium"><a href="{address}" >{numeric(organ.name)}</a></li>'
    known = facts(
        (
            ("Sitzung", numeric(meeting.name)),
            ("Gremium", numeric(organ.name)),
            ("Datum", day_text(meeting.start)),
            ("Zeit", time_text(meeting.start, meeting.end)),
            ("Raum", numeric(council.place_of(meeting))),
        )
    )
    known += f'<p class="smc_p">{CANCELLED}</p>\n' if meeting.cancelled else ""
    files = council.files_of_meeting(meeting)
    known += f'<div class="smcdocboxinfo">{documents(files)}</div>\n' if files else ""
    rows = [row for part in council.parts_of(meeting) for row in _part(council, part)]
    return page(
        "to0040",
        numeric(council.heading_of(meeting)),
        known + (_agenda_table(rows) if rows else nothing("Es ist keine Tagesordnung vorhanden.")),
        context=context,
    )


def _agenda_table(rows: list[str]) -> str:
    return f"""<table id="smc_page_to0040_contenttable1" class="smccontenttable smc_page_to0040_contenttable" \
cellspacing="0" cellpadding="0" summary="Inhalt der Tabelle: Tagesordnungspunkte der Sitzung"><thead><tr>\
<th class="smc_th">TOP&nbsp;</th><th class="smc_th" colspan="5">Inhalt&nbsp;</th><th class="smc_th">Dokumente</th></tr>\
</thead><tbody>{chr(10).join(rows)}
</tbody></table>
"""


def _part(council: Council, part: Part) -> Iterator[str]:
    name = "&Ouml;ffentlicher Teil:" if part.public else "Nicht &ouml;ffentlicher Teil:"
    begins = f" Beginn {part.begins:%H:%M}&nbsp;Uhr" if part.begins else ""
    group = "smcrowh smc-table-group"
    yield f'<tr class="{group}"><td colspan="{WIDTH}"  class="{group}">{name}{begins}</td></tr>'
    for number, item in enumerate(part.items):
        yield from _item(council, item, stripe(number))


def _item(council: Council, item: AgendaItem, row: str) -> Iterator[str]:
    """The item, and below it up to two rows with its result."""
    number = numeric(bare_number(item))
    if item.late:
        number = (
            f'<span class="smctopadd">{number} <span class="smcf_tondat">Nachtrag: {day_text(item.created)}</span> '
            f'<span class="smcf_tondat_star">*</span></span>'
        )
    level = 1 + bare_number(item).rstrip(".").count(".")
    cell = f'<td  class="{row} smc_toph smc_toph{level}">'
    # the program's own note, for its makers: an item of this part is shown without what belongs to it
    title = numeric(item.name) + ("" if item.public else f"<!--SMCINFO:to.bi.2.{item.id}.0.1.1.1 -->")
    middle = f"{cell}{_paper(council, item)}</td>{cell}&nbsp;</td>"
    yield f"""<tr valign="top" id="smc_contol_to_1_{item.id}"  class="{row} smc_toph smc_toph{level}">
<td  class="{row} smc_tophn smc_tophn{level}">{number}</td><td colspan="3"  class="{row} smc_topht smc_topht{level}">\
{title}</td>{middle}
<!--TABLE.DOC-->
{cell}{documents(_files(council, item))}</td>
</tr>"""
    result = result_of(item)
    if result.decision:
        yield _result_row(row, level, "Beschluss: ", broken(numeric(result.decision)))
    if result.count:
        yield _result_row(row, level, "Abstimmung: ", " " + result.count.replace(": ", ":&nbsp;"))


def _files(council: Council, item: AgendaItem) -> list[File]:
    """The old layout shows a paper's attachments on the agenda too."""
    paper = council.town.paper_of[item.paper_id] if item.paper_id else None
    attachments = [council.town.file_of[number] for number in paper.attachment_ids] if paper else []
    return [*council.files_of_item(item), *attachments]


def _paper(council: Council, item: AgendaItem) -> str:
    if not item.paper_id:
        return "&nbsp;"
    paper = council.town.paper_of[item.paper_id]
    tip = numeric(f"Vorlage anzeigen: {paper.name}")
    return (
        f' <a href="vo0050.asp?__kvonr={paper.id}&voselect={item.meeting_id}" title="{tip}" aria-label="{tip}" '
        f'class="smce-a-u smc-link-normal" >{numeric(paper.reference)}</a>'
    )


def _result_row(row: str, level: int, label: str, text: str) -> str:
    kind = f"{row} smc_tophz smc_tophz{level}"
    return (
        f'<tr valign="top"   class="{kind}"><td  class="{kind}">&nbsp;</td><td  class="{kind} smc_topr">{label}</td>'
        f'<td  class="{kind}">{text}</td><td colspan="3"  class="{kind}">&nbsp;</td>'
        f'<td  class="{kind}">&nbsp;</td></tr>'
    )
