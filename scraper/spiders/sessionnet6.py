"""SessionNet 6 (Somacos): the JSON that its app reads."""

from collections.abc import Iterator
from typing import ClassVar

from scrapy.http import Request, Response

from scraper.items import Complaint, Item, Meeting
from scraper.pages import sessionnet6
from scraper.pages.reading import Reading
from scraper.pages.sessionnet6.calendar import RELEASED
from scraper.pages.systems import Pages
from scraper.spiders.council_pages import CouncilPagesSpider


class SessionNet6Spider(CouncilPagesSpider):
    name = "sessionnet6"
    pages: ClassVar[Pages] = sessionnet6

    def take(self, reading: Reading, response: Response) -> Iterator[Item | Complaint | Request]:
        """As all do, without the agendas that the app does not open yet."""
        today = self.today.isoformat()
        sittings = [item for item in reading.items if isinstance(item, Meeting)]
        closed = {one.vendor_id for one in sittings if one.other.get(RELEASED, "") > today}
        reading.follow = [follow for follow in reading.follow if follow.key not in closed]
        yield from super().take(reading, response)
