"""The page of a meeting: its facts and documents, and the agenda row by row."""

from collections.abc import Iterator, Sequence

from scraper.sample.faces.council import bare_number
from scraper.sample.faces.markup import raw, raw_attribute
from scraper.sample.faces.sdnet.frame import (
    SPACER,
    Fact,
    attachment,
    details,
    document,
    lines,
    meeting_link,
    page,
    row,
    table,
)
from scraper.sample.faces.sdnet.site import Site, exported, paper_name
from scraper.sample.town import AgendaItem, File, Location, Meeting

COLUMNS = (
    ("topnrtext", "Nummer"), ("bezeichnung", "Übersicht"), ("nummer", "Vorlagennummer"), ("dokumente", "Dokumente"),
)  # fmt: skip
EXPORT = "Diesen Termin als Kalenderdatei speichern"


def agenda(site: Site, meeting: Meeting) -> str:
    """Called the course of the meeting once there are minutes."""
    name = "Sitzungsverlauf" if meeting.minutes_id else "Tagesordnung"
    head = (
        f'    <h1 class="heading">{name}</h1><div class="outlook papers-hidden"><a role="button" '
        f'href="{site.meeting_export(meeting)}" title="{EXPORT}" aria-label="{EXPORT}"><span aria-hidden="true" '
        f'class="fa-icon fa-sst-medium outlook"></span><span class="hide-text">{EXPORT}</span></a></div>\n'
        '    <p class="description papers-hidden">Angaben zur Sitzung und ihre Tagesordnungspunkte.</p>\n'
    )
    content = '    <p class="message">Zu dieser Sitzung gibt es keine Tagesordnung.</p>\n'
    if meeting.agenda:
        content = table("top", "Tagesordnungspunkte", COLUMNS, _rows(site, meeting), head_hidden=True)
        content += _script(site, meeting)
    return page(site, "tops", "Sitzungstermin", head + details(_facts(site, meeting)) + content, active="termine")


def _script(site: Site, meeting: Meeting) -> str:
    """Asks for the documents to choose from, by the number of the meeting: the page has it nowhere else."""
    return f"""<script type="text/javascript">
    function updateViewPapers() {{
        $SST.ajax({{
            url: '{site.base}/ajax/papers/?method=createCheckboxesStructure',
            type: 'POST',
            data: ({{ 'idTermin' : {meeting.id} , 'filterList' : '' }})
        }});
    }}
</script>
"""


def _facts(site: Site, meeting: Meeting) -> Iterator[Fact]:
    town, organ = site.council.town, site.council.organ_of(meeting)
    yield Fact("Sitzung", f'\n<a href="{site.organ(organ)}">{raw(organ.name)}</a>, {meeting.number}. Sitzung')
    yield Fact("Termin", meeting_link(site, meeting))
    yield Fact("Ort", lines("\n".join(place_lines(town.location_of[meeting.location_id]))))
    if meeting.invitation_id:
        yield Fact("Einladung", document(site, town.file_of[meeting.invitation_id], "einladung-link"), is_document=True)
    if meeting.minutes_id:
        yield Fact(
            "Niederschriften", document(site, town.file_of[meeting.minutes_id], "niederschrift-link"), is_document=True
        )
    if meeting.invitation_id:
        label = "Gesamtes Sitzungspaket im PDF-Format herunterladen"
        yield Fact(
            "Sitzungspaket",
            f'<a href="{site.package(meeting)}" role="button" tabindex="0"  id="completemeetingdocumentlink" '
            f'aria-label="{label}"  title="{label}" target="_blank"><span aria-hidden="true" class="fa-sst-layer-group '
            'gesamte-sitzungsunterlagen-link fa-icon"></span><span aria-hidden="true" >Gesamtes Sitzungspaket</span>'
            "</a>",
            is_document=True,
        )


def place_lines(location: Location) -> tuple[str, str, str]:
    """From the outside in; the other way round than the town's other systems tell it."""
    return location.street_address, f"{location.postal_code} {location.locality}", location.room


def _rows(site: Site, meeting: Meeting) -> Iterator[str]:
    main = 0
    for place, item in enumerate(meeting.agenda):
        part = f"top-{'oeff' if item.public else 'noeff'}"
        if item.heading:
            main = 0
            cells = _cells(item.number, item.name, "", SPACER * 4)
            yield row(place, cells, marks=f" original ebene1-0 {part}-head", number=f"200_{item.id}")
            continue
        main += "." not in bare_number(item).rstrip(".")
        marks = f" original ebene1-{main} {part}-data"
        yield row(place, _item(site, item), marks=marks, number=record_number(item))


def record_number(item: AgendaItem) -> str:
    """Rows are numbered by their paper (505), and by the item itself (200) only where there is none."""
    return f"505_{item.paper_id}" if item.paper_id else f"200_{item.id}"


def _item(site: Site, item: AgendaItem) -> Sequence[tuple[str, str]]:
    number = bare_number(item).rstrip(".")
    if "." not in number:
        number += "."
    if item.paper_id is None:
        return _cells(number, item.name, "", SPACER * 4 + _matter(site, item, item.name))
    paper = site.council.town.paper_of[item.paper_id]
    file_of = site.council.town.file_of
    attachments = [file_of[one] for one in paper.attachment_ids]
    extract = document(site, file_of[item.extract_id], "beschluss-link", in_row=True) if item.extract_id else SPACER
    documents = (
        document(site, file_of[paper.file_id], "vorlage-nachtrag-link" if item.late else "vorlage-link", in_row=True)
        + _attachments(site, item, attachments, paper.reference)
        + extract
        + SPACER
        + _matter(site, item, paper_name(paper))
    )
    return _cells(number, item.name, paper.reference, documents)


def _cells(number: str, name: str, reference: str, documents: str) -> Sequence[tuple[str, str]]:
    values = (raw(number), lines(name), raw(reference) or "&nbsp;", documents)
    return [(column, value) for (column, _), value in zip(COLUMNS, values, strict=True)]


def _attachments(site: Site, item: AgendaItem, files: Sequence[File], reference: str) -> str:
    """One is linked; of several only the names are told, and the link leads to the paper's page."""
    if not files:
        return SPACER
    if len(files) == 1:
        return attachment(site, files[0], reference, in_row=True)
    names = "\n".join(f"{one.name} {exported(one)}" for one in files)
    return (
        f'<a aria-hidden="true" tabindex="-1" href="{site.matter(item)}" title="{raw_attribute(names)}"><span '
        'aria-hidden="true" class="attachment-link vorlage-attachment-link fa-icon"><i class="fa-top"></i><i '
        f'class="fa-bottom"></i></span><span aria-hidden="true" class="hide-text">{raw(names)}</span></a>'
    )


def _matter(site: Site, item: AgendaItem, name: str) -> str:
    label = raw_attribute(f"{name} - Vorgang. Vorgang öffnen")
    return (
        f'<a aria-label="{label}" role="button" class="link-element" href="{site.matter(item)}" title="{label}"><span '
        'aria-hidden="true" class="vorgang-link fa-sst-folder-open fa-icon"><i class="fa-top"></i><i '
        f'class="fa-bottom"></i></span><span aria-hidden="true"  class="hide-text">{raw(name)} - Vorgang</span></a>'
    )
