"""Layout 6: the month calendar, the list of meetings, a meeting with its agenda."""

from collections.abc import Iterator, Sequence
from datetime import date

from scraper.sample.faces.council import Month, Part, bare_number, result_of
from scraper.sample.faces.markup import (
    MONTHS,
    SATURDAY,
    WEEKDAYS,
    broken,
    day_text,
    named,
    raw,
    raw_attribute,
    time_text,
)
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.sessionnet.modern_frame import (
    Tab,
    box,
    documents_box,
    documents_cell,
    fields,
    nothing,
    page,
    table,
)
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Meeting

CALENDAR_TABS: tuple[Tab, ...] = (("si0040.php", "Kalender"), ("si0046.php", "Termine"))
CANCELLED = "Die Sitzung entf&auml;llt."


def calendar(council: Council, request: Request) -> str:
    """One month, with a row for each day on which nothing is."""
    month = council.month_asked(request)
    rows: list[str] = []
    for day in month.days:
        meetings = council.meetings_on.get(day, [])
        rows += [_row(council, day, one) for one in meetings] or [_row(council, day, None)]
    title = f"Kalender {month.year} {named(MONTHS[month.month - 1])}"
    content = _filter(council, month) + table("si0040", rows, kind="smctablesitzungen")
    return page("si0040", title, content, tabs=CALENDAR_TABS)


def _filter(council: Council, month: Month) -> str:
    items = "".join(
        f'<li class="nav-item"><a href="si0040.php?__cjahr={one.year}&__cmonat={one.month}&__canz=1&__cselect=0" '
        f'title="Jahr: {one.year} Monat: {one.month}" aria-label="Jahr: {one.year} Monat: {one.month}" '
        f'class="smce-a-u nav-link smcfiltermenu{"prev" if one == month.previous else "next"}" >'
        f'<i class="fa smcfontawesome"></i></a></li>'
        for one in council.neighbours(month)
    )
    return f'<div id="smcfiltermenu" class="smcnoprint smc-filter-bar"><ul class="nav nav-pills">{items}</ul></div>\n'


def _row(council: Council, day: date, meeting: Meeting | None) -> str:
    """The day stands there twice: in a cell for small screens, and in two for large ones."""
    holiday = day.weekday() >= SATURDAY
    weekday = WEEKDAYS[day.weekday()]
    kind = "holiday smc-status-holiday" if holiday else "weekday"
    short = f'<a title="{weekday}" class="{kind}">{weekday[:2]}</a>'
    number = f'<span class="weekday">{day.day}</span>'
    narrow = "" if meeting else " smc-table-cell-small"
    cell, content, documents = "smc-t-cn991 silink", "", '<td data-label="Dokumente" class="smc-t-cn991 sidocs"></td>'
    if meeting:
        cell, content = "smc-t-cl991 silink", _entry(council, meeting)
        documents = _documents(council, meeting)
    return (
        f'\n<tr><td data-label="&nbsp;" class="smc-table-cell-block-991 smc-table-cell-heading smc_fct_day_991">'
        f'{number} {short}</td><td data-label="&nbsp;" class="smc-t-cn991{narrow} smc_fct_day">{number}</td>'
        f'<td data-label="&nbsp;" class="smc-t-cn991{narrow} smc_fct_daytext">{short}</td>'
        f'<td data-label="Sitzung" class="{cell}">{content}</td>{documents}\n\n</tr>'
    )


def _entry(council: Council, meeting: Meeting) -> str:
    """Name, time and place of a meeting. One that nobody has been invited to yet has no link."""
    name = raw(council.organ_of(meeting).name)
    if council.has_page(meeting):
        tip = raw_attribute(f"Details anzeigen: {council.heading_of(meeting)}")
        name = (
            f'<a href="si0057.php?__ksinr={meeting.id}" title="{tip}" aria-label="{tip}" '
            f'class="smce-a-u smc-link-normal smc_doc smc_datatype_si" >{name}</a>'
        )
    else:
        name += "<!--SMCINFO:si.bi -->"
    lines = [time_text(meeting.start, meeting.end), raw(council.place_of(meeting))]
    if meeting.cancelled:
        lines.append(CANCELLED)
    details = "".join(f'<li class="list-inline-item">{one}</li>' for one in lines)
    return f'<div class="smc-el-h ">{name}</div><ul class="list-inline smc-detail-list">{details}</ul>'


def _documents(council: Council, meeting: Meeting) -> str:
    return documents_cell(council.files_of_meeting(meeting), f"si0050.php?__ksinr={meeting.id}&smclayout=d")


def listing(council: Council, _: Request) -> str:
    """The meetings to come, and those of the last four weeks, with their whole date."""
    rows = [
        f'<tr><td data-label="Datum" class="smc-t-cn991 sidat">{day_text(one.start)}</td>'
        f'<td data-label="Sitzung" class="smc-t-cl991 silink">{_entry(council, one)}</td>'
        f"{_documents(council, one)}\n</tr>"
        for one in council.meetings
        if (one.start.date() - council.town.today).days >= -28
    ]
    return page("si0046", "Termine", table("si0046", rows, kind="smctablesitzungen"), tabs=CALENDAR_TABS)


def information(council: Council, request: Request) -> str | None:
    meeting = council.meeting_asked(request)
    if meeting is None:
        return None
    return _meeting_page(council, "si0050", meeting, "")


def agenda(council: Council, request: Request) -> str | None:
    """A meeting that nobody has been invited to yet, and one that was cancelled, has none."""
    meeting = council.meeting_asked(request)
    if meeting is None:
        return None
    parts = council.parts_of(meeting)
    if not parts:
        return _meeting_page(council, "si0057", meeting, nothing("Es ist keine Tagesordnung vorhanden."))
    rows = [row for part in parts for row in _part(council, part)]
    return _meeting_page(council, "si0057", meeting, table("si0057", rows, number=2, kind="smctablesitzung"))


def _meeting_page(council: Council, script: str, meeting: Meeting, content: str) -> str:
    time = time_text(meeting.start, meeting.end)
    title = f"{named(council.organ_of(meeting).name)} - {day_text(meeting.start)} - {time}"
    facts = fields(
        script,
        (
            ("siname", "Sitzung", raw(meeting.name)),
            ("sigrname", "Gremium", raw(council.organ_of(meeting).name)),
            ("siort", "Raum", raw(council.place_of(meeting))),
            ("sidat", "Datum", day_text(meeting.start)),
            ("yytime", "Zeit", time),
        ),
    )
    note = f'<div class="alert alert-warning" role="alert">{CANCELLED}</div>' if meeting.cancelled else ""
    boxes = box(1, "Informationen", facts) + documents_box(2, council.files_of_meeting(meeting))
    tabs = (
        (f"si0050.php?__ksinr={meeting.id}", "Informationen"),
        (f"si0057.php?__ksinr={meeting.id}", "Tagesordnung"),
    )
    return page(script, title, f'{note}<div class="row">\n{boxes}</div><!-- /meta-row -->\n{content}', tabs=tabs)


def _part(council: Council, part: Part) -> Iterator[str]:
    name = "&Ouml;ffentlicher Teil:" if part.public else "Nicht &ouml;ffentlicher Teil:"
    begins = f" Beginn {part.begins:%H:%M}&nbsp;Uhr" if part.begins else ""
    yield (
        f'<tr class="smc-t-r-l"><td class="totrenn" colspan="4"><h2 id="smc_dv_next{part.items[0].id}">'
        f"{name}{begins}</h2></td>\n</tr>"
    )
    for item in part.items:
        yield _item(council, item)


def _item(council: Council, item: AgendaItem) -> str:
    badge = f'<span class="badge">{"&Ouml;" if item.public else "N"} {raw(bare_number(item))}</span>'
    if item.late:
        badge += f' <span class="smcf_tondat">Nachtrag: {day_text(item.created)}</span>'
    title = f'<div class="margin-bottom smc-card-header-title-simple">{raw(item.name)}</div>{_result(item)}'
    paper = '<td class="toxx">&nbsp;</td>'
    if item.paper_id:
        one = council.town.paper_of[item.paper_id]
        tip = raw_attribute(f"Vorlage anzeigen: {one.name}")
        paper = (
            f'<td data-label="Vorlage" class="smc-t-cl991 tovo"> <a href="vo0050.php?__kvonr={one.id}" title="{tip}" '
            f'aria-label="{tip}" class="smce-a-u smc-link-procedure smc_doc smc_field_voname smcnowrap '
            f'smc_datatype_vo" >{raw(one.reference)}</a></td>'
        )
    documents = documents_cell(council.files_of_item(item))
    return (
        f'<tr class="smc-t-r-l"><td class="tofnum">{badge}</td><td class="tobetr">{title}</td>{paper}{documents}\n</tr>'
    )


def _result(item: AgendaItem) -> str:
    result = result_of(item)
    told: Sequence[tuple[str, str, str | None]] = (
        ("beschluss", "Beschluss:", broken(raw(result.decision)) if result.decision else None),
        ("abstimmung", "Abstimmung:", " " + result.count.replace(": ", ":&nbsp;") if result.count else None),
    )
    lines = "".join(
        f'<p class="smc_field_smcdv0_box2_{name} margin-bottom-0 margin-top-0"><strong>{label}</strong> {text}</p>'
        for name, label, text in told
        if text
    )
    return f'\n<div class="smc-table-cell-box-normal">{lines}</div>' if lines else ""
