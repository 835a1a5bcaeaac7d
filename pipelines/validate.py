"""First item pipeline: items have the types that their dataclasses promise, and text that a database can hold.

What a source sends beside its standard (a number where text is due, "true" for true) is mended and counted in the
stats as ``mended/<field>``; a value that can't be mended moves to `other`, so that it is not lost.
"""

import re
import types
import typing
from dataclasses import fields
from typing import Any

from scrapy.crawler import Crawler

from scraper.items import ITEM_TYPES, LINK_FIELDS, Complaint, Item

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL ends text in SQLite; lone surrogates have no UTF-8
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")  # soft hyphen, zero-width space, direction marks
SPACES = re.compile(r"\s+")

MANY_LINES = frozenset({"text", "resolution_text", "result", "description", "life", "place"})
"""Fields whose line breaks mean something; all other text is one line."""
WORDS_OF_TRUTH = {"true": True, "1": True, "ja": True, "false": False, "0": False, "nein": False}


class Validate:
    """Scrapy item pipeline: Item -> the same Item, mended, or a Complaint. What is no Item passes untouched."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Validate":
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, Item):
            return item
        if not isinstance(item.vendor_id, str) or not item.vendor_id.strip():
            return _without_name(item)
        for name in validate(item):
            assert self.crawler.stats is not None
            self.crawler.stats.inc_value(f"mended/{item.table}.{name}")
        return item


def validate(item: Item) -> list[str]:
    """Mends `item` in place and returns the names of the fields whose type was wrong."""
    mended = []
    for name, wanted in WANTED_TYPES[type(item)].items():
        value = getattr(item, name)
        clean, was_right = _as_type(value, wanted, one_line=name not in MANY_LINES)
        if not was_right:
            mended.append(name)
            if clean is None:
                item.other[name] = value
        setattr(item, name, clean)
    item.other = _clean_json(item.other)
    return mended


def _as_type(value: Any, wanted: Any, one_line: bool) -> tuple[Any, bool]:
    """`value` as `wanted` and whether it was of that type from the start; None when it can't be."""
    if value is None:
        return None, True
    if wanted is str:
        if isinstance(value, str):
            return clean_text(value, one_line), True
        return (str(value), False) if isinstance(value, (int, float)) else (None, False)
    if wanted is list:
        if isinstance(value, str):
            value, was_right = [value], False
        else:
            was_right = isinstance(value, list)
        if not isinstance(value, list):
            return [], False
        return [clean for clean in map(_clean_json, value) if clean not in (None, "")], was_right
    if wanted is dict:
        return (_clean_json(value), True) if isinstance(value, dict) else ({}, False)
    if wanted is bool:
        if isinstance(value, bool):
            return value, True
        return WORDS_OF_TRUTH.get(str(value).strip().lower()), False
    if isinstance(value, int) and not isinstance(value, bool):
        return value, True
    return (int(str(value)), False) if re.fullmatch(r"-?\d{1,18}", str(value).strip()) else (None, False)


def clean_text(text: str, one_line: bool = True) -> str | None:
    """`text` without what no one can see and no database can hold; None when nothing is left."""
    visible = INVISIBLE.sub("", UNSTORABLE.sub("", text))
    if one_line:
        return SPACES.sub(" ", visible).strip() or None
    return visible.replace("\r\n", "\n").replace("\r", "\n").strip() or None


def _clean_json(value: Any) -> Any:
    if isinstance(value, str):
        return UNSTORABLE.sub("", value).strip()
    if isinstance(value, list):
        return [_clean_json(one) for one in value]
    if isinstance(value, dict):
        return {UNSTORABLE.sub("", str(name)): _clean_json(one) for name, one in value.items()}
    return value


def _wanted_types(item_type: type[Item]) -> dict[str, Any]:
    """Field -> str, int, bool, list or dict; link fields are made by page functions and not looked at."""
    skipped = {"other", "deleted", *LINK_FIELDS[item_type]}
    wanted = {}
    for f in fields(item_type):
        if f.name in skipped:
            continue
        union = typing.get_args(f.type) if isinstance(f.type, types.UnionType) else (f.type,)
        first = next(part for part in union if part is not types.NoneType)
        wanted[f.name] = typing.get_origin(first) or first
    return wanted


WANTED_TYPES = {item_type: _wanted_types(item_type) for item_type in ITEM_TYPES}


def _without_name(item: Item) -> Complaint:
    """Nothing can refer to such an item, and it would be another one at each run: it is reported, not stored."""
    return Complaint(
        address=item.source_url or item.response_url or "",
        page_kind=item.type_name,
        expected="the source's own name or number for it",
        came=f"none: {item!r:.300}",
        advice="Teach the page's reader where the source names it.",
    )
