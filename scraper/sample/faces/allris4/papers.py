"""vo020: a paper, its way through the organs, its text and documents."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from scraper.sample.faces.allris4.ajax import listener_of
from scraper.sample.faces.allris4.frame import (
    Cell,
    Ids,
    boxed,
    document_link,
    fact,
    head,
    ids_from,
    page,
    page_number,
    read_out,
    row,
    section,
    side_panel,
    speaks_german,
    table,
    table_row,
    written,
)
from scraper.sample.faces.council import Council, result_of
from scraper.sample.faces.markup import broken, day_text, raw, raw_attribute
from scraper.sample.faces.pdf import render
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Consultation, File, Meeting, Paper

WAY_COLUMNS: tuple[Cell, ...] = (
    ("colorCol", "<span>Status</span>"),
    ("", "<span>Datum</span>"),
    ("", "<span>Gremium</span>"),
    ("", "<span>Beschluss</span>"),
    ("toLink", "<span>NA</span>"),
)
FILE_COLUMNS: tuple[Cell, ...] = (
    ("", "<span>Nr.</span>"),
    ("", "<span>Name</span>"),
    ("", "<span>Original</span>"),
    ("", '<span role="img" aria-label="Keine Zusammenstellung" class="nocompImg"></span>'),
    ("", "<span>Status</span>"),
    ("fileSize", "<span>Größe</span>"),
)
PANEL = "anlagenHeaderPanel-attachmentsList-{}-attachment-link"
TABLE = "attachments-expandedPanel-content-body-rows-{}-cells-2-cell-link"
"""Components that hand out an attachment: by its place in the panel from 0, in the table from 1."""
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PROPOSED = {"inquiry": "Anfrage", "report": "Sachverhalt", "notice": "Sachverhalt", "answer": "Antwort"}
Station = tuple[Consultation, Meeting | None, AgendaItem | None]


def paper(council: Council, request: Request) -> str | None:
    one = council.town.paper_of.get(request.whole_number("VOLFDNR", 0))
    if one is None:
        return None
    own = page_number(f"vo020 {one.id}")
    ids = ids_from(own)
    main_file, *attachments = council.files_of_paper(one)
    panels = side_panel("Dokumente", [document_link(main_file)]) + side_panel(
        "Anlagen",
        [boxed(f"\n{_attachment_link(one, file, PANEL.format(place))}\n") for place, file in enumerate(attachments)],
    )
    content = _way(council, one, ids, german=speaks_german(request))
    content += section(ids, PROPOSED.get(one.kind, "Beschlussvorschlag"), written(10 * one.id, [one.resolution]))
    content += section(ids, "Begründung", written(10 * one.id + 1, one.reasons)) if one.reasons else ""
    content += _attachments(council, one, attachments, ids) if attachments else ""
    main = read_out(ids, f"{one.paper_type} - {one.reference}", content, head(_facts(council, one), panels))
    return page("vo020", own, f"vo020?VOLFDNR={one.id}&refresh=false", "Vorlage", main)


def attachment_asked(council: Council, request: Request) -> File | None:
    """Attachments have no address of their own: they are asked of the paper's page in the visitor's session."""
    one = council.town.paper_of.get(request.whole_number("VOLFDNR", 0))
    listener = listener_of(request)
    if one is None or listener is None or listener.page != page_number(f"vo020 {one.id}"):
        return None
    for place, number in enumerate(one.attachment_ids):
        if listener.component in (PANEL.format(place), TABLE.format(place + 1)):
            return council.town.file_of[number]
    return None


def _facts(council: Council, paper: Paper) -> Iterator[str]:
    status = 'öffentlich</span> <span class="text4" id="vostat">\n<a> (Vorlage freigegeben)</a>\n'
    originators = dict(council.originators_of(paper))
    offices = originators.pop("Federführend", "")
    yield _fact("Betreff", "vobetreff", f"<p>{raw(paper.name)}</p>")
    yield _fact("Status", "vostatus", status)
    yield _fact("Vorlageart", "voart", raw(paper.paper_type))
    if offices:
        yield _fact("Federführend", "vofamt", raw(offices))
    for place, (label, names) in enumerate(originators.items(), start=1):
        yield _fact(label, f"voverfasser{place}", raw(names))


def _fact(label: str, field: str, content: str) -> str:
    return row(fact(label, field, content, wide=True, described=True))


def _way(council: Council, paper: Paper, ids: Ids, *, german: bool) -> str:
    """Each organ has a line with what it shall do, and one for each of its meetings."""
    lines: list[tuple[Cell, ...]] = []
    for _, group in groupby(council.stations_of(paper), key=lambda one: (one[0].organization_id, one[0].role)):
        stations = list(group)
        organ = council.town.organization_of[stations[0][0].organization_id]
        lines.append(
            (
                ("colorCol", _state(stations)),
                ("", boxed(" ")),
                ("", boxed(raw(organ.name))),
                ("", boxed(raw(stations[0][0].role))),
                ("toLink", boxed(" ")),
            )
        )
        lines += [_sitting(meeting, item, german=german) for _, meeting, item in stations if meeting]
    rows = [
        table_row(f'id="{next(ids)}" class="{"odd" if number % 2 else "even"}"', cells)
        for number, cells in enumerate(lines)
    ]
    opening = f'id="{next(ids)}" class="dataTable captionVisible stickyHeader bfTable nonStickyHeader"'
    way = table(opening, "Beratungsfolge", WAY_COLUMNS, rows)
    return section(ids, "Beratungsfolge", f'<div id="bfTable" class="tree-theme-human">\n{way}</div>\n')


def _state(stations: list[Station]) -> str:
    held = all(meeting is not None and meeting.end is not None for _, meeting, _ in stations)
    colour, name = ("#FFFFFF", "Erledigt") if held else ("#73D216", "Geplant")
    return (
        f'<div>\n<span class="wfcolorDescIcon" data-iconcolor="{colour}">●</span>\n'
        f'<span class="wfcolorDesc">{name}</span>\n</div>'
    )


def _sitting(meeting: Meeting, item: AgendaItem | None, *, german: bool) -> tuple[Cell, ...]:
    top = f"&amp;TOLFDNR={item.id}" if item else ""
    result, extract = "<a></a>", ""
    if item and (item.result or meeting.minutes_id):
        words = broken(raw(result_of(item).decision or ""))
        result = f'<a href="./to020?TOLFDNR={item.id}">{words}</a>'
        extract = f'<div>\n<a href="./to020?TOLFDNR={item.id}" class="objAnchor">NA</a>\n</div>'
    link = f'<a href="./to010?SILFDNR={meeting.id}{top}">{raw(meeting.name)}</a>'
    return (
        ("colorCol", boxed(" ")),
        ("date", boxed(_day(meeting.start, german=german))),
        ("", f"<div>\n{link}\n</div>"),
        ("", f"<div>\n{result}\n</div>"),
        ("toLink", extract),
    )


def _day(moment: datetime, *, german: bool) -> str:
    """21.10.2026, and 2026 Oct 21 to who speaks no German."""
    return day_text(moment) if german else f"{moment.year} {ENGLISH_MONTHS[moment.month - 1]} {moment.day}"


def _attachments(council: Council, paper: Paper, files: list[File], ids: Ids) -> str:
    """The panel's links once more, with another address."""
    rows = [
        table_row(
            f'class="{"odd" if place % 2 == 0 else "even"}"',
            (
                ("rightCol", boxed(str(place))),
                ("", boxed(f"\n{_attachment_link(paper, file, TABLE.format(place))}\n")),
                ("", ""),
                ("", ""),
                ("", boxed("(wie Dokument)")),
                ("fileSize", boxed(_size(council, file))),
            ),
        )
        for place, file in enumerate(files, start=1)
    ]
    opening = f'id="{next(ids)}" class="dataTable captionVisible stickyHeader hoverRow attachmentTable nonStickyHeader"'
    return section(ids, "Anlagen", table(opening, "Anlagen", FILE_COLUMNS, rows))


def _size(council: Council, file: File) -> str:
    """0,9 kB"""
    return f"{len(render(council.town, file)) / 1000:.1f} kB".replace(".", ",")


def _attachment_link(paper: Paper, file: File, component: str) -> str:
    address = f"./vo020?{page_number(f'vo020 {paper.id}')}--{component}&amp;VOLFDNR={paper.id}&amp;refresh=false"
    tip = raw_attribute(f"Öffnen der PDF zu {file.name} in neuen Fenster")
    return (
        f'<a href="{address}" target="_blank" data-simpletooltip-text="{tip}" '
        f'class="js-simple-tooltip attlink pdf">{raw(file.name)}</a>'
    )
