"""Layout 6: a paper, and on a page of its own its way through the organs."""

from scraper.sample.faces.council import bare_number, result_of
from scraper.sample.faces.markup import broken, day_text, named, raw
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.sessionnet.modern_frame import Tab, box, documents_box, fields, link, page
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Consultation, Meeting, Paper

ORIGINATOR_FIELDS = {"Federführend": "amname", "Einreicher": "grname", "Verfasser": "pename"}


def paper(council: Council, request: Request) -> str | None:
    one = council.paper_asked(request)
    if one is None:
        return None
    facts = fields(
        "vo0050",
        [
            ("vobetr", "Betreff", raw(one.name)),
            ("voname", "Vorlage", raw(one.reference)),
            ("vodat", "Datum", f"{one.day:%d.%m.%Y}"),
            ("vovaname", "Art", raw(one.paper_type)),
            *((ORIGINATOR_FIELDS[label], label, raw(names)) for label, names in council.originators_of(one)),
        ],
    )
    boxes = box(1, "Vorlage", facts) + documents_box(2, council.files_of_paper(one))
    content = f'<div class="row">\n{boxes}</div><!-- /meta-row -->\n'
    return page("vo0050", named(one.name), content, tabs=_tabs(one))


def stations(council: Council, request: Request) -> str | None:
    one = council.paper_asked(request)
    if one is None:
        return None
    cards = "".join(
        _station(council, number, *station) for number, station in enumerate(council.stations_of(one), start=1)
    )
    content = f'<div class="accordion" id="smcaccordion">\n{cards}</div>\n'
    return page("vo0053", named(one.name), content, tabs=_tabs(one))


def _tabs(paper: Paper) -> tuple[Tab, ...]:
    return (
        (f"vo0050.php?__kvonr={paper.id}", "Informationen"),
        (f"vo0053.php?__kvonr={paper.id}", "Beratungen"),
    )


def _station(
    council: Council, number: int, station: Consultation, meeting: Meeting | None, item: AgendaItem | None
) -> str:
    """Day and number of the item are told in the heading, and only where there is a day."""
    organ = council.town.organization_of[station.organization_id]
    public = "nicht &ouml;ffentlich" if item and not item.public else "&ouml;ffentlich"
    words = [raw(organ.name), public, "-", raw(station.role)]
    lines = ""
    if meeting:
        words.insert(0, day_text(meeting.start))
        address = f"si0057.php?__ksinr={meeting.id}"
        lines = f'<div class="smc-el-h ">{link(address, "si", council.heading_of(meeting))}</div>'
    if meeting and item:
        words.insert(2, f"TOP {raw(bare_number(item))}")
        result = result_of(item)
        if result.decision:
            lines += f'<p class="smc_field_btname"><strong>Beschluss:</strong> {broken(raw(result.decision))}</p>'
        if result.count:
            count = result.count.replace(": ", ":&nbsp;")
            lines += f'<p class="smc_field_totexta"><strong>Abstimmung:</strong> {count}</p>'
    return box(number, " ".join(words), lines)
