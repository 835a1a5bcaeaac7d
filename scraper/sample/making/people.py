"""The people of Musterstadt: who was elected, into which group, and who sits in which organ."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scraper.sample.making import words
from scraper.sample.making.clock import TODAY, office_hour
from scraper.sample.making.organs import Organs
from scraper.sample.town import LegislativeTerm, Membership, Organization, OrganKind, Person

REELECTED = 0.6
"""Share of the seats whose holder is elected again."""
ORGAN_SEATS: dict[OrganKind, int] = {"committee": 15, "district": 13, "advisory": 9}
EXPERTS = 0.25
"""Share of a committee's seats that people from outside the council hold (sachkundige Bürgerinnen und Bürger)."""
WOMEN_ARE_CALLED = {
    "Oberbürgermeister": "Oberbürgermeisterin",
    "Sachkundiger Bürger": "Sachkundige Bürgerin",
    "Sachkundiger Einwohner": "Sachkundige Einwohnerin",
    "Bezirksvertreter": "Bezirksvertreterin",
}
TITLES = ("Dr.", "Prof. Dr.")


@dataclass(frozen=True)
class Seat:
    """A seat in the council and whose it is; no group: the mayor and the independents."""

    person: Person
    group: Organization | None


def unused_names(rng: Random) -> Iterator[tuple[str, str, bool]]:
    """Given name, family name, whether it is a woman's; nobody twice, and without end."""
    taken: set[tuple[str, str]] = set()
    while True:
        woman = rng.random() < 0.47
        given, family = rng.choice(words.WOMEN if woman else words.MEN), rng.choice(words.FAMILIES)
        while (given, family) in taken:
            # a town with more people than the lists have names: Marek Nowak, Marek Nowak-Jessen, ...
            family = f"{family}-{rng.choice(words.FAMILIES)}"
        taken.add((given, family))
        yield given, family, woman


def settle(rng: Random, organs: Organs) -> None:
    """Adds persons, memberships and `voting` to `organs`."""
    names = unused_names(rng)
    seats: list[Seat] = []
    for term in organs.terms:
        seats = _elect(rng, organs, term, seats, names)
        _found_council(organs, term, seats)
        for organ in organs.organizations:
            if organ.kind in ORGAN_SEATS:
                _found_organ(rng, organs, term, organ, seats, names)


def _newcomer(rng: Random, organs: Organs, names: Iterator[tuple[str, str, bool]], status: str) -> Person:
    given, family, woman = next(names)
    entered = office_hour(rng, organs.terms[0].start)
    number = len(organs.persons) + 1
    handle = f"{given}.{family}".lower().replace(" ", "-")
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("é", "e"), ("ë", "e"), ("ó", "o")):
        handle = handle.replace(umlaut, plain)
    person = Person(
        id=number,
        created=entered,
        modified=entered,
        given_name=given,
        family_name=family,
        gender="female" if woman else "male",
        title=rng.choice(TITLES) if rng.random() < 0.12 else None,
        status=WOMEN_ARE_CALLED.get(status, status) if woman else status,
        email=f"{handle}@rat.musterstadt.example" if rng.random() < 0.7 else None,
        phone=f"09999 55{number:04}" if rng.random() < 0.4 else None,
    )
    organs.persons.append(person)
    return person


def _elect(
    rng: Random, organs: Organs, term: LegislativeTerm, before: list[Seat], names: Iterator[tuple[str, str, bool]]
) -> list[Seat]:
    """The council of `term`: the mayor first, then the groups in their order, then the independents."""
    again = before and rng.random() < REELECTED
    seats = [before[0] if again else Seat(_newcomer(rng, organs, names, "Oberbürgermeister"), None)]
    groups = organs.groups_on(term.start)
    wanted = [(group, _seats_of(group)) for group in groups] + [(None, words.INDEPENDENTS)]
    for group, number in wanted:
        party = group.party if group else None
        old = [seat.person for seat in before[1:] if (seat.group.party if seat.group else None) == party]
        kept = [person for person in old[:number] if rng.random() < REELECTED]
        new = [_newcomer(rng, organs, names, "Ratsmitglied") for _ in range(number - len(kept))]
        seats.extend(Seat(person, group) for person in kept + new)
    return seats


def _seats_of(group: Organization) -> int:
    return next(one.seats for one in words.GROUPS if group.name in (one.name, one.second_name))


def _join(
    organs: Organs, term: LegislativeTerm, person: Person, organ: Organization, role: str, group: Organization | None,
    *, voting: bool = True,
) -> None:  # fmt: skip
    membership = Membership(
        id=len(organs.memberships) + 1,
        created=person.created,
        modified=person.modified,
        person_id=person.id,
        organization_id=organ.id,
        role=role,
        voting=voting,
        start=term.start,
        end=term.end if term.end < TODAY else None,
        group_id=group.id if group else None,
    )
    organs.memberships.append(membership)
    if voting and organ.kind != "group":
        organs.voting.setdefault((organ.id, term.id), []).append(membership)


def _found_council(organs: Organs, term: LegislativeTerm, seats: list[Seat]) -> None:
    led: set[int] = set()
    for place, seat in enumerate(seats):
        woman = seat.person.gender == "female"
        role = "Mitglied" if place else "Oberbürgermeisterin" if woman else "Oberbürgermeister"
        _join(organs, term, seat.person, organs.council, role, seat.group)
        if seat.group:
            leads = seat.group.id not in led
            led.add(seat.group.id)
            title = "Fraktionsvorsitzende" if woman else "Fraktionsvorsitzender"
            _join(organs, term, seat.person, seat.group, title if leads else "Mitglied", None)


def _found_organ(
    rng: Random,
    organs: Organs,
    term: LegislativeTerm,
    organ: Organization,
    seats: list[Seat],
    names: Iterator[tuple[str, str, bool]],
) -> None:
    """Committees: each group has a share of the seats; districts and advisory bodies have members of their own."""
    wanted = ORGAN_SEATS[organ.kind]
    if organ.kind == "advisory":
        members: list[Seat] = [Seat(_newcomer(rng, organs, names, "Beiratsmitglied"), None) for _ in range(wanted)]
    elif organ.kind == "district":
        groups = [group for group in organs.groups_on(term.start) for _ in range(max(1, _seats_of(group) // 3))]
        members = [Seat(_newcomer(rng, organs, names, "Bezirksvertreter"), group) for group in groups[:wanted]]
    else:
        members = _committee_members(rng, organs, seats, wanted, names)
    for place, seat in enumerate(members):
        woman = seat.person.gender == "female"
        roles = {0: "Vorsitzende" if woman else "Vorsitzender", 1: "Stellvertretende Vorsitzende" if woman else
                 "Stellvertretender Vorsitzender"}  # fmt: skip
        _join(organs, term, seat.person, organ, roles.get(place, "Mitglied"), seat.group)
    if organ.kind == "committee":
        guest = _newcomer(rng, organs, names, "Sachkundiger Einwohner")
        _join(organs, term, guest, organ, "Beratendes Mitglied", None, voting=False)


def _committee_members(
    rng: Random, organs: Organs, seats: list[Seat], wanted: int, names: Iterator[tuple[str, str, bool]]
) -> list[Seat]:
    """Seats by the groups' strength, every group at least one; the first two are council members and preside."""
    by_group: dict[int, list[Seat]] = {}
    for seat in seats:
        if seat.group:
            by_group.setdefault(seat.group.id, []).append(seat)
    strength = sum(len(group) for group in by_group.values())
    chosen: list[Seat] = []
    for group in by_group.values():
        share = max(1, round(len(group) * wanted / strength))
        councillors = max(1, round(share * (1 - EXPERTS)))
        chosen.extend(rng.sample(group, min(councillors, len(group))))
        experts = max(0, share - councillors)
        chosen.extend(
            Seat(_newcomer(rng, organs, names, "Sachkundiger Bürger"), group[0].group) for _ in range(experts)
        )
    presiding = rng.sample([seat for seat in chosen if seat.person.status == "Ratsmitglied"], 2)
    return presiding + [seat for seat in chosen if seat not in presiding]
