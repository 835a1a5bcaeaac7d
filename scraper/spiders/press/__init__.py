"""Press sites: one spider; each way of finding a site's releases has a module."""

from scraper.spiders.press.spider import PressSpider

__all__ = ["PressSpider"]
