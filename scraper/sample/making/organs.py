"""The organs of Musterstadt: places, legislative terms, council, committees, groups, offices."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from scraper.sample.making import words
from scraper.sample.making.clock import TERM_START, TERM_YEARS, office_hour
from scraper.sample.size import Size
from scraper.sample.town import LegislativeTerm, Location, Membership, Organization, OrganKind, Person

ROOMS = (
    ("Ratssaal", "Rathausgasse 1", 51.2301, 10.4512),
    ("Sitzungssaal 2.14", "Rathausgasse 1", 51.2301, 10.4512),
    ("Bürgerhaus Nord, Großer Saal", "Nordstraße 48", 51.2417, 10.4488),
    ("Aula der Gesamtschule am Stadtpark", "Parkallee 9", 51.2266, 10.4603),
)


@dataclass
class Organs:
    """All organs and people, with what the later steps look up."""

    locations: list[Location] = field(default_factory=list)
    terms: list[LegislativeTerm] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    leads: dict[str, list[Organization]] = field(default_factory=dict)
    """Field of topics.py -> the organs in which it is discussed first."""
    fields: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The same, from organ to fields."""
    offices: dict[str, Organization] = field(default_factory=dict)
    """Field -> the office that writes about it."""
    voting: dict[tuple[int, int], list[Membership]] = field(default_factory=dict)
    """(organ, term) -> its voting members in that term, who presides first."""

    @property
    def council(self) -> Organization:
        return self.organizations[0]

    def of_kind(self, kind: OrganKind) -> list[Organization]:
        return [one for one in self.organizations if one.kind == kind]

    def term_on(self, day: date) -> LegislativeTerm:
        return next(term for term in self.terms if term.start <= day <= term.end)

    def groups_on(self, day: date) -> list[Organization]:
        return [group for group in self.of_kind("group") if group.exists_on(day)]


def make_organs(rng: Random, first_day: date, size: Size) -> Organs:
    """Everything but the people (people.py). The council has id 1."""
    organs = Organs()
    entered = office_hour(rng, first_day - timedelta(days=200))
    for number, (room, street, latitude, longitude) in enumerate(ROOMS, start=1):
        organs.locations.append(
            Location(number, entered, entered, room, street, words.POSTAL_CODE, words.TOWN, latitude, longitude)
        )
    organs.terms.extend(_terms(first_day, entered))

    def add(
        kind: OrganKind,
        name: str,
        short_name: str,
        *,
        feminine: bool = False,
        location_id: int | None = None,
        party: str | None = None,
        start: date | None = None,
        end: date | None = None,
    ) -> Organization:
        number = len(organs.organizations) + 1
        one = Organization(number, entered, entered, kind, name, short_name, feminine, start, end, location_id, party)
        organs.organizations.append(one)
        return one

    add("council", f"Rat der Stadt {words.TOWN}", "Rat", location_id=1)
    for committee in words.COMMITTEES[: size.committees]:
        one = add("committee", committee.name, committee.short_name, location_id=2)
        organs.fields[one.id] = committee.fields
    for number in range(1, size.districts + 1):
        quarter = words.QUARTERS[(number - 1) % len(words.QUARTERS)]
        one = add("district", f"Bezirksvertretung {number} ({quarter})", f"BV {number}", location_id=3, feminine=True)
        organs.fields[one.id] = ()
    for council in words.ADVISORY[: size.advisory]:
        one = add("advisory", council.name, council.short_name, location_id=4)
        organs.fields[one.id] = council.fields
    for group in words.GROUPS:
        last_day = TERM_START - timedelta(days=1) if group.second_name else None
        add("group", group.name, group.label, feminine=True, party=group.party, end=last_day)
        if group.second_name and group.second_label:
            add("group", group.second_name, group.second_label, feminine=True, party=group.party, start=TERM_START)
    for subject, name in words.OFFICES.items():
        organs.offices[subject] = add("office", name, name, feminine=name.endswith("ei"))
    for subject in words.OFFICES:
        leading = [one for one in organs.of_kind("committee") if subject in organs.fields[one.id]]
        organs.leads[subject] = leading or organs.of_kind("committee")[:1] or [organs.council]
    return organs


def _terms(first_day: date, entered: datetime) -> list[LegislativeTerm]:
    """From the term of `first_day` to the running one, oldest first; numbered so that the running one is the 18th."""
    terms: list[LegislativeTerm] = []
    start, number = TERM_START, 18
    while True:
        end = start.replace(year=start.year + TERM_YEARS) - timedelta(days=1)
        name = f"{number}. Wahlperiode ({start.year}–{end.year})"
        terms.append(LegislativeTerm(number, entered, entered, name, start, end))
        if start <= first_day:
            return terms[::-1]
        start, number = start.replace(year=start.year - TERM_YEARS), number - 1
