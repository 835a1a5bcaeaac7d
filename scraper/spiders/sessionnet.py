"""SessionNet (Somacos): month calendar, agendas, papers, committees and people as HTML pages."""

from typing import ClassVar

from scraper.pages import sessionnet
from scraper.spiders.council_pages import CouncilPagesSpider, Pages


class SessionNetSpider(CouncilPagesSpider):
    name = "sessionnet"
    pages: ClassVar[Pages] = sessionnet
