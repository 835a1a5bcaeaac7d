"""The old layout: a paper with its documents and, on the same page, its way through the organs."""

from scraper.sample.faces.council import bare_number, result_of
from scraper.sample.faces.markup import broken, day_text, numeric
from scraper.sample.faces.sessionnet.classic_frame import facts, forms, link, page, stripe
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.web import Request
from scraper.sample.town import AgendaItem, Consultation, Meeting

SETTLED = "Beratungen der Vorlage"
STILL_OPEN = "Weitere Beratungsfolge der Vorlage"
COLUMNS = ("Datum", "Gremium", "TOP", "&Ouml;ffentlichkeit", "Zust&auml;ndigkeit", "Ergebnis")


def paper(council: Council, request: Request) -> str | None:
    one = council.paper_asked(request)
    if one is None:
        return None
    known = facts(
        [
            ("Name", numeric(one.reference)),
            ("Datum", f"{one.day:%d.%m.%Y}"),
            ("Art", numeric(one.paper_type)),
            ("Betreff", numeric(one.name)),
            *((label, numeric(names)) for label, names in council.originators_of(one)),
        ]
    )
    stations = council.stations_of(one)
    dated = [_station(council, number, *station) for number, station in enumerate(stations) if station[1]]
    others = [_station(council, number, *station) for number, station in enumerate(stations) if not station[1]]
    content = known + forms(council.files_of_paper(one)) + _table(1, SETTLED, dated) + _table(2, STILL_OPEN, others)
    return page("vo0050", numeric(f"{one.reference} {one.name}"), content)


def _table(number: int, summary: str, rows: list[str]) -> str:
    """Two tables of the same shape: stations that have a meeting, and those that wait for one."""
    if not rows:
        return ""
    head = "".join(f'<th class="smc_th">{one}&nbsp;</th>' for one in COLUMNS)
    return f"""<table id="smc_page_vo0050_contenttable{number}" class="smccontenttable smc_page_vo0050_contenttable" \
cellspacing="0" cellpadding="0" summary="Inhalt der Tabelle: {summary}"><thead><tr>{head}</tr></thead><tbody>
{chr(10).join(rows)}
</tbody></table>
"""


def _station(
    council: Council, number: int, station: Consultation, meeting: Meeting | None, item: AgendaItem | None
) -> str:
    organ = council.town.organization_of[station.organization_id]
    told = item if meeting else None
    result = result_of(told) if told else None
    if meeting:
        name = link(f"to0040.asp?__ksinr={meeting.id}", organ.name, "si")
    else:
        name = link(f"kp0040.asp?__kgrnr={organ.id}", organ.name)
    words = [part for part in (result.decision, result.count) if part] if result else []
    cells = (
        ("sidat", day_text(meeting.start) if meeting else "&nbsp;"),
        ("grname", name),
        ("tofnum", numeric(bare_number(told)) if told else "&nbsp;"),
        ("bfost", "nicht &ouml;ffentlich" if item and not item.public else "&ouml;ffentlich"),
        ("txname", numeric(station.role)),
        ("btname", broken(numeric(", ".join(words))) or "&nbsp;"),
    )
    row = "".join(f'<td class="smc_td smc_field_{name}">{text}</td>' for name, text in cells)
    return f'<tr valign="top"  class="{stripe(number)}">{row}</tr>'
