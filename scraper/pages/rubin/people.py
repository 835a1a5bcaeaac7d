"""Who was at a sitting. Before there are minutes the data lists the members as present: nobody is taken from it."""

from scraper.items import Meeting, MeetingParticipant, Membership, Organization, Person
from scraper.pages.council.data import Told, objects, part, word
from scraper.pages.rubin.addresses import WITH_MINUTES
from scraper.pages.rubin.document import Page

PRESENT = "anwesend"


def add_people(page: Page, meeting: Meeting, told: Told) -> None:
    """Persons with their seats in the committee and in their group, and the Meeting's participants."""
    participants = objects(told.get("participants"))
    if not (word(told, "nummer") or "").startswith(WITH_MINUTES):
        return
    for one in participants:
        key = word(one, "id", "Personalnummer")
        family_name, given_name, title = word(one, "Name"), word(one, "Vorname"), word(one, "Titel")
        if key is None or family_name is None:
            page.complain_of_layout("number and name of each participant", "none of one of them")
            continue
        page.add(
            Person(
                vendor_id=key,
                name=" ".join(piece for piece in (title, given_name, family_name) if piece),
                family_name=family_name,
                given_name=given_name,
                form_of_address=word(one, "Anrede"),
                title=[title] if title else [],
            )
        )
        if word(one, "presence_text") == PRESENT or word(part(one, "pivot"), "anwesend") == PRESENT:
            meeting.participants.append(MeetingParticipant(person=key))
        _add_seats(page, key, one)


def _add_seats(page: Page, person: str, told: Told) -> None:
    """The role is part of a seat's name: sittings of other years tell of other roles, each of its own day.

    The group is the one on whose behalf they sit there; whether they are a member of it is not said.
    """
    seat = part(told, "pivot")
    committee, role = word(told, "committee") or word(seat, "gremienkuerzel"), word(told, "role")
    role = role or word(seat, "funktion")
    if "role" not in told and "funktion" not in seat:
        page.complain_of_layout(f"what person {person} was in committee {committee}", "nothing about it")
        return
    group, group_name = word(seat, "fraktionskuerzel"), word(told, "faction")
    if group and group_name:
        page.add_once(Organization(vendor_id=group, name=group_name, short_name=group, organization_type="Fraktion"))
    if committee:
        named = f"{person}-{committee}-{role}" if role else f"{person}-{committee}"
        on_behalf_of = group if group_name else None
        page.add(
            Membership(vendor_id=named, person=person, organization=committee, role=role, on_behalf_of=on_behalf_of)
        )
