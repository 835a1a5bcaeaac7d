"""The page of a paper with its way through the organs, that of an item without a paper, and the list of all papers."""

from collections.abc import Sequence

from scraper.sample.faces.markup import raw, raw_attribute
from scraper.sample.faces.sdnet.frame import (
    SPACER,
    Fact,
    attachment,
    details,
    document,
    heading,
    lines,
    meeting_link,
    organ_link,
    page,
    row,
    table,
)
from scraper.sample.faces.sdnet.site import Site, moment_text, paper_name
from scraper.sample.town import AgendaItem, Meeting, Organization, Paper

WAY = (("beginn", "Termin"), ("gremium", "Gremium"), ("beschluss", "Beschluss"), ("ergebnis", "Abstimmung"))
LIST = (("dokument", "Dokument"), ("betreff", "Betreff"), ("termin", "Sitzung"))
LABELS = {"Federführend": "Federführung", "Einreicher": "Antragsteller", "Verfasser": "Verfasser"}
"""Who a paper is from, in this system's words."""
ON_A_PAGE = 25
PAGER = '<div role="navigation" aria-label="Seitennummerierung unten" class="papers-hidden paging paging-bottom">'


def paper(site: Site, one: Paper) -> str:
    file_of = site.council.town.file_of
    documents = document(site, file_of[one.file_id], "vorlage-link")
    documents += "".join(attachment(site, file_of[number], one.reference) for number in one.attachment_ids)
    facts = [
        Fact(one.paper_type, f"\n{raw(one.reference)}"),
        Fact("Betreff", lines(one.name)),
        *(Fact(LABELS[label], raw(names)) for label, names in site.council.originators_of(one)),
        Fact("Dokument", documents, is_document=True),
    ]
    rows = [
        _station(site, place, site.council.town.organization_of[station.organization_id], meeting, item)
        for place, (station, meeting, item) in enumerate(site.council.stations_of(one))
    ]
    return _matter(site, f"Vorgang {one.reference}", f"Angaben zu: {paper_name(one)}", facts, rows)


def matter(site: Site, item: AgendaItem) -> str:
    """What an item without a paper is about, and what came of it."""
    meeting = site.council.town.meeting_of[item.meeting_id]
    rows = [_station(site, 0, site.council.organ_of(meeting), meeting, item)]
    return _matter(site, "Vorgang", f"Angaben zu: {item.name}", [Fact("Betreff", lines(item.name))], rows)


def _matter(site: Site, title: str, description: str, facts: Sequence[Fact], rows: Sequence[str]) -> str:
    content = heading(title, description) + details(facts)
    if rows:
        content += table("vorgang", "Beratungsfolge", WAY, rows)
    return page(site, "vorgang", title, content, active="vorlagen")


def _station(site: Site, place: int, organ: Organization, meeting: Meeting | None, item: AgendaItem | None) -> str:
    """Results stand here, not on the agenda. A station without a day has empty cells, one without an item no number."""
    decision = ""
    if item and item.extract_id:
        decision = document(site, site.council.town.file_of[item.extract_id], "beschluss-link", in_row=True) + SPACER
    cells = (
        ("beginn", meeting_link(site, meeting) if meeting else ""),
        ("gremium", organ_link(site, organ)),
        ("beschluss", decision),
        ("ergebnis", lines(item.result) if item and item.result else ""),
    )
    return row(place, cells, number=f"200_{item.id}" if item else "")


def papers(site: Site, number: int) -> str | None:
    """The newest first, as the town counts them; `number` counts pages from 1. None where there is no such page."""
    newest = site.council.town.papers[::-1]
    last = max(1, -(-len(newest) // ON_A_PAGE))
    if not 1 <= number <= last:
        return None
    shown = newest[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    rows = [_listed(site, place, one) for place, one in enumerate(shown)]
    content = heading("Vorlagen", "Die Liste zeigt alle Vorlagen, die neuesten zuerst.")
    content += f'<div class="paging-banner">{len(newest)} Datensätze gefunden.</div>\n'
    content += table("vorlagenübersicht", "Vorlagen", LIST, rows) + _pager(site, number, last)
    return page(site, "vorlagen", "Vorlagen", content, active="vorlagen")


def _listed(site: Site, place: int, one: Paper) -> str:
    """With the last meeting that has dealt with it, or will."""
    meetings = [meeting for _, meeting, _ in site.council.stations_of(one) if meeting]
    sitting = ""
    if meetings:
        last = max(meetings, key=lambda each: each.start)
        moment = raw(moment_text(last.start))
        sitting = (
            f'<a href="{site.meeting(last)}" title="Zur Sitzung vom {raw_attribute(moment)}">{moment}</a><br>'
            f"<span>{raw(site.council.organ_of(last).name)}</span>"
        )
    link = f'<a href="{site.paper(one)}">{raw(one.reference)}</a>'
    subject = f"{link} - {raw(one.paper_type)}<br/><span>{lines(one.name)}</span>"
    main = document(site, site.council.town.file_of[one.file_id], "vorlage-link", in_row=True)
    return row(place, (("dokument", main), ("betreff", subject), ("termin", sitting)))


def _pager(site: Site, number: int, last: int) -> str:
    entries = []
    for one in range(1, last + 1):
        label = f'aria-label="Seite {one} von {last} anzeigen"'
        if one == number:
            entries.append(
                f'<button class="paging-page paging-current-page" {label} aria-current="page">{one}</button>'
            )
        else:
            link = f'<a {label} role="button" href="{site.papers_page(one)}"><span class="paging-page">{one}</span></a>'
            entries.append(link)
    if number < last:
        entries.append(
            f'<a role="button" aria-label="Nächste Seite" href="{site.papers_page(number + 1)}"><i class="fa-icon '
            'fa-sst-small paging-next paging-icon" aria-hidden="true"><span class="enabled">&gt;</span></i></a>'
        )
    items = "".join(f"<li>{one}</li>" for one in entries)
    return f'{PAGER}<div class="paging-links"> <ul class="paging-list-unsorted">{items}</ul> </div></div>\n'
