"""Committees and groups with the members of today, persons and what they belong to."""

from scraper.sample.faces.council import CLASSES
from scraper.sample.faces.markup import raw
from scraper.sample.faces.sdnet.frame import Fact, details, heading, organ_link, page, person_link, row, table
from scraper.sample.faces.sdnet.site import Site
from scraper.sample.town import Membership, Organization, Person

MEMBERS = (
    ("gesamteBezeichnung", "Name"), ("personenkreise", "Personenkreis"), ("fraktion", "Fraktion"),
    ("funktion", "Funktion"),
)  # fmt: skip
PERSONS = (
    ("gesamteBezeichnung", "Name"), ("personenkreise", "Personenkreis"), ("adresse-gesamteAdresse", "Anschrift"),
)  # fmt: skip
MEMBERSHIPS = (("gremium", "Gremium"), ("funktion", "Funktion"), ("beginn", "Von"), ("ende", "Bis"))


def organs(site: Site, *, groups: bool) -> str:
    """The groups, or all other organs; offices are on no page."""
    kind, name = ("fraktionen", "Fraktionen") if groups else ("gremien", "Gremien")
    rows = [
        row(place, [("bezeichnung", organ_link(site, one)), ("art", CLASSES[one.kind])])
        for place, one in enumerate(one for one in site.council.organs if (one.kind == "group") == groups)
    ]
    content = heading(name, f"Die Liste zeigt alle {name}.")
    content += table(kind, name, (("bezeichnung", "Bezeichnung"), ("art", "Art")), rows)
    return page(site, kind, name, content, active=kind)


def organ(site: Site, one: Organization) -> str:
    kind = "fraktionen" if one.kind == "group" else "gremien"
    rows = [_member(site, place, each) for place, each in enumerate(site.council.members(one, ever=False))]
    content = heading(one.name, "Die Liste zeigt die Mitglieder.") + details([Fact("Bezeichnung", raw(one.name))])
    if rows:
        content += table("mitglieder", "Mitglieder", MEMBERS, rows)
    else:
        content += '    <p class="message">Es sind keine Mitglieder eingetragen.</p>\n'
    return page(site, kind, one.name, content, active=kind)


def _member(site: Site, place: int, membership: Membership) -> str:
    person = site.council.town.person_of[membership.person_id]
    return row(
        place,
        (
            ("gesamteBezeichnung", person_link(site, person)),
            ("personenkreise", raw(person.status)),
            ("fraktion", raw(site.council.group_of(membership))),
            ("funktion", raw(membership.role)),
        ),
    )


def persons(site: Site) -> str:
    """Who sits in an organ today."""
    rows = [
        row(
            place,
            (
                ("gesamteBezeichnung", person_link(site, one)),
                ("personenkreise", raw(one.status)),
                ("adresse-gesamteAdresse", "Keine Angabe"),
            ),
        )
        for place, one in enumerate(one for one in site.council.persons if site.council.sits_now(one))
    ]
    content = heading("Personen", "Die Liste zeigt alle Mitglieder der Gremien.")
    content += table("personen", "Personen", PERSONS, rows)
    return page(site, "personen", "Personen", content, active="personen")


def person(site: Site, one: Person) -> str:
    name = f"{one.form_of_address} {one.name}"
    contact = (("E-Mail", one.email), ("Telefon", one.phone))
    facts = [Fact("Name", raw(name)), Fact("Personenkreis", raw(one.status))]
    facts += [Fact(label, raw(text)) for label, text in contact if text]
    rows = [_membership(site, place, each) for place, each in enumerate(site.council.memberships(one, ever=False))]
    content = heading(name, "Angaben zur Person und ihre Gremien.") + details(facts)
    if rows:
        content += table("mitgliedschaften", "Mitgliedschaften", MEMBERSHIPS, rows)
    return page(site, "personen", name, content, active="personen")


def _membership(site: Site, place: int, membership: Membership) -> str:
    return row(
        place,
        (
            ("gremium", organ_link(site, site.council.town.organization_of[membership.organization_id])),
            ("funktion", raw(membership.role)),
            ("beginn", f"{membership.start:%d.%m.%Y}"),
            ("ende", f"{membership.end:%d.%m.%Y}" if membership.end else ""),
        ),
    )
