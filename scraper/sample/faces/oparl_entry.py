"""Where a client begins: Musterstadt's OParl system and its only body."""

from scraper.sample.faces.oparl_objects import LICENSE, SCHEMA, Json, OparlObjects, moment_text
from scraper.sample.making import words

BODY_LISTS = {
    "organization": "organizations", "person": "persons", "meeting": "meetings", "paper": "papers",
    "agendaItem": "agendaitems", "consultation": "consultations", "file": "files", "membership": "memberships",
    "locationList": "locations", "legislativeTermList": "legislativeterms",
}  # fmt: skip
"""Property of the body -> last part of its list's address."""


def system_object(objects: OparlObjects) -> Json:
    first = objects.town.terms[0]
    return {
        "id": f"{objects.root}/system",
        "type": f"{SCHEMA}System",
        "oparlVersion": SCHEMA,
        "license": LICENSE,
        "body": f"{objects.root}/bodies",
        "name": f"OParl-Schnittstelle der Stadt {objects.town.name}",
        "contactEmail": "ratsbuero@musterstadt.example",
        "contactName": "Ratsbüro",
        "website": "https://www.musterstadt.example/",
        "vendor": "https://www.musterstadt.example/hersteller",
        "product": "https://www.musterstadt.example/ris",
        "created": moment_text(first.created),
        "modified": moment_text(first.modified),
    }


def body_object(objects: OparlObjects) -> Json:
    first = objects.town.terms[0]
    lists = {name: f"{objects.body_url}/{path}" for name, path in BODY_LISTS.items()}
    return {
        "id": objects.body_url,
        "type": f"{SCHEMA}Body",
        "system": f"{objects.root}/system",
        "name": f"Stadt {objects.town.name}",
        "shortName": objects.town.name,
        "website": "https://www.musterstadt.example/",
        "license": LICENSE,
        "licenseValidSince": moment_text(first.created),
        "oparlSince": moment_text(first.created),
        "ags": words.AGS,
        "rgs": f"{words.AGS[:5]}0000{words.AGS[5:]}",
        "contactEmail": "ratsbuero@musterstadt.example",
        "contactName": "Ratsbüro",
        "classification": "Stadt",
        "location": objects.of(objects.town.locations[0]),
        "mainOrganization": objects.url("Organization", objects.town.council.id),
        "legislativeTerm": [objects.of(term) for term in objects.town.terms],
        **lists,
        "created": moment_text(first.created),
        "modified": moment_text(first.modified),
    }
