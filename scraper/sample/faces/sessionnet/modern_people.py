"""Layout 6: organs and their members, persons and what they belong to."""

from scraper.sample.faces.council import CLASSES, period
from scraper.sample.faces.markup import named, raw
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.sessionnet.modern_frame import box, fields, link, nothing, page, table
from scraper.sample.faces.web import Request
from scraper.sample.town import Membership, Organization, Person

NAME_CELL = "smc-table-cell-block-991 smc-table-cell-heading"
EVER = "__cwpall"


def organs(council: Council, _: Request) -> str:
    rows = [
        f'<tr><td data-label="Gremium" class="smc-t-cl991 grname"><div class="smc-el-h ">{_organ_link(one)}</div></td>'
        f'<td data-label="Art" class="smc-t-cn991 grart">{CLASSES[one.kind]}</td></tr>'
        for one in council.organs
    ]
    return page("gr0040", "Gremien", table("gr0040", rows, kind="smctablegremien"))


def organ(council: Council, request: Request) -> str | None:
    """The members of today; with __cwpall=1 all there ever were."""
    one = council.organ_asked(request)
    if one is None:
        return None
    rows = [_member(council, each) for each in council.members(one, ever=request.query.get(EVER) == "1")]
    content = (
        table("kp0040", rows, kind="smctablemitglieder") if rows else nothing("Es sind keine Mitglieder vorhanden.")
    )
    tabs = (
        (f"kp0040.php?__kgrnr={one.id}", "Aktuell"),
        (f"kp0040.php?{EVER}=1&__kgrnr={one.id}", "Alle Zeitr&auml;ume"),
    )
    return page("kp0040", named(one.name), content, tabs=tabs)


def _member(council: Council, membership: Membership) -> str:
    name = _person_link(council.town.person_of[membership.person_id])
    return (
        f'<tr><td data-label="&nbsp;" class="{NAME_CELL} pename_991">{name}</td>'
        f'<td data-label="Name" class="smc-t-cn991 pename">{name}</td>{_membership(council, membership)}</tr>'
    )


def _membership(council: Council, membership: Membership) -> str:
    return (
        f'<td data-label="Fraktion" class="smc-t-cl991 mgfraktion">{raw(council.group_of(membership))}</td>'
        f'<td data-label="Art der Mitarbeit" class="smc-t-cl991 amname">{raw(membership.role)}</td>'
        f'<td data-label="Zeitraum" class="smc-t-cl991 mgdat">{period(membership)}</td>'
    )


def persons(council: Council, request: Request) -> str:
    """Who sits in an organ today; with __cwpall=1 everybody."""
    ever = request.query.get(EVER) == "1"
    rows = [
        f'<tr><td data-label="Name" class="smc-t-cl991 pename"><div class="smc-el-h ">{_person_link(one)}</div></td>'
        f'<td data-label="Mitgliedschaft" class="smc-t-cl991 mgname">{raw(one.status)}</td></tr>'
        for one in council.persons
        if ever or council.sits_now(one)
    ]
    tabs = (("kp0041.php", "Aktuell"), (f"kp0041.php?{EVER}=1", "Alle Zeitr&auml;ume"))
    return page("kp0041", named("Mandatsträger"), table("kp0041", rows, kind="smctablepersonen"), tabs=tabs)


def person(council: Council, request: Request) -> str | None:
    """The organs of today; with __cwpall=1 all of them."""
    one = council.person_asked(request)
    if one is None:
        return None
    contact = (("peemail", "E-Mail", one.email), ("petel", "Telefon", one.phone))
    facts = fields(
        "kp0050",
        [
            ("pename", "Name", raw(f"{one.form_of_address} {one.name}")),
            ("mgname", "Mitgliedschaft", raw(one.status)),
            *((name, label, raw(text)) for name, label, text in contact if text),
        ],
    )
    rows = [
        f'<tr><td data-label="&nbsp;" class="{NAME_CELL} grname_991">{name}</td>'
        f'<td data-label="Gremium" class="smc-t-cn991 grname">{name}</td>{_membership(council, each)}</tr>'
        for each in council.memberships(one, ever=request.query.get(EVER) == "1")
        for name in [_organ_link(council.town.organization_of[each.organization_id])]
    ]
    content = table("kp0050", rows, number=2, kind="smctablemitarbeit") if rows else nothing("Keine Mitarbeit.")
    tabs = (
        (f"kp0050.php?__kpenr={one.id}", "Mitarbeit"),
        (f"kp0050.php?__kpenr={one.id}&{EVER}=1", "Alle Zeitr&auml;ume"),
    )
    boxes = f'<div class="row">\n{box(1, "Informationen", facts)}</div><!-- /meta-row -->\n'
    return page("kp0050", named(one.name), boxes + content, tabs=tabs)


def _organ_link(organ: Organization) -> str:
    return link(f"kp0040.php?__kgrnr={organ.id}", "gr", organ.name)


def _person_link(person: Person) -> str:
    return link(f"kp0050.php?__kpenr={person.id}", "pe", person.name)
