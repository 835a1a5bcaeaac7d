"""What is asked of SessionNet 6: a month's sittings, the agendas that the app opens, and their documents."""

import json
from datetime import date
from typing import Any

from scraper.items import AgendaItem, File, Meeting, Organization
from scraper.sources import Source
from scraper.spiders.sessionnet6 import SessionNet6Spider
from tests.support.crawl import crawl
from tests.support.loopback import Answer, Asked, serving

SITE = "/buergerportal"
SITTINGS = [
    {"siNr": 1, "name": "1. Sitzung", "dat": "2027-03-02", "sb": "17:00", "freigabeDatum": "2027-02-20"},
    {"siNr": 2, "name": "2. Sitzung", "dat": "2027-03-30", "sb": "17:00", "freigabeDatum": "2027-03-21"},
    {"siNr": 3, "name": "3. Sitzung", "dat": "2027-03-31", "sb": "17:00"},
]
"""The second is opened tomorrow, the third not yet."""
ITEM = {"toNr": 9, "oSt": 1, "nummer": "1", "ebene": 1, "text": "Fragen", "voNr": 0, "grNr": 12}
DOCUMENT = {"toNr": 9, "doNr": 7, "name": "Liste", "ref": f"{SITE}/api/v1/dokumente/7/datei"}


def site(asked: Asked) -> Answer:
    told: dict[str, Any] = {
        f"{SITE}/api/v1/gremien": [{"grNr": 12, "name": "Rat"}],
        f"{SITE}/api/v1/sitzungen": SITTINGS if asked.query.get("von") == "2027-03-01" else [],
        f"{SITE}/api/v1/sitzungen/1/tagesordnung": [ITEM],
        f"{SITE}/api/v1/sitzungen/1/tagesordnung/dokumente": [DOCUMENT],
    }
    return Answer(json.dumps(told[asked.path]).encode()) if asked.path in told else Answer(status=404)


def test_a_site_is_read_from_any_address_of_the_app() -> None:
    with serving(site) as loopback:
        url = f"{loopback.url}{SITE}/startseite"
        source = Source(key="town", name="Town", system="sessionnet6", url=url, since=date(2027, 3, 1))
        crawled = crawl(SessionNet6Spider, source=source, today=date(2027, 3, 20))
    assert crawled.complaints == []
    assert [one.name for one in crawled.of(Organization)] == ["Rat"]
    assert {one.vendor_id for one in crawled.of(Meeting)} == {"1", "2", "3"}
    assert {one.vendor_id for one in crawled.of(AgendaItem)} == {"9"}
    assert [one.vendor_id for one in crawled.of(File)] == ["7"]
