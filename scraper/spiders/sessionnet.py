"""SessionNet (Somacos): month calendar, agendas, papers, committees and people as HTML pages."""

from typing import ClassVar

from scraper.pages import sessionnet
from scraper.pages.systems import Pages
from scraper.spiders.council_pages import CouncilPagesSpider


class SessionNetSpider(CouncilPagesSpider):
    name = "sessionnet"
    pages: ClassVar[Pages] = sessionnet
