"""What parties say."""

from dataclasses import dataclass, field
from typing import ClassVar

from scraper.items.base import Item


@dataclass(kw_only=True)
class PressRelease(Item):
    """`vendor_id` and `source_url` are the canonical address."""

    type_name: ClassVar[str] = "press-release"
    table: ClassVar[str] = "press_releases"
    title: str | None = None
    party: str | None = None
    published: str | None = None
    modified: str | None = None
    precision: str | None = None
    """Of `published`: minute or day."""
    published_text: str | None = None
    """As found; two dates that run together ("10. März 201716. März 2017") are published and modified."""
    modified_text: str | None = None
    author: str | None = None
    text: str | None = None
    """Plain text, paragraphs apart by an empty line; without head, menus, share buttons, related posts."""
    tags: list[str] = field(default_factory=list)
    language: str | None = None
