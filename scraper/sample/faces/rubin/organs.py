"""Organs and who sat in a meeting, as more! rubin tells them."""

from scraper.sample.faces.rubin.council import BODY, short_key
from scraper.sample.faces.rubin.site import Json, Site, moment_text
from scraper.sample.town import Meeting, Membership, Organization

MEETING_KINDS = ("council", "committee", "district", "advisory")


def bodies(site: Site) -> list[Json]:
    """The bodies that share the server. Musterstadt has it for itself."""
    organs = site.council.organs
    return [
        {
            "id": BODY,
            "name": f"Stadt {site.council.town.name}",
            "committees_count": sum(one.kind in MEETING_KINDS for one in organs),
            "factions_count": sum(one.kind == "group" for one in organs),
            "has_image": False,
        }
    ]


def committee(site: Site, organ: Organization) -> Json:
    key = short_key(organ)
    chair = next((one for one in site.council.members(organ, ever=False) if one.role.startswith("Vorsitz")), None)
    return {
        "ai_id": organ.id,
        "Kuerzel": key,
        "Bezeichnung": organ.name,
        "beschreibung": "",
        "Aktenzeichen": "",
        "Koerperschaftsnummer": BODY,
        "id_person_vorsitz": chair.person_id if chair else 0,
        "voting_allowed": 0,
        "Aktiv": "1",
        "legislatur": "",
        "fraktion": "0",
        "fraktion_kuerzel": "",
        "internet": "7",
        "kurzanzeige": key,
        "menue_editor": "0",
        "id_typ": 0,
        "origin_created_at": None,
        "origin_updated_at": None,
        "origin_id": None,
        "created_at": moment_text(organ.created),
        "updated_at": moment_text(organ.modified),
        "deleted_at": None,
        "id": key,
        "name": organ.name,
        "risUrl": f"{site.base}/committee?id={key}",
        "members_count": len(site.council.members(organ, ever=False)),
    }


def participants(site: Site, meeting: Meeting) -> list[Json]:
    """Who was there, each with role and group of that day; nobody before the meeting."""
    day = meeting.start.date()
    sitting = {
        one.person_id: one
        for one in site.council.members(site.council.organ_of(meeting), ever=True)
        if one.start <= day and (one.end is None or day <= one.end)
    }
    return [_participant(site, meeting, sitting[number]) for number in meeting.present_ids]


def _participant(site: Site, meeting: Meeting, membership: Membership) -> Json:
    """Neither address nor telephone: what a person can be reached by is not part of a meeting."""
    council = site.council
    person = council.town.person_of[membership.person_id]
    group = council.town.organization_of[membership.group_id] if membership.group_id else None
    committee_key = short_key(council.organ_of(meeting))
    return {
        "Personalnummer": person.id,
        "Anrede": person.form_of_address,
        "Titel": person.title or "",
        "Titel_2": "",
        "Name": person.family_name,
        "Vorname": person.given_name,
        "aktiv": "1",
        "origin_updated_at": moment_text(person.modified),
        "voting_allowed": membership.voting,
        "presence_text": "anwesend",
        "is_administrative_staff": False,
        "voting_permission_text": "ja" if membership.voting else "nein",
        "committee": committee_key,
        "faction": group.name if group else "",
        "role": membership.role,
        "id": person.id,
        "fullName": person.name,
        "listName": f"{person.family_name}, {person.given_name}",
        "hasImage": "0",
        "pivot": {
            "nummer": council.number_of(meeting),
            "personalnummer": person.id,
            "anwesend": "anwesend",
            "stimmberechtigt": "ja" if membership.voting else "nein",
            "gremienkuerzel": committee_key,
            "fraktionskuerzel": short_key(group) if group else "",
            "funktion": membership.role,
        },
    }
