"""The old layout: organs and their members, persons and what they belong to."""

from scraper.sample.faces.council import CLASSES
from scraper.sample.faces.markup import named, numeric
from scraper.sample.faces.sessionnet.classic_frame import facts, link, nothing, page, stripe, table
from scraper.sample.faces.sessionnet.council import Council
from scraper.sample.faces.web import Request
from scraper.sample.town import Membership, Organization, Person

EVER = "__cwpall"
MEMBERSHIP_COLUMNS = ("Fraktion", "Art der Mitarbeit", "Beginn", "Ende")


def organs(council: Council, _: Request) -> str:
    rows = [
        f'<tr valign="top"  class="{stripe(number)}"><td class="smc_td smc_field_grname">{_organ_link(one)}</td>'
        f'<td class="smc_td smc_field_grart">{CLASSES[one.kind]}</td></tr>'
        for number, one in enumerate(council.organs)
    ]
    return page("gr0040", "Gremien", table("gr0040", "Gremien", rows, head=("Gremium", "Art")))


def organ(council: Council, request: Request) -> str | None:
    """The members of today; with __cwpall=1 all there ever were."""
    one = council.organ_asked(request)
    if one is None:
        return None
    rows = [
        f'<tr valign="top"  class="{stripe(number)}"><td class="smc_td smc_field_pename">'
        f"{_person_link(council.town.person_of[each.person_id])}</td>{_membership(council, each)}</tr>"
        for number, each in enumerate(council.members(one, ever=request.query.get(EVER) == "1"))
    ]
    content = table("kp0040", "Mitglieder", rows, head=("Name", *MEMBERSHIP_COLUMNS))
    more = f'<p class="smc_p"><a href="kp0040.asp?{EVER}=1&__kgrnr={one.id}">Alle Zeitr&auml;ume</a></p>\n'
    return page("kp0040", numeric(one.name), more + (content if rows else nothing("Keine Mitglieder vorhanden.")))


def persons(council: Council, request: Request) -> str:
    """Who sits in an organ today; with __cwpall=1 everybody."""
    ever = request.query.get(EVER) == "1"
    shown = [one for one in council.persons if ever or council.sits_now(one)]
    rows = [
        f'<tr valign="top"  class="{stripe(number)}"><td class="smc_td smc_field_pename">{_person_link(one)}</td>'
        f'<td class="smc_td smc_field_mgname">{numeric(one.status)}</td></tr>'
        for number, one in enumerate(shown)
    ]
    more = f'<p class="smc_p"><a href="kp0041.asp?{EVER}=1">Alle Zeitr&auml;ume</a></p>\n'
    content = table("kp0041", "Personen", rows, head=("Name", "Mitgliedschaft"))
    return page("kp0041", named("Mandatsträger"), more + content)


def person(council: Council, request: Request) -> str | None:
    """The organs of today; with __cwpall=1 all of them."""
    one = council.person_asked(request)
    if one is None:
        return None
    known = facts(
        [
            ("Mitgliedschaft", numeric(one.status)),
            *((label, numeric(text)) for label, text in (("E-Mail", one.email), ("Telefon", one.phone)) if text),
        ]
    )
    rows = [
        f'<tr valign="top"  class="{stripe(number)}"><td class="smc_td smc_field_grname">'
        f"{_organ_link(council.town.organization_of[each.organization_id])}</td>{_membership(council, each)}</tr>"
        for number, each in enumerate(council.memberships(one, ever=request.query.get(EVER) == "1"))
    ]
    more = f'<p class="smc_p"><a href="kp0050.asp?{EVER}=1&__kpenr={one.id}">Alle Zeitr&auml;ume</a></p>\n'
    content = table("kp0050", "Mitarbeit", rows, head=("Gremium", *MEMBERSHIP_COLUMNS))
    return page("kp0050", numeric(one.name), known + more + (content if rows else nothing("Keine Mitarbeit.")))


def _membership(council: Council, membership: Membership) -> str:
    until = f"{membership.end:%d.%m.%Y}" if membership.end else "&nbsp;"
    return (
        f'<td class="smc_td smc_field_mgfraktion">{numeric(council.group_of(membership)) or "&nbsp;"}</td>'
        f'<td class="smc_td smc_field_amname">{numeric(membership.role)}</td>'
        f'<td class="smc_td smc_field_mgadat">{membership.start:%d.%m.%Y}</td>'
        f'<td class="smc_td smc_field_mgedat">{until}</td>'
    )


def _organ_link(organ: Organization) -> str:
    return link(f"kp0040.asp?__kgrnr={organ.id}", organ.name)


def _person_link(person: Person) -> str:
    return link(f"kp0050.asp?__kpenr={person.id}", person.name)
