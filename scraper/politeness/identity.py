"""Who asks: an honest User-Agent with a contact, and no request to a real site without one."""

from importlib.metadata import version
from pathlib import Path

from scrapy import Request
from scrapy.crawler import Crawler

from scraper.addresses import host_of, is_loopback
from scraper.failures import RefusedError
from scraper.sources import CONTACT_ADVICE, Source, load_sources


def user_agent(contact: str | None) -> str:
    """``Ratsarchiv/0.1.0 (+archiv@example.org)``, without the bracket on loopback where nobody needs it."""
    name = f"Ratsarchiv/{version('ratsarchiv')}"
    return f"{name} (+{contact})" if contact else name


class Identity:
    """Downloader middleware, the first of ours: nothing, robots.txt included, is asked before it has agreed."""

    def __init__(self, contact: str | None) -> None:
        self.contact = contact

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Identity":
        return cls(_contact(crawler))

    def process_request(self, request: Request) -> None:
        """Names us in the request.

        Raises RefusedError for a real site while no contact is known, and for what is no web address at all: a page's
        link to file:///etc/passwd is none that we follow.
        """
        if not request.url.startswith(("http://", "https://")):
            raise RefusedError("the address is neither http nor https", "Look at the page that links to it.")
        if self.contact is None and not is_loopback(request.url):
            raise RefusedError(f"nothing was sent to {host_of(request.url)}: no contact is set", CONTACT_ADVICE)
        request.headers["User-Agent"] = user_agent(self.contact)


def _contact(crawler: Crawler) -> str | None:
    """The contact of the spider's source; that of SOURCES_FILE for a spider without one (``scrapy shell``)."""
    source = getattr(crawler.spider, "source", None)
    if isinstance(source, Source):
        return source.contact
    path = Path(crawler.settings["SOURCES_FILE"])
    return load_sources(path).contact if path.exists() else None
