"""Pages that a system's tests keep in a folder: our own words in its markup, and how to read them in a test."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scraper.items import Item
from scraper.pages.reading import Reading
from scraper.pages.systems import COUNCIL_PAGES
from tests.support.recordings import said

TESTS = Path(__file__).resolve().parents[1] / "scraper/pages"


@dataclass(frozen=True)
class SavedPages:
    """The pages of tests/scraper/pages/<system>/pages, which are stored as UTF-8."""

    system: str
    site: str
    shown_at: dict[str, str]
    """Each page with its address on the site."""
    encoding: str = "utf-8"
    """In which the site would send them."""

    @property
    def folder(self) -> Path:
        return TESTS / self.system / "pages"

    def body(self, page: str) -> bytes:
        """The bytes that a site would send."""
        return self.folder.joinpath(page).read_text(encoding="utf-8").encode(self.encoding)

    def url(self, page: str) -> str:
        return self.site + self.shown_at[page]

    def read(self, page: str) -> Reading:
        return self.read_as(self.body(page), self.url(page))

    def read_as(self, body: bytes | str, url: str) -> Reading:
        """Text is read in the bytes that a site would send."""
        pages = COUNCIL_PAGES[self.system]
        kind = pages.kind_of(url)
        assert kind, f"no page that is read: {url}"
        return pages.READERS[kind](body.encode(self.encoding) if isinstance(body, str) else body, url)

    def leads_to(self, reading: Reading) -> dict[tuple[str, str], str]:
        """Addresses on the site, by kind and key."""
        return {(follow.kind, follow.key): follow.url.removeprefix(self.site) for follow in reading.follow}


def of(reading: Reading, *item_types: type[Item]) -> list[dict[str, Any]]:
    """What the items of those types say, without what they leave empty."""
    return [said(item) for item in reading.items if isinstance(item, item_types)]
