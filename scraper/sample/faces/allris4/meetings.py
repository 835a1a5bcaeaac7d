"""to010, a meeting with its agenda, and to020, one item of it as the minutes tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from scraper.sample.faces.allris4.frame import (
    SHORT_DAYS,
    Cell,
    Ids,
    boxed,
    document_link,
    fact,
    facts_in_one,
    head,
    ids_from,
    page,
    page_number,
    read_out,
    row,
    section,
    side_panel,
    table,
    table_row,
    written,
)
from scraper.sample.faces.council import Council, Part, bare_number, result_of
from scraper.sample.faces.documents import Block, blocks_of
from scraper.sample.faces.markup import broken, day_text, raw, raw_attribute
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Meeting, Paper

COLUMNS: tuple[Cell, ...] = (
    ("expandCloseCol", '<span aria-label="Aufklappen/Zuklappen">+/-</span>'),
    ("tonr", "<span>TOP</span>"),
    ("tobetreff", "<span>Betreff</span>"),
    ("attach", '<span role="img" aria-label="Anlagen zu" class="anlagenImg"></span>'),
    ("tobahint", '<span role="img" aria-label="geänderter Beschluss" class="baimportant"></span>'),
    ("tovonr", "<span>Vorlage</span>"),
    ("toDoc", '<span role="img" aria-label="Dokument" class="pdfImg"></span>'),
    ("tozunr", "<span>Zuständigkeit</span>"),
    ("tobanr", "<span>Beschlussart</span>"),
)
STATES = {
    "terminiert": "Sitzung geplant",
    "eingeladen": "Sitzung eingeladen",
    "durchgeführt": "Niederschrift zur Kenntnis genommen und Sitzung abgeschlossen",
}
CANCELLED = "Sitzung abgesagt"
SIGNED = 2
"""Blocks at the end of the minutes: day and signatures."""


@dataclass(frozen=True)
class Line:
    """A row of the agenda: its further classes and attributes, `numodd" data-tt-id="10012971"`, and cells by class."""

    attributes: str
    cells: Mapping[str, str]


def agenda(council: Council, request: Request) -> str | None:
    """A meeting that nobody has been invited to yet, and one that was cancelled, has no agenda."""
    meeting = council.town.meeting_of.get(request.whole_number("SILFDNR", 0))
    if meeting is None or not council.has_page(meeting):
        return None
    own = page_number(f"to010 {meeting.id}")
    ids = ids_from(own)
    lines = [one for part in council.parts_of(meeting) for one in _part(council, meeting, part, ids)]
    rows = [
        table_row(
            f'id="{next(ids)}" class="{"odd" if number % 2 else "even"} {one.attributes}',
            [(kind, one.cells.get(kind, "")) for kind, _ in COLUMNS],
        )
        for number, one in enumerate(lines)
    ]
    opening = 'id="toTreeTable" class="dataTable captionVisible stickyHeader toTable"'
    tree = table(opening, "Tagesordnung", COLUMNS, rows)
    content = section(ids, "Tagesordnung", f'<div id="toTable" class="tree-theme-human">\n{tree}</div>\n')
    organ = council.organ_of(meeting)
    facts = [
        row(fact("Betreff", "sibetreff", f"\n<a><p>{raw(meeting.name)}</p></a>\n", wide=True)),
        row(fact("Gremium", "sigremium", f'\n<a href="./gr020?GRLFDNR={organ.id}">{raw(organ.name)}</a>\n')),
        *_time_and_place(council, meeting),
    ]
    documents = [document_link(one) for one in council.files_of_meeting(meeting)]
    if rows:
        documents.append('<a href="#" id="sammeldoc" class="aktenmappe_indiv doclink">Sammeldokument individuell</a>')
    main = read_out(
        ids,
        f"{organ.name} - {day_text(meeting.start)}",
        content if rows else "",
        head(facts, side_panel("Dokumente", documents)),
    )
    return page("to010", own, f"to010?SILFDNR={meeting.id}&refresh=false", "Sitzung", main)


def _time_and_place(council: Council, meeting: Meeting) -> Iterator[str]:
    start, parts = meeting.start, council.parts_of(meeting)
    day = (
        f'\n<a href="./si010?DD={start.day}&amp;MM={start.month}&amp;YY={start.year}">'
        f"{SHORT_DAYS[start.weekday()]}, {day_text(start)}</a>\n"
    )
    state = CANCELLED if meeting.cancelled else STATES.get(meeting.state, meeting.state)
    public = "gemischt" if len({one.public for one in parts}) == 2 else "öffentlich"
    status = f'{public}</span>\n<span class="text4" id="sistat">\n<a> ({raw(state)})</a>\n'
    time = f"{start:%H:%M}" + (f" - {meeting.end:%H:%M}" if meeting.end else "")
    place = council.town.location_of[meeting.location_id]
    address = f"{place.street_address}, {place.postal_code} {place.locality}"
    yield row(fact("Datum", "sidatum", day), fact("Status", "sistatus", status))
    yield row(fact("Uhrzeit", "sizeit", time), fact("Anlass", "sianlass", "ordentliche Sitzung"))
    yield row(facts_in_one(("Raum", "siraum", raw(place.room)), ("Ort", "siort", raw(address))))


def _part(council: Council, meeting: Meeting, part: Part, ids: Ids) -> Iterator[Line]:
    """The heading of a part and its items; "5.1" hangs below "5" where that is in the same part."""
    title = "Öffentlicher Teil" if part.public else "Nichtöffentlicher Teil"
    begins = f" ({part.begins:%H:%M} Uhr)" if part.begins else ""
    yield Line('beratung"', {"tobetreff": f"<div><p>{title}{begins}</p></div>"})
    above = f"{1_000_000 + 2 * meeting.id + (not part.public)}"
    mains = {main for main, below in map(_places, part.items) if not below}
    for item in part.items:
        main, below = _places(item)
        kind, key = f"num{_parity(main)}", f'data-tt-id="{above}{main}"'
        if below:
            kind += f" unum{_parity(below)}"
            key = f'data-tt-id="{above}{main}{below}0"'
            key += f' data-tt-parent-id="{above}{main}"' if main in mains else ""
        yield Line(f'{kind}{" nachtrag" if item.late else ""}" {key}', _item(council, item, ids))


def _places(item: AgendaItem) -> tuple[str, str]:
    """ "Ö 5.1" -> "5", "1"; "5." -> "5", "" """
    main, _, below = bare_number(item).rstrip(".").partition(".")
    return main, below.replace(".", "")


def _parity(number: str) -> str:
    return "odd" if number[-1:] in set("13579") else "even"


def _item(council: Council, item: AgendaItem, ids: Ids) -> dict[str, str]:
    """Of what is not public, number and name only."""
    told = {"tonr": _number(item), "tobetreff": _subject(item, ids)}
    decision = result_of(item).decision
    if decision:
        told["tobanr"] = boxed(broken(raw(decision)))
    if not item.public:
        told["tovonr"] = f'<div>\n<a id="vo_{item.id}"></a>\n</div>'
    elif item.paper_id:
        told |= _paper(council, item, council.town.paper_of[item.paper_id])
    return told


def _number(item: AgendaItem) -> str:
    """A button that shows the decisions on an item's paper; where there is none, it does nothing."""
    tip = raw_attribute(f"Beschlüsse für {item.name} anzeigen")
    shows = f' data-simpletooltip-text="{tip}" class="js-simple-tooltip collapse"' if item.paper_id else ""
    return (
        f'<div>\n<a href="#" id="link_{item.id}"{shows}>{"Ö" if item.public else "N"} {raw(bare_number(item))}</a>'
        f'<span hidden="" class="wicket-ajax-indicator" id="link_{item.id}--ajax-indicator"></span>\n</div>'
    )


def _subject(item: AgendaItem, ids: Ids) -> str:
    link = f' href="./to020?TOLFDNR={item.id}&amp;SILFDNR={item.meeting_id}"' if item.public else ""
    return (
        f'<div>\n<a{link} id="betreff_{item.id}">{raw(item.name)}<span class="zusatzinfo"></span> </a>\n'
        f'<div id="{next(ids)}" hidden="" data-wicket-placeholder=""></div>\n</div>'
    )


def _paper(council: Council, item: AgendaItem, paper: Paper) -> dict[str, str]:
    """Number, document, what the organ shall do with it, and a clip where something is attached."""
    station = next((one for one in paper.consultations if one.id == item.consultation_id), None)
    link = f"./vo020?VOLFDNR={paper.id}&amp;refresh=false&amp;TOLFDNR={item.id}"
    clip = f'alt="{raw_attribute(item.name)} vorhanden" class="icon noTooltip js-simple-tooltip" role="presentation"'
    return {
        "tovonr": f'<div>\n<a href="{link}" id="vo_{item.id}">{raw(paper.reference)}</a>\n</div>',
        "toDoc": f"<div>\n{document_link(council.town.file_of[paper.file_id], labelled=False)}\n\n</div>",
        "tozunr": boxed(raw(station.role)) if station else "",
        "attach": f'<div>\n<img src="images/attach.svg" {clip}/>\n</div>' if paper.attachment_ids else "",
    }


def agenda_item(council: Council, request: Request) -> str | None:
    """What is not public has no page."""
    one = council.town.agenda_item_of.get(request.whole_number("TOLFDNR", 0))
    if one is None or one.heading or not one.public:
        return None
    meeting = council.town.meeting_of[one.meeting_id]
    own = page_number(f"to020 {one.id}")
    ids = ids_from(own)
    sections = [
        (title, section(ids, title, written(10 * one.id + place, lines)))
        for place, (title, lines) in enumerate(_minuted(council, one))
    ]
    organ, number = council.organ_of(meeting), bare_number(one)
    words = result_of(one).decision
    decision = [fact("Beschluss", "toBeschlussart", broken(raw(words)))] if words else []
    sitting = f'\n<a href="./to010?SILFDNR={meeting.id}&amp;TOLFDNR={one.id}"><p>{raw(meeting.name)}</p></a>\n'
    facts = [
        row(fact("Sitzung", "sibetreff", sitting, wide=True)),
        row(fact("TOP", "toname", f"Ö {raw(number)}"), *decision),
        row(fact("Gremium", "sigremium", f'\n<a href="./gr020?GRLFDNR={organ.id}">{raw(organ.name)}</a>\n')),
        *_time_and_place(council, meeting),
    ]
    if one.paper_id:
        paper = council.town.paper_of[one.paper_id]
        link = f'\n<a href="./vo020?VOLFDNR={paper.id}&amp;refresh=false"><p>{raw(paper.name)}</p></a>\n'
        facts.append(row(fact("Vorlage", "vobetreff", link), fact("Vorlageart", "voart", raw(paper.paper_type))))
    main = read_out(
        ids,
        f"{day_text(meeting.start)} - {number} {one.name}",
        "".join(content for _, content in sections),
        head(facts, side_panel("Dokumente", _item_documents(council, one, sections))),
    )
    return page("to020", own, f"to020?TOLFDNR={one.id}&SILFDNR={meeting.id}", "Auszug", main)


def _item_documents(council: Council, item: AgendaItem, sections: Sequence[tuple[str, str]]) -> list[str]:
    """The texts of the page, by their sections' names, and the files."""
    jumps = []
    for title, content in sections:
        key = content.partition('id="showHideLink_')[2].partition('"')[0]
        jumps.append(f'<a href="#showHideLink_{key}">{title}</a>')
    return jumps + [document_link(one) for one in council.files_of_item(item)]


def _minuted(council: Council, item: AgendaItem) -> Iterator[tuple[str, list[str]]]:
    """What is told of an item, under the headings of the page: the minutes' words, the resolution, the count."""
    spoken = [f"{one.label}: {one.text}" if one.label else one.text for one in _minutes(council, item)]
    count = result_of(item).count
    told = (
        ("Wortprotokoll", spoken),
        ("Beschluss", [item.resolution] if item.resolution else []),
        ("Abstimmungsergebnis", [count] if count else []),
    )
    for title, paragraphs in told:
        if paragraphs:
            yield title, [line for one in paragraphs for line in one.split("\n")]


def _minutes(council: Council, item: AgendaItem) -> list[Block]:
    """Without the resolution, which has a heading of its own."""
    meeting = council.town.meeting_of[item.meeting_id]
    if meeting.minutes_id is None:
        return []
    blocks = iter(blocks_of(council.town, council.town.file_of[meeting.minutes_id])[:-SIGNED])
    for one in blocks:
        if one.kind == "heading" and one.text == f"TOP {item.number} {item.name}":
            break
    spoken = takewhile(lambda one: one.kind != "heading", blocks)
    return [one for one in spoken if one.label != "Beschluss"]
