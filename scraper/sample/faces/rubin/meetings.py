"""A meeting as more! rubin tells it: what the calendar says of it, its documents, agenda and who was there."""

from itertools import pairwise

from scraper.sample.faces.rubin.agenda import agenda_items
from scraper.sample.faces.rubin.documents import meeting_document
from scraper.sample.faces.rubin.organs import committee, participants
from scraper.sample.faces.rubin.rows import meeting_row, room
from scraper.sample.faces.rubin.site import Json, Site
from scraper.sample.town import Meeting

EVENT_TYPE = {
    "id": 1,
    "name": "Sitzung",
    "created_at": "2021-02-04T08:00:00.000000Z",
    "updated_at": "2021-02-04T08:00:00.000000Z",
}
RELEASED = 31
"""Status of the release to the public."""


def whole_meeting(site: Site, meeting: Meeting, *, with_documents: bool) -> Json:
    """`with_documents`: whether agenda items come with their documents."""
    council = site.council
    organ = council.organ_of(meeting)
    before, after = _neighbours(site, meeting)
    return {
        **meeting_row(site, meeting),
        "verfasser": meeting.chair_id,
        "freigabestatus_si": RELEASED,
        "documents": [meeting_document(site, one) for one in council.files_of_meeting(meeting)],
        "nextMeeting": meeting_row(site, after) if after else None,
        "previousMeeting": meeting_row(site, before) if before else None,
        "room": room(council.town.location_of[meeting.location_id]),
        "event_type": EVENT_TYPE,
        "committees": [
            {**committee(site, organ), "pivot": {"meeting_id": meeting.id, "organization_ai_id": organ.id}},
        ],
        "agenda_items": agenda_items(site, meeting, with_documents=with_documents),
        "participants": participants(site, meeting),
    }


def _neighbours(site: Site, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The meetings of the same organ before and after."""
    of_organ = [one for one in site.council.meetings if one.organization_id == meeting.organization_id]
    before = next((one for one, other in pairwise(of_organ) if other is meeting), None)
    after = next((other for one, other in pairwise(of_organ) if one is meeting), None)
    return before, after
