"""OParl servers: one spider; what it asks a server for, how it walks lists, which filters it believes."""

from scraper.spiders.oparl.spider import OParlSpider

__all__ = ["OParlSpider"]
