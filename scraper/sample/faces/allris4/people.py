"""gr010, the organs, whose table comes by a request of its own; gr020, an organ and its members; kp020, a person."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

from scraper.sample.faces.allris4.ajax import ajax_response, loading_page
from scraper.sample.faces.allris4.frame import (
    MENU,
    Cell,
    boxed,
    fact,
    head,
    ids_from,
    page,
    page_number,
    read_out,
    row,
    section,
    table,
    table_row,
)
from scraper.sample.faces.council import CLASSES, Council
from scraper.sample.faces.markup import day_text, raw
from scraper.sample.faces.web import Request
from scraper.sample.town import Meeting, Membership, Organization, Person

LIST_COLUMNS: tuple[Cell, ...] = (
    ("grname", "<span>Name</span>"),
    ("grmitglieder", "<span>Mitglieder</span>"),
    ("grlast", "<span>Letzte Sitzung</span>"),
    ("grnext", "<span>Nächste Sitzung</span>"),
)
MEMBER_COLUMNS: tuple[Cell, ...] = (
    ("kpname", "<span>Name</span>"),
    ("amname", "<span>Art der Mitarbeit</span>"),
    ("mgfraktion", "<span>Fraktion</span>"),
)
PERSON_COLUMNS: tuple[Cell, ...] = (("grname", "<span>Gremium</span>"), *MEMBER_COLUMNS[1:])
TABLE = "dataTable captionVisible stickyHeader hoverRow"


def number(_: Council, request: Request) -> int:
    return page_number(f"gr010 {_entry(request)}")


def shell(council: Council, request: Request) -> str:
    own, entry = number(council, request), _entry(request)
    query = f"menu={quote(quote(entry))}" if entry else ""
    return loading_page("gr010", own, query, entry or "Gremien", ids_from(own))


def content(council: Council, request: Request) -> str:
    """All organs, or those of one entry of the menu; lines between them say of which kind they are."""
    entry = _entry(request)
    ids = ids_from(number(council, request) + 20)
    rows = []
    for kind, name in CLASSES.items():
        organs = [one for one in council.organs if one.kind == kind]
        if not organs or MENU.get(entry, kind) != kind:
            continue
        rows.append(((LIST_COLUMNS[0][0], boxed(name)), *((column, "") for column, _ in LIST_COLUMNS[1:])))
        rows += [_organ(council, one) for one in organs]
    striped = [
        table_row(f'id="{next(ids)}" class="{"odd" if place % 2 else "even"}"', cells)
        for place, cells in enumerate(rows)
    ]
    return ajax_response(ids, table(f'id="{next(ids)}" class="{TABLE}"', "Gremien", LIST_COLUMNS, striped))


def _entry(request: Request) -> str:
    """The menu's links are percent-encoded twice. All organs for an entry that is none."""
    entry = unquote(request.query.get("menu", ""))
    return entry if entry in MENU else ""


def _organ(council: Council, organ: Organization) -> tuple[Cell, ...]:
    today = council.town.today
    meetings = [one for one in council.meetings if one.organization_id == organ.id and council.has_page(one)]
    last = next((one for one in reversed(meetings) if one.start.date() < today), None)
    following = next((one for one in meetings if one.start.date() >= today), None)
    told = (
        f'<a href="./gr020?GRLFDNR={organ.id}" id="gr_{organ.id}">{raw(organ.name)}</a>',
        str(len(council.members(organ, ever=False))),
        _sitting(f"grLast_{organ.id}", last),
        _sitting(f"grNext_{organ.id}", following),
    )
    return tuple((kind, boxed(one)) for (kind, _), one in zip(LIST_COLUMNS, told, strict=True))


def _sitting(anchor: str, meeting: Meeting | None) -> str:
    if meeting is None:
        return ""
    return f'<a href="./to010?SILFDNR={meeting.id}&amp;refresh=false" id="{anchor}">{day_text(meeting.start)}</a>'


def organ(council: Council, request: Request) -> str | None:
    """The members of today."""
    one = council.town.organization_of.get(request.whole_number("GRLFDNR", 0))
    if one is None or one.kind not in CLASSES:
        return None
    own = page_number(f"gr020 {one.id}")
    ids = ids_from(own)
    rows = [
        table_row(
            f'class="{"odd" if place % 2 else "even"}"',
            ((MEMBER_COLUMNS[0][0], boxed(_person_link(council, each))), *_told(council, each)),
        )
        for place, each in enumerate(council.members(one, ever=False))
    ]
    facts = [row(fact("Bezeichnung", "grname", raw(one.name), wide=True)), row(fact("Art", "grart", CLASSES[one.kind]))]
    members = table(f'id="{next(ids)}" class="{TABLE}"', "Mitglieder", MEMBER_COLUMNS, rows)
    main = read_out(ids, one.name, section(ids, "Mitglieder", members), head(facts, ""))
    return page("gr020", own, f"gr020?GRLFDNR={one.id}", "Gremium", main)


def person(council: Council, request: Request) -> str | None:
    """The organs of today; for who left the council, those of then, and the day of leaving."""
    one = council.town.person_of.get(request.whole_number("KPLFDNR", 0))
    if one is None:
        return None
    own = page_number(f"kp020 {one.id}")
    ids = ids_from(own)
    rows = [
        table_row(
            f'class="{"odd" if place % 2 else "even"}"',
            ((PERSON_COLUMNS[0][0], boxed(_organ_link(council, each))), *_told(council, each)),
        )
        for place, each in enumerate(council.memberships(one, ever=not council.sits_now(one)))
    ]
    memberships = table(f'id="{next(ids)}" class="{TABLE}"', "Mitarbeit", PERSON_COLUMNS, rows)
    title = f"Recherche Person {one.name}"
    heading = f"{one.form_of_address} {one.name}"
    main = read_out(ids, heading, section(ids, "Mitarbeit", memberships), head(_facts(council, one), ""))
    return page("kp020", own, f"kp020?KPLFDNR={one.id}", title, main)


def _facts(council: Council, person: Person) -> Iterator[str]:
    yield row(fact("Name", "kpname", raw(f"{person.form_of_address} {person.name}"), wide=True))
    yield row(fact("Mandat", "kpmandat", raw(person.status), wide=True))
    contact = (("E-Mail", "kpemail", person.email), ("Telefon", "kptel", person.phone))
    for label, field, text in contact:
        if text:
            yield row(fact(label, field, raw(text), wide=True))
    if not council.sits_now(person):
        ended = max((one.end for one in council.memberships(person, ever=True) if one.end), default=None)
        if ended:
            yield row(fact("Endedatum", "kpende", f"{ended:%d.%m.%Y}", wide=True))


def _told(council: Council, membership: Membership) -> tuple[Cell, Cell]:
    (_, role, group) = (kind for kind, _ in MEMBER_COLUMNS)
    return (role, boxed(raw(membership.role))), (group, boxed(raw(council.group_of(membership))))


def _person_link(council: Council, membership: Membership) -> str:
    one = council.town.person_of[membership.person_id]
    return f'<a href="./kp020?KPLFDNR={one.id}">{raw(one.name)}</a>'


def _organ_link(council: Council, membership: Membership) -> str:
    one = council.town.organization_of[membership.organization_id]
    return f'<a href="./gr020?GRLFDNR={one.id}">{raw(one.name)}</a>'
